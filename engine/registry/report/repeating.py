"""A run repeated from its receipt: same policy, day, engine, options and attested facts, over the list given now."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.library import Library, shown
from engine.language.messages.report import OPTIONS
from engine.language.policy import Policy
from engine.language.reader import as_date
from engine.language.vocabulary import Vocabulary
from engine.registry.engines import EngineName
from engine.registry.intake.dates import ORDERS
from engine.registry.intake.duplicates import Disagreement
from engine.registry.intake.mapping import MappingFile, attesting, read_mapping
from engine.registry.job import Order, Step, perform
from engine.registry.money import Money, read_money
from engine.registry.report.digests import PREFIX
from engine.registry.report.receipt import Asked, Checked, check
from engine.registry.taking import Source

ENGINES: tuple[EngineName, ...] = get_args(EngineName)
BIRTHS: tuple[Disagreement, ...] = get_args(Disagreement)


class Unrepeatable(Exception):
    """A receipt whose run cannot be repeated with what is here."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = tuple(faults)


def repeat(
    then: Mapping[str, Any],
    library: Library,
    path: Path,
    mapping: Path | None,
    work: Path,
    *,
    receipt_path: str,
    policy: Policy | None = None,
    budget: Path | None = None,
    granted: Path | None = None,
    spark_master: str | None = None,
    step: Step = lambda *_: None,
) -> list[Checked]:
    """The run of a receipt (as `read_receipt` gives it) repeated in the folder `work`, held against it.

    `policy`: the receipt's own, where it is a what-if; else the library's of that id is used.
    Raises Unrepeatable, OSError, and what `job.perform` does.
    """
    order = order_of(then, library, path, mapping, receipt_path, policy, spark_master)
    money = _money(then, library, order, budget, granted, Place(receipt_path))
    return check(then, perform(library, replace(order, money=money), work, step).receipt)


def order_of(
    then: Mapping[str, Any],
    library: Library,
    path: Path,
    mapping: Path | None,
    receipt_path: str,
    policy: Policy | None = None,
    spark_master: str | None = None,
) -> Order:
    """What has to be run again. Raises Unrepeatable, and OSError where the mapping file cannot be read."""
    place = Place(receipt_path)
    policy, day, engine = _known(then, policy or library.policies.get(then["policy"]), place)
    faults: list[Diagnostic] = []
    content = mapping.read_bytes() if mapping else None
    if then["mapping_digest"] and content is None:
        faults.append(Diagnostic("receipt-needs-mapping", place))
    read = MappingFile()
    if mapping and content is not None:
        read = read_mapping(content, shown(mapping), library.vocabulary, faults)
    source = _source(then, path, read, library.vocabulary, receipt_path, faults)
    if faults:
        raise Unrepeatable(faults)
    digest = None if content is None else PREFIX + hashlib.sha256(content).hexdigest()
    asked = Asked(engine, then["options"], then["attested"], digest)
    return Order(policy, day, source, asked, spark_master=spark_master)


def _money(
    then: Mapping[str, Any],
    library: Library,
    order: Order,
    budget: Path | None,
    granted: Path | None,
    place: Place,
) -> Money | None:
    """The money of the receipt, from the files given now. Raises Unrepeatable, and OSError."""
    spoken = then.get("money")
    if spoken is None:
        return None
    if budget is None or (granted is None and spoken["granted_digest"]):
        raise Unrepeatable([Diagnostic("receipt-needs-budget" if budget is None else "receipt-needs-granted", place)])
    faults: list[Diagnostic] = []
    named = bool(spoken["policy_named"])
    money = read_money(library, order.policy, order.day, budget, granted, faults, named=named)
    if money is None or has_errors(faults):
        raise Unrepeatable(faults)
    return money


def _known(then: Mapping[str, Any], policy: Policy | None, place: Place) -> tuple[Policy, date, EngineName]:
    day = as_date(then["on"])
    engine = next((name for name in ENGINES if name == then["made_with"]["engine"]), None)
    if policy is None:
        raise Unrepeatable([Diagnostic("receipt-other-policies", place, {"name": then["policy"]})])
    if day is None or engine is None:
        raise Unrepeatable([Diagnostic("not-a-receipt", place)])
    return policy, day, engine


def _source(
    then: Mapping[str, Any],
    path: Path,
    mapping: MappingFile,
    vocabulary: Vocabulary,
    receipt_path: str,
    faults: list[Diagnostic],
) -> Source:
    """The list, read as the receipt says."""
    options, attested = then["options"], then["attested"]
    dates, birth = options.get("dates"), options.get("birth")
    fits = (
        set(options) <= set(OPTIONS)
        and isinstance(options.get("sheet"), str | None)
        and type(options.get("header_row")) in (int, type(None))
        and dates in (None, *ORDERS)
        and birth in BIRTHS
        and all(isinstance(text, str) for text in attested.values())
    )
    if not fits:
        raise Unrepeatable([Diagnostic("not-a-receipt", Place(receipt_path))])
    mapping = attesting(mapping, attested, vocabulary, receipt_path, faults)
    if dates is not None:
        mapping = replace(mapping, dates=dates)
    return Source(path, options.get("sheet"), options.get("header_row"), mapping, birth)
