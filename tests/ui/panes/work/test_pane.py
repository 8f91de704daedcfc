from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.models.inquiries import State
from app.services import inquiries
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.pane import FILTERS, WorkPane
from tests.desk import NOON, sign_in
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, work, qtbot) -> WorkPane:
    made = WorkPane(jobs)
    qtbot.addWidget(made)
    made.resize(1092, 636)
    put_up(qtbot, made)
    return made


def _shown(pane: WorkPane) -> list[str | None]:
    return [line.row.summary for line in pane.list.model.lines()]


def test_it_opens_on_what_lies_on_this_desk(pane: WorkPane) -> None:
    assert _shown(pane) == ["Call", "Next week", "Tomorrow", "Tonight", "Late"]
    assert pane._tabs.tabText(1) == "Call-backs (1)"
    assert not pane.detail.isVisible()


@pytest.mark.parametrize(
    ("name", "shown"),
    [("due_today", ["Call", "Tonight"]), ("overdue", ["Late"]), ("open", 5), ("mine", 5)],
)
def test_the_bottom_strip_asks_for_lists_by_name(pane: WorkPane, name: str, shown: object) -> None:
    pane.show_callbacks()
    pane.apply_filter(name)
    assert shown in (_shown(pane), len(_shown(pane)))
    assert pane.list.listing == FILTERS[name]
    assert pane.list.isVisible()


def test_by_keyboard_into_an_inquiry_and_back(pane: WorkPane, qtbot) -> None:
    pane.focus_first()
    qtbot.keyClick(pane.list.view, Qt.Key.Key_End)
    qtbot.keyClick(pane.list.view, Qt.Key.Key_Return)
    assert pane.detail.isVisible()
    assert pane.detail.dossier.line.row.summary == "Late"
    pane.detail.note()
    qtbot.keyClick(pane.detail.form.form.editor("note"), Qt.Key.Key_Escape)
    assert (pane.detail.form.step, pane.detail.isVisible()) == ("", True)
    qtbot.keyClick(pane.detail.tabs, Qt.Key.Key_Escape)
    assert not pane.detail.isVisible()
    assert pane.list.view.hasFocus()


def test_find_goes_to_the_search_line_and_down_into_the_list(pane: WorkPane, qtbot) -> None:
    qtbot.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.list.filters.search.hasFocus()
    qtbot.keyClick(pane.list.filters.search, Qt.Key.Key_Down)
    assert pane.list.view.hasFocus()


def test_the_opened_inquiry_follows_the_list(pane: WorkPane, work, qtbot) -> None:
    pane.show_inquiry(work["Late"])
    pane.list.focus_list()
    qtbot.keyClick(pane.list.view, Qt.Key.Key_Up)
    assert pane.detail.dossier.line.row.summary == "Tonight"


def test_a_correction_can_be_taken_back(office: Office, pane: WorkPane, work) -> None:
    pane.show_inquiry(work["Late"])
    pane.detail.edit()
    pane.detail.form.form.set_values({"summary": "Wrong"}, clear=False)
    pane.detail.form.submit()
    assert pane.strip.current.undo is not None
    pane.strip.findChild(QPushButton, "messages.undo").click()
    assert office.ask(inquiries.detail, work["Late"]).row.summary == "Late"
    assert pane.strip.current.text == "Taken back"
    assert _shown(pane)[-1] == "Late"


def test_an_undo_that_came_too_late_says_so(pane: WorkPane, work) -> None:
    pane.show_inquiry(work["Late"])
    pane.detail.edit()
    pane.detail.form.form.set_values({"summary": "Wrong"}, clear=False)
    pane.detail.form.submit()
    pane.hide()
    pane.show()
    pane.strip.findChild(QPushButton, "messages.undo").click()
    assert pane.strip.current.text.startswith("There is nothing to undo.")


