"""The small tables of campaigns: the list, the strata of a campaign or plan, and the rates."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from app.models.campaigns import CampaignFacts
from app.services.campaign_progress import StratumProgress
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.campaigns import presenting
from app.ui.panes.campaigns.presenting import PlannedLine


class RowsTable(WholeList):
    """Rows that are all there."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, _place, parent)


def _place(row: Any) -> int:
    return id(row)


def campaigns(parent: QObject | None = None) -> RowsTable:
    """Return the list of campaigns."""
    name = Column("name", QT_TRANSLATE_NOOP("tables", "Campaign"), 0, sortable=False)
    days = Column("days", QT_TRANSLATE_NOOP("tables", "Until"), 104, show=_days, sortable=False)
    return RowsTable((name, days), parent)


def _days(one: CampaignFacts) -> str:
    if one.is_stopped:
        return QCoreApplication.translate("tables", "Stopped")
    return one.ends_on.isoformat() if one.ends_on else presenting.NONE


def strata(parent: QObject | None = None) -> RowsTable:
    """Return the progress of each stratum."""
    texts = (
        ("name", QT_TRANSLATE_NOOP("tables", "Stratum"), 0, None),
        ("done", QT_TRANSLATE_NOOP("tables", "Interviews"), 82, _done),
        ("closed", QT_TRANSLATE_NOOP("tables", "Ended"), 58, _closed),
        ("released", QT_TRANSLATE_NOOP("tables", "Released"), 74, _released),
        ("drawn", QT_TRANSLATE_NOOP("tables", "Drawn"), 60, _drawn),
        ("size", QT_TRANSLATE_NOOP("tables", "Of"), 72, _size),
        ("dials", QT_TRANSLATE_NOOP("tables", "Dials"), 56, _dials),
    )
    return RowsTable([_column(*one) for one in texts], parent)


def planned(parent: QObject | None = None) -> RowsTable:
    """Return the strata of a plan."""
    texts = (
        ("name", QT_TRANSLATE_NOOP("tables", "Stratum"), 0, None),
        ("drawn", QT_TRANSLATE_NOOP("tables", "Drawn"), 80, _drawn),
        ("wanted", QT_TRANSLATE_NOOP("tables", "Wanted"), 80, _wanted),
        ("size", QT_TRANSLATE_NOOP("tables", "Of"), 80, None),
        ("weight", QT_TRANSLATE_NOOP("tables", "Weight"), 80, None),
        ("foreseen", QT_TRANSLATE_NOOP("tables", "Interviews foreseen"), 144, None),
    )
    return RowsTable([_column(*one) for one in texts], parent)


def rates(parent: QObject | None = None) -> RowsTable:
    """Return the rates; the definition of the chosen one stands under them."""
    texts = (
        ("name", QT_TRANSLATE_NOOP("tables", "Rate"), 0, None),
        ("share", QT_TRANSLATE_NOOP("tables", "Share"), 68, None),
        ("parts", QT_TRANSLATE_NOOP("tables", "Of which"), 106, None),
        ("weighted", QT_TRANSLATE_NOOP("tables", "Weighted"), 76, None),
    )
    return RowsTable([Column(name, header, width, sortable=False) for name, header, width, _ in texts], parent)


def _column(name: str, header: str, width: int, show: Any) -> Column:
    role = "text" if name == "name" else "number"
    return Column(name, header, width, role, show=show, sortable=False)


def _done(one: StratumProgress) -> str:
    return f"{one.completed + one.partial:,}"


def _size(one: StratumProgress) -> str:
    return f"{one.size:,}"


def _closed(one: StratumProgress) -> str:
    return f"{one.closed:,}"


def _released(one: StratumProgress) -> str:
    return f"{one.released:,}"


def _drawn(one: StratumProgress | PlannedLine) -> str:
    return f"{one.drawn:,}"


def _dials(one: StratumProgress) -> str:
    return f"{one.dials:,}"


def _wanted(one: PlannedLine) -> str:
    return f"{one.wanted:,}"
