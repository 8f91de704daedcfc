"""The boards as a trainer works through them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.services import script_proposals
from app.services.office import Office
from app.services.script_life import NEXT_REVIEW
from app.services.script_proposals import Idea
from app.services.scripts import counting
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.boards.column import ToDoColumn
from tests.desk import sign_in
from tests.house.widgets import complaints
from tests.windows import put_up

REVIEW, EXPIRING, GAPS, PHRASINGS = range(4)


@pytest.fixture
def column(full: Jobs, qtbot) -> ToDoColumn:
    made = ToDoColumn(full)
    qtbot.addWidget(made)
    made.resize(300, 500)
    put_up(qtbot, made)
    return made


def offered(column: ToDoColumn) -> list[str]:
    return [one.text() for one in column._buttons if one.isVisible()]


def test_it_asks_when_it_is_seen_and_counts_every_board(full: Jobs, qtbot) -> None:
    made = ToDoColumn(full)
    qtbot.addWidget(made)
    made.look_again()
    assert made.count is None
    with qtbot.waitSignal(made.counted):
        made.show()
    assert made.count == 5
    texts = [made.findChild(QPushButton, f"scripts.boards.{name}").text() for name in ("review", "expiring", "gaps")]
    assert texts == ["Review (1)", "Expiring (2)", "Gaps (1)"]


def test_enter_opens_a_script_and_a_gap_is_searched_for(column: ToDoColumn, qtbot) -> None:
    column.take_focus()
    with qtbot.waitSignal(column.opened) as opened:
        qtbot.keyClick(column.board.list, Qt.Key.Key_Return)
    assert opened.args == ["flu"]
    column.choice.choose(GAPS)
    with qtbot.waitSignal(column.search_wanted) as wanted:
        column.board.list.open_place(0)
    assert wanted.args == ["parking fee"]


def test_moving_reads_one_script_after_the_other_and_says_its_next_step(column: ToDoColumn, qtbot) -> None:
    column.choice.choose(EXPIRING)
    assert "still right" in column._next.text()
    with qtbot.waitSignal(column.previewed) as previewed:
        qtbot.keyClick(column.board.list, Qt.Key.Key_Down)
    assert previewed.args == ["old"]
    assert "archive" in column._next.text()


def test_a_phrasing_is_added(column: ToDoColumn, office: Office, qtbot) -> None:
    column.choice.choose(PHRASINGS)
    assert offered(column) == ["Add the words", "Put aside"]
    with qtbot.waitSignal(column.done) as done:
        column.commands.run("scripts.boards.add")
    assert done.args == ["Added: version 3 knows these words."]
    assert column.board.count == 0
    assert office.ask(counting, "flu", drafts=False).phrasings["en"] == ("shot against influenza",)


def test_the_words_of_a_gap_go_to_the_script_that_is_open(column: ToDoColumn, office: Office) -> None:
    column.choice.choose(GAPS)
    assert offered(column) == ["Put aside"]
    column.take_script("booking", "How to book")
    assert offered(column) == ["Add the words", "Put aside"]
    column.commands.run("scripts.boards.add")
    assert column.board.count == 0
    assert office.ask(counting, "booking", drafts=False).phrasings["en"] == ("parking fee",)


def test_a_proposal_is_put_aside(column: ToDoColumn, qtbot) -> None:
    for place in (GAPS, PHRASINGS):
        column.choice.choose(place)
        with qtbot.waitSignal(column.put_aside) as told:
            column.commands.run("scripts.boards.dismiss")
        assert (told.args, column.board.count) == (["Put aside."], 0)
    assert column.can_dismiss() is False


def test_what_was_put_aside_last_comes_back_by_its_key(column: ToDoColumn, qtbot) -> None:
    column.choice.choose(PHRASINGS)
    column.commands.run("scripts.boards.undo")
    assert column.can_bring_back() is False
    column.commands.run("scripts.boards.dismiss")
    with qtbot.waitSignal(column.done) as done:
        qtbot.keyClick(
            column.choice, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
    assert (done.args, column.board.count, column.can_bring_back()) == (["It is on the board again."], 1, False)


def test_a_supervisor_sees_her_boards_only_and_tab_walks_through_them(full: Jobs, office: Office, qtbot) -> None:
    sign_in(office, "li")
    made = ToDoColumn(full)
    qtbot.addWidget(made)
    made.show()
    buttons = [one for one in made.choice.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons] == ["Review (1)", "Expiring (2)"]
    assert complaints(made) == []
    made.commands.run("scripts.boards.next")
    made.commands.run("scripts.boards.next")
    assert made.board.objectName() == "scripts.review"


def test_a_script_that_is_still_right_leaves_the_board_until_its_next_day(
    column: ToDoColumn, office: Office, qtbot
) -> None:
    column.choice.choose(EXPIRING)
    assert offered(column) == ["Still right"]
    column.commands.run("scripts.boards.confirm")
    assert column.review.isVisible()
    assert column.review.day.value() == column._todo.today + NEXT_REVIEW
    qtbot.keyClick(column.review.day, Qt.Key.Key_Escape)
    assert column.review.isHidden()
    column.commands.run("scripts.boards.confirm")
    column.review.day.set_value(column._todo.today + timedelta(days=40))
    qtbot.keyClick(column.review.day, Qt.Key.Key_Return)
    assert office.ask(counting, "due", drafts=False).review_due_on == column._todo.today + timedelta(days=40)
    assert [one.script.key for one in column._todo.expiring] == ["old"]
    assert column.can_confirm() is False


def test_what_is_refused_is_told(column: ToDoColumn, office: Office, qtbot) -> None:
    column.choice.choose(PHRASINGS)
    sign_in(office, "wang")
    with qtbot.waitSignal(column.refused) as refused:
        column.commands.run("scripts.boards.add")
    assert type(refused.args[0]).__name__ == "NotAllowed"


def test_one_key_goes_round_the_boards(column: ToDoColumn, qtbot) -> None:
    seen: list[int] = []
    column.choice.chosen.connect(seen.append)
    for _ in range(4):
        column.commands.run("scripts.boards.next")
    assert seen == [EXPIRING, GAPS, PHRASINGS, REVIEW]


def test_nothing_of_the_person_before_stays(column: ToDoColumn) -> None:
    column.forget()
    assert (column.count, column.board.count, offered(column)) == (None, 0, [])


def test_the_boards_follow_the_language_of_the_window(column: ToDoColumn, qtbot) -> None:
    languages.of_app().use("zh_CN")
    button = column.findChild(QPushButton, "scripts.boards.review")
    qtbot.waitUntil(lambda: button.text() == "待审（1）")
    assert column.board.list.accessibleName() == "等待审核的版本"


def test_a_proposed_script_stands_among_the_gaps_with_its_contact(full: Jobs, office: Office, qtbot) -> None:
    sign_in(office, "wang")
    office.do(script_proposals.propose, Idea("Where to park", "Behind the house.", "", b"c" * 16))
    sign_in(office, "chen")
    made = ToDoColumn(full)
    qtbot.addWidget(made)
    made.show()
    made.choice.choose(GAPS)
    assert [line.title for line in made.board.list.lines] == ["Where to park", "parking fee"]
    made.board.list.mark(0)
    made.board.list.open_place(0)
    assert offered(made) == ["Show the contact", "Put aside"]
    with qtbot.waitSignal(made.contact_wanted) as wanted:
        made.commands.run("scripts.boards.contact")
    assert wanted.args == [b"c" * 16]
    made.commands.run("scripts.boards.dismiss")
    assert [line.title for line in made.board.list.lines] == ["parking fee"]
    made.commands.run("scripts.boards.undo")
    assert made.board.count == 2


def test_no_button_is_cut_at_the_smallest_width(column: ToDoColumn) -> None:
    """Three buttons are wider than the column of a small window: they go on in the next line."""
    added = QPushButton("Export the board…", column)
    added.setObjectName("scripts.boards.added")
    column.add_button(added)
    added.show()
    column.choice.choose(PHRASINGS)
    column.resize(338, 600)
    column.layout().activate()
    shown = [one for one in column._row.widgets() if one.isVisible()]
    assert len(shown) == 3
    assert all(one.width() >= one.sizeHint().width() for one in shown)
    assert all(one.geometry().right() <= column.width() for one in shown)
