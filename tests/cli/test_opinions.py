"""Opinions at the terminal: what waits, a code, agreement and share."""

import json

import pytest

from tests.cli.conftest import Run


def test_nothing_waits_at_a_new_desk_and_shares_say_so(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("opinions", "next", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["opinions"] == []
    assert found["codes"]["cost"] == "Cost and insurance"
    assert run("opinions", "next") == 0
    assert "0 opinions" in capsys.readouterr().err
    assert run("opinions", "agreement", "--since", "2026-01-01") == 0
    assert "0 opinions" in capsys.readouterr().err
    assert run("opinions", "agreement", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"whole": None}
    assert run("opinions", "share", "--json", "--until", "2026-12-31") == 0
    assert json.loads(capsys.readouterr().out)["share"] is None
    assert run("opinions", "share") == 0
    assert "0 people were asked. Fewer than 25" in capsys.readouterr().err


def test_what_is_not_there_is_not_coded(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    assert run("opinions", "code", "00" * 16, "opinion", "cost") == 1
    assert run("opinions", "code", "nothing", "opinion", "cost") == 2
    assert run("opinions", "share", "--campaign", "nothing") == 2
