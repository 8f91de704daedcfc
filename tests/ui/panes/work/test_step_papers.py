import pytest

from app.models.inquiries import State
from app.services import inquiries, worklists
from app.services.office import Office
from app.ui.panes.work.step_papers import StepPapers


@pytest.fixture
def papers(office: Office) -> StepPapers:
    made = StepPapers()
    made._desk = office.ask(worklists.desk)
    return made


def test_without_an_inquiry_there_is_no_paper(papers: StepPapers) -> None:
    assert not papers.has_note()
    assert not papers.has_notice()


def test_a_dispatched_inquiry_has_a_note_and_no_notice(
    papers: StepPapers, office: Office, work: dict[str, bytes]
) -> None:
    papers.dossier = office.ask(worklists.dossier, work["Late"])
    assert papers.has_note()
    assert not papers.has_notice()
    office.do(inquiries.move, work["Late"], State.RETURNED, reason="wrong_area", note="Not ours")
    assert papers.can_work()
