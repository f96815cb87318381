"""Cases beside a policy: a person, a day, and what must come out, with the reason. Read and run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from engine.decision.decide import Desk, Undecidable, default_day, why_not
from engine.decision.decision import Decision
from engine.decision.facts import Person, person
from engine.language import source
from engine.language.case_words import EFFECT_WORDS, NOT_MODELLED, OUTCOME_WORDS, RESULT_WORDS
from engine.language.diagnostic import Diagnostic, Place, in_order
from engine.language.library import CASES, shown
from engine.language.messages.testing import TESTING
from engine.language.messages.words import EFFECTS, NOTICES, OUTCOMES, RESULTS
from engine.language.policy import Policy
from engine.language.reader import Fields, scalar, unknown, word
from engine.language.schema import NOT_REGULATED
from engine.language.source import Mapping as MappingNode
from engine.language.source import Node, Scalar
from engine.language.vocabulary import Label, Vocabulary
from engine.revision.order import priority_key

UNCONFIRMED = "belum_dipastikan"
"""Stands in a written case wherever a person has yet to say what must come out."""


@dataclass(frozen=True, slots=True)
class Case:
    """`facts` as written; `expected` by field, as `Observed` names them; `reasons` by (group, criterion)."""

    name: str
    day: date
    facts: Mapping[str, str]
    reasons: Mapping[tuple[str, str], str]
    expected: Mapping[str, object]
    place: Place
    before: tuple[Case, ...] = ()
    """Cases of people whom this one must come before, by the policy's priorities."""
    not_before: tuple[Case, ...] = ()
    """Cases of people whom this one must not come before."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a case that came out otherwise than it must."""

    what: str
    expected: object
    actual: object


@dataclass(frozen=True, slots=True)
class CaseResult:
    case: Case
    decision: Decision | None
    faults: tuple[Diagnostic, ...] = field(default=())

    @property
    def passed(self) -> bool:
        return not self.faults


def cases_path(policy: Policy) -> Path:
    """Where the policy's cases are: beside it."""
    return Path(policy.place.path.removesuffix(".yaml") + CASES)


def load_cases(policy: Policy, path: Path, faults: list[Diagnostic]) -> tuple[Case, ...]:
    """The cases of one file; `faults` grows in place."""
    if not path.is_file():
        faults.append(Diagnostic("cases-missing", policy.place, {"name": shown(path)}, "warning"))
        return ()
    node, found = source.read(path.read_bytes(), shown(path))
    faults.extend(found)
    if node is None:
        return ()
    fields = Fields(node, faults)
    shared = _facts(fields.under("andaikan"))
    named: dict[tuple[str, str], tuple[tuple[str, Place], ...]] = {}
    cases = fields.each("kasus", lambda entry: _case(entry, policy, shared, named), required=True)
    fields.close()
    seen: dict[str, Case] = {}
    for case in cases:
        if case.name in seen:
            faults.append(Diagnostic("case-twice", case.place))
        seen[case.name] = case

    def others(case: Case, field_: str) -> tuple[Case, ...]:
        return _others(named.get((case.name, field_), ()), seen, faults)

    return tuple(
        replace(case, before=others(case, "mendahului"), not_before=others(case, "tidak_mendahului")) for case in cases
    )


def supposed(path: Path) -> Mapping[str, str]:
    """The facts that a case file supposes of everybody (`andaikan`); none where it cannot be read."""
    node = source.read(path.read_bytes(), shown(path))[0] if path.is_file() else None
    return _facts(Fields(node, []).under("andaikan")) if node else {}


def run_cases(desk: Desk, policy: Policy, cases: tuple[Case, ...]) -> Iterator[CaseResult]:
    for case in cases:
        yield run_case(desk, policy, case)


def run_case(desk: Desk, policy: Policy, case: Case) -> CaseResult:
    """Decides the case and holds it against what it expects."""
    faults: list[Diagnostic] = []
    applicant = case_person(case, desk.library.vocabulary, faults)
    if faults:
        return CaseResult(case, None, tuple(in_order(faults)))
    try:
        decision = desk.decide(policy, applicant, case.day)
        found = tuple(differences(desk, case, decision))
    except Undecidable as problem:
        return CaseResult(case, None, (why_not(policy, problem),))
    return CaseResult(case, decision, tuple(_differs(case, difference) for difference in found))


