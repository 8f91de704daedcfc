"""Letters that come in by hand: e-mails and texts of this computer, read to be written down as contacts."""

from pathlib import Path
from typing import Protocol

from app.models.accounts import Permission
from app.models.letters import Letter
from app.services.office import View


class ReadsLetter(Protocol):
    """Whoever can read the file of a letter, ``outside["read_letter"]``."""

    def __call__(self, path: Path) -> Letter:
        """Return what the file says. Raises FileMissing, FileForbidden, FileEmpty, FileNotText or FileTooLarge."""
        ...


def read(view: View, path: Path) -> Letter:
    """Return what a letter says. Raises what ``ReadsLetter`` raises."""
    view.require(Permission.TAKE_CONTACTS)
    reads: ReadsLetter = view.outside["read_letter"]
    return reads(path)
