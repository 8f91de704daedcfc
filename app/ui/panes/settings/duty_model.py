"""Who works when, as a table model: the usual week, today, and the days of the next four weeks that are not so."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from app.services import wording
from app.services.duty import DutyRow
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList

_WEEK = range(1, 8)


class DutyTable(WholeList):
    """People as they were last asked for, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), _key_of, parent)

    def show_rows(self, rows: Sequence[DutyRow]) -> None:
        """Show these people."""
        self.show_lines(rows)

    def _columns(self) -> tuple[Column, ...]:
        texts = (
            ("name", QT_TRANSLATE_NOOP("tables", "Person"), 150, _name),
            ("week", QT_TRANSLATE_NOOP("tables", "Usual week"), 0, week_of),
            ("today", QT_TRANSLATE_NOOP("tables", "Today"), 90, _today),
            ("off", QT_TRANSLATE_NOOP("tables", "Off"), 190, _off),
            ("extra", QT_TRANSLATE_NOOP("tables", "Works besides"), 190, _extra),
        )
        return tuple(Column(name, header, width, show=show, sortable=False) for name, header, width, show in texts)


def weekday(number: int) -> str:
    """Return the short name of a day of the week, 1 for Monday to 7 for Sunday (ISO 8601)."""
    return QLocale(languages.current()).dayName(number, QLocale.FormatType.ShortFormat)


def week_of(row: DutyRow) -> str:
    """Return the usual week of a person in words."""
    if row.week is None:
        return wording.label("duty_rule", "calendar", languages.current())
    return " ".join(weekday(one) for one in _WEEK if one in row.week)


def days_of(days: Sequence[date]) -> str:
    """Return days of this year and the next without the year, stretches of them as from – to."""
    found: list[list[date]] = []
    for day in days:
        if found and (day - found[-1][-1]).days == 1:
            found[-1].append(day)
        else:
            found.append([day])
    told = (f"{one[0]:%m-%d}" if len(one) == 1 else f"{one[0]:%m-%d} – {one[-1]:%m-%d}" for one in found)
    return ", ".join(told)


def _key_of(row: DutyRow) -> bytes:
    return row.person.id


def _name(row: DutyRow) -> str:
    return row.person.display


def _today(row: DutyRow) -> str:
    if row.works_today:
        return QCoreApplication.translate("DutyTable", "works")
    return QCoreApplication.translate("DutyTable", "off")


def _off(row: DutyRow) -> str:
    return days_of(row.off)


def _extra(row: DutyRow) -> str:
    return days_of(row.extra)
