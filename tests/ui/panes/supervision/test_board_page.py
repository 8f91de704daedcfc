"""The board opens what a cell counts."""

from pytestqt.qtbot import QtBot

from app.services.worklists import Listing
from app.ui.panes.supervision.board_page import BoardPage
from app.ui.panes.supervision.pane import SupervisionPane


def _choose(page: BoardPage, row: int, column: str) -> None:
    place = next(at for at, one in enumerate(page.model.columns) if one.name == column)
    page.view.setCurrentIndex(page.model.index(row, place))


def test_a_cell_opens_its_list(pane: SupervisionPane, qtbot: QtBot) -> None:
    page = pane.board
    _choose(page, 1, "dispatched")
    with qtbot.waitSignal(pane.listing_wanted) as wanted:
        page.view.opened.emit(page.view.row())
    assert wanted.args == [Listing(mine=False, unit="H01", state="dispatched", order="oldest")]


def test_the_figures_say_how_it_stands(pane: SupervisionPane) -> None:
    assert pane.board._figures.text() == "1 late · 1 due soon · 5 open"
    assert "tomorrow 08:30" in pane.board._legend.text()


def test_lines_of_people_take_the_place_of_units(pane: SupervisionPane) -> None:
    page = pane.board
    _choose(page, 1, "all")
    page._switches["owner"].click()
    assert [page.model.name_of(line) for line in page.model.lines] == ["All", "Wang"]
    assert not page._switches["unit"].isChecked()


def test_a_late_promise_leads_to_its_list(pane: SupervisionPane) -> None:
    button = pane.board._late_of[next(target for target in pane.board._late_of if target.value == "resolve")]
    assert button.text() == "Resolve: 1 late"
    button.click()
    assert (pane.page, pane.lists["late"].model.filters["target"]) == ("late", "resolve")


def test_states_without_any_are_hidden(pane: SupervisionPane) -> None:
    view = pane.board.view
    shown = [one.name for place, one in enumerate(pane.board.model.columns) if not view.isColumnHidden(place)]
    assert shown == ["name", "all", "dispatched", "returned", "age"]
