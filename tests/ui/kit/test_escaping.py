"""Text that people write is shown as they wrote it, never read as rich text."""

import html

import pytest

from app.ui.kit.escaping import escape


@pytest.mark.parametrize("text", ["a < b & c > d", '<img src="x">', "it's &amp;", "发热 < 38.5 ℃", ""])
def test_what_is_escaped_reads_as_it_was_and_holds_no_mark(text: str) -> None:
    escaped = escape(text)
    assert html.unescape(escaped) == text
    assert escaped == html.escape(text)
