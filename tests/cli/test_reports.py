"""Figures and reports on the line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

# A PDF makes an application where there is none, and later tests need one with widgets.
pytestmark = pytest.mark.usefixtures("qapp")

TABLE = (
    "opened_at,channel,category,unit,summary,state,due_at,closed_at\n"
    "2020-03-02T09:00:00+08:00,phone_in,complaint,U01,乱收费,closed,2020-03-04T12:00:00+08:00,2020-03-03T12:00:00+08:00\n"
    "2020-03-02T10:00:00+08:00,phone_in,complaint,U01,=1+1,closed,2020-03-04T12:00:00+08:00,2020-03-05T12:00:00+08:00\n"
)


@pytest.fixture
def past(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Two complaints of long ago, one of them late; root supervises too."""
    (tmp_path / "past.csv").write_text(TABLE)
    (tmp_path / "units.csv").write_text("code,name\nU01,One\n")
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    assert run("units", "import", str(tmp_path / "units.csv")) == 0
    assert run("inquiries", "import", str(tmp_path / "past.csv")) == 0
    capsys.readouterr()
    return run


def test_kpis_of_a_period_are_told_with_their_parts_and_rows(past: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert past("reports", "kpi", "--period", "2020-03", "--by", "unit", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    told = {one["id"]: one for one in found["kpis"]}
    assert (told["on_time"]["numerator"], told["on_time"]["denominator"]) == (1, 2)
    assert told["on_time"]["by"] == [{"id": "U01", "name": "U01", "hidden": True}]
    assert told["direct_answer"]["left_out"] == {"direct.left_out": 2}
    assert past("reports", "rows", "on_time", "--period", "2020", "--missed", "--json") == 0
    assert [one["unit"] for one in json.loads(capsys.readouterr().out)] == ["U01"]
    assert past("reports", "kpi", "--period", "2020-W10", "--only", "on_time", "--by", "unit") == 0
    assert "50.0%\t1/2\t99%" in capsys.readouterr().out


def test_a_definition_goes_out_and_comes_in_as_a_file(
    past: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert past("reports", "definition", "on_time") == 0
    (tmp_path / "mine.json").write_text(capsys.readouterr().out.replace('"on_time"', '"mine"'))
    assert past("reports", "import", str(tmp_path / "mine.json")) == 0
    assert "mine: version 1" in capsys.readouterr().err
    assert past("reports", "definition") == 0
    assert "mine\t" in capsys.readouterr().out


def test_a_document_is_written_as_text_pdf_and_workbook(
    past: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(tmp_path / name) for name in ("r.pdf", "r.xlsx")]
    asked = ("reports", "weekly", "--period", "2020-W10")
    assert past(*asked, "--pdf", files[0], "--xlsx", files[1], "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tables"][0]["columns"][0] == "KPI"
    assert all(Path(file).stat().st_size > 900 for file in files)
    assert past(*asked) == 0
    assert "2 inquiries were opened, 0 in the period before" in capsys.readouterr().out
    assert past("reports", "rising", "--period", "2020-W10", "--json") == 0
    assert json.loads(capsys.readouterr().out)["topics"] == []
