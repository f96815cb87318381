"""One decision: unseen situations against durable-rules alone, and facts to decision against zen-engine and CEL."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from random import Random
from statistics import median
from typing import Any

import cel
import durable_rules_engine as durable_c
import zen
from durable import engine as durable

from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.decision.program import build
from engine.decision.rules import Session
from engine.decision.verdict import Decider
from engine.language.library import Library, load, shipped

POLICY, DAY, PEOPLE, ROUNDS = "pekalongan/2022-19b", date(2022, 12, 1), 3000, 7
_serial = count()


def main() -> None:
    library = load(shipped())
    print(f"{POLICY}, {PEOPLE} people, median of {ROUNDS} rounds\n")
    unseen(library)
    facts_to_decision(library)


def unseen(library: Library) -> None:
    """Each situation once, by our decider and by durable-rules alone on the very same rulesets."""
    program = build(library.policies[POLICY], library.vocabulary, library.national, DAY)
    first = Decider(program)
    random = Random(1)
    drawn = {tuple(random.randrange(-1, len(c.samples)) for c in first.cells) for _ in range(PEOPLE)}
    people = sorted(drawn)
    asked = [answers(first, cells) for cells in people]
    ours, documented, direct = [], [], []
    for _ in range(ROUNDS):
        decider = Decider(program)
        situations = [decider.situation(cells) for cells in people]
        verdicts = []
        ours.append(timed(lambda: verdicts.extend(map(decider.verdict_of, situations))))
        sessions = [judge.session for judge in decider._judges]
        found: list[Any] = []
        bare = Documented(sessions)
        documented.append(timed(lambda: found.extend(bare.decide(entry) for entry in asked)))
        for verdict, result in zip(verdicts, found, strict=True):
            told = [{"met": True, "failed": False, "unknown": None}[r] for r in verdict.findings[0]]
            assert told == result[: len(told)]
        direct.append(
            timed(lambda: [drive(session, a) for entry in asked for session, a in zip(sessions, entry, strict=True)])
        )
        decider.close()
    each = [median(values) / len(people) * 1e6 for values in (ours, documented, direct)]
    print(f"unseen situation, findings and exact outcome    {each[0]:8.1f} µs")
    print(f"durable-rules alone, as documented              {each[1]:8.1f} µs   ours / it = {ratio(ours, documented)}")
    print(f"durable-rules alone, C module driven directly   {each[2]:8.1f} µs   ours / it = {ratio(ours, direct)}\n")


def answers(decider: Decider, cells: Sequence[int]) -> list[list[bool | None]]:
    return [
        [a[0] if level < 0 else a[cells[level]] if cells[level] >= 0 else None for level, a in judge.questions]
        for judge in decider._judges
    ]


class QuietHost(durable.Host):  # type: ignore[misc]
    """The documented host without its timer threads, which would only slow it down."""

    def _run(self) -> None:
        return


class Documented:
    """The same rules through `Host.assert_fact`, with an action per rule, as the package documents it."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self.plans = [session.plan for session in sessions]
        self.fired: list[str] = []
        self.host = QuietHost()
        self.names: list[list[str]] = []
        for plan in self.plans:
            names = []
            for ruleset in plan.rulesets:
                name = f"bare{next(_serial)}"
                definition = json.loads(ruleset.definition)
                for rule in definition:
                    definition[rule]["run"] = self.note(rule)
                self.host.register_rulesets({name: definition})
                names.append(name)
            self.names.append(names)

    def note(self, rule: str) -> Callable[[Any], None]:
        def action(_: Any) -> None:
            self.fired.append(rule)

        return action

    def decide(self, entry: list[list[bool | None]]) -> list[bool | None]:
        results: list[bool | None] = []
        for plan, names, given in zip(self.plans, self.names, entry, strict=True):
            values: list[bool | None] = [*given, *([None] * (plan.size - len(given)))]
            for ruleset, name in zip(plan.rulesets, names, strict=True):
                fact: dict[str, Any] = {"id": 1}
                fact.update((f"q{i}", values[q]) for i, q in enumerate(ruleset.questions) if values[q] is not None)
                self.fired.clear()
                with contextlib.suppress(durable.MessageNotHandledException):
                    self.host.assert_fact(name, fact)
                self.host.retract_fact(name, {key: fact[key] for key in fact})
                for rule in self.fired:
                    values[ruleset.given[int(rule[1:])]] = rule[0] == "m"
            results.extend(values[root] for root in plan.roots)
        return results


def drive(session: Session, given: list[bool | None]) -> None:
    """The least there is: assert, take every action, retract; nothing is made of the results but the next answers."""
    values: list[bool | None] = [*given, *([None] * (session.plan.size - len(given)))]
    for handle, ruleset in zip(session._handles, session.plan.rulesets, strict=True):
        known = {f"q{i}": values[q] for i, q in enumerate(ruleset.questions) if values[q] is not None}
        fact = json.dumps({"id": 1, **known})
        code, state = durable_c.assert_fact(handle, fact)
        started = durable_c.start_action_for_state(handle, state) if code == 0 else None
        message = started[1] if started else None
        while message:
            rule = next(iter(json.loads(message)))
            values[ruleset.given[int(rule[1:])]] = rule[0] == "m"
            message = durable_c.complete_and_start_action(handle, state)
        durable_c.retract_fact(handle, fact)


