"""Days and weeks in words."""

from datetime import date, timedelta

from app.models.accounts import Person, Role
from app.services.duty import DutyRow
from app.ui.panes.settings import duty_model


def test_days_on_end_are_told_as_a_stretch() -> None:
    first = date(2026, 12, 30)
    days = [*(first + timedelta(days=one) for one in range(3)), date(2027, 1, 9)]
    assert duty_model.days_of(days) == "12-30 – 01-01, 01-09"
    assert duty_model.days_of([]) == ""


def test_a_week_is_told_by_its_days_or_as_the_calendars(qapp) -> None:
    person = Person(b"p", "p", "P", (Role.OPERATOR,))
    assert duty_model.week_of(DutyRow(person, frozenset({6, 1}), True)) == "Mon Sat"
    assert duty_model.week_of(DutyRow(person, None, True)) == "By the center's calendar"
