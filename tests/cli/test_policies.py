"""Promises about time on the line."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_policy_goes_out_is_checked_and_comes_back_as_a_new_version(run: Run, tmp_path: Path, capsys) -> None:
    assert run("policies", "export", "county-complaint") == 0
    mine = tmp_path / "mine.json"
    mine.write_text(capsys.readouterr().out.replace("2bd", "3bd"), encoding="utf-8")
    assert run("policies", "check", str(mine)) == 0
    assert run("policies", "show", "county-complaint", "--json") == 0
    assert [one["version"] for one in json.loads(capsys.readouterr().out)] == [0]
    assert run("policies", "publish", str(mine)) == 0
    assert "version 1" in capsys.readouterr().err
    assert run("policies", "show", "county-complaint", "--json") == 0
    newest, shipped = json.loads(capsys.readouterr().out)
    assert (newest["targets"]["resolve"], shipped["targets"]["resolve"]) == ("3bd", "2bd")
    assert newest["by"]
    assert run("policies", "show", "county-complaint") == 0
    assert "Version 0, comes with the program" in capsys.readouterr().out


def test_a_tie_and_a_broken_file_are_refused_and_nothing_is_saved(run: Run, tmp_path: Path, capsys) -> None:
    run("policies", "export", "county-complaint")
    tie = tmp_path / "tie.json"
    tie.write_text(capsys.readouterr().out.replace('"county-complaint"', '"mine"'), encoding="utf-8")
    assert run("policies", "check", str(tie)) == 1
    assert "county-complaint" in capsys.readouterr().err
    tie.write_text("{", encoding="utf-8")
    assert run("policies", "check", str(tie)) == 1
    assert run("policies", "show", "mine") == 1
    capsys.readouterr()
    assert run("policies", "list") == 0
    told = capsys.readouterr().out
    assert "county-phone@0\tfirst_response=15s" in told.splitlines()
    assert "mine" not in told
