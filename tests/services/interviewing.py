"""Interviews at a desk, as calls of surveys make them."""

from app.models.interview_records import Asked
from app.models.questionnaire_answers import Given
from app.models.questionnaires import YES, ItemKind, Reserved
from app.services import interviews
from app.services.interviews import Standing
from app.services.office import Office

ABOUT = Asked("inquiry-satisfaction", 1, institution="U01", stratum="U01", day="2026-03-01")

USUAL = {ItemKind.STATEMENT: "read", ItemKind.RATING: 10, ItemKind.CONSENT: YES, ItemKind.NUMBER: 2}


def begun(office: Office, asked: Asked = ABOUT) -> bytes:
    """Begin an interview."""
    return office.do(interviews.begin, asked).value


def said(office: Office, interview: bytes, **answers: object) -> Standing:
    """Give answers to items by their names; a reserved code stands for itself. The reason is always the manner."""
    found = office.ask(interviews.standing, interview)
    for name, value in answers.items():
        reserved = value if isinstance(value, Reserved) else None
        given = Given(name, None if reserved else value, reserved, reason_code="manner", confirmed=True)
        found = office.do(interviews.answer, interview, given).value
    return found


def through(office: Office, interview: bytes, **answers: object) -> Standing:
    """Answer every item that is asked: as told, or with the first that the item offers."""
    return until(office, interview, "", **answers)


def until(office: Office, interview: bytes, stop: str, **answers: object) -> Standing:
    """Answer every item that is asked before one, "" for all."""
    found = office.ask(interviews.standing, interview)
    while (item := found.state.current) is not None and item.id != stop:
        first = USUAL.get(item.kind, item.options[0].code if item.options else "nothing")
        found = said(office, interview, **{item.id: answers.get(item.id, first)})
    return found
