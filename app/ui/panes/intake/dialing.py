"""Dialing: a number goes to the telephone program of this computer, unless it must not or cannot be dialed."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.models.errors import CannotNow
from app.services import callers
from app.services.wording import told
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs


def dial(jobs: Jobs, number: str, caller: bytes | None) -> str:
    """Hand a number over, and return "" or the sentence that says why no call is made."""
    try:
        found = jobs.office.ask(callers.may_dial, typed=number, caller=caller)
    except CannotNow as error:
        return told(error, languages.current())
    QDesktopServices.openUrl(QUrl(found.uri))
    return ""
