"""OpenFisca's vectorised simulation of the same policy: who is certainly eligible, and the source that pays.

OpenFisca has no unknown values, so a fact may have the word `tidak_diketahui` and formulas say what is certain. A
variable per fact and per answer, as its users write; findings and reasons it gives none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from yardsticks import answer
from yardsticks.answer import FACTS, LISTED, POSTS, UNKNOWN

MONTH = f"{answer.DAY:%Y-%m}"
PRESUMED = {"pekerjaan_kedua": "tidak_ada", "penerima_berjalan": "tidak"}
ADULT, TOO_OLD = np.datetime64(answer.ADULT), np.datetime64(answer.TOO_OLD)
JOBS = ("pekerjaan", "pekerjaan_kedua")

Flags = npt.NDArray[np.bool_]
Inputs = Mapping[str, npt.NDArray[Any]]
Formula = Callable[[Any, Any], Any]
"""What it computes of the people in a period: flags."""


def decide(frame: pl.DataFrame) -> tuple[Flags, Flags]:
    country = system(frame.schema)
    return simulate(simulation(country, frame.height), inputs(frame, country))


def simulation(country: TaxBenefitSystem, count: int) -> Simulation:
    """For so many people, none of whose facts is known yet."""
    return SimulationBuilder().build_default_simulation(country, count)


def simulate(empty: Simulation, given: Inputs) -> tuple[Flags, Flags]:
    """Whether each person is certainly eligible, and whether the city certainly pays."""
    for fact, column in given.items():
        empty.set_input(fact, MONTH, column)
    return empty.calculate("eligible", MONTH), empty.calculate("paid", MONTH)


def inputs(frame: pl.DataFrame, country: TaxBenefitSystem) -> Inputs:
    """Columns as OpenFisca keeps them; a null is the word for unknown, or what the vocabulary presumes."""
    found: dict[str, npt.NDArray[Any]] = {}
    for fact in FACTS:
        column, kind = frame[fact], frame.schema[fact]
        if kind == pl.Date:
            found[fact] = column.to_numpy().astype("datetime64[D]")
            continue
        codes = column.to_physical() if isinstance(kind, pl.Enum) else column.cast(pl.UInt8)
        null = _words(kind).index(PRESUMED.get(fact, UNKNOWN))
        values = country.get_variable(fact).possible_values
        found[fact] = EnumArray(codes.fill_null(null).cast(pl.Int16).to_numpy(), values)
    return found


def system(schema: pl.Schema) -> TaxBenefitSystem:
    person = build_entity("person", "people", "", is_person=True)
    country = TaxBenefitSystem([person])
    words: dict[str, Any] = {}
    for fact in FACTS:
        if schema[fact] == pl.Date:
            country.add_variable(_variable(fact, person, value_type=date))
            continue
        words[fact] = Enum(fact, [(word, word) for word in _words(schema[fact])])
        unknown = words[fact][UNKNOWN]
        kind = {"value_type": Enum, "possible_values": words[fact], "default_value": unknown}
        country.add_variable(_variable(fact, person, **kind))

    def among(fact: str, *listed: str) -> Formula:
        members = [words[fact][word] for word in listed]

        def formula(people: Any, period: Any) -> Any:
            column = people(fact, period)
            return reduce(np.logical_or, [column == member for member in members])

        return formula

    def age_met(people: Any, period: Any) -> Any:
        born = people("tanggal_lahir", period)
        return among("penerima_berjalan", "ya")(people, period) | ((born <= ADULT) & (born > TOO_OLD))

    def work_met(people: Any, period: Any) -> Any:
        listed = [among(job, *LISTED)(people, period) for job in JOBS]
        idle = [among(job, *_no_job(words[job]))(people, period) for job in JOBS]
        ruled = among("ditetapkan_setara", "ya")(people, period)
        return listed[0] | listed[1] | (ruled & ~(idle[0] & idle[1]))

    formulas: dict[str, Formula] = {
        "home_met": among("kota", "tegal"),
        "post_met": lambda people, period: reduce(
            np.logical_or, [among(post, "ketua", "sekretaris", "bendahara")(people, period) for post in POSTS]
        ),
        "post_failed": lambda people, period: reduce(
            np.logical_and, [among(post, "anggota", "tidak_ada")(people, period) for post in POSTS]
        ),
        "status_met": among("status_kepegawaian", "non_asn_pemda"),
        "status_failed": among("status_kepegawaian", "asn", "tni_polri", "bukan_pegawai"),
        "age_met": age_met,
        "work_met": work_met,
        "relation_met": among("hubungan_kerja", "orang_perseorangan", "luar_hubungan_kerja"),
        "member_met": among("peserta_aktif", "tidak"),
        "poor_met": lambda people, period: reduce(
            np.logical_and, [people(name, period) for name in ("age_met", "work_met", "relation_met", "member_met")]
        ),
        "eligible": lambda people, period: (
            people("home_met", period)
            & (people("post_met", period) | people("status_met", period) | people("poor_met", period))
        ),
        "paid": lambda people, period: (
            people("home_met", period)
            & (
                people("post_met", period)
                | (
                    people("post_failed", period)
                    & (people("status_met", period) | (people("status_failed", period) & people("poor_met", period)))
                )
            )
        ),
    }
    for name, formula in formulas.items():
        country.add_variable(_variable(name, person, value_type=bool, formula=formula))
    return country


def _variable(name: str, person: Any, **attributes: Any) -> type[Variable]:
    attributes |= {"entity": person, "definition_period": DateUnit.MONTH, "label": name}
    return type(name, (Variable,), attributes)


def _words(kind: pl.DataType) -> list[str]:
    return kind.categories.to_list() if isinstance(kind, pl.Enum) else ["tidak", "ya", UNKNOWN]


def _no_job(words: Any) -> list[str]:
    """What no ruling brings into the list."""
    return [word for word in words.__members__ if word in ("tidak_bekerja", "tidak_ada", UNKNOWN)]
