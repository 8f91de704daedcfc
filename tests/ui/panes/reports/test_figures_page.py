"""Cards are chosen by mouse and arrow keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.kpis import shipped
from app.ui.panes.reports.pane import ReportsPane
from tests.windows import tabbed


def test_there_is_a_card_for_every_kpi_and_arrows_walk_over_them(pane: ReportsPane, qtbot: QtBot) -> None:
    page = pane.figures
    assert list(page._cards) == list(shipped())
    first = page._cards["direct_answer"]
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.kpi == "from_script"
    page._cards["on_time"].click()
    assert (page.kpi, page._cards["on_time"].isChecked(), first.isChecked()) == ("on_time", True, False)


def test_tab_goes_from_the_section_to_the_chosen_card_and_what_is_behind(pane: ReportsPane, qtbot: QtBot) -> None:
    page = pane.figures
    for one in ("returned", "on_time"):
        page.choose(one)
    names = tabbed(qtbot, page._section, 3)
    assert names == ["reports.section", "reports.card.on_time", "reports.behind.tabs"]
