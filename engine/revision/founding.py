"""A city's first draft from another city's policy: every place its own, nothing taken for its law.

What the other city's sources state is an assumption here, until somebody in the city decides it. Each thing to decide
stands above its place in the file, and in a list. The draft's cases are the other city's with the places moved; only
those that hold are taken over, for a person to confirm.
"""

from __future__ import annotations

import re
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from engine.decision.decide import Desk, default_day
from engine.language.cities import with_cities
from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.library import CASES, Library, load_file
from engine.language.messages.revision import FOUNDING
from engine.language.policy import Policy
from engine.language.reader import UNKNOWN
from engine.language.regions import is_region_code, village_name, villages_of
from engine.language.source import Mapping as MappingNode
from engine.language.source import Node, Scalar, read
from engine.language.source import Sequence as SequenceNode
from engine.language.vocabulary import Label, Word
from engine.language.wording import filled
from engine.language.writer import comments_of, text_of
from engine.revision.cases import cases_path, load_cases, run_case

Kind = Literal["instrument", "list", "place", "provider", "reading", "amount", "ground"]
Entries = Sequence[tuple[Scalar, Node]]

_KINDS = {"Kota": "perwal", "Kabupaten": "perbup"}
_TEXTS = ("bunyi", "tentang", "id", "en", "pernyataan", "nama")
_COMMENT = 105
"""Characters of a line of a comment, without its indentation."""
_NOT_CARRIED = ("akibat_hukum", "catatan", "catatan_tidak", "penyedia", "iuran")
"""What a case of another city says that does not hold for a draft."""


@dataclass(frozen=True, slots=True)
class ToDecide:
    """Something the city must decide. `where`: the statement it is about, as a path of the file."""

    kind: Kind
    where: str
    text: Label


@dataclass(frozen=True, slots=True)
class Founding:
    """The draft of a city, as text of its two files; `dropped`: names of cases that do not hold there."""

    id: str
    city: Word
    policy: str
    cases: str
    decisions: tuple[ToDecide, ...]
    taken: int
    dropped: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    """What a check of the draft finds: warnings only."""


def found(library: Library, city: str, source: Policy, version: str, day: date) -> Founding:
    """The draft of a city that the country has, as known on the day.

    Raises KeyError where the country has no such city, and ValueError with the faults of a draft that would not pass
    its check.
    """
    wider = replace(library, vocabulary=with_cities(library.vocabulary, [city]))
    word = wider.vocabulary.facts["kota"].words[city]
    writer = _Writer(library.vocabulary.facts["kota"].words[source.city], word, source, day)
    text = writer.policy()
    cases = writer.cases()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / city / f"{version}.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        policy, faults = load_file(path, wider)
        if policy is None or has_errors(faults):
            raise ValueError(faults)
        beside = path.parent / f"{version}{CASES}"
        beside.write_text(cases(()), encoding="utf-8")
        names, dropped = _holding(wider, policy, beside)
        kept = cases(dropped)
    return Founding(
        f"{city}/{version}",
        word,
        text,
        kept,
        tuple(writer.decisions),
        len(names) - len(dropped),
        dropped,
        tuple(faults),
    )


