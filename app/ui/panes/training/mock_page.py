"""Mock calls of whoever sits at the desk: callers to choose from, calls that were played, what is proposed of one."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import drills, evaluations, mock_records, mock_scenarios, wording
from app.services.mock_records import CallLine, SeenCall
from app.services.mock_scenarios import Offer
from app.services.office import View, Work
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting_mock, presenting_review
from app.ui.panes.training.commands import MOCK_CALLS
from app.ui.panes.training.ink import ink
from app.ui.panes.training.mock_words import MockWords
from app.ui.panes.training.presenting import spoken


@dataclass(frozen=True)
class Playable:
    """Who can call, what was played, and the time and zone in which times are said."""

    offers: tuple[Offer, ...] = ()
    lines: tuple[CallLine, ...] = ()
    now: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))


def playable(view: View, language: str) -> Playable:
    """Return everything that the page shows at first."""
    short = spoken(language)
    lines = tuple(mock_records.mine(view, short))
    offers = tuple(mock_scenarios.offered(view, short))
    return Playable(offers, lines, view.now, ZoneInfo(view.settings.time_zone))


def practice_missed(work: Work, script: str, points: tuple[str, ...]) -> int:
    """Put key points into one's own drill of today, and return how many."""
    for point in points:
        drills.want(work, script, point)
    return len(points)


