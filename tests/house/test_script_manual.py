"""Wall: the manual of script files is true: its examples are scripts, its codes and fields are those of the program."""

import ast
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app.cli import main
from app.scripts_library.checker import check
from app.scripts_library.parser import parse
from app.scripts_library.script import CALLER_KINDS, SECTIONS, Script
from app.services.script_checks import UNREADABLE
from tests.house.reading import ROOT, dotted, functions, text_of
from tests.scripts_library.rule_examples import codes_shown

PAGE = ROOT / "docs" / "formats" / "scripts.md"
SCRIPTS = ROOT / "app" / "scripts_library"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_WARNING = re.compile(r'\bwarning\("([a-z-]+)"')


def examples(kind: str) -> list[str]:
    return [found[2] for found in _FENCE.finditer(text_of(PAGE)) if found[1] == kind]


def read(text: str) -> Script:
    parsed = parse(text)
    assert parsed.findings == ()
    assert parsed.script is not None
    return parsed.script


def part(title: str) -> str:
    """The text of one chapter of the page."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## [A-Z])", re.sub(_FENCE, "", text_of(PAGE)), re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of every table row; a ``|`` inside a cell is written ``\\|``."""
    lines = [line.strip("|") for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)] for line in lines]


def test_every_example_of_a_file_is_a_script_without_a_finding():
    found = examples("markdown")
    assert len(found) >= 3
    for text in found:
        assert check(read(text)) == (), text.splitlines()[1]


def codes_told() -> dict[str, str]:
    """Each code of the manual with its level."""
    told = part("What the checker finds")
    return {code: cells[1] for cells in rows(told) for code in re.findall(r"`([a-z-]+)`", cells[0])}


def raised(path: Path) -> Iterator[str]:
    """The codes of the findings that a module makes; "?" for one that is not written there as it is."""
    for function in functions(path):
        for node in ast.walk(function):
            named = dotted(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and named in ("error", "warning", "note") and function.name != "note":
                code = node.args[0]
                yield str(code.value) if isinstance(code, ast.Constant) else "?"


def test_the_program_raises_each_code_of_the_manual_and_no_other():
    makers = [*SCRIPTS.glob("*.py"), *(ROOT / "app" / "services").glob("script_*.py")]
    codes = {code for path in makers for code in raised(path)}
    assert codes | {UNREADABLE} == set(codes_told())


def test_every_code_of_the_manual_is_shown_by_a_file_that_breaks_it_and_one_that_keeps_it():
    assert set(codes_shown()) == set(codes_told())


def test_every_code_stands_in_the_manual_with_its_level_and_no_other():
    told = codes_told()
    words = json.loads(text_of(ROOT / "resources" / "i18n" / "script_findings.json"))
    assert set(told) == {*words, "file-unreadable"}
    warned = {code for path in SCRIPTS.glob("*.py") for code in _WARNING.findall(text_of(path))}
    assert {code for code, level in told.items() if level == "warning"} == warned


def test_the_program_knows_every_field_of_the_table():
    names = [name for cells in rows(part("The head")) for name in re.findall(r"`([a-z_]+)`", cells[0])]
    assert len(names) >= 25
    head = "".join(f"{name}:\n" for name in names if name not in ("id", "title"))
    found = parse(f"---\nid: a\ntitle: {{en: T}}\n{head}---\n## en\nYes.\n").findings
    assert found == ()


def test_every_field_that_is_written_stands_in_the_table():
    (full,) = [text for text in examples("markdown") if "dialect_notes" in text]
    names = {name for cells in rows(part("The head")) for name in re.findall(r"`([a-z_]+)`", cells[0])}
    assert set(re.findall(r"^([a-z_]+):", full, re.MULTILINE)) <= names


def test_the_grammar_names_every_section_and_kind_of_caller():
    (grammar,) = examples("ebnf")
    for word in (*CALLER_KINDS, *(name.replace("_", " ") for name in SECTIONS), "plain"):
        assert f'"{word}"' in grammar, word


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The grown example of the manual with the two mistakes that its example of an output shows."""
    (text,) = [text for text in examples("markdown") if "ambulance lane" in text]
    path = tmp_path / "answers" / "howto" / "par-where.md"
    path.parent.mkdir(parents=True)
    text = text.replace("gate. The first 2 hours", "gate. The first 3 hours", 1)
    path.write_text(text.replace("is parking free,", "is parking free, Is parking free,"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def test_the_output_is_as_it_is_shown(broken: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--lang", "en", "scripts", "check", "answers"]) == 1
    assert capsys.readouterr().out.replace("\\", "/") == examples("text")[0]


def test_the_json_is_as_it_is_shown(broken: Path, capsys: pytest.CaptureFixture[str]):
    (shown,) = [json.loads(text) for text in examples("json") if '"findings"' in text]
    assert main(["--lang", "en", "scripts", "check", "answers", "--json"]) == 1
    assert json.loads(capsys.readouterr().out.replace("\\\\", "/")) == shown


def test_the_ci_file_and_the_shell_script_can_be_read():
    (steps,) = [yaml.safe_load(text)["jobs"]["check"]["steps"] for text in examples("yaml") if "jobs:" in text]
    assert steps[-1] == {"run": "onewindow scripts check answers"}
    (script,) = examples("sh")
    shell = shutil.which("sh")
    if shell is not None:
        assert subprocess.run([shell, "-n"], input=script, text=True, check=False).returncode == 0
