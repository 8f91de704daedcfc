from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.models.contacts import AnswerMode, ContactDraft
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.no_fit import NoFit
from app.ui.panes.intake.result_list import ResultList
from app.ui.panes.intake.say_column import SayColumn
from app.ui.parts.script_reader import ScriptReader
from tests.desk import NOON, draft
from tests.fakes import LateExecutor


@pytest.fixture
def column(jobs, state, desk, library, clock, shown):
    made = SayColumn(jobs, state, desk, scripts=library, clock=clock.now)
    made.resize(400, 700)
    return shown(made)


def results(column):
    return column.findChild(ResultList)


def nothing_found(_view, text, language, limit):
    return ()


def opened(column, qtbot, text="hpv"):
    column.search()
    qtbot.keyClicks(column.box, text)
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    return column.page


def test_results_follow_each_keystroke(column, library, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "hp")
    assert library.asked == ["h", "hp"]
    assert results(column).count() == 1


def test_what_stands_below_the_line_stays_where_it_is_when_an_answer_opens(column, qtbot):
    before = column._still.y()
    opened(column, qtbot)
    qtbot.waitUntil(column._back.isVisible)
    column.layout().activate()
    assert column._still.y() == before


def test_the_letters_of_an_input_method_are_searched_and_enter_stays_with_it(column, library, qtbot):
    column.search()
    QApplication.sendEvent(column.box, QInputMethodEvent("h'p", []))
    assert library.asked[-1] == "hp"
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    assert column.page.script is None


