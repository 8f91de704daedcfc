"""Calls that we owe from the command line: a missed call is owed once, and the queue says why."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.models.retry_rules import Hindrance
from app.models.slots import Slot
from app.outside.secrets import KeyChoice
from app.services import accounts, callbacks
from app.services.callbacks import Explained
from tests.cli.conftest import PASSWORD, Run


@pytest.fixture
def operator(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs lines as an operator named op."""
    from app.cli import main

    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    house.office.do(accounts.create, "op", "Op", PASSWORD, (Role.OPERATOR,))
    house.close()
    capsys.readouterr()

    def line(*words: str) -> int:
        return main(["--lang", "en", "--as", "op", *words])

    return line


def test_a_missed_call_is_owed_and_shown_with_its_reason(operator: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert operator("callbacks", "queue") == 0
    assert capsys.readouterr().err.startswith("Nobody is to be called now.")
    assert operator("callbacks", "missed", "138 1234 5678", "--at", "2025-01-02T09:00:00+08:00") == 0
    assert operator("callbacks", "missed", "x12") == 1
    capsys.readouterr()
    operator("callbacks", "queue", "--json")
    found = json.loads(capsys.readouterr().out)
    calls = [(one["number"], one["reason"], one["attempts"]) for one in found["calls"]]
    assert calls == [("+8613812345678", "missed", 0)] or found["calls"] == []  # at night nobody is called
    assert operator("callbacks", "missed", "13812345678", "--at", "noon") == 2


def test_the_queue_for_programs_says_how_many_can_be_called_and_what_comes_next(
    operator: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    operator("callbacks", "queue", "--json")
    empty = json.loads(capsys.readouterr().out)
    assert (empty["calls"], empty["waiting"], empty["ready"], empty["next_at"]) == ([], {}, 0, None)
    assert datetime.fromisoformat(empty["opens"]["at"]) > datetime.now(UTC)
    assert empty["opens"]["slot"] in {one.value for one in Slot}
    operator("callbacks", "missed", "138 1234 5678", "--at", "2025-01-02T09:00:00+08:00")
    capsys.readouterr()
    operator("callbacks", "queue", "--json")
    owed = json.loads(capsys.readouterr().out)
    assert owed["ready"] == len(owed["calls"]) == 1 - owed["waiting"].get("slot_closed", 0)


def test_what_more_waits_for_than_was_counted_is_printed_as_more(
    operator: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = Explained(
        ((Hindrance.NOT_RELEASED, 10_000),), 0, None, False, None, None, cut=frozenset({Hindrance.NOT_RELEASED})
    )
    monkeypatch.setattr(callbacks, "why_empty", lambda _view: many)
    operator("callbacks", "queue")
    assert capsys.readouterr().out.startswith("10,000+\tDrawn")
    operator("callbacks", "queue", "--json")
    found = json.loads(capsys.readouterr().out)
    assert (found["waiting"], found["more"]) == ({"not_released": 10_000}, ["not_released"])


def test_the_line_says_that_no_call_is_owed_only_where_none_is(
    operator: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    operator("callbacks", "queue")
    assert "No call is owed and no case is open" in capsys.readouterr().err
    busy = Explained(((Hindrance.LINES_BUSY, 3),), 0, Slot.OFF_PEAK, lines_busy=True, next_at=None, opens=None)
    monkeypatch.setattr(callbacks, "why_empty", lambda _view: busy)
    operator("callbacks", "queue")
    said = capsys.readouterr()
    assert "No call is owed" not in said.err
    assert said.out == "3\tInbound calls come first: take the calls that come in\n"


def test_what_waits_for_a_supervisor_is_listed_for_supervisors_only(
    operator: Run, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert operator("callbacks", "referred") == 1
    assert operator("callbacks", "hand-over", "00", "--to", "op", "--at", "noon") == 2
    assert operator("callbacks", "language", "x", "Hakka") == 2
    assert operator("callbacks", "language", "00", "Hakka") == 1
    assert operator("callbacks", "end", "00") == 1
    assert operator("callbacks", "hand-over", "00", "--to", "op", "--at", "2026-03-02T09:00:00+08:00") == 1
