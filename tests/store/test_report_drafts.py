"""Drafts of documents lie on this station; of too many the oldest are forgotten."""

from datetime import timedelta

from app.services.office import Office, View, Work
from app.store import report_drafts
from tests.desk import NOON


def _write(work: Work, count: int) -> None:
    for place in range(count):
        report_drafts.write(work.tx, f"li/{place:02}", NOON + timedelta(minutes=place), f"<p>{place}</p>")


def _read(view: View, key: str) -> object:
    return report_drafts.read(view.rows, key)


def test_a_draft_is_read_as_it_was_written_until_it_is_dropped(office: Office) -> None:
    office.do(_write, 2)
    assert office.ask(_read, "li/01") == (NOON + timedelta(minutes=1), "<p>1</p>")
    office.do(_drop)
    assert office.ask(_read, "li/01") is None
    assert office.ask(_read, "li/00") is not None


def _drop(work: Work) -> None:
    report_drafts.drop(work.tx, "li/01")


def test_the_oldest_of_too_many_are_forgotten(office: Office) -> None:
    office.do(_write, 42)
    assert [office.ask(_read, f"li/{place:02}") is None for place in (0, 1, 2, 41)] == [True, True, False, False]
