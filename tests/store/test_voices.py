"""Interviews come page by page from the newest; proposals with their last step."""

from datetime import timedelta

from app.models.voices import Improvement, ImprovementState
from app.services.office import Office, Work
from app.store import voices
from tests.desk import NOON


def _fill(work: Work) -> bytes:
    for minutes in range(3):
        at = (NOON + timedelta(minutes=minutes)).isoformat()
        work.tx.add("interview", {"questionnaire": "q", "version": 1, "mode": "telephone", "at": at})
    made = voices.propose(work.tx, Improvement(b"", "t", "", work.person.id, NOON))
    for state in (ImprovementState.ACCEPTED, ImprovementState.DONE):
        stands = Improvement(made, "t", "", work.person.id, NOON, state, state.value, "Li")
        voices.step(work.tx, made, stands, by=work.person.id)
    return made


def test_pages_go_from_the_newest_and_the_last_step_stands(office: Office) -> None:
    made = office.do(_fill).value
    with office.store.reading() as rows:
        first = voices.spoken(rows, ("9999", b""), 2)
        rest = voices.spoken(rows, (first[-1].at.isoformat(), first[-1].interview), 2)
        assert [one.at.minute for one in (*first, *rest)] == [2, 1, 0]
        found = voices.improvement(rows, made)
        assert found is not None
        assert (found.state, found.answer) == (ImprovementState.DONE, "done")
        assert voices.improvements(rows) == [found]
        assert voices.improvement(rows, b"x" * 16) is None
