"""The read log: what people opened, revealed and took out is written down, and who may look at that."""

from dataclasses import replace

from app.models.access import ONE_READING, SCOPE, Access, Reading
from app.models.accounts import Permission
from app.models.errors import FieldMissing, RecordGone
from app.models.texts import clean
from app.services import phone_numbers
from app.services.inquiry_steps import text_of
from app.services.office import View, Work
from app.store import access as rows_of
from app.store import callbacks, callers, inquiries

#: What is asked for at once.
PAGE = 200


def opened(work: Work, entity: str, record: bytes) -> bool:
    """Write down that the person opened a record; once for one reading. Say whether it was written."""
    person = work.require(Permission.SEE_INQUIRIES)
    if rows_of.has_done(work.rows, Access.OPENED, record, person.id, text_of(work.now - ONE_READING)):
        return False
    note(work, Access.OPENED, entity, record)
    return True


def exported(work: Work, entity: str, rows: int, why: str | None = None) -> None:
    """Write down that rows of a kind left the house."""
    work.require(Permission.EXPORT_RECORDS)
    note(work, Access.EXPORTED, entity, None, why=why, rows=rows)


def reveal(work: Work, record: bytes, why: str, *, entity: str = "caller") -> tuple[str, ...]:
    """Write down who wants to see the whole numbers of a caller or a callback, and why; return them to be read.

    Raises ``FieldMissing`` without a reason, ``RecordGone``.
    """
    work.require(Permission.REVEAL_NUMBERS)
    told = clean(why)
    if not told:
        raise FieldMissing(field="why")
    numbers = _numbers_of(work, entity, record)
    note(work, Access.REVEALED, entity, record, why=told)
    return tuple(phone_numbers.understood(one, work.settings.country).shown for one in numbers)


def revealed(work: Work, entity: str, record: bytes, why: str) -> None:
    """Write down that a paper shows whole numbers of a record; once for one reading. For services, which have asked."""
    since = text_of(work.now - ONE_READING)
    if not rows_of.has_done(work.rows, Access.REVEALED, record, work.person.id, since):
        note(work, Access.REVEALED, entity, record, why=why)


def _numbers_of(view: View, entity: str, record: bytes) -> tuple[str, ...]:
    found = callers.by_id(view.rows, record) if entity == "caller" else None
    if found is not None:
        return found.numbers
    owed = callbacks.by_id(view.rows, record) if entity == "callback" else None
    if owed is None:
        raise RecordGone(entity=entity, id=record.hex())
    return owed.numbers or (owed.number,)


def note(
    work: Work, did: Access, entity: str, record: bytes | None, *, why: str | None = None, rows: int | None = None
) -> None:
    """Write one line of the log, in the scope that no other station reads."""
    former = work.tx.writer.scope
    work.tx.write_in(SCOPE)
    work.tx.add(
        "access",
        {
            "did": did.value,
            "entity": entity,
            "record": record.hex() if record else None,
            "label": _label(work, entity, record),
            "why": why,
            "rows": rows,
            "person": work.person.id.hex(),
            "at": text_of(work.now),
        },
    )
    work.tx.write_in(former)


def log(view: View, *, after: Reading | None = None, limit: int = PAGE) -> list[Reading]:
    """Return the log of this station, the newest first, after a line. Raises ``NotAllowed``."""
    view.require(Permission.READ_ACCESS_LOG)
    found = rows_of.page(view.rows, (text_of(after.at), after.id) if after else None, limit)
    return [one if one.label else replace(one, label=_about(view, one)) for one in found]


def readers_of(view: View, record: bytes, limit: int = PAGE) -> list[Reading]:
    """Return who read one record, the newest first. Raises ``NotAllowed``."""
    view.require(Permission.READ_ACCESS_LOG)
    return rows_of.of_record(view.rows, record, limit)


def inquiry_of(view: View, entity: str, record: bytes) -> bytes | None:
    """Return the inquiry that a line of the log is about: of a caller the first open, else the latest; None for none.

    Raises ``NotAllowed`` for whoever does not read the log or sees no inquiries.
    """
    view.require(Permission.READ_ACCESS_LOG)
    view.require(Permission.SEE_INQUIRIES)
    if entity == "callback":
        owed = callbacks.by_id(view.rows, record)
        if owed is None or owed.inquiry is not None:
            return owed.inquiry if owed else None
        entity, record = "caller", owed.caller or b""
    if entity == "caller":
        found = inquiries.of_callers(view.rows, [record], 1)
        return found[0].id if found else None
    return record if entity == "inquiry" and inquiries.by_id(view.rows, record) else None


def _label(view: View, entity: str, record: bytes | None) -> str | None:
    """Return what people call the record, never a name or a number of a caller."""
    if record is None:
        return None
    if entity == "frame":
        from app.store import frames  # a desk that takes calls names neither

        frame = frames.by_id(view.rows, record)
        return frame.name if frame else None
    if entity == "finding":
        from app.store import findings

        row = findings.by_id(view.rows, record)
        return row.finding.number if row else None
    found = inquiries.by_id(view.rows, record) if entity == "inquiry" else None
    return found.number if found else None


def _about(view: View, one: Reading) -> str:
    """Return whose numbers a line is about, as long as that is kept: the inquiry of a call, else a masked number.

    It is looked up and not written into the line, which stays when the caller is redacted.
    """
    if one.record is None or one.entity not in ("caller", "callback"):
        return ""
    owed = callbacks.by_id(view.rows, one.record) if one.entity == "callback" else None
    if owed is not None and owed.inquiry_number:
        return owed.inquiry_number
    try:
        numbers = _numbers_of(view, one.entity, one.record)
    except RecordGone:
        return ""
    known = phone_numbers.understood(numbers[0], view.settings.country).shown if numbers else ""
    return phone_numbers.masked(known) if known else ""
