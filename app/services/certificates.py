"""Certificates of completion: a paper that says who passed which exam, made when the results are out."""

from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import CannotNow, RecordGone
from app.models.exams import Exam
from app.models.papers import Block, Paper
from app.services import exam_results, exam_sheets
from app.services.office import View
from app.services.papers import exactly, said
from app.store import accounts as people_rows
from app.store import exams as rows_of
from app.store.exams import SittingRow


class NoCertificate(CannotNow):
    """An exam was not passed by this person, or its results are not out. Facts: ``name``."""


def certificate(view: View, exam: bytes, *, language: str, person: bytes | None = None) -> Paper:
    """Return the certificate of whoever asks; trainers have that of a person, too.

    Raises ``NoCertificate``, ``RecordGone``, ``NotAllowed``.
    """
    whose = person or view.require(Permission.PRACTICE).id
    if whose != view.person.id:
        view.require(Permission.TRAIN)
    known = exam_sheets.found(view, exam)
    somebody = people_rows.by_id(view.rows, whose)
    if somebody is None:
        raise RecordGone(entity="person", id=whose.hex())
    row, share = _passed(view, known, whose)
    zone = ZoneInfo(view.settings.time_zone)
    handed_in = exam_sheets.state_of(view, row).handed_in_at or row.at + row.limit
    facts = (
        (said("certificate_name", language), somebody.display),
        (said("certificate_exam", language), known.name),
        (said("certificate_result", language), f"{100 * share:.3g} %"),
        (said("certificate_passing", language), f"{100 * exam_sheets.rule_of(view, known, row.form).cut():.3g} %"),
        (said("certificate_sat", language), exactly(handed_in, zone, language)),
        (said("certificate_number", language), f"{exam.hex()[-8:]}-{row.id.hex()[-8:]}"),
    )
    says = said("certificate_says", language, name=somebody.display, exam=known.name)
    signed = Block(said("certificate_by", language), (says,), blanks=(said("certificate_signed", language),))
    made = said("made", language, at=exactly(view.now, zone, language))
    return Paper(said("certificate", language), language, view.settings.organization, facts, (signed,), made)


def named(view: View, name: str) -> bytes:
    """Return the id of the account with this name. Raises ``RecordGone``."""
    view.require(Permission.TRAIN)
    found = people_rows.by_name(view.rows, name)
    if found is None:
        raise RecordGone(entity="person", id=name)
    return found[0].id


def _passed(view: View, exam: Exam, person: bytes) -> tuple[SittingRow, float]:
    """Return the first sitting that passed, with its share."""
    for row in rows_of.sittings_of(view.rows, exam.id, person):
        share, passed, out = exam_results.outcome_of(view, row)
        if passed and out:
            return row, share
    raise NoCertificate(name=exam.name)
