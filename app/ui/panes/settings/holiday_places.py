"""Countries and their parts as suggestions, for whose public holidays a calendar keeps."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.services import calendars
from app.ui.kit import countries
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggestion


class HolidayPlaces(QObject):
    """Knows the countries once it was asked about one, and the states or provinces of that one; then ``loaded()``."""

    loaded = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._countries: tuple[str, ...] = ()
        self._parts: tuple[tuple[str, str], ...] = ()

    def begin(self, country: str) -> None:
        """Ask for the parts of a country, and for the countries if they are not known yet."""
        self._parts = ()
        if not self._countries:
            self._jobs.ask(calendars.holiday_countries, key="holiday_countries", done=self._keep_countries)
        if country:
            self._jobs.ask(calendars.holiday_subdivisions, key="holiday_parts", done=self._keep_parts, country=country)

    def country(self, code: str) -> Suggestion | None:
        """Return a country as it is shown, None for no code."""
        return countries.suggestion(code) if code else None

    def subdivision(self, code: str) -> Suggestion | None:
        """Return a state or province as it is shown, None for no code."""
        name = dict(self._parts).get(code, code)
        return Suggestion(code, name if name == code else f"{name} ({code})") if code else None

    def countries(self, text: str) -> Sequence[Suggestion]:
        """Return the countries that fit what was typed, by code, English or own name."""
        return countries.found(self._countries, text)

    def subdivisions(self, text: str) -> Sequence[Suggestion]:
        """Return the states or provinces that fit what was typed, by code or name."""
        typed = text.strip().lower()
        return [
            Suggestion(code, name if name == code else f"{name} ({code})")
            for code, name in self._parts
            if typed in name.lower() or code.lower() == typed or typed == f"{name} ({code})".lower()
        ]

    def _keep_countries(self, found: tuple[str, ...]) -> None:
        self._countries = found

    def _keep_parts(self, found: tuple[tuple[str, str], ...]) -> None:
        self._parts = found
        self.loaded.emit()
