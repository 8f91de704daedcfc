from PySide6.QtWidgets import QPushButton

from app.ui.panes.intake.still_state import StillState


def test_it_says_something_and_has_nothing_to_press(shown):
    state = StillState("nothing", "lock")
    state.show_text("Locked", "The call goes on.")
    shown(state)
    assert state.accessibleName() == "Locked The call goes on."
    assert not state.findChild(QPushButton).isVisible()
