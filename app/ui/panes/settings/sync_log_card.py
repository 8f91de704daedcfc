"""The log of syncs: when, how it ended, what went over, and in words what else there was or why it failed."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.models.sync import LEAST_SKEW_MS
from app.services import hub_sync, wording
from app.services.hub_sync import Logged
from app.services.office import View
from app.ui.kit import languages
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import duration, number
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList

#: So many of the latest are shown; the command line shows more.
MOST = 50
_HEIGHT = 260
#: How a line of the log ends well: records, and lists and documents.
_GONE_WELL = frozenset({"done", "given"})


def _board(view: View) -> tuple[ZoneInfo, list[Logged]]:
    return ZoneInfo(view.settings.time_zone), hub_sync.latest(view, MOST)


class SyncLogTable(WholeList):
    """Syncs as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._zone = ZoneInfo("UTC")
        super().__init__(self._columns(), _key_of, parent)

    def show_logged(self, lines: Sequence[Logged], zone: ZoneInfo) -> None:
        """Show these syncs with times of the center."""
        self._zone = zone
        self.show_lines(lines)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("started_at", QT_TRANSLATE_NOOP("tables", "When"), 150, show=self._at, sortable=False),
            Column(
                "outcome", QT_TRANSLATE_NOOP("tables", "Result"), 110, "chip", show=result, tone=_tone, sortable=False
            ),
            Column("pushed", QT_TRANSLATE_NOOP("tables", "Sent"), 70, show=_pushed, sortable=False),
            Column("pulled", QT_TRANSLATE_NOOP("tables", "Brought"), 80, show=_pulled, sortable=False),
            Column("ended_at", QT_TRANSLATE_NOOP("tables", "Took"), 80, show=_took, sortable=False),
            Column("detail", QT_TRANSLATE_NOOP("tables", "More"), 0, show=more, sortable=False),
        )

    def _at(self, one: Logged) -> str:
        return datetime.fromisoformat(one.started_at).astimezone(self._zone).strftime("%Y-%m-%d %H:%M")


class SyncLogCard(Card):
    """For everybody: whoever sits here may see how it went."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.hub.log")
        self._jobs = jobs
        self._empty = EmptyState("settings.no_syncs", "show")
        self.model = SyncLogTable(self)
        self.view = TableView(self.model, name="settings.hub.log_list", empty=self._empty, parent=self)
        self.view.setMinimumHeight(_HEIGHT)
        self.body.addWidget(self.view, 1)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the latest syncs."""
        self._jobs.ask(_board, key="sync_log", done=self._show)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Latest syncs"))
        self.view.setAccessibleName(self.tr("Latest syncs, the newest first"))
        self._empty.show_text(self.tr("No sync yet"), self.tr("The first one brings everything of the center."))

    def _show(self, found: tuple[ZoneInfo, list[Logged]]) -> None:
        zone, lines = found
        self.model.show_logged(lines, zone)


def _detail(one: Logged) -> Mapping[str, Any]:
    return json.loads(one.detail or "{}")


def result(one: Logged) -> str:
    """Return how a sync ended, in a word."""
    if one.outcome == "Stopped":
        return QCoreApplication.translate("SyncLogCard", "Stopped")
    if one.outcome == "given":
        return QCoreApplication.translate("SyncLogCard", "Given")
    if one.outcome != "done":
        return QCoreApplication.translate("SyncLogCard", "Failed")
    if _detail(one).get("checked"):
        return QCoreApplication.translate("SyncLogCard", "Compared")
    return QCoreApplication.translate("SyncLogCard", "Done")


def more(one: Logged) -> str:
    """Return why a sync failed, or what it found besides records: in sentences, "" where there is nothing to say."""
    told = dict(_detail(one))
    if abs(int(told.get("skew_ms", 0))) < LEAST_SKEW_MS:
        told.pop("skew_ms", None)
    why = ""
    if one.outcome not in _GONE_WELL and one.outcome != "Stopped":
        why = wording.sentence_of(one.outcome, told.get("facts", {}), languages.current())[0]
        if not told.get("giving") and not told.get("closed"):
            return why
    texts = {
        "objects": QCoreApplication.translate("SyncLogCard", "Lists and documents given to the hub: {told}"),
        "objects_left": QCoreApplication.translate("SyncLogCard", "Lists and documents still to give: {told}"),
        "objects_waiting": QCoreApplication.translate(
            "SyncLogCard", "The hub is too old for lists and documents: {told}"
        ),
        "closed": QCoreApplication.translate("SyncLogCard", "Accounts closed that the center does not have: {told}"),
        "unequal": QCoreApplication.translate("SyncLogCard", "Still differs from the hub: {told}"),
        "quarantined": QCoreApplication.translate("SyncLogCard", "Rows put aside: {told}"),
        "repaired": QCoreApplication.translate("SyncLogCard", "Given back to the hub: {told}"),
        "rewound": QCoreApplication.translate("SyncLogCard", "The hub had lost some; chains read again: {told}"),
        "readdressed": QCoreApplication.translate("SyncLogCard", "Went on under a new origin: a copy or a backup"),
        "skew_ms": QCoreApplication.translate("SyncLogCard", "This clock is off by {told} s"),
    }
    found = [text.replace("{told}", _shown(name, told[name])) for name, text in texts.items() if told.get(name)]
    return " · ".join(one for one in (why, *found) if one)


def _shown(name: str, value: Any) -> str:
    if name == "skew_ms":
        return number(int(value) / 1000, 1)
    if isinstance(value, list):
        return ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return number(int(value))


def _tone(one: Logged) -> str:
    if one.outcome in _GONE_WELL:
        return "danger" if _detail(one).get("unequal") else "accent"
    return "warning" if one.outcome == "Stopped" else "danger"


def _pushed(one: Logged) -> str:
    return number(one.pushed)


def _pulled(one: Logged) -> str:
    return number(one.pulled)


def _took(one: Logged) -> str:
    span = datetime.fromisoformat(one.ended_at) - datetime.fromisoformat(one.started_at)
    return duration(span, languages.current()) if span >= timedelta(minutes=1) else f"{span.total_seconds():.1f} s"


def _key_of(one: Logged) -> str:
    return f"{one.started_at} {one.outcome} {one.detail}"
