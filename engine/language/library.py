"""Finds and reads everything under a policies folder: vocabulary, documents, national layer, policies.

A folder is a city, a file is a version, found by looking. A file that cannot be read leaves the others alone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.language import ground, national, schema, vocabulary
from engine.language.checks import check, check_versions
from engine.language.cities import with_cities
from engine.language.diagnostic import Diagnostic, Place, has_errors, in_order
from engine.language.ground import Document
from engine.language.national import NationalLayer
from engine.language.policy import Policy
from engine.language.source import Node, read
from engine.language.vocabulary import Vocabulary

CASES = ".kasus.yaml"
_NATIONAL = "nasional"


@dataclass(frozen=True, slots=True)
class Library:
    """What a policies folder holds, and every fault found in it."""

    root: Path
    vocabulary: Vocabulary
    documents: Mapping[str, Document]
    national: NationalLayer
    policies: Mapping[str, Policy]
    faults: tuple[Diagnostic, ...]

    def cities(self) -> tuple[str, ...]:
        return tuple(sorted({policy.city for policy in self.policies.values()}))

    def of_city(self, city: str) -> tuple[Policy, ...]:
        """Versions of one city, by start; those without a known start first."""
        mine = [policy for policy in self.policies.values() if policy.city == city]
        return tuple(sorted(mine, key=lambda p: (p.effective.since or date.min, p.id)))

    def chosen(self, city: str, day: date) -> Policy | None:
        """The version in effect in the city that day. A draft, or one of unknown start, is never chosen by date."""
        for policy in reversed(self.of_city(city)):
            since, until = policy.effective.since, policy.effective.until
            started = since is not None and since <= day
            if policy.status != "draft" and started and (until is None or day <= until):
                return policy
        return None

    def latest_known(self, city: str) -> Policy | None:
        """The newest version of the city that is not a draft, in effect or not; one of unknown start only if alone."""
        versions = [policy for policy in self.of_city(city) if policy.status != "draft"]
        return versions[-1] if versions else None


def shipped() -> Path:
    """The policies that come with the program (beside the packages in a checkout, inside when installed)."""
    installed = Path(__file__).resolve().parent.parent / "policies"
    return installed if installed.is_dir() else installed.parent.parent / "policies"


def load(root: Path) -> Library:
    """Everything under `root`; no policies where vocabulary or documents cannot be read.

    Raises FileNotFoundError where there is no such folder.
    """
    if not root.is_dir():
        raise FileNotFoundError(root)
    faults: list[Diagnostic] = []
    node = _tree(root / "kosakata.yaml", faults)
    words = vocabulary.parse(node, faults) if node else None
    node = _tree(root / "sumber.yaml", faults)
    documents = ground.parse_documents(node, faults) if node else None
    if words is not None:
        words = with_cities(words, _folders(root))
    if words is None or documents is None:
        return Library(root, Vocabulary({}, {}, {}, {}, {}, ""), {}, NationalLayer(), {}, tuple(in_order(faults)))
    layer = NationalLayer()
    for path in sorted((root / _NATIONAL).glob("*.yaml")):
        node = _tree(path, faults)
        if node:
            layer = NationalLayer(layer.values + national.parse(node, words, documents, faults).values)
    faults.extend(national.overlaps(layer))
    policies: dict[str, Policy] = {}
    for path in sorted(root.glob("*/*.yaml")):
        if path.parent.name == _NATIONAL or path.name.endswith(CASES):
            continue
        policy = _policy(path, words, documents, layer, faults)
        if policy:
            policies[policy.id] = policy
    faults.extend(check_versions(tuple(policies.values())))
    return Library(root, words, documents, layer, policies, tuple(in_order(faults)))


def _folders(root: Path) -> list[str]:
    """Names of the folders that hold policies: a city that the vocabulary does not name is known by its folder."""
    return sorted({path.parent.name for path in root.glob("*/*.yaml")} - {_NATIONAL})


def load_file(path: Path, library: Library) -> tuple[Policy | None, list[Diagnostic]]:
    """One policy file, wherever it lies, read with the library's vocabulary, documents and national layer.

    Where the library has no vocabulary, its own faults say why.
    """
    if not library.vocabulary.facts:
        return None, list(library.faults)
    faults: list[Diagnostic] = []
    policy = _policy(path, library.vocabulary, library.documents, library.national, faults)
    return policy, in_order(faults)


def _policy(
    path: Path,
    words: Vocabulary,
    documents: Mapping[str, Document],
    layer: NationalLayer,
    faults: list[Diagnostic],
) -> Policy | None:
    """The policy of a file; None where an error was found in it."""
    found: list[Diagnostic] = []
    node = _tree(path, found)
    policy = schema.parse(node, words, documents, layer, found) if node else None
    if policy:
        found.extend(check(policy, layer))
    faults.extend(found)
    return None if has_errors(found) else policy


def _tree(path: Path, faults: list[Diagnostic]) -> Node | None:
    name = shown(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        faults.append(Diagnostic("cannot-read", Place(name), {"problem": error.strerror or str(error)}))
        return None
    node, found = read(content, name)
    faults.extend(found)
    return node


def shown(path: Path) -> str:
    """The path as a person would type it from where the program runs."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
