"""An urgent health problem in a call (501): symptoms to choose from, who takes the person over, and what was done.

The symptoms are a code frame (``red-flags``) that ships with the program and of which supervisors publish versions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.errors import FieldMissing
from app.models.interview_records import Asked
from app.models.texts import clean
from app.models.units import Unit
from app.services import inquiries, interview_cases, interviews, opinions, units, wording
from app.services.callback_sheets import Sheet
from app.services.interviews import Standing
from app.services.office import View, Work

FRAME = "red-flags"
#: Whom to call where life is in danger.
AMBULANCE = "120"
_EMERGENCY = "emergency"
_BETWEEN = (",", "，", "、", ";", "；")


@dataclass(frozen=True)
class Known:
    """What is chosen from: symptoms, and who can take a person over, in the language that was asked for."""

    symptoms: tuple[str, ...]
    takers: tuple[str, ...]


NOTHING_KNOWN = Known((), ())


@dataclass(frozen=True)
class Raised:
    """An inquiry that was opened in an interview: where the interview stands, its number, its id."""

    found: Standing
    number: str
    inquiry: bytes | None


def known(view: View, language: str, institution: str = "") -> Known:
    """Return the symptoms of the newest list, and who takes over: 120, the institution, the emergency units."""
    view.require(Permission.TAKE_CONTACTS)
    symptoms = tuple(one.for_language(language) for one in opinions.frame(view, FRAME).codes.values())
    listed = units.list_units(view, active_only=True)
    chosen = [one for one in listed if one.code == institution != ""]
    chosen += [one for one in listed if one.kind == _EMERGENCY and one not in chosen]
    called = wording.label("red_flag", "ambulance", language).format(number=AMBULANCE)
    return Known(symptoms, (called, *(_unit(one, language) for one in chosen)))


def institution_of(sheet: Sheet) -> str:
    """Return the code of the institution that a call is about, "" for none."""
    return sheet.case.stratum.partition("/")[0] if sheet.case else ""


def _unit(one: Unit, language: str) -> str:
    name = one.name_en if language == "en" and one.name_en else one.name
    return f"{name} {one.phone}" if one.phone else name


def words(typed: str, choices: Sequence[str]) -> str:
    """Return what was typed in words: leading numbers stand for choices, whatever follows is free.

    "1 4 since noon" is "Chest pain, Stroke: since noon"; a number that is no place of a choice is free text.
    """
    for one in _BETWEEN:
        typed = typed.replace(one, " ")
    parts, chosen = typed.split(), list[str]()
    while parts and parts[0].isdigit() and 1 <= int(parts[0]) <= len(choices):
        chosen.append(choices[int(parts.pop(0)) - 1])
    said = ", ".join(dict.fromkeys(chosen))
    rest = " ".join(parts)
    return f"{said}: {rest}" if said and rest else said or rest


def raise_flag(work: Work, asked: Asked, code: str, note: str) -> Raised:
    """Open an inquiry for what is raised in a call; the interview may go on.

    Raises what ``interview_cases.raise_flag`` raises.
    """
    begun = interviews.begin(work, asked)
    opened = interview_cases.raise_flag(work, begun, code, note)
    return Raised(interviews.standing(work, begun), opened.number or "", opened.inquiry)


def say_transfer(work: Work, inquiry: bytes, taker: str) -> None:
    """Write on an urgent inquiry who took the person over, in the language of the center. Raises ``FieldMissing``."""
    work.require(Permission.TAKE_CONTACTS)
    said = clean(taker)
    if not said:
        raise FieldMissing(field="note")
    inquiries.note(work, inquiry, transfer_note(said, work.settings.language))


def transfer_note(taker: str, language: str) -> str:
    """Return the sentence that says who took a person over."""
    return wording.label("red_flag", "transferred", language).format(taker=taker)
