"""The countdown over a paper goes by a steady clock."""

from datetime import timedelta
from types import SimpleNamespace

from app.ui.panes.training.paper_head import PaperHead
from tests.desk import NOON


def test_the_time_goes_on_whatever_the_clock_of_the_pc_says(jobs, qtbot) -> None:
    head = PaperHead()
    qtbot.addWidget(head)
    state = SimpleNamespace(clock_moves=())
    head.begin(SimpleNamespace(exam=SimpleNamespace(name="Week"), state=state, left=timedelta(minutes=3)))
    assert not head.tick(NOON)
    assert head.clock.isHidden()
    head._began -= 120
    assert not head.tick(NOON - timedelta(hours=5))
    assert not head.clock.isHidden()
    assert head.left.property("tone") == "danger"
    head._began -= 61
    assert head.tick(NOON)
    assert head.ms() >= 181_000
