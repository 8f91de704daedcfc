"""Call records are imported row by row, counted, known again and taken back."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.models.errors import ColumnMissing, FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.kpi_questions import Subject
from app.models.line_records import LineReason
from app.models.periods import Span, Stretch, holding
from app.services import figures, kpis, line_records
from app.services.office import Office
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock

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


def _told(desk: Office, month: Stretch = MONTH) -> dict[str, tuple[int, int]]:
    desk.do(figures.catch_up)
    found = desk.ask(figures.cards, month, trend=1)
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


@dataclass(frozen=True)
class _Call:
    """A call of a random file: lengths in seconds, and how many minutes before noon it came."""

    before: int
    wait: int
    talk: int
    hold: int
    wrap: int

    def row(self, key: int) -> dict[str, str]:
        """Return it as a telephone system writes it."""
        lengths = {"wait": self.wait, "talk": self.talk, "hold": self.hold, "wrap": self.wrap}
        at = NOON - timedelta(minutes=self.before)
        told = {"id": str(key), "at": at.isoformat(), "result": "answered" if self.talk else "missed"}
        return {**told, **{name: str(value) for name, value in lengths.items()}}


_LENGTHS = {"call_id": "id", "at": "at", "result": "result", "wait": "wait", "talk": "talk", "hold": "hold",
            "wrap_up": "wrap"}  # fmt: skip
_MINUTES = st.one_of(st.integers(0, 60), st.integers(0, 60 * 24 * 90))
_CALLS = st.lists(
    st.builds(
        _Call,
        _MINUTES,
        st.one_of(st.sampled_from((5, 6, 15, 16, 20, 21)), st.integers(0, 90)),
        st.sampled_from((0, 0, 1, 90, 600)),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=25,
)


def _counted(calls: list[_Call], month: Stretch) -> dict[str, tuple[int, int]]:
    """Count the calls of a month plainly: who hung up within 5 seconds was not offered."""
    zone = ZoneInfo("Asia/Shanghai")
    days = [(NOON - timedelta(minutes=one.before)).astimezone(zone).date() for one in calls]
    mine = [one for one, day in zip(calls, days, strict=True) if month.start_on <= day < month.end_on]
    offered = [one for one in mine if one.talk or one.wait > 5]
    taken = [one for one in offered if one.talk]
    return {
        "call_through": (len(taken), len(offered)),
        "abandoned": (len(offered) - len(taken), len(offered)),
        "answered_in_15": (sum(one.wait <= 15 for one in taken), len(offered)),
        "service_level": (sum(one.wait <= 20 for one in taken), len(offered)),
        "speed_of_answer": (sum(one.wait for one in taken), len(taken)),
        "handle_time": (sum(one.talk + one.hold + one.wrap for one in taken), len(taken)),
    }


def test_figures_of_calls_are_those_of_plain_rows_and_go_with_their_batch(
    template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    names = {one.id for one in kpis.shipped().values() if one.subject is Subject.CALL and one.window is None}
    months = (MONTH, MONTH.former())
    with opened(template, tmp_path, clock) as office:
        sign_in(office, "li")

        @settings(max_examples=8, phases=[Phase.generate], database=None, deadline=None)
        @given(_CALLS)
        def agree(calls: list[_Call]) -> None:
            rows = [(place, one.row(place)) for place, one in enumerate(calls, 1)]
            done = office.do(line_records.import_calls, rows, _LENGTHS, source="pbx").value
            for month in months:
                told = _told(office, month)
                assert {name: told[name] for name in names} == _counted(calls, month)
            if done.batch is not None:
                assert office.do(line_records.undo, done.batch).value == len(calls)
            assert {_told(office)[name] for name in names} == {(0, 0)}

        agree()


def test_what_was_taken_back_can_come_again(desk: Office) -> None:
    rows = [(place, _row(place, 9, 90)) for place in range(1, 4)]
    done = desk.do(line_records.import_calls, rows, MAP, source="pbx").value
    assert _told(desk)["call_through"] == (3, 3)
    assert desk.do(line_records.undo, done.batch).value == 3
    assert desk.do(line_records.import_calls, rows, MAP, source="pbx").value.added == 3
    assert [one.undone_at is None for one in desk.ask(line_records.imported)] == [True, False]


def test_a_look_before_adds_nothing(desk: Office) -> None:
    seen = desk.ask(line_records.preview, [(2, _row(1, 9, 60)), (3, _row(2, 9, 0, disposition="?"))], MAP)
    assert (seen.added, len(seen.calls), [one.field for one in seen.refused]) == (1, 1, ["result"])
    assert line_records.suggest_map(["calldate", "billsec"]) == {"at": "calldate", "talk": "billsec"}


def test_what_cannot_be_read_is_refused_whole(desk: Office) -> None:
    for wrong, error in (({"at": "x"}, ColumnMissing), ({"talk": "x"}, ColumnMissing), ({"moon": "x"}, FieldInvalid)):
        with pytest.raises(error):
            desk.do(line_records.import_calls, [], wrong, source="pbx")
    with pytest.raises(FieldMissing):
        desk.do(line_records.import_calls, [], MAP, source=" ")
    with pytest.raises(RecordGone):
        desk.do(line_records.undo, b"x" * 16)
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.do(line_records.import_calls, [], MAP, source="pbx")
