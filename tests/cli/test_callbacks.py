"""Calls that we owe from the command line: a missed call is owed once, and the queue says why."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.outside.secrets import KeyChoice
from app.services import accounts
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


def test_what_waits_for_a_supervisor_is_listed_for_supervisors_only(
    operator: Run, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert operator("callbacks", "referred") == 1
    assert operator("callbacks", "hand-over", "00", "--to", "op", "--at", "noon") == 2
    assert operator("callbacks", "language", "x", "Hakka") == 2
    assert operator("callbacks", "language", "00", "Hakka") == 1
    assert operator("callbacks", "end", "00") == 1
    assert operator("callbacks", "hand-over", "00", "--to", "op", "--at", "2026-03-02T09:00:00+08:00") == 1
