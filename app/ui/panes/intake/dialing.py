"""Dialing: a number goes to the telephone program of this computer, unless it must not or cannot be dialed."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.models.errors import CannotNow
from app.services import callers
from app.ui.kit.jobs import Jobs
from app.ui.parts.refusal import Refusal


def dial(jobs: Jobs, number: str, caller: bytes | None) -> Refusal | None:
    """Hand a number over, and return None or what says why no call is made."""
    try:
        found = jobs.office.ask(callers.may_dial, typed=number, caller=caller)
    except CannotNow as error:
        return Refusal(error)
    QDesktopServices.openUrl(QUrl(found.uri))
    return None
