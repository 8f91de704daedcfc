"""Supervision on the line."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.models.contacts import Outcome
from app.outside.key_choice import KeyChoice
from app.services import accounts, contacts
from tests.cli.conftest import PASSWORD, Run
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock


@pytest.fixture
def late(run: Run, folder: Path, tmp_path: Path) -> Run:
    """One inquiry of long ago that nobody answered; root supervises too."""
    (tmp_path / "units.csv").write_text("code,name\nU01,One\n")
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    assert run("units", "import", str(tmp_path / "units.csv")) == 0
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    office = house.office
    office.clock = FakeClock(NOON)
    sign_in(office, "root")
    office.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    sign_in(office, "wang")
    kept = draft(unit="U01", due_at=NOON + timedelta(days=2), summary="乱收费", dispatch_reason="their duty")
    office.do(contacts.finalize, office.do(contacts.start, kept).value, Outcome.DISPATCH)
    house.close()
    return run


def test_the_ladder_runs_once_and_its_digest_is_written(
    late: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert late("supervision", "run", "--json") == 0
    fired = json.loads(capsys.readouterr().out)["fired"]
    assert ("notify", "resolve", "U01") in [(one["step"], one["promise"], one["unit"]) for one in fired]
    assert late("supervision", "run") == 0
    assert "0 rungs fired" in capsys.readouterr().err
    assert late("supervision", "digest", "--json") == 0
    assert [(one["kind"], one["name"]) for one in json.loads(capsys.readouterr().out)] == [
        ("unit", "One"),
        ("person", "Wang"),
    ]
    assert late("supervision", "digest") == 0
    assert "乱收费" in capsys.readouterr().out
    assert late("supervision", "digest", "--pdf", str(tmp_path / "out")) == 0
    assert {one.suffix for one in (tmp_path / "out").iterdir()} == {".pdf"}
    assert late("supervision", "digest", "--day", "2019-01-01") == 0
    assert "Nothing fired" in capsys.readouterr().err


def test_the_board_is_printed(late: Run, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert late("supervision", "board", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["late"], one["open"]) for one in found["lines"]] == [("One", 1, 1), ("All", 1, 1)]
    assert found["lines"][0]["states"] == {"dispatched": 1}
    assert late("supervision", "board", "--by", "person") == 0
    assert capsys.readouterr().out.startswith("Wang\t1\t0\t1\t")
