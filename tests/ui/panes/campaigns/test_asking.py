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


def test_what_a_plan_costs_is_reckoned_by_its_own_rules_of_calling(desk):
    usual = desk.ask(asking.preview, plan(people=3)).forecast
    assert (usual.effort.attempts, usual.effort.rest) == (6, 1)
    rules = {"attempts": 1, "with_appointment": 0, "gap_min": 2 * 24 * 60 + 1}
    once = desk.ask(asking.preview, plan(people=3, policy=rules)).forecast
    assert (once.effort.attempts, once.effort.rest) == (1, 3)
    assert once.completes < usual.completes


def test_a_questionnaire_that_speaks_the_windows_language_is_proposed(desk):
    first = {language: desk.ask(asking.choices, language).questionnaires[0][0] for language in ("en", "zh_CN")}
    assert first == {"en": "hospital-stay", "zh_CN": "inpatient-national"}
