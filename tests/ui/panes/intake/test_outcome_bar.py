import pytest
from PySide6.QtCore import QRect, Qt

from app.models.contacts import NON_INQUIRY, ContactResult, Outcome
from app.ui.kit import languages, theme
from app.ui.panes.intake import outcome_bar
from app.ui.panes.intake.outcome_bar import KEYS, LETTERS, OutcomeBar


@pytest.fixture
def bar(shown):
    made = OutcomeBar()
    made.resize(1100, 48)
    return shown(made)


def test_a_button_says_key_outcome_and_what_is_missing(bar):
    bar.show_notes({Outcome.ANSWERED: "Category missing"})
    assert bar.button(Outcome.ANSWERED).accessibleName() == "F8 Answered – Category missing"
    assert bar.button(Outcome.DISPATCH).accessibleName() == "F9 Dispatch"


def test_what_is_missing_is_painted(bar):
    ready = bar.grab().toImage()
    bar.show_notes({Outcome.ANSWERED: "Category missing"})
    assert bar.grab().toImage() != ready


def test_a_long_note_breaks_into_two_lines_before_it_is_cut(qapp):
    font = theme.of_app().font("small")
    first, second = outcome_bar.two_lines("Category, Summary, Details missing", font, 130)
    assert f"{first} {second}" == "Category, Summary, Details missing"
    assert outcome_bar.two_lines("Category, Summary, Details missing and more and more", font, 130)[1].endswith("…")
    assert outcome_bar.two_lines("Ready", font, 130) == ("Ready",)


def test_pressing_a_button_ends_the_conversation_that_way(bar, qtbot):
    for outcome in (one for one in Outcome if one is not Outcome.NON_INQUIRY):
        with qtbot.waitSignal(bar.ended, check_params_cb=outcome.__eq__):
            bar.button(outcome).click()


@pytest.mark.parametrize(("result", "letter"), LETTERS.items())
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_one_letter_ends_without_an_inquiry_in_every_language(bar, qtbot, result, letter, language):
    languages.of_app().use(language)
    bar.retranslate()
    menu = bar.open_menu()
    with qtbot.waitSignal(bar.ended_without, check_params_cb=ContactResult(result).__eq__):
        qtbot.keyClick(menu, Qt.Key(ord(letter)))
    languages.of_app().use("en")


def test_every_outcome_has_its_key_and_every_result_its_letter():
    assert set(KEYS) == set(Outcome)
    assert tuple(LETTERS) == NON_INQUIRY
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_large_letters_fit_a_small_window(bar):
    looks = theme.of_app()
    looks.apply(text_size="large")
    try:
        assert bar.minimumSizeHint().width() <= 1156
    finally:
        looks.apply(text_size="normal")


def test_titles_stand_in_one_row_however_many_lines_are_under_them(bar):
    bar.resize(1160, 68)
    button = bar.button(Outcome.ANSWERED)
    heads = []
    for note in ("Due missing", "Category, Summary, Who is concerned, Township or village"):
        button.show_texts("Answered", note)
        heads.append(button.grab(QRect(0, 0, button.width(), 28)).toImage())
    assert heads[0] == heads[1]
