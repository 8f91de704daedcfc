"""Where this computer stands, as its system says: proposed for a new center. Needs no window."""

from PySide6.QtCore import QLocale, QTimeZone  # it knows what Windows calls a zone, too


def country() -> str:
    """Return the code (ISO 3166) of the country that this computer's locale names, "" where it names none."""
    return QLocale.territoryToCode(QLocale.system().territory())


def time_zone() -> str:
    """Return the IANA name of this computer's time zone, "" where it has none or keeps UTC, as servers do."""
    from zoneinfo import available_timezones

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if name in available_timezones() and not name.endswith("UTC") else ""
