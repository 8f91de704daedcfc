"""One question after the other is rated; what other judges make of it is told after one's own last word."""

from app.models.angoff import JudgedCut
from app.models.drill_items import DrillKind, Item
from app.services.exam_ratings import ToRate
from app.ui.panes.training.rating_view import RatingView


def _asked(version: bytes, mine: float | None = None, apart: float | None = None) -> ToRate:
    item = Item(b"i", DrillKind.SAY, "open", ("k1",), {"en": "When?", "zh": "几点？"})
    return ToRate(version, item, mine, apart)


def test_it_begins_where_the_judge_left_off(qtbot) -> None:
    view = RatingView()
    qtbot.addWidget(view)
    cut = JudgedCut(0.7, {b"a": 0.8, b"b": 0.6}, 0.141, 0)
    view.show_questions([_asked(b"1", 0.5), _asked(b"2")], [cut, None], {("open", "k1"): {"en": "opens at 8"}})
    assert view._stands.text().startswith("1 of 2 rated")
    assert "opens at 8" in view.text.toPlainText()
    assert "70" not in view._stands.text()
    view.field.setText("40")
    with qtbot.waitSignal(view.left), qtbot.waitSignal(view.rated) as said:
        view.go_on()
    assert said.args == [b"2", 0.4]


def test_all_rated_tells_the_marks_and_where_judges_differ(qtbot) -> None:
    view = RatingView()
    qtbot.addWidget(view)
    view.show_questions([_asked(b"1", 0.5, 0.3)], [JudgedCut(0.7, {b"a": 0.8, b"b": 0.6}, 0.141, 0), None], {})
    assert "Form 1: 70 ± 14 % by 2 judges" in view._stands.text()
    assert "Form 2: no judge" in view._stands.text()
    assert "30 points apart" in view._stands.text()
