"""The fuzz run repeats itself by its seed and sees a promise that is broken."""

from pathlib import Path

import pytest

from app.scripts_library.findings import Level
from app.services.script_checks import UNREADABLE, Notice
from benchmarks import script_fuzz
from benchmarks.script_fuzz import Corpus, figures, lines_of, misplaced, run


def notice(line: int | None, code: str = "x", level: Level = Level.ERROR) -> Notice:
    return Notice("a.md", line, code, level, "", "says", "next")


def test_the_same_seed_breaks_the_same_files(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    assert [corpus.case(5, number) for number in range(40)] == [corpus.case(5, number) for number in range(40)]
    assert corpus.case(5, 1) != corpus.case(6, 1)
    assert {corpus.case(5, number)[0] for number in range(60)} == {".md", ".csv", ".jsonl"}


def test_an_error_outside_the_file_is_misplaced() -> None:
    outside = [notice(0), notice(4), notice(None)]
    assert misplaced([notice(1), notice(3), *outside, notice(None, UNREADABLE), notice(9, level=Level.WARNING)], 3) == [
        *outside
    ]


def test_lines_are_counted_as_an_editor_shows_them() -> None:
    assert lines_of("a\r\nb\rc\nd\u2028e".encode()) == 4
    assert lines_of("几点\n开门".encode("utf-16")) == 2


def test_a_reader_that_fails_misses_the_target(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr(script_fuzz, "check_files", fails)
    found = run(3, 1)
    assert found.violations == [f"seed 1, case {number}: KeyError: 'gone'" for number in range(3)]
    assert [one.ok for one in figures(2)] == [False, True]


def test_a_run_without_a_broken_promise_keeps_its_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert script_fuzz.main(["30", "4"]) == 0
    assert "seed 4: 30 files" in capsys.readouterr().out
