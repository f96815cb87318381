"""Tree of a policy file to a `Policy`, with every fault on the way collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePath

from engine.language import conditions
from engine.language.condition import ALWAYS, Condition
from engine.language.conditions import Names
from engine.language.diagnostic import Diagnostic
from engine.language.ground import Document, Ground, cited, read_ground
from engine.language.national import NationalLayer
from engine.language.policy import (
    Completeness,
    Criterion,
    DonorScheme,
    Effective,
    FundingRule,
    Group,
    Listing,
    Months,
    Policy,
    Priority,
    Quota,
    Reading,
    Status,
    Title,
    Uncounted,
)
from engine.language.reader import YES_NO, Fields, unknown
from engine.language.source import Mapping as MappingNode
from engine.language.source import Node, Scalar, canonical
from engine.language.vocabulary import Label, Vocabulary

STATUSES: dict[str, Status] = {
    "berlaku": "in_force",
    "rancangan": "draft",
    "belum_terverifikasi": "unverified",
}
KINDS = {name: name for name in ("perwal", "perbup", "surat_edaran", "anggaran", "praktik")}
COMPLETENESS: dict[str, Completeness] = {"tertutup": "closed", "terbuka": "open", "belum_lengkap": "partial"}
YEAR_END = "sampai_akhir_tahun_anggaran"
NOT_REGULATED = "tidak_diatur"
MONTHS = (1, 60)
"""Fewest and most months that a source or a donor may pay."""


def parse(
    root: Node,
    vocabulary: Vocabulary,
    documents: Mapping[str, Document],
    national: NationalLayer,
    faults: list[Diagnostic],
) -> Policy | None:
    """The policy of one file; None where a fault leaves no policy to speak of. `faults` grows in place."""
    return _Parser(vocabulary, documents, national, faults).policy(root)


class _Parser:
    def __init__(
        self,
        vocabulary: Vocabulary,
        documents: Mapping[str, Document],
        national: NationalLayer,
        faults: list[Diagnostic],
    ) -> None:
        self.vocabulary = vocabulary
        self.documents = documents
        self.national = national
        self.faults = faults
        self.names = Names(vocabulary, national.names(), {}, set())

    def policy(self, root: Node) -> Policy | None:
        before = len(self.faults)
        fields = Fields(root, self.faults)
        if not isinstance(root, MappingNode):
            return None
        path = PurePath(root.place.path)
        city, version = path.parent.name, path.stem
        head = fields.under("peraturan", required=True)
        title, stated_city = (None, None) if head is None else (self._title(head), self._city(head, city))
        binding = head.yes_no("mengikat", required=True) if head else None
        status = head.word("status", STATUSES, required=True) if head else None
        official = head.word("naskah", {"resmi": True, "rekonstruksi": False}, required=True) if head else None
        ground = self.ground(head) if head else None
        if head:
            head.close()
        effective = self._effective(fields)
        programs = fields.words("program", {slug: slug for slug in self.vocabulary.programs}, required=True)
        if fields.empty("program"):
            fields.fault("empty-value", fields.key_place("program"))
        listings = self._listings(fields.under("lampiran"))
        defined = fields.under("definisi")
        definitions = self._definitions(defined)
        groups = fields.each("kelompok", self._group, required=True)
        self._distinct("kelompok", groups)
        if fields.empty("kelompok"):
            fields.fault("no-group", fields.key_place("kelompok"))
        quotas = fields.each("kuota", self._quota)
        priorities = fields.each("prioritas", self._priority)
        self._distinct("prioritas", priorities)
        transition = self._transition(fields.under("peralihan"))
        donors = fields.each("donatur", self._donor)
        uncounted = fields.each("tidak_dihitung", self._uncounted)
        fields.close()
        if any(f.severity == "error" for f in self.faults[before:]):
            return None
        assert title and effective and ground and status and binding is not None and official is not None
        assert stated_city
        return Policy(
            id=f"{city}/{version}",
            city=stated_city,
            title=title,
            binding=binding,
            status=status,
            official_text=official,
            effective=effective,
            ground=ground,
            programs=programs,
            definitions={name: condition for name, (condition, _) in definitions.items()},
            defined_at={name: defined.key_place(name) for name in definitions} if defined else {},
            definition_grounds={name: ground for name, (_, ground) in definitions.items()},
            listings=listings,
            groups=groups,
            quotas=quotas,
            priorities=priorities,
            transition=transition,
            donors=donors,
            uncounted=uncounted,
            content=canonical(root),
            place=root.place,
            tree=root,
        )

    def ground(self, fields: Fields) -> Ground:
        return read_ground(fields, self.documents)

    def condition(self, fields: Fields, name: str) -> Condition:
        node = fields.node(name, required=True)
        return ALWAYS if node is None else conditions.parse(node, self.names, self.faults) or ALWAYS

    def _title(self, head: Fields) -> Title:
        kind = head.word("jenis", KINDS, required=True) or "perwal"
        number = head.text("nomor")
        year = head.number("tahun")
        return Title(
            kind,
            None if number == "tidak_diketahui" else number,
            year,
            head.text("tentang", required=True) or "",
        )

    def _city(self, head: Fields, folder: str) -> str:
        city = head.slug("kota", required=True)
        known = [slug for slug, word in self.vocabulary.facts["kota"].words.items() if word.region]
        if city and city not in known:
            unknown(self.faults, "unknown-city", head.key_place("kota"), city, known)
        elif city and city != folder:
            head.fault("city-not-folder", head.key_place("kota"), name=city, folder=folder)
        return city or folder

    def _effective(self, fields: Fields) -> Effective | None:
        section = fields.under("berlaku", required=True)
        if section is None:
            return None
        since, until = section.date("sejak", required=True), section.date("sampai")
        known = section.date("diketahui_sampai", required=True, certain=True)
        ground = self.ground(section)
        section.close()
        if since and until and until < since:
            section.fault("ends-before-start", section.key_place("sampai"), since=since, until=until)
        return Effective(since, until, known or date.min, ground, fields.key_place("berlaku"))

    def _listings(self, section: Fields | None) -> dict[str, Listing]:
        found: dict[str, Listing] = {}
        for name, entry in section.named() if section else ():
            kind = entry.word("daftar", COMPLETENESS, required=True)
            listable = {name: fact for name, fact in self.vocabulary.facts.items() if fact.kind == "word"}
            fact = entry.word("fakta", listable) or self.vocabulary.facts["pekerjaan"]
            values = {slug: slug for slug in fact.words}
            listing = Listing(
                name,
                fact.name,
                kind or "closed",
                entry.number("jumlah"),
                entry.words("isi", values, required=True),
                entry.words("bukan", values),
                entry.text("pasal"),
                self.ground(entry),
                section.key_place(name) if section else entry.place,
            )
            entry.close()
            for slug in sorted(set(listing.entries) & set(listing.excluded)):
                entry.fault("listed-and-excluded", entry.key_place("bukan"), name=slug)
            if kind == "closed" and listing.excluded:
                entry.fault("closed-list-excludes", entry.key_place("bukan"))
            if listing.count is not None and len(listing.entries) > listing.count:
                entry.fault(
                    "list-too-long",
                    entry.key_place("jumlah"),
                    count=listing.count,
                    found=len(listing.entries),
                )
            found[name] = listing
            self.names.lists[name] = listing.fact
        return found

    def _definitions(self, section: Fields | None) -> dict[str, tuple[Condition, Ground]]:
        """Definitions may use those above them, so there is no circle to find."""
        found: dict[str, tuple[Condition, Ground]] = {}
        for name, entry in section.named() if section else ():
            entry.text("bunyi", required=True)
            entry.text("pasal")
            found[name] = (self.condition(entry, "syarat"), self.ground(entry))
            entry.close()
            self.names.definitions.add(name)
        return found

    def _group(self, fields: Fields) -> Group | None:
        name = fields.slug("id", required=True)
        label = self._label(fields)
        segment = fields.word("segmen", {slug: slug for slug in self.vocabulary.segments}, required=True)
        status = fields.word("status", STATUSES)
        monthly = fields.number("iuran_per_bulan")
        criteria = fields.each("kriteria", self._criterion, required=True)
        self._distinct("kriteria", criteria)
        if fields.empty("kriteria"):
            fields.fault("no-criterion", fields.key_place("kriteria"), name=name or "?")
        funding = fields.each("pendanaan", self._funding, required=True)
        ground = self.ground(fields)
        if name is None or segment is None or label is None:
            return None
        return Group(name, label, segment, status, monthly, criteria, funding, ground, fields.place)

    def _criterion(self, fields: Fields) -> Criterion | None:
        name = fields.slug("id", required=True)
        criterion = Criterion(
            name or "?",
            fields.text("pasal"),
            fields.text("bunyi", required=True) or "",
            self.condition(fields, "syarat"),
            self.ground(fields),
            fields.word("saat", {"pendaftaran": True, "setiap_bulan": False}) or False,
            fields.each("tafsir_lain", self._reading),
            fields.place,
        )
        self._distinct("tafsir_lain", criterion.readings)
        return criterion if name else None

    def _reading(self, fields: Fields) -> Reading | None:
        name = fields.slug("id", required=True)
        dropped = fields.yes_no("tanpa_syarat")
        reading = Reading(
            name or "?",
            fields.text("bunyi", required=True) or "",
            None if dropped else self.condition(fields, "syarat"),
            fields.text("catatan"),
            fields.place,
        )
        return reading if name else None

    def _funding(self, fields: Fields) -> FundingRule | None:
        source = fields.word("sumber_dana", {slug: slug for slug in self.vocabulary.sources}, required=True)
        article, provider = fields.text("pasal"), fields.text("penyedia")
        condition = self.condition(fields, "bila")
        months = self._months(fields)
        status = fields.word("status", STATUSES)
        ground = self.ground(fields)
        if source is None:
            return None
        return FundingRule(article, source, provider, condition, months, status, ground, fields.place)

    def _months(self, fields: Fields) -> Months:
        node = fields.node("bulan", required=True)
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if text in (YEAR_END, NOT_REGULATED):
            return "year_end" if text == YEAR_END else None
        if node and text and not any(char.isdigit() for char in text):
            unknown(self.faults, "unknown-word", node.place, text, (YEAR_END, NOT_REGULATED, "1–60"))
            return None
        return self._month_count(fields)

    def _month_count(self, fields: Fields) -> int | None:
        months = fields.number("bulan")
        if months is not None and not MONTHS[0] <= months <= MONTHS[1]:
            fields.fault("months-out-of-range", fields.key_place("bulan"), value=months)
        return months

    def _quota(self, fields: Fields) -> Quota:
        weights = fields.under("menurut")
        pairs = tuple((name, weights.number(name) or 0) for name in weights.names()) if weights else ()
        return Quota(
            fields.number("tahun", required=True) or 0,
            fields.number("jumlah", required=True) or 0,
            fields.word("arti", {"total": "total", "tambahan": "addition"}, required=True) or "total",
            fields.word("per", {"kelurahan": "kelurahan"}),
            pairs,
            fields.word("metode", {"sisa_terbesar": "largest_remainder"}, required=True) or "largest_remainder",
            self.ground(fields),
            fields.place,
        )

    def _priority(self, fields: Fields) -> Priority:
        name = fields.slug("id", required=True) or "?"
        return Priority(name, self.condition(fields, "bila"), self.ground(fields), fields.place)

    def _transition(self, section: Fields | None) -> tuple[str, Ground] | None:
        if section is None:
            return None
        words = {name: name for name in (YEAR_END, "sampai_akhir_bulan", "langsung")}
        rule = section.word("penerima_berjalan", words, required=True)
        ground = self.ground(section)
        section.close()
        return (rule, ground) if rule else None

    def _donor(self, fields: Fields) -> DonorScheme:
        repeats = fields.word("berulang", {name: name for name in (*YES_NO, NOT_REGULATED)})
        months = fields.node("bulan")
        regulated = not isinstance(months, Scalar) or months.text.strip() != NOT_REGULATED
        return DonorScheme(
            fields.word("sumber_dana", {slug: slug for slug in self.vocabulary.sources}, required=True) or "?",
            tuple(text for text, _ in fields.texts("siapa", required=True)),
            fields.word("sifat", {"imbauan": "appeal", "tugas": "task"}, required=True) or "appeal",
            fields.number("paling_sedikit"),
            self._month_count(fields) if regulated else None,
            YES_NO.get(repeats or NOT_REGULATED),
            fields.word("cara", {"sukarela": "voluntary", "potong_tpp": "allowance"}, required=True) or "voluntary",
            self.ground(fields),
            fields.place,
        )

    def _uncounted(self, fields: Fields) -> Uncounted:
        return Uncounted(
            fields.text("pernyataan", required=True) or "",
            fields.text("alasan", required=True) or "",
            cited(fields, self.documents, required=True),
        )

    def _label(self, fields: Fields) -> Label | None:
        section = fields.under("sebutan", required=True)
        if section is None:
            return None
        label = Label(section.text("id", required=True) or "?", section.text("en", required=True) or "?")
        section.close()
        return label

    def _distinct(self, section: str, items: Iterable[Group | Criterion | Reading | Priority]) -> None:
        seen: set[str] = set()
        for item in items:
            if item.id in seen:
                self.faults.append(Diagnostic("duplicate-id", item.place, {"name": item.id, "section": section}))
            seen.add(item.id)
