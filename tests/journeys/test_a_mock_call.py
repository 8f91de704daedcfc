"""A mock call from the ring to the score: by keyboard, in the real intake window, and no real row or figure differs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.services import evaluations, mock_records, mock_scenarios, practice_desk
from app.services.evaluations import Scored
from app.services.office import Office
from app.services.script_search import ScriptSearch
from tests.desk import sign_in
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WASH = "Wash at once with soap and running water for 15 minutes, then go to a bite clinic right away; do not wait."
#: What a mock call writes, and where every record of the journal and small local facts stand.
OWN = frozenset({"practice_call", "journal", "meta", "sqlite_sequence"})


@pytest.fixture
def operator(qtbot, office: Office, tmp_path: Path) -> Iterator[Operator]:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    office.outside["script_search"] = ScriptSearch()
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as somebody:
        somebody.signs_in("wang")
        yield somebody


def real(office: Office) -> dict[str, list[Any]]:
    """Every row of every table but those of practice."""
    rows = office.store.rows
    names = [row[0] for row in rows.all("SELECT name FROM sqlite_master WHERE type='table'")]
    return {name: rows.all(f'SELECT * FROM "{name}" /* whole: a comparison */') for name in names if name not in OWN}


def chooses(operator: Operator) -> None:
    """Go to the grandmother with the command of the palette."""
    operator.gives("training.mock_calls")
    training = operator.window.desk.panes.pane("training")
    operator.until(lambda: training.page == "mock" and training.shown_page().may_start())
    operator.rests()


def begins(operator: Operator) -> Any:
    """Let her ring, pick up, and return the pane of the call."""
    desk = operator.window.desk
    operator.gives("training.mock_start")
    operator.until(lambda: desk.links.practice.pane is not None)
    pane = desk.links.practice.pane
    pane.intake.pick_up()
    operator.until(pane.may_speak)
    return pane


def says(operator: Operator, pane: Any, text: str) -> None:
    before = len(pane.call.turns)
    pane.panel.line.setText(text)
    operator.qtbot.keyClick(pane.panel.line, Qt.Key.Key_Return)
    operator.until(lambda: len(pane.call.turns) > before)


def saves(operator: Operator, pane: Any) -> None:
    """Write the matter down and press F8, as after a real call."""
    state = pane.intake.front.state
    state.edit_all({"category": "consult.immunization.rabies", "summary": "Bitten by a dog", "caller_name": "Rose"})
    pane.intake.answered()
    operator.until(lambda: operator.window.desk.links.practice.pane is None)
    operator.rests()


def test_a_mock_call_is_played_scored_and_leaves_no_trace_in_what_is_real(operator: Operator, office: Office) -> None:
    chooses(operator)
    before = real(office)
    pane = begins(operator)
    says(operator, pane, "Hello, do not worry. How old is he?")
    says(operator, pane, WASH)
    says(operator, pane, "Goodbye")
    saves(operator, pane)
    (line,) = office.ask(mock_records.mine, "en")
    assert (line.call.ended.value, line.call.written.summary) == ("saved", "Bitten by a dog")
    assert real(office) == before
    operator.until(lambda: not list((office.store.path.parent / practice_desk.FOLDER).glob("*")))
    sign_in(office, "chen")
    points: dict[str, int | None] = {one.id: 2 for one in evaluations.sheet().items}
    office.do(mock_records.score, Scored(line.call.id, points))
    assert {name: rows for name, rows in real(office).items() if rows != before[name]}.keys() == {"practice_score"}
    sign_in(office, "wang")


def test_a_real_call_comes_through_in_the_middle_of_practice(operator: Operator) -> None:
    chooses(operator)
    begins(operator)
    operator.is_rung()
    desk = operator.window.desk
    assert desk.panes.current == "intake"
    assert operator.intake.call_number() == "138 1234 5678"
    assert desk.links.practice.pane is not None
