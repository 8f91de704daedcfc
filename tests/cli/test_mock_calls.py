"""Mock calls on the line: listed, shown, checked with file and line."""

import json
from pathlib import Path

import pytest

from app.services import mock_scenarios
from tests.cli.conftest import Run


def test_the_callers_that_ship_are_listed_and_shown(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("mock", "list", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["id"] for row in rows} == {one.id for one in mock_scenarios.shipped()}
    assert run("mock", "list") == 0
    assert "bite-grandmother\tcounty health line\timm-animal-bite\tanxious\t" in capsys.readouterr().out
    assert run("mock", "show", "bite-grandmother") == 0
    assert "* age\tHe is five." in capsys.readouterr().out
    assert run("mock", "show", "nobody") == 1


def test_a_mistake_in_a_file_is_told_with_its_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, text = mock_scenarios.texts()[0]
    made = tmp_path / name
    made.write_text(text.replace("literacy: usual", "literacy: none"), encoding="utf-8")
    assert run("mock", "check", str(made)) == 1
    line = text[: text.index("literacy: usual")].count("\n") + 1
    assert f"{name}:{line}: literacy: “none” is not known." in capsys.readouterr().out
    assert run("mock", "check", "--json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["code"] for row in rows} == {"mock-script-unknown"}
