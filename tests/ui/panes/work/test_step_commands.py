import pytest

from app.ui.panes.work import steps
from app.ui.panes.work.commands import DETAIL
from app.ui.panes.work.step_commands import StepCommands


class Recorder(StepCommands):
    """Remembers which steps were begun."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    def begin(self, step: str) -> None:
        self.begun.append(step)


ROWS = {row.id.removeprefix("work."): row for row in DETAIL}


@pytest.mark.parametrize("step", [one.id for one in steps.STEPS])
def test_each_command_begins_its_own_step(step: str) -> None:
    target = Recorder()
    row = ROWS[step]
    getattr(target, str(row.run))()
    assert target.begun == [step]
    assert not getattr(target, str(row.enabled_when))()
    target.steps_now = (step,)
    assert getattr(target, str(row.enabled_when))()


def test_a_page_that_takes_no_steps_says_so() -> None:
    with pytest.raises(RuntimeError):
        StepCommands().begin("accept")
    with pytest.raises(KeyError):
        StepCommands().can("fly")
