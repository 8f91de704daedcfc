"""When, by whom, and which version was known."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.script_notices import Notice, NoticeKind
from app.ui.parts.notice_words import NoticeWords

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "known", "text"),
    [
        (NoticeKind.CHANGED, 1, "Version 2 since 1 h ago, Li. You knew version 1."),
        (NoticeKind.URGENT, None, "New 1 h ago, Li."),
        (NoticeKind.WITHDRAWN, 2, "Version 2 was withdrawn 1 h ago, Li. It is given to nobody any more."),
        (NoticeKind.ANSWERED, 2, "You flagged it; answered 1 h ago, Li."),
    ],
)
def test_a_notice_says_since_when_and_by_whom(qapp, kind: NoticeKind, known: int | None, text: str) -> None:
    notice = Notice(kind, "a-1", (b"1",), 2, NOON, known=known, by="Li")
    assert NoticeWords().told(notice, NOON + timedelta(hours=1), UTC) == text


def test_a_version_that_counts_again_is_named(qapp) -> None:
    notice = Notice(NoticeKind.WITHDRAWN, "a-1", (b"1",), 2, NOON, known=2, by="Li")
    said = NoticeWords().told(notice, NOON + timedelta(hours=1), UTC, given=1)
    assert said == "Version 2 was withdrawn 1 h ago, Li. Version 1 counts again."


def test_the_parts_of_a_script_have_names(qapp) -> None:
    assert NoticeWords().headings().places["if_asked"] == "If asked"
