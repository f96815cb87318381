"""Cities side by side: what counts as stated, what as the same, and what is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.revision.comparison import Column, Comparison, compare, same_person
from engine.revision.provision import Provision
from engine.revision.themes import FACTS, THEMES
from tests.random_policies import parse

STATED = {"dasar": "tersurat", "sumber": ["kanalmuria-2023-02-08"]}
READ = {"dasar": "tafsir", "sumber": ["kanalmuria-2023-02-08"]}
ASSUMED = {"dasar": "asumsi", "catatan": "diandaikan untuk uji"}


def asked(condition: Any, ground: Mapping[str, Any] = STATED, **more: Any) -> dict[str, Any]:
    return {"id": "syarat", "bunyi": "bunyi uji", "syarat": condition, **ground, **more}


def group(*criteria: dict[str, Any], name: str = "pekerja_rentan", **more: Any) -> dict[str, Any]:
    named = [{**criterion, "id": f"{criterion['id']}{index}"} for index, criterion in enumerate(criteria)]
    funding = [{"sumber_dana": "apbd", "bila": "selalu", "bulan": "sampai_akhir_tahun_anggaran", **STATED}]
    return {
        "id": name,
        "sebutan": {"id": name, "en": f"{name} in English"},
        "segmen": "bpu",
        "kriteria": named,
        "pendanaan": funding,
        **STATED,
        **more,
    }


def policy(library: Library, city: str, *groups: dict[str, Any], version: str = "uji", **more: Any) -> Policy:
    written = {
        "peraturan": {
            "kota": city,
            "jenis": "perwal",
            "tentang": "uji",
            "mengikat": "ya",
            "status": "berlaku",
            "naskah": more.pop("naskah", "rekonstruksi"),
            **STATED,
        },
        "berlaku": {"sejak": "2023-01-01", "diketahui_sampai": "2023-12-31", **STATED},
        "program": ["jkk", "jkm"],
        "kelompok": list(groups),
        **more,
    }
    return parse(written, library, f"policies/{city}/{version}.yaml")


def of(library: Library, *policies: Policy) -> Comparison:
    return compare(replace(library, policies={policy.id: policy for policy in policies}))


def two(library: Library, one: dict[str, Any], other: dict[str, Any]) -> Comparison:
    """Tegal with one criterion, Kendal with another."""
    return of(library, policy(library, "tegal", group(one)), policy(library, "kendal", group(other)))


def agree(comparison: Comparison, theme: str) -> bool:
    return bool(comparison.same(theme))


def column(comparison: Comparison, city: str) -> Column:
    (found,) = (column for column in comparison.columns if column.city == city)
    return found


def provision(comparison: Comparison, city: str, theme: str) -> Provision:
    return column(comparison, city).provisions[theme]


BREADWINNER = {"tulang_punggung": "ya"}


def test_the_same_stated_criterion_is_agreement(library: Library) -> None:
    assert agree(two(library, asked(BREADWINNER), asked(BREADWINNER)), "breadwinner")


def test_a_reading_on_one_side_is_still_agreement(library: Library) -> None:
    assert agree(two(library, asked(BREADWINNER), asked(BREADWINNER, READ)), "breadwinner")


@pytest.mark.parametrize("other", [STATED, READ, ASSUMED])
def test_an_assumption_is_never_agreement(library: Library, other: Mapping[str, Any]) -> None:
    assert not agree(two(library, asked(BREADWINNER, ASSUMED), asked(BREADWINNER, other)), "breadwinner")


def test_silence_is_never_agreement(library: Library) -> None:
    comparison = two(library, asked(BREADWINNER), asked(BREADWINNER))
    assert provision(comparison, "tegal", "age").standing == "silent"
    assert not agree(comparison, "age")


def test_another_value_is_no_agreement(library: Library) -> None:
    assert not agree(two(library, asked(BREADWINNER), asked({"tulang_punggung": "tidak"})), "breadwinner")


def test_binding_at_registration_only_is_another_rule(library: Library) -> None:
    adult = {"usia": {"paling_rendah": 18}}
    assert not agree(two(library, asked(adult), asked(adult, saat="pendaftaran")), "age")


@pytest.mark.parametrize(
    ("theme", "one", "other"),
    [
        ("residence", {"kota": "tegal"}, {"kota": "kendal"}),
        ("employment", {"hubungan_kerja": {"termasuk": ["perusahaan", "tidak_bekerja"]}},
         {"hubungan_kerja": {"tidak_termasuk": ["orang_perseorangan", "penyelenggara_negara", "luar_hubungan_kerja"]}}),
        ("own_business", {"menerima_upah": "tidak"}, {"tidak": {"menerima_upah": "ya"}}),
        ("own_business", {"menerima_upah": "ya"}, {"tidak": {"tidak": {"menerima_upah": "ya"}}}),
        ("post", {"salah_satu": [{"jabatan_rt": "ketua"}, {"jabatan_rw": "ketua"}]},
         {"salah_satu": [{"jabatan_rw": "ketua"}, {"jabatan_rt": "ketua"}]}),
        ("age", {"semua": [{"usia": {"lebih_dari": 17}}]}, {"usia": {"paling_rendah": 18}}),
    ],
)  # fmt: skip
def test_other_words_for_the_same_condition_are_agreement(
    library: Library, theme: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert agree(two(library, asked(one), asked(other)), theme)


def test_a_neighbouring_city_is_not_the_own_city(library: Library) -> None:
    assert not agree(two(library, asked({"kota": "tegal"}), asked({"kota": "tegal"})), "residence")


def with_list(library: Library, city: str, kind: str, ground: Mapping[str, Any] = STATED) -> Policy:
    name = f"daftar_{city}"
    listing = {name: {"daftar": kind, "isi": ["pemulung", "tukang_becak"], **ground}}
    return policy(library, city, group(asked({"pekerjaan": {"termasuk": f"lampiran.{name}"}})), lampiran=listing)


def test_lists_that_name_the_same_are_agreement_whatever_they_are_called(library: Library) -> None:
    for kind in ("tertutup", "terbuka"):
        assert agree(of(library, with_list(library, "tegal", kind), with_list(library, "kendal", kind)), "occupation")


def test_an_open_list_is_not_a_closed_one(library: Library) -> None:
    lists = with_list(library, "tegal", "terbuka"), with_list(library, "kendal", "tertutup")
    assert not agree(of(library, *lists), "occupation")


def test_lists_known_in_part_are_never_the_same(library: Library) -> None:
    lists = with_list(library, "tegal", "belum_lengkap"), with_list(library, "kendal", "belum_lengkap")
    comparison = of(library, *lists)
    assert provision(comparison, "tegal", "occupation").standing == "stated"
    assert not agree(comparison, "occupation")


def test_a_criterion_is_as_weak_as_the_list_it_rests_on(library: Library) -> None:
    comparison = of(library, with_list(library, "tegal", "terbuka", ASSUMED), with_list(library, "kendal", "terbuka"))
    assert provision(comparison, "tegal", "occupation").standing == "assumed"
    assert "diandaikan untuk uji" in provision(comparison, "tegal", "occupation").statements[0].notes
    assert not agree(comparison, "occupation")


def test_a_criterion_is_as_weak_as_the_definition_it_rests_on(library: Library) -> None:
    definition = {"keluarga": {"bunyi": "tulang punggung", "syarat": BREADWINNER, **ASSUMED}}
    defined = policy(library, "tegal", group(asked({"definisi": "keluarga"})), definisi=definition)
    comparison = of(library, defined, policy(library, "kendal", group(asked(BREADWINNER))))
    assert provision(comparison, "tegal", "breadwinner").standing == "assumed"
    assert not agree(comparison, "breadwinner")


def test_one_assumption_makes_the_provision_an_assumption(library: Library) -> None:
    criteria = asked({"menerima_upah": "tidak"}), asked({"usaha_sendiri": "ya"}, ASSUMED)
    comparison = of(library, policy(library, "tegal", group(*criteria)))
    found = provision(comparison, "tegal", "own_business")
    assert [statement.standing for statement in found.statements] == ["stated", "assumed"]
    assert found.standing == "assumed"


def test_what_binds_one_of_two_groups_is_not_what_binds_everybody(library: Library) -> None:
    both = group(asked(BREADWINNER)), group(asked({"jabatan_rt": "ketua"}), name="pengurus")
    comparison = of(library, policy(library, "tegal", *both), policy(library, "kendal", group(asked(BREADWINNER))))
    assert [one.id for one in provision(comparison, "tegal", "breadwinner").statements[0].groups] == ["pekerja_rentan"]
    assert provision(comparison, "kendal", "breadwinner").statements[0].groups == ()
    assert not agree(comparison, "breadwinner")


def test_what_is_said_alike_of_every_group_is_said_once(library: Library) -> None:
    groups = [group(asked(BREADWINNER, pasal=article), name=f"kelompok{article}") for article in ("3", "4")]
    (found,) = provision(of(library, policy(library, "tegal", *groups)), "tegal", "breadwinner").statements
    assert (found.groups, found.articles) == ((), ("3", "4"))


def test_a_common_name_for_different_people_is_no_agreement(library: Library) -> None:
    assert not agree(two(library, asked(BREADWINNER), asked({"menerima_upah": "tidak"})), "groups")


def test_different_names_for_the_same_people_are_agreement(library: Library) -> None:
    home = asked({"kota": "tegal"}, ASSUMED), asked({"kota": "kendal"}, ASSUMED)
    comparison = of(
        library,
        policy(library, "tegal", group(asked(BREADWINNER), home[0], name="satu")),
        policy(library, "kendal", group(asked(BREADWINNER), home[1], name="lain")),
    )
    assert agree(comparison, "groups")


def test_people_told_apart_by_an_assumption_are_no_agreement(library: Library) -> None:
    assert not agree(two(library, asked(BREADWINNER, ASSUMED), asked(BREADWINNER, ASSUMED)), "groups")


def test_unnumbered_instruments_are_never_the_same(library: Library) -> None:
    assert not agree(two(library, asked(BREADWINNER), asked(BREADWINNER)), "instrument")


def test_a_reconstruction_gives_programmes_and_the_budget_year_no_ground_of_their_own(library: Library) -> None:
    comparison = two(library, asked(BREADWINNER), asked(BREADWINNER))
    for theme in ("programs", "months"):
        assert [one.basis for one in provision(comparison, "tegal", theme).statements] == [None]
        assert provision(comparison, "tegal", theme).standing == "assumed"
        assert not agree(comparison, theme)


def test_an_official_text_grounds_them(library: Library) -> None:
    cities = [policy(library, city, group(asked(BREADWINNER)), naskah="resmi") for city in ("tegal", "kendal")]
    comparison = of(library, *cities)
    for theme in ("programs", "months"):
        assert provision(comparison, "tegal", theme).standing == "stated"
        assert agree(comparison, theme)


@pytest.mark.parametrize("text", ["resmi", "rekonstruksi"])
def test_the_order_of_payers_is_law_only_in_an_official_text(library: Library, text: str) -> None:
    def paid(city: str, *sources: str) -> Policy:
        funding = [{"sumber_dana": source, "bila": "selalu", "bulan": "tidak_diatur", **STATED} for source in sources]
        return policy(library, city, group(asked(BREADWINNER), pendanaan=funding), naskah=text)

    comparison = of(library, paid("tegal", "apbd", "tjsl"), paid("kendal", "tjsl", "apbd"))
    found = provision(comparison, "tegal", "funding")
    assert found.standing == "stated"
    assert bool(found.remarks) == (text == "rekonstruksi")
    assert agree(comparison, "funding") == (text == "rekonstruksi")
    assert found.statements[0].text.en.startswith("1. ") == (text == "resmi")


def test_a_remark_is_no_statement_of_the_city(library: Library) -> None:
    comparison = two(library, asked(BREADWINNER), asked(BREADWINNER))
    found = provision(comparison, "tegal", "contribution")
    assert (found.standing, found.remarks[0].text.id) == ("silent", "tarif nasional Rp16.800")
    assert not agree(comparison, "contribution")


def test_an_amount_that_the_regulation_names_is_a_statement(library: Library) -> None:
    comparison = of(library, policy(library, "tegal", group(asked(BREADWINNER), iuran_per_bulan=20000)))
    assert provision(comparison, "tegal", "contribution").statements[0].text.en == "Rp20.000"


def test_a_criterion_of_no_theme_has_a_row_of_its_own(library: Library) -> None:
    comparison = of(library, policy(library, "tegal", group(asked("selalu"))))
    assert comparison.themes == tuple(THEMES)
    assert provision(comparison, "tegal", "other").statements[0].text.en == "always"
    assert "other" not in two(library, asked(BREADWINNER), asked(BREADWINNER)).themes


def test_a_priority_stands_with_its_fact_and_in_the_order(library: Library) -> None:
    first = [{"id": "utama", "bila": {"miskin_ekstrem": "ya"}, **STATED}]
    comparison = of(library, policy(library, "tegal", group(asked(BREADWINNER)), prioritas=first))
    assert provision(comparison, "tegal", "poverty").statements[0].text.en.startswith("comes first, not required")
    assert provision(comparison, "tegal", "priority").statements[0].text.en == "1. on the extreme-poverty list: yes"


# the shipped cities


@pytest.fixture(scope="module")
def shipped_cities(library: Library) -> Comparison:
    return compare(library)


def test_every_city_stands_with_its_latest_known_version_on_its_last_day(library: Library) -> None:
    for found in compare(library).columns:
        assert found.view
        assert found.view.policy.status != "draft"
        assert found.view.day == found.view.policy.effective.known_until


def test_a_draft_stands_only_where_it_is_named(library: Library) -> None:
    assert compare(library, ["pekalongan"]).columns[0].id == "pekalongan/2022-19b"
    assert compare(library, ["pekalongan/2023-usulan"]).columns[0].id == "pekalongan/2023-usulan"


def test_on_a_day_each_city_stands_with_the_version_of_that_day(library: Library) -> None:
    comparison = compare(library, ["tegal", "pekalongan"], date(2022, 12, 1))
    assert [column.id for column in comparison.columns] == ["tegal/2022-apbd-perubahan", "pekalongan/2022-19b"]


def test_a_city_without_a_version_that_day_says_which_there_are(library: Library) -> None:
    (empty,) = compare(library, ["tegal"], date(2021, 1, 1)).columns
    assert (empty.view, empty.id) == (None, "tegal")
    assert "tegal/2023" in [version.id for version in empty.versions]


def test_a_name_that_is_not_there_is_an_error(library: Library) -> None:
    for name in ("solo", "tegal/1999"):
        with pytest.raises(KeyError):
            compare(library, [name])


def test_no_agreement_anywhere_rests_on_an_assumption(library: Library) -> None:
    for comparison in (compare(library), compare(library, sorted(library.policies))):
        for theme in comparison.themes:
            for agreeing in comparison.same(theme):
                assert {column.provisions[theme].standing for column in agreeing} <= {"stated", "interpreted"}


def test_a_quota_is_only_in_pekalongan(shipped_cities: Comparison) -> None:
    for found in shipped_cities.columns:
        assert (found.provisions["quota"].standing == "silent") == (found.city != "pekalongan")


def test_three_months_are_only_in_tegal(shipped_cities: Comparison) -> None:
    for found in shipped_cities.columns:
        texts = [statement.text.en for statement in found.provisions["months"].statements]
        assert any("3 months" in text for text in texts) == (found.city == "tegal")


def test_a_deduction_from_the_allowance_is_only_in_sukabumi(shipped_cities: Comparison) -> None:
    for found in shipped_cities.columns:
        texts = [statement.text.id for statement in found.provisions["donors"].statements]
        assert any("dipotong dari TPP" in text for text in texts) == (found.city == "sukabumi")


def test_vulnerable_workers_of_kendal_and_tegal_are_not_the_same_people(shipped_cities: Comparison) -> None:
    assert not agree(shipped_cities, "groups")


def test_the_counts_are_those_of_the_cells_and_add_up(shipped_cities: Comparison) -> None:
    for found in shipped_cities.columns:
        counts = shipped_cities.counts(found)
        assert sum(counts.values()) == len(shipped_cities.themes) == 20
        stated = [theme for theme in shipped_cities.themes if found.provisions[theme].standing == "stated"]
        assert counts["stated"] == len(stated)
        for theme in stated:
            assert all(statement.basis == "stated" for statement in found.provisions[theme].statements)


def test_no_criterion_of_any_version_is_lost(library: Library) -> None:
    for found in compare(library, sorted(library.policies)).columns:
        assert found.view
        wording = {
            text for cell in found.provisions.values() for statement in cell.statements for text in statement.wording
        }
        assert {criterion.text for entry in found.view.policy.groups for criterion in entry.criteria} <= wording


def test_every_fact_a_rule_may_ask_has_a_theme(library: Library) -> None:
    themed = {fact for facts in FACTS.values() for fact in facts}
    assert set(library.vocabulary.askable()) == themed


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_json_form_has_every_theme_and_column_in_the_language_asked(
    shipped_cities: Comparison, language: Language
) -> None:
    form: dict[str, Any] = shipped_cities.as_json(language)
    assert [theme["theme"] for theme in form["themes"]] == list(shipped_cities.themes)
    assert {theme["theme"]: theme["label"] for theme in form["themes"]}["age"] == {"id": "Usia", "en": "Age"}[language]
    assert [entry["city"] for entry in form["columns"]] == list(shipped_cities.library.cities())
    cited = {source["id"] for source in form["sources"]}
    for theme in form["themes"]:
        assert [cell["column"] for cell in theme["provisions"]] == [entry["column"] for entry in form["columns"]]
        for cell in theme["provisions"]:
            assert (cell["standing"] == "silent") == (not cell["statements"])
            assert all(statement["text"] for statement in cell["statements"])
            assert {source for statement in cell["statements"] for source in statement["sources"]} <= cited
    months = next(theme for theme in form["themes"] if theme["theme"] == "months")["provisions"]
    said = {"id": "sampai akhir tahun anggaran", "en": "until the end of the budget year"}[language]
    assert any(said in statement["text"] for cell in months for statement in cell["statements"])


def test_one_city_twice_goes_by_its_versions(library: Library) -> None:
    form: dict[str, Any] = compare(library, ["tegal", "tegal/rintisan", "tegal/2023", "tegal"]).as_json("en")
    names = [entry["name"] for entry in form["columns"]]
    assert names == ["Tegal City (tegal/2023)", "Tegal City (tegal/rintisan)"]


# the same person


def test_the_same_person_is_decided_in_each_city_as_the_desk_decides(library: Library) -> None:
    facts = {"kota": "tegal", "jabatan_rt": "sekretaris", "hubungan_kerja": "luar_hubungan_kerja"}
    comparison = compare(library, ["tegal", "pekalongan"], date(2023, 6, 1))
    desk = Desk(library)
    faults: list[Diagnostic] = []
    decisions = same_person(desk, comparison, facts, faults)
    assert not faults
    for found, decision in zip(comparison.columns, decisions, strict=True):
        assert found.view
        assert decision
        applicant = person(facts, library.vocabulary, found.view.day, [])
        assert decision.as_json() == desk.decide(found.view.policy, applicant, found.view.day).as_json()
    assert [decision.outcome for decision in decisions if decision] == ["eligible", "ineligible"]


def test_a_faulty_fact_is_told_and_leaves_no_decision(library: Library) -> None:
    faults: list[Diagnostic] = []
    assert same_person(Desk(library), compare(library, ["tegal"]), {"umur": 3}, faults) == (None,)
    assert [fault.code for fault in faults] == ["fact-unknown-name"]


def test_a_city_without_a_version_decides_nobody(library: Library) -> None:
    faults: list[Diagnostic] = []
    comparison = compare(library, ["tegal"], date(2021, 1, 1))
    assert (same_person(Desk(library), comparison, {"kota": "tegal"}, faults), faults) == ((None,), [])
