"""What the window remembers on this computer, for each person apart: size, looks, language. Never a secret."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.ui.kit.languages import LANGUAGES
from app.ui.kit.theme import DENSITIES, MODES, TEXT_SIZES

FILE = "window.ini"
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "language": ("", *LANGUAGES),
    "mode": MODES,
    "text_size": TEXT_SIZES,
    "density": DENSITIES,
}


@dataclass(frozen=True)
class Looks:
    """How a person likes the window. ``language`` "" is not chosen yet."""

    language: str = ""
    mode: str = "system"
    text_size: str = "normal"
    density: str = "comfortable"


class Preferences:
    """A small file in the data folder. What it holds wrongly is ignored; where it cannot be written nothing is lost."""

    def __init__(self, data_dir: Path) -> None:
        self._settings = QSettings(str(data_dir / FILE), QSettings.Format.IniFormat)

    def looks(self, person: str = "") -> Looks:
        """Return the looks of a person; without a name those of whoever sat here last."""
        found = {one.name: self._text(f"{_room(person)}/{one.name}") for one in fields(Looks)}
        return Looks(**{name: text for name, text in found.items() if text in _ALLOWED[name] and text})

    def keep_looks(self, looks: Looks, person: str = "") -> None:
        """Remember looks for a person, and for the sign-in page."""
        for room in {_room(person), _room("")}:
            for name, value in asdict(looks).items():
                self._settings.setValue(f"{room}/{name}", value)

    def choose(self, person: str = "", **chosen: str) -> Looks:
        """Change one or more of a person's looks and return them all."""
        looks = replace(self.looks(person), **chosen)
        self.keep_looks(looks, person)
        return looks

    @property
    def last_name(self) -> str:
        """The name with which somebody last signed in."""
        return self._text("desk/name")

    @last_name.setter
    def last_name(self, name: str) -> None:
        self._settings.setValue("desk/name", name)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, empty at first."""
        found = self._settings.value("desk/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("desk/geometry", geometry)

    def was_shown_around(self, person: str) -> bool:
        """Say whether this person was offered the tour of the window here."""
        return self._text(f"{_room(person)}/shown_around") == "yes"

    def note_shown_around(self, person: str) -> None:
        """Do not offer the tour to this person again."""
        self._settings.setValue(f"{_room(person)}/shown_around", "yes")

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _text(self, name: str) -> str:
        found = self._settings.value(name)
        return found if isinstance(found, str) else ""


def _room(person: str) -> str:
    # A name may hold slashes and equals signs, which an INI file reads as its own.
    return f"person-{person.encode().hex()}" if person else "anybody"
