"""What a person is told, the gravest first."""

from datetime import UTC, datetime, timedelta

from app.models.script_notices import Notice, NoticeKind, in_order

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def notice(kind: NoticeKind, hours: int = 0, **values: str) -> Notice:
    return Notice(kind, "a-1", (b"1", b"2"), 2, NOON + timedelta(hours=hours), **values)  # type: ignore[arg-type]


def test_the_gravest_comes_first_and_of_one_kind_the_newest() -> None:
    told = [notice(NoticeKind.CHANGED), notice(NoticeKind.CHANGED, 2), notice(NoticeKind.ANSWERED, 9)]
    urgent = [notice(NoticeKind.WITHDRAWN), notice(NoticeKind.URGENT)]
    found = in_order([*told, *urgent])
    assert found == [urgent[1], urgent[0], told[1], told[0], told[2]]
    assert [one.is_urgent for one in found] == [True, False, False, False, False]


def test_a_notice_is_about_its_newest_row_and_says_the_title_in_the_language_of_the_window() -> None:
    one = notice(NoticeKind.CHANGED, title_zh="几点开门")
    assert (one.id, one.title("zh_CN"), one.title("en")) == (b"2", "几点开门", "几点开门")
    assert notice(NoticeKind.CHANGED).title("en") == "a-1"
