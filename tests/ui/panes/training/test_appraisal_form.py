"""The form of a formula begins with what counts and asks for a reason."""

from datetime import date
from zoneinfo import ZoneInfo

from app.models.appraisals import SHIPPED, AppraisalPart
from app.models.errors import FieldInvalid
from app.ui.panes.training.appraisal_form import AppraisalForm
from tests.desk import NOON


def noon():
    return NOON


def test_a_formula_is_asked_for_from_what_counts(jobs, qtbot) -> None:
    form = AppraisalForm(noon)
    qtbot.addWidget(form)
    form.ask(SHIPPED, date(2026, 3, 2), ZoneInfo("Asia/Shanghai"))
    with qtbot.assertNotEmitted(form.wanted):
        form.save()
    form.form.set_values({"exams": 60, "practice": 0, "reason": "so decided"}, clear=False)
    with qtbot.waitSignal(form.wanted) as said:
        form.save()
    (formula,) = said.args
    assert list(formula.weights.values()) == [60, 40, 0, 0]
    assert (formula.practice_days, formula.from_on, formula.reason) == (52, date(2026, 3, 2), "so decided")
    assert list(formula.weights) == list(AppraisalPart)
    assert form.refuse(FieldInvalid(field="exams", value="110 %"))
    assert not form.refuse(FieldInvalid(field="elsewhere", value=""))
