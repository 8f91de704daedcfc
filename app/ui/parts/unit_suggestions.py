"""Units for a type-ahead: found by code, name and pinyin, with their area and what they handle beside the name."""

from app.models.units import Unit
from app.services import units, wording
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import is_chinese
from app.ui.kit.type_ahead import Suggestion

_LONGEST = 40


def suggest_units(jobs: Jobs, text: str) -> list[Suggestion]:
    """Return the units that fit, best first; their code is the key."""
    return [Suggestion(one.code, name_of(one), hint_of(one)) for one in jobs.office.ask(units.find, text=text)]


def name_of(unit: Unit) -> str:
    """Return a unit's name in the language of the window."""
    return unit.name if is_chinese(languages.current()) else unit.name_en or unit.name


def hint_of(unit: Unit) -> str:
    """Return what tells units apart: area and what they handle, else the kind, else the code."""
    told = " · ".join(part for part in (unit.area, unit.handles) if part) or _kind(unit) or unit.code
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _kind(unit: Unit) -> str:
    return wording.label("unit_kind", unit.kind, languages.current())
