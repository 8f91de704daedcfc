"""A sheet with a script, and an editor over the pane's library."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget

from app.scripts_library.script import Script
from app.services.script_sketches import Opened, to_edit
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.scripts.editor.editor import ScriptEditor
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.desk import NOON
from tests.scripts_library.making import small
from tests.windows import put_up


def now() -> datetime:
    """Noon of a Monday."""
    return NOON


@pytest.fixture
def sheet(bare_jobs: Jobs) -> Sheet:
    """A sheet with a small script that exists already."""
    made = Sheet()
    made.begin(small(), 1)
    return made


@pytest.fixture
def editor(jobs: Jobs, qtbot) -> ScriptEditor:
    """The editor over six scripts, the first of them open."""
    holder = QWidget()
    strip = MessageStrip(holder)
    made = ScriptEditor(jobs, strip, now=NOON, zone=NOON.tzinfo, parent=holder)  # type: ignore[arg-type]
    qtbot.addWidget(holder)
    made.strip = strip  # type: ignore[attr-defined]
    holder.resize(1196, 632)
    made.resize(1196, 600)
    put_up(qtbot, holder)
    made.open_script(opened(jobs, "hpv"))
    return made


def opened(jobs: Jobs, key: str) -> Opened:
    """What editing a script begins with."""
    return jobs.office.ask(to_edit, script=key)


def script_of(editor: ScriptEditor) -> Script:
    """What stands in the sheet."""
    return editor.sheet.script