def case_person(case: Case, vocabulary: Vocabulary, faults: list[Diagnostic]) -> Person:
    """The person of the case on its day; `faults` grows in place."""
    places = dict.fromkeys(case.facts, case.place)
    return person(dict(case.facts), vocabulary, case.day, faults, places, case.place.path)


def differences(desk: Desk, case: Case, decision: Decision) -> Iterator[Difference]:
    """Where the decision about the case's person is not what the case expects. Raises Undecidable."""
    results = {(f.group.id, f.criterion.id): f.result for f in decision.findings}
    for key, expected in case.reasons.items():
        if results[key] != expected:
            yield Difference(".".join(key), expected, results[key])
    for name, wanted in case.expected.items():
        actual = OBSERVED[name](decision)
        if name in ("catatan", "catatan_tidak"):
            assert isinstance(wanted, frozenset) and isinstance(actual, frozenset)
            actual = actual & wanted if name == "catatan" else wanted - actual
        if actual != wanted:
            yield Difference(name, wanted, actual)
    others = (*case.before, *case.not_before)
    first = priority_key(desk, decision.policy, decision.person, case.day) if others else ()
    for other in others:
        behind = case_person(replace(other, day=case.day), desk.library.vocabulary, [])
        then = priority_key(desk, decision.policy, behind, case.day)
        stands = "before" if first < then else "alike" if first == then else "behind"
        if other in case.before and stands != "before":
            yield Difference("mendahului", "before", stands)
        elif other in case.not_before and stands == "before":
            yield Difference("tidak_mendahului", "not_before", stands)


OBSERVED: Mapping[str, Callable[[Decision], object]] = {
    "hasil": lambda d: d.outcome,
    "kelompok": lambda d: d.group.id if d.group else None,
    "dana": lambda d: tuple(p.rule.source for p in d.funding if p.result == "met"),
    "penyedia": lambda d: d.payer.rule.provider if d.payer else None,
    "bulan": lambda d: d.payer.months if d.payer else None,
    "iuran": lambda d: d.monthly_idr,
    "kurang": lambda d: frozenset(m.fact for m in d.missing),
    "belum_diputus": lambda d: frozenset(u.code for u in d.unsettled),
    "akibat_hukum": lambda d: d.legal_effect,
    "pendanaan": lambda d: tuple(f"{p.rule.source} {p.result} {p.months or NOT_REGULATED}" for p in d.funding),
    "catatan": lambda d: frozenset(n.code for n in d.notices),
    "catatan_tidak": lambda d: frozenset(n.code for n in d.notices),
    "program": lambda d: frozenset(d.policy.programs),
    "kuota": lambda d: next((q.amount for q in d.policy.quotas if q.year == d.on.year), None),
}
"""What a case can expect of a decision, by field."""


def _case(
    fields: Fields,
    policy: Policy,
    shared: Mapping[str, str],
    named: dict[tuple[str, str], tuple[tuple[str, Place], ...]],
) -> Case | None:
    """One case; the cases it names go to `named`, since they may stand further down."""
    if _unconfirmed(fields):
        return None
    name = fields.text("nama", required=True)
    day = fields.date("pada") or default_day(policy)
    facts = {**shared, **_facts(fields.under("fakta"))}
    for dropped, _ in fields.texts("tanpa"):
        facts.pop(dropped, None)
    reasons = _reasons(fields, policy)
    outcome = fields.word("hasil", OUTCOME_WORDS, required=True)
    expected: dict[str, object] = {"hasil": outcome}
    groups = {group.id: group.id for group in policy.groups}
    if "kelompok" in fields.values:
        expected["kelompok"] = fields.word("kelompok", groups)
    if "dana" in fields.values:
        expected["dana"] = tuple(text for text, _ in fields.texts("dana"))
    for number in ("bulan", "iuran", "kuota"):
        if number in fields.values:
            node = fields.node(number)
            text = scalar(node, fields.faults) if node else None
            expected[number] = None if text in (NOT_MODELLED, NOT_REGULATED) else fields.number(number)
    if "penyedia" in fields.values:
        expected["penyedia"] = fields.text("penyedia")
    if "pendanaan" in fields.values:
        expected["pendanaan"] = fields.each("pendanaan", _source)
    for names in ("catatan", "catatan_tidak"):
        if names in fields.values:
            expected[names] = frozenset(fields.words(names, {code: code for code in NOTICES}))
    for names in ("kurang", "belum_diputus", "program"):
        if names in fields.values:
            expected[names] = frozenset(text for text, _ in fields.texts(names))
    if "akibat_hukum" in fields.values:
        expected["akibat_hukum"] = fields.word("akibat_hukum", EFFECT_WORDS)
    for names in ("mendahului", "tidak_mendahului"):
        named[name or "?", names] = fields.texts(names)
    return Case(name, day, facts, reasons, expected, fields.place) if name and outcome else None


