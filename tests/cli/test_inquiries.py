"""Past inquiries come in with every row reported, go out without a cap, and a batch can be taken back."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app import bootstrap
from app.models.contacts import Outcome
from app.models.errors import DiskFull
from app.outside.key_choice import KeyChoice
from app.services import access, accounts, contacts
from tests.cli.conftest import PASSWORD, Run
from tests.desk import NOON, draft

_TABLE = """编号,受理时间,来源,来电号码,摘要,状态
A1,2026-03-01 09:00,电话,13812345678,问疫苗,已办结
A2,昨天,电话,,问预约,新建
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two rows, the second without a time that can be read."""
    path = tmp_path / "past.csv"
    path.write_text(_TABLE, encoding="gb18030")
    return path


def _import(run: Run, table: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert run("inquiries", "import", str(table), "--json") == 1
    return json.loads(capsys.readouterr().out)


def test_every_row_is_reported_and_the_same_file_adds_nothing_again(
    run: Run, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = _import(run, table, capsys)
    assert (first["added"], first["rejected"]) == (1, 1)
    second = _import(run, table, capsys)
    assert (second["added"], second["unchanged"]) == (0, 1)


def test_a_preview_changes_nothing(run: Run, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("inquiries", "import", str(table), "--preview") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["columns"]["summary"] == "摘要"
    assert shown["rows"][1]["refused"]["field"] == "opened_at"
    assert run("inquiries", "export") == 0
    assert capsys.readouterr().out == ""


def test_what_is_open_and_overdue_is_told(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "late.csv"
    heads, row = "number,opened_at,summary,state,due_at", "2025-03-01 09:00,Asks"
    table.write_text(f"{heads}\nA1,{row},new,2025-03-02 09:00\nA2,{row},closed,2025-03-02 09:00\n", encoding="utf-8")
    assert run("inquiries", "import", str(table), "--preview") == 0
    assert json.loads(capsys.readouterr().out)["overdue"] == 1
    assert run("inquiries", "import", str(table)) == 0
    assert "Open and overdue: 1, and listed so" in capsys.readouterr().err


def test_what_goes_out_comes_in_again(
    run: Run, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(run, table, capsys)
    out = tmp_path / "out.csv"
    assert run("inquiries", "export", str(out)) == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["number"], row["summary"], row["state"]) for row in rows] == [("A1", "问疫苗", "closed")]
    assert run("inquiries", "export", str(tmp_path / "out.xlsx"), "--labels") == 0
    assert run("inquiries", "export", str(tmp_path / "out.jsonl"), "--open311") == 0
    line = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(line)["service_request_id"] == "A1"


def test_a_batch_is_taken_back(run: Run, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = _import(run, table, capsys)["batch"]
    assert run("inquiries", "undo", str(batch)) == 0
    assert "1 taken back" in capsys.readouterr().err
    assert run("inquiries", "export") == 0
    assert capsys.readouterr().out == ""
    assert run("inquiries", "undo", "no-batch") == 2


def test_a_report_for_people_names_line_and_reason(run: Run, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("inquiries", "import", str(table)) == 1
    told = capsys.readouterr().err
    assert "line 3: Opened “昨天”: cannot be read" in told
    assert "1 added, 0 updated, 0 unchanged, 1 rejected" in told


def test_an_inquiry_is_merged_into_another_one_and_taken_apart(run: Run, folder: Path, capsys) -> None:
    one, other = _dispatched(folder), _dispatched(folder)
    assert run("inquiries", "merge", one, "--into", other, "--reason", "the same caller") == 0
    assert f"{one} is merged into {other}" in capsys.readouterr().err
    assert run("inquiries", "merge", other, "--into", one) == 1
    assert run("inquiries", "unmerge", one) == 0
    assert run("inquiries", "unmerge", one) == 1
    assert "Traceback" not in capsys.readouterr().err


def _dispatched(folder: Path) -> str:
    """Dispatch an inquiry in the installation of the tests, and return its number."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    office = house.office
    office.sign_in(office.ask(accounts.sign_in, "root", PASSWORD))
    opened = office.do(contacts.start, draft(unit="H01", due_at=NOON)).value
    number = office.do(contacts.finalize, opened, Outcome.DISPATCH).value.number
    house.close()
    return number


def test_the_note_of_a_dispatch_is_printed_or_written_as_pdf(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp
) -> None:
    number = _dispatched(folder)
    assert run("inquiries", "note", number) == 0
    assert capsys.readouterr().out.startswith(f"[{number}] Asks about the HPV vaccine")
    assert run("inquiries", "note", number, "--pdf", str(tmp_path / "note.pdf")) == 0
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF-")
    assert run("inquiries", "note", "nobody") == 1
    assert "Traceback" not in capsys.readouterr().err


def test_an_export_stands_in_the_read_log(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("inquiries", "export", str(tmp_path / "all.csv")) == 0
    capsys.readouterr()
    assert run("accounts", "readings", "--json") == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["did"], line["entity"], line["rows"]) == ("exported", "inquiry", 0)


@pytest.mark.parametrize("file", ["all.csv", "all.xlsx", "all.jsonl", None])
def test_no_export_is_there_that_the_read_log_could_not_hold(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: str | None
) -> None:
    def full(*_given: object) -> None:
        raise DiskFull(path="data")

    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    source = tmp_path / "in.csv"
    source.write_text("opened_at,channel,summary\n2026-01-05T09:00:00+08:00,phone_in,Asks about a vaccine\n")
    assert run("inquiries", "import", str(source)) == 0
    capsys.readouterr()
    monkeypatch.setattr(access, "exported", full)
    (out := tmp_path / "out").mkdir()
    assert run("inquiries", "export", *([str(out / file)] if file else [])) == 1
    assert (list(out.iterdir()), capsys.readouterr().out) == ([], "")


_SIGNS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1+1")


def _cells(path: Path) -> list[tuple[str, bool]]:
    """Return the text of every cell, and whether a spreadsheet would run it."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return [(cell, cell[:1] in tuple("=+-@\t\r＝")) for row in csv.reader(stream) for cell in row]
    cells = (cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row)
    return [(str(cell.value), cell.data_type == "f") for cell in cells]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_export_of_the_command_line_has_a_cell_that_runs(run: Run, tmp_path: Path, ending: str) -> None:
    units = [("code", "name"), *((f"U0{place}", sign) for place, sign in enumerate(_SIGNS))]
    rows = [("opened_at", "channel", "summary")]
    rows += [(f"2026-01-05T09:0{place}:00+08:00", "phone_in", sign) for place, sign in enumerate(_SIGNS)]
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    for name, table in (("units", units), ("inquiries", rows)):
        with (tmp_path / f"{name}.csv").open("w", newline="") as stream:
            csv.writer(stream).writerows(table)
        assert run(name, "import", str(tmp_path / f"{name}.csv")) == 0
    for sign in _SIGNS:
        line = ("--category", "complaint.attitude", "--institution", "U01", "--", sign)
        assert run("findings", "open", *line) == 0
    for name in ("units", "inquiries", "findings"):
        path = tmp_path / f"{name}-out.{ending}"
        assert run(name, "export", str(path)) == 0
        found = _cells(path)
        assert all(any(sign.strip() in text for text, _ in found) for sign in _SIGNS)
        assert not [text for text, runs in found if runs]
