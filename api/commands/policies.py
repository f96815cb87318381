"""`perwal policies`: which regulations there are."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, Root, known_city, library_at, print_json, screen, sound
from api.forms import policy_summary
from api.terminal import show_policies


def policies(
    city: Annotated[str | None, typer.Argument(help="Kota. City.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """What policies there are. Kebijakan yang ada."""
    library = sound(library_at(root), language)
    if city is not None:
        known_city(library, city, language)
    found = [policy for name in library.cities() if city in (None, name) for policy in library.of_city(name)]
    if as_json:
        print_json([policy_summary(version, date.today()) for version in found])
    else:
        show_policies(screen(), found, date.today(), language)
