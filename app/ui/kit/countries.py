"""Countries in words, and as suggestions: found by code, by English name and by their own."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QLocale

from app.ui.kit.type_ahead import Suggestion


def name_of(code: str) -> str:
    """Return a country's name: in the window's language where that is the country's own, else in English."""
    territory, window = QLocale.codeToTerritory(code), QLocale()
    return window.nativeTerritoryName() if window.territory() == territory else _english(code)


def found(codes: tuple[str, ...], text: str) -> Sequence[Suggestion]:
    """Return those of the countries that fit what was typed: its code first, then names that begin with it."""
    typed = text.strip().lower()
    hits = sorted(
        (code.lower() != typed, not english.lower().startswith(typed), english, code)
        for code in codes
        for english, own in (_names(code),)
        if code.lower() == typed or typed in english.lower() or typed in own.lower()
    )
    return [suggestion(code) for _, _, _, code in hits]


def suggestion(code: str) -> Suggestion:
    """Return a country as it is chosen, with its other name beside it."""
    name = name_of(code)
    return Suggestion(code, name, next((other for other in reversed(_names(code)) if other != name), ""))


@cache
def _names(code: str) -> tuple[str, str]:
    """Return the English and the own name; where no language of its is known, Qt would give that of another country."""
    territory, english = QLocale.codeToTerritory(code), _english(code)
    own = QLocale(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, territory)
    return english, own.nativeTerritoryName() if own.territory() == territory else english


def _english(code: str) -> str:
    return QLocale.territoryToString(QLocale.codeToTerritory(code)) or code