def test_an_undo_over_what_another_program_wrote_is_refused_and_shows_what_stands_there(
    office: Office, pane: WorkPane, work
) -> None:
    pane.show_inquiry(work["Late"])
    pane.detail.edit()
    pane.detail.form.form.set_values({"summary": "Wrong"}, clear=False)
    pane.detail.form.submit()
    office.do(inquiries.describe, inquiry=work["Late"], summary="Elsewhere")  # this office tells no pane of it
    pane.undo_last()
    assert "something newer stands on it" in pane.strip.current.text
    assert pane.detail.dossier.line.row.summary == "Elsewhere"
    assert "Elsewhere" in _shown(pane)


def test_a_step_is_a_fact_and_offers_no_undo(pane: WorkPane, work) -> None:
    pane.show_inquiry(work["Late"])
    pane.detail.accept()
    assert (pane.strip.current.text, pane.strip.current.undo) == ("Saved", None)
    assert pane.list.model.lines()[-1].row.state is State.ACCEPTED


def test_what_cannot_be_is_told_on_the_strip(office: Office, pane: WorkPane, work) -> None:
    pane.show_inquiry(work["Late"])
    office.do(inquiries.move, work["Late"], State.CANCELLED, reason="twice")
    pane.detail.accept()
    assert pane.strip.current.level == "danger"


def test_a_promise_leads_to_its_inquiry_and_to_the_telephone(pane: WorkPane, work, qtbot) -> None:
    pane.show_callbacks()
    with qtbot.waitSignal(pane.call_requested):
        pane.callbacks.call_now()
    pane.callbacks.open_inquiry()
    assert pane.detail.dossier.line.row.id == work["Call"]
    with qtbot.waitSignal(pane.add_contact_requested) as wanted:
        pane.detail.add_contact()
    assert wanted.args == [work["Call"]]


def test_another_person_finds_nothing_of_the_former_one(office: Office, pane: WorkPane, work) -> None:
    pane.show_inquiry(work["Late"])
    sign_in(office, "li")
    pane.refresh()
    assert (_shown(pane), pane.detail.dossier, pane.detail.isVisible()) == ([], None, False)
    office.sign_in(None)
    pane.refresh()
    assert pane.detail.dossier is None


def test_time_and_language_go_on_while_it_is_open(jobs: Jobs, pane: WorkPane) -> None:
    jobs.ticked.emit(NOON + timedelta(hours=6))
    assert "late" in pane.list.model.index(3, 2).data()
    languages.of_app().use("zh_CN")
    pane.retranslate()
    assert pane._tabs.tabText(0) == "工单"
    languages.of_app().use("en")


def test_coming_back_finds_the_list_as_it_was_left(pane: WorkPane) -> None:
    pane.list.show_listing(Listing(text="tonight"))
    pane.hide()
    pane.show()
    assert _shown(pane) == ["Tonight"]


def test_refreshing_asks_for_everything_again(office: Office, pane: WorkPane, work) -> None:
    pane.show_inquiry(work["Late"])
    office.do(inquiries.move, work["Late"], State.ACCEPTED)
    pane.commands.run("work.reload")
    assert pane.list.model.lines()[-1].row.state is State.ACCEPTED
    assert pane.detail.dossier.line.row.state is State.ACCEPTED


def test_clearing_filters_shows_the_desk_again(pane: WorkPane) -> None:
    pane.list.show_listing(Listing(text="zzz"))
    pane.commands.run("work.clear_filters")
    assert len(_shown(pane)) == 5


def test_what_cannot_be_taken_back_says_why_and_what_to_do_instead(pane: WorkPane, work) -> None:
    pane.undo_last()
    assert pane.strip.current.text.startswith("There is nothing to undo.")
    pane.strip.clear()
    pane.show_inquiry(work["Late"])
    pane.detail.begin("accept")
    assert pane.strip.current.undo is None
    pane.strip.clear()
    pane.undo_last()
    assert pane.strip.current.text.startswith("This cannot be taken back: steps")
    assert pane.strip.current.level == "info"  # one that stays until it is closed would hide what is saved next
    pane.detail.hand_over()
    pane.detail.form.form.set_values({"person": pane.detail.form.form.editor("person").options[0].key})
    pane.detail.form.submit()
    assert pane.strip.current.undo is not None
    pane.undo_last()
    assert pane.strip.current.text == "Taken back"
