"""The line lists which station calls whom, and moves cases to another one."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.outside.key_choice import KeyChoice
from app.services import accounts
from app.services.office import Office
from tests.cli.conftest import PASSWORD, Run
from tests.desk import sign_in
from tests.services.calling import campaign

B = "b" * 32


def _drawn(office: Office) -> list[bytes]:
    """Two cases that this station calls, and another station."""
    sign_in(office, "root")
    office.do(accounts.create, "li", "Li", PASSWORD, (Role.SUPERVISOR,))
    sign_in(office, "li")
    with office.store.write("li") as tx:
        tx.add("station", {"origin": B, "label": "Seat B"})
    return campaign(office, 2)


def test_cases_are_listed_and_moved_by_their_station(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    calls = _drawn(house.office)
    house.close()
    assert run("campaigns", "leases", "list") == 0
    assert "groups: 2, calls: 2" in capsys.readouterr().out
    assert run("campaigns", "leases", "move", "--to", "Seat B") == 2
    assert run("campaigns", "leases", "move", "x", "--to", "Seat B") == 2
    assert run("campaigns", "leases", "move", calls[0].hex(), "--to", "Seat B") == 0
    assert "go over now: 1" in capsys.readouterr().err
    assert run("campaigns", "leases", "move", "--language", "Hakka", "--to", "Seat B") == 1
    assert run("campaigns", "leases", "move", "--from", "Seat B", "--to", "Seat B", "--force") == 0
    assert run("campaigns", "leases", "lost", "Seat Z") == 1
    assert run("campaigns", "leases", "lost", "Seat B", "--since", "yesterday") == 2
    assert run("campaigns", "leases", "lost", "Seat B", "--since", "2026-03-01T08:00+08:00") == 0
    assert "calls nobody any more" in capsys.readouterr().err
    assert run("campaigns", "leases", "move", "--from", "Seat B", "--to", "Seat B") == 1
    assert run("campaigns", "leases", "list") == 0
    assert "out of service, nobody calls\t2026-03-01T00:00:00+00:00\tRoot" in capsys.readouterr().out
    assert run("campaigns", "leases", "list", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["said_by"] for one in found["held"] if one["quiet_since"]} == {"Root"}
    assert sorted((one["station"]["label"], one["groups"]) for one in found["held"]) == [("", 1), ("Seat B", 1)]
