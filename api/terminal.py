"""How faults, decisions and tables look at a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.decision.changes import Change, step_text
from engine.decision.decision import Decision, Finding, Missing, Payment, Unsettled
from engine.decision.outline import legal_effect
from engine.language.diagnostic import Diagnostic
from engine.language.messages import fault_text, problem_text
from engine.language.messages.screen import SCREEN
from engine.language.messages.words import BASES, EFFECTS, OUTCOMES
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.language.wording import rupiah

_MARK = {"met": ("✓", "green"), "failed": ("✗", "red"), "unknown": ("?", "yellow")}
_COLOUR = {"eligible": "bold green", "ineligible": "bold red", "undetermined": "bold yellow"}


def say(key: str, language: Language, **values: object) -> str:
    """A word or heading of the screen; a `problem` that the system tells is told in the reader's words."""
    if "problem" in values:
        values["problem"] = problem_text({"problem": str(values["problem"])}, language)
    return SCREEN[key][language].format(**values)


def show_faults(console: Console, faults: Iterable[Diagnostic], language: Language) -> None:
    """Each fault with its place (editors can jump there), the line it is on, and what to do."""
    for fault in faults:
        text, hint = fault_text(fault, language)
        colour = "red" if fault.severity == "error" else "yellow"
        kind = "" if fault.severity == "error" else f"{say('warning', language)}: "
        console.print(
            Text.assemble((f"{fault.place}: ", "bold"), (f"{fault.code}: ", colour), kind, text),
            soft_wrap=True,
        )
        line = _line(fault)
        if line:
            console.print(Text(f"    {line}", style="dim"), soft_wrap=True)
            console.print(Text("    " + " " * (fault.place.column - 1) + "^", style=colour), soft_wrap=True)
        if hint:
            console.print(Text(f"    {say('hint', language)}: {hint}"), soft_wrap=True)


def _line(fault: Diagnostic) -> str | None:
    """The line of the file the fault is on; None for a fault about a file as a whole, and for lists of applicants."""
    if (fault.place.line, fault.place.column) == (1, 1) or not fault.place.path.endswith((".yaml", ".yml", ".json")):
        return None
    try:
        lines = Path(fault.place.path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    index = fault.place.line - 1
    shown = lines[index].replace("\t", " ") if 0 <= index < len(lines) else ""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown)[:200] or None


def show_decision(
    console: Console, decision: Decision, language: Language, changes: tuple[Change, ...] | None = None
) -> None:
    """A decision as an official reads it: outcome first, then why, what is missing, whose money, what to mind."""
    console.print(_headline(decision, language), soft_wrap=True)
    groups = [decision.group] if decision.group else decision.policy.groups
    for group in groups:
        rows = [finding for finding in decision.findings if finding.group is group]
        _heading(console, f"{say('criteria', language)} · {group.label[language]}")
        console.print(_findings(decision, rows, language))
    if decision.missing:
        _heading(console, say("missing", language))
        _bullets(console, [_missing(decision, item, language) for item in decision.missing])
    if decision.unsettled:
        _heading(console, say("unsettled", language))
        _bullets(console, [_unsettled(decision, item, language) for item in decision.unsettled])
    if decision.funding:
        _heading(console, say("funding", language))
        console.print(_payments(decision, language))
    if changes is not None:
        _heading(console, say("changes", language))
        _bullets(console, [_change(decision, change, language) for change in changes] or [say("no_change", language)])
    if decision.notices:
        _heading(console, say("notices", language))
        _bullets(console, [notice.text(language) for notice in decision.notices])
    console.print()


def _heading(console: Console, text: str) -> None:
    console.print(Text(f"  {text}", style="bold"))


def _bullets(console: Console, lines: list[str]) -> None:
    table = Table.grid(padding=(0, 1))
    for line in lines:
        table.add_row("   •", line)
    console.print(table)


def _change(decision: Decision, change: Change, language: Language) -> str:
    """What would have to be otherwise, all together, each with its proof."""
    facts = decision.vocabulary.facts
    steps = [
        f"{step_text(step, decision.vocabulary, language)} ({facts[step.fact].proof(language)})"
        for step in change.steps
    ]
    return "; ".join(steps)


