"""Call records are imported row by row, counted, known again and taken back."""

from datetime import date, timedelta
from random import Random

import pytest

from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.line_records import LineReason
from app.models.periods import Span, holding
from app.services import figures, line_records
from app.services.office import Office
from tests.desk import NOON, sign_in

MONTH = holding(Span.MONTH, date(2026, 3, 2))
MAP = {"call_id": "uniqueid", "at": "calldate", "talk": "billsec", "duration": "duration", "result": "disposition",
       "agent": "agent", "direction": "direction"}  # fmt: skip


def _row(key: int, wait: int, talk: int, **more: str) -> dict[str, str]:
    at = (NOON - timedelta(minutes=key)).isoformat()
    answered = "ANSWERED" if talk else "NO ANSWER"
    told = {"uniqueid": str(key), "calldate": at, "billsec": str(talk), "duration": str(wait + talk)}
    return {**told, "disposition": answered, "agent": "wang", "direction": "in", **more}


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    return office


def _told(desk: Office) -> dict[str, tuple[int, int]]:
    desk.do(figures.catch_up)
    found = desk.ask(figures.cards, MONTH, trend=1)
    return {one.kpi.id: (one.figure.numerator, one.figure.denominator) for one in found}


def test_every_row_is_reported(desk: Office) -> None:
    rows = [_row(1, 9, 60), _row(1, 9, 60), _row(2, 9, 60, direction="out"), _row(3, 9, 0, calldate="soon"),
            _row(4, 9, 60, agent="nobody")]  # fmt: skip
    done = desk.do(line_records.import_calls, list(enumerate(rows, 2)), MAP, source="pbx").value
    assert (done.added, done.unknown_agents) == (2, ("nobody",))
    assert [(one.line_no, one.reason) for one in done.refused] == [
        (3, LineReason.TWICE), (4, LineReason.OUTGOING), (5, LineReason.INVALID),
    ]  # fmt: skip
    again = desk.do(line_records.import_calls, list(enumerate(rows[:1], 2)), MAP, source="pbx").value
    assert (again.added, again.unchanged, again.batch) == (0, 1, None)


def test_figures_are_those_of_plain_rows_and_go_with_their_batch(desk: Office) -> None:
    assert _told(desk)["call_through"] == (0, 0)
    rng = Random(4)
    calls = [(rng.randrange(0, 60), rng.choice((0, 0, 90))) for _ in range(60)]
    rows = [(place, _row(place, wait, talk)) for place, (wait, talk) in enumerate(calls, 1)]
    done = desk.do(line_records.import_calls, rows, MAP, source="pbx").value
    offered = [(wait, talk) for wait, talk in calls if talk or wait > 5]
    taken = [wait for wait, talk in offered if talk]
    told = _told(desk)
    assert told["call_through"] == (len(taken), len(offered))
    assert told["service_level"] == (sum(wait <= 20 for wait in taken), len(offered))
    assert told["answered_in_15"] == (sum(wait <= 15 for wait in taken), len(offered))
    assert told["abandoned"] == (len(offered) - len(taken), len(offered))
    assert told["speed_of_answer"] == (sum(taken), len(taken))
    assert told["handle_time"] == (90 * len(taken), len(taken))
    assert desk.do(line_records.undo, done.batch).value == 60
    assert _told(desk)["call_through"] == (0, 0)
    assert desk.do(line_records.import_calls, rows, MAP, source="pbx").value.added == 60
    assert [one.undone_at is None for one in desk.ask(line_records.imported)] == [True, False]


def test_a_look_before_adds_nothing(desk: Office) -> None:
    seen = desk.ask(line_records.preview, [(2, _row(1, 9, 60)), (3, _row(2, 9, 0, disposition="?"))], MAP)
    assert (seen.added, len(seen.calls), [one.field for one in seen.refused]) == (1, 1, ["result"])
    assert line_records.suggest_map(["calldate", "billsec"]) == {"at": "calldate", "talk": "billsec"}


def test_what_cannot_be_read_is_refused_whole(desk: Office) -> None:
    for wrong, error in (({"at": "x"}, FieldMissing), ({"talk": "x"}, FieldMissing), ({"moon": "x"}, FieldInvalid)):
        with pytest.raises(error):
            desk.do(line_records.import_calls, [], wrong, source="pbx")
    with pytest.raises(FieldMissing):
        desk.do(line_records.import_calls, [], MAP, source=" ")
    with pytest.raises(RecordGone):
        desk.do(line_records.undo, b"x" * 16)
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.do(line_records.import_calls, [], MAP, source="pbx")
