"""A notice as it is read: why, what is said, what differs."""

from datetime import UTC, datetime

from app.models.script_notices import Notice, NoticeKind
from app.scripts_library.comparer import Difference
from app.services.script_notices import NoticePage
from app.services.script_reading import OpenScript, Piece, Point, ReadSection
from app.ui.parts.notice_texts import Inks, Words, body_of, told
from app.ui.parts.readable import Ink

WORDS = Words("Why", "Answer", "Your flag", "Differs", "Same", "Points", {"say": "Say", "key_points": "Key point"})
INKS = Inks("#111111", "#222222", "#333333", Ink("#4", "#5", "#6", "#7"))
SCRIPT = OpenScript("a-1", 2, "Hours", "en", (ReadSection("say", (Piece("At 9 <sharp>."),)),), (Point("k1", "At 9"),))
BODY = Difference(("body", "en", "say"), "At 8.", "At 9.")


def page(kind: NoticeKind, *differences: Difference, **values) -> NoticePage:
    notice = Notice(kind, "a-1", (b"1",), 2, datetime(2026, 3, 2, tzinfo=UTC), **values)
    return NoticePage(notice, SCRIPT, differences)


def test_an_urgent_one_is_read_whole_with_its_reason_and_key_points() -> None:
    html = body_of(page(NoticeKind.URGENT, note="new order"), WORDS, INKS, "en")
    assert all(part in html for part in ("new order", "At 9 &lt;sharp&gt;.", "<li>At 9</li>"))
    assert "Differs" not in html


def test_a_change_says_what_went_and_what_came() -> None:
    html = body_of(page(NoticeKind.CHANGED, BODY, known=1), WORDS, INKS, "en")
    assert "Say" in html
    assert "− At " in html
    assert '<span style="background-color:#333333">9</span>' in html
    assert "sharp" not in html


def test_only_what_is_said_in_ones_own_language_differs_for_a_person() -> None:
    chinese = Difference(("body", "zh · nurse", "say"), "8点", "9点")
    point = Difference(("key_points", "k1", "en"), "At 8", "At 9")
    noise = [Difference(("key_points", "k1", "slots", "numbers", "9"), "", "9"), Difference(("review_on",), "", "x")]
    ends = Difference(("effective_to",), "", "2026-03-09")
    assert told([BODY, chinese, point, *noise, ends], "en") == [BODY, point, ends]
    assert told([BODY, chinese], "zh_CN") == [chinese]
    assert "Same" in body_of(page(NoticeKind.CHANGED, *noise, known=1), WORDS, INKS, "en")


def test_an_answer_stands_under_the_words_of_the_flag() -> None:
    html = body_of(page(NoticeKind.ANSWERED, note="Only on\nSundays", flagged="Wrong?"), WORDS, INKS, "en")
    assert html.index("Wrong?") < html.index("Answer") < html.index("Only on<br>Sundays")
