"""Results of a campaign: each institution with its limits, over all strata, and before against after."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.models.intervals import Reliance
from app.services import access, campaign_answers, wording
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.campaigns import asking_results, presenting_results, results_tables
from app.ui.panes.campaigns.asking_results import Shown
from app.ui.panes.campaigns.presenting_results import ChangeLine, ChangeWords, p_value
from app.ui.panes.campaigns.raked_line import RakedLine
from app.ui.panes.campaigns.results_bar import ResultsBar
from app.ui.panes.campaigns.whole_line import WholeLine


class ResultsPage(QWidget):
    """``told(text)`` something was saved, ``refused(error)``. ``foot`` is a line for buttons."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._campaign: bytes | None = None
        self._shown: Shown | None = None
        self._build()
        self._connect()
        self.retranslate()

    def show_campaign(self, campaign: bytes) -> None:
        """Ask for the results of a campaign."""
        self._campaign = campaign
        wanted = self.bar.wanted(campaign)
        self._jobs.ask(
            asking_results.shown, key="results", done=self._show, failed=self._fail, wanted=wanted,
            language=languages.current(),
        )  # fmt: skip

    def can_save(self) -> bool:
        """Whether there are answers to save."""
        return self._shown is not None

    def save(self) -> None:
        """Let a person choose where the answers are written to."""
        dialog = QFileDialog(self.window())
        dialog.setObjectName("campaigns.results.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)")])
        if self._shown is not None:
            dialog.selectFile(f"{self._shown.results.campaign.name}.xlsx")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, file: str) -> None:
        """Write the answers with their codebook to a file; CSV where its name does not end in .xlsx."""
        if file and self._shown is not None:
            seat = self._jobs.office.seat()

            def told(rows: int) -> None:
                seat.do(access.exported, entity="interview", rows=rows)

            self._jobs.ask(
                campaign_answers.save, key="save_answers", done=self._saved, failed=self.refused.emit,
                campaign=self._shown.results.campaign.id, path=Path(file), language=languages.current(),
                identity=self.identity.isChecked(), mode=self._shown.results.mode, whole=told,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.figures_view.setAccessibleName(self.tr("Figures by institution"))
        self.changes_view.setAccessibleName(self.tr("Changes by institution"))
        self.identity.setText(self.tr("With names and free texts of those who agreed"))
        self.identity.setAccessibleName(self.identity.text())
        for empty in self._empties:
            empty.show_text(
                self.tr("No answers yet"), self.tr("They come from interviews, asked by this way and in this quarter.")
            )
        if self._shown is not None:
            self._say(self._shown)
        self.raked.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.bar = ResultsBar(self)
        self.whole, self.detail = WholeLine(self), QLabel(self)
        self.detail.setProperty("type", "hint")
        self.detail.setWordWrap(True)
        self.figures, self.changes = results_tables.figures(self), results_tables.changes(self)
        self._empties = [EmptyState(f"campaigns.no_{name}", "campaigns") for name in ("figures", "changes")]
        self.figures_view = TableView(self.figures, name="campaigns.figures", empty=self._empties[0], parent=self)
        self.changes_view = TableView(self.changes, name="campaigns.changes", empty=self._empties[1], parent=self)
        self._stack = QStackedWidget(self)
        for view in (self.figures_view, self.changes_view):
            view.setSelectionMode(view.SelectionMode.SingleSelection)
            self._stack.addWidget(view)
        self.identity = QCheckBox(self)
        self.identity.setObjectName("campaigns.results.identity")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        self.raked = RakedLine(self._jobs, self)
        for widget in (self.bar, self.whole, self.raked):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.detail)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(pad)
        column.addLayout(self.foot)
        self.foot.addWidget(self.identity)

    def _connect(self) -> None:
        self.bar.changed.connect(self._ask_again)
        self.changes_view.picked.connect(self._explain)

    def _ask_again(self) -> None:
        if self._campaign is not None:
            self.show_campaign(self._campaign)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.bar.show_choices(shown)
        self._say(shown)
        self.raked.follow(shown)

    def _fail(self, error: object) -> None:
        self._shown = None
        self.raked.follow(None)
        for model in (self.figures, self.changes):
            model.show_lines(())
        for label in (self.whole, self.detail):
            label.setText("")
        self.refused.emit(error)

    def _say(self, shown: Shown) -> None:
        cautions = {
            Reliance.CAUTION: self.tr("under 100"), Reliance.WEAK: self.tr("under 50"),
            Reliance.SUPPRESSED: self.tr("under 25"), Reliance.WITHHELD: self.tr("withheld"),
        }  # fmt: skip
        words = ChangeWords(
            self.tr("too few"), self.tr("was lowest"), self.tr("exact test"), self.tr("new measure"),
            self.tr("one quarter"), self.tr("withheld"),
        )  # fmt: skip
        self.figures.show_lines(presenting_results.figures(shown, cautions))
        self.changes.show_lines(presenting_results.changes(shown, words=words))
        self._stack.setCurrentWidget(self.changes_view if shown.before else self.figures_view)
        self.whole.show_results(shown)
        told = self._pooled(shown) if shown.before else self._definition()
        self.detail.setText(f"{told}\n{self._drawn(shown)}".strip())

    def _drawn(self, shown: Shown) -> str:
        """Return by what anybody can draw the sample again; "" of a campaign without one."""
        facts = shown.results.campaign
        text = self.tr("Drawn from the list {frame} by permanent random numbers, seed {seed}, from {start} on.")
        start = wording.begun_at(facts.start, facts.starts, languages.current())
        return text.format(frame=facts.frame_name, seed=facts.seed, start=start) if facts.seed else ""

    def _definition(self) -> str:
        return self.tr(
            "Top box: the best answer (9–10 of 10). Top two: the two best (rate of satisfaction). Mean × 20: of five "
            "points, 20 to 100. Limits: Wilson's, corrected for how many people the place has. Under 25 answers "
            "nothing is shown; withheld: such a figure could be worked out from it. Adjusted: the top box as if every "
            "institution shown had had the same patients (age, sex, department, admission, length of stay, who "
            "answered, days since)."
        )

    def _pooled(self, shown: Shown) -> str:
        found = shown.pooled
        least = self.tr("Least seen: the rise that so many answers would show (80 % power).")
        if whole := self.whole.change(shown):
            least = f"{whole}\n{least}"
        if found is None or found.odds is None:
            return least
        text = self.tr(
            "{count} institutions together: odds ratio {odds} ({low}–{high}), CMH p {p}; the same everywhere: p {same}"
        )
        odds = found.odds
        told = text.format(
            count=found.institutions, odds=f"{odds.estimate:.2f}", low=f"{odds.low:.2f}", high=f"{odds.high:.2f}",
            p=p_value(found.test.p), same=p_value(found.same.p),
        )  # fmt: skip
        return f"{told}\n{least}"

    def _explain(self, one: ChangeLine | None) -> None:
        if one is None or self._shown is None:
            return
        lines = [self._pooled(self._shown)]
        text = self.tr("{place}: {change} points ({limits}), p {p}; against the others {others}")
        lines.append(text.format(place=one.place, change=one.change, limits=one.limits, p=one.p, others=one.whole))
        if one.exact:
            lines.append(self.tr("Fisher's exact test, because a count is small."))
        if one.washout:
            text = self.tr("A measure took effect here on {day}: that quarter is left out of what is compared here.")
            lines.append(text.format(day=one.washout))
        lines.extend(self._before(one))
        self.detail.setText("\n".join(lines))

    def _before(self, one: ChangeLine) -> list[str]:
        """Return what is to be thought of because of the quarters before."""
        if one.unjudged:
            return [
                self.tr(
                    "Not judged: it was among the lowest before, and only one quarter before has answers, so that a "
                    "rise by itself cannot be told from a change. Hold it against two quarters or more."
                )
            ]
        lines = [self.tr("It was among the lowest before: a part of a rise comes by itself.")] if one.was_low else []
        if one.alone:
            lines.append(self.tr("Against the others needs answers of two quarters before or more: here is one."))
        return lines

    def _saved(self, count: int) -> None:
        self.told.emit(self.tr("%n interview(s) saved, with codebook and labels", "", count))
