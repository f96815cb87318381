"""A review as one Markdown text: a line for each policy, and below it what the commands would show at a terminal."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console

from api.terminal import show_faults
from api.terminal_diff import show_difference
from api.terminal_impact import show_counts
from api.terminal_test import show_examination
from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.library import Library, shown
from engine.language.messages.review import REVIEW, STATES
from engine.language.messages.revision import PAYING, RELATIONS
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.revision.review import Changes, Reviewed

MARK = "<!-- perwal review -->"
"""First line, by which a later run finds its own comment."""
LONGEST = 60_000
"""Characters; a comment on a pull request may have 65 536."""
_WIDTH = 110
_GOOD, _BAD = "✓", "✗"


def review_text(
    library: Library,
    found: Sequence[Reviewed],
    files: Changes,
    wrong: Sequence[Diagnostic],
    base: str,
    language: Language,
) -> str:
    """`wrong`: faults of files that are not under review. What would make the text too long is left out, as it says."""
    failed = has_errors(wrong) or any(each.failed for each in found)
    parts = [MARK, f"## {told('title', language, base=base)}: {_BAD if failed else _GOOD}", ""]
    if not found and not files.shared and not wrong:
        return "\n".join([*parts, told("nothing", language)])
    if files.shared:
        names = ", ".join(f"`{shown(path)}`" for path in files.shared)
        parts += [told("shared", language, files=names), ""]
    parts += [*_table(found, language), ""] if found else []
    size = sum(len(part) + 1 for part in parts)
    left = 0
    for block in _blocks(library, found, wrong, language):
        if size + len(block) > LONGEST:
            left += 1
            continue
        size += len(block) + 1
        parts.append(block)
    if left:
        parts.append(told("left_out", language, count=left))
    return "\n".join(parts).rstrip()


def told(key: str, language: Language, **values: object) -> str:
    return REVIEW[key][language].format(**values)


def _table(found: Sequence[Reviewed], language: Language) -> Iterator[str]:
    mutated = any(each.examination and each.examination.mutation for each in found)
    moved = any(each.impact for each in found)
    names = ["policy", "state", "check", "cases", "tested"] + ["mutants"] * mutated
    names += ["against", "who", "money"] + ["eligible"] * moved
    yield _row(told(f"column_{name}", language) for name in names)
    yield "|" + " --- |" * len(names)
    for each in found:
        cells = _cells(each, language)
        yield _row(cells.get(name, "–") for name in names)


def _row(cells: Sequence[str] | Iterator[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _cells(each: Reviewed, language: Language) -> dict[str, str]:
    cells = {
        "policy": f"`{each.policy.id}`" if each.policy else f"`{shown(each.file.path)}`",
        "state": STATES[each.file.state][language],
    }
    if each.file.state == "removed":
        return cells
    errors = sum(fault.severity == "error" for fault in each.faults)
    warnings = len(each.faults) - errors
    mark = _BAD if errors else _GOOD
    cells["check"] = f"{mark} {told('faults', language, errors=errors, warnings=warnings)}" if each.faults else mark
    outcome = each.examination
    if outcome:
        mark = _BAD if outcome.failed else _GOOD
        cells["cases"] = f"{mark} {outcome.passed}/{len(outcome.results)}"
        if outcome.coverage:
            cells["tested"] = f"{outcome.coverage.reached}/{outcome.coverage.goals}"
        if outcome.mutation:
            cells["mutants"] = f"{outcome.mutation.caught}/{outcome.mutation.telling}"
    if each.difference and each.before and each.policy:
        own = each.before.id == each.policy.id
        cells["against"] = told("own_past", language) if own else f"`{each.before.id}`"
        cells["who"] = RELATIONS[each.difference.coverage.relation][language]
        cells["money"] = PAYING[each.difference.funding.relation][language]
    elif each.file.state == "new":
        cells["against"] = told("first", language)
    elif each.not_compared:
        cells["against"] = told("not_compared", language)
    if each.impact:
        sides = (each.impact.old, each.impact.new)
        cells["eligible"] = " → ".join(grouped(side.count("eligible"), language) for side in sides)
    return cells


def _blocks(
    library: Library, found: Sequence[Reviewed], wrong: Sequence[Diagnostic], language: Language
) -> Iterator[str]:
    if wrong:
        yield _block(told("other_faults", language), lambda to: show_faults(to, wrong, language), True)
    for each in found:
        name = each.policy.id if each.policy else shown(each.file.path)
        if each.faults:
            yield _block(_heading(name, "check", language), _shows(show_faults, each.faults, language), each.failed)
        outcome = each.examination
        if outcome:
            broken = outcome.failed
            yield _block(
                _heading(name, "cases", language),
                _shows(show_examination, outcome, library, language, in_full=False),
                broken,
            )
        if each.not_compared:
            yield _block(_heading(name, "not_compared", language), _shows(show_faults, each.not_compared, language))
        if each.difference and not each.difference.same:
            heading = _heading(name, "difference", language)
            yield _block(heading, _shows(show_difference, each.difference, language))
        if each.impact:
            old, new = (side.policy.id for side in (each.impact.old, each.impact.new))
            before = told("own_past", language) if old == new else old
            yield _block(_heading(name, "impact", language), _shows(show_counts, each.impact, before, language))


def _heading(name: str, part: str, language: Language) -> str:
    return f"{name}: {told(f'part_{part}', language)}"


def _shows(show: Callable[..., None], *what: object, **how: object) -> Callable[[Console], None]:
    return lambda console: show(console, *what, **how)


def _block(heading: str, show: Callable[[Console], None], unfolded: bool = False) -> str:
    """What is shown at a terminal, as it stands, folded away; no text of a policy file ends it."""
    screen = Console(file=io.StringIO(), width=_WIDTH, highlight=False, color_system=None)
    with screen.capture() as captured:
        show(screen)
    text = "\n".join(line.rstrip() for line in captured.get().strip("\n").splitlines())
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    opened = " open" if unfolded else ""
    return f"<details{opened}><summary>{html.escape(heading)}</summary>\n\n{fence}text\n{text}\n{fence}\n\n</details>"
