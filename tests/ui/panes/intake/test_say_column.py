import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from app.models.changes import Changes, Touched
from app.models.contacts import Channel, ContactDraft
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.result_list import ResultList
from app.ui.panes.intake.say_column import SayColumn
from tests.desk import NOON


@pytest.fixture
def column(jobs, state, desk, library, clock, shown):
    made = SayColumn(jobs, state, desk, scripts=library, clock=clock.now)
    made.resize(400, 700)
    return shown(made)


def results(column):
    return column.findChild(ResultList)


def opened(column, qtbot, text="hpv"):
    column.search()
    qtbot.keyClicks(column.box, text)
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    return column.reader


def test_results_follow_each_keystroke(column, library, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "hp")
    assert library.asked == ["h", "hp"]
    assert results(column).count() == 1


def test_the_letters_of_an_input_method_are_searched_and_enter_stays_with_it(column, library, qtbot):
    column.search()
    QApplication.sendEvent(column.box, QInputMethodEvent("h'p", []))
    assert library.asked[-1] == "hp"
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    assert column.reader.script is None


def test_enter_opens_the_marked_result_and_a_number_opens_its_own(column, qtbot):
    assert opened(column, qtbot).script.key == "hpv"
    column.box.clear()
    qtbot.keyClicks(column.box, "vaccine")
    qtbot.keyClick(column.box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert column.reader.script.key == "flu"


def test_esc_empties_the_box_and_then_leads_back_to_the_form(column, qtbot):
    opened(column, qtbot)
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    assert column.box.text() == ""
    assert column.reader.isVisible()
    with qtbot.waitSignal(column.left):
        qtbot.keyClick(column.box, Qt.Key.Key_Escape)


def test_a_category_suggests_answers_before_anything_is_typed(column, state, qtbot):
    state.edit("category", "consult.immunization.hpv")
    qtbot.waitUntil(lambda: results(column).count() == 2, timeout=2_000)
    column.open_place(0)
    column.give()
    assert (state.draft.given[0].query, state.draft.given[0].rank) == (None, 1)


def test_given_stamps_version_language_query_rank_and_ticks(column, state, qtbot):
    reader = opened(column, qtbot)
    with qtbot.waitSignal(column.given):
        column.give()
    reader.points._rows[0].box.click()
    (stamp,) = state.draft.given
    assert (stamp.key, stamp.version, stamp.language, stamp.how) == ("hpv", 3, "en", "read")
    assert (stamp.query, stamp.rank, stamp.ticked, stamp.at) == ("hpv", 1, ("k1",), NOON)


def test_given_once_more_takes_the_stamp_back(column, state, qtbot):
    opened(column, qtbot)
    column.give()
    column.give()
    assert state.draft.given == ()


def test_what_is_given_in_writing_is_stamped_as_sent(column, state, qtbot):
    state.edit("channel", Channel.EMAIL)
    opened(column, qtbot)
    column.give()
    assert state.draft.given[0].how == "sent"


def test_the_callers_language_kind_and_placeholders_shape_the_reading(column, state, library, qtbot):
    state.edit("language", "zh_CN")
    opened(column, qtbot)
    column.findChild(QPushButton, "intake.script.plain").click()
    column.reader.filled.emit({"clinic": "North"})
    last = library.readings[-1]
    assert (last.language, last.plain, last.values) == ("zh_CN", True, {"clinic": "North"})


def test_a_script_withdrawn_while_it_is_open_is_shown_as_such(column, library, jobs, qtbot):
    opened(column, qtbot)
    library.standing = "withdrawn"
    jobs.changed.emit(Changes((Touched("script_event", b"1", b"2", True, {}),)), None)
    assert column.reader.script.standing == "withdrawn"


def test_nothing_found_says_what_to_do(column, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "zzz")
    assert column._empty.isVisible()
    assert "No approved answer" in column._empty.accessibleName()


def test_the_next_conversation_starts_with_an_empty_box_and_no_script(column, state, qtbot):
    opened(column, qtbot)
    state.renew(ContactDraft(NO_ID, NOON))
    assert (column.box.text(), column.reader.script, results(column).count()) == ("", None, 0)
    column.give()
    assert state.draft.given == ()


def test_a_pasted_book_searches_its_beginning(column, library):
    column.box.setText("hpv " * 20_000)
    assert len(library.asked[-1]) == 200
