"""Fills a template of this folder: sandboxed, every value escaped, a value that is not there is an error."""

from __future__ import annotations

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_ENVIRONMENT = ImmutableSandboxedEnvironment(
    loader=PackageLoader("api", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **values: object) -> str:
    """The page. Templates get plain values only: text, numbers, lists and mappings of them, and `say`."""
    return _ENVIRONMENT.get_template(template).render(**values)
