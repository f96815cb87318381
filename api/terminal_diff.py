"""How the difference of two policies looks at a terminal: the answer first, then who, whose money, the text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.terminal import say
from engine.decision.decision import Decision, Finding
from engine.decision.outline import legal_effect
from engine.language.condition import RULING
from engine.language.messages.revision import ASPECTS, ITEMS, PAYING, RELATIONS, REVISION
from engine.language.messages.words import BASES, EFFECTS
from engine.language.policy import Policy
from engine.language.vocabulary import Label, Language
from engine.language.wording import rupiah
from engine.revision.difference.contrast import Direction, NewPayer, Relation
from engine.revision.difference.difference import Difference
from engine.revision.difference.items import Item, months_text
from engine.revision.difference.joint import Payer, Side
from engine.revision.difference.structure import AspectChange, Assumption, Change, deciding
from engine.revision.difference.witnesses import Witness

_COLOUR = {"equivalent": "bold green", "wider": "bold cyan", "narrower": "bold yellow", "neither": "bold magenta"}
_SIGN = {"added": ("+", "green"), "removed": ("−", "red"), "changed": ("~", "yellow")}
_SPLIT = 60
"""Characters of an aspect above which old and new stand on lines of their own."""


def told(key: str, language: Language, **values: object) -> str:
    """A word or sentence about revisions."""
    return REVISION[key][language].format(**values)


def show_difference(console: Console, found: Difference, language: Language) -> None:
    """What an official asks first, first: who gains, who loses, by which article."""
    names = _names(found, language)
    for key, side in (("old", found.old), ("new", found.new)):
        console.print(_side(key, side, names[key], language), soft_wrap=True)
        if side.policy.what_if:
            note = told("not_law", language, changes="; ".join(side.policy.what_if))
            console.print(Text(f"  {note}", style="yellow"), soft_wrap=True)
    if found.at_home:
        home = {"old": found.cities[0][language], "new": found.cities[1][language]}
        relation = RELATIONS[found.as_written or "neither"][language]
        console.print(Text(told("at_home", language, **home, relation=relation), style="dim"))
    console.print()
    _who(console, found, language)
    _money(console, found, language)
    _written(console, found.changes, language)
    _assumed(console, found.assumptions, language)


def _names(found: Difference, language: Language) -> dict[str, str]:
    """What the sides are called; by their paths where two files have one id."""
    twice = found.old.policy.id == found.new.policy.id
    return {key: _called(side.policy, twice, language) for key, side in (("old", found.old), ("new", found.new))}


def _called(policy: Policy, twice: bool, language: Language) -> str:
    if policy.what_if:
        return told("what_if", language, policy=policy.id.partition("+")[0])
    return policy.place.path if twice else policy.id


def _side(key: str, side: Side, name: str, language: Language) -> Text:
    effect = EFFECTS[legal_effect(side.policy, None, side.day)][language]
    return Text.assemble(
        f"{told(key, language)}: ",
        (name, "bold cyan"),
        f" · {told('read_on', language, day=side.day)}",
        (f"  [{effect}]", "dim"),
    )


def _headline(console: Console, key: str, relation: Relation, label: Label, text: str, language: Language) -> None:
    answer = (label[language].upper(), _COLOUR[relation])
    console.print(Text.assemble((f"{told(key, language)}: ", "bold"), answer, f" — {text}"))


def _who(console: Console, found: Difference, language: Language) -> None:
    who = found.coverage
    _headline(console, "who", who.relation, RELATIONS[who.relation], told(f"covers_{who.relation}", language), language)
    if who.settled != who.relation:
        console.print(Text("  " + told("settled", language, relation=RELATIONS[who.settled][language]), style="yellow"))
    console.print(Text("  " + told("firm", language, relation=RELATIONS[who.firm][language]), style="dim"))
    for key, sign, direction in (("gains", "added", who.gained), ("loses", "removed", who.lost)):
        mark, colour = _SIGN[sign]
        if direction.witnesses or direction.unsettled:
            console.print()
            console.print(
                Text(f"  {mark} {told(key, language, **_names(found, language))}", style=f"bold {colour}"),
                soft_wrap=True,
            )
        _direction(console, direction, language)
    if who.relation != "equivalent":
        console.print()
        console.print(Text(f"  {told('smallest', language)} {told('unknown_entries', language)}", style="dim"))
    console.print()


def _direction(console: Console, direction: Direction, language: Language) -> None:
    for number, witness in enumerate(direction.witnesses, start=1):
        _person(console, f"{number}.", witness, language)
    if direction.more:
        console.print(Text(f"    {told('more_reasons', language)}", style="dim"))
    if direction.unsettled:
        console.print(Text(f"    {told('unsettled', language)}", style="yellow"))
        _person(console, "?", direction.unsettled, language)


def _person(console: Console, mark: str, witness: Witness, language: Language) -> None:
    person = Text(witness.told(language), style="bold")
    alike = witness.told_alike(language)
    if alike:
        person.append(f"\n({told('alike', language, alike=alike)})", style="dim")
    head = Table.grid(padding=(0, 1))
    head.add_column(width=6, justify="right")
    head.add_column(ratio=1)
    head.add_row(mark, person)
    console.print(head)
    answers = Table.grid(padding=(0, 1))
    answers.add_column(width=6 + 1 + len(told("old", language)), justify="right")
    answers.add_column(width=1)
    answers.add_column(ratio=1)
    for key, decision, other in (("old", witness.old, witness.new), ("new", witness.new, witness.old)):
        for row, (sign, colour, line) in enumerate(_answer(decision, other, language)):
            answers.add_row("" if row else told(key, language), Text(sign, style=colour), line)
    console.print(answers)


def _answer(decision: Decision, other: Decision, language: Language) -> list[tuple[str, str, Text]]:
    """One side's answer with its articles: what refuses; or who pays, and what it says where the other side refuses."""
    if decision.outcome == "eligible":
        group = decision.group.label[language] if decision.group else ""
        lines = [("✓", "green", Text(f"{told('covers', language)}: {group} · {_paid(decision, language)}"))]
        return lines + [("", "", line) for line in _instead(decision, other, language)]
    if decision.outcome == "undetermined":
        return [("?", "yellow", Text(_awaits(decision, language)))]
    several = len(decision.policy.groups) > 1
    lines = [
        ("✗", "red", _criterion(finding, f"{finding.group.label[language]}: " if several else "", language))
        for finding in _failed(decision)
    ]
    if any(notice.code == "refusal_on_assumption" for notice in decision.notices):
        lines.append(("!", "yellow", Text(told("on_assumption", language), style="yellow")))
    return lines


