"""Papers on their way out: written as PDF by the world; what is printed or sent is told by ``models.papers``."""

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from app.models import letterheads
from app.models.access import Access
from app.models.papers import Letterhead, Paper, as_html
from app.services import access, wording
from app.services.office import View, Work


class PdfWriter(Protocol):
    """Writes an HTML document as PDF."""

    def __call__(
        self, path: Path, html: str, *, size: str, letterhead: Letterhead | None = None, across: bool = False
    ) -> None:
        """Write it on this size of paper (A4, Letter), with head and foot or across if wanted.

        Raises what the file raises.
        """
        ...


class TextWriter(Protocol):
    """Writes a text as a file."""

    def __call__(self, path: Path, text: str) -> None:
        """Write it, whole or not at all. Raises what the file raises."""
        ...


def save_pdf(view: View, paper: Paper, path: Path) -> Path:
    """Write a paper as PDF on the center's size of paper, and return where. Raises what the file raises."""
    view.person  # noqa: B018 - refuses nobody who is signed in
    write: PdfWriter = view.outside["write_pdf"]
    write(path, as_html(paper), size=view.settings.paper, letterhead=letterhead(view), across=paper.across)
    return path


def leave(work: Work, paper: Paper) -> None:
    """Write into the read log that a paper which names people who called leaves: before it is saved, printed, copied.

    Whoever may see what stands on it may take it along; a paper that names nobody leaves no line.
    """
    work.person  # noqa: B018 - refuses nobody who is signed in
    if paper.named is not None:
        one = paper.named
        access.note(work, Access.EXPORTED, one.entity, one.record, rows=one.count)


def letterhead(view: View) -> Letterhead:
    """Return what stands on every page: the text of the center, else its name and line, and its logo."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    known = view.settings
    own = " · ".join(part for part in (known.organization, known.line) if part)
    return Letterhead(known.report_head or own, known.report_foot, letterheads.to_picture(known.logo))


def said(code: str, language: str, **facts: object) -> str:
    """Return a text of the papers with its facts filled in."""
    text = wording.phrase("papers", code, language)
    for name, value in facts.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def exactly(at: datetime, zone: tzinfo, language: str) -> str:
    """Return a time to the minute with its day of the week and offset: ``Wed 2026-03-04 16:30 (UTC+08:00)``."""
    here = at.astimezone(zone)
    offset = here.strftime("%z")
    return f"{said(f'weekday_{here.weekday()}', language)} {here:%Y-%m-%d %H:%M} (UTC{offset[:3]}:{offset[3:5]})"
