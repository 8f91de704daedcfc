"""Behind an exam stand its sittings or its questions; reliability only with enough people."""

from dataclasses import replace

from PySide6.QtCore import Qt

from app.models.item_statistics import ENOUGH_PEOPLE, analyze
from app.services.exam_results import Analysis
from app.ui.panes.training.behind_view import Behind, BehindView


def analysis(people: int) -> Analysis:
    marks = [[float(place % 2), float(place % 3 == 0)] for place in range(people)]
    return Analysis(replace(analyze(marks, [1.0, 1.0]), items=()), (), ())


def test_reliability_is_said_from_ten_people_on(qtbot) -> None:
    view = BehindView()
    qtbot.addWidget(view)
    assert view.figures.text() == "Nobody sat it yet."
    view.show_behind(Behind((), analysis(ENOUGH_PEOPLE - 1)))
    assert "α (KR-20) – · SEM –" in view.figures.text()
    view.show_behind(Behind((), analysis(ENOUGH_PEOPLE)))
    assert "–" not in view.figures.text()


def test_the_arrow_keys_go_from_the_sittings_to_the_questions(qtbot) -> None:
    view = BehindView()
    qtbot.addWidget(view)
    view.show()
    assert view.tabs.tabText(0) == "Sittings (0)"
    qtbot.keyClick(view.tabs, Qt.Key.Key_Right)
    assert view.questions.isVisible()
    assert not view.results.isVisible()
