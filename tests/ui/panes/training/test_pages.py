"""Which page has a command, and who ever gives it."""

import pytest

from app.models.accounts import Person, Role
from app.ui.kit.commands import Command
from app.ui.panes.training import commands, pages
from app.ui.shell.pane_specs import PANES

OPERATOR = Person(b"1" * 16, "wang", "Wang", (Role.OPERATOR,))
TRAINER = Person(b"2" * 16, "chen", "Chen", (Role.TRAINER,))


def training_rows() -> list[Command]:
    """Every command of the pane."""
    return [row for spec in PANES if spec.id == "training" for row in spec.rows()]


@pytest.mark.parametrize(
    ("command", "page"),
    [("training.mock_start", "mock"), ("training.go", "drill"), ("training.reload", ""), ("nobody.knows", "")],
)
def test_each_command_is_found_on_its_page(command: str, page: str) -> None:
    assert pages.page_of(command) == page


def test_every_command_of_training_stands_on_a_page_or_on_the_pane() -> None:
    own = {row.id for row in commands.PANE}
    assert [row.id for row in training_rows() if not pages.page_of(row.id) and row.id not in own] == []


def test_an_operator_never_does_the_work_of_a_trainer_nor_a_trainer_a_mock_call() -> None:
    never = [row.id for row in training_rows() if not pages.may_give(OPERATOR, row.id)]
    assert {"training.course_new", "training.contest_draw", "training.desk_new", "training.appraisal_change"} <= {
        *never
    }
    assert not {"training.go", "training.mock_start", "training.course_answer", "training.reload"} & {*never}
    assert pages.may_give(TRAINER, "training.course_new")
    assert not pages.may_give(TRAINER, "training.mock_start")
