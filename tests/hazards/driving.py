"""What snippets in child processes begin with: durable-rules' C module, driven one fact at a time."""

from __future__ import annotations

import json
import resource
from pathlib import Path
from typing import Any

import durable_rules_engine as engine

__all__ = ["create", "decide", "drain", "engine", "fnv1a", "json", "resident", "say", "two_way_ors"]

NOT_HANDLED = 1

# Crashes are expected here: they leave no core file, and come at the same depth of the stack everywhere.
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_STACK, (2**23, resource.getrlimit(resource.RLIMIT_STACK)[1]))


def say(value: object) -> None:
    print(json.dumps(value), flush=True)


def create(conditions: dict[str, Any]) -> int:
    """The handle of a ruleset with one rule on one message for each name."""
    rules = {name: {"all": [{"m": condition}]} for name, condition in conditions.items()}
    handle: int = engine.create_ruleset("hazard", json.dumps(rules))
    return handle


def drain(handle: int, state: int) -> list[str]:
    """The names of the rules that fired, in order."""
    fired: list[str] = []
    started = engine.start_action_for_state(handle, state)
    message = started and started[1]
    while message:
        fired.append(next(iter(json.loads(message))))
        message = engine.complete_and_start_action(handle, state)
    return fired


def decide(handle: int, fact: dict[str, Any]) -> list[str]:
    """Asserts the fact, gives the names of the rules that fired, retracts the fact."""
    body = json.dumps(fact)
    code, state = engine.assert_fact(handle, body)
    try:
        return [] if code == NOT_HANDLED else drain(handle, state)
    finally:
        engine.retract_fact(handle, body)


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash, by which alone the library knows names of properties, ids and sids."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def two_way_ors(count: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """An *and* of that many *ors* of two branches, and a fact on which every branch is true."""
    names = [(f"a{n}", f"b{n}") for n in range(count)]
    condition = {"$and": [{"$or": [{a: True}, {b: True}]} for a, b in names]}
    return condition, {"id": 1} | {name: True for pair in names for name in pair}


def resident() -> int:
    """Resident memory now, in KiB (Linux); `getrusage` knows the peak alone, and a parent's at that."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024
