"""A year's budget file: pots of money with their earmarks, what the villages' shares are measured by, and the options.

Read like a policy: strictly, every fault with its place. Whatever the regulation leaves open is a named option; one
that the file does not choose takes a default, and the run says that it was assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.language import source
from engine.language.diagnostic import Diagnostic, Place, in_order
from engine.language.library import shown
from engine.language.policy import Policy
from engine.language.reader import Fields
from engine.language.regions import villages_of
from engine.language.vocabulary import Vocabulary
from engine.registry.allocation.months import ALL, MONTHS, mask_of

CHOICES: Mapping[str, tuple[str, ...]] = {
    "uang_kurang": ("sebagian", "lewati", "berhenti"),
    "sisa_kuota": ("tetap", "dibagi_ulang"),
    "arti_kuota": ("total", "tambahan"),
    "metode_kuota": ("sisa_terbesar", "rata"),
    "penerima_berjalan": ("didahulukan", "setara"),
    "satu_per_keluarga": ("tidak", "ya"),
}
"""Options and their choices; the first is the default."""
OF_A_QUOTA = frozenset({"arti_kuota", "metode_kuota", "sisa_kuota"})
OF_SHARING = frozenset({"metode_kuota", "sisa_kuota"})
"""Options that matter only in a year with a quota; of them those only where it is shared among the villages."""


@dataclass(frozen=True, slots=True)
class Earmark:
    """Whom a pot is for; empty: everybody."""

    villages: frozenset[str]
    groups: frozenset[str]
    occupations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pot:
    """Money of one giver, in rupiah. Only what was received pays."""

    id: str
    source: str
    provider: str | None
    received: int
    promised: int
    months: int
    """Mask of the months it may pay."""
    earmark: Earmark
    place: Place


@dataclass(frozen=True, slots=True)
class Budget:
    city: str
    year: int
    seed: str
    """Of the lot among people who are otherwise equal; to be published before registration closes."""
    pots: tuple[Pot, ...]
    measures: Mapping[str, Mapping[str, int]]
    """Per village, the numbers that quotas are shared by."""
    options: Mapping[str, str]
    assumed: frozenset[str]
    """Options that the file does not choose."""
    path: str

    def __getitem__(self, option: str) -> str:
        return self.options[option]


def read_budget(content: bytes, path: Path, vocabulary: Vocabulary) -> tuple[Budget | None, list[Diagnostic]]:
    """The budget of a file; None where it has a fault."""
    faults: list[Diagnostic] = []
    node, found = source.read(content, shown(path))
    faults.extend(found)
    if node is None:
        return None, in_order(faults)
    fields = Fields(node, faults)
    cities = {name: word for name, word in vocabulary.facts["kota"].words.items() if word.region}
    city = fields.word("kota", {name: name for name in cities}, required=True)
    year = fields.number("tahun", required=True)
    seed = fields.text("benih", required=True)
    fields.yes_no("sintetis")
    region = cities[city].region if city else None
    villages = frozenset(code for code, _ in villages_of(region)) if region else frozenset[str]()
    label = cities[city].label if city else ""
    pots = fields.each("uang", lambda entry: _pot(entry, vocabulary, villages, label), required=True)
    _distinct(pots, faults)
    measures = _measures(fields, villages, label)
    chosen = _options(fields.under("pilihan"))
    fields.close()
    if faults or city is None or year is None or seed is None:
        return None, in_order(faults)
    defaults = {name: choices[0] for name, choices in CHOICES.items()}
    options = {**defaults, **chosen}
    return Budget(city, year, seed, pots, measures, options, frozenset(defaults) - frozenset(chosen), shown(path)), []


def fitting(budget: Budget, policies: Iterable[Policy], city: str, year: int) -> list[Diagnostic]:
    """Where the budget does not fit the run: city, year, groups; money that no funding rule lets out is a warning."""
    place = Place(budget.path)
    faults = []
    if budget.city != city:
        faults.append(Diagnostic("budget-of-another-city", place, {"city": budget.city, "asked": city}))
    if budget.year != year:
        faults.append(Diagnostic("budget-of-another-year", place, {"year": budget.year, "asked": year}))
    groups = [group for policy in policies for group in policy.groups]
    rules = [rule for group in groups for rule in group.funding]
    for pot in budget.pots:
        for name in sorted(pot.earmark.groups - {group.id for group in groups}):
            faults.append(Diagnostic("budget-group-unknown", pot.place, {"name": name}))
        named = [rule for rule in rules if pays(pot, rule.source, rule.provider)]
        if all(rule.status == "draft" for rule in named):
            code = "budget-source-draft" if named else "budget-source-not-in-law"
            values = {"name": pot.id, "source": pot.source + (f" ({pot.provider})" if pot.provider else "")}
            faults.append(Diagnostic(code, pot.place, dict(values), "warning"))
    return faults


def pays(pot: Pot, source_: str, provider: str | None) -> bool:
    """Whether a funding rule that names this source, and perhaps a provider, lets the pot's money out."""
    return pot.source == source_ and (provider is None or provider == pot.provider)


