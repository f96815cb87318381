"""What faults are about, in the order in which they are listed, and the codes of each topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.language.messages.conditions import CONDITION_FAULTS
from engine.language.messages.files import FILE_FAULTS
from engine.language.messages.policies import POLICY_FAULTS
from engine.language.messages.proofs import PROOF_FAULTS
from engine.language.messages.review import REVIEW_FAULTS
from engine.language.reasons.cells import CELL_REASONS, IDENTITY_REASONS
from engine.language.reasons.donors import DONOR_REASONS
from engine.language.reasons.engines import ENGINE_REASONS
from engine.language.reasons.lists import HEADING_REASONS, LIST_REASONS, ROW_REASONS
from engine.language.reasons.money import MONEY_REASONS
from engine.language.reasons.monthly import CHANGE_REASONS, ROSTER_REASONS
from engine.language.reasons.persons import CASE_REASONS, DECIDING_REASONS, FACT_REASONS, REQUEST_REASONS
from engine.language.reasons.receipts import RECEIPT_REASONS
from engine.language.reasons.whatifs import WHATIF_REASONS
from engine.language.vocabulary import Label


@dataclass(frozen=True, slots=True)
class Topic:
    slug: str
    label: Label
    codes: tuple[str, ...]
    """In alphabetical order."""


def _topic(slug: str, indonesian: str, english: str, *codes: Iterable[str]) -> Topic:
    return Topic(slug, Label(indonesian, english), tuple(sorted(code for some in codes for code in some)))


TOPICS: tuple[Topic, ...] = (
    _topic("files", "Berkas yang ditulis tangan (YAML)", "Files written by hand (YAML)", FILE_FAULTS),
    _topic("conditions", "Kebijakan: syarat", "Policies: conditions", CONDITION_FAULTS),
    _topic("policies", "Kebijakan: peraturan seutuhnya", "Policies: the regulation as a whole", POLICY_FAULTS),
    _topic(
        "proofs",
        "Kebijakan: yang terbukti dari maknanya",
        "Policies: what their meaning proves",
        PROOF_FAULTS,
        REVIEW_FAULTS,
    ),
    _topic("cases", "Kasus uji", "Cases", CASE_REASONS),
    _topic("person", "Fakta satu orang", "Facts of one person", FACT_REASONS),
    _topic("deciding", "Memutus", "Deciding", DECIDING_REASONS),
    _topic("requests", "Permintaan kepada layanan", "Requests to the service", REQUEST_REASONS),
    _topic("whatifs", "Pengandaian (--set)", "What-ifs (--set)", WHATIF_REASONS),
    _topic("lists", "Daftar pemohon: berkasnya", "Lists of applicants: the file", LIST_REASONS),
    _topic(
        "headings",
        "Daftar pemohon: judul kolom, pemetaan, pernyataan untuk semua baris",
        "Lists of applicants: headings, mapping, what is attested for all rows",
        HEADING_REASONS,
    ),
    _topic("rows", "Daftar pemohon: baris", "Lists of applicants: rows", ROW_REASONS),
    _topic("cells", "Daftar pemohon: isian", "Lists of applicants: cells", CELL_REASONS),
    _topic("identities", "NIK dan nomor kartu keluarga", "NIK and family card numbers", IDENTITY_REASONS),
    _topic("engines", "Mesin tabel", "Table engines", ENGINE_REASONS),
    _topic("money", "Anggaran dan bulan yang sudah diberikan", "Budgets and months granted before", MONEY_REASONS),
    _topic("receipts", "Tanda terima dan berkas hasil", "Receipts and result files", RECEIPT_REASONS),
    _topic("donors", "Donatur", "Donors", DONOR_REASONS),
    _topic("monthly", "Daftar bulanan", "Monthly rosters", ROSTER_REASONS),
    _topic("changes", "Perubahan dan ikrar", "Changes and pledges", CHANGE_REASONS),
)

TOPIC_OF: Mapping[str, Topic] = {code: topic for topic in TOPICS for code in topic.codes}
