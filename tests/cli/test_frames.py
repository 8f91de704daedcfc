"""Lists of people on the line: whether they are here, and out of the journal with those of older programs."""

import json

import pytest

from app import bootstrap
from app.outside import hub_setup
from app.outside.key_choice import KeyChoice
from app.services import accounts, hub_sync
from app.services.hub_sync import Enrollment
from tests.cli.conftest import PASSWORD
from tests.cli.test_campaign_draws import TODAY
from tests.services.old_frames import lost, recorded

TABLE = "住院号,姓名,联系电话,医疗机构名称,出院日期\nZ1,张三,13800138000,H1,2026-01-09\n"


@pytest.fixture
def kept(run, tmp_path, capsys):
    """A list of one person."""
    (tmp_path / "q1.csv").write_text(TABLE, encoding="utf-8")
    found = ("campaigns", "import-frame", "Q1", str(tmp_path / "q1.csv"), "--any-institution", "--json")
    assert run(*found) == 0
    return bytes.fromhex(json.loads(capsys.readouterr().out)["frame"])


def _at(folder, change, frame):
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    change(house.office, frame)
    house.close()


def test_a_list_of_an_older_program_is_named_by_the_doctor_and_moved_when_that_is_wanted(run, folder, kept, capsys):
    _at(folder, recorded, kept)
    run("doctor", "--quick", "--json")
    assert "move-frames" in capsys.readouterr().out
    assert run("campaigns", "move-frames", "--preview") == 1
    assert "Q1 (1 people in 1 records)" in capsys.readouterr().err
    assert run("campaigns", "move-frames", "--yes") == 0
    assert "Moved: Q1" in capsys.readouterr().err
    assert run("campaigns", "move-frames", "--yes") == 0
    assert "No people of a frame" in capsys.readouterr().err
    run("doctor", "--quick", "--json")
    assert "move-frames" not in capsys.readouterr().out


def test_a_list_that_is_elsewhere_is_listed_and_what_needs_it_says_so(run, folder, kept, capsys):
    assert run("campaigns", "frames") == 0
    assert capsys.readouterr().out.rstrip().endswith("\there")
    _at(folder, lost, kept)
    assert run("campaigns", "frames", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["here"] is False
    draw = ("campaigns", "draw", "C", "--frame", "Q1", "--size", "1", "--begins", TODAY, "--window", "0", "--preview")
    assert run(*draw) == 1
    assert "not on this computer" in capsys.readouterr().err


def test_a_list_is_fetched_from_the_hub_and_a_station_without_one_says_so(run, folder, kept, capsys):
    _at(folder, lost, kept)
    assert run("campaigns", "fetch-frame", "Q1") == 1
    assert "enroll" in capsys.readouterr().err


def test_a_fetched_list_is_on_this_computer(run, folder, kept, capsys, server):
    made = hub_setup.enroll(server.place("hub"), "pc", "frames line")
    place = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub", "user": made.who}
    told = Enrollment(made.hub_id, "frames line", "pc", {**place, "password": made.password})
    _at(folder, lambda office, _: _joined(office, told), kept)
    assert run("sync") == 0
    assert "Lists and documents given to the hub: 1." in capsys.readouterr().out
    assert run("campaigns", "frames") == 0
    assert capsys.readouterr().out.rstrip().endswith("\there, and sealed at the hub")
    _at(folder, lost, kept)
    assert run("campaigns", "fetch-frame", "Q1") == 0
    assert "The people of Q1 are on this computer." in capsys.readouterr().err
    assert run("campaigns", "frames") == 0
    assert capsys.readouterr().out.rstrip().endswith("\there, and sealed at the hub")


def _joined(office, told):
    office.sign_in(office.ask(accounts.sign_in, "root", PASSWORD))
    office.do(hub_sync.join, told)
