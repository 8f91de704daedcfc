"""The first draw of a month and the last wish of a person count."""

from datetime import date

from app.models.contest_rounds import ContestRound, RoundAnswer
from app.models.contests import Effort
from app.services.office import Office, Work
from app.store import contests
from app.store.contests import Entry
from tests.models.test_contest_rounds import DRAWN
from tests.services.contested import gather

ME, YOU = b"m" * 16, b"y" * 16


def test_the_first_draw_and_the_last_wish_count(office: Office) -> None:
    def write(work: Work) -> None:
        contests.write_teams(work.tx, "2026-03", ((ME, YOU),), by=ME)
        contests.write_teams(work.tx, "2026-03", ((YOU,),), by=ME)
        contests.write_entry(work.tx, ME, Entry(shown=True, alias="Sun"))
        contests.write_entry(work.tx, ME, Entry(shown=False, alias="Sun"))

    office.do(write)
    with office.store.reading() as rows:
        found = contests.contest_of(rows, "2026-03")
        assert found is not None
        assert (found.teams, found.drawn) == (((ME, YOU),), {})
        assert contests.contest_of(rows, "2026-04") is None
        assert contests.drawn_months(rows) == ["2026-03"]
        assert (contests.entry_of(rows, ME), contests.entry_of(rows, YOU)) == (Entry(False, "Sun"), Entry())


def test_what_was_practiced_is_counted_by_time(office: Office) -> None:
    me = office.by
    assert me is not None
    gather(office, more=0)
    with office.store.reading() as rows:
        assert contests.effort(rows, me.id, date(2026, 2, 1), date(2026, 3, 1)) == Effort(0.5, 10, 1)
        assert contests.effort(rows, YOU, date(2026, 2, 1), date(2026, 3, 1)) == Effort(None, 0, 0)
        assert [month for month, _ in contests.months(rows, me.id, date(2026, 1, 1))] == ["2026-02", "2026-03"]


def test_questions_and_answers_of_the_rounds_come_back(office: Office) -> None:
    answers = [RoundAnswer(ContestRound.SLOTS, place, 1.0, 900) for place in range(2)]

    def write(work: Work) -> bytes:
        made = contests.write_teams(work.tx, "2026-03", ((ME,),), by=ME, drawn=DRAWN)
        for one in answers:
            contests.write_answer(work.tx, made, ME, one, "8")
        return made

    made = office.do(write).value
    with office.store.reading() as rows:
        found = contests.contest_of(rows, "2026-03")
        assert found is not None
        assert found.drawn == DRAWN
        assert contests.answers_of(rows, made, ME) == answers
        assert contests.answers_of(rows, made, YOU) == []
