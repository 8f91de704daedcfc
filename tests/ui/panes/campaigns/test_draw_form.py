"""What stands in the form becomes a plan."""

from datetime import date

from app.models.errors import FieldInvalid
from app.models.sampling import Allocation
from app.ui.panes.campaigns.draw_form import DrawForm, plan_of

VALUES = {
    "frame": "Q1", "name": " Summer ", "seed": "", "from_on": None, "to_on": date(2026, 3, 1), "strata": "department",
    "how": "fixed", "size": 25, "completes": "yes", "questionnaire": "", "begins_on": date(2026, 3, 2), "days": 30,
    "people": 4,
}  # fmt: skip


def test_a_plan_is_read_from_the_form():
    plan = plan_of(VALUES)
    assert (plan.name, plan.seed, plan.how, plan.completes) == ("Summer", "Q1|Summer|v1", Allocation.FIXED, True)
    assert (plan.days, plan.people, plan.to_on) == (30, 4, date(2026, 3, 1))


def test_what_is_missing_is_marked_and_nothing_is_asked(jobs, qtbot):
    form = DrawForm()
    qtbot.addWidget(form)
    form.ask((), (), date(2026, 3, 2))
    with qtbot.assertNotEmitted(form.checked):
        form.check()
    assert form.refuse(FieldInvalid(field="size", value="0"))
    assert not form.refuse(FieldInvalid(field="start", value="2"))
