from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from app.ui.kit.columns import Column


@dataclass
class Row:
    number: int
    title: str


@pytest.mark.parametrize("row", [Row(12345, "x"), {"number": 12345, "title": "x"}])
def test_a_row_is_an_object_or_a_mapping(row):
    assert Column("number", "No.").raw(row) == 12345
    assert Column("missing", "?").raw(row) is None


def test_numbers_are_grouped_and_stand_at_the_right():
    column = Column("number", "No.", role="number")
    assert column.text(Row(1234567, "")) == "1,234,567"
    assert column.side == "right"
    assert Column("number", "No.", role="number", align="center").side == "center"


def test_nothing_is_an_empty_text():
    assert Column("title", "T").text({"title": None}) == ""


def test_a_time_is_left_to_the_model():
    assert Column("at", "At", role="time").text({"at": datetime(2026, 1, 1, tzinfo=UTC)}) == ""


def test_a_column_may_show_what_it_likes():
    assert Column("title", "T", show=str).text(7) == "7"


def test_an_unknown_role_is_refused():
    with pytest.raises(ValueError, match="picture"):
        Column("x", "X", role="picture")
