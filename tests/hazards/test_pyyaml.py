"""How PyYAML 6.0.3 reads what an author of a policy did not mean, and what a few bytes can cost.

The engine counts events first, composes nodes, reads every scalar as text and refuses duplicate keys.
"""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
import yaml

Ask = Callable[[str], Any]
InChild = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader], ids=["python", "c"])
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("no: 12", {False: 12}),
        ("kode: 0110", {"kode": 0o110}),
        ("nik: 0011223344556677", {"nik": 0o11223344556677}),
        ("jam: 12:30:45", {"jam": 45_045}),
        ("usia: 1\nusia: 2", {"usia": 2}),
    ],
    ids=["no_is_false", "octal", "octal_identity", "base_60", "last_of_two_equal_keys"],
)
def test_safe_load_reads_what_the_author_did_not_mean(loader: Any, text: str, read: dict[Any, Any]) -> None:
    assert yaml.load(text, loader) == read


def test_whether_an_identity_stays_text_depends_on_its_digits() -> None:
    assert yaml.safe_load("[0011223344556677, 0011223344556689]") == [0o11223344556677, "0011223344556689"]


def test_300_bytes_of_aliases_stand_for_millions_of_nodes(ask: Ask) -> None:
    size, nodes = ask("""
        import resource, yaml

        resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
        lines = ["a0: &a0 [" + ",".join("x" * 9) + "]"]
        lines += [f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 7)]
        text = "\\n".join(lines)
        counted = {}

        def count(node):  # each shared list once: they are not copied until somebody writes them out
            if not isinstance(node, list):
                return 1
            if id(node) not in counted:
                counted[id(node)] = 1 + sum(map(count, node))
            return counted[id(node)]

        say([len(text), count(yaml.safe_load(text)["a6"])])
    """)
    assert size < 310
    assert nodes > 5_000_000


def test_merge_keys_copy_what_their_aliases_stand_for(ask: Ask) -> None:
    size, pairs = ask("""
        import resource, yaml

        resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
        lines = ["a0: &a0 {k: v}"]
        lines += [f"a{n}: &a{n} {{<<: [" + ",".join([f"*a{n - 1}"] * 9) + "]}" for n in range(1, 6)]
        text = "\\n".join(lines)
        loader = yaml.SafeLoader(text)
        root = loader.get_single_node()
        loader.construct_document(root)
        say([len(text), len(root.value[-1][1].value)])
    """)
    assert size < 300
    assert pairs == 9**5


def test_100_kb_of_open_brackets_crash_the_c_loader(in_child: InChild) -> None:
    child = in_child("""
        import yaml

        say("loading")
        yaml.load("[" * 100_000, yaml.CSafeLoader)
    """)
    assert (child.stdout, child.returncode) == (b'"loading"\n', -signal.SIGSEGV)


def test_100_kb_of_open_brackets_are_a_recursion_error_in_the_python_loader() -> None:
    with pytest.raises(RecursionError):
        yaml.safe_load("[" * 100_000)


def test_events_show_depth_aliases_and_tags_before_anything_is_built() -> None:
    depth = 0
    for event in yaml.parse("[" * 100_000, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        if depth > 64:
            break
    assert depth == 65
    events = list(yaml.parse("a: &x !!str 1\nb: *x", yaml.SafeLoader))
    assert [tag for event in events if (tag := getattr(event, "tag", None))] == ["tag:yaml.org,2002:str"]
    assert [event.anchor for event in events if isinstance(event, yaml.AliasEvent)] == ["x"]


def test_composed_nodes_keep_both_of_two_equal_keys_their_text_and_their_places() -> None:
    root = yaml.compose("no: 0110\nno: 12:30:45", yaml.SafeLoader)
    assert root is not None
    pairs = [(key.value, value.value, key.start_mark.line, value.start_mark.column) for key, value in root.value]
    assert pairs == [("no", "0110", 0, 4), ("no", "12:30:45", 1, 4)]
