"""The pane counts, lists and decides, and sends to My work what is worked on there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services import inquiries
from app.services.inquiries import State
from app.services.office import Office
from app.ui.panes.supervision.pane import PAGES, SupervisionPane
from tests.desk import sign_in
from tests.fakes import FakeClock


def _tabs(pane: SupervisionPane) -> list[str]:
    return [pane._tabs.tabText(place) for place in range(len(PAGES))]


def test_tabs_say_how_much_waits(pane: SupervisionPane) -> None:
    assert _tabs(pane) == [
        "Board", "Late (1)", "Due soon (1)", "Returned (1)", "Extensions (1)", "Without a unit", "People",
        "Digests",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "summary"), [("late", "Late"), ("soon", "Soon"), ("returned", "Returned"), ("extensions", "Asked")]
)
def test_each_list_shows_its_inquiries_and_opens_one_in_my_work(
    pane: SupervisionPane, desk: dict[str, bytes], qtbot: QtBot, page: str, summary: str
) -> None:
    pane.show_page(page)
    pane.focus_first()
    assert pane.chosen().line.row.summary == summary
    with qtbot.waitSignal(pane.inquiry_wanted) as wanted:
        pane.commands.run("supervision.open")
    assert wanted.args == [desk[summary]]


def test_an_extension_is_decided_in_place(pane: SupervisionPane, office: Office, desk: dict[str, bytes]) -> None:
    pane.show_page("extensions")
    pane.focus_first()
    pane.commands.run("supervision.approve")
    assert pane.decide.form.values()["days"] == 2
    pane.decide.submit()
    assert _tabs(pane)[4] == "Extensions"
    events = office.ask(inquiries.detail, desk["Asked"]).events
    assert events[-1].kind.value == "extension_approved"
    assert not pane.has_asked()


def test_esc_goes_from_the_question_to_the_list_to_the_board(pane: SupervisionPane, qtbot: QtBot) -> None:
    pane.show_page("extensions")
    pane.focus_first()
    pane.commands.run("supervision.refuse")
    assert pane.decide.asking
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert (pane.decide.asking, pane.page) == (False, "extensions")
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.page == "board"


def test_time_makes_what_was_soon_late(pane: SupervisionPane, clock: FakeClock) -> None:
    clock.set(clock.now() + timedelta(hours=3))
    pane._tick(clock.now())
    assert _tabs(pane)[1] == "Late (2)"


def test_what_is_closed_elsewhere_leaves_the_board(
    pane: SupervisionPane, office: Office, desk: dict[str, bytes], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.board.counted):
        pane._jobs.do(inquiries.move, inquiry=desk["Late"], wanted=State.CLOSED, note="done")
    assert _tabs(pane)[1] == "Late"


def test_who_no_longer_supervises_is_told_so(pane: SupervisionPane, office: Office) -> None:
    sign_in(office, "wang")
    pane.reload()
    assert pane.strip.current is not None


def test_the_next_page_comes_after_this_one(pane: SupervisionPane) -> None:
    for name in (*PAGES[1:], "board"):
        pane.next_page()
        assert pane.page == name
