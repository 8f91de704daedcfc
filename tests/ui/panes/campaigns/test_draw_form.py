"""What stands in the form becomes a plan."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.models.errors import FieldInvalid
from app.models.remeasuring import Remeasurement
from app.models.retry_policy import OverHardLimit
from app.models.sampling import Allocation
from app.services import frames
from app.ui.kit import languages
from app.ui.panes.campaigns.asking import Choices, preview
from app.ui.panes.campaigns.draw_form import DrawForm, plan_of
from tests.services.drawing import plan
from tests.services.old_frames import lost

VALUES = {
    "frame": "Q1", "name": " Summer ", "seed": "", "from_on": None, "to_on": date(2026, 3, 1), "strata": "department",
    "how": "fixed", "size": 25, "completes": "yes", "questionnaire": "", "begins_on": date(2026, 3, 2), "days": 30,
    "people": 4, "place": "H1", "dialect": "yes", "after": "Spring", "window": 30,
}  # fmt: skip


def test_a_plan_is_read_from_the_form():
    plan = plan_of(VALUES)
    assert (plan.name, plan.seed, plan.how, plan.completes) == ("Summer", "Q1|Summer|v1", Allocation.FIXED, True)
    assert (plan.days, plan.people, plan.to_on) == (30, 4, date(2026, 3, 1))
    assert (plan.places, plan.dialect) == (("H1",), True)
    assert (plan.after, plan.window) == ("Spring", 30)


def test_days_beyond_their_bounds_are_refused_with_the_bounds_beside_their_line(jobs, qtbot, desk):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices(tuple(desk.ask(frames.frames)), (), date(2026, 3, 2)))
    for name, most, told in (("window", 400, "from 0 to 90"), ("days", 99, "from 1 to 90")):
        with pytest.raises(OverHardLimit) as refused:
            desk.ask(preview, plan(**{name: most}))
        assert form.refuse(refused.value)
        assert form.form.editor(name).accessibleDescription().endswith(f"{told}.")


def test_no_seed_is_asked_for_behind_a_campaign_whose_seed_it_is(jobs, qtbot):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    choices = Choices((), (), date(2026, 3, 2), drawn=("Spring",))
    form.ask(choices)
    seed, after = form.form.editor("seed"), form.form.editor("after")
    seed.setText("lottery 7")
    qtbot.keyClick(after, Qt.Key.Key_Down)
    assert form.form.value("after") == "Spring"
    assert (seed.isEnabled(), seed.text()) == (False, "")
    qtbot.keyClick(after, Qt.Key.Key_Up)
    assert seed.isEnabled()
    qtbot.keyClick(after, Qt.Key.Key_Down)
    form.ask(choices)
    assert seed.isEnabled()


def test_a_list_that_is_elsewhere_is_offered_with_where_it_is_not(jobs, qtbot, desk):
    lost(desk, desk.ask(frames.frames)[0].id)
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices(tuple(desk.ask(frames.frames)), (), date(2026, 3, 2)))
    box = form.form.findChild(QComboBox, "campaigns.plan.frame")
    assert box.itemText(box.findData("2026Q1")) == "2026Q1 (60), not on this computer"


def test_what_is_missing_is_marked_and_nothing_is_asked(jobs, qtbot):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices((), (), date(2026, 3, 2)))
    with qtbot.assertNotEmitted(form.checked):
        form.check()
    assert form.refuse(FieldInvalid(field="size", value="0"))
    assert not form.refuse(FieldInvalid(field="start", value="2"))


def test_a_day_is_read_by_the_day_that_it_is_at_the_center(jobs, qtbot):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices((), (), date(2026, 3, 2)))
    days = form.form.editor("begins_on")
    days.setText("tomorrow")
    assert form.form.values()["begins_on"] == date(2026, 3, 3)
    days.setText("2/31/26")
    form.check()
    assert "write it as 2026-03-02" in days.accessibleDescription()


def test_hours_that_cannot_be_are_told_beside_their_line_and_others_are_a_plan(jobs, qtbot):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices((), (("short", "Short"),), date(2026, 3, 2)))
    form.prefill(Remeasurement("F-1", "H1", "short", date(2026, 1, 1), date(2026, 6, 30)))
    form.form.set_values({"frame": "Q1"}, clear=False)
    form.calling.windows.set_values({"em": "8-9"}, clear=False)
    assert form.refuse(FieldInvalid(field="slots", value="8-9"))
    form.calling.windows.set_values({"em": ""}, clear=False)
    with qtbot.waitSignal(form.checked) as heard:
        form.check()
    plan = heard.args[0]
    assert plan.slots.startswith("nn ")
    assert (plan.name, plan.places, plan.to_on) == ("F-1 2026-01-01", ("H1",), date(2026, 6, 30))


def test_institutions_of_the_plan_that_are_not_in_the_directory_are_named(jobs, qtbot, desk):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    found = desk.ask(preview, plan(people=5))
    form.ask(Choices(tuple(desk.ask(frames.frames)), (), date(2026, 3, 2), (("H1", "County hospital"),)))
    form.show_plan(found.planned, found.forecast)
    assert "Not in the directory of units: H2" in form.said.text().splitlines()
    form.ask(Choices((), (), date(2026, 3, 2), (("H1", "County hospital"), ("H2", "Town hospital"))))
    form.show_plan(found.planned, found.forecast)
    assert "Not in the directory" not in form.said.text()


def test_encounters_of_one_person_are_told_where_there_are_any(jobs, qtbot, desk):
    languages.of_app().use("en")
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    planned = desk.ask(preview, plan(people=5)).planned
    form.show_plan(planned, None)
    assert "gave way" not in form.said.text()
    form.show_plan(replace(planned, gave_way=1), None)
    assert form.said.text().splitlines()[0] == "1 encounter gave way to another of one person"


def test_a_check_that_takes_its_time_says_so_and_is_not_begun_twice(jobs, qtbot, desk):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices(tuple(desk.ask(frames.frames)), (), date(2026, 3, 2)))
    form.form.set_values({"name": "Spring"}, clear=False)
    with qtbot.waitSignal(form.checked):
        form.check()
    assert form.said.isVisibleTo(form)
    assert form.said.text().startswith("Checking")
    assert not form.preview.isEnabled()
    with qtbot.assertNotEmitted(form.checked):
        form.check()
    form.end_check()
    assert not form.said.isVisibleTo(form)
    with qtbot.waitSignal(form.checked):
        form.check()


def test_rules_that_are_not_as_usual_are_a_part_of_the_plan_and_refused_beside_their_line(jobs, qtbot, desk):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices(tuple(desk.ask(frames.frames)), (), date(2026, 3, 2)))
    form.form.set_values({"name": "Spring"}, clear=False)
    form.calling.rules.form.set_values({"slots": 9, "attempts": 7}, clear=False)
    with qtbot.waitSignal(form.checked) as heard:
        form.check()
    assert heard.args[0].policy == {"slots": 9, "attempts": 7}
    with pytest.raises(OverHardLimit) as refused:
        desk.ask(preview, heard.args[0])
    form.end_check()
    assert form.refuse(refused.value)
    assert not form.view.isVisibleTo(form)
    assert "from 0 to 5" in form.calling.rules.form.editor("slots").accessibleDescription()
    form.calling.rules.form.editor("slots").setText("many")
    with qtbot.assertNotEmitted(form.checked):
        form.check()


def test_rules_that_were_checked_fold_away_and_leave_the_room_to_the_strata(jobs, qtbot, desk):
    form = DrawForm(jobs)
    qtbot.addWidget(form)
    form.ask(Choices(tuple(desk.ask(frames.frames)), (), date(2026, 3, 2)))
    form.calling.rules.set_open(True)
    assert not form.view.isVisibleTo(form)
    found = desk.ask(preview, plan(people=5))
    form.show_plan(None, None)
    assert form.calling.rules.is_open()
    form.show_plan(found.planned, found.forecast)
    assert form.view.isVisibleTo(form)
