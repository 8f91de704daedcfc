"""A notice can be written of what somebody was urged about, and of nothing else."""

from datetime import timedelta

from app.services import inquiry_steps, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.paper_commands import NOTICES
from tests.fakes import FakeClock


def test_the_notice_opens_once_somebody_was_urged(
    jobs: Jobs, office: Office, clock: FakeClock, work, words, qtbot
) -> None:
    detail = InquiryDetail(jobs, words)
    qtbot.addWidget(detail)
    detail.show_desk(office.ask(worklists.desk))
    detail.show_inquiry(work["Late"])
    assert not detail.has_notice()
    clock.set(clock.now() + timedelta(minutes=1))
    office.do(inquiry_steps.take, work["Late"], "urge", note="The bureau asked")
    detail.reload()
    (row,) = NOTICES
    detail.actions_row.table.run(row.id)
    window = detail.papers.notice_window
    assert window is not None
    assert "Urging notice" in window.page.toPlainText()
    window.close()
