"""Cards are chosen by mouse and arrow keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.kpis import shipped
from app.ui.kit.focus import stops
from app.ui.panes.reports.pane import ReportsPane


def test_there_is_a_card_for_every_kpi_and_arrows_walk_over_them(pane: ReportsPane, qtbot: QtBot) -> None:
    page = pane.figures
    assert list(page._cards) == list(shipped())
    first = page._cards["direct_answer"]
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.kpi == "from_script"
    page._cards["on_time"].click()
    assert (page.kpi, page._cards["on_time"].isChecked(), first.isChecked()) == ("on_time", True, False)


def test_tab_stops_at_the_chosen_card_alone_then_at_what_is_behind(pane: ReportsPane) -> None:
    page = pane.figures
    for one in ("returned", "on_time"):
        page.choose(one)
    names = [one.objectName() for one in stops(page) if one.objectName().startswith(("reports.card", "reports.behind"))]
    assert names[:2] == ["reports.card.on_time", "reports.behind.tabs"]
