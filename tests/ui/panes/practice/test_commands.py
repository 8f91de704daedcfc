"""No key of a mock call is one of the intake pane that stands below it."""

from PySide6.QtGui import QKeySequence

from app.ui.panes.practice.commands import PRACTICE
from app.ui.shell import commands
from app.ui.shell.pane_specs import rows_of


def test_no_key_is_one_of_intake_or_of_the_window() -> None:
    others = {QKeySequence(key).toString() for row in (*rows_of("intake"), *commands.COMMANDS) for key in row.keys}
    keys = {QKeySequence(key).toString() for row in PRACTICE for key in row.keys}
    assert len(keys) == len(PRACTICE)
    assert not keys & others