def _awaits(decision: Decision, language: Language) -> str:
    """What must be ruled, by the list that leaves it open and its article."""
    codes = []
    for item in decision.unsettled:
        listing = decision.policy.listings[item.listing]
        label = decision.vocabulary.facts[listing.fact].words[item.code].label[language]
        codes.append(f"{label} [{item.listing.replace('_', ' ')}{_article(listing.article, language)}]")
    return told("awaits", language, codes=", ".join(dict.fromkeys(codes)))


def _paid(decision: Decision, language: Language) -> str:
    payer = decision.payer
    if payer is None:
        return told("unpaid", language)
    months = say("months", language, months=payer.months) if payer.months else say("months_open", language)
    source = decision.vocabulary.sources[payer.rule.source].label[language]
    return f"{source}, {months}{_article(payer.rule.article, language)}"


def _instead(decision: Decision, other: Decision, language: Language) -> list[Text]:
    """What the deciding group asks about the facts for which the other side refuses."""
    facts = dict.fromkeys(fact for finding in _failed(other) for fact in finding.reads)
    mine = [finding for finding in decision.findings if finding.group is decision.group]
    asked = [finding for finding in mine if set(finding.reads) & set(facts)]
    free = [fact for fact in facts if not any(fact in finding.reads for finding in asked) and fact != RULING]
    lines = [_criterion(finding, "", language) for finding in asked]
    if free and len(other.policy.groups) == 1:
        labels = ", ".join(decision.vocabulary.facts[fact].label[language] for fact in free)
        lines.append(Text(told("not_asked", language, facts=labels)))
    return lines


def _criterion(finding: Finding, group: str, language: Language) -> Text:
    criterion = finding.criterion
    ground = BASES[criterion.ground.basis][language]
    place = f"{_article(criterion.article, language, lead='')}, {ground}" if criterion.article else ground
    return Text.assemble(f"{group}{criterion.text} ", (f"[{place}]", "dim"))


def _failed(decision: Decision) -> list[Finding]:
    return [finding for finding in decision.findings if finding.result == "failed"]


def _article(article: str | None, language: Language, lead: str = ", ") -> str:
    return f"{lead}{say('article', language, number=article)}" if article else ""


