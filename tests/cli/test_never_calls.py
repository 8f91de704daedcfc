"""The line lists who is never to be called, and lifts it at a written request."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.models.accounts import Role
from app.outside.key_choice import KeyChoice
from app.services import accounts, callers
from tests.cli.conftest import PASSWORD, Run
from tests.desk import sign_in
from tests.services.calling import number


@pytest.fixture
def barred(folder: Path, run: Run) -> list[str]:
    """Two persons of a campaign; the first said it in the call, and once more at the desk."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    office = house.office
    sign_in(office, "root")
    office.do(accounts.create, "li", "Li", PASSWORD, (Role.SUPERVISOR,))
    office.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    sign_in(office, "li")
    office.do(callers.never_again, number(0), reason="asked at the counter")
    office.do(callers.never_again, "13900001111")
    house.close()
    return []


def _as(name: str, *words: str) -> int:
    return main(["--lang", "en", "--as", name, *words])


@pytest.mark.usefixtures("barred")
def test_a_number_is_listed_lifted_and_listed_as_lifted(capsys: pytest.CaptureFixture[str]) -> None:
    assert _as("li", "callbacks", "never", "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert _as("li", "callbacks", "never", "list", number(0), "--json") == 0
    [one] = json.loads(capsys.readouterr().out)
    assert (one["by"], one["reason"], one["lifted"]) == ("Li", "asked at the counter", None)
    lift = ("callbacks", "never", "lift", one["id"], "--kept", "Folder 7")
    day = one["said_at"][:10]
    assert _as("wang", *lift, "--on", day) == 1
    assert _as("li", *lift, "--on", "soon") == 2
    assert _as("li", *lift, "--on", "2001-01-01") == 1
    assert "older than what it is to take back" in capsys.readouterr().err
    assert _as("li", *lift, "--on", day) == 0
    assert "Nobody was dialed" in capsys.readouterr().err
    assert _as("li", *lift, "--on", day) == 1
    assert "has lifted this already" in capsys.readouterr().err
    assert _as("li", "callbacks", "never", "list", number(0)) == 0
    assert f"at the written request of {day} (Folder 7)" in capsys.readouterr().out


@pytest.mark.usefixtures("barred")
def test_what_else_was_said_still_bars_and_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    sign_in(house.office, "li")
    house.office.do(callers.never_again, number(0), reason="again")
    house.close()
    _as("li", "callbacks", "never", "list", number(0), "--json")
    again, first = json.loads(capsys.readouterr().out)
    day = again["said_at"][:10]
    assert _as("li", "callbacks", "never", "lift", first["id"], "--on", day, "--kept", "Folder 7") == 0
    said = capsys.readouterr()
    assert "Still not called" in said.err
    assert said.out.startswith(again["id"])


@pytest.mark.usefixtures("barred")
def test_operators_and_what_is_no_id_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert _as("wang", "callbacks", "never", "list") == 1
    assert "lift a do-not-call" in capsys.readouterr().err
    for words in (
        ("list", "--caller", "x"),
        ("list", "--call", "x"),
        ("lift", "x", "--on", "2026-03-02", "--kept", "F"),
    ):
        assert _as("li", "callbacks", "never", *words) == 2
    assert "is no id" in capsys.readouterr().err
    assert _as("li", "callbacks", "never", "list", "--call", "00" * 16) == 1
    assert _as("li", "callbacks", "never", "list", "13700000000") == 0
    assert "Nobody of these is barred" in capsys.readouterr().err
