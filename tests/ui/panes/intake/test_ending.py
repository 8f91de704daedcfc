import pytest
from PySide6.QtCore import QObject

from app.models.contacts import ContactResult, Outcome
from app.models.errors import DatabaseBusy, FieldTooLong
from app.services import contacts, drafts, inquiries
from app.ui.panes.intake.call_clock import TALKING, moved
from app.ui.panes.intake.draft_keeper import DraftKeeper
from app.ui.panes.intake.ending import Ending
from tests.desk import NOON


class Story(QObject):
    def __init__(self, ending):
        super().__init__()
        self.told = []
        ending.held_up.connect(self.held_up)
        ending.begun.connect(self.begun)
        ending.saved.connect(self.saved)
        ending.refused.connect(self.refused)
        ending.stopped.connect(self.stopped)

    def held_up(self, gaps):
        self.told.append([gap.field for gap in gaps])

    def begun(self):
        self.told.append("begun")

    def saved(self, finalized):
        self.told.append(finalized)

    def refused(self, error):
        self.told.append(type(error))

    def stopped(self):
        self.told.append("stopped")


@pytest.fixture
def keeper(jobs, state):
    return DraftKeeper(jobs, state)


@pytest.fixture
def ending(jobs, state, keeper, desk, clock):
    return Ending(jobs, state, keeper, desk, clock=clock.now)


@pytest.fixture
def story(ending):
    return Story(ending)


def filled(state):
    state.edit_all({"number": "138 1234 5678", "category": "consult.immunization.hpv", "summary": "九价"})


def test_what_is_missing_is_said_and_nothing_is_saved(ending, story, state, office):
    state.edit("summary", "x")
    ending.end(Outcome.ANSWERED)
    assert story.told == [["category"]]
    assert office.ask(inquiries.list_page, inquiries.Wanted()).rows == ()


def test_an_answered_question_is_saved_closed_and_its_draft_is_gone(ending, story, state, office):
    filled(state)
    state.span(moved((), TALKING, NOON))
    ending.end(Outcome.ANSWERED)
    begun, finalized = story.told
    assert begun == "begun"
    assert office.ask(inquiries.detail, finalized.inquiry).row.closed_at == NOON
    assert office.ask(contacts.one, finalized.contact).form == "county-health-line"
    assert office.ask(drafts.mine) == []


def test_a_wrong_number_needs_nothing_and_makes_no_inquiry(ending, story, office):
    ending.end(Outcome.NON_INQUIRY, result=ContactResult.WRONG_NUMBER)
    finalized = story.told[-1]
    assert finalized.inquiry is None
    assert office.ask(contacts.one, finalized.contact).result is ContactResult.WRONG_NUMBER


@pytest.mark.parametrize("error", [DatabaseBusy(), FieldTooLong(field="details", limit=1)])
def test_after_a_refusal_everything_is_still_there_and_can_be_saved(ending, story, state, office, monkeypatch, error):
    filled(state)

    def refuse(_work, **_arguments):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(contacts, "finalize", refuse)
        ending.end(Outcome.ANSWERED)
    assert story.told == ["begun", type(error)]
    assert not ending.busy
    ending.end(Outcome.ANSWERED)
    assert story.told[-1].number


def test_a_conversation_that_cannot_even_be_opened_is_not_said_to_be_saved(ending, story, state, monkeypatch):
    filled(state)

    def busy(_work, draft):
        raise DatabaseBusy

    monkeypatch.setattr(contacts, "start", busy)
    ending.end(Outcome.ANSWERED)
    assert story.told == ["begun", DatabaseBusy]
    assert not ending.busy


def test_a_mistake_of_the_program_frees_the_conversation(ending, story, state, jobs, monkeypatch):
    filled(state)

    def broken(_work, **_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(contacts, "finalize", broken)
    with pytest.raises(ZeroDivisionError):
        ending.end(Outcome.ANSWERED)
    assert story.told == ["begun", "stopped"]


def test_a_contact_whose_answer_was_lost_counts_as_saved(ending, story, state, office, keeper):
    filled(state)
    keeper.flush()
    keeper.hold()
    office.do(contacts.finalize, state.draft, Outcome.ANSWERED)
    ending.end(Outcome.ANSWERED)
    assert story.told[-1].contact == state.draft.id
