from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, QTimer

from app.models.contacts import ContactDraft, Outcome
from app.models.errors import DiskFull
from app.services import contacts, drafts
from app.ui.kit.executors import ThreadExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.call_clock import TALKING, moved
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.draft_keeper import DraftKeeper
from tests.desk import NOON


class Notes(QObject):
    def __init__(self):
        super().__init__()
        self.errors, self.opened = [], 0

    def refuse(self, error):
        self.errors.append(error)

    def open(self):
        self.opened += 1


class Typist(QObject):
    def __init__(self, state):
        super().__init__()
        self._state = state

    def type(self):
        self._state.edit("summary", f"{self._state.draft.summary or ''}x")


@pytest.fixture
def keeper(jobs, state):
    return DraftKeeper(jobs, state)


def kept(office):
    return office.ask(drafts.mine)


def test_the_first_save_opens_the_conversation_and_gives_it_an_id(keeper, state, office):
    state.edit("summary", "fever")
    keeper.flush()
    assert state.opened
    assert [one.summary for one in kept(office)] == ["fever"]
    assert not keeper.dirty


def test_nothing_is_written_while_nothing_is_typed(keeper, office):
    keeper.flush()
    assert kept(office) == []


@pytest.fixture
def threaded(office, clock):
    """Jobs on threads of their own, which end also where a test fails."""
    made = Jobs(office, clock.now, executor=ThreadExecutor())
    yield made
    made.close()


def test_typing_is_saved_within_a_second_on_a_thread(office, threaded, state, qtbot):
    keeper = DraftKeeper(threaded, state)
    with qtbot.waitSignal(keeper.kept, timeout=1_000):
        state.edit("summary", "f")
    with qtbot.waitSignal(keeper.kept, timeout=1_000):
        state.edit("summary", "fever")
    threaded.close()
    assert [one.summary for one in kept(office)] == ["fever"]


def test_who_types_without_a_rest_is_saved_within_a_second_all_the_same(office, threaded, state, qtbot):
    keeper = DraftKeeper(threaded, state)
    typist, typing = Typist(state), QTimer(interval=50)
    typing.timeout.connect(typist.type)
    with qtbot.waitSignal(keeper.kept, timeout=1_000):
        typing.start()
    typing.stop()
    threaded.close()
    assert set(kept(office)[0].summary) == {"x"}


def test_what_was_typed_while_a_save_was_under_way_is_saved_next(office, threaded, state, qtbot):
    keeper = DraftKeeper(threaded, state)
    state.edit("summary", "first")
    keeper.flush()
    state.edit("summary", "second")
    qtbot.waitUntil(lambda: state.opened and not keeper.dirty, timeout=2_000)
    threaded.close()
    assert [one.summary for one in kept(office)] == ["second"]


def test_a_full_disk_is_told_and_the_text_stays_until_it_can_be_saved(keeper, state, office, monkeypatch):
    notes = Notes()
    keeper.refused.connect(notes.refuse)

    def full(_work, draft):
        raise DiskFull(path="x")

    with monkeypatch.context() as patch:
        patch.setattr(contacts, "start", full)
        state.edit("summary", "fever")
        keeper.flush()
    assert [type(error) for error in notes.errors] == [DiskFull]
    assert keeper.dirty
    keeper.flush()
    assert [one.summary for one in kept(office)] == ["fever"]


def test_a_draft_thrown_away_is_gone_and_comes_back_as_it_was(keeper, state, office):
    state.edit("summary", "fever")
    keeper.flush()
    keeper.throw_away()
    state.edit("details", "typed into the void")
    keeper.flush()
    assert kept(office) == []
    keeper.keep_again()
    assert [one.summary for one in kept(office)] == ["fever"]


def test_a_draft_of_a_finalized_contact_is_not_written_again(keeper, state, office):
    state.edit("category", "complaint")
    state.edit("summary", "fever")
    keeper.flush()
    office.do(contacts.finalize, state.draft, Outcome.ANSWERED)
    state.edit("summary", "too late")
    keeper.flush()
    assert kept(office) == []


def test_a_running_call_is_kept_as_ended_now_so_that_a_killed_window_knows_how_long_it_was(
    keeper, state, office, clock
):
    state.span(moved((), TALKING, NOON))
    keeper.flush()
    clock.advance(timedelta(seconds=90))
    keeper.touch()
    keeper.flush()
    assert kept(office)[0].spans[0].to_at == NOON + timedelta(seconds=90)
    assert state.draft.spans[0].to_at is None


def test_somebody_who_waits_for_the_id_is_called_once(keeper, state):
    notes = Notes()
    keeper.open_then(notes.open)
    keeper.open_then(notes.open)
    assert notes.opened == 2
    assert state.opened


def test_a_renewed_conversation_starts_clean(keeper, state, office):
    state.edit("summary", "former")
    keeper.flush()
    keeper.hold()
    state.renew(ContactDraft(NO_ID, NOON))
    assert not keeper.dirty
    assert keeper.idle
    state.edit("summary", "next")
    keeper.flush()
    assert [one.summary for one in kept(office)] == ["former", "next"]
