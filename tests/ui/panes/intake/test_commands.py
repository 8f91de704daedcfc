from app.ui.kit.commands import conflicts
from app.ui.panes.intake.commands import COMMANDS, OPENINGS, WITHOUT
from app.ui.panes.intake.pane import IntakePane


def test_no_key_is_claimed_twice_and_every_row_leads_somewhere():
    rows = (*COMMANDS, *WITHOUT, *OPENINGS)
    assert conflicts({"intake": rows}) == []
    assert all(hasattr(IntakePane, row.run) for row in rows)


def test_the_outcome_keys_are_those_on_the_buttons():
    keys = {row.id: row.shortcut for row in COMMANDS}
    found = [
        keys[f"intake.{name}"]
        for name in ("answered", "dispatch", "promise_call", "add_to_open", "refer", "put_through")
    ]
    assert found == ["F8", "F9", "F10", "Ctrl+Return", "F7", "Shift+F7"]
