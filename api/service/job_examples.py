"""Worked examples of jobs for the OpenAPI document: lists of made-up people, answers, problems in both languages."""

from __future__ import annotations

from typing import Any

from api.service.jobs.jobs import Limits
from api.service.jobs.uploads import FORM, HEADER, TYPES
from api.service.problems import Problem, as_form
from api.service.routes.beginning import PATHS
from engine.language.vocabulary import Language

LIST = """\
nama,tanggal_lahir,kelurahan,jabatan_rt,peserta_aktif,sintetis
CONTOH SATU,1979-04-11,33.76.01.1001,sekretaris,tidak,ya
CONTOH DUA,1985-03-02,33.76.01.1002,,tidak,ya
"""
"""Made-up applicants of Tegal."""

FORMS: dict[str, dict[str, str]] = {
    "padanan": {
        "list": """\
nama,tgl lahir peserta,kelurahan,jabatan_rt,peserta_aktif,sintetis
CONTOH SATU,11/04/1979,33.76.01.1001,sekretaris,tidak,ya
""",
        "mapping": "kolom: {tgl lahir peserta: tanggal_lahir}\ntanggal: hari-bulan-tahun\n",
    },
    "anggaran": {
        "list": """\
nik,nama,kelurahan,jabatan_rt,peserta_aktif,sintetis
3376011104790001,CONTOH SATU,33.76.01.1001,sekretaris,tidak,ya
3376024203850002,CONTOH DUA,33.76.02.1002,ketua,tidak,ya
""",
        "budget": """\
kota: tegal
tahun: 2023
sintetis: ya
benih: undian contoh
uang:
  - {id: apbd, sumber_dana: apbd, diterima: 200000}
""",
    },
}
"""Forms of made-up applicants of Tegal, with what goes with their list."""

_SAID = {
    "padanan": "A list whose headings and dates are told by a mapping file",
    "anggaran": "A list among which a year's money is given out",
}

_ID = "Xk3vT1n0PZ5qLw8RfYc2HbUj6mSd9aEo"
_KINDS = {f"/v1/{path}": kind for kind, path in PATHS.items()}
_PARAMETERS: dict[str, dict[str, object]] = {
    "/v1/runs": {"city": "tegal", "on": "2023-06-01", "attest": ["status_kepegawaian=bukan_pegawai"]},
    "/v1/impacts": {"old": "tegal/2022-apbd-perubahan", "new": "tegal/2023"},
    "/v1/ambiguities": {"policy": "tegal/2023"},
    "/v1/registry-comparisons": {"city": "tegal", "versions": ["tegal/2023", "pekalongan/2022-19b"]},
}
_LIMITS = Limits()
_PROBLEMS: dict[str, Problem] = {
    "400": Problem(400, "list-broken-off"),
    "403": Problem(403, "upload-unmarked", header=HEADER),
    "408": Problem(408, "list-too-slow", limit=round(_LIMITS.upload_seconds)),
    "413": Problem(413, "list-too-large", limit=_LIMITS.list_bytes >> 20),
    "415": Problem(415, "list-wrong-type", types=", ".join(TYPES)),
    "422": Problem(422, "list-empty"),
    "429": Problem(429, "jobs-full"),
    "507": Problem(507, "job-storage"),
}
_LANGUAGES: tuple[Language, ...] = ("id", "en")


def add_job_examples(paths: dict[str, Any]) -> None:
    """Fills them in; `paths` of the document is changed."""
    for path, kind in _KINDS.items():
        begin, asked = paths[path]["post"], paths[f"{path}/{{id}}"]
        _say(begin["responses"]["202"], "queued", "The job waits", _state(path, "queued", brief=True))
        told = asked["get"]["responses"]["200"]
        _say(told, "running", "The job is at work", _state(path, "running"))
        _say(told, "failed", "The job could not be done", _failed(path))
        answers = [*asked.values(), *paths.get(f"{path}/{{id}}/files/{{name}}", {}).values()]
        for operation in answers:
            operation["responses"].pop("422", None)  # FastAPI's own; any address is looked up, and not found at worst
            _add_problems(operation["responses"], begins=False, of_a_list=False)
        _add_problems(begin["responses"], begins=True, of_a_list=kind != "examination")
        for parameter in begin.get("parameters", []):
            if parameter["name"] in _PARAMETERS.get(path, {}):
                parameter["example"] = _PARAMETERS[path][parameter["name"]]
        if kind != "examination":
            begin["requestBody"]["content"]["text/csv"]["example"] = LIST
            begin["requestBody"]["content"][FORM]["examples"] = {
                name: {"summary": _SAID[name], "value": form}
                for name, form in FORMS.items()
                if set(form) <= set(begin["requestBody"]["content"][FORM]["schema"]["properties"])
            }
    paths["/v1/examinations"]["post"]["requestBody"]["content"]["application/json"]["examples"] = {
        "cakupan": {"summary": "Cases and coverage", "value": {"policy": "tegal/2023"}},
        "mutasi": {
            "summary": "What the cases would not notice",
            "value": {"policy": "sukabumi/2024-se", "mutate": True},
        },
        "kasus": {
            "summary": "The cases that are missing, and proofs past the usual bounds",
            "value": {"policy": "pekalongan/2023-usulan", "missing": True, "prove": True},
        },
    }


def _say(response: dict[str, Any], name: str, summary: str, value: object) -> None:
    examples = response["content"]["application/json"].setdefault("examples", {})
    examples[name] = {"summary": summary, "value": value}


def _add_problems(responses: dict[str, Any], *, begins: bool, of_a_list: bool) -> None:
    for status, response in responses.items():
        problem = _PROBLEMS.get(status) if of_a_list or status in ("429", "507") else None
        if status == "404" and not begins:
            problem = Problem(404, "no-such-job", minutes=round(_LIMITS.kept_seconds / 60))
        if problem:
            response["content"]["application/problem+json"]["examples"] = {
                language: {"summary": problem.code, "value": as_form(problem, language)} for language in _LANGUAGES
            }


def _state(path: str, status: str, *, brief: bool = False) -> dict[str, Any]:
    accepted = {"id": _ID, "kind": _KINDS[path], "status": status, "url": f"{path}/{_ID}"}
    if brief:
        return accepted
    stage = "mutating" if path == "/v1/examinations" else "deciding"
    return {
        **accepted,
        "before": None,
        "progress": {"stage": stage, "done": 250_000, "total": 1_000_000, "seconds_left": 9},
        "result": None,
        "files": [],
        "faults": [],
        "problem": None,
        "kept_until": None,
    }


def _failed(path: str) -> dict[str, Any]:
    problem = as_form(Problem(500, "job-killed"), "en")
    return {**_state(path, "failed"), "problem": problem, "kept_until": "2023-06-01T09:00:00+00:00"}
