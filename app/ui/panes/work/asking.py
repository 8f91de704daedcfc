"""From a step to the fields that it asks, and from the answers to the command that saves them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.models.accounts import Permission
from app.models.extensions import pending
from app.models.inquiries import InquiryRow, State, Urgency
from app.models.policies import Target
from app.models.transfers import Passed
from app.services import inquiries, inquiry_steps, script_proposals, transfers
from app.services.office import View, Work
from app.services.worklists import Desk, Dossier, Line
from app.ui.kit import languages
from app.ui.kit.fields import Field, Option, Values
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.work import presenting
from app.ui.panes.work.filters import suggest_categories
from app.ui.panes.work.step_form import field, options_of
from app.ui.panes.work.steps import Step
from app.ui.parts.unit_suggestions import suggest_units

__all__ = ["Field"]

Command = Callable[..., object]
#: Characters of an inquiry in a choice.
_SHOWN = 60
_EDITED = ("category", "area", "urgency", "due_at", "summary", "details")


class UnitSource:
    """Suggests units from the directory."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def suggest(self, text: str) -> list[Suggestion]:
        """Return units that fit."""
        return suggest_units(self._jobs, text)


def step_fields(step: Step, jobs: Jobs, centers: Sequence[str] = ()) -> list[Field]:
    """Return what a step asks and offers. ``centers`` are those to which an inquiry may go."""
    found: list[Field] = []
    names = (*step.needs, *step.offers)
    for name in sorted(names, key=_place) if step.id == "transfer" else names:
        coded = name == "reason" and bool(step.codes)
        options = options_of("return_reason") if coded else _options(name, centers)
        suggest = UnitSource(jobs).suggest if name == "unit" else None
        label = (
            "sent_summary"
            if name == "summary"
            else "answer"
            if name == "note" and step.id in ("close", "answered")
            else ""
        )
        asked = field(name, required=name in step.needs, label=label, options=options, suggest=suggest)
        found.append(replace(asked, kind="choice", span=1) if coded else asked)
    return found


def _place(name: str) -> int:
    """Return where the form of a transfer asks something: what leaves is seen at once, also where the page is short."""
    return ("center", "passed", "summary", "reason").index(name)


def _options(name: str, centers: Sequence[str]) -> tuple[Option, ...]:
    if name == "center":
        return tuple(Option(one, one) for one in centers)
    return options_of("passed") if name == "passed" else ()


def known_values(step: Step, dossier: Dossier) -> dict[str, Any]:
    """Return what stands in the fields of a step at first: the days that were asked for, the due time as it is.

    To another center goes at first the least that makes sense there, in words that stand in the form to be mended.
    """
    asked = pending(dossier.detail.events)
    if step.id == "approve_extension" and asked is not None:
        return {"days": asked.days}
    if step.id == "transfer":
        only = dossier.centers[0] if len(dossier.centers) == 1 else None
        first = {"passed": Passed.MATTER.value, "summary": dossier.line.row.summary}
        return {**first, **({"center": only} if only else {})}
    running = [one.due_at for one in dossier.detail.clocks if one.target is Target.RESOLVE and not one.is_over]
    return {"due_at": running[-1]} if step.id == "dispatch" and running else {}


def advice(view: View, inquiry: bytes) -> tuple[bytes, Any]:
    """Return an inquiry and where it goes (``services.routing.Advice``)."""
    from app.services import routing  # brings the library with it, which no start waits for

    return inquiry, routing.explain_inquiry(view, inquiry)


def advice_many(view: View, chosen: Sequence[bytes]) -> Any:
    """Return which unit is suggested for each of several inquiries (``services.routing_many.ManyAdvice``)."""
    from app.services import routing_many

    return routing_many.advise(view, chosen)


def dispatch_many(work: Work, inquiry: bytes, **said: Any) -> None:
    """Dispatch one of several inquiries: see ``services.routing_many.dispatch``."""
    from app.services import routing_many

    routing_many.dispatch(work, inquiry, **said)


def held() -> frozenset[State]:
    """Return the states in which a unit has an inquiry."""
    from app.services import routing_many

    return routing_many.HELD


def due_at(view: View, due: str) -> datetime:
    """Return when something that may take so long is due."""
    from app.services import routing

    return routing.due_at(view, due)


def unit_suggestion(jobs: Jobs, code: str) -> Suggestion:
    """Return a unit as the unit's field shows it; the code alone where the directory does not know it."""
    return next((one for one in suggest_units(jobs, code) if one.key == code), Suggestion(code, code))


def note_fields() -> list[Field]:
    """Return what a note asks."""
    return [field("note", required=True)]


