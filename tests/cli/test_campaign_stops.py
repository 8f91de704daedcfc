"""Calling for a campaign is stopped on the line with a reason, and goes on."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from app import bootstrap
from app.outside.secrets import KeyChoice

ROWS = "\n".join(f"Z{n},P{n},1380000{n:04},H1,2026-01-02,2026-01-09" for n in range(9))
FRAME = f"住院号,姓名,联系电话,医疗机构名称,入院日期,出院日期\n{ROWS}\n"
TODAY = datetime.now(UTC).date().isoformat()


@pytest.fixture
def said(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text(FRAME)
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution") == 0
    assert (
        run(
            "campaigns",
            "draw",
            "Spring",
            "--frame",
            "Q1",
            "--size",
            "6",
            "--begins",
            TODAY,
            "--window",
            "0",
            "--release",
            "10",
        )
        == 0
    )
    capsys.readouterr()

    def ask(*arguments, code=0):
        assert run(*arguments) == code
        return capsys.readouterr()

    return ask


def test_a_campaign_is_stopped_with_a_reason_and_goes_on(said):
    told = said("campaigns", "stop", "Spring", "--reason", "The ward moves").err
    assert "Spring: 6 open cases are not called for now." in told
    listed = json.loads(said("campaigns", "list", "--json").out)[0]
    assert (bool(listed["stopped_at"]), listed["stopped_why"]) == (True, "The ward moves")
    shown = json.loads(said("campaigns", "status", "Spring", "--json").out)
    assert (bool(shown["stopped_at"]), shown["stopped_why"]) == (True, "The ward moves")
    assert "Stopped since" in said("campaigns", "status", "Spring").err
    assert "The ward moves" in said("campaigns", "list").out
    again = json.loads(said("campaigns", "go-on", "Spring", "--json").out)
    assert again == {"name": "Spring", "open": 6}
    assert json.loads(said("campaigns", "list", "--json").out)[0]["stopped_at"] is None
    assert "6 open cases are called again" in said("campaigns", "go-on", "Spring").err
    assert "Stopped" not in said("campaigns", "status", "Spring").err


def test_without_a_reason_or_a_campaign_in_the_field_nothing_is_stopped(said):
    assert "why calling is stopped" in said("campaigns", "stop", "Spring", "--reason", " ", code=1).err
    assert "--reason" in said("campaigns", "stop", "Spring", code=2).err
    said("campaigns", "close", "Spring")
    for words in (("stop", "Spring", "--reason", "x"), ("go-on", "Spring")):
        assert "The campaign Spring is closed" in said("campaigns", *words, code=1).err
    assert said("campaigns", "stop", "Winter", "--reason", "x", code=1).err


def test_times_that_people_agreed_on_are_told(said, folder):
    at = (datetime.now(UTC) + timedelta(days=2)).replace(hour=4, minute=0, second=0, microsecond=0)
    agreed_on(folder, at)
    told = json.loads(said("campaigns", "stop", "Spring", "--reason", "x", "--json").out)
    assert (told["open"], told["agreed"], datetime.fromisoformat(told["next_at"])) == (6, 1, at)
    assert "1 of them agreed on a time, the next at" in said("campaigns", "stop", "Spring", "--reason", "y").err


def test_a_time_that_has_begun_is_the_next_and_one_that_is_over_is_told_too(said, folder):
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    agreed_on(folder, now - timedelta(days=2))
    told = json.loads(said("campaigns", "stop", "Spring", "--reason", "x", "--json").out)
    assert (told["agreed"], told["next_at"]) == (1, None)
    assert "1 of them agreed on a time that is over" in said("campaigns", "stop", "Spring", "--reason", "y").err
    agreed_on(folder, now - timedelta(minutes=20))
    told = json.loads(said("campaigns", "stop", "Spring", "--reason", "x", "--json").out)
    assert (told["agreed"], datetime.fromisoformat(told["next_at"])) == (2, now - timedelta(minutes=20))


def agreed_on(folder, at):
    """Have somebody agree on a time, whatever time it is now."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    with house.office.store.write("root") as tx:
        (call, *_) = tx.all("SELECT id FROM callback /* whole: a test */")
        agreed = {"callback": bytes(call[0]).hex(), "kind": "hard", "state": "open", "made_at": at.isoformat()}
        tx.add("appointment", {**agreed, "start_at": at.isoformat(), "end_at": (at + timedelta(hours=1)).isoformat()})
    house.close()