def facts_to_decision(library: Library) -> None:
    """Known people, so that engines without unknowns can be compared; each gives a result for every criterion."""
    policy = library.policies[POLICY]
    desk = Desk(library)
    random = Random(2)
    words = library.vocabulary.facts
    people: list[dict[str, Any]] = [
        {
            "kota": random.choice(list(words["kota"].words)),
            "tanggal_lahir": date(
                random.randrange(1950, 2010), random.randrange(1, 13), random.randrange(1, 29)
            ).isoformat(),
            "pekerjaan": random.choice(list(words["pekerjaan"].words)),
            "hubungan_kerja": random.choice(list(words["hubungan_kerja"].words)),
            "peserta_aktif": random.random() < 0.2,
            "ditetapkan_setara": random.random() < 0.5,
        }
        for _ in range(PEOPLE)
    ]

    def ours(facts: dict[str, Any]) -> list[bool]:
        decision = desk.decide(policy, person(facts, library.vocabulary, DAY, []), DAY)
        return [finding.result == "met" for finding in decision.findings]

    def finished(facts: dict[str, Any]) -> object:
        return desk.decide(policy, person(facts, library.vocabulary, DAY, []), DAY)

    tables, expressions = zen_tables(), cel_programs()
    plain = [{**facts, "usia": age(facts["tanggal_lahir"])} for facts in people]
    for facts, known in zip(people, plain, strict=True):
        told = ours(facts)
        met = {entry["met"] for entry in tables.evaluate(known)["result"]}
        assert told == [name in met for name in CRITERIA], facts
        assert told == [program.execute(known) for program in expressions], facts
    figures: dict[str, list[float]] = {"ours": [], "zen": [], "cel": []}
    for _ in range(ROUNDS):
        figures["ours"].append(timed(lambda: [finished(facts) for facts in people]))
        figures["zen"].append(timed(lambda: [tables.evaluate(known) for known in plain[:300]]) * len(plain) / 300)
        figures["cel"].append(timed(lambda: [[p.execute(known) for p in expressions] for known in plain]))
    for name, label in (
        ("ours", "facts to finished decision (validated)"),
        ("zen", "zen-engine, one collecting decision table"),
        ("cel", "CEL, one compiled expression a criterion"),
    ):
        each = median(figures[name]) / len(people) * 1e6
        tail = "" if name == "ours" else f"   ours / it = {ratio(figures['ours'], figures[name])}"
        print(f"{label:48}{each:8.1f} µs{tail}")


CRITERIA = ("domisili", "usia", "pekerjaan", "hubungan_kerja", "bukan_peserta_aktif")
LISTED = '["tukang_becak", "sopir_angkot", "kuli_bangunan"]'
OUTSIDE = (
    '["tukang_becak", "sopir_angkot", "kuli_bangunan", "buruh_batik", "marbot_musala", "tidak_bekerja", "tidak_ada"]'
)


def zen_tables() -> Any:
    """The criteria as the rows of one collecting table; the list needs two rows."""
    fields = ("kota", "usia", "pekerjaan", "hubungan_kerja", "peserta_aktif", "ditetapkan_setara")
    rows = [
        ("domisili", {"kota": '"pekalongan"'}),
        ("usia", {"usia": "[18..64]"}),
        ("pekerjaan", {"pekerjaan": '"tukang_becak", "sopir_angkot", "kuli_bangunan"'}),
        ("pekerjaan", {"pekerjaan": f"not($ in {OUTSIDE})", "ditetapkan_setara": "true"}),
        ("hubungan_kerja", {"hubungan_kerja": 'not($ in ["perusahaan", "penyelenggara_negara", "tidak_bekerja"])'}),
        ("bukan_peserta_aktif", {"peserta_aktif": "false"}),
    ]
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": f"i{n}", "name": name, "field": name} for n, name in enumerate(fields)],
        "outputs": [{"id": "o", "name": "met", "field": "met"}],
        "rules": [
            {"_id": f"r{n}", **{f"i{i}": tests.get(name, "") for i, name in enumerate(fields)}, "o": f'"{criterion}"'}
            for n, (criterion, tests) in enumerate(rows)
        ],
    }
    position = {"x": 0, "y": 0}
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": position},
        {"id": "table", "name": "table", "type": "decisionTableNode", "position": position, "content": table},
        {"id": "out", "name": "out", "type": "outputNode", "position": position},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "b", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    content = {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}
    return zen.ZenEngine().create_decision(json.dumps(content))


def cel_programs() -> list[Any]:
    return [
        cel.compile(text)
        for text in (
            'kota == "pekalongan"',
            "usia >= 18 && usia < 65",
            f"pekerjaan in {LISTED} || (!(pekerjaan in {OUTSIDE}) && ditetapkan_setara)",
            '!(hubungan_kerja in ["perusahaan", "penyelenggara_negara", "tidak_bekerja"])',
            "!peserta_aktif",
        )
    ]


def age(born: str) -> int:
    return (20221201 - int(born.replace("-", ""))) // 10_000


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ratio(ours: list[float], theirs: list[float]) -> str:
    pairs = sorted(mine / other for mine, other in zip(ours, theirs, strict=True))
    return f"{median(pairs):.3f} ({pairs[0]:.3f} to {pairs[-1]:.3f})"


if __name__ == "__main__":
    main()
