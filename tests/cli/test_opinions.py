"""Opinions at the terminal: what waits, a code, agreement and share."""

import io
import json

import pytest

from app.services import opinions as coding
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
    assert run("opinions", "next", "--campaign", "00" * 16) == 1
    assert run("opinions", "next", "--questionnaire", "nothing") == 1


def _enter_on_paper(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("\n1\n1\n1\n4\ncold\n1\n2\nNo lift\n2\n\n"))
    assert run("questionnaires", "enter", "inquiry-satisfaction", "--institution", "U01", "--day", "2026-03-01") == 0


def test_where_opinions_wait_no_other_place_is_read_and_the_most_stands_for_more(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _enter_on_paper(run, monkeypatch)
    monkeypatch.setattr(coding, "MOST", 1)
    capsys.readouterr()
    assert run("opinions", "next") == 0
    assert "Elsewhere, 1 or more: --questionnaire inquiry-satisfaction --mode paper" in capsys.readouterr().err
    monkeypatch.setattr(coding, "waits", None)
    assert run("opinions", "next", "--mode", "paper") == 0
    assert "1 or more opinions wait for you" in capsys.readouterr().err


def test_opinions_of_paper_are_asked_for_by_their_mode(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _enter_on_paper(run, monkeypatch)
    capsys.readouterr()
    told = {}
    for mode in ("telephone", "paper"):
        assert run("opinions", "next", "--mode", mode, "--json") == 0
        told[mode] = [one["text"] for one in json.loads(capsys.readouterr().out)["opinions"]]
        assert run("opinions", "share", "--mode", mode, "--json") == 0
        told[mode].append(json.loads(capsys.readouterr().out)["asked"])
    assert told == {"telephone": [0], "paper": ["No lift", 1]}
    assert run("opinions", "next") == 0
    said = capsys.readouterr().err
    assert "0 opinions wait for you: inquiry-satisfaction outside of campaigns (Telephone)." in said
    assert "Elsewhere, 1: --questionnaire inquiry-satisfaction --mode paper" in said
    assert run("opinions", "next", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["questionnaire"], found["campaign"], found["mode"]) == ("inquiry-satisfaction", None, "telephone")
    assert found["elsewhere"] == [
        {"campaign": None, "name": "", "questionnaire": "inquiry-satisfaction", "mode": "paper", "waiting": 1}
    ]
