"""Documents that were made: written down when they are saved, listed, and opened again as they were."""

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.made_reports import MadeReport
from app.services.office import View, Work
from app.store import made_reports as rows_of


def keep(work: Work, *, kind: str, period: str, language: str, file: str, html: str) -> bytes:
    """Write down a document that was saved by hand, with its paper as it was edited. Raises ``NotAllowed``."""
    person = work.require(Permission.SUPERVISE_INQUIRIES)
    made = MadeReport(work.tx.new_id(), kind, period, language, (file,), work.now, person.id)
    rows_of.write(work.tx, made, html)
    return made.id


def newest(view: View, limit: int = 500) -> tuple[MadeReport, ...]:
    """Return what was made, the newest first. Raises ``NotAllowed``."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    return tuple(rows_of.newest(view.rows, limit))


def paper(view: View, made: bytes) -> str:
    """Return a document as it was made, as HTML. Raises ``RecordGone``, ``NotAllowed``."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    found = rows_of.html_of(view.rows, made)
    if found is None:
        raise RecordGone(entity="report_made", id=made.hex())
    return found
