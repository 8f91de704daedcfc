"""The country or region of a new center, and what follows from it; empty on a desk that joins a center."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.models.settings import Settings
from app.services import founding, settings
from app.ui.kit import countries, here, languages
from app.ui.kit.editors import CategoryEditor
from app.ui.kit.fields import Field
from app.ui.kit.type_ahead import Suggestion
from app.ui.shell.start_page import LabeledLine


class CenterPlace(LabeledLine):
    """A line with a list of countries; the one that this computer's locale names is proposed, else China."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._choice = CategoryEditor(name, Field("country", "category", "", suggest=self._found))
        super().__init__(name, parent, line=self._choice)
        self._countries, self._zone = settings.countries(), here.time_zone()
        country = here.country()
        self._code = country if country in self._countries else Settings().country
        self._choice.edited.connect(self._take)
        self.retranslate()

    def center(self) -> dict[str, str]:
        """Return what is set of the center; nothing where no country is named."""
        return founding.center(self._code, language=languages.current(), zone_here=self._zone)

    def complete(self) -> bool:
        """Whether a country was taken, or none is named; says beside the line that what stands there is none."""
        if not self._choice.unreadable():
            return True
        self.show_error(self.tr("Choose a country or region from the list"))
        self._choice.setFocus()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the choice and what follows from it in the language of the window."""
        name = countries.name_of(self._code) if self._code else ""
        if not self._choice.unreadable():
            self._choice.show_key(self._code, name)
        hint = self.tr(
            "Nothing is set: this desk takes the settings of the center that it joins in Settings › Hub. "
            "Until then numbers are read as in {country}."
        ).format(country=countries.name_of(Settings().country))
        if self._code:
            zone = self.center().get("time_zone", Settings().time_zone)
            hint = self.tr(
                "Numbers are read as in {country}, times are those of {zone}; both can be changed in Settings › Center."
                " Empty it to join a center: its settings hold then."
            ).format(country=name, zone=zone)
        self.set_words(self.tr("Country or region"), hint)

    def _found(self, text: str) -> Sequence[Suggestion]:
        return countries.found(self._countries, text)

    def _take(self, code: str) -> None:
        self._code = code
        self.retranslate()
