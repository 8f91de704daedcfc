"""After a restore the line names who is awaited, and a supervisor declares one of them gone."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import bootstrap
from app.models.succession import AwaitedSeat, Seat
from app.outside.key_choice import KeyChoice
from app.services import callback_leases
from app.store import succession
from tests.cli.conftest import Run


def test_nobody_is_awaited_before_anything_was_put_back(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("campaigns", "succession", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("campaigns", "succession", "--gone", "Seat 2") == 1


def test_who_was_not_heard_after_a_restore_is_listed_and_declared_gone(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.store.set_meta(hub_id="h")
    with house.office.store.write("") as tx:
        succession.begin(tx, datetime(2026, 3, 2, tzinfo=UTC))
        succession.set_count(tx, 1)
        succession.confirm(tx, [Seat("n2", "Seat 2", 0), Seat("n3", "Seat 3", 0)])
    house.close()
    assert run("campaigns", "succession") == 0
    assert "Seat 2\tn2\tnever heard of\nSeat 3\tn3\tnever heard of" in capsys.readouterr().out
    known = AwaitedSeat("n4", "Seat 4", datetime(2026, 3, 1, 8, 5, 7, 123456, tzinfo=UTC))
    with monkeypatch.context() as patched:
        patched.setattr(callback_leases, "awaited", lambda _view: [known])
        assert run("campaigns", "succession") == 0
    assert capsys.readouterr().out == "Seat 4\tn4\tlast heard of 2026-03-01 08:05\n"
    words = "campaigns", "succession", "--gone", "Seat 2", "--since", "2026-03-01T08:00+08:00", "--json"
    assert run(*words) == 0
    assert json.loads(capsys.readouterr().out) == [{"name": "n3", "label": "Seat 3", "mark": "n3", "heard_at": None}]