def _unconfirmed(fields: Fields) -> bool:
    """Whether a person has yet to say what must come out; told where the case first leaves it open."""
    open_: list[Place] = []

    def look(node: Node) -> None:
        if isinstance(node, Scalar) and node.text.strip() == UNCONFIRMED:
            open_.append(node.place)
        elif isinstance(node, MappingNode):
            for _, value in node.entries:
                look(value)

    for name, (_, node) in fields.values.items():
        if name not in ("nama", "fakta"):
            look(node)
    if open_:
        fields.asked.update(dict.fromkeys(fields.values))
        fields.fault("case-unconfirmed", min(open_), name=fields.text("nama") or "?")
    return bool(open_)


def _others(
    names: tuple[tuple[str, Place], ...], cases: Mapping[str, Case], faults: list[Diagnostic]
) -> tuple[Case, ...]:
    found = []
    for name, place in names:
        if name in cases:
            found.append(cases[name])
        else:
            unknown(faults, "case-not-there", place, name, cases)
    return tuple(found)


def _source(fields: Fields) -> str:
    """One source of the full list: `{sumber_dana, hasil, bulan}`."""
    source_, result = fields.text("sumber_dana", required=True), fields.word("hasil", RESULT_WORDS, required=True)
    return f"{source_} {result} {fields.text('bulan', required=True)}"


def _facts(section: Fields | None) -> dict[str, str]:
    if section is None:
        return {}
    found = {}
    for name in section.names():
        text = section.text(name)
        if text is not None:
            found[name] = text
    return found


def _reasons(fields: Fields, policy: Policy) -> dict[tuple[str, str], str]:
    """`criterion` where only one group has it, else `group.criterion`."""
    section = fields.under("karena")
    known: dict[str, list[tuple[str, str]]] = {}
    for group in policy.groups:
        for criterion in group.criteria:
            key = (group.id, criterion.id)
            known.setdefault(criterion.id, []).append(key)
            known[".".join(key)] = [key]
    known = {name: keys for name, keys in known.items() if len(keys) == 1}
    found = {}
    for name in section.names() if section else ():
        node = section.node(name) if section else None
        result = word(node, RESULT_WORDS, fields.faults) if node else None
        if name not in known:
            unknown(fields.faults, "case-unknown-criterion", fields.key_place("karena"), name, known)
        elif result:
            found[known[name][0]] = result
    if not found:
        fields.fault("case-without-reason", fields.place)
    return found


def _differs(case: Case, difference: Difference) -> Diagnostic:
    what, values = difference.what, (difference.expected, difference.actual)
    expected, actual = (_shown(what, value) for value in values)
    return Diagnostic(
        "case-differs", case.place, {"case": case.name, "what": what, "expected": expected, "actual": actual}
    )


def _shown(name: str, value: object) -> Label | str:
    if name == "hasil":
        return OUTCOMES[str(value)]
    if name in ("mendahului", "tidak_mendahului"):
        return TESTING[str(value)]
    if "." in name:
        return RESULTS[str(value)]
    if name == "akibat_hukum":
        return EFFECTS[str(value)]
    if isinstance(value, frozenset | tuple):
        return "[" + ", ".join(sorted(value) if isinstance(value, frozenset) else value) + "]"
    return "-" if value is None else str(value)
