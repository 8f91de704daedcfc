"""Units from a file, every row reported."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_units_are_imported_and_a_broken_row_is_reported(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "units.csv"
    table.write_text("编号,名称\ncdc,疾控中心\n,无编号\nh1,第一医院\n", encoding="gb18030")
    assert run("units", "import", str(table), "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["rejected"], report["rows"][0]["line"]) == (2, 1, 3)
    assert run("units", "import", str(table)) == 1
    assert "2 unchanged" in capsys.readouterr().err
    assert run("units", "list", "--json") == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out)] == ["疾控中心", "第一医院"]
    assert run("units", "list") == 0
    assert run("units", "export", str(tmp_path / "all.csv")) == 0
    assert "2 units written" in capsys.readouterr().err
    assert run("units", "import", str(tmp_path / "all.csv")) == 0
    assert "2 unchanged" in capsys.readouterr().err


def test_a_file_that_is_no_table_is_refused(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    assert run("units", "import", str(tmp_path / "empty.csv")) == 1
    assert run("units", "import", str(tmp_path / "absent.csv")) == 2
    assert "Traceback" not in capsys.readouterr().err
