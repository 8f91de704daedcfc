"""Incidents on the line."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.contacts import Outcome
from app.outside.key_choice import KeyChoice
from app.services import accounts, clusters, contacts
from tests.cli.conftest import PASSWORD, Run
from tests.desk import NOON, draft


@pytest.fixture
def numbers(folder: Path) -> list[str]:
    """Three inquiries, the first two of them about one incident."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    office = house.office
    office.sign_in(office.ask(accounts.sign_in, "root", PASSWORD))
    made = [
        office.do(
            contacts.finalize, office.do(contacts.start, draft(unit="H01", due_at=NOON)).value, Outcome.DISPATCH
        ).value
        for _ in range(3)
    ]
    office.do(clusters.start, made[0].inquiry, [made[1].inquiry], "No water")
    house.close()
    return [one.number for one in made]


def test_incidents_are_listed_shown_and_renamed(run: Run, numbers: list[str], capsys) -> None:
    assert run("clusters", "rename", numbers[1], "No gas") == 0
    assert run("clusters", "list", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["title"], one["lead"], one["inquiries"]) == ("No gas", numbers[0], 2)
    assert run("clusters", "show", numbers[1], "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["number"] for row in found["rows"]] == [numbers[1], numbers[0]]
    assert run("clusters", "show", numbers[2]) == 1
    assert run("clusters", "rename", numbers[2], "x") == 1
    assert "Traceback" not in capsys.readouterr().err
