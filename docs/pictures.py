"""Draws the pictures of the README anew, but for the comparison page: `.venv/bin/python docs/pictures.py`."""

from __future__ import annotations

import json
import re
from contextlib import chdir
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from api.terminal import show_decision, show_faults
from api.terminal_diff import show_difference
from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.library import Library, load, load_file, shipped
from engine.registry.report.charts import draw, drawings
from engine.registry.report.totals import totals
from engine.registry.run import decide_registry
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.registry.taking import Source, take
from engine.revision.difference.difference import difference

HERE = Path(__file__).parent / "gambar"


def console() -> Console:
    return Console(record=True, width=118, file=StringIO(), force_terminal=True, highlight=False)


def save(drawn: Console, name: str, title: str) -> None:
    """SVG without the web font that rich would fetch."""
    picture = drawn.export_svg(title=title)
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    (HERE / name).write_text(picture.replace("Fira Code, monospace", "monospace"), encoding="utf-8")


def main() -> None:
    library = load(shipped())
    desk = Desk(library)
    facts = json.loads((HERE / "buruh-batik.json").read_text(encoding="utf-8"))
    day = date(2023, 2, 8)
    drawn = console()
    applicant = person(facts, library.vocabulary, day, [])
    show_decision(drawn, desk.decide(library.policies["pekalongan/2023-usulan"], applicant, day), "id")
    save(drawn, "keputusan.svg", "perwal decide --policy pekalongan/2023-usulan --facts docs/gambar/buruh-batik.json")

    drawn = console()
    old, new = library.policies["pekalongan/2022-19b"], library.policies["pekalongan/2023-usulan"]
    show_difference(drawn, difference(desk, old, new, day), "id")
    save(drawn, "perubahan.svg", "perwal diff pekalongan/2022-19b pekalongan/2023-usulan")
    registry_chart(library, day)

    drawn = console()
    with TemporaryDirectory() as folder, chdir(folder):
        show_faults(drawn, load_file(broken_copy(library), library)[1], "id")
    drawn.print()
    save(drawn, "kesalahan.svg", "perwal check pekalongan/2022-19b.yaml")


def registry_chart(library: Library, day: date) -> None:
    """What decides in a list of made-up people, as `perwal run` draws it."""
    policy = library.policies["pekalongan/2023-usulan"]
    with TemporaryDirectory() as folder:
        work = Path(folder)
        write(Request("pekalongan", 20_000, day), library.vocabulary, work / "daftar.parquet", "parquet")
        taken = take(Source(work / "daftar.parquet"), library.vocabulary, "pekalongan", work)
        decided = decide_registry(library, policy, day, taken.registry, work / "keputusan.parquet")
        drawing = drawings(decided, totals(decided), "id")["syarat"]
        draw({"syarat": drawing}, work)
        (HERE / "syarat.png").write_bytes((work / "syarat.png").read_bytes())


def broken_copy(library: Library) -> Path:
    """A shipped policy with four slips of the pen, in the current folder."""
    text = (library.root / "pekalongan" / "2022-19b.yaml").read_text(encoding="utf-8")
    for right, wrong in (
        ("id: domisili", "id: Domisili"),
        ("nasional.usia_pendaftaran_kurang_dari", "nasional.usia_pendaftaran"),
        ("sumber: [puskapik-2024-12-04]", "sumber: [puskapik]"),
        ("peserta_aktif: tidak", "pesrta_aktif: tidak"),
    ):
        assert right in text
        text = text.replace(right, wrong)
    path = Path("pekalongan") / "2022-19b.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
