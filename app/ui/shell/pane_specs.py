"""The panes of the window: who sees which, and how each is made. A pane is made when it is first shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from app.models.accounts import Permission, Person
from app.ui.kit.commands import Command
from app.ui.kit.jobs import Jobs
from app.ui.shell import commands
from app.ui.shell.doors import Doors, Opened


@dataclass(frozen=True)
class PanePlace:
    """What a pane is made from."""

    jobs: Jobs
    house: Opened
    doors: Doors


@dataclass(frozen=True)
class PaneSpec:
    """One pane. ``going`` is the command that shows it: its text, tip, shortcut and icon make the rail's button.

    A person with any of ``permissions`` sees it (all persons if there are none). ``rows`` returns the pane's own
    commands without making the pane, for the F1 sheet. ``early`` makes the same pane step by step before anybody signs
    in, and gives it at each step; it reads nothing personal. ``gives`` says whether a person ever gives a command, by
    its id, where not all who see the pane give all of them.
    """

    id: str
    going: Command
    factory: Callable[["PanePlace", QWidget], QWidget]
    permissions: tuple[Permission, ...] = ()
    rows: Callable[[], Sequence[Command]] = tuple
    at_the_end: bool = False
    early: Callable[["PanePlace", QWidget], Iterator[QWidget]] | None = None
    gives: Callable[[Person, str], bool] | None = None
    person: Person | None = None

    def is_for(self, person: Person) -> bool:
        """Whether a person sees the pane."""
        return not self.permissions or any(person.may(one) for one in self.permissions)

    def own_rows(self) -> list[Command]:
        """Return the rows that whoever the pane is for ever gives."""
        gives, person = self.gives, self.person
        return [row for row in self.rows() if gives is None or person is None or gives(person, row.id)]


def rows_of(pane: str, module: str = "commands") -> Sequence[Command]:
    """Return the rows of a pane's command tables, in the order of a module of them."""
    kept: dict[str, Any] = vars(import_module(f"app.ui.panes.{pane}.{module}"))
    found: list[Command] = []
    for value in kept.values():
        rows: tuple[Any, ...] = cast("tuple[Any, ...]", value) if isinstance(value, tuple) else (value,)
        found += [row for row in rows if isinstance(row, Command) and row not in found]
    return tuple(found)


def _intake(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.intake.pane import IntakePane

    return IntakePane(place.jobs, parent=parent)


def _intake_early(place: PanePlace, parent: QWidget) -> Iterator[QWidget]:
    from app.ui.panes.intake.pane import IntakePane

    pane = IntakePane(place.jobs, parent=parent, at_once=False)
    pane.hide()
    yield pane
    for _ in pane.prepare():
        yield pane


def _intake_rows() -> Sequence[Command]:
    return rows_of("intake")


def _work(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.work.pane import WorkPane

    return WorkPane(place.jobs, parent=parent)


def _work_rows() -> Sequence[Command]:
    return rows_of("work")


def _callbacks(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.callbacks.pane import CallbacksPane

    return CallbacksPane(place.jobs, parent=parent)


def _callbacks_rows() -> Sequence[Command]:
    return rows_of("callbacks")


def _findings(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.findings.pane import FindingsPane

    return FindingsPane(place.jobs, parent=parent)


def _findings_rows() -> Sequence[Command]:
    return rows_of("findings")


def _scripts(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.scripts.pane import ScriptsPane

    return ScriptsPane(place.jobs, world=place.doors.scripts_world(place.house), parent=parent)


def _scripts_rows() -> Sequence[Command]:
    return rows_of("scripts")


def _training(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.training.pane import TrainingPane

    return TrainingPane(place.jobs, parent=parent)


def _training_rows() -> Sequence[Command]:
    names = ("drill_commands", "exam_desk_commands", "commands")
    return [row for name in names for row in rows_of("training", name)]


def _training_gives(person: Person, command: str) -> bool:
    from app.ui.panes.training.pages import may_give

    return may_give(person, command)


def _supervision(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.supervision.pane import SupervisionPane

    return SupervisionPane(place.jobs, parent=parent)


def _supervision_rows() -> Sequence[Command]:
    return rows_of("supervision")


def _campaigns(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.campaigns.pane import CampaignsPane

    return CampaignsPane(place.jobs, parent=parent)


def _campaigns_rows() -> Sequence[Command]:
    return rows_of("campaigns")


def _reports(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.reports.pane import ReportsPane

    return ReportsPane(place.jobs, parent=parent)


def _reports_rows() -> Sequence[Command]:
    return rows_of("reports")


def _settings(place: PanePlace, parent: QWidget) -> QWidget:
    from app.ui.panes.settings.pane import SettingsPane

    return SettingsPane(place.jobs, world=place.doors.settings_world(place.house), parent=parent)


def _settings_rows() -> Sequence[Command]:
    return [*rows_of("settings"), *rows_of("settings", "section_commands")]


def _settings_gives(person: Person, command: str) -> bool:
    from app.ui.panes.settings.sections import may_give

    return may_give(person, command)


#: In the order of the rail.
PANES = (
    PaneSpec(
        "intake", commands.row("go.intake"), _intake, (Permission.TAKE_CONTACTS,), _intake_rows, early=_intake_early
    ),
    PaneSpec("work", commands.row("go.work"), _work, (Permission.SEE_INQUIRIES,), _work_rows),
    PaneSpec("callbacks", commands.row("go.callbacks"), _callbacks, (Permission.TAKE_CONTACTS,), _callbacks_rows),
    PaneSpec("scripts", commands.row("go.scripts"), _scripts, (Permission.READ_SCRIPTS,), _scripts_rows),
    PaneSpec(
        "training",
        commands.row("go.training"),
        _training,
        (Permission.PRACTICE,),
        _training_rows,
        gives=_training_gives,
    ),
    PaneSpec(
        "supervision",
        commands.row("go.supervision"),
        _supervision,
        (Permission.SUPERVISE_INQUIRIES,),
        _supervision_rows,
    ),
    PaneSpec("campaigns", commands.row("go.campaigns"), _campaigns, (Permission.REASSIGN_INQUIRIES,), _campaigns_rows),
    PaneSpec("findings", commands.row("go.findings"), _findings, (Permission.SEE_FINDINGS,), _findings_rows),
    PaneSpec("reports", commands.row("go.reports"), _reports, (Permission.SEE_INQUIRIES,), _reports_rows),
    PaneSpec("settings", commands.row("go.settings"), _settings, (), _settings_rows, True, gives=_settings_gives),
)


def for_person(specs: Sequence[PaneSpec], person: Person) -> tuple[PaneSpec, ...]:
    """Return the panes that a person sees, in the order of the rail, with the commands that they give."""
    seen = [spec for spec in specs if spec.is_for(person)]
    return tuple(replace(spec, person=person) if spec.gives else spec for spec in seen)
