"""Whole places shared out by weights: every place given, none invented, the same whatever the order of the shares."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

Method = Literal["sisa_terbesar", "rata"]


def apportion(places: int, weights: Mapping[str, Fraction | int], method: Method = "sisa_terbesar") -> dict[str, int]:
    """Places by name. `sisa_terbesar`: whole quotas, then one more to the largest remainders, of equal ones to the
    larger weight, then to the lower name; `rata`: the same to all, what is left over to the lower names.

    All weights zero count as equal. Raises ValueError where there is nobody to share or a weight is negative.
    """
    if places < 0 or not weights or any(weight < 0 for weight in weights.values()):
        raise ValueError("places and weights must not be negative, and somebody must share")
    total = sum(weights.values())
    equal = method == "rata" or total == 0
    exact = {
        name: Fraction(1 if equal else weight) / (len(weights) if equal else total) for name, weight in weights.items()
    }
    whole = {name: int(places * share) for name, share in exact.items()}
    left = places - sum(whole.values())
    by_remainder = sorted(exact, key=lambda name: (whole[name] - places * exact[name], -exact[name], name))
    return {name: whole[name] + (name in by_remainder[:left]) for name in weights}
