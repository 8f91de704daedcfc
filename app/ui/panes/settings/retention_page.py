"""How long what is kept: days for each kind, what is due by that, and the redaction in two steps."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.models.retention import KINDS
from app.services import retention, wording
from app.services.retention import Rule
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.retention_card import RetentionCard


class RetentionTable(WholeList):
    """The kinds with their days and what is due, as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), _key_of, parent)

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show these kinds."""
        self.show_lines(rules)


class RetentionPage(Page):
    """For administrators. Nothing is redacted by itself."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("retention", jobs, parent)
        self.model = RetentionTable(self)
        self.view = TableView(self.model, name="settings.retention_list", parent=self)
        self.card = RetentionCard(jobs, self)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.card)
        self.view.picked.connect(self._choose)
        self.card.refused.connect(self._refuse)
        self.card.done.connect(self._done)
        self.retranslate()

    def refresh(self) -> None:
        """Ask what is due."""
        self.jobs.ask(retention.rules, key="retention", done=self._show, failed=self.refuse)

    def leave_form(self) -> bool:
        """Take a question back; False where nothing is asked."""
        return self.card.leave_question()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Retention"),
            self.tr(
                "How long records that tell of people are kept after their matter ended. Redacting takes names, "
                "numbers and free text out for good; figures and the proof that nothing was changed stay."
            ),
        )
        self.view.setAccessibleName(self.tr("Kinds of records"))
        self.card.retranslate()

    def _show(self, rules: list[Rule]) -> None:
        current = self.view.row()
        kind = current.kind if current is not None else next(iter(KINDS))
        self.model.show_rules(rules)
        self.view.select(list(KINDS).index(kind))
        self.card.show_rules(rules)

    def _choose(self, rule: object) -> None:
        if isinstance(rule, Rule):
            self.card.ask_about(rule)

    def _refuse(self, error: AppError) -> None:
        self.refuse(error)

    def _done(self, text: str) -> None:
        self.strip.success(text)
        self.refresh()


def _columns() -> tuple[Column, ...]:
    return (
        Column("kind", QT_TRANSLATE_NOOP("tables", "Records"), 0, show=_kind, sortable=False),
        Column("days", QT_TRANSLATE_NOOP("tables", "Kept"), 170, show=_days, sortable=False),
        Column("rows", QT_TRANSLATE_NOOP("tables", "Due now"), 110, "number", sortable=False),
        Column("oldest", QT_TRANSLATE_NOOP("tables", "Oldest"), 120, show=_oldest, sortable=False),
        Column("newest", QT_TRANSLATE_NOOP("tables", "Newest"), 120, show=_newest, sortable=False),
    )


def _kind(rule: Rule) -> str:
    return wording.label("retention_kind", rule.kind, languages.current())


def _days(rule: Rule) -> str:
    if rule.days is None:
        return QCoreApplication.translate("RetentionTable", "forever")
    return QCoreApplication.translate("RetentionTable", "{count} days").format(count=f"{rule.days:,}")


def _oldest(rule: Rule) -> str:
    return min(one.oldest_at for one in rule.due).date().isoformat() if rule.due else ""


def _newest(rule: Rule) -> str:
    return max(one.newest_at for one in rule.due).date().isoformat() if rule.due else ""


def _key_of(rule: Rule) -> str:
    return rule.kind
