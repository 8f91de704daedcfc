"""Supervision on the line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLE = (
    "opened_at,channel,category,unit,summary,state,due_at\n"
    "2020-03-02T09:00:00+08:00,phone_in,complaint,U01,乱收费,dispatched,2020-03-04T12:00:00+08:00\n"
)


@pytest.fixture
def late(run: Run, tmp_path: Path) -> Run:
    """One inquiry of long ago that nobody answered; root supervises too."""
    (tmp_path / "past.csv").write_text(TABLE)
    (tmp_path / "units.csv").write_text("code,name\nU01,One\n")
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    assert run("units", "import", str(tmp_path / "units.csv")) == 0
    assert run("inquiries", "import", str(tmp_path / "past.csv")) == 0
    return run


def test_the_ladder_runs_once_and_its_digest_is_written(
    late: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert late("supervision", "run", "--json") == 0
    (fired,) = json.loads(capsys.readouterr().out)["fired"]
    assert (fired["step"], fired["promise"], fired["unit"]) == ("notify", "resolve", "U01")
    assert late("supervision", "run") == 0
    assert "0 rungs fired" in capsys.readouterr().err
    assert late("supervision", "digest", "--json") == 0
    assert [(one["kind"], one["name"]) for one in json.loads(capsys.readouterr().out)] == [("unit", "One")]
    assert late("supervision", "digest") == 0
    assert "乱收费" in capsys.readouterr().out
    assert late("supervision", "digest", "--pdf", str(tmp_path / "out")) == 0
    assert [one.suffix for one in (tmp_path / "out").iterdir()] == [".pdf"]
    assert late("supervision", "digest", "--day", "2019-01-01") == 0
    assert "Nothing fired" in capsys.readouterr().err


def test_the_board_is_printed(late: Run, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert late("supervision", "board", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["late"], one["open"]) for one in found["lines"]] == [("One", 1, 1), ("All", 1, 1)]
    assert found["lines"][0]["states"] == {"dispatched": 1}
    assert late("supervision", "board", "--by", "person") == 0
    assert capsys.readouterr().out.startswith("–\t1\t0\t1\t")
