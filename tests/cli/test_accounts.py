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


def test_rights_are_a_table_for_people_and_for_programs(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "rights") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Operator" in lines[0]
    assert any(line.startswith("hand over inquiries\town and unit\tall") for line in lines)
    assert run("accounts", "rights", "--json") == 0
    found = {one["right"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["manage_accounts"] == {"right": "manage_accounts", "administrator": "any"}


def test_somebody_leaves_and_the_read_log_is_empty(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEWINDOW_NEW_PASSWORD", "another good one")
    assert run("accounts", "add", "zhao", "--role", "operator") == 0
    assert run("accounts", "unit", "zhao", "nowhere") == 1
    assert run("accounts", "unit", "zhao") == 0
    assert run("accounts", "leave", "zhao", "--on", "2020-01-01") == 1
    assert run("accounts", "leave", "zhao", "--on", "2999-12-31") == 0
    assert _names(run, capsys)["zhao"]["last_day"] == "2999-12-31"
    assert run("accounts", "list") == 0
    assert "until 2999-12-31" in capsys.readouterr().out
    assert run("accounts", "disable", "zhao", "--again") == 0
    assert _names(run, capsys)["zhao"]["last_day"] is None
    assert run("accounts", "leave", "zhao") == 0
    assert _names(run, capsys)["zhao"]["disabled"]
    assert run("accounts", "readings", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_languages_of_a_person_are_said_and_taken_back(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    name = next(iter(_names(run, capsys)))
    assert run("accounts", "speaks", name, "zh_CN", "Hakka") == 0
    assert _names(run, capsys)[name]["speaks"] == ["zh_CN", "Hakka"]
    assert run("accounts", "list") == 0
    assert "speaks zh_CN Hakka" in capsys.readouterr().out
    assert run("accounts", "speaks", name) == 0
    assert _names(run, capsys)[name]["speaks"] == []
    assert run("accounts", "speaks", name, "x" * 31) == 1
