"""Forms of intake from the command line."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from app.services import reference
from tests.cli.conftest import Run


def _form(folder: Path, **changed: object) -> Path:
    said = json.loads(files("resources").joinpath("forms/county-health-line.json").read_text(encoding="utf-8"))
    path = folder / "mine.json"
    path.write_text(json.dumps({**said, **changed}), encoding="utf-8")
    return path


def test_a_published_form_is_asked_from_then_on(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forms", "list", "--json") == 0
    line = next(one["id"] for one in json.loads(capsys.readouterr().out) if one["asked"])
    assert run("forms", "publish", str(_form(tmp_path, id=line, version=2))) == 0
    capsys.readouterr()
    assert run("forms", "list") == 0
    rows = [row.split("\t") for row in capsys.readouterr().out.splitlines()]
    assert [(row[1], row[3]) for row in rows if row[0] == line] == [("1", "ships"), ("2", "asked of new callers")]


def test_a_version_is_never_written_over(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forms", "publish", str(_form(tmp_path, title={"en": "Other", "zh_CN": "其他"}))) == 1
    assert "county-health-line" in capsys.readouterr().err


def test_a_form_of_a_newer_program_is_refused_in_words_and_nothing_is_published(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _form(tmp_path, format=9, version=2)
    assert run("forms", "check", str(path)) == 1
    assert "mine.json" in capsys.readouterr().out
    assert run("forms", "publish", str(path)) == 1
    capsys.readouterr()
    assert run("forms", "list", "--json") == 0
    assert [one["version"] for one in json.loads(capsys.readouterr().out)] == [1, 1]


def test_a_good_file_says_what_it_is_and_what_this_program_passes_over(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("forms", "check", str(_form(tmp_path, color="red"))) == 0
    said = capsys.readouterr().out
    assert "county-health-line" in said
    assert "color" in said


def test_what_a_newer_program_published_is_told_in_the_list(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _form(tmp_path, format=9, version=2)
    with monkeypatch.context() as newer:
        newer.setattr("app.models.forms.FORMAT", 9)
        assert run("forms", "publish", str(path)) == 0
    reference._parsed.cache_clear()
    capsys.readouterr()
    assert run("forms", "list") == 0
    assert "county-health-line 2" in capsys.readouterr().err
