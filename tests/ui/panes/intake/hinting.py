"""Matters that stand open, for the tests of hints at duplicates."""

from datetime import timedelta

from app.models.contacts import Outcome
from app.services import units
from tests.desk import NOON, sign_in

SUMMARY = "Ward smells of sewage since Sunday"


def open_matter(office, met, **values):
    """Dispatch a matter of Zhang San, or of whom the values say."""
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    sign_in(office, "wang")
    given = {"summary": SUMMARY, "details": None, "unit": "H01", "due_at": NOON + timedelta(days=2), **values}
    return met(outcome=Outcome.DISPATCH, **given)
