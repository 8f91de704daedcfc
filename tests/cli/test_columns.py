"""A column map is read or refused."""

import click
import pytest

from app.cli.columns import ColumnMap


def test_a_map_is_read() -> None:
    assert ColumnMap().convert("summary=Title, opened_at = When", None, None) == {
        "summary": "Title",
        "opened_at": "When",
    }


@pytest.mark.parametrize("text", ["", "summary", "=x", "a=,b=c"])
def test_what_is_no_map_is_wrong_usage(text: str) -> None:
    with pytest.raises(click.BadParameter):
        ColumnMap().convert(text, None, None)
