import pytest
from PySide6.QtCore import Qt

from app.services import worklists
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.listing import InquiryList
from app.ui.panes.work.words import Words


@pytest.fixture
def rows(office: Office, jobs: Jobs, work, words: Words, qtbot) -> InquiryList:
    made = InquiryList(jobs, words)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show_desk(office.ask(worklists.desk))
    made.show()
    made.activateWindow()
    made.show_listing(Listing(open_only=False))
    made.focus_list()
    return made


def marked(rows: InquiryList) -> list[int]:
    return [rows.model.place_of(line.row.id) for line in rows.view.selected_rows()]


def test_space_marks_and_goes_on_and_arrows_keep_the_marks(rows: InquiryList, qtbot) -> None:
    qtbot.keyClick(rows.view, Qt.Key.Key_Space)
    qtbot.keyClick(rows.view, Qt.Key.Key_Down)
    qtbot.keyClick(rows.view, Qt.Key.Key_Space)
    assert marked(rows) == [0, 2]
    assert rows.view.currentIndex().row() == 3
    assert rows.marked.isVisible()


def test_space_on_a_marked_line_takes_its_mark_away(rows: InquiryList, qtbot) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Space):
        qtbot.keyClick(rows.view, key)
    assert marked(rows) == [1]


def test_shift_with_arrows_and_all_of_them_mark_too(rows: InquiryList, qtbot) -> None:
    qtbot.keyClick(rows.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert marked(rows) == [0, 1]
    qtbot.keyClick(rows.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert marked(rows) == list(range(6))


def test_esc_lets_the_marks_go_and_the_place_stays(rows: InquiryList, qtbot) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        qtbot.keyClick(rows.view, key)
    assert (marked(rows), rows.view.marking, rows.marked.isVisible()) == ([2], False, False)


def test_without_marks_arrows_choose_one_line_as_before(rows: InquiryList, qtbot) -> None:
    qtbot.keyClick(rows.view, Qt.Key.Key_Down)
    assert (marked(rows), rows.marked.isVisible()) == ([1], False)


def test_the_keyboard_that_waits_in_the_list_stands_on_its_first_line_when_the_rows_come(rows, qtbot) -> None:
    qtbot.waitUntil(rows.isActiveWindow)
    rows.view.setFocus()
    rows.show_listing(Listing(open_only=False, order="oldest"))
    assert rows.view.currentIndex().row() == 0
