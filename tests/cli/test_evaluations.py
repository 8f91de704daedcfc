"""Quality review on the line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_sheet_is_printed_and_figures_say_when_there_are_none(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("evaluations", "sheet") == 0
    assert len(capsys.readouterr().out.splitlines()) == 17
    assert run("evaluations", "figures", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"accuracy": [], "scores": {}, "agreement": None}
    assert run("evaluations", "figures") == 0
    assert capsys.readouterr().err != ""
    assert run("evaluations", "sample") == run("evaluations", "mine") == 0
    assert [run("evaluations", "sample", "--kind", one) for one in ("risk", "targeted", "all")] == [0, 0, 2]
    assert run("evaluations", "appeal", "00", "no") == 1
    assert run("evaluations", "decide", "xx") == 2
    file = tmp_path / "score.json"
    file.write_text(json.dumps({"contact": "00" * 16, "points": {}, "errors": []}))
    assert run("evaluations", "score", str(file)) == 1
    file.write_text("{}")
    assert run("evaluations", "score", str(file)) == 2
