"""Where this computer stands, as its system says: proposed for a new center. Needs no window."""

from PySide6.QtCore import QLocale, QTimeZone  # it knows what Windows calls a zone, too


def country() -> str:
    """Return the code (ISO 3166) of the country that this computer's locale names, "" where it names none."""
    return QLocale.territoryToCode(QLocale.system().territory())


def time_zone() -> str:
    """Return the IANA name of this computer's time zone, "" where that is no place's: servers keep UTC or GMT."""
    from zoneinfo import available_timezones

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    is_place = "/" in name and not name.startswith("Etc/")
    return name if is_place and name in available_timezones() else ""
