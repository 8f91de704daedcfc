"""Routing rules: an ordered table that is worked on, tried on the past, and published."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.models.errors import AppError, FieldWrong
from app.models.routing_rules import Rule, Table
from app.models.routing_trials import Trial
from app.services import routing_rules, units, wording
from app.services.routing_rules import Board
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.flow import FlowLayout
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import is_chinese
from app.ui.kit.table_view import TableView
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.settings.commands import RULES
from app.ui.panes.settings.page import muted
from app.ui.panes.settings.rule_desk import RuleDesk
from app.ui.panes.settings.rule_form import RuleForm
from app.ui.panes.settings.rule_trial import TrialBar
from app.ui.panes.settings.rule_versions import VersionChoice
from app.ui.panes.settings.rules_model import RuleLine, RulesTable, hide_unused, lines_of, remark_in_words
from app.ui.panes.settings.world import SettingsWorld


class RulesPage(RuleDesk):
    """The rules in their order, with a form under them. Every change is kept; it decides once it is published."""

    def __init__(self, jobs: Jobs, world: SettingsWorld | None = None, parent: QWidget | None = None) -> None:
        super().__init__(jobs, world, parent)
        self._trial: Trial | None = None
        self._editing = -1
        self._wanted: int | None = None
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the table as it is worked on."""
        wanted: dict[str, Any] = {"name": self._name, "shown": self._older}
        self.jobs.ask(routing_rules.board, key="rules", done=self._show, failed=self.refuse, **wanted)

    def leave_form(self) -> bool:
        """Take the question off the page, or stop a trial; False where there is neither."""
        if self.trial.running:
            self.trial.stop()
            return True
        if not self.form.asking:
            return False
        self.form.close_form()
        self._make_room(asking=False)
        self.view.setFocus()
        return True

    def add_rule(self) -> None:
        """Ask about a new rule, which will stand behind the chosen one."""
        self._ask(None)

    def edit_rule(self) -> None:
        """Ask about the chosen rule."""
        if (line := self.line()) is not None:
            self._ask(line)

    def delete_rule(self) -> None:
        """Take the chosen rule out; the published version keeps it until the next one is published."""
        if (line := self.line()) is not None:
            self._save(
                [rule for place, rule in enumerate(self._rules()) if place != line.place], max(line.place - 1, 0)
            )

    def move_up(self) -> None:
        """Let the chosen rule be looked at earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Let the chosen rule be looked at later."""
        self._move(1)

    def test_rules(self) -> None:
        """Try the table on past inquiries; Esc stops it."""
        if self._board is not None:
            self.trial.start(self._board.standing.table)

    def publish_rules(self) -> None:
        """Put the table in force."""
        if self._board is not None and self.can_publish():
            table = self._board.standing.table
            failed = self._refuse_rule
            self.jobs.do(routing_rules.publish, done=self.published, failed=failed, initiator=self, table=table)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Routing rules"),
            self.tr("The first rule that fits says where an inquiry goes. Where none fits, past dispatches suggest."),
        )
        self.view.setAccessibleName(self.tr("Routing rules"))
        self.tables.setAccessibleName(self.tr("Table of rules"))
        self._empty.show_text(
            self.tr("No rules yet"),
            self.tr("Add the first one; try it on past inquiries before it decides anything."),
            self.tr("New rule…"),
        )
        self._say()

    def _build(self) -> None:
        self._empty = EmptyState("settings.no_rules", "dispatch")
        self.model = RulesTable(self)
        self.tables = QComboBox(self)
        self.tables.setObjectName("settings.rule_tables")
        self.versions = VersionChoice(self)
        self.view = TableView(self.model, name="settings.rules_list", empty=self._empty, parent=self)
        self.view.setMinimumHeight(theme.of_app().px("row") * 3)
        self.form = RuleForm(self._suggest_unit, self._now, self)
        self.table = CommandTable(RULES, self)
        buttons = {row.id: self.table.button(row.id, self) for row in RULES}
        self._buttons, self.restoring = tuple(buttons.values()), buttons["settings.restore_rules"]
        self.trial = TrialBar(self.jobs, self)
        self._state, self._found = muted(QLabel(self)), muted(QLabel(self))
        head = QHBoxLayout()
        self.body.addLayout(head)
        head.addWidget(self.tables)
        head.addWidget(self.versions)
        head.addWidget(self._state, 1)
        line = FlowLayout(gap=theme.of_app().px("pad"))
        self.body.addLayout(line)
        for button in self._buttons:
            line.addWidget(button)
        self.body.addWidget(self.trial)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._found)
        self.body.addWidget(self.form)

    def _connect(self) -> None:
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self.edit_rule)
        self.form.accepted.connect(self._take)
        self.form.left.connect(self.leave_form)
        self.trial.found.connect(self._tried)
        self.trial.refused.connect(self.refuse)
        self.tables.activated.connect(self._go_to_table)
        self.versions.wanted.connect(self._look_at)
        self._empty.acted.connect(self.add_rule)

    def _now(self) -> datetime:
        return self._board.now if self._board else datetime(2000, 1, 1, tzinfo=UTC)

    def _suggest_unit(self, text: str) -> list[Suggestion]:
        found = self.jobs.office.ask(units.find, text=text)
        return [Suggestion(one.code, self._name_of(one.code), one.code) for one in found]

    def _name_of(self, code: str) -> str:
        unit = self._board.units.get(code) if self._board else None
        if unit is None:
            return code
        return unit.name if is_chinese(languages.current()) else unit.name_en or unit.name

    def _ask(self, line: RuleLine | None) -> None:
        self._editing = line.place if line is not None else -1
        if self._board is not None:
            others = [one for one in self._board.names if one != self._name]
            self.form.show_choices(self._board.calendars, others)
        self.form.ask(line.rule if line else None, line.unit if line else "")
        self._make_room(asking=True)

    def _make_room(self, *, asking: bool) -> None:
        self.show_hint(not asking)
        for widget in (*self._buttons, self._state):
            widget.setVisible(not asking)
        self._make_room_for_words()
        self.show_restoring(asking=asking)

    def _make_room_for_words(self) -> None:
        """Let what is said of the rules take a line under them only where something is said."""
        self._found.setVisible(bool(self._found.text()) and not self.form.asking)

    def _take(self, rule: Rule) -> None:
        rules = list(self._rules())
        if self._editing >= 0:
            rules[self._editing] = rule
            self._save(rules, self._editing)
        else:
            line = self.line()
            place = line.place + 1 if line is not None else len(rules)
            self._save([*rules[:place], rule, *rules[place:]], place)

    def _move(self, by: int) -> None:
        line, rules = self.line(), list(self._rules())
        if line is not None and 0 <= line.place + by < len(rules):
            rules.insert(line.place + by, rules.pop(line.place))
            self._save(rules, line.place + by)

    def _save(self, rules: Sequence[Rule], wanted: int) -> None:
        self._wanted, table = wanted, Table(self._name, tuple(rules))
        self.jobs.do(routing_rules.save, done=self._saved, failed=self._refuse_fields, initiator=self, table=table)

    def _saved(self, _version: object) -> None:
        self._trial = None
        with handed_on(self.form, self.view):
            self.form.close_form()
            self._make_room(asking=False)
        self.refresh()

    def _refuse_rule(self, error: AppError) -> None:
        """Open the rule that keeps the table from being published, with the reason beside its field."""
        named = error.facts.get("rule")
        line = next((one for one in self.model.lines if one.rule.name == named), None)
        if line is not None and isinstance(error, FieldWrong):
            self.view.select(line.place)
            self._ask(line)
        self._refuse_fields(error)

    def _refuse_fields(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.asking and self.form.refuse(error):
            return
        self.form.release()
        self.refuse(error)

    def _tried(self, trial: Trial) -> None:
        self._trial = trial
        if self._board is not None:
            self._show(self._board)

    def _go_to_table(self, place: int) -> None:
        self._name, self._trial, self._wanted = self.tables.itemText(place), None, 0
        self._look_at(0)

    def _show(self, board: Board) -> None:
        line = self.line()
        chosen = line.place if line is not None else 0
        wanted = chosen if self._wanted is None else self._wanted
        self._board, self._wanted, self._older = board, None, board.shown
        self.versions.show_board(board)
        self.tables.clear()
        self.tables.addItems(board.names)
        self.tables.setCurrentText(self._name)
        self.tables.setVisible(len(board.names) > 1)
        self.model.show_lines(lines_of(board.standing, self._trial, self._name_of))
        if self.model.rowCount():
            self.view.select(min(wanted, self.model.rowCount() - 1))
        hide_unused(self.view, self.model)
        self.show_restoring(asking=self.form.asking)
        self.table.refresh()
        self._say()

    def _choose(self, _line: object) -> None:
        self.table.refresh()
        self._say()

    def _say(self) -> None:
        board, line = self._board, self.line()
        remark = remark_in_words(line) if line is not None else ""
        trial = ""
        if self._trial is not None:
            text = self.tr("Of {looked} past inquiries a rule decides {fired}; right in {agreed} of {judged}.")
            found = self._trial
            trial = text.format(looked=found.looked, fired=found.fired, agreed=found.agreed, judged=found.judged)
        self._found.setText(wording.sentences((trial, remark), languages.current()))
        self._make_room_for_words()
        number = board.standing.published.number if board else 0
        if board is None or not (number or board.standing.changed):
            self._state.setText("")
        elif board.shown and board.shown != number:
            self._state.setText(
                self.tr("An older version, only to be looked at. Version {number} is in force.").format(number=number)
            )
        elif board.standing.changed:
            self._state.setText(self.tr("Changes wait to be published; until then the former rules decide."))
        else:
            self._state.setText(self.tr("Version {number} is in force.").format(number=number))
