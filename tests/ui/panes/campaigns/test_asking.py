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


def test_a_questionnaire_that_speaks_the_windows_language_is_proposed(desk):
    first = {language: desk.ask(asking.choices, language).questionnaires[0][0] for language in ("en", "zh_CN")}
    assert first == {"en": "hospital-stay", "zh_CN": "inpatient-national"}