def _holding(library: Library, policy: Policy, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the cases, and of those that fail."""
    faults: list[Diagnostic] = []
    cases = load_cases(policy, path, faults)
    desk = Desk(library)
    failed = tuple(case.name for case in cases if not run_case(desk, policy, case).passed)
    return tuple(case.name for case in cases), failed


@dataclass
class _Writer:
    """Carries one city's files over to another; notes on the way what must be decided."""

    old: Word
    new: Word
    source: Policy
    day: date
    decisions: list[ToDecide] = field(default_factory=list)
    above: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    """Comments above keys and items of the draft."""

    def policy(self) -> str:
        """The text of the policy file."""
        content = Path(self.source.place.path).read_bytes().decode("utf-8-sig")
        tree = self.source.tree
        assert isinstance(tree, MappingNode)
        first = tree.entries[0][0].place
        self.above = {place: lines for place, lines in comments_of(content, tree).items() if place != first}
        carried = tuple((key, self._section(key, value)) for key, value in tree.entries if key.text != "tidak_dihitung")
        head = filled(FOUNDING["head"], city=self.new.label, source=self.source.id)
        lines = ("yaml-language-server: $schema=../kebijakan.schema.json", head.id, FOUNDING["marks"].id)
        header = "".join(f"# {line}\n" for line in lines)
        return f"{header}\n{text_of(MappingNode(carried, tree.place), self.above)}"

    def cases(self) -> Callable[[Sequence[str]], str]:
        """The text of the case file, without the cases of the names given."""
        path = cases_path(self.source)
        tree = read(path.read_bytes(), str(path))[0] if path.is_file() else None
        content = path.read_text("utf-8-sig") if path.is_file() else ""
        head = filled(FOUNDING["cases"], city=self.new.label, source=self.source.id).id
        header = f"# yaml-language-server: $schema=../kasus.schema.json\n# {head}\n\n"
        if not isinstance(tree, MappingNode):
            return lambda _: f"{header}kasus: []\n"
        above = {
            place: lines for place, lines in comments_of(content, tree).items() if place != tree.entries[0][0].place
        }
        carried = MappingNode(tuple((key, self._case_section(key, value)) for key, value in tree.entries), tree.place)

        def text(dropped: Sequence[str]) -> str:
            entries = tuple((key, _without(value, dropped)) for key, value in carried.entries)
            return header + text_of(MappingNode(entries, carried.place), above)

        return text

    # sections of the policy

    def _section(self, key: Scalar, value: Node) -> Node:
        match key.text:
            case "peraturan":
                self._decide(key, "instrument", key.text, filled(FOUNDING["instrument"], city=self.new.label))
                return self._instrument(value)
            case "berlaku":
                self._decide(key, "instrument", key.text, FOUNDING["period"])
                entries = (("sejak", UNKNOWN), ("diketahui_sampai", self.day.isoformat()))
                return MappingNode((*_scalars(entries, value.place), *self._ground(value, key, key.text)), value.place)
            case "lampiran":
                return self._lists(value)
            case "kuota":
                return self._quotas(key, value)
            case "prioritas" | "peralihan" | "donatur":
                self._decide(key, "amount", key.text, FOUNDING[key.text])
        return self._carried(value, key.text)

    def _instrument(self, value: Node) -> Node:
        assert isinstance(value, MappingNode)
        kind = self.new.label.id.partition(" ")[0]
        set_ = {
            "kota": self.new.slug,
            "nomor": UNKNOWN,
            "mengikat": "tidak",
            "status": "rancangan",
            "naskah": "rekonstruksi",
        }
        entries: list[tuple[Scalar, Node]] = []
        for key, node in value.entries:
            if key.text in set_:
                entries.append((key, Scalar(set_[key.text], node.place)))
            elif key.text == "jenis" and isinstance(node, Scalar):
                circular = node.text == "surat_edaran"
                entries.append((key, Scalar("surat_edaran" if circular else _KINDS[kind], node.place)))
            elif key.text == "tentang":
                entries.append((key, self._text(node)))
            elif key.text not in ("tahun", "dasar", "sumber", "catatan"):
                entries.append((key, node))
        return MappingNode((*entries, *self._ground(value, value.entries[0][0], "peraturan", told=False)), value.place)

    def _lists(self, value: Node) -> Node:
        assert isinstance(value, MappingNode)
        for key, _ in value.entries:
            listing = self.source.listings[key.text]
            text = filled(
                FOUNDING[f"list_{listing.completeness}"],
                source=self.source.id,
                known=len(listing.entries),
                count=listing.count or "?",
            )
            self._decide(key, "list", f"lampiran.{key.text}", text)
        return self._carried(value, "lampiran")

    def _quotas(self, key: Scalar, value: Node) -> Node:
        """The newest quota, for the year of the draft."""
        assert isinstance(value, SequenceNode)
        quotas = self.source.quotas
        newest = max(range(len(quotas)), key=lambda index: quotas[index].year)
        text = filled(FOUNDING["kuota"], source=self.source.id, year=quotas[newest].year, amount=quotas[newest].amount)
        self._decide(key, "amount", "kuota", text)
        item = value.items[newest]
        assert isinstance(item, MappingNode)
        entries = tuple(
            (name, Scalar(str(self.day.year), node.place) if name.text == "tahun" else node)
            for name, node in item.entries
        )
        return self._carried(SequenceNode((MappingNode(entries, item.place),), value.place), "kuota")

    # anything below

    def _carried(self, node: Node, where: str) -> Node:
        """The node with places moved; a statement's ground becomes an assumption, its other readings a remark."""
        if isinstance(node, SequenceNode):
            named = [_name(item) or str(number) for number, item in enumerate(node.items)]
            items = (self._carried(item, f"{where}.{name}") for item, name in zip(node.items, named, strict=True))
            return SequenceNode(tuple(items), node.place)
        if not isinstance(node, MappingNode):
            return node
        entries: list[tuple[Scalar, Node]] = []
        grounded = any(key.text == "dasar" for key, _ in node.entries)
        first = node.entries[0][0]
        for key, value in node.entries:
            if grounded and key.text in ("dasar", "sumber", "catatan"):
                entries += self._ground(node, first, where) if key.text == "dasar" else ()
                continue
            if key.text == "tafsir_lain":
                self._readings(node, value, where)
            elif key.text == "status" and "kriteria" in [name.text for name, _ in node.entries]:
                continue
            elif key.text == "penyedia" and isinstance(value, Scalar):
                text = filled(FOUNDING["provider"], provider=value.text, source=self.source.id)
                self._decide(key, "provider", where, text)
                entries.append((key, Scalar(FOUNDING["nobody"].id, value.place)))
            elif key.text in ("kota", "kelurahan"):
                entries.append((key, self._place(key, value, where)))
            elif key.text in _TEXTS and isinstance(value, Scalar):
                entries.append((key, self._text(value)))
            else:
                entries.append((key, self._carried(value, f"{where}.{key.text}" if where == "lampiran" else where)))
        return MappingNode(tuple(entries), node.place)

    def _readings(self, node: MappingNode, value: Node, where: str) -> None:
        for item in value.items if isinstance(value, SequenceNode) else ():
            fields = (
                {key.text: each.text for key, each in item.entries if isinstance(each, Scalar)}
                if isinstance(item, MappingNode)
                else {}
            )
            text = filled(
                FOUNDING["reading"],
                source=self.source.id,
                name=fields.get("id", "?"),
                text=self._moved_text(fields.get("bunyi", "?")),
            )
            self._decide(node.entries[0][0], "reading", where, text)

    def _ground(self, node: Node, above: Scalar, where: str, *, told: bool = True) -> list[tuple[Scalar, Node]]:
        """`dasar` and `catatan` of the draft's statement, which nothing in the city supports yet."""
        assert isinstance(node, MappingNode)
        given = {key.text: value for key, value in node.entries}
        basis, cited = given.get("dasar"), given.get("sumber")
        place = next((key.place for key, _ in node.entries if key.text == "dasar"), node.place)
        stated = basis.text if isinstance(basis, Scalar) else "asumsi"
        names = (
            [item.text for item in cited.items if isinstance(item, Scalar)] if isinstance(cited, SequenceNode) else []
        )
        sources = f" ({', '.join(names)})" if names else ""
        values = {"source": self.source.id, "basis": stated, "sources": sources, "city": self.new.label}
        if told:
            self._decide(above, "ground", where, filled(FOUNDING["ground"], **values))
        note = filled(FOUNDING["note"], **values).id
        return _scalars((("dasar", "asumsi"), ("catatan", note)), place)

    def _place(self, key: Scalar, value: Node, where: str) -> Node:
        """A city or villages, moved; villages of the city stand in for those of the other one."""
        if key.text == "kota":
            return _mapped(value, lambda text: self.new.slug if text == self.old.slug else text)
        codes = sorted({text for text in _texts(value) if is_region_code(text)})
        moved = self._villages()
        names = ", ".join(village_name(code) or code for code in codes)
        here = ", ".join(village_name(moved[code]) or moved[code] for code in codes if code in moved)
        self._decide(key, "place", where, filled(FOUNDING["villages"], old=names, new=here, source=self.source.id))
        return _mapped(value, lambda text: moved.get(text, text))

    def _villages(self) -> dict[str, str]:
        """The city's villages in place of the other's: first for those that the policy names, then in order."""
        theirs = [code for code, _ in villages_of(self.old.region or "")]
        named = [text for text in _texts(self.source.tree) if text in set(theirs)]
        return dict(
            zip(
                dict.fromkeys((*named, *theirs)), (code for code, _ in villages_of(self.new.region or "")), strict=False
            )
        )

    def _text(self, value: Node) -> Node:
        return _mapped(value, self._moved_text)

    def _moved_text(self, text: str) -> str:
        """The city's names in a sentence; a neighbour of the same name is left alone."""
        for language in ("id", "en"):
            text = text.replace(
                self.old.label["id" if language == "id" else "en"], self.new.label["id" if language == "id" else "en"]
            )
        old, new = (label.id.partition(" ")[2] for label in (self.old.label, self.new.label))
        return re.sub(rf"(?<!Kabupaten )(?<!Kota )\b{re.escape(old)}\b", new, text)

    # cases

    def _case_section(self, key: Scalar, value: Node) -> Node:
        if key.text == "andaikan":
            return self._facts(value)
        if key.text != "kasus" or not isinstance(value, SequenceNode):
            return value
        return SequenceNode(tuple(self._case(item) for item in value.items), value.place)

    def _case(self, item: Node) -> Node:
        """The case on the day it was meant for, without what only the other city's regulation says."""
        if not isinstance(item, MappingNode):
            return item
        entries: list[tuple[Scalar, Node]] = []
        names = [key.text for key, _ in item.entries]
        for key, value in item.entries:
            if key.text in _NOT_CARRIED:
                continue
            entries.append(
                (key, self._facts(value) if key.text == "fakta" else self._text(value) if key.text == "nama" else value)
            )
            if key.text == "nama" and "pada" not in names:
                entries += _scalars((("pada", default_day(self.source).isoformat()),), key.place)
        return MappingNode(tuple(entries), item.place)

    def _facts(self, value: Node) -> Node:
        if not isinstance(value, MappingNode):
            return value
        moved = {self.old.slug: self.new.slug, **self._villages()}
        return MappingNode(
            tuple(
                (key, _mapped(node, lambda text: moved.get(text, text)) if key.text in ("kota", "kelurahan") else node)
                for key, node in value.entries
            ),
            value.place,
        )

    def _decide(self, above: Scalar, kind: Kind, where: str, text: Label) -> None:
        self.decisions.append(ToDecide(kind, where, text))
        lines = textwrap.wrap(f"PUTUSKAN: {text.id}", _COMMENT, subsequent_indent="  ", break_on_hyphens=False)
        self.above[above.place] = (*self.above.get(above.place, ()), *lines)


def _mapped(node: Node, change: Callable[[str], str]) -> Node:
    match node:
        case Scalar(text, place):
            return Scalar(change(text), place)
        case SequenceNode(items, place):
            return SequenceNode(tuple(_mapped(item, change) for item in items), place)
        case MappingNode(entries, place):
            return MappingNode(tuple((key, _mapped(value, change)) for key, value in entries), place)


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Scalar(text):
            yield text
        case SequenceNode(items):
            for item in items:
                yield from _texts(item)
        case MappingNode(entries):
            for _, value in entries:
                yield from _texts(value)


def _scalars(pairs: Sequence[tuple[str, str]], place: Place) -> list[tuple[Scalar, Node]]:
    """New entries: at no place of the file, so that no comment of the file is theirs."""
    nowhere = Place(place.path, 0, 0)
    return [(Scalar(name, nowhere), Scalar(text, nowhere)) for name, text in pairs]


def _name(item: Node) -> str | None:
    if not isinstance(item, MappingNode):
        return None
    fields = {key.text: value.text for key, value in item.entries if isinstance(value, Scalar)}
    return fields.get("id") or fields.get("sumber_dana") or fields.get("tahun")


def _without(node: Node, dropped: Sequence[str]) -> Node:
    if not isinstance(node, SequenceNode):
        return node
    kept = (item for item in node.items if not isinstance(item, MappingNode) or _case_name(item) not in dropped)
    return SequenceNode(tuple(kept), node.place)


def _case_name(item: MappingNode) -> str:
    return next((value.text for key, value in item.entries if key.text == "nama" and isinstance(value, Scalar)), "")
