"""The same step for several inquiries at once: one transaction, and a report of what was refused and why.

An inquiry that cannot take the step is left as it is and named in the report; the others take it. A field that is
wrong, or a disk that is full, concerns all of them: then nothing is saved.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.models.errors import CannotNow
from app.services.office import Work
from app.store import inquiries as rows_of


@dataclass(frozen=True)
class Refused:
    """One inquiry that did not take the step: its id, its number ("" for one that is gone), and why."""

    inquiry: bytes
    number: str
    error: CannotNow


@dataclass(frozen=True)
class Report:
    """What became of a step for several inquiries."""

    done: tuple[bytes, ...]
    refused: tuple[Refused, ...]


def each(work: Work, verb: Callable[..., object], chosen: Iterable[bytes], **said: object) -> Report:
    """Take a step with each inquiry, once, in this one transaction. ``verb`` checks before it writes anything.

    Raises ``FieldWrong`` for what the step needs, and whatever the world failed with.
    """
    work.person  # noqa: B018 - asks who it is; ``verb`` asks what they may
    done: list[bytes] = []
    refused: list[Refused] = []
    for inquiry in dict.fromkeys(chosen):
        try:
            verb(work, inquiry, **said)
        except CannotNow as error:
            row = rows_of.by_id(work.tx, inquiry)
            refused.append(Refused(inquiry, row.number if row else "", error))
        else:
            done.append(inquiry)
    return Report(tuple(done), tuple(refused))