class MockPage(QWidget):
    """``told(text)``, ``refused(error)``, ``practice_wanted((scenario, language))`` when a call is to begin."""

    told = Signal(str)
    refused = Signal(object)
    practice_wanted = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found = Playable()
        self._offer: Offer | None = None
        self._seen: SeenCall | None = None
        self._wanted: bytes | None = None
        self._words = MockWords(self)
        self.commands = CommandTable(MOCK_CALLS, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look again at what can be played and what was."""
        self._jobs.ask(
            playable, key="training.mock", done=self._show, failed=self._refuse, language=languages.current()
        )

    def take_focus(self) -> None:
        """Put the focus into the list of callers."""
        self.callers.setFocus()

    def may_start(self) -> bool:
        """Whether a caller is chosen."""
        return self._offer is not None

    def has_missed(self) -> bool:
        """Whether the call on the right lacks key points of its script."""
        return self._seen is not None and bool(self._seen.proposed.missed)

    def start(self) -> None:
        """Let the chosen caller ring."""
        if self._offer is not None:
            self.practice_wanted.emit((self._offer.scenario.id, str(self.language.currentData())))

    def drill_missed(self) -> None:
        """Put the key points that are missing into today's drill."""
        if self._seen is not None:
            self._jobs.do(
                practice_missed, done=self._drilled, failed=self._refuse, initiator=self,
                script=self._seen.line.call.script, points=self._seen.proposed.missed,
            )  # fmt: skip

    def show_call(self, call: bytes) -> None:
        """Show a call that was just played."""
        self._wanted = call
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Mock calls"))
        self.callers.setAccessibleName(self.tr("Callers"))
        self.played.setAccessibleName(self.tr("Calls you played"))
        self.detail.setAccessibleName(self.tr("The caller, or the call"))
        self.language.setAccessibleName(self.tr("Language of the caller"))
        self._played_title.setText(self.tr("Calls you played"))
        self._no_caller.show_text(
            self.tr("Nobody can call yet"),
            self.tr("Each caller is tied to a sample script; publish those first."),
        )
        self._no_call.show_text(
            self.tr("No call played yet"), self.tr("Choose a caller above; Ctrl+Shift+L lets them ring.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.reload()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.mock")
        pad = theme.of_app().px("pad")
        self._no_caller = EmptyState("training.mock.no_caller", "phone", parent=self)
        self._no_call = EmptyState("training.mock.no_call", "review", parent=self)
        self.caller_rows = WholeList(self._caller_columns(), _id_of, self)
        self.callers = TableView(self.caller_rows, name="training.mock.callers", empty=self._no_caller, parent=self)
        self.call_rows = WholeList(self._call_columns(), _key_of, self)
        self.played = TableView(self.call_rows, name="training.mock.played", empty=self._no_call, parent=self)
        self._played_title = QLabel(self)
        self._played_title.setProperty("type", "section")
        self.detail = QTextBrowser(self)
        self.detail.setObjectName("training.mock.detail")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._lists(pad))
        split.addWidget(self.detail)
        split.setSizes([560, 520])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        self._put_buttons(row, pad)

    def _lists(self, pad: int) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.callers, 3)
        column.addWidget(self._played_title)
        column.addWidget(self.played, 2)
        return side

    def _put_buttons(self, row: QHBoxLayout, pad: int) -> None:
        self.language = QComboBox(self)
        self.language.setObjectName("training.mock.language")
        for code, name in (("zh", "中文"), ("en", "English")):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(0 if spoken(languages.current()) == "zh" else 1)
        row.setSpacing(pad)
        row.addStretch(1)
        row.addWidget(self.commands.button("training.mock_drill", self))
        row.addWidget(self.language)
        row.addWidget(self.commands.button("training.mock_start", self, tone="primary"))

    def _connect(self) -> None:
        self.callers.picked.connect(self._pick)
        self.callers.opened.connect(self._open)
        self.played.picked.connect(self._pick_call)
        theme.of_app().changed.connect(self._say)

    def _show(self, found: Playable) -> None:
        kept = self._offer.scenario.id if self._offer else ""
        self._found = found
        self.caller_rows.show_lines(found.offers)
        self.call_rows.show_lines(found.lines)
        ids = [one.scenario.id for one in found.offers]
        if ids and self._seen is None and self._wanted is None:
            self.callers.select(ids.index(kept) if kept in ids else 0)
        wanted, self._wanted = self._wanted, None
        places = [at for at, one in enumerate(found.lines) if one.call.id == wanted]
        if places:
            self.played.select(places[0])
            self._pick_call(found.lines[places[0]])

    def _open(self, _offer: Offer) -> None:
        self.start()

    def _pick(self, offer: Offer | None) -> None:
        if offer is not None:
            self._offer, self._seen = offer, None
            self._say()

    def _pick_call(self, line: CallLine | None) -> None:
        if line is not None:
            self._jobs.ask(
                mock_records.seen, key="training.mock_seen", done=self._take, failed=self._refuse, call=line.call.id,
                language=spoken(languages.current()),
            )  # fmt: skip

    def _take(self, seen: SeenCall) -> None:
        self._seen = seen
        self._say()

    def _drilled(self, count: int) -> None:
        self.told.emit(self.tr("Key points put into today's drill: {count}").format(count=count))

    def _say(self) -> None:
        language, words = languages.current(), self._words.all()
        if self._seen is not None:
            self.detail.setHtml(presenting_mock.call_html(self._seen, evaluations.sheet(), language, ink(), words))
        elif self._offer is not None:
            self.detail.setHtml(presenting_mock.briefing_html(self._offer, language, ink(), words))
        else:
            self.detail.clear()
        self.commands.refresh()

    def _caller_columns(self) -> tuple[Column, ...]:
        return (
            Column("title", QT_TRANSLATE_NOOP("tables", "Caller"), 0, show=_title, sortable=False),
            Column("mood", QT_TRANSLATE_NOOP("tables", "Mood"), 104, "chip", show=_mood, tone=_tone, sortable=False),
            Column("times", QT_TRANSLATE_NOOP("tables", "Played"), 72, "number", show=self._times, sortable=False),
        )

    def _call_columns(self) -> tuple[Column, ...]:
        return (
            Column("at", QT_TRANSLATE_NOOP("tables", "When"), 120, show=self._when, sortable=False),
            Column("title", QT_TRANSLATE_NOOP("tables", "Caller"), 0, sortable=False),
            Column("score", QT_TRANSLATE_NOOP("tables", "Score"), 72, "number", show=_score, sortable=False),
        )

    def _times(self, offer: Offer) -> str:
        return str(sum(one.call.scenario == offer.scenario.id for one in self._found.lines) or "")

    def _when(self, line: CallLine) -> str:
        return moment(line.call.ended_at, self._found.now, languages.current(), self._found.zone)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _id_of(offer: Offer) -> str:
    return offer.scenario.id


def _key_of(line: CallLine) -> bytes:
    return line.call.id


def _title(offer: Offer) -> str:
    return offer.scenario.title[spoken(languages.current())]


def _mood(offer: Offer) -> str:
    return wording.label("mood", offer.scenario.mood.value, languages.current())


def _tone(offer: Offer) -> str:
    return presenting_mock.TONES.get(offer.scenario.mood, "")


def _score(line: CallLine) -> str:
    return presenting_review.percent(line.score.share) if line.score else ""