def _money(console: Console, found: Difference, language: Language) -> None:
    money = found.funding
    text = told(f"pays_{money.relation}" if money.both else "pays_nobody", language)
    _headline(console, "money", money.relation, PAYING[money.relation], text, language)
    for change in money.changes:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=3)
        table.add_column(ratio=1)
        table.add_row(" ~", _payers(change, language))
        table.add_row("", Text(change.witness.told(language), style="dim"))
        console.print(table)
    if money.more:
        console.print(Text(f"    {told('more_payers', language)}", style="dim"))
    console.print()


def _payers(change: NewPayer, language: Language) -> Text:
    old, new = change.witness.old, change.witness.new
    return Text.assemble(
        _payer(change.old, old, language), (" → ", "bold"), _payer(change.new, new, language), style="bold"
    )


def _payer(payer: Payer | None, decision: Decision, language: Language) -> str:
    if payer is None or decision.payer is None:
        return told("unpaid", language)
    source = decision.vocabulary.sources[payer.source].label[language]
    amount = (
        say("no_tariff", language)
        if payer.monthly_idr is None
        else say("per_month", language, amount=rupiah(payer.monthly_idr))
    )
    parts = [f"{source} ({payer.provider})" if payer.provider else source, months_text(payer.months)[language], amount]
    return ", ".join(parts) + _article(decision.payer.rule.article, language)


def _written(console: Console, changes: Sequence[Change], language: Language) -> None:
    console.print(Text(told("written", language), style="bold"))
    if not changes:
        console.print(Text(f"  {told('nothing_written', language)}"))
    for change in changes:
        mark, colour = _SIGN[change.how]
        head = Text.assemble(
            (f"  {mark} ", colour), (_name(change.item, language), "bold"), _within(change), _place(change, language)
        )
        console.print(head, soft_wrap=True)
        for line in _aspects(change, language):
            console.print(Padding(line, (0, 0, 0, 6)))
    console.print()


def _name(item: Item, language: Language) -> str:
    name, kind = item.name[language], ITEMS[item.kind][language]
    return name.capitalize() if kind.lower() in name.lower() else f"{kind} {name}"


def _within(change: Change) -> tuple[str, str]:
    """The group an item belongs to, by its id."""
    return (f" ({change.item.within.replace('_', ' ')})" if change.item.within else ""), ""


def _place(change: Change, language: Language) -> tuple[str, str]:
    """Articles of both sides, and the ground of what is new."""
    articles = [item.article for item in (change.old, change.new) if item and item.article]
    parts = [say("article", language, number=article) for article in dict.fromkeys(articles)]
    basis = change.item.basis
    if basis and change.how != "changed":
        parts.append(BASES[basis][language])
    return f"  {', '.join(parts)}", "dim"


def _aspects(change: Change, language: Language) -> list[Text]:
    if change.how != "changed":
        return [] if deciding(change.item) == change.item.name else [Text(_full(change.item, language))]
    return [line for one in change.aspects for line in _aspect(one, language)]


def _full(item: Item, language: Language) -> str:
    """What an item says; of a quota or a donor's scheme every aspect."""
    if "condition" in item.aspects or "rule" in item.aspects:
        return deciding(item)[language]
    parts = (f"{ASPECTS[name][language]} {aspect.text[language]}" for name, aspect in item.aspects.items())
    return "; ".join(parts)


def _aspect(change: AspectChange, language: Language) -> list[Text]:
    label = ASPECTS[change.aspect][language]
    if change.added or change.removed:
        text = Text(f"{label}: ")
        for sign, labels in (("added", change.added), ("removed", change.removed)):
            mark, colour = _SIGN[sign]
            for one in labels:
                text.append(f"{mark}{one[language]}  ", style=colour)
        return [text]
    old = change.old[language] if change.old else told("none", language)
    new = change.new[language] if change.new else told("none", language)
    if len(old) + len(new) <= _SPLIT:
        return [Text.assemble(f"{label}: ", (old, "red"), " → ", (new, "green"))]
    return [
        Text.assemble(f"{label}:"),
        Text.assemble(("  − ", "red"), old),
        Text.assemble(("  + ", "green"), new),
    ]


def _assumed(console: Console, assumptions: Sequence[Assumption], language: Language) -> None:
    console.print(Text(told("assumed", language), style="bold"))
    if not assumptions:
        console.print(Text(f"  {told('no_assumption', language)}"))
    table = Table.grid(padding=(0, 2, 0, 0))
    for one in assumptions:
        side = told("assumed_both" if one.side == "both" else one.side, language)
        kind = _name(one.item, language)
        article = say("article", language, number=one.item.article) if one.item.article else ""
        table.add_row(Text(f"  {side}"), Text(kind), Text(deciding(one.item)[language]), Text(article, style="dim"))
    console.print(table)
    console.print()
