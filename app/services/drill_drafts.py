"""What is being typed into a drill: kept on this computer, so that a killed window loses no answer."""

from app.models.accounts import Permission
from app.services.drills import LONGEST_ANSWER
from app.services.office import View, Work
from app.store import drill_points as rows_of


def keep(work: Work, item: bytes, text: str) -> None:
    """Keep what stands in the answer to a question; an empty one is forgotten. No fact: it reaches nobody else."""
    person = work.require(Permission.PRACTICE)
    rows_of.keep_typed(work.tx, person.id, item.hex(), text[:LONGEST_ANSWER])


def kept(view: View, item: bytes) -> str:
    """Return what was typed as an answer to this question and not sent, "" for nothing."""
    person = view.require(Permission.PRACTICE)
    asked, text = rows_of.typed_of(view.rows, person.id)
    return text if asked == item.hex() else ""
