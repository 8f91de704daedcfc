"""Mock calls and their scores come back as they were written."""

from app.models.evaluations import ErrorClass, ErrorFound
from app.models.mock_calls import Happened, MockEvent, Turn
from app.models.mock_records import MockEnd, PlayedCall, PracticeScore, Written
from app.services.office import Office, Work
from app.store import mock_records as rows_of
from tests.desk import NOON

WANG, LI = b"\1" * 16, b"\2" * 16
CALL = PlayedCall(
    b"", WANG, "hpv-mother", 1, "imm-hpv-ages", 2, "zh", 7, NOON, NOON, MockEnd.SAVED,
    (Turn(False, "您好"), Turn(True, "几岁", (Happened(MockEvent.ASKED, "age"),), 1)),
    Written("answered_direct", "consult", "问疫苗", "", ("imm-hpv-ages",)),
)  # fmt: skip


def write(work: Work, *calls: PlayedCall) -> list[bytes]:
    return [rows_of.write(work.tx, one) for one in calls]


def test_a_call_comes_back_as_it_was_written(office: Office) -> None:
    first, second = office.do(write, CALL, PlayedCall(**{**vars_of(CALL), "operator": LI, "written": None})).value
    rows = office.store.rows
    assert rows_of.find(rows, first) == PlayedCall(**{**vars_of(CALL), "id": first})
    assert [one.id for one in rows_of.of_operator(rows, LI)] == [second]
    assert {one.id for one in rows_of.since(rows, NOON)} == {first, second}
    assert rows_of.find(rows, WANG) is None


def vars_of(call: PlayedCall) -> dict[str, object]:
    return {name: getattr(call, name) for name in call.__dataclass_fields__}


def test_a_score_comes_back_as_it_was_written(office: Office) -> None:
    (call,) = office.do(write, CALL).value
    errors = (ErrorFound(ErrorClass.BUSINESS, "number", "imm-hpv-ages", "k1"),)
    one = PracticeScore(b"", call, LI, NOON, {"greeting": 2, "hold_tells": None}, errors, "well")

    def put(work: Work) -> bytes:
        return rows_of.write_score(work.tx, one)

    made = office.do(put).value
    (found,) = rows_of.scores_of(office.store.rows, call)
    assert (found.id, found.points, found.errors, found.note) == (made, one.points, errors, "well")
