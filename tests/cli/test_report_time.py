"""Call records and the time ledger on the line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CALLS = (
    "uniqueid,calldate,duration,billsec,disposition\n"
    "1,2020-03-02 09:00:00,70,60,ANSWERED\n2,2020-03-02 09:05:00,30,0,NO ANSWER\n3,later,30,0,NO ANSWER\n"
)


def test_calls_are_imported_counted_and_taken_back(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cdr.csv").write_text(CALLS)
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    assert run("reports", "calls", "import", str(tmp_path / "cdr.csv"), "--preview") == 1
    capsys.readouterr()
    assert run("reports", "calls", "import", str(tmp_path / "cdr.csv"), "--json") == 1
    done = json.loads(capsys.readouterr().out)
    assert (done["added"], done["rejected"], done["rows"][0]["line"]) == (2, 1, 4)
    assert run("reports", "kpi", "--period", "2020-03", "--only", "call_through", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)["kpis"]
    assert (told["numerator"], told["denominator"]) == (1, 2)
    assert run("reports", "calls", "undo", done["batch"]) == 0
    assert run("reports", "calls", "undo", "zz") == 1
    capsys.readouterr()
    assert run("reports", "calls", "list") == 0
    assert done["batch"] in capsys.readouterr().out
    assert run("reports", "kpi", "--period", "2020-03", "--only", "call_through") == 0
    assert "not measured" in capsys.readouterr().out


def test_the_time_of_operators_is_printed_and_written(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("reports", "time", "--period", "2020-03", "--json") == 0
    assert json.loads(capsys.readouterr().out)["period"] == "2020-03"
    assert run("reports", "time", "--period", "2020-03", "--xlsx", str(tmp_path / "a.xlsx")) == 0
    assert (tmp_path / "a.xlsx").stat().st_size > 1000


def test_the_shift_sheet_is_told_by_day_and_ones_own_to_who_takes_calls(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("reports", "time", "--shifts", "--mine", "--json") == 0
    assert json.loads(capsys.readouterr().out)["shifts"] == []
    assert run("reports", "time", "--shifts") == 0
    assert capsys.readouterr().out == ""
