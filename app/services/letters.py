"""Letters that come in by hand: e-mails and texts of this computer, read to be written down as contacts."""

from pathlib import Path
from typing import Protocol

from app.models.accounts import Permission
from app.models.letters import Letter
from app.services import wording
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


def written_by(sender: str, language: str) -> str:
    """Return the line that says who wrote, as it stands in the details of a contact."""
    return wording.phrase("papers", "letter_from", language).format(sender=sender)


def without_sender(details: str) -> str:
    """Return details without such lines, which hold name and address of whoever wrote."""
    heads = tuple(written_by("", language) for language in wording.LANGUAGES)
    kept = [line for line in details.split("\n") if not (line.startswith(heads) and "@" in line)]
    return "\n".join(kept).strip()
