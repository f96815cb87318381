"""The commonest situations of a run in sentences: the work list of a labour office, most people first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.decision.decision import Finding, Outline, Payment
from engine.decision.verdict import Purpose
from engine.language.condition import RULING
from engine.language.messages.report import REPORT
from engine.language.messages.words import BASES
from engine.language.policy import Criterion, Group
from engine.language.vocabulary import Label, Language, Vocabulary
from engine.language.wording import filled, grouped, in_a_row, joined, rupiah
from engine.registry.decoding import SEPARATOR
from engine.registry.report.conclusions import (
    Conclusion,
    by_group,
    code_label,
    conclusion_of,
    firmly,
    missing_for,
)
from engine.registry.report.totals import Totals
from engine.registry.run import Decided

_SECOND = "pekerjaan_kedua"
SHOWN = 6
"""Values waiting for a ruling that a sentence names."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact that somebody has to supply: its proof with who attests it, and that one alone (None: nobody named)."""

    fact: str
    label: Label
    proof: Label
    by: Label | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A value of an open list that waits for a ruling, and the people of the situation who have it."""

    code: str
    label: Label
    people: int


@dataclass(frozen=True, slots=True)
class Situation:
    """People whose decisions read alike, though facts without effect may differ: one line of the work list."""

    verdicts: tuple[int, ...]
    """Their verdict numbers, by which the rows are found."""
    people: int
    conclusion: Conclusion
    sentence: Label
    settles: Label
    """What would settle the outcome, the group or the money, with proofs; empty where nothing is open."""
    asks: tuple[Ask, ...]
    rulings: tuple[Ruling, ...]

    def text(self, language: Language) -> str:
        """`412 orang. Belum pasti — …`; with the values that wait for a ruling and how many have each."""
        key = "person" if self.people == 1 else "people"
        people = REPORT[key][language].format(count=grouped(self.people, language))
        return " ".join(part for part in (f"{people}.", self.sentence[language], self.settles_text(language)) if part)

    def settles_text(self, language: Language) -> str:
        """What settles it, rulings included; empty where nothing is open."""
        return " ".join(part for part in (self.settles[language], self.ruling_text(language)) if part)

    def ruling_text(self, language: Language) -> str:
        """What has to be ruled on: the commonest values and how many people have each; empty where nothing has."""
        if not self.rulings:
            return ""
        codes = [f"{each.label[language]} ({grouped(each.people, language)})" for each in self.rulings[:SHOWN]]
        if len(self.rulings) > SHOWN:
            codes.append(REPORT["others"][language].format(count=len(self.rulings) - SHOWN))
        return REPORT["ruling"][language].format(codes=", ".join(codes))

    def who(self) -> tuple[Label, ...]:
        """Whose move it is: those who attest what is missing, who rules, or who confirms an assumption."""
        found = [ask.by for ask in self.asks if ask.by]
        if self.rulings:
            found.append(REPORT["official"])
        if self.conclusion == "refusal_on_assumption":
            found.append(REPORT["legal_bureau"])
        return tuple(dict.fromkeys(found))


def situations(decided: Decided, totals: Totals) -> tuple[Situation, ...]:
    """Every situation that somebody is in; verdicts that read alike are one."""
    alike: dict[tuple[Conclusion, Label, Label], list[int]] = {}
    for number in totals.verdicts:
        outline = decided.outlines[number]
        alike.setdefault((conclusion_of(outline), sentence(outline), settles(outline)), []).append(number)
    found = [
        Situation(
            tuple(sorted(numbers)),
            sum(totals.verdicts[number] for number in numbers),
            conclusion,
            said,
            settled,
            _asks(decided.outlines[min(numbers)]),
            _rulings(decided.outlines, numbers, totals),
        )
        for (conclusion, said, settled), numbers in alike.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.people, each.sentence.id, each.settles.id)))


def sentence(outline: Outline) -> Label:
    """The conclusion, and what is met, not met or not known, in both languages."""
    match conclusion_of(outline):
        case "eligible":
            return _eligible(outline)
        case "undetermined":
            return filled(REPORT["undetermined"], groups=_open_groups(outline))
        case "refusal_on_assumption":
            groups = _semicolons(
                filled(REPORT["closed_group"], group=group.label, criteria=_refusals(failed, outline.vocabulary))
                for group, failed in _failures(outline)
                if failed and not firmly(failed)
            )
            return filled(REPORT["unsafe"], groups=groups)
        case _:
            return filled(REPORT["ineligible"], groups=_semicolons(_closed(outline)))


def settles(outline: Outline) -> Label:
    """What would settle the outcome, then the group and the money; empty where nothing is open."""
    match conclusion_of(outline):
        case "refusal_on_assumption":
            return REPORT["confirm"]
        case "eligible" | "undetermined":
            return _spoken([*_settles(outline), *_further(outline)])
        case _:
            return Label("", "")


def criterion_name(criterion: Criterion, reads: Sequence[str], vocabulary: Vocabulary) -> Label:
    """A criterion by the facts it asks: `jabatan dalam RT / jabatan dalam RW`."""
    labels = [vocabulary.facts[fact].label for fact in reads if fact not in (RULING, _SECOND)]
    if not labels:
        name = criterion.id.replace("_", " ")
        return Label(name, name)
    return Label(" / ".join(label.id for label in labels), " / ".join(label.en for label in labels))


def payment_text(payment: Payment, vocabulary: Vocabulary) -> Label:
    """`dibayar APBD, 7 bulan, Rp16.800 per bulan`."""
    source = vocabulary.sources[payment.rule.source].label
    if payment.rule.provider:
        source = filled(REPORT["provider"], source=source, provider=payment.rule.provider)
    months, monthly = payment.months, payment.monthly_idr
    return filled(
        REPORT["paid_by"],
        source=source,
        months=REPORT["months_open"] if months is None else filled(REPORT["months"], months=months),
        amount=REPORT["no_tariff"] if monthly is None else filled(REPORT["per_month"], amount=rupiah(monthly)),
    )


def _eligible(outline: Outline) -> Label:
    payer = outline.payer
    if payer:
        paid = payment_text(payer, outline.vocabulary)
    else:
        paid = REPORT["paid_later" if outline.funding else "paid_by_nobody"]
    if outline.group is None:
        return filled(REPORT["eligible_any"], payer=paid)
    return filled(REPORT["eligible"], group=outline.group.label, payer=paid)


def _open_groups(outline: Outline) -> Label:
    """Of each group that is not ruled out: what is unknown, and whether the rest is met."""
    found = []
    for group, findings in by_group(outline):
        unknown = [finding for finding in findings if finding.result == "unknown"]
        if not unknown or any(finding.result == "failed" for finding in findings):
            continue
        names = joined(dict.fromkeys(_what_is_unknown(finding, outline) for finding in unknown))
        key = "open_group" if len(unknown) < len(findings) or len(findings) == 1 else "blank_group"
        found.append(filled(REPORT[key], group=group.label, criteria=names))
    return _semicolons(found)


def _what_is_unknown(finding: Finding, outline: Outline) -> Label:
    """The missing facts that the criterion reads; without any, what waits for a ruling, or the criterion's own name."""
    missing = {item.fact for item in outline.missing}
    found = [outline.vocabulary.facts[fact].label for fact in finding.reads if fact in missing]
    if found:
        return in_a_row(found)
    name = criterion_name(finding.criterion, finding.reads, outline.vocabulary)
    waits = any(criterion == finding.criterion.id for criterion, _, _ in outline.open_lists)
    return filled(REPORT["equivalence"], name=name) if waits else name


