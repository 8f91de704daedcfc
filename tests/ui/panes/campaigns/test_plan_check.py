"""A check of a plan says how far it is, and ends at once when it is stopped."""

import pytest

from app.models.retry_policy import OverHardLimit
from app.ui.panes.campaigns.draw_form import DrawForm
from app.ui.panes.campaigns.plan_check import PlanCheck
from tests.services.drawing import plan


@pytest.fixture
def form(desk, jobs, qtbot):
    made = DrawForm(jobs)
    qtbot.addWidget(made)
    return made


def test_a_plan_is_checked_and_how_far_it_is_is_told(form, jobs, qtbot, monkeypatch):
    counts = []
    monkeypatch.setattr(form, "show_reading", counts.append)
    check = PlanCheck(jobs, form)
    with qtbot.waitSignal(check.began), qtbot.waitSignal(check.found) as heard:
        form.checked.emit(plan(people=3))
    assert len(heard.args[0].planned.chosen) == 12
    assert counts[0] == 0
    assert not check.stop()


def test_a_check_that_is_stopped_shows_nothing(form, jobs, qtbot, monkeypatch):
    check = PlanCheck(jobs, form)
    with monkeypatch.context() as patched:
        patched.setattr(form, "show_reading", _stopping(check))
        with qtbot.assertNotEmitted(check.found), qtbot.assertNotEmitted(check.refused):
            form.checked.emit(plan(people=3))
    with qtbot.waitSignal(check.found):
        form.checked.emit(plan(people=3))


def test_a_check_is_stopped_once_and_what_is_asked_again_is_not_swallowed(form, jobs, qtbot, monkeypatch):
    check, stopped = PlanCheck(jobs, form), []

    def stop(_count):
        stopped.extend((check.stop(), check.stop()))

    monkeypatch.setattr(form, "show_reading", stop)
    form.checked.emit(plan(people=3))
    assert stopped[:2] == [True, False]


def _stopping(check):
    def stop(_count):
        assert check.stop()

    return stop


def test_a_plan_that_changes_meanwhile_is_not_shown_as_it_was(form, jobs, qtbot, monkeypatch):
    check = PlanCheck(jobs, form)

    def change(_count):
        form.form.changed.emit("size", 20)

    monkeypatch.setattr(form, "show_reading", change)
    with qtbot.assertNotEmitted(check.found):
        form.checked.emit(plan(people=3))


def test_what_is_wrong_with_a_plan_is_told(form, jobs, qtbot):
    check = PlanCheck(jobs, form)
    with qtbot.waitSignal(check.refused) as heard:
        form.checked.emit(plan(days=400))
    assert isinstance(heard.args[0], OverHardLimit)


def test_a_second_check_reads_no_frame_again_until_the_plan_is_left(form, jobs, qtbot, monkeypatch):
    counts = []
    monkeypatch.setattr(form, "show_reading", counts.append)
    check = PlanCheck(jobs, form)
    form.checked.emit(plan(people=3))
    assert 0 in counts
    counts.clear()
    with qtbot.waitSignal(check.found) as heard:
        form.checked.emit(plan(people=3, size=20))
    assert len(heard.args[0].planned.chosen) == 20
    assert 0 not in counts
    check.forget()
    form.checked.emit(plan(people=3))
    assert 0 in counts
