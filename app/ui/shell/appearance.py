"""How the window looks to the person at it: language, theme, text size, density; shown at once and remembered."""

from dataclasses import asdict, replace

from PySide6.QtCore import QObject, Signal

from app.ui.kit import languages, theme
from app.ui.shell.preferences import Looks, Preferences


class Appearance(QObject):
    """The one place that changes looks. ``chosen(name, value)`` after a person changed one of them."""

    chosen = Signal(str, str)

    def __init__(self, preferences: Preferences, parent: QObject | None = None, *, fixed: Looks | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._fixed = fixed
        self._person = ""
        self._looks = Looks()

    @property
    def looks(self) -> Looks:
        """What is shown now."""
        return self._looks

    @property
    def preferences(self) -> Preferences:
        """Where it is remembered."""
        return self._preferences

    def move_to(self, preferences: Preferences) -> None:
        """Remember in another file from now on: another data folder was opened."""
        self._preferences = preferences

    def show_for(self, person: str = "", language: str = "") -> None:
        """Show the looks of a person; ``language`` is that of the account, for who has not chosen one here."""
        self._person = person
        kept = self._preferences.looks(person)
        spoken = kept.language or language or self._looks.language or languages.of_system()
        self._show(replace(kept, language=spoken))

    def choose(self, **chosen: str) -> None:
        """Change some of ``language``, ``mode``, ``text_size``, ``density``; empty and unknown ones are left alone."""
        known = {name: value for name, value in chosen.items() if value and name in asdict(self._looks)}
        changed = {name: value for name, value in known.items() if getattr(self._looks, name) != value}
        if not changed:
            return
        self._fixed = None
        self._show(replace(self._looks, **changed))
        self._preferences.keep_looks(self._looks, self._person)
        for name, value in changed.items():
            self.chosen.emit(name, value)

    def _show(self, looks: Looks) -> None:
        if self._fixed is not None:
            given = {name: value for name, value in asdict(self._fixed).items() if value}
            looks = replace(looks, **given)
        self._looks = looks
        languages.of_app().ensure(looks.language)  # before the theme, whose font follows it
        theme.of_app().apply(mode=looks.mode, text_size=looks.text_size, density=looks.density)
