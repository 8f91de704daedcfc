"""Scripts go in, come out the same, are checked and found from the command line."""

import json
from pathlib import Path
from typing import cast

import pytest

from app import bootstrap
from app.outside.secrets import KeyChoice
from app.services import accounts, everything
from app.services.office import View
from app.services.script_search import Hit, ScriptSearch
from tests.cli.conftest import PASSWORD, Run

SHIPPED = Path("resources/scripts")
_ROWS = "key,title,question,answer,language,source,color\nflu-a,Flu,,Take rest.,en,WHO,red\n,,,,en,,\n"

_FOUR = """key,title,answer,language,source
flu-a,流感疫苗免费吗,免费。,zh,WHO
flu-b,儿童 flu 疫苗 kids,可以。,zh,WHO
pwd-a,密码忘了怎么办,重设。,zh,WHO
pwd-b,I forgot my password,Set a new one.,en,WHO
"""


@pytest.fixture
def imported(run: Run) -> Run:
    """A desk with the shipped scripts, published."""
    assert run("scripts", "import", str(SHIPPED), "--publish") == 0
    return run


def test_shipped_scripts_pass_their_own_check(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("scripts", "check", str(SHIPPED), "--strict") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "Errors: 0. Warnings: 0." in err


def test_a_broken_file_is_named_by_path_line_and_code(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text("---\nid: Bad Id\ntitle: [\n---\n", encoding="utf-8")
    assert run("scripts", "check", str(tmp_path)) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{bad}:4: yaml-syntax: The head cannot be read here")
    assert "Checked files: 1. Errors: 1. Warnings: 0." in err
    assert run("scripts", "check", str(bad), "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["files"], report["errors"], report["warnings"]) == (1, 1, 0)
    assert report["findings"][0]["source"] == str(bad)
    assert run("scripts", "import", str(tmp_path)) == 1


def test_a_warning_fails_a_check_only_when_it_is_strict(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Old_Key.md"
    path.write_text("---\nid: Old_Key\ntitle: {en: T}\nlang_gap: [zh]\n---\n## en\nYes.\n", encoding="utf-8")
    assert run("scripts", "check", str(path)) == 0
    assert f"{path}:2: key-unusual (warning): " in capsys.readouterr().out
    assert run("scripts", "check", str(path), "--strict") == 1


def test_a_folder_without_scripts_is_not_all_right(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert run("scripts", "check", str(tmp_path / "empty")) == 1
    assert "There is no script file in" in capsys.readouterr().err


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


def test_the_command_line_gives_the_order_that_the_windows_places_give(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "s.csv").write_text(_FOUR, encoding="utf-8")
    assert run("scripts", "import", str(tmp_path / "s.csv"), "--publish") == 0
    texts = ("flu 疫苗 kids", "mm", "password 忘了", "忘了 flu")
    queries = [json.dumps({"id": at, "query": text}) for at, text in enumerate(texts)]
    (tmp_path / "q.jsonl").write_text("\n".join(queries), encoding="utf-8")
    capsys.readouterr()
    assert run("scripts", "search", "--batch", str(tmp_path / "q.jsonl"), "-n", "8") == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    given = [[one["key"] for one in line["results"]] for line in lines]
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    library = ScriptSearch()
    house.office.ask(library.refresh)
    asked = [house.office.ask(library.query, text=text, language="en", limit=8) for text in texts]
    shown = [house.office.ask(_everywhere, text=text, library=library) for text in texts]
    house.close()
    assert given == [[hit.key for hit in hits] for hits in asked] == shown
    assert given[0][0] == "flu-b"
    assert all(given)


def _everywhere(view: View, *, text: str, library: ScriptSearch) -> list[str]:
    """What the box over everything (Ctrl+K) lists of scripts."""

    def scripts(words: str, most: int) -> list[Hit]:
        return library.query(view, text=words, language="en", limit=most)

    return [cast("Hit", one).key for one in everything.search(view, text, scripts=scripts).scripts]


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
    assert "“color”" in report["notes"]["s.csv"]
    assert run("scripts", "import", str(tmp_path / "s.csv")) == 1
    assert "s.csv: Column “color” is not known and was left out." in capsys.readouterr().err
