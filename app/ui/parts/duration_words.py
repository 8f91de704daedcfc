"""Durations of promises in words: "2 business days", "24 hours", "the same day"."""

from PySide6.QtCore import QObject

from app.models.durations import Duration, DurationKind

_DAY, _HOUR, _MINUTE = 86_400, 3600, 60


class DurationWords(QObject):
    """Says durations in the language of the window."""

    def say(self, duration: Duration) -> str:
        """Return a duration as people say it."""
        amount = duration.amount
        match duration.kind:
            case DurationKind.SAME_DAY:
                return self.tr("the same day")
            case DurationKind.BUSINESS_DAYS:
                return self.tr("%n business day(s)", "", amount)
            case DurationKind.CALENDAR_DAYS:
                return self.tr("%n calendar day(s)", "", amount)
            case DurationKind.WORKING:
                if amount % _HOUR:
                    return self.tr("%n working minute(s)", "", amount // _MINUTE)
                return self.tr("%n working hour(s)", "", amount // _HOUR)
            case DurationKind.CLOCK:
                return self._clock(amount)

    def _clock(self, seconds: int) -> str:
        if seconds % _MINUTE:
            return self.tr("%n second(s)", "", seconds)
        if seconds % _HOUR:
            return self.tr("%n minute(s)", "", seconds // _MINUTE)
        return self.tr("%n hour(s)", "", seconds // _HOUR)
