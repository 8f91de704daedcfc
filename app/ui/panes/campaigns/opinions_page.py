"""Opinions of a campaign: one after another is given its codes, by two people apart; below, what people named."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.campaigns import CampaignFacts
from app.models.interview_records import SurveyMode
from app.services import opinions, wording
from app.services.opinions import MOST, Opinion, Shares
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.table_view import TableView
from app.ui.panes.campaigns import asking_opinions
from app.ui.panes.campaigns.asking_opinions import CodeLine, OpinionBoard
from app.ui.panes.campaigns.code_list import CodeList
from app.ui.panes.campaigns.presenting import NONE, percent
from app.ui.panes.campaigns.tables import RowsTable


class OpinionsPage(QWidget):
    """``told(text)``, ``refused(error)``."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._campaign: CampaignFacts | None = None
        self._found: OpinionBoard | None = None
        self._skipped: set[tuple[bytes, str]] = set()
        self._offered: tuple[Opinion | None, tuple[tuple[str, str], ...]] = (None, ())
        self._keys_wanted = self._opened = False
        self._build()
        self._connect()
        self.retranslate()

    def show_campaign(self, one: CampaignFacts) -> None:
        """Ask for the opinions of a campaign."""
        if self._campaign is None or self._campaign.id != one.id:
            self._skipped.clear()
            self._opened = True
        self._campaign = one
        self._jobs.ask(
            asking_opinions.board, key="opinions", done=self._show, failed=self.refused.emit, campaign=one,
            language=languages.current(), mode=SurveyMode(self.mode.currentData()),
        )  # fmt: skip

    def current(self) -> Opinion | None:
        """Return the opinion that waits for its codes: the one on the screen as long as it waits, else the first."""
        waiting = [one for one in self._found.waiting if _name(one) not in self._skipped] if self._found else []
        shown = _name(self._offered[0]) if self._offered[0] else None
        return next((one for one in waiting if _name(one) == shown), next(iter(waiting), None))

    def code(self) -> None:
        """Give the chosen codes to the opinion."""
        one = self.current()
        if one is not None:
            self._jobs.do(
                opinions.code, done=self._coded, failed=self.refused.emit, interview=one.interview, item=one.item,
                codes=self.codes.codes(),
            )  # fmt: skip

    def take_keyboard(self, *, wanted: bool) -> None:
        """Let the keys give codes as soon as an opinion is shown, or no more."""
        self._keys_wanted = wanted

    def skip(self) -> None:
        """Leave an opinion for later."""
        one = self.current()
        if one is not None:
            self._skipped.add(_name(one))
            self._say()

    def ask_frame(self) -> None:
        """Let a person choose a frame of codes to publish."""
        dialog = QFileDialog(self.window())
        dialog.setObjectName("campaigns.codes.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Code frames (*.json)")])
        dialog.fileSelected.connect(self.publish)
        dialog.open()

    def publish(self, file: str) -> None:
        """Publish a frame of codes as the newest version of its name."""
        if file:
            self._jobs.do(opinions.publish_file, done=self._published, failed=self.refused.emit, path=Path(file))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {
            self.give: self.tr("Give the codes"), self.later: self.tr("Later"),
            self.frame: self.tr("Publish a code frame…"),
        }  # fmt: skip
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(text)
        self.mode.setAccessibleName(self.tr("Asked by"))
        self.mode.setToolTip(self.tr("How people were asked; ways are never put together"))
        self.codes.setAccessibleName(self.tr("Codes; the key of a code chooses it, Enter gives what is chosen"))
        self.view.setAccessibleName(self.tr("What people named"))
        self._none.show_text(self.tr("Nothing is coded yet"), "")
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._campaign is not None and self.isVisible():
                self.show_campaign(self._campaign)
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.said, self.place, self.words = (QLabel(self) for _ in range(3))
        self.place.setProperty("type", "hint")
        self.words.setProperty("type", "script")
        for label in (self.said, self.place, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.mode = _modes(self)
        self.codes = CodeList("campaigns.codes", self)
        self.give, self.later, self.frame = (QPushButton(self) for _ in range(3))
        for button, name in ((self.give, "give"), (self.later, "later"), (self.frame, "frame")):
            button.setObjectName(f"campaigns.codes.{name}")
        self.give.setProperty("tone", "primary")
        self.frame.setProperty("tone", "quiet")
        self.lines = self._named()
        self._none = EmptyState("campaigns.no_codes", "campaigns")
        self.view = TableView(self.lines, name="campaigns.named", empty=self._none, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        top, both, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        column.addLayout(top)
        top.addWidget(self.said, 1)
        top.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.place, self.words):
            column.addWidget(widget)
        column.addLayout(both, 1)
        column.addLayout(foot)
        both.setSpacing(theme.of_app().px("gap"))
        both.addWidget(self.codes, 1)
        both.addWidget(self.view, 1)
        foot.setSpacing(pad)
        for widget in (self.give, KeyHint("Return", self), self.later):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.frame)

    def _named(self) -> RowsTable:
        return RowsTable(
            [
                Column("words", QT_TRANSLATE_NOOP("tables", "Coded as"), 0, sortable=False),
                Column("people", QT_TRANSLATE_NOOP("tables", "People"), 70, "number", show=_people, sortable=False),
                Column("share", QT_TRANSLATE_NOOP("tables", "Of all asked"), 92, "number", show=_share, sortable=False),
                Column("kappa", QT_TRANSLATE_NOOP("tables", "Kappa"), 70, "number", show=_kappa, sortable=False),
            ],
            self,
        )

    def _connect(self) -> None:
        self.mode.currentIndexChanged.connect(self._turn)
        self.codes.decided.connect(self.code)
        self.give.clicked.connect(self.code)
        self.later.clicked.connect(self.skip)
        self.frame.clicked.connect(self.ask_frame)

    def _turn(self, _place: int) -> None:
        if self._campaign is not None:
            self.show_campaign(self._campaign)

    def _show(self, found: OpinionBoard) -> None:
        self._found = found
        opened, self._opened = self._opened, False
        other = next((place for place, one in enumerate(SurveyMode) if found.waits[one]), None)
        if opened and other is not None and not found.waiting:  # it opens on what waits
            self.mode.setCurrentIndex(other)
            return
        self.lines.show_lines(asking_opinions.lines(found))
        self._say()
        if self._keys_wanted:
            (self.codes if self.codes.isEnabled() else self.mode).setFocus()
        self._keys_wanted = False

    def _coded(self, _nothing: object) -> None:
        self._turn(0)
        self.codes.setFocus()

    def _published(self, version: int) -> None:
        self.told.emit(self.tr("Published as version {number}").format(number=version))
        self._turn(0)

    def _name_modes(self) -> None:
        """Name the ways of asking, with how many opinions of each wait."""
        language, found = languages.current(), self._found
        for place, one in enumerate(SurveyMode):
            words, count = wording.label("survey_mode", one.value, language), found.waits[one] if found else 0
            if count:
                words = self.tr("{mode} ({count} wait)").format(mode=words, count=_waiting(count))
            self.mode.setItemText(place, words)

    def _say(self) -> None:
        found, one = self._found, self.current()
        self._name_modes()
        for widget in (self.give, self.later, self.codes):
            widget.setEnabled(one is not None)
        if found is None:
            return
        self._offer(found, one)
        self.place.setText(self._placed(found, one) if one else "")
        self.words.setText(one.text if one else self.tr("No opinion waits for you."))
        whole = found.agreement.whole
        text = self.tr("{count} wait for you · {told} · agreement {kappa} over {pairs}")
        self.said.setText(
            text.format(
                count=_waiting(len(found.waiting)),
                told=self._rate(found.shares),
                kappa=_number(whole.value if whole else None),
                pairs=f"{whole.pairs if whole else 0:,}",
            )
        )

    def _offer(self, found: OpinionBoard, one: Opinion | None) -> None:
        """Offer the codes anew where they changed; what is chosen for an opinion stays as long as it is shown."""
        before, codes = self._offered
        is_same = before is not None and one is not None and _name(before) == _name(one)
        if not is_same or codes != found.codes:
            self.codes.offer(found.codes, self.codes.codes() if is_same else ())
        self._offered = (one, found.codes)

    def _placed(self, found: OpinionBoard, one: Opinion) -> str:
        """Return where an opinion was said, and what two people gave it who disagree."""
        place = found.names.get(one.institution, one.institution)
        if not one.told:
            return place
        words = dict(found.codes)
        language = languages.current()
        told = [wording.names_in_a_row((words.get(code, code) for code in codes), language) for codes in one.told]
        text = self.tr("{place} · Two people disagree: {first} / {second}. What you give settles it.")
        return text.format(place=place, first=told[0], second=told[1])

    def _rate(self, found: Shares) -> str:
        rate = found.rate
        if rate is None:
            why = wording.label("reliance", found.reliance.value, languages.current())
            return self.tr("{asked} asked ({why})").format(asked=found.asked, why=why)
        limits = f"{percent(rate.estimate)} ({percent(rate.low)} – {percent(rate.high)})"
        text = self.tr("{opinions} of {asked} had an opinion: {rate}")
        return text.format(opinions=f"{found.with_opinion:,}", asked=f"{found.asked:,}", rate=limits)


def _name(one: Opinion) -> tuple[bytes, str]:
    return one.interview, one.item


def _modes(parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setObjectName("campaigns.codes.mode")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # how many wait is told in it
    for one in SurveyMode:
        made.addItem("", one.value)
    return made


def _waiting(count: int) -> str:
    """Return how many opinions wait; no more than these were looked up."""
    return f"{MOST}+" if count >= MOST else str(count)


def _number(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def _people(one: CodeLine) -> str:
    return NONE if one.people is None else f"{one.people:,}"


def _share(one: CodeLine) -> str:
    return percent(one.share)


def _kappa(one: CodeLine) -> str:
    return _number(one.kappa)
