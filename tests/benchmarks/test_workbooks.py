"""A cell that another program read is held against what the program says; whatever differs is counted."""

import pytest

from benchmarks import workbooks
from benchmarks.workbooks import Compared, same


def test_numbers_are_the_same_by_value_and_texts_by_their_words() -> None:
    assert same(1 / 3, "0.333333333333333")
    assert same(12, "12")
    assert same(0.53125, "53.125%")
    assert same("a\nb", "a b")
    assert same(None, "")


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "0.6"), (0.5, "51%"), (12, ""), ("=1+1", "2"), (None, "0"), (3, "x")]
)
def test_what_differs_is_found(value: object, text: str) -> None:
    assert not same(value, text)


def test_missing_and_surplus_rows_and_cells_count_as_different(capsys: pytest.CaptureFixture[str]) -> None:
    compared = Compared()
    compared.compare([("a", 1), ("b", 2)], [["a", "1", "more"], ["b", "2"], ["c"]], "sheet")
    assert (compared.sheets, compared.cells, compared.different) == (1, 6, 2)
    assert "sheet, row 3" in capsys.readouterr().err


def test_without_the_other_program_a_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workbooks.shutil, "which", _nothing)
    assert list(workbooks.figures_of(None)) == []  # pyright: ignore[reportArgumentType] - nothing is opened
    assert "not installed" in capsys.readouterr().err


def _nothing(_name: str) -> None:
    return None
