"""Two versions side by side."""

from app.scripts_library.comparer import Difference
from app.ui.parts.difference_html import marked, table_of

INKS = {"gone": "#f00", "come": "#0f0", "muted": "#999"}


def test_only_the_words_that_differ_are_marked() -> None:
    before, after = marked("Come at 8, please", "Come at 9, please", INKS)
    assert before == 'Come at <span style="background-color:#f00">8</span>, please'
    assert after == 'Come at <span style="background-color:#0f0">9</span>, please'


def test_chinese_is_compared_by_its_characters() -> None:
    assert marked("早点来", "请早点来", INKS)[1] == '<span style="background-color:#0f0">请</span>早点来'


def test_what_is_new_has_nothing_before_and_nothing_of_it_is_markup() -> None:
    assert marked("", "<b>\nx", INKS) == ("–", '<span style="background-color:#0f0">&lt;b&gt;<br>x</span>')


def test_each_difference_stands_under_its_place() -> None:
    html = table_of([Difference(("body", "en", "say"), "a", "b")], ("Version 1", "Version 2"), INKS)
    assert "body · en · say" in html
    assert html.index("Version 1") < html.index("Version 2")