def person_fields(desk: Desk, owner: bytes | None, *, why: bool = False) -> list[Field]:
    """Return the choice of a person who works on inquiries, without the one who has it; ``why`` asks for the reason."""
    people = [one for one in desk.people if one.may(Permission.WORK_INQUIRIES) and one.id != owner]
    options = tuple(Option(one.id.hex(), one.display) for one in people)
    return [field("person", required=True, options=options), field("reason", required=why)]


def merge_fields(lines: Sequence[Line]) -> tuple[list[Field], dict[str, Any]]:
    """Return the choice of the inquiry that stays among these, the oldest chosen already, and why they are one."""
    oldest, options = _choice_of(lines)
    return [field("into", required=True, options=options), field("reason")], {"into": oldest.id.hex()}


def incident_fields(lines: Sequence[Line]) -> tuple[list[Field], dict[str, Any]]:
    """Return how these are called together and which one leads, the oldest proposed."""
    oldest, options = _choice_of(lines)
    fields = [field("title", required=True), field("lead", required=True, options=options)]
    return fields, {"title": oldest.summary or "", "lead": oldest.id.hex()}


def _choice_of(lines: Sequence[Line]) -> tuple[InquiryRow, tuple[Option, ...]]:
    rows = sorted((line.row for line in lines), key=_position)
    return rows[0], tuple(Option(row.id.hex(), f"{row.number}  {row.summary or ''}"[:_SHOWN]) for row in rows)


def _position(row: InquiryRow) -> int:
    return row.position


def edit_fields(dossier: Dossier, jobs: Jobs) -> tuple[list[Field], dict[str, Any]]:
    """Return the fields that can be corrected, and what they hold. Lower urgency and another promised time ask why."""
    row = dossier.line.row
    lower = [one.value for one in list(Urgency)[: list(Urgency).index(row.urgency)]]
    fields = [
        field("category", suggest=suggest_categories),
        field("urgency", options=options_of("urgency")),
        field("due_at"),
        field("reason", required=True, label="why_changed", visible_when=_Answered(row, frozenset(lower)).needs),
        field("area"),
        field("summary"),
        field("details"),
    ]
    label = presenting.category(row.category, languages.current())
    values: dict[str, Any] = {
        "category": Suggestion(row.category, label) if row.category else "",
        "urgency": row.urgency.value,
        "due_at": row.due_at,
        "area": row.area,
        "summary": row.summary,
        "details": dossier.detail.details,
    }
    return fields, values


@dataclass(frozen=True)
class _Answered:
    """What of an inquiry nobody changes without a reason: its urgency downward, and a due time that was promised."""

    row: InquiryRow
    lower: frozenset[str]

    def needs(self, values: Values) -> bool:
        """Say whether these answers need a reason."""
        before = self.row.due_at.replace(second=0, microsecond=0) if self.row.due_at else None
        moved = bool(self.row.clocks) and "due_at" in values and values["due_at"] != before
        return values.get("urgency") in self.lower or moved


def command_of(step: str, values: Mapping[str, Any], dossier: Dossier) -> tuple[Command | None, dict[str, Any]]:
    """Return the command that saves the answers of a step and its arguments; None where nothing changed."""
    if step == "note":
        return inquiries.note, {"text": values["note"]}
    if step == "propose":
        return propose, {"question": values["question"], "answer": values["answer"]}
    if step == "hand_over":
        return inquiries.hand_over, {"person": bytes.fromhex(values["person"]), "reason": values.get("reason")}
    if step == "edit":
        changed = _edited(values, dossier)
        return (inquiries.describe, changed) if changed else (None, {})
    if step == "transfer":
        return transfers.transfer, {**values, "summary": values.get("summary") or "", "language": languages.current()}
    return inquiry_steps.take, {"step": step, **values}


def propose(work: Work, inquiry: bytes, question: str, answer: str) -> str:
    """Propose a script from an inquiry in these words, and return its key. Raises as ``script_proposals.propose``."""
    idea = script_proposals.from_inquiry(work, inquiry)
    return script_proposals.propose(work, replace(idea, question=question, answer=answer))


def _edited(values: Mapping[str, Any], dossier: Dossier) -> dict[str, str | None]:
    """Return the fields that differ from what is known, as the service takes them (times as ISO text)."""
    row = dossier.line.row
    before = {
        "category": row.category,
        "area": row.area,
        "urgency": row.urgency.value,
        "due_at": row.due_at.replace(second=0, microsecond=0) if row.due_at else None,
        "summary": row.summary,
        "details": dossier.detail.details,
    }
    changed = {name: values[name] for name in _EDITED if name in values and values[name] != before[name]}
    if changed.keys() & {"urgency", "due_at"} and values.get("reason"):
        changed["reason"] = values["reason"]
    return {name: one.isoformat() if isinstance(one, datetime) else one for name, one in changed.items()}
