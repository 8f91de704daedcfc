"""Hours are said by kind of time; the usual ones are not written down."""

from app.models.slots import Slot, from_text
from app.ui.panes.campaigns.calling_windows import CallingWindows


def test_the_usual_hours_are_no_hours_of_their_own(jobs, qtbot):
    made = CallingWindows()
    qtbot.addWidget(made)
    made.show_plan("")
    assert made.value("ev") == "18:00-20:30"
    assert made.plan() == ""
    made.show_plan("op 14:00-16:00")
    assert (made.value("ev"), made.value("op"), made.plan()) == ("", "14:00-16:00", "")


def test_other_hours_are_a_plan_and_an_empty_line_is_never_open(jobs, qtbot):
    made = CallingWindows()
    qtbot.addWidget(made)
    made.show_plan("")
    made.set_values({"em": "", "op": " 14:00-16:30  17:00-18:00"}, clear=False)
    plan = from_text(made.plan(), field="slots")
    assert Slot.EARLY not in plan.hours
    assert plan.hours[Slot.OFF_PEAK] == ((840, 990), (1020, 1080))
    assert made.place_of("17:00-18:00") == "op"
    assert made.place_of("nowhere") == "em"
