"""What a plan is made from, and what it would be."""

from datetime import date

from app.ui.panes.campaigns import asking
from tests.services.drawing import plan


def test_choices_and_preview_come_at_once(desk):
    found = desk.ask(asking.choices, "en")
    assert [one.name for one in found.frames] == ["2026Q1"]
    assert found.today == date(2026, 3, 2)
    assert "short-phone" in dict(found.questionnaires)
    told = desk.ask(asking.preview, plan(people=3))
    assert len(told.planned.chosen) == told.forecast.cases == 12
