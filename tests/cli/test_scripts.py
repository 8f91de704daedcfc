"""Scripts go in, come out the same, are checked and found from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SHIPPED = Path("resources/scripts")
_ROWS = "key,title,question,answer,language,source,color\nflu-a,Flu,,Take rest.,en,WHO,red\n,,,,en,,\n"


@pytest.fixture
def imported(run: Run) -> Run:
    """A desk with the shipped scripts, published."""
    assert run("scripts", "import", str(SHIPPED), "--publish") == 0
    return run


def test_shipped_scripts_pass_their_own_check(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("scripts", "check", str(SHIPPED)) == 0
    assert " 0 findings" in capsys.readouterr().err


def test_a_broken_file_is_named_by_line(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.md").write_text("---\nid: Bad Id\ntitle: [\n---\n", encoding="utf-8")
    assert run("scripts", "check", str(tmp_path), "--json") == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert found
    assert all(one["source"] == "bad.md" for one in found)
    assert run("scripts", "import", str(tmp_path)) == 1


def test_what_goes_out_changes_nothing_when_it_comes_in(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported("scripts", "export", str(tmp_path / "out")) == 0
    capsys.readouterr()
    assert imported("scripts", "import", str(tmp_path / "out"), "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["updated"], report["rejected"]) == (0, 0, 0)
    assert report["unchanged"] == len(list(SHIPPED.rglob("*.md")))


def test_a_search_answers_in_both_languages_and_pinyin(imported: Run, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    for text in ("hpv age", "九价", "jiujia"):
        assert imported("scripts", "search", text, "--json") == 0
        assert json.loads(capsys.readouterr().out)[0]["key"] == "imm-hpv-ages"
    assert imported("scripts", "search", "zzzz qqqq") == 0
    assert "Nothing fits" in capsys.readouterr().err
    assert imported("scripts", "search") == 2


def test_a_batch_is_answered_line_by_line(imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"id": 7, "query": "hpv"}\n{"id": "b", "query": "zzzz qqqq"}\n', encoding="utf-8")
    capsys.readouterr()
    assert imported("scripts", "search", "--batch", str(queries), "-n", "2") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["id"], len(line["results"]) > 0) for line in lines] == [(7, True), ("b", False)]
    queries.write_text("nonsense\n", encoding="utf-8")
    assert imported("scripts", "search", "--batch", str(queries)) == 2


def test_a_table_reports_every_row(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "s.csv").write_text(_ROWS, encoding="utf-8")
    assert run("scripts", "import", str(tmp_path / "s.csv"), "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["rejected"]) == (1, 1)
    assert report["rows"][0]["line"] == 3
