"""The read log: who opened, revealed and exported what, the newest first."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.access import Access, Reading
from app.services import access, wording
from app.services.office import View
from app.ui.kit import languages
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings.page import Page

#: So many of the newest lines are shown; the command line shows more.
MOST = 1000
_TONES = {Access.OPENED: "", Access.REVEALED: "warning", Access.EXPORTED: "danger"}


def _board(view: View) -> tuple[ZoneInfo, list[Reading]]:
    return ZoneInfo(view.settings.time_zone), access.log(view, limit=MOST)


class ReadingsTable(WholeList):
    """Readings as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._zone = ZoneInfo("UTC")
        super().__init__(self._columns(), _key_of, parent)

    def show_readings(self, readings: Sequence[Reading], zone: ZoneInfo) -> None:
        """Show these readings with times of the center."""
        self._zone = zone
        self.show_lines(readings)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("at", QT_TRANSLATE_NOOP("tables", "When"), 150, show=self._at, sortable=False),
            Column("person", QT_TRANSLATE_NOOP("tables", "Who"), 140, sortable=False),
            Column("did", QT_TRANSLATE_NOOP("tables", "What"), 190, "chip", show=_did, tone=_tone, sortable=False),
            Column("label", QT_TRANSLATE_NOOP("tables", "Record"), 230, show=_record, sortable=False),
            Column("why", QT_TRANSLATE_NOOP("tables", "Why"), 0, sortable=False),
        )

    def _at(self, one: Reading) -> str:
        at: datetime = one.at.astimezone(self._zone)
        return at.strftime("%Y-%m-%d %H:%M")


class ReadingsPage(Page):
    """For supervisors and administrators. ``inquiry_wanted(id)`` opens the inquiry that a line is about in My work."""

    inquiry_wanted = Signal(bytes)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("readings", jobs, parent)
        self._empty = EmptyState("settings.no_readings", "show")
        self.model = ReadingsTable(self)
        self.view = TableView(self.model, name="settings.readings_list", empty=self._empty, parent=self)
        self.view.opened.connect(self._open)
        self.body.addWidget(self.view, 1)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the newest lines."""
        self.jobs.ask(_board, key="readings", done=self._show, failed=self.refuse)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Read log"),
            self.tr(
                "Who opened records, saw whole numbers and took rows out, at this station. Nobody can change it. "
                "Enter opens the inquiry that a line is about."
            ),
        )
        self.view.setAccessibleName(self.tr("Readings, the newest first"))
        self._empty.show_text(self.tr("Nobody has read anything yet"), self.tr("It is written down by itself."))

    def _open(self, line: Reading) -> None:
        self.strip.clear()
        if line.record is None:
            self._opened(None)
            return
        self.jobs.ask(access.inquiry_of, done=self._opened, failed=self.refuse, entity=line.entity, record=line.record)

    def _opened(self, inquiry: bytes | None) -> None:
        if inquiry is None:
            self.strip.info(self.tr("No inquiry belongs to this line."))
        else:
            self.inquiry_wanted.emit(inquiry)

    def _show(self, found: tuple[ZoneInfo, list[Reading]]) -> None:
        zone, readings = found
        self.model.show_readings(readings, zone)


def _did(one: Reading) -> str:
    return wording.label("access", one.did.value, languages.current())


def _tone(one: Reading) -> str:
    return _TONES.get(one.did, "")


def _record(one: Reading) -> str:
    kind = wording.label("read_kind", one.entity, languages.current())
    return f"{kind} {one.label}" if one.label else f"{kind} · {one.rows:,}" if one.rows else kind


def _key_of(one: Reading) -> bytes:
    return one.id
