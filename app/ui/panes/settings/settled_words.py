"""What a sync or a bundle has settled about the accounts of this computer, in sentences."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.services import wording
from app.ui.kit import languages


def settled_words(closed: Sequence[str], taken_over: Sequence[str]) -> list[str]:
    """Say which sign-in names no longer open this computer, and which open it with another password."""
    said: list[str] = []
    if closed:
        text = QCoreApplication.translate(
            "HubPage",
            "Accounts of this computer that are closed at the center: {names}. Sign in with one of the center.",
        )
        said.append(text.format(names=_named(closed)))
    if taken_over:
        text = QCoreApplication.translate("HubPage", "Accounts that are the center's now, with its passwords: {names}.")
        said.append(text.format(names=_named(taken_over)))
    return said


def _named(names: Sequence[str]) -> str:
    return wording.names_in_a_row(names, languages.current())
