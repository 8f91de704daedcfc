"""An inquiry is dispatched and nothing happens: the ladder reminds and urges, the supervisor sees it and writes, and
once it is answered nothing fires any more."""

from datetime import timedelta
from typing import Any

import pytest

from app.models.inquiries import EventKind
from app.services import inquiries, inquiry_steps, ladder_firing, ladder_notices, units
from app.services.inquiries import State
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.supervision.pane import SupervisionPane
from app.ui.shell.ladder_watch import LadderWatch
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.supervised import dispatch

_DUE_H = 26  # tomorrow at 14:00
_LADDER = {EventKind.REMINDED, EventKind.URGED, EventKind.SUPERVISED, EventKind.NOTIFIED}


@pytest.fixture
def late(office: Office) -> bytes:
    """A complaint that was dispatched and accepted; then nothing happens."""
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    sign_in(office, "wang")
    found = dispatch(office, "No hot water on ward 3", _DUE_H, category="complaint.fees")
    office.do(inquiry_steps.take, found, "accept")
    return found


@pytest.fixture
def jobs(office: Office, late: bytes, qapp) -> Any:
    theme.of_app().apply(mode="light")
    languages.of_app().use("en")
    made = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield made
    made.close()


def _steps(office: Office, inquiry: bytes) -> list[str]:
    return [one.kind.value for one in office.ask(inquiries.detail, inquiry).events if one.kind in _LADDER]


def _wait(clock: FakeClock, hours: float, watch: LadderWatch) -> None:
    """Let the clock go on and the window look."""
    clock.set(NOON + timedelta(hours=hours))
    watch.look()


def _supervisor(jobs: Jobs, office: Office, qtbot: Any) -> SupervisionPane:
    sign_in(office, "li")
    pane = SupervisionPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1190, 640)
    pane.show()
    return pane


def _prints(pane: SupervisionPane) -> str:
    """Open the notice of what is chosen, say that it was printed, and return its text."""
    pane.show_page("late")
    pane.focus_first()
    pane.commands.run("supervision.notice")
    window = pane.papers.notice_window
    assert window is not None
    window.gone.emit("printed")
    text = window.page.toPlainText()
    window.close()
    return text


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_what_nobody_answers_is_reminded_urged_seen_and_written_about(
    jobs: Jobs, office: Office, clock: FakeClock, late: bytes, qtbot: Any
) -> None:
    watch = LadderWatch(jobs)
    _wait(clock, _DUE_H - 7, watch)
    assert _steps(office, late) == []
    _wait(clock, _DUE_H - 1, watch)
    _wait(clock, _DUE_H - 0.5, watch)
    assert _steps(office, late) == ["reminded"]
    _wait(clock, _DUE_H + 1.5, watch)
    assert _steps(office, late) == ["reminded", "urged"]
    pane = _supervisor(jobs, office, qtbot)
    unit, person = office.ask(ladder_notices.digests, language="en")
    assert ([len(unit.lines), len(person.lines)], unit.name) == ([1, 1], "County Hospital")
    cell = pane.board.model.cells(1)[1]
    assert (cell.text, cell.tone) == ("1", "danger")
    clock.set(clock.now() + timedelta(minutes=5))
    assert "Urging notice" in _prints(pane)
    assert "printed" in (office.ask(inquiries.detail, late).events[-1].note or "")
    clock.set(NOON + timedelta(hours=_DUE_H + 2))
    office.do(inquiries.move, late, State.CLOSED, note="The boiler was mended")
    for days in (1, 3, 30):
        _wait(clock, _DUE_H + 24 * days, watch)
    assert _steps(office, late) == ["reminded", "urged"]
    assert not office.ask(ladder_firing.is_due)
