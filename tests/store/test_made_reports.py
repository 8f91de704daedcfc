"""Documents come the newest first; plans are kept as they were."""

from datetime import UTC, datetime, time, timedelta

from app.models.made_reports import MadeReport
from app.models.report_plans import ReportPlan
from app.services.office import Office
from app.store import made_reports as rows_of

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def test_the_newest_document_comes_first_and_keeps_its_paper(office: Office) -> None:
    with office.store.write("li") as tx:
        for hours in (1, 2):
            one = MadeReport(
                bytes([hours]) * 16, "weekly", "2026-W10", "en", ("a.pdf",), AT + timedelta(hours=hours), b"p" * 16
            )
            rows_of.write(tx, one, f"<p>{hours}</p>")
    with office.store.reading() as rows:
        assert [one.id[0] for one in rows_of.newest(rows, 5)] == [2, 1]
        assert rows_of.html_of(rows, bytes([1]) * 16) == "<p>1</p>"
        assert rows_of.html_of(rows, bytes(16)) is None


def test_plans_come_back_as_they_were_kept(office: Office) -> None:
    plan = ReportPlan(
        "p", "weekly", "en", 2, time(7, 30), "/x", ("pdf", "json"), "ab", AT, "2026-W09", "2026-02-23", AT, "disk full"
    )
    with office.store.write("li") as tx:
        assert rows_of.plans(tx) == ()
        rows_of.write_plans(tx, [plan])
        assert rows_of.plans(tx) == (plan,)
