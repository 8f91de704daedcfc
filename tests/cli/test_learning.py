"""What the library learns from use, from the command line."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.script_searches import EndedSearch, SearchEnd, SearchPlace
from app.outside.secrets import KeyChoice
from app.services import accounts, script_searches
from tests.cli.conftest import PASSWORD, Run

_BEFORE = ("where", "when", "who", "how", "why", "can", "may")
_ROWS = "key,title,phrasings,answer,language,source\n" + "".join(
    f"{key},{title},{'|'.join(f'{word} {title}' for word in _BEFORE)},Yes.,en,Rule\n"
    for key, title in (("park", "park a car"), ("refund", "refund of a deposit"))
)


@pytest.fixture
def filled(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "s.csv").write_text(_ROWS, encoding="utf-8")
    assert run("scripts", "import", str(tmp_path / "s.csv"), "--publish") == 0
    capsys.readouterr()
    return run


def search(folder: Path, *ended: EndedSearch) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    for one in ended:
        house.office.do(script_searches.note, one)
    house.close()


def test_a_night_learns_once(filled: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled("scripts", "learn", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"fitted": True, "scripts": 2, "examples": 16}
    assert filled("scripts", "learn") == 0
    assert "Nothing new" in capsys.readouterr().err


def test_too_little_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("scripts", "learn") == 0
    assert "Too little" in capsys.readouterr().err


def test_gaps_are_listed_by_want(filled: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nothing = EndedSearch("pet visits", SearchEnd.NOTHING, SearchPlace.INTAKE)
    search(folder, nothing, nothing, EndedSearch("wheelchair", SearchEnd.LEFT, SearchPlace.INTAKE))
    assert filled("scripts", "gaps") == 0
    assert capsys.readouterr().out.splitlines() == ["2\tpet visits", "1\twheelchair"]
    assert filled("scripts", "phrasings", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_accepted_phrasing_finds_its_script(filled: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled("scripts", "accept", "park", "leave my vehicle") == 0
    assert "new version: 2" in capsys.readouterr().err
    assert filled("scripts", "search", "vehicle", "--json") == 0
    assert [(one["key"], one["fits"]) for one in json.loads(capsys.readouterr().out)] == [("park", True)]
    assert filled("scripts", "accept", "park", "leave my vehicle") == 1
