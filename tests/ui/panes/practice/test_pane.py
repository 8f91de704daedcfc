"""A mock call over an intake pane: it rings, is picked up, answers, and ends with what was saved."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.contacts import Outcome
from app.services import contacts, speaking
from app.services.mock_calls import Call
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.practice.pane import Played, PracticePane
from tests.desk import draft


class Intake(QWidget):
    """An intake pane that notes what it is told."""

    state_changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []
        self.front = self.say = self.page = self.what = self
        self.script = None

    def screen_pop(self, number: str, call_id: str | None) -> None:
        self.asked.append(number)

    def focus_first(self) -> None:
        self.asked.append("focus")

    def editor(self, field: str) -> str:
        return field

    def reach(self, field: str) -> None:
        self.asked.append(f"reach {field}")

    def hang_up(self) -> None:
        self.asked.append("hang_up")

    def masked(self, masked: bool) -> None:
        self.asked.append(masked)


class Loud(speaking.Silence):
    def __init__(self) -> None:
        self.said: list[str] = []

    def can_speak(self, language: str) -> bool:
        return True

    def say(self, text: str, language: str) -> bool:
        self.said.append(text)
        return True

    def stop(self) -> None:
        self.said.append("")


@pytest.fixture
def pane(jobs: Jobs, call: Call, qtbot) -> PracticePane:
    made = PracticePane(jobs, call, Intake())
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def test_it_rings_and_the_caller_speaks_when_picked_up(pane: PracticePane) -> None:
    assert pane.intake.asked == ["+1 415 555 0101"]
    assert not pane.may_speak()
    assert "F2" in pane.panel._hint.text()
    pane.intake.state_changed.emit("talking", None)
    assert pane.may_speak()
    assert "a dog bit him" in pane.panel.transcript.toPlainText()


def test_what_is_said_is_answered_and_goodbye_hangs_up(pane: PracticePane) -> None:
    pane.intake.state_changed.emit("talking", None)
    pane.panel.said.emit("How old is he?")
    assert "He is five." in pane.panel.transcript.toPlainText()
    pane.panel.said.emit("Goodbye")
    assert pane.intake.asked[-1] == "hang_up"
    assert not pane.may_speak()


def test_a_saved_contact_ends_the_call_with_what_was_written(pane: PracticePane, office: Office, jobs: Jobs) -> None:
    ended: list[Played] = []
    pane.ended.connect(ended.append)
    started = office.do(contacts.start, draft()).value
    jobs.do(contacts.finalize, draft=started, outcome=Outcome.ANSWERED)
    pane.end()
    (played,) = ended
    assert played.written is not None
    assert played.written.result == "answered_direct"
    assert played.call == pane.call


def test_ending_without_saving_says_so_and_can_be_tried_again(pane: PracticePane) -> None:
    ended: list[Played] = []
    pane.ended.connect(ended.append)
    pane.end()
    pane.end()
    assert [one.written for one in ended] == [None]
    pane.again()
    pane.end()
    assert len(ended) == 2


def test_no_voice_is_said_plainly_and_the_call_goes_on(pane: PracticePane) -> None:
    pane.intake.state_changed.emit("talking", None)
    pane.speak_aloud()
    assert pane.panel._hint.text().startswith("No voice of this language")
    assert pane.may_speak()


def test_the_caller_is_heard_where_a_voice_is(pane: PracticePane, office: Office) -> None:
    voice = office.outside["voice"] = Loud()
    pane.intake.state_changed.emit("talking", None)
    pane.speak_aloud()
    pane.panel.said.emit("How old is he?")
    assert [one[:4] for one in voice.said] == ["Hell", "He i"]
    pane.speak_aloud()
    assert voice.said[-1] == ""


def test_a_locked_window_hides_what_was_said(pane: PracticePane) -> None:
    pane.masked(True)
    assert not pane.panel.isVisible()
    assert pane.intake.asked[-1] is True
    pane.masked(False)
    assert pane.panel.isVisible()


def test_without_an_open_answer_nothing_is_read_out(pane: PracticePane) -> None:
    pane.intake.state_changed.emit("talking", None)
    pane.read_out()
    assert pane.panel._hint.text().startswith("No answer is open")
