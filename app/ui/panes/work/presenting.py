"""What the work pane shows, decided without Qt: tones of chips, days of due times, values of a history in words."""

from datetime import datetime, tzinfo

from app.models.callbacks import Callback, CallbackReason
from app.models.inquiries import DONE, PAUSED, InquiryRow, State, Urgency
from app.models.journal import Value
from app.services import reference, wording
from app.services.worklists import Dossier, Line
from app.ui.kit import presenting_time
from app.ui.kit.escaping import escape

#: Fields of an inquiry whose codes have a label set.
_SETS = {"state": "inquiry_state", "urgency": "urgency", "channel": "channel"}
_TIMES = ("due_at", "closed_at", "opened_at", "deleted_at")
_STATE_TONES = {State.NEW: "accent", State.RETURNED: "danger", State.REDO: "danger"}
_URGENCY_TONES = {Urgency.HIGH: "warning", Urgency.CRITICAL: "danger"}
_LONGEST = 300


def state_tone(state: State) -> str:
    """Return the tone of a state's chip: somebody must look, something waits, it runs, it is done."""
    if state in DONE:
        return ""
    return "warning" if state in PAUSED else _STATE_TONES.get(state, "accent")


def urgency_tone(urgency: Urgency) -> str:
    """Return the tone of an urgency's chip."""
    return _URGENCY_TONES.get(urgency, "")


def due_tone(due_at: datetime | None, now: datetime, *, zone: tzinfo, done: bool = False) -> str:
    """Return danger for a time that is past, warning for one that comes today, else a quiet tone."""
    if due_at is None or done:
        return ""
    if due_at < now:
        return "danger"
    return "warning" if due_at.astimezone(zone).date() == now.astimezone(zone).date() else ""


def row_due_tone(row: InquiryRow, now: datetime, zone: tzinfo) -> str:
    """Return the tone of an inquiry's due time; a closed one's is quiet."""
    return due_tone(row.due_at, now, zone=zone, done=row.state in DONE)


def first_due(row: InquiryRow) -> datetime | None:
    """Return for when an inquiry was first promised, None where its due time was not extended."""
    return next((one.original_due_at for one in row.clocks if one.extended and one.met_at is None), None)


def category(code: str | None, language: str, *, whole: bool = False) -> str:
    """Return a category's label, with ``whole`` from the root on; a code that the tree does not know as it is."""
    if not code:
        return ""
    tree = reference.categories()
    if whole:
        return tree.path_label(code, language)
    known = tree.by_code.get(code)
    return known.label.for_language(language) if known else code


def unit(line: Line, language: str) -> str:
    """Return a unit's name in the person's language."""
    return line.unit[0] if presenting_time.is_chinese(language) else line.unit[1]


def unit_of(dossier: Dossier, code: str, language: str) -> str:
    """Return the name of a unit that a step of an inquiry names; its code where the directory does not know it."""
    chinese, english = dossier.units.get(code, (code, code))
    return chinese if presenting_time.is_chinese(language) else english


def value(field: str, found: Value, language: str, zone: tzinfo) -> str:
    """Return a field's value as people read it: labels for codes, local times, texts cut to a glance."""
    if found is None or found == "":
        return "–"
    text = str(found)
    if field in _SETS:
        return wording.label(_SETS[field], text, language)
    if field == "category":
        return category(text, language, whole=True)
    if field in _TIMES:
        return f"{datetime.fromisoformat(text).astimezone(zone):%Y-%m-%d %H:%M}"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def reason(text: str | None, language: str) -> str:
    """Return a step's reason: the label of a return reason's code, any other text as it is."""
    return wording.label("return_reason", text, language)


def owed_for(callback: Callback, language: str) -> str:
    """Return what a call that we owe is for: what was promised, else why we owe it."""
    if callback.what or callback.reason is CallbackReason.PROMISED:
        return callback.what or ""
    return wording.label(*callback.told, language)


def telephone_link(uri: str, shown: str) -> str:
    """Return a number as HTML: a link to its ``tel:`` address, plain text without one, whatever stands in it.

    A number that is hidden is not in the link either: that could be copied.
    """
    address = "tel:" if "*" in shown else uri
    return f'<a href="{escape(address)}" style="text-decoration: none">{escape(shown)}</a>' if uri else escape(shown)
