"""The form of a new exam says beside its field what is missing, and takes kind and difficulty for each line."""

from zoneinfo import ZoneInfo

from app.models.drill_items import Difficulty, DrillKind
from app.models.exams import BlueprintLine
from app.ui.panes.training.exam_form import ExamForm
from tests.desk import NOON

STOCK = {
    ("a", DrillKind.MCQ, Difficulty.HARD): 5,
    ("b", DrillKind.MCQ, Difficulty.HARD): 2,
    ("b", DrillKind.SAY, Difficulty.EASY): 1,
}


def noon():
    return NOON


def test_a_mark_is_set_and_lines_come_from_the_topics(jobs, qtbot) -> None:
    form = ExamForm(noon)
    qtbot.addWidget(form)
    form.ask(STOCK, {"a": "A"}, ZoneInfo("Asia/Shanghai"))
    form.show_lines([BlueprintLine("b", 2, difficulty=Difficulty.HARD)])
    with qtbot.assertNotEmitted(form.wanted):
        form.save()
    form._form.set_values({"name": "x", "extra": "li=1.5，chen"}, clear=False)
    with qtbot.assertNotEmitted(form.wanted):
        form.save()
    form._form.set_values({"share": 75, "extra": "wang=1.5"}, clear=False)
    with qtbot.waitSignal(form.wanted, timeout=1000) as said:
        form.save()
    new, extra = said.args
    assert new.blueprint == (BlueprintLine("b", 2, difficulty=Difficulty.HARD),)
    assert round(new.rule.cut(), 3) == 0.75
    assert (new.minutes, extra) == (30, {"wang": 1.5})
    assert form._total.text().startswith("2 questions")
