"""Key points are kept script by script, weighed anew, and found with what they said when."""

from datetime import UTC, date, datetime

from app.models.drills import PointChange, PointRisk
from app.services.office import Office, Work
from app.store import drill_points
from app.store.drill_points import DrillPoint

DAY = date(2026, 3, 2)
TEXTS = {"zh": "留观30分钟"}
ONE = DrillPoint("flu", "k1", "a", PointRisk.CRITICAL, 3.0, (PointChange(DAY, "x"), PointChange(DAY, None)), DAY, TEXTS)
TWO = DrillPoint("flu", "k2", "a", PointRisk.NORMAL, 1.0, (), None)


def test_points_are_kept_and_replaced_script_by_script(office: Office) -> None:
    def write(work: Work) -> None:
        drill_points.keep(work.tx, "flu", "m1", [ONE, TWO])
        drill_points.keep(work.tx, "hpv", "m2", [DrillPoint("hpv", "k1", "b", PointRisk.LOW, 2.0, (), DAY)])
        drill_points.keep(work.tx, "hpv", "m3", [])
        drill_points.weigh(work.tx, {("flu", "k1"): 4.5})
        drill_points.keep_note(work.tx, "m", datetime(2026, 3, 9, tzinfo=UTC), "2026-03-02")

    office.do(write)
    with office.store.reading() as rows:
        assert drill_points.marks(rows) == {"flu": "m1"}
        first, second = drill_points.points_of(rows, "flu")
        assert (first.weight, first.changes, first.texts) == (4.5, ONE.changes, TEXTS)
        assert second == TWO
        assert drill_points.find(rows, "flu", "k9") is None
        assert drill_points.weightiest(rows, 9) == [first]
        assert len(drill_points.every(rows)) == 2
        assert drill_points.note(rows) == ("m", datetime(2026, 3, 9, tzinfo=UTC), "2026-03-02")


def test_weak_topics_are_kept_with_their_day(office: Office) -> None:
    def write(work: Work) -> None:
        drill_points.keep_weak(work.tx, b"m" * 16, "2026-03-01", ["old"])
        drill_points.keep_weak(work.tx, b"m" * 16, "2026-03-02", ["a", "b"])

    office.do(write)
    with office.store.reading() as rows:
        assert drill_points.weak_of(rows, b"m" * 16) == ("2026-03-02", ("a", "b"))
        assert drill_points.weak_of(rows, b"o" * 16) == ("", ())
