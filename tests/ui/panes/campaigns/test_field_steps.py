"""Replicates are released one after the other; the field period ends after a second thought only."""

from app.services import campaigns
from app.ui.panes.campaigns.field_steps import FieldSteps
from tests.services.drawing import drawn


def test_what_was_pressed_once_is_forgotten(desk, jobs, qapp, qtbot):
    drawn(desk, release=1)
    made = FieldSteps(jobs, qapp)
    (one,) = desk.ask(campaigns.campaigns)
    made.choose(one)
    with qtbot.waitSignal(made.told):
        made.release()
    with qtbot.waitSignal(made.warned):
        made.close()
    made.choose(one)
    with qtbot.waitSignal(made.warned):
        made.close()
    with qtbot.waitSignal(made.told) as heard:
        made.close()
    assert heard.args == ["12 cases closed"]


def test_more_are_drawn_after_a_second_thought(desk, jobs, qapp, qtbot):
    drawn(desk, release=1)
    made = FieldSteps(jobs, qapp)
    (one,) = desk.ask(campaigns.campaigns)
    made.choose(one)
    with qtbot.waitSignal(made.warned) as asked:
        made.top_up()
    assert asked.args == ["1 more people are drawn (H1 +1). Press again to do it."]
    with qtbot.waitSignal(made.told):
        made.top_up()
    assert desk.ask(campaigns.campaigns)[0].drawn == 13
