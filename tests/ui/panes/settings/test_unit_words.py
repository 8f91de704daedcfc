"""A kind of unit is shown in the words of the window and kept as its code; other kinds stay as they were written."""

from app.ui.panes.settings import unit_words


def test_a_kind_is_said_in_either_language_and_understood_back() -> None:
    assert unit_words.kind("clinic", "zh_CN") == "基层医疗机构"
    assert unit_words.kind("clinic", "en") == "Clinic"
    assert {unit_words.kind_code(text) for text in ("基层医疗机构", "clinic", " CLINIC ")} == {"clinic"}


def test_a_kind_of_their_own_stays_as_it_was_written() -> None:
    assert unit_words.kind("村卫生室", "en") == unit_words.kind_code("村卫生室 ") == "村卫生室"
    assert unit_words.kind(None, "en") == unit_words.kind_code(None) == ""
