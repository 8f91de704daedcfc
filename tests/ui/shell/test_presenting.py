from hypothesis import given
from hypothesis import strategies as st

from app.ui.shell.presenting import Choice, Row, fitting, initials, next_choice

CHOICES = (
    Choice("intake.answered", "已答复", "Answered", "保存接触", "F8"),
    Choice("desk.lock", "锁定", "Lock", "Cover the window", "Ctrl+L"),
    Choice("desk.shortcuts", "快捷键", "Keyboard shortcuts", "Show every key", "F1"),
    Choice("work.block", "Unlock the row", "Unlock the row", "", "", enabled=False),
)


def found(text):
    return [one.id for one in fitting(CHOICES, text, 5)]


def test_a_chinese_name_is_marked_by_its_end_and_others_by_initials():
    assert [initials(name) for name in ("王晓明", "Ann Lee", "Ann Mary Lee", "wang", "", "王")] == [
        "晓明", "AL", "AL", "W", "?", "王",
    ]  # fmt: skip


def test_a_command_is_found_in_the_language_of_the_window_and_in_english():
    assert found("锁") == ["desk.lock"]
    assert found("answ") == ["intake.answered"]


def test_the_beginning_of_a_text_comes_before_its_middle_and_what_cannot_run_last():
    assert found("lock") == ["desk.lock", "work.block"]


def test_a_text_that_begins_with_all_that_was_typed_comes_before_one_that_has_its_words():
    import_them = Choice("import", "Import past inquiries", "Import past inquiries", "", "")
    go_there = Choice("go", "Past inquiries", "Past inquiries", "", "")
    assert [one.id for one in fitting((import_them, go_there), "past  inq", 5)] == ["go", "import"]


def test_a_word_of_the_tip_finds_a_command_too():
    assert found("cover") == ["desk.lock"]


def test_every_typed_word_has_to_fit():
    assert found("key short") == ["desk.shortcuts"]
    assert found("key lock") == []


def test_nothing_typed_finds_nothing():
    assert found("  ") == []


ROWS = (Row("heading"), Row("caller", 1), Row("caller", 2), Row("heading"), Row("unit", 3), Row("note"))


def test_headings_and_notes_are_passed_over():
    assert [next_choice(ROWS, start, step) for start, step in ((-1, 1), (2, 1), (4, -1), (4, 1))] == [1, 4, 2, 4]


def test_a_page_stops_at_the_last_row_that_can_be_chosen():
    assert (next_choice(ROWS, 1, 10), next_choice(ROWS, 4, -10)) == (4, 1)


@given(st.lists(st.sampled_from(ROWS), max_size=8), st.integers(-1, 8), st.integers(-12, 12).filter(bool))
def test_a_step_never_leaves_the_list_or_lands_on_a_heading(rows, start, step):
    start = min(start, len(rows))
    place = next_choice(rows, start, step)
    assert place == start or rows[place].can_be_chosen


class Heard(str):
    """A text that counts how often it was looked at."""

    looked = 0

    def casefold(self) -> str:
        Heard.looked += 1
        return super().casefold()


def test_a_whole_letter_that_was_pasted_is_compared_up_to_its_first_word_that_fits_nothing():
    Heard.looked = 0
    choice = Choice("desk.lock", Heard("Lock"), "Lock", "", "")
    assert fitting([choice], "lock " * 10_000 + "xylophone " + " ".join(map(str, range(10_000))), 5) == []
    assert Heard.looked == 2
