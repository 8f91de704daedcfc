"""Sources, placeholders, forbidden words and dialects as rows."""

from datetime import date

import pytest

from app.scripts_library.script import Forbidden, Placeholder, PlaceholderType, Source
from app.ui.panes.scripts.editor.row_kind import RowKind
from app.ui.panes.scripts.editor.rule_rows import DIALECTS, FORBIDDEN, PLACEHOLDERS, SOURCES

FULL = (
    (SOURCES, Source("Rule", "3", "https://x.org", date(2026, 1, 2), "ab")),
    (PLACEHOLDERS, Placeholder("a", PlaceholderType.CHOICE, "units", ("x", "y|z"), "t", "k", "f", required=True)),
    (FORBIDDEN, Forbidden("f1", {"zh": ("保证", "绝对"), "en": ("always",), "es": ("siempre",)}, "legal")),
    (DIALECTS, ("粤语", "针")),
)


@pytest.mark.parametrize(("kind", "row"), FULL)
def test_answering_each_field_as_it_stands_changes_nothing(kind: RowKind, row: object, qapp) -> None:
    for name, value in kind.read(row).items():
        assert kind.write(row, name, value) == row, name


@pytest.mark.parametrize(("kind", "row"), FULL)
def test_every_field_shows_something_of_a_full_row(kind: RowKind, row: object, qapp) -> None:
    shown = kind.read(row)
    assert {field.name for field in kind.fields} == set(shown)
    assert all(shown.values())


@pytest.mark.parametrize(("kind", "row"), FULL)
def test_a_blank_row_fills_up_field_by_field(kind: RowKind, row: object, qapp) -> None:
    blank = kind.blank(())
    for name, value in kind.read(row).items():
        blank = kind.write(blank, name, value)
    assert kind.read(blank) == kind.read(row)


def test_rows_are_told_apart_in_their_lists(qapp) -> None:
    assert SOURCES.says(Source()) == ("–", "", "")
    assert SOURCES.says(Source("Rule", "3", published=date(2026, 1, 2))) == ("Rule", "3", "2026-01-02")
    assert PLACEHOLDERS.says(Placeholder("a", fallback="12320"))[:2] == ("{a}", "12320")
    assert FORBIDDEN.says(Forbidden("f1", {"en": ("always",)})) == ("always", "", "compliance")
    assert DIALECTS.says(("粤语", "针")) == ("粤语", "针", "")


def test_a_blank_placeholder_has_a_free_name() -> None:
    assert PLACEHOLDERS.blank((Placeholder("name_1"),)).name == "name_2"


def test_what_a_choice_cannot_be_empty_for_falls_back() -> None:
    assert PLACEHOLDERS.write(Placeholder("a", PlaceholderType.DATE), "type", "").type is PlaceholderType.TEXT
