import pytest
from PySide6.QtCore import Qt

from app.services import views
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.pane import WorkPane
from tests.desk import sign_in


@pytest.fixture
def pane(jobs: Jobs, work, qtbot) -> WorkPane:
    made = WorkPane(jobs)
    qtbot.addWidget(made)
    made.resize(1188, 632)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    return made


def test_marks_have_their_own_place_by_the_keyboard(pane: WorkPane, qtbot) -> None:
    assert not pane.has_marked()
    qtbot.keyClick(pane.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.has_marked()
    qtbot.keyClick(
        pane.list.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert pane.focusWidget().objectName() == "work.marked.hand_over"
    qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Escape)
    assert (pane.has_marked(), pane.focusWidget()) == (False, pane.list.view)


def test_a_view_is_saved_told_and_chosen_again(pane: WorkPane, office: Office, qtbot) -> None:
    pane.list.show_listing(Listing(mine=False, urgency="high"))
    pane.save_view()
    qtbot.keyClicks(pane.list.filters.views.name, "Grave")
    qtbot.keyClick(pane.list.filters.views.name, Qt.Key.Key_Return)
    assert pane.strip.current.text == "View “Grave” saved"
    assert office.ask(views.mine)[0].listing == Listing(mine=False, urgency="high")
    pane.clear_filters()
    pane.open_views()
    pane.list.filters.views._menu.actions()[0].trigger()
    assert pane.list.listing.urgency == "high"


def test_a_view_that_is_forgotten_can_be_taken_back(pane: WorkPane, office: Office) -> None:
    office.do(views.save, "Grave", Listing(urgency="high"))
    pane.open_views()
    pane.list.filters.views._menu.actions()[-1].trigger()
    assert (pane.strip.current.text, office.ask(views.mine)) == ("View “Grave” forgotten", ())
    pane.strip.current.undo()
    assert office.ask(views.mine) == (views.SavedView("Grave", Listing(urgency="high")),)


def test_handing_over_all_marked_can_be_taken_back_from_the_strip(pane: WorkPane, office: Office, qtbot) -> None:
    qtbot.keyClick(pane.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pane.list.marked.hand_over()
    form = pane.list.marked.form
    form.form.set_values({"person": form.form.editor("person").options[0].key, "reason": "On leave"})
    form.submit()
    assert pane.strip.current.undo is not None
    owners = {line.owner for line in pane.list.model.lines()}
    assert owners == {"Li"}
    pane._undo()
    assert {line.owner for line in pane.list.model.lines()} == {"Wang"}


def test_what_was_refused_is_told_before_what_was_saved(pane: WorkPane, qtbot) -> None:
    qtbot.keyClick(pane.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pane.list.marked.accept()
    assert pane.strip.current.text.startswith("1 inquiry refused.")
    pane.strip.dismiss()
    assert "saved" in pane.strip.current.text


def test_the_hand_over_sheet_is_one_key_away_and_the_team_s_for_a_supervisor(pane: WorkPane, office: Office) -> None:
    pane.open_handover()
    assert pane.detail.papers.sheet_window.windowTitle() == "Hand-over of Wang"
    pane.detail.papers.sheet_window.close()
    assert not pane.may_see_team()
    pane.open_team_handover()
    assert not pane.detail.papers.sheet_window.isVisible()
    sign_in(office, "li")
    pane.refresh()
    pane.open_team_handover()
    assert pane.detail.papers.sheet_window.windowTitle() == "Hand-over of the whole team"
