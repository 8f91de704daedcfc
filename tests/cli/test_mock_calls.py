"""Mock calls on the line: listed, shown, checked with file and line."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.outside.key_choice import KeyChoice
from app.scripts_library.emitter import emit
from app.services import accounts, mock_calls, mock_records, mock_scenarios
from app.services.script_imports import ScriptText, import_scripts
from tests.cli.conftest import PASSWORD, Run
from tests.services.test_mock_scenarios import script_of


def test_the_callers_that_ship_are_listed_and_shown(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("mock", "list", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["id"] for row in rows} == {one.id for one in mock_scenarios.shipped()}
    assert run("mock", "list") == 0
    assert "bite-grandmother\tcounty health line\timm-animal-bite\tanxious\t" in capsys.readouterr().out
    assert run("mock", "show", "bite-grandmother") == 0
    assert "* age\tHe is five." in capsys.readouterr().out
    assert run("mock", "show", "nobody") == 1


def test_a_mistake_in_a_file_is_told_with_its_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, text = mock_scenarios.texts()[0]
    made = tmp_path / name
    made.write_text(text.replace("literacy: usual", "literacy: none"), encoding="utf-8")
    assert run("mock", "check", str(made)) == 1
    line = text[: text.index("literacy: usual")].count("\n") + 1
    assert f"{name}:{line}: literacy: “none” is not known." in capsys.readouterr().out
    assert run("mock", "check", "--json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["code"] for row in rows} == {"mock-script-unknown"}


def test_a_call_that_was_played_is_listed_and_its_transcript_exported(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = played(folder)
    assert run("mock", "calls", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["id"], row["scenario"], row["score"]) == (call, "bite-grandmother", None)
    assert run("mock", "calls", "--everyone") == 0
    assert f"{call}\t" in capsys.readouterr().out
    assert run("mock", "export", call) == 0
    assert "> How old is he?  [asked age]\n< He is five." in capsys.readouterr().out
    assert run("mock", "export", call, "--json") == 0
    assert json.loads(capsys.readouterr().out)["proposed"]["not_asked"] == ["where_wound", "when"]
    assert run("mock", "export", "xyz") == 2


def played(folder: Path) -> str:
    """Play a call as root, who is a supervisor too, and return its id."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    office = house.office
    office.sign_in(office.ask(accounts.sign_in, "root", PASSWORD))
    script = emit(script_of(mock_scenarios.find("bite-grandmother")))
    office.do(accounts.set_roles, "root", (Role.TRAINER, Role.OPERATOR, Role.ADMINISTRATOR))
    office.sign_in(office.ask(accounts.sign_in, "root", PASSWORD))
    office.do(import_scripts, [ScriptText("bite.md", script)], publish=True)
    call = office.ask(mock_calls.begin, "bite-grandmother", "en", 3)
    call, _ = office.ask(mock_calls.say, call, "How old is he?")
    made = office.do(mock_records.keep, call, started_at=office.clock.now()).value
    house.close()
    return made.hex()