def test_enter_opens_the_marked_result_and_a_number_opens_its_own(column, qtbot):
    assert opened(column, qtbot).script.key == "hpv"
    column.box.clear()
    qtbot.keyClicks(column.box, "vaccine")
    qtbot.keyClick(column.box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert column.page.script.key == "flu"


def test_what_shows_a_script_is_made_in_a_pause_after_results_and_not_between_two_keys(column, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "hp")
    assert column.findChild(ScriptReader) is None
    qtbot.waitUntil(lambda: column.findChild(ScriptReader) is not None)
    assert (column.page.script, results(column).isVisible()) == (None, True)


def test_a_script_that_is_opened_before_such_a_pause_shows_at_once(column, qtbot):
    assert column.findChild(ScriptReader) is None
    opened(column, qtbot)
    assert column.findChild(ScriptReader).isVisible()
    assert not column.page._pause.isActive()


def test_enter_before_the_results_opens_the_best_of_them_and_none_of_the_former(
    office, state, desk, library, clock, shown, qtbot
):
    executor = LateExecutor()
    late = Jobs(office, clock.now, executor=executor)
    column = shown(SayColumn(late, state, desk, scripts=library, clock=clock.now))
    column.search()
    qtbot.keyClicks(column.box, "hpv")
    executor.answer()
    qtbot.keyClicks(column.box, " flu")
    column.box.setText("flu")
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    assert column.page.script is None
    executor.answer()
    assert column.page.script.key == "flu"
    late.close()


def test_fast_hands_give_what_they_chose_and_nothing_that_was_open_before(
    office, state, desk, library, clock, shown, qtbot
):
    executor = LateExecutor()
    late = Jobs(office, clock.now, executor=executor)
    column = shown(SayColumn(late, state, desk, scripts=library, clock=clock.now))
    column.box.setText("hpv")
    executor.answer()
    column.open_place(0)
    executor.answer()
    assert column.page.script.key == "hpv"
    column.box.setText("vaccine")
    column.open_place(1)
    column.give()
    assert state.draft.given == ()
    executor.answer()
    executor.answer()
    assert [one.key for one in state.draft.given] == ["flu"]
    late.close()


def test_a_library_that_changes_does_not_take_the_script_away_that_is_read(column, library, qtbot, monkeypatch):
    opened(column, qtbot)
    column.look_again()
    assert library.asked[-1] == "hpv"
    assert column.page.isVisible()
    qtbot.keyClicks(column.box, "v")
    assert not column.page.isVisible()
    column.box.setText("hpv")
    column._show_results()
    monkeypatch.setattr(library, "query", nothing_found)
    column.look_again()
    assert column._nothing.isVisible()


def test_what_is_searched_once_more_after_a_script_was_read_shows_its_results_again(column, qtbot):
    opened(column, qtbot)
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    column.box.setText("hpv")
    assert results(column).isVisible()


def test_esc_empties_the_box_and_then_leads_back_to_the_form(column, qtbot):
    opened(column, qtbot)
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    assert column.box.text() == ""
    assert column.page.isVisible()
    with qtbot.waitSignal(column.left):
        qtbot.keyClick(column.box, Qt.Key.Key_Escape)


def test_a_category_suggests_answers_before_anything_is_typed(column, state, qtbot):
    state.edit("category", "consult.immunization.hpv")
    qtbot.waitUntil(lambda: results(column).count() == 2, timeout=2_000)
    column.open_place(0)
    column.give()
    assert (state.draft.given[0].query, state.draft.given[0].rank) == (None, 1)


def test_given_does_nothing_while_the_results_are_shown(column, state, qtbot):
    opened(column, qtbot)
    column.box.clear()
    qtbot.keyClicks(column.box, "flu")
    column.give()
    assert state.draft.given == ()


def test_nothing_found_says_what_to_do(column, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "zzz")
    assert column._nothing.empty.isVisible()
    assert "No approved answer" in column._nothing.empty.accessibleName()


def test_where_nothing_is_found_no_former_answer_is_seen_or_opened(column, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "hp")
    rows = [results(column).item(place) for place in range(results(column).count())]
    qtbot.keyClicks(column.box, "zzz")
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    column.open_place(0)
    assert (results(column).isVisible(), column.page.script) == (False, None)
    column.box.setText("hp")
    assert results(column).isVisible()
    assert [results(column).item(place) for place in range(results(column).count())] == rows


def test_a_matter_that_no_answer_fits_is_not_told_that_answers_appear_by_themselves(column, library, state, qtbot):
    library.titles = {}
    state.edit("summary", "parking")
    qtbot.waitUntil(lambda: column._nothing.empty.accessibleName().startswith("No approved answer fits yet"))
    assert column._nothing.findChild(NoFit) is None


def test_the_next_conversation_starts_with_an_empty_box_and_no_script(column, state, qtbot):
    opened(column, qtbot)
    state.renew(ContactDraft(NO_ID, NOON))
    assert (column.box.text(), column.page.script, results(column).count()) == ("", None, 0)
    column.give()
    assert state.draft.given == ()


def test_a_pasted_book_searches_its_beginning(column, library):
    column.box.setText("hpv " * 20_000)
    assert len(library.asked[-1]) == 200


def test_the_next_conversation_is_not_told_that_its_search_found_nothing(column, state, qtbot):
    qtbot.keyClicks(column.box, "zzz")
    state.renew(draft(summary=None, category=None))
    assert "The approved answers" in [label.text() for label in column._nothing.empty.findChildren(QLabel)]


def kept(office):
    from app.store.script_searches import searches_since

    return [(one.query, one.ended, one.key, one.rank) for one in searches_since(office.store.rows, NOON, 9)]


def test_a_search_is_kept_when_its_result_is_given(column, office, qtbot):
    opened(column, qtbot).give()
    assert kept(office) == [("hpv", "given", "hpv", 1)]


def test_a_search_that_was_read_and_left_is_kept_when_the_box_is_emptied(column, office, clock, qtbot):
    column.search()
    qtbot.keyClicks(column.box, "zzz")
    clock.advance(timedelta(seconds=3))
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    assert kept(office) == [("zzz", "nothing", None, None)]


def test_what_the_first_keys_would_wait_for_is_made_when_somebody_goes_to_the_line(column, qtbot):
    column.search()
    made = column.findChild(NoFit, "intake.say.no_fit")
    assert made.isHidden()
    column.box.clearFocus()
    column.search()
    assert column.findChildren(NoFit, "intake.say.no_fit") == [made]


def test_where_nothing_fits_it_is_said_and_the_next_step_is_there(column, library, state, qtbot):
    library.fits = False
    column.search()
    qtbot.keyClicks(column.box, "hpv")
    assert column.findChild(NoFit, "intake.say.no_fit").isVisible()
    qtbot.mouseClick(column.findChild(QPushButton, "intake.say.no_fit.own_knowledge"), Qt.MouseButton.LeftButton)
    assert state.draft.answer_mode is AnswerMode.OWN_KNOWLEDGE
    library.fits = True
    qtbot.keyClicks(column.box, " ")
    assert not column.findChild(NoFit, "intake.say.no_fit").isVisible()


def test_what_was_given_most_today_stands_ready(column, library, state):
    library.today = ["flu"]
    state.renew(ContactDraft(NO_ID, NOON))
    assert results(column).count() == 1


def test_while_the_library_has_not_answered_it_is_said_how_to_search(office, state, desk, library, clock, shown):
    library.today = ["flu"]
    executor = LateExecutor()
    late = Jobs(office, clock.now, executor=executor)
    column = shown(SayColumn(late, state, desk, scripts=library, clock=clock.now))
    assert (column._nothing.empty.isVisible(), results(column).isVisible()) == (True, False)
    executor.answer()
    assert (column._nothing.empty.isVisible(), results(column).isVisible()) == (False, True)
    late.close()


def test_answers_are_asked_for_in_the_new_language_and_a_script_that_is_read_stays(column, library, qtbot):
    languages.of_app().use("en")
    page = opened(column, qtbot)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: (library.asked[-1], library.spoken[-1]) == ("hpv", "zh_CN"))
    assert (page.script.key, page.isVisible()) == ("hpv", True)
    languages.of_app().use("en")
