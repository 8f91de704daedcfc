from app.ui.kit.timeline import Entry
from app.ui.panes.intake.tall_timeline import TallTimeline
from tests.desk import NOON


def test_it_is_as_high_as_its_entries(clock, shown):
    timeline = TallTimeline("past", clock.now)
    timeline.setAccessibleName("Past")
    timeline.resize(280, 100)
    shown(timeline)
    timeline.show_entries([Entry(1, NOON, "Phone", "one")])
    one = timeline.height()
    timeline.show_entries([Entry(key, NOON, "Phone", "a longer text " * 5) for key in range(3)])
    assert timeline.height() > 3 * one
    timeline.show_entries([])
    assert timeline.height() < one
