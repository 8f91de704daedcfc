"""Every rule is shown twice: by a file that breaks it, and by one close to it that keeps it and all the others."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from app.models.file_errors import FileEmpty
from app.scripts_library.advice import advise
from app.scripts_library.checker import check_library
from app.scripts_library.parser import parse
from app.scripts_library.row_scripts import read_table
from app.scripts_library.script import Script
from app.services.script_checks import check_files
from app.services.script_imports import ScriptSource, ScriptText, Unreadable
from tests.scripts_library.rule_examples import (
    ADVICE,
    BETWEEN_FILES,
    FIRST_ROW,
    GOOD,
    IN_FILES,
    IN_TABLES,
    VERSIONS,
    Example,
    codes_shown,
)

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)


def codes(*texts: str) -> list[str]:
    found = check_files((ScriptText(f"{number}.md", text) for number, text in enumerate(texts)), language="en")
    return [one.code for one in found.notices]


def script(text: str) -> Script:
    parsed = parse(text)
    assert parsed.findings == ()
    assert parsed.script is not None
    return parsed.script


def table(row: dict[str, object] | None) -> list[str]:
    return [one.code for one in read_table([(2, FIRST_ROW), (3, row)]).findings]


def overlaps(*texts: str) -> list[str]:
    return [one.code for one in check_library([script(text) for text in texts])]


def named(examples: Iterable[Example]) -> dict[str, Example]:
    return {one.code: one for one in examples}


def test_the_good_file_keeps_every_rule():
    assert codes(GOOD) == []
    assert advise(script(GOOD), NOW) == ()


@pytest.mark.parametrize("example", IN_FILES, ids=named(IN_FILES))
def test_a_rule_of_files_is_broken_and_just_kept(example: Example):
    assert example.code in codes(example.broken())
    assert codes(example.kept()) == []


@pytest.mark.parametrize("example", IN_FILES, ids=named(IN_FILES))
def test_a_broken_rule_names_a_line_of_its_file(example: Example):
    (found, *_) = check_files([ScriptText("a.md", example.broken())], language="en").notices
    assert found.line is not None
    assert 1 <= found.line <= example.broken().count("\n") + 1


@pytest.mark.parametrize(("code", "broken", "kept"), IN_TABLES, ids=[code for code, _, _ in IN_TABLES])
def test_a_rule_of_tables_is_broken_and_just_kept(
    code: str, broken: dict[str, object] | None, kept: dict[str, object] | None
):
    assert table(broken) == [code]
    assert table(kept) == []


@pytest.mark.parametrize(("code", "broken", "kept"), BETWEEN_FILES, ids=[code for code, _, _ in BETWEEN_FILES])
def test_a_rule_between_files_is_broken_and_just_kept(code: str, broken: tuple[str, ...], kept: tuple[str, ...]):
    assert set(codes(*broken)) == {code}
    assert codes(*kept) == []


def test_versions_overlap_unless_the_older_one_ends_when_the_newer_begins():
    first, early, late = VERSIONS
    assert overlaps(first, early) == ["versions-overlap"]
    assert overlaps(first, late) == []


def test_a_column_map_names_columns_that_scripts_have():
    rows = [(2, {"name": "Fee", "answer": "10."})]
    assert [one.code for one in read_table(rows, columns={"hue": "name"}).findings] == ["column-map-unknown"]
    assert read_table(rows, columns={"title": "name"}).findings == ()


def test_a_file_that_cannot_be_read_is_an_error_of_its_own():
    source: ScriptSource = Unreadable("a.md", FileEmpty(path="a.md"))
    assert [one.code for one in check_files([source], language="en").notices] == ["file-unreadable"]


@pytest.mark.parametrize("example", ADVICE, ids=named(ADVICE))
def test_advice_is_given_and_just_not_given(example: Example):
    assert [one.code for one in advise(script(example.broken()), NOW)] == [example.code]
    assert advise(script(example.kept()), NOW) == ()


def test_no_rule_is_shown_under_two_names():
    shown = codes_shown()
    assert len(shown) == len(set(shown))
