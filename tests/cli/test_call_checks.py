"""The line lists what outcomes ask to find out, and takes what was found."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.outside.key_choice import KeyChoice
from app.services import accounts
from tests.cli.conftest import PASSWORD, Run
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign


@pytest.fixture
def calls(folder: Path) -> list[str]:
    """Three calls: a stay denied, a number that does not exist, a blocked line; and two that were not made."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    office = house.office
    office.clock = FakeClock(NOON)
    sign_in(office, "root")
    office.do(accounts.create, "li", "Li", PASSWORD, (Role.SUPERVISOR,))
    sign_in(office, "li")
    made = campaign(office, 5)
    for one, code in zip(made, ("401", "301", "205"), strict=False):
        call(office, one, code)
    house.close()
    return [one.hex() for one in made]


def test_what_is_found_out_is_taken_and_leaves_the_list(
    run: Run, calls: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("callbacks", "checks") == 0
    assert "stay denied" in capsys.readouterr().out
    assert run("callbacks", "check", calls[0]) == 2
    assert run("callbacks", "check", "x", "--no-number") == 2
    for words in (("--stay", "denied"), ("--number", "13800009999"), ("--line", "Line 2")):
        assert run("callbacks", "check", calls[("--stay", "--number", "--line").index(words[0])], *words) == 0
    assert run("callbacks", "same", *calls[3:]) == 0
    assert "ended with 403" in capsys.readouterr().err
    assert run("callbacks", "checks", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
