"""Frames as rows: the newest first, parts in their order, and who may never be called."""

from datetime import timedelta

from app.models.frames import FrameKind
from app.services import frames
from app.services.frames import Wishes
from app.store import frames as stored
from tests.desk import sign_in

COLUMNS = {"phone": "phone", "institution": "institution"}


def _keep(office, name, count):
    rows = [(n, {"phone": f"138{n:08}", "institution": "H"}) for n in range(count)]
    wishes = Wishes(name, FrameKind.OUTPATIENT, "x.csv", COLUMNS, any_institution=True)
    return office.do(frames.keep, office.ask(frames.read_frame, rows, wishes)).value


def test_a_large_frame_has_several_parts_that_stay_in_order(office):
    sign_in(office, "li")
    frame = _keep(office, "large", 4100)
    with office.store.reading() as rows:
        assert len(list(stored.contents(rows, stored.by_id(rows, frame)))) == 3
        assert stored.by_name(rows, "large").rows == 4100
        assert stored.by_name(rows, "small") is None
    lines = office.ask(lambda view: [one.line for one in frames.rows_in(view, frame)])
    assert lines == list(range(4100))


def test_the_newest_frame_stands_first(office, clock):
    sign_in(office, "li")
    _keep(office, "old", 1)
    clock.advance(timedelta(minutes=1))
    _keep(office, "new", 2)
    with office.store.reading() as rows:
        assert [one.name for one in stored.all_frames(rows)] == ["new", "old"]