def _unsettled(decision: Decision, item: Unsettled, language: Language) -> str:
    words = decision.vocabulary.facts[decision.policy.listings[item.listing].fact].words
    return say("in_list", language, code=words[item.code].label[language], list=item.listing.replace("_", " "))


def _missing(decision: Decision, item: Missing, language: Language) -> str:
    purpose = {"outcome": "outcome", "group": "group", "funding": "money"}[item.purpose]
    decides = say("would_decide", language, purpose=say(purpose, language))
    label = decision.vocabulary.facts[item.fact].label[language]
    return f"{label} ({decides}): {decision.vocabulary.facts[item.fact].proof(language)}"


def outcome_text(decision: Decision, language: Language) -> str:
    """The outcome; a refusal that rests on assumptions alone is not called one."""
    if any(notice.code == "refusal_on_assumption" for notice in decision.notices):
        return say("refusal_unsafe", language)
    return OUTCOMES[decision.outcome][language]


def _headline(decision: Decision, language: Language) -> Text:
    unsafe = any(notice.code == "refusal_on_assumption" for notice in decision.notices)
    colour = "bold yellow" if unsafe else _COLOUR[decision.outcome]
    parts = [
        (f"{decision.policy.id}", "bold cyan"),
        (f" · {decision.on} · ", ""),
        (outcome_text(decision, language).upper(), colour),
    ]
    if decision.group:
        parts.append((f" · {decision.group.label[language]}", ""))
    parts.append((f"  [{EFFECTS[decision.legal_effect][language]}]", "dim"))
    return Text.assemble(*parts)


def _findings(decision: Decision, findings: list[Finding], language: Language) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for finding in findings:
        mark, colour = _MARK[finding.result]
        basis = BASES[finding.criterion.ground.basis][language]
        article = say("article", language, number=finding.criterion.article) if finding.criterion.article else ""
        text = Text(finding.criterion.text)
        known = decision.facts_text(finding, language)
        if known:
            text.append(f" — {known}", style="dim")
        place = Text(", ".join(part for part in (article, basis) if part), style="dim")
        table.add_row(Text(f"   {mark}", style=colour), text, place)
    return table


def _payments(decision: Decision, language: Language) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for payment in decision.funding:
        mark, colour = _MARK[payment.result]
        style = "bold" if payment is decision.payer else ""
        table.add_row(Text(f"   {mark}", style=colour), Text(_payment(decision, payment, language), style=style))
    return table


def _payment(decision: Decision, payment: Payment, language: Language) -> str:
    source = decision.vocabulary.sources[payment.rule.source].label[language]
    provider = f" ({payment.rule.provider})" if payment.rule.provider else ""
    months = say("months", language, months=payment.months) if payment.months else say("months_open", language)
    amount = (
        say("no_tariff", language)
        if payment.monthly_idr is None
        else say("per_month", language, amount=rupiah(payment.monthly_idr))
    )
    return f"{source}{provider} · {months} · {amount} · {BASES[payment.rule.ground.basis][language]}"


def show_policies(console: Console, policies: Iterable[Policy], on: date, language: Language) -> None:
    """Each version on a line, with what it is about beneath."""
    for policy in policies:
        about = Text(f"    {policy.title.about}", style="dim")
        console.print(Text.assemble((policy.id, "bold cyan"), f"  {period(policy, on, language)}"), soft_wrap=True)
        console.print(about, soft_wrap=True)


def period(policy: Policy, on: date, language: Language) -> str:
    """What instrument it is, from when to when, what is known of it, and its legal effect on the day."""
    title, effective = policy.title, policy.effective
    effect = EFFECTS[legal_effect(policy, None, on)][language]
    if policy.status != "draft" and effective.since and on < effective.since:
        effect = say("not_yet", language)
    since = effective.since or say("unknown_date", language)
    year = None if title.number and str(title.year) in title.number else title.year
    parts = [
        " ".join(str(part) for part in (title.kind.replace("_", " "), title.number, year) if part),
        f"{say('since', language)} {since}",
        f"{say('until', language)} {effective.until}" if effective.until else "",
        f"{say('known', language)} {effective.known_until}",
        effect,
    ]
    return " · ".join(part for part in parts if part)
