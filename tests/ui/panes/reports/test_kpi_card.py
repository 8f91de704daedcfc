from dataclasses import replace

from PySide6.QtCore import QRect
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
    assert card.accessibleName() == "Answered on the line 40.0 % 4 / 10 ≥ 80 %"
    with_trend = card.grab().toImage()
    card.show_card(card_of(Told(shipped()["direct_answer"], Figure(4, 10)), "en"))
    assert card.grab().toImage() != with_trend


def test_words_in_the_place_of_a_figure_are_small_and_leave_the_trend_alone(qtbot: QtBot) -> None:
    trend = tuple((parse(f"2026-0{month}"), Figure(month, 10)) for month in range(1, 5))
    told = card_of(Told(shipped()["call_through"], Figure(0, 0), trend), "en")
    assert (told.share, told.is_figure) == ("not measured", False)
    card = KpiCard(told)
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    middle = QRect(card.width() // 2, card.height() // 2 - 14, card.width() // 2 - 14, 28)
    with_words = card.grab(middle).toImage()
    card.show_card(replace(told, share=""))
    assert card.grab(middle).toImage() == with_words
