import pytest
from PySide6.QtWidgets import QWidget

from app.ui.panes.work import steps
from app.ui.panes.work.action_row import ActionRow
from app.ui.panes.work.step_commands import StepCommands


class Target(StepCommands, QWidget):
    """A page of an inquiry in work."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[str] = []

    def begin(self, step: str) -> None:
        self.begun.append(step)

    def can_work(self) -> bool:
        return bool(self.steps_now)

    def can_hand_over(self) -> bool:
        return False

    def can_propose(self) -> bool:
        return False

    def has_inquiry(self) -> bool:
        return True


@pytest.fixture
def row(qtbot, qapp) -> ActionRow:
    target = Target()
    qtbot.addWidget(target)
    target.resize(900, 60)
    made = ActionRow(target)
    made.resize(900, 40)
    target.show()
    target.steps_now = steps.available(steps.State.IN_PROGRESS)
    made.refresh(steps.likely(steps.State.IN_PROGRESS))
    return made


def _shown(row: ActionRow) -> list[str]:
    return [name for name, button in row._buttons.items() if button.isVisible()]


def test_likely_steps_are_buttons_and_the_first_is_primary(row: ActionRow) -> None:
    assert set(_shown(row)) == {"close", "wait_caller", "dispatch"}
    assert row._buttons["close"].property("tone") == "primary"
    row._buttons["close"].click()
    assert row.window().begun == ["close"]


def test_a_narrow_row_keeps_the_primary_step_and_the_menu(row: ActionRow) -> None:
    row.resize(row.minimumSizeHint().width(), 40)
    assert _shown(row) == ["close"]
    assert row.more.isVisible()


def test_the_menu_holds_every_step_and_grays_what_cannot_be(row: ActionRow) -> None:
    menu = row.more.menu()
    menu.aboutToShow.emit()
    enabled = {action.objectName(): action.isEnabled() for action in menu.actions() if action.objectName()}
    assert {f"work.{step.id}" for step in steps.STEPS} <= set(enabled)
    assert enabled["work.dispatch"]
    assert not enabled["work.accept"]
    assert not enabled["work.hand_over"]


def test_titles_have_no_dots(row: ActionRow) -> None:
    assert row.title_of("close") == "Close"
