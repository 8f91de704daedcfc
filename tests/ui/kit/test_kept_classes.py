"""What ``dataclasses`` compiled is kept from one start to the next."""

import dataclasses
import marshal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from app.ui.kit import kept_classes


@pytest.fixture(autouse=True)
def writes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let Python keep what it compiles, and leave ``dataclasses`` as it was."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield
    vars(dataclasses).pop("exec", None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kept.pyc"


def made(file: Path, *fields: str) -> type[Any]:
    """Make a class as a start does."""
    kept_classes.begin(file)
    found = dataclasses.make_dataclass("Made", fields, frozen=True, slots=True, order=True)
    kept_classes.end()
    return found


def names_in(code: object) -> set[str]:
    """Return all names in a code and what is nested in it."""
    if not isinstance(code, CodeType):
        return set()
    inner = [names_in(one) for one in code.co_consts]
    return {*code.co_names, *code.co_varnames}.union(*inner)


def no_compiling(*_: object) -> None:
    """Fail where something is compiled."""
    raise AssertionError("compiled")


def test_a_class_of_a_second_start_is_not_compiled_and_is_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(file, "a", "b")
    monkeypatch.setattr(kept_classes, "compile", no_compiling, raising=False)
    again = made(file, "a", "b")
    assert (repr(again(1, 2)), again(1, 2) == again(1, 2), again(1, 2) < again(1, 3)) == ("Made(a=1, b=2)", True, True)
    assert hash(again(1, 2)) == hash(again(1, 2))
    with pytest.raises(dataclasses.FrozenInstanceError):
        again(1, 2).a = 3
    with pytest.raises(AssertionError, match="compiled"):
        made(file, "a", "c")


def test_only_what_the_last_start_used_is_kept(file: Path) -> None:
    made(file, "first")
    made(file, "second")
    kept = marshal.loads(file.read_bytes())
    codes = [marshal.loads(kept["codes"][start:end]) for start, end in kept["places"].values()]
    named = {name for code in codes for name in names_in(code)}
    assert "second" in named
    assert "first" not in named


def test_nothing_is_written_where_nothing_was_compiled(file: Path) -> None:
    made(file, "a")
    file.write_bytes(file.read_bytes() + b"x")
    made(file, "a")
    assert file.read_bytes().endswith(b"x")


def test_a_broken_file_is_made_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"broken")
    assert made(file, "a")(1).a == 1
    assert marshal.loads(file.read_bytes())


def test_a_file_with_a_hole_is_made_anew(file: Path) -> None:
    made(file, "a")
    kept = marshal.loads(file.read_bytes())
    kept["codes"] = bytes(len(kept["codes"]))
    file.write_bytes(marshal.dumps(kept))
    assert made(file, "a")(1).a == 1
    assert any(marshal.loads(file.read_bytes())["codes"])


def test_where_python_keeps_nothing_it_is_not_kept_either(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert made(file, "a")(1).a == 1
    assert not file.exists()


def test_after_the_start_classes_are_compiled_as_ever(file: Path) -> None:
    made(file, "a")
    assert "exec" not in vars(dataclasses)
    kept_classes.end()


def test_it_lies_where_python_keeps_compiled_modules() -> None:
    assert kept_classes.place().name.startswith("made_classes.")
    assert kept_classes.place().suffix == ".pyc"
