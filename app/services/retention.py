"""Retention: how long records that tell of people are kept, a preview of what is due, and the redaction itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.accounts import Permission
from app.models.errors import FieldInvalid
from app.models.journal import Value
from app.models.retention import KINDS, Due, Part, read_days, write_days
from app.services.inquiry_steps import text_of
from app.services.office import View, Work
from app.store import redactions as rows_of
from app.store import settings as setting_rows
from app.store.rebuild import reindex

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Rule:
    """How long one kind is kept (None: for ever), and what of it is due now."""

    kind: str
    days: int | None
    due: tuple[Due, ...]

    @property
    def rows(self) -> int:
        """Return how many rows are due."""
        return sum(one.rows for one in self.due)


def rules(view: View) -> list[Rule]:
    """Return every kind with its days and, as a preview, what is due now. Nothing is changed. Administrators only."""
    view.require(Permission.REDACT_RECORDS)
    days = read_days(view.settings.retention)
    return [Rule(kind, days.get(kind), _due(view, kind, days.get(kind))) for kind in KINDS]


def preview(view: View, kind: str, days: int) -> Rule:
    """Return what would be due of a kind if it were kept for so many days. Raises ``FieldInvalid``."""
    view.require(Permission.REDACT_RECORDS)
    _check(kind, days)
    return Rule(kind, days, _due(view, kind, days))


def set_days(work: Work, kind: str, days: int | None) -> None:
    """Say how long a kind is kept; None for ever. Nothing is redacted before ``redact``. Raises ``FieldInvalid``."""
    work.require(Permission.REDACT_RECORDS)
    if days is not None:
        _check(kind, days)
    elif kind not in KINDS:
        raise FieldInvalid(field="kind", value=kind)
    known = read_days(setting_rows.read_settings(work.tx).retention)
    setting_rows.write_setting(work.tx, "retention", write_days({**known, kind: days or 0}))


def redact(work: Work, *, progress: Progress | None = None) -> int:
    """Redact what is due by the rules and return how many rows; each is a fact that other stations follow.

    It cannot be taken back. What was saved stays redacted when a later part fails.
    """
    person = work.require(Permission.REDACT_RECORDS)
    total, done = sum(rule.rows for rule in rules(work)), 0
    for kind, days in read_days(work.settings.retention).items():
        for part in KINDS[kind]:
            after = b""
            while found := rows_of.next_due(work.tx, part, _before(work.now, days), after):
                for record in found:
                    redact_row(work, kind, part, record, person.id)
                if part.entity == "inquiry":
                    rows_of.follow_sent(work.tx, found)
                after, done = found[-1], done + len(found)
                if progress:
                    progress(done, total)
    if done:
        reindex(work.tx)
    return done


def redact_row(work: Work, kind: str, part: Part, record: bytes, by: bytes) -> None:
    """Redact one row as part of a kind, in the name of somebody who may: the fact that all follow, and the row here."""
    skeletons = rows_of.skeletons_of(work.tx, record, part)
    said: dict[str, Value] = {
        "kind": kind,
        "entity": part.entity,
        "record": record.hex(),
        "skeletons": skeletons,
        "at": text_of(work.now),
        "by": by.hex(),
    }
    work.tx.add("redaction", said)
    rows_of.apply(work.tx, part.entity, record, {uid: str(text) for uid, text in skeletons.items()})


def _due(view: View, kind: str, days: int | None) -> tuple[Due, ...]:
    return tuple(rows_of.due(view.rows, kind, _before(view.now, days))) if days else ()


def _before(now: datetime, days: int) -> str:
    return text_of(now - timedelta(days=days))


def _check(kind: str, days: int) -> None:
    try:
        read_days(f"{kind}={days}")
    except ValueError:
        raise FieldInvalid(field="days" if kind in KINDS else "kind", value=str(days)) from None
