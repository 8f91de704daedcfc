from pytestqt.qtbot import QtBot

from app.models.figures import Figure
from app.models.periods import parse
from app.services.figures import Told
from app.services.kpis import shipped
from app.ui.panes.reports.kpi_card import KpiCard
from app.ui.panes.reports.presenting import card_of


def test_a_card_tells_its_figure_to_ears_and_paints_its_trend(qtbot: QtBot) -> None:
    trend = tuple((parse(f"2026-0{month}"), Figure(month, 10)) for month in range(1, 5))
    card = KpiCard(card_of(Told(shipped()["direct_answer"], Figure(4, 10), trend), "en"))
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    assert card.accessibleName() == "Answered on the line 40.0 % 4 / 10 ≥ 80%"
    with_trend = card.grab().toImage()
    card.show_card(card_of(Told(shipped()["direct_answer"], Figure(4, 10)), "en"))
    assert card.grab().toImage() != with_trend
