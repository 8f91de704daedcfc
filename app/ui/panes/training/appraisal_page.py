"""Appraisal figures of a quarter with their formula, who set it when and why; evaluators set another one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.models.appraisals import Formula
from app.models.errors import AppError, FieldWrong
from app.services import appraisals
from app.services.appraisals import AppraisalDesk
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.panes.training import presenting_appraisal
from app.ui.panes.training.appraisal_form import AppraisalForm
from app.ui.panes.training.commands import APPRAISAL


@dataclass(frozen=True)
class Shown:
    """Figures and formulas, and the time and zone in which times are said."""

    desk: AppraisalDesk
    now: datetime
    zone: ZoneInfo


def shown(view: View) -> Shown:
    """Return everything that the page shows."""
    return Shown(appraisals.desk(view), view.now, ZoneInfo(view.settings.time_zone))


class AppraisalPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Shown | None = None
        self._setting = False
        self.commands = CommandTable(APPRAISAL, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the figures again."""
        self._jobs.ask(shown, key="training.appraisal", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the figures; a form that is open keeps it."""
        if not self._setting:
            self.text.setFocus()

    def may_set(self) -> bool:
        """Whether whoever is here sets what counts."""
        return self._shown is not None and self._shown.desk.may_set and not self._setting

    def is_setting(self) -> bool:
        """Whether the form is open."""
        return self._setting

    def change(self) -> None:
        """Ask what is to count."""
        if self._shown is not None:
            self._open(wanted=True)
            self.form.ask(self._shown.desk.formula, self._shown.desk.today, self._shown.zone)

    def save(self) -> None:
        """Set what the form says."""
        self.form.save()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Appraisal"))
        self.text.setAccessibleName(self.tr("Appraisal figures, their formula and its history"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.appraisal")
        self.text = QTextBrowser(self)
        self.text.setObjectName("training.appraisal.text")
        self.form = AppraisalForm(self._now, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.text, 1)
        column.addWidget(self.form)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.commands.button("training.appraisal_change", self))
        row.addWidget(self.commands.button("training.appraisal_save", self, tone="primary"))
        row.addStretch(1)
        self.form.hide()

    def _connect(self) -> None:
        self.form.wanted.connect(self._set)
        self.form.left.connect(self._close)
        theme.of_app().changed.connect(self._say)

    def _now(self) -> datetime:
        return self._shown.now if self._shown is not None else datetime(2000, 1, 1, tzinfo=UTC)

    def _open(self, *, wanted: bool) -> None:
        self._setting = wanted
        self.form.setVisible(wanted)
        self.commands.refresh()

    def _close(self) -> None:
        self._open(wanted=False)
        self.text.setFocus()

    def _show(self, found: Shown) -> None:
        self._shown = found
        self.commands.refresh()
        self._say()

    def _set(self, formula: Formula) -> None:
        self._jobs.do(appraisals.set_formula, done=self._was_set, failed=self._refuse, initiator=self, formula=formula)

    def _was_set(self, _none: None) -> None:
        self.told.emit(self.tr("The formula is set; what counted before stays in the list."))
        self._close()
        self.reload()

    def _say(self) -> None:
        found = self._shown
        if found is None:
            return
        language, words = languages.current(), self._words()
        formula = presenting_appraisal.formula_text(found.desk.formula, language, words)
        said = [(one.formula, one.by, self._when(one.at)) for one in found.desk.history]
        title = self.tr("Figures of the last 13 weeks") if found.desk.may_set else self.tr("My figures of 13 weeks")
        before = self.tr("What counted from when on")
        figures = presenting_appraisal.figures_html(found.desk.figures, language, words)
        history = presenting_appraisal.history_html(said, language, words)
        self.text.setHtml(f"<h3>{title}</h3><p>{formula}</p>{figures}<h3>{before}</h3>{history}")

    def _when(self, at: datetime | None) -> str:
        found = self._shown
        return moment(at, found.now, languages.current(), found.zone) if found is not None and at is not None else ""

    def _words(self) -> dict[str, str]:
        return {
            "operator": self.tr("Operator"),
            "total": self.tr("Total"),
            "formula": self.tr("{total} = {parts}. {days}"),
            "critical": self.tr("Critical errors"),
            "days": self.tr("{days} days of practice in a quarter are all; without a measured part there is no total."),
            "from": self.tr("From"),
            "practice_days": self.tr("Days asked for"),
            "why": self.tr("Why"),
            "who": self.tr("Set by"),
            "shipped": self.tr("as shipped"),
        }

    def _refuse(self, error: AppError) -> None:
        if not (isinstance(error, FieldWrong) and self._setting and self.form.refuse(error)):
            self.refused.emit(error)
