"""Interviews come back from their rows as they were asked, answered and ended."""

from datetime import timedelta

from app.models.interview_records import SurveyMode
from app.models.questionnaires import Reserved
from app.services import interviews
from app.services.office import Office
from app.store import interviews as interview_rows
from tests.fakes import FakeClock
from tests.services.interviewing import ABOUT, begun, said, through


def test_answers_stand_in_the_order_in_which_they_were_given(office: Office) -> None:
    one = begun(office)
    said(office, one, greeting="read", agree="yes", contacted="yes", solved="solved")
    said(office, one, contacted=Reserved.DONT_KNOW)
    found = interview_rows.answers_of(office.store.rows, one)
    assert [given.item for given in found] == ["greeting", "agree", "contacted", "solved", "contacted"]
    assert (found[2].coded, found[4].coded) == ("yes", Reserved.DONT_KNOW)
    assert interview_rows.next_seq(office.store.rows, one) == 6


def test_the_last_end_counts_and_only_of_its_own_mode_and_days(office: Office, clock: FakeClock) -> None:
    one = begun(office)
    office.do(interviews.end, one)
    clock.advance(timedelta(minutes=1))
    through(office, one, solved="unsolved")
    office.do(interviews.end, one)
    rows = office.store.rows
    row = interview_rows.by_id(rows, one)
    assert row is not None
    assert (row.asked.institution, row.asked.day, row.asked.mode) == ("U01", "2026-03-01", SurveyMode.TELEPHONE)
    everywhere = (None, ABOUT.questionnaire)
    found = list(interview_rows.ended(rows, everywhere, ("2026-01-01", "2026-03-31"), SurveyMode.TELEPHONE))
    assert [(end.completeness, end.codes["solved"], end.codes["times"]) for _, end in found] == [
        ("complete", "unsolved", 2)
    ]
    assert not list(interview_rows.ended(rows, everywhere, ("2026-04-01", "2026-06-30"), SurveyMode.TELEPHONE))
    assert not list(interview_rows.ended(rows, everywhere, ("2026-01-01", "2026-03-31"), SurveyMode.PAPER))
