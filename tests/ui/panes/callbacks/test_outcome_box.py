"""An outcome is typed, a time is asked only where one is agreed, and nothing is saved without an outcome."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from app.models.callbacks import CallbackReason
from app.models.errors import FieldMissing, FieldWrong
from app.services import callback_rules
from app.services.callback_languages import Spoken
from app.ui.kit import languages
from app.ui.panes.callbacks.outcome_box import OutcomeBox
from tests.desk import NOON
from tests.windows import put_up

SPOKEN = (Spoken("zh_CN", ()), Spoken("Cantonese", ("Li",)))


def now():
    return NOON


def box(qtbot) -> OutcomeBox:
    languages.of_app().use("en")
    made = OutcomeBox(now)
    qtbot.addWidget(made)
    table = callback_rules.table()
    made.offer(table.offered(CallbackReason.CAMPAIGN), table.flags(), SPOKEN, NOON.tzinfo)
    made.show()
    return made


def test_a_time_is_asked_where_one_is_agreed(qtbot) -> None:
    made = box(qtbot)
    assert made.outcome(3, None) is None
    made.line.setText("3")
    assert made.outcome(3, None).code == "202"
    with qtbot.waitSignal(made.time_wanted) as wanted:
        made.choose("221")
    assert wanted.args == [True]
    made.put_time(NOON + timedelta(hours=1))
    found = made.outcome(3, 60)
    assert (found.code, found.rang_s, found.talked_s, found.start_at) == ("221", 3, 60, NOON + timedelta(hours=1))
    assert made.refuse(FieldMissing(field="start_at"), "en")
    assert not made.refuse(FieldWrong(field="else"), "en")
    made.choose("201")
    assert made.outcome(3, None).start_at is None


def test_whoever_agrees_on_a_time_may_be_the_one_who_calls_then(qtbot) -> None:
    made = box(qtbot)
    made.me = b"m" * 16
    made.choose("221")
    made.put_time(NOON + timedelta(hours=1))
    assert made.outcome(3, 60).wanted_by is None
    choice = made.findChild(QComboBox, "callbacks.outcome.form.wanted_by")
    assert choice.currentText() == "Anybody"
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "Me, until 5 minutes past"
    assert made.outcome(3, 60).wanted_by == b"m" * 16
    made.choose("201")
    assert made.outcome(3, None).wanted_by is None


def test_what_was_raised_goes_with_the_outcome(qtbot) -> None:
    made = box(qtbot)
    made.choose("110")
    made._flags[1].setChecked(True)
    assert made.outcome(None, 1).flags == made.raised() == ("502",)
    assert made._flags[0].text() == "Urgent health problem"


def test_what_the_interview_raised_already_stands_ticked_and_is_not_raised_again(qtbot) -> None:
    made = box(qtbot)
    made.keep_raised(("501",))
    urgent, complaint = made._flags
    assert (urgent.isChecked(), urgent.isEnabled(), complaint.isChecked(), complaint.isEnabled()) == (
        True, False, False, True,
    )  # fmt: skip
    assert urgent.toolTip() == "The interview has opened an inquiry for it."
    complaint.setChecked(True)
    assert made.raised() == ("502",)
    assert not made._form.editor("symptom").isVisibleTo(made)
    table = callback_rules.table()
    made.offer(table.offered(CallbackReason.CAMPAIGN), table.flags(), SPOKEN, NOON.tzinfo)
    assert (urgent.isChecked(), made.raised()) == (True, ())
    made.keep_raised(())
    assert (urgent.isChecked(), urgent.isEnabled(), urgent.toolTip()) == (False, True, "")


def test_which_language_a_person_speaks_is_asked_where_it_was_in_the_way(qtbot) -> None:
    made = box(qtbot)
    made.choose("243")
    assert made._form.editor("language").isVisibleTo(made)
    assert [(one.key, one.hint) for one in made._languages("")] == [
        ("Cantonese", "spoken by Li"), ("zh_CN", "nobody here speaks it"),
    ]  # fmt: skip
    assert [one.key for one in made._languages("canto")] == ["Cantonese", "canto"]
    assert [one.key for one in made._languages("mandarin chinese")] == ["zh_CN"]
    made._form.set_values({"language": "Cantonese"}, clear=False)
    assert made.outcome(3, 20).language == "Cantonese"
    made.choose("201")
    assert made.outcome(3, None).language == ""


def test_an_outcome_says_what_to_do_in_the_call(qtbot) -> None:
    made = box(qtbot)
    hint = made.findChild(QLabel, "callbacks.outcome.hint")
    assert not hint.isVisible()
    made.choose("204")
    assert hint.isVisible()
    assert hint.text().startswith("Leave no message")
    languages.of_app().use("zh_CN")
    made.retranslate()
    assert hint.text().startswith("不要留言")
    made.choose("201")
    assert not hint.isVisible()
    languages.of_app().use("en")


def test_what_was_typed_is_kept_when_a_click_goes_elsewhere(qtbot) -> None:
    made = box(qtbot)
    put_up(qtbot, made)
    hint = made.findChild(QLabel, "callbacks.outcome.hint")
    note = made._form.editor("note")
    made.focus_line()
    qtbot.keyClicks(made.line, "2")
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    note.setFocus(Qt.FocusReason.MouseFocusReason)
    assert (made.line.key, made.line.text()) == ("201", "2  No answer")
    made.focus_line()
    qtbot.keyClicks(made.line, "3")
    made.line.selectAll()
    qtbot.keyClicks(made.line, "zzz")
    note.setFocus(Qt.FocusReason.MouseFocusReason)
    assert hint.isVisible()
    assert hint.text() == 'No outcome is called "zzz"; type a digit, a code or a word.'
    made.choose("201")
    assert not hint.isVisible()


def test_enter_on_an_outcome_that_agrees_on_a_time_goes_on_to_that_time(qtbot) -> None:
    made = box(qtbot)
    put_up(qtbot, made)
    for typed, stands in (("2", made.line), ("221", made._form.editor("start_at"))):
        made.focus_line()
        qtbot.keyClicks(made.line, typed)
        qtbot.keyClick(made.line, Qt.Key.Key_Return)
        assert made.focusWidget() is stands


def test_an_emptied_line_stays_empty_when_a_click_goes_elsewhere(qtbot) -> None:
    made = box(qtbot)
    put_up(qtbot, made)
    made.choose("201")
    made.focus_line()
    made.line.selectAll()
    qtbot.keyClick(made.line, Qt.Key.Key_Backspace)
    made._form.editor("note").setFocus(Qt.FocusReason.MouseFocusReason)
    assert (made.line.key, made.line.text()) == ("", "")


def test_what_is_typed_stands_in_the_place_of_an_outcome_that_was_filled_in(qtbot) -> None:
    made = box(qtbot)
    put_up(qtbot, made)
    made.choose("120")
    made.focus_line()
    qtbot.keyClicks(made.line, "131")
    assert made.outcome(3, 60).code == "131"
    made.line.setText("131 or so")
    assert made.outcome(3, 60) is None
    assert made.line.key == "131"
    assert made.findChild(QLabel, "callbacks.outcome.hint").text().startswith('No outcome is called "131 or so"')
