"""The ledger at the terminal: written, listed, shown without a name, exported."""

import csv
import json
from pathlib import Path

import pytest

from app.cli.desk import Desk
from app.services import finding_ledger, findings
from tests.cli.conftest import Run


@pytest.fixture
def ledger(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Run, str]:
    """Two findings of one institution; root supervises too. Return the number of the first."""
    (tmp_path / "units.csv").write_text("code,name\nU01,One\n")
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    assert run("units", "import", str(tmp_path / "units.csv")) == 0
    capsys.readouterr()
    for title, more in (("Nobody came", ()), ("Rude", ("--urgent",))):
        assert run("findings", "open", title, "--category", "complaint.attitude", "--institution", "U01", *more) == 0
    return run, capsys.readouterr().out.split()[0]


def test_findings_are_listed_and_shown(ledger, capsys: pytest.CaptureFixture[str]) -> None:
    run, number = ledger
    assert run("findings", "list", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {(one["title"], one["institution"], one["state"]) for one in found} == {
        ("Nobody came", "U01", "opened"),
        ("Rude", "U01", "opened"),
    }
    assert run("findings", "list", "--standing", "late") == 0
    assert "2 open, 0 overdue" in capsys.readouterr().err
    assert run("findings", "show", number, "--json") == 0
    assert [one["state"] for one in json.loads(capsys.readouterr().out)["steps"]] == ["opened"]
    assert run("findings", "show", number) == 0
    assert "Nobody came" in capsys.readouterr().out
    assert run("findings", "show", number, "--sheet") == 0
    sheet = capsys.readouterr().out
    assert "Nobody came" in sheet
    assert "Said by" not in sheet, "nobody stands in what was written by hand"
    assert run("findings", "show", "F0") == 1


def test_a_step_that_led_nowhere_is_told_as_what_it_was(ledger, folder: Path, capsys) -> None:
    run, number = ledger
    with Desk(folder, folder.parent / "key", name="root").house() as house:
        finding = house.office.ask(finding_ledger.numbered, number)
        house.office.do(findings.send_together, [finding])
        house.office.do(findings.take_back_sending, [finding])
    assert run("findings", "show", number) == 0
    heading, *steps = capsys.readouterr().out.splitlines()
    assert heading.startswith(f"{number}  Opened  Nobody came")
    words = [line.split("\t")[1:] for line in steps]
    assert words == [["Opened", "Root"], ["Sent to the institution", "Root"], ["Sending taken back", "Root"]]


def test_the_ledger_is_written_as_a_table_and_as_paper(ledger, tmp_path: Path) -> None:
    run, number = ledger
    table, paper, sheet = tmp_path / "ledger.csv", tmp_path / "ledger.pdf", tmp_path / "sheet.pdf"
    assert run("findings", "export", str(table)) == 0
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {(one["Finding"], one["Institution"]) for one in rows} == {("Nobody came", "One"), ("Rude", "One")}
    assert run("findings", "export", str(paper), "--standing", "all") == 0
    assert run("findings", "show", number, "--pdf", str(sheet)) == 0
    assert all(one.read_bytes().startswith(b"%PDF") for one in (paper, sheet))


def test_what_no_interview_opened_is_not_measured_again(ledger, capsys: pytest.CaptureFixture[str]) -> None:
    run, number = ledger
    assert run("findings", "remeasure", number) == 1
    assert "cannot be measured again" in capsys.readouterr().err
