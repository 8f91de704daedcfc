"""Accounts from the command line."""

import json

import pytest

from tests.cli.conftest import Run


def _names(run: Run, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert run("accounts", "list", "--json") == 0
    return {one["name"]: one for one in json.loads(capsys.readouterr().out)}


def test_an_account_is_created_changed_disabled_and_enabled(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_NEW_PASSWORD", "another good one")
    assert run("accounts", "add", "zhao", "--role", "operator") == 0
    assert run("accounts", "roles", "zhao", "operator", "trainer") == 0
    assert _names(run, capsys)["zhao"]["roles"] == ["operator", "trainer"]
    assert run("accounts", "disable", "zhao") == 0
    assert _names(run, capsys)["zhao"]["disabled"]
    assert run("accounts", "disable", "zhao", "--again") == 0
    assert run("accounts", "password", "zhao") == 0
    assert not _names(run, capsys)["zhao"]["disabled"]


def test_a_short_password_and_an_unknown_role_are_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONEWINDOW_NEW_PASSWORD", "short")
    assert run("accounts", "add", "zhao", "--role", "operator") == 1
    assert run("accounts", "add", "zhao", "--role", "king") == 2


def test_a_list_for_people_names_the_roles(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "list") == 0
    assert "Administrator" in capsys.readouterr().out