def _pot(fields: Fields, vocabulary: Vocabulary, villages: frozenset[str], city: object) -> Pot | None:
    name = fields.slug("id", required=True)
    source_ = fields.word("sumber_dana", {slug: slug for slug in vocabulary.sources}, required=True)
    provider = fields.text("penyedia")
    received, promised = fields.number("diterima"), fields.number("dijanjikan")
    if received is None:
        fields.fault("budget-received-unsaid", fields.place)
    months = _months(fields.under("bulan"))
    fields.text("catatan")
    earmark = _earmark(fields.under("untuk"), vocabulary, villages, city)
    if name is None or source_ is None or received is None:
        return None
    return Pot(name, source_, provider, received, max(promised or 0, received), months, earmark, fields.place)


def _months(section: Fields | None) -> int:
    if section is None:
        return ALL
    first, last = section.number("dari"), section.number("sampai")
    section.close()
    first, last = 1 if first is None else first, MONTHS if last is None else last
    if not 1 <= first <= last <= MONTHS:
        section.fault("budget-months", section.place)
        return ALL
    return mask_of(first, last)


def _earmark(section: Fields | None, vocabulary: Vocabulary, villages: frozenset[str], city: object) -> Earmark:
    if section is None:
        return Earmark(frozenset(), frozenset(), frozenset())
    codes = section.texts("kelurahan")
    for code, place in codes:
        if code not in villages:
            section.fault("budget-village", place, city=city)
    groups = frozenset(text for text, _ in section.texts("kelompok"))
    occupations = {slug: slug for slug in vocabulary.facts["pekerjaan"].words}
    found = Earmark(frozenset(code for code, _ in codes), groups, frozenset(section.words("pekerjaan", occupations)))
    section.close()
    return found


def _measures(fields: Fields, villages: frozenset[str], city: object) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}

    def one(entry: Fields) -> None:
        code = entry.text("kode", required=True)
        entry.text("nama")
        numbers = {name: entry.number(name) or 0 for name in entry.names() if name not in ("kode", "nama")}
        if code is not None and code not in villages:
            entry.fault("budget-village", entry.key_place("kode"), city=city)
        elif code in found:
            entry.fault("budget-village-twice", entry.key_place("kode"), village=code)
        elif code is not None:
            found[code] = numbers

    fields.each("kelurahan", one)
    return found


def _options(section: Fields | None) -> dict[str, str]:
    if section is None:
        return {}
    chosen = {}
    for name, choices in CHOICES.items():
        choice = section.word(name, {word: word for word in choices})
        if choice is not None:
            chosen[name] = choice
    section.close()
    return chosen


def _distinct(pots: Iterable[Pot], faults: list[Diagnostic]) -> None:
    seen: set[str] = set()
    for pot in pots:
        if pot.id in seen:
            faults.append(Diagnostic("budget-pot-twice", pot.place, {"name": pot.id}))
        seen.add(pot.id)
