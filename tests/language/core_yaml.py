"""Loads YAML as an editor's YAML 1.2 reader does: numbers, true, false and null typed, everything else text."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Without the resolvers of YAML 1.1."""


_Loader.yaml_implicit_resolvers = {}
_CORE = {
    "tag:yaml.org,2002:null": r"~|null|Null|NULL|",
    "tag:yaml.org,2002:bool": r"true|True|TRUE|false|False|FALSE",
    "tag:yaml.org,2002:int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "tag:yaml.org,2002:float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}
for _tag, _form in _CORE.items():
    _Loader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_form})$"), None)


def _whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    return int(text, 8 if text.startswith("0o") else 16 if text.startswith("0x") else 10)


_Loader.add_constructor("tag:yaml.org,2002:int", _whole)


def load(text: str) -> Any:
    """The file as dicts, lists, text, numbers, booleans and None; keys are text. Raises yaml.YAMLError."""
    return _with_text_keys(yaml.load(text, Loader=_Loader))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(entry) for key, entry in value.items()}
    return [_with_text_keys(entry) for entry in value] if isinstance(value, list) else value
