"""A mock call by keys alone: found in the palette, picked up, spoken, answered from a script, written down, scored."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.services import evaluations, mock_records, mock_scenarios
from app.services.office import Office
from app.services.script_search import ScriptSearch
from tests.journeys.test_a_mock_call import WASH
from tests.journeys.test_a_supervisor_without_a_mouse import Keyboard
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of
from tests.windows import put_up

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Caller(Keyboard):
    """A keyboard at a mock call."""

    def __init__(self, person: Operator) -> None:
        super().__init__(person)
        self.until = person.until
        self.room: Any = person.window.desk.links.practice

    def finds(self, command: str) -> None:
        """Give a command by its words, from wherever one is."""
        self.strike(Qt.Key.Key_K, held=_CTRL)
        self.write(command)
        self.strike(Qt.Key.Key_Return)

    def says(self, text: str) -> None:
        """Say what stands in the line and this, and hear what the caller says to it."""
        assert self.at == "practice.line"
        before = len(self.room.pane.call.turns)
        self.write(text)
        self.strike(Qt.Key.Key_Return)
        self.until(lambda: len(self.room.pane.call.turns) > before)


def _begins(keys: Caller) -> Any:
    keys.finds("let the caller")
    keys.until(lambda: keys.room.pane is not None)
    keys.strike(Qt.Key.Key_F2)
    keys.until(keys.room.pane.may_speak)
    keys.until(lambda: keys.at == "practice.line")
    return keys.room.pane.intake


def _sees_what_is_asked_first(intake: Any) -> bool:
    """Whether the category, the first question of the form, can be seen whole with its name above it."""
    what = intake.front.what
    editor = what.editor("category")
    seen = editor.visibleRegion().boundingRect().height()
    return seen == editor.height() and what._scroll.verticalScrollBar().value() == 0


def _answers(keys: Caller, intake: Any) -> None:
    """Find the answer from the line in which one speaks, open it, give it, and read it out."""
    assert keys.strike(Qt.Key.Key_F3) == "intake.search"
    keys.write("bitten")
    keys.until(lambda: [one.key for one in intake.front.say._hits][:1] == ["imm-animal-bite"])
    keys.strike(Qt.Key.Key_Return)
    keys.until(lambda: intake.front.say.page.script is not None)
    keys.strike(Qt.Key.Key_G, held=_CTRL)
    keys.until(lambda: [one.key for one in intake.front.state.draft.given] == ["imm-animal-bite"])
    assert keys.strike(Qt.Key.Key_R, held=_CTRL) == "practice.line"
    keys.says("")
    keys.says(WASH)


def _writes_down(keys: Caller, intake: Any) -> None:
    """Fill the form from the line, and save."""
    keys.strike(Qt.Key.Key_C, held=_ALT)
    keys.write("rabies")
    keys.strike(Qt.Key.Key_Return)
    keys.strike(Qt.Key.Key_S, held=_ALT)
    keys.write("Bitten by a dog")
    keys.strike(Qt.Key.Key_T, held=_CTRL)
    keys.says("Goodbye")
    assert intake.front.state.draft.category == "consult.immunization.rabies"
    keys.strike(Qt.Key.Key_F8)
    keys.until(lambda: keys.room.pane is None)


def _scores(keys: Keyboard, person: Operator) -> None:
    """Go to the mock call desk and fill the sheet of quality review."""
    keys.strike(Qt.Key.Key_9, held=_CTRL)
    training: Any = person.window.desk.panes.pane("training")
    for _ in range(20):
        if training.page == "mock_desk":
            break
        keys.strike(Qt.Key.Key_PageDown, held=_CTRL)
    assert keys.strike(Qt.Key.Key_Return) == "training.sheet.items"
    keys.strike(*[Qt.Key.Key_2] * len(evaluations.sheet().items))
    keys.strike(Qt.Key.Key_K, held=_CTRL | _SHIFT)


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
def test_a_mock_call_is_played_and_scored_by_keys(qtbot: Any, office: Office, tmp_path: Path) -> None:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    office.outside["script_search"] = ScriptSearch()
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as person:
        person.signs_in("wang")
        person.window.resize(1280, 720)
        put_up(qtbot, person.window)
        keys = Caller(person)
        intake = _begins(keys)
        assert _sees_what_is_asked_first(intake)
        keys.says("How old is he?")
        _answers(keys, intake)
        _writes_down(keys, intake)
        (line,) = office.ask(mock_records.mine, "en")
        assert (line.call.ended.value, line.call.written.given) == ("saved", ("imm-animal-bite",))
        assert {*office.ask(mock_records.seen, line.call.id, "en").proposed.said} >= {"k1", "k2"}
        person.leaves()
        person.signs_in("chen")
        put_up(qtbot, person.window)
        _scores(Keyboard(person), person)
        person.until(lambda: office.ask(mock_records.everyone, "en")[0].score is not None)