def _closed(outline: Outline) -> Iterable[Label]:
    for group, failed in _failures(outline):
        if failed:
            names = _refusals(failed, outline.vocabulary)
            yield filled(REPORT["closed_group"], group=group.label, criteria=names)
        else:
            yield filled(REPORT["never_group"], group=group.label)


def _failures(outline: Outline) -> list[tuple[Group, list[Finding]]]:
    return [(group, [f for f in findings if f.result == "failed"]) for group, findings in by_group(outline)]


def _refusals(failed: Sequence[Finding], vocabulary: Vocabulary) -> Label:
    """Each criterion with its article and basis."""
    return in_a_row(
        filled(
            REPORT["article_basis" if finding.criterion.article else "basis_only"],
            name=criterion_name(finding.criterion, finding.reads, vocabulary),
            article=finding.criterion.article,
            basis=BASES[finding.criterion.ground.basis],
        )
        for finding in failed
    )


def _settles(outline: Outline) -> list[Label]:
    """What decides the outcome: one proof, or all that may be needed."""
    needed = [_ask(outline, fact) for fact in missing_for(outline, "outcome")]
    if len(needed) == 1 and not outline.open_lists:
        return [filled(REPORT["settles"], proof=needed[0].proof)]
    key = "needed" if len(needed) == 1 else "needed_until"
    return [filled(REPORT[key], proofs=_proofs(needed))] if needed else []


def _further(outline: Outline) -> list[Label]:
    """What decides the group and the money, where the outcome does not wait for it."""
    keys: dict[Purpose, str] = {"group": "decides_group", "funding": "decides_money"}
    wanted = [(key, [_ask(outline, fact) for fact in missing_for(outline, purpose)]) for purpose, key in keys.items()]
    return [filled(REPORT[key], proofs=_proofs(asks)) for key, asks in wanted if asks]


def _proofs(asks: Iterable[Ask]) -> Label:
    return _semicolons(filled(REPORT["fact_proof"], fact=ask.label, proof=ask.proof) for ask in asks)


def _asks(outline: Outline) -> tuple[Ask, ...]:
    return tuple(_ask(outline, fact) for fact in dict.fromkeys(item.fact for item in outline.missing))


def _ask(outline: Outline, name: str) -> Ask:
    fact = outline.vocabulary.facts[name]
    return Ask(name, fact.label, Label(fact.proof("id"), fact.proof("en")), fact.attested_by)


def _rulings(outlines: Sequence[Outline], numbers: Sequence[int], totals: Totals) -> tuple[Ruling, ...]:
    """Most people first; a person with two values that wait counts at both."""
    found: Counter[tuple[str, Label]] = Counter()
    for number in numbers:
        for cell, people in totals.rulings_of.get(number, {}).items():
            for code in dict.fromkeys(cell.split(SEPARATOR)):
                found[code, code_label(outlines[number], code)] += people
    ordered = sorted(found.items(), key=lambda entry: (-entry[1], entry[0][0]))
    return tuple(Ruling(code, label, people) for (code, label), people in ordered)


def _spoken(parts: Sequence[Label]) -> Label:
    return Label(" ".join(part.id for part in parts), " ".join(part.en for part in parts))


def _semicolons(parts: Iterable[Label]) -> Label:
    found = tuple(parts)
    return Label("; ".join(part.id for part in found), "; ".join(part.en for part in found))
