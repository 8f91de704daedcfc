"""What the commands of the rules ask of their page: the chosen rule, the version that is looked at, files."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from app.models.routing_rules import MAIN, Rule
from app.services import routing_rules, wording
from app.services.routing_rules import Board
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.rule_files import RuleFiles
from app.ui.panes.settings.rules_model import RuleLine, RulesTable, is_dead
from app.ui.panes.settings.world import SettingsWorld


class RuleDesk(Page):
    """The half of the page that changes no rule. Whoever inherits it shows the ``_board`` and has the ``view``."""

    view: TableView
    model: RulesTable
    restoring: QPushButton

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget | None = None) -> None:
        super().__init__("rules", jobs, parent)
        self._board: Board | None = None
        self._name, self._older = MAIN, 0
        self._has_files = world is not None and world.read_text is not None and world.write_text is not None
        self.files = RuleFiles(jobs, world, self)
        self.files.saved.connect(self._imported)
        self.files.written.connect(self._written)
        self.files.refused.connect(self.refuse)

    def import_rules(self) -> None:
        """Keep the table of a file, to be looked at, tried and published."""
        self.files.choose_source()

    def export_rules(self) -> None:
        """Write the version on the screen to a file."""
        board = self._board
        if board is not None and self.can_export():
            self.files.choose_target(self._name, board.standing.table.number)

    def restore_rules(self) -> None:
        """Go on working with the older version that is looked at; nothing decides before it is published."""
        if self._board is not None and self._older:
            table = self._board.standing.table
            self.jobs.do(routing_rules.save, done=self._restored, failed=self.refuse, initiator=self, table=table)

    def published(self, version: int) -> None:
        """Say that the table is in force, and which of its rules decide nothing."""
        text = self.tr("Published as version {version}").format(version=version)
        dead = [one.rule.name for one in self.model.lines if is_dead(one)]
        if dead:
            never = self.tr("{text}. Rules that never fire: {names}")
            self.strip.warning(never.format(text=text, names=wording.names_in_a_row(dead, languages.current())))
        else:
            self.strip.success(text)
        self.refresh()

    def show_restoring(self, *, asking: bool = False) -> None:
        """Offer to go on with a version only where an older one is looked at."""
        self.restoring.setVisible(bool(self._older) and not asking)

    def line(self) -> RuleLine | None:
        """Return the rule that is chosen; an older version is only looked at."""
        return self.view.row() if not self._older else None

    def has_rule(self) -> bool:
        """Whether a rule is chosen."""
        return self.line() is not None

    def is_newest(self) -> bool:
        """Whether the version that is worked on is on the screen."""
        return not self._older

    def is_older(self) -> bool:
        """Whether an older version is looked at."""
        return bool(self._older)

    def can_move_up(self) -> bool:
        """Whether a rule stands before the chosen one."""
        line = self.line()
        return line is not None and line.place > 0

    def can_move_down(self) -> bool:
        """Whether a rule stands after the chosen one."""
        line = self.line()
        return line is not None and line.place + 1 < len(self._rules())

    def can_publish(self) -> bool:
        """Whether something waits to be published."""
        return self._board is not None and not self._older and self._board.standing.changed

    def has_files(self) -> bool:
        """Whether files can be read and written here."""
        return self._has_files

    def can_export(self) -> bool:
        """Whether there is a saved table to write."""
        return self._has_files and self._board is not None and self._board.standing.table.number > 0

    def _rules(self) -> Sequence[Rule]:
        return self._board.standing.table.rules if self._board else ()

    def _look_at(self, number: int) -> None:
        self._older = number
        self.leave_form()
        self.refresh()

    def _imported(self, name: str) -> None:
        self._name = name
        self.strip.success(self.tr("Kept; nothing decides before it is published."))
        self._look_at(0)

    def _restored(self, _version: object) -> None:
        self.strip.success(self.tr("Kept; nothing decides before it is published."))
        self._look_at(0)

    def _written(self, file: str) -> None:
        self.strip.success(self.tr("Written to {file}").format(file=file))
