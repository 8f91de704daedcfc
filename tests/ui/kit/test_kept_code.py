import builtins
import marshal
import os
import subprocess
import sys

import pytest

from app.ui.kit import kept_code

NAME = "shibokensupport/signature/loader.py"


@pytest.fixture(autouse=True)
def writes(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "kept.pyc"


def compiled(file, source, name=NAME, **named):
    with kept_code.kept(file):
        return compile(source, name, "exec", **named)


def value_of(code):
    found = {}
    exec(code, found)
    return found["a"]


def test_what_was_compiled_is_given_again(file):
    first = compiled(file, "a = 1")
    again = compiled(file, b"a = 1")
    assert (value_of(first), value_of(again)) == (1, 1)
    assert list(marshal.loads(file.read_bytes())) == [NAME]


def test_what_is_kept_is_not_compiled_again(file, monkeypatch):
    compiled(file, "a = 1")
    monkeypatch.setattr(builtins, "compile", None)
    assert value_of(compiled(file, "a = 1")) == 1


def test_another_text_under_the_same_name_is_compiled(file):
    compiled(file, "a = 1")
    assert value_of(compiled(file, "a = 2")) == 2
    assert value_of(compiled(file, "a = 2")) == 2


def test_what_only_writes_stubs_is_left_empty(file):
    code = compiled(file, "a = 1", "shibokensupport/signature/lib/pyi_generator.py")
    found = {}
    exec(code, found)
    assert "a" not in found


@pytest.mark.parametrize(("name", "named"), [("app/cli/entry.py", {}), (NAME, {"dont_inherit": True})])
def test_nothing_else_is_kept(file, name, named):
    assert value_of(compiled(file, "a = 1", name, **named)) == 1
    assert not file.exists()


def test_a_damaged_file_is_made_anew(file):
    compiled(file, "a = 1")
    file.write_bytes(file.read_bytes()[:9])
    assert value_of(compiled(file, "a = 1")) == 1
    assert NAME in marshal.loads(file.read_bytes())


def test_where_python_keeps_nothing_nothing_is_kept(file, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert value_of(compiled(file, "a = 1")) == 1
    assert not file.exists()


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert value_of(compiled(tmp_path / "cache" / "kept.pyc", "a = 1")) == 1


def test_compile_is_given_back(file):
    before = builtins.compile
    with pytest.raises(SyntaxError):
        compiled(file, "a =")
    assert builtins.compile is before


def test_pyside_itself_is_kept_and_works_from_what_was_kept(tmp_path):
    code = """
import sys
from pathlib import Path
from app.ui.kit import kept_code, unread_sources
kept_code.place = lambda: Path(sys.argv[1])
unread_sources.leave()
from PySide6.QtCore import QObject
try:
    QObject(1, 2, 3)
except TypeError as error:
    print(len(str(error)) > 40)
"""
    file = tmp_path / "kept.pyc"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code, str(file)]
    told = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert told == ["True\n", "True\n"]
    assert any("loader.py" in name for name in marshal.loads(file.read_bytes()))
