"""Where an inquiry goes: the rule that fires, else the unit that past dispatches suggest, with what decided it.

What was learned is read from its artifact once for every fit, and asked in a few milliseconds.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.models import durations
from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.routing import WORDS
from app.models.routing_results import RoutedRight, routed_right, row_of
from app.models.routing_rules import Facts, Fired
from app.services import calendars, routing_learning, routing_rules
from app.services.office import View
from app.services.routing_learning import NAME, Learned
from app.store import callers as caller_rows
from app.store import inquiries as inquiry_rows
from app.store import routing as past_rows
from app.store import script_searches as learned_rows
from app.store import units as unit_rows

_KEPT = "routing_learned"
#: Below this probability nothing is suggested.
LEAST = 0.5


@dataclass(frozen=True)
class Advice:
    """Where an inquiry goes. ``by`` is ``rule``, ``learned`` or ``nothing``; then ``unit`` is "". ``name`` is its name.

    A rule tells its name, table, version, place (from 1), urgency and due duration. What was learned tells the
    probability, the level that decided (``category+area`` …; ``words``), how many like it there were, and other units.
    """

    by: str
    unit: str = ""
    name: str = ""
    name_en: str = ""
    rule: str = ""
    table: str = ""
    version: int = 0
    place: int = 0
    urgency: str = ""
    due: str = ""
    probability: float | None = None
    level: str = ""
    seen: float = 0.0
    words: tuple[str, ...] = ()
    others: tuple[tuple[str, float], ...] = ()

    def stored(self) -> dict[str, object]:
        """Return what a dispatch keeps of it; nothing where nothing was suggested."""
        if self.by == "rule":
            return {"by": self.by, "unit": self.unit, "rule": self.rule, "table": self.table, "version": self.version}
        found = {"by": self.by, "unit": self.unit, "probability": self.probability, "level": self.level}
        return {**found, "words": list(self.words)} if self.by == "learned" else {}


def explain(view: View, facts: Facts) -> Advice:
    """Return where an inquiry goes as of now, and why."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    fired = routing_rules.decide(view, facts)
    found = _by_rule(view, fired) if fired is not None else _by_learning(view, facts)
    unit = unit_rows.by_code(view.rows, found.unit) if found.unit else None
    return replace(found, name=unit.name or "", name_en=unit.name_en or "") if unit else found


def explain_inquiry(view: View, inquiry: bytes) -> Advice:
    """Return where a known inquiry goes as of now. Raises ``RecordGone``."""
    view.require(Permission.SEE_INQUIRIES)
    row = inquiry_rows.by_id(view.rows, inquiry)
    if row is None:
        raise RecordGone(entity="inquiry", id=inquiry.hex())
    details, _, _ = inquiry_rows.details_of(view.rows, inquiry)
    caller = caller_rows.by_id(view.rows, row.caller) if row.caller else None
    kind = caller.kind.value if caller and caller.kind else ""
    text = f"{row.summary or ''}\n{details or ''}"
    return explain(view, Facts(text, row.channel or "", row.category or "", row.area or "", kind))


def due_at(view: View, due: str) -> datetime:
    """Return when something that begins now and may take so long (``2bd`` …) is due, on the center's calendar."""
    return calendars.due(view, calendars.center_calendar(view).name, view.now, durations.parse(due))


def _by_rule(view: View, fired: Fired) -> Advice:
    rule = fired.rule
    version = routing_rules.published(view)[fired.table].number
    return Advice(
        "rule",
        rule.unit,
        rule=rule.name,
        table=fired.table,
        version=version,
        place=fired.place + 1,
        urgency=rule.urgency,
        due=rule.due,
        words=fired.words,
    )


def _by_learning(view: View, facts: Facts) -> Advice:
    learned = memory(view)
    if learned is None:
        return Advice("nothing")
    closed = frozenset(unit.code for unit in unit_rows.all_units(view.rows) if not unit.active)
    found = learned.memory.suggest(learned.case(facts), learned.until, least=0.0, without=closed)
    if found is None:
        return Advice("nothing")
    probability = learned.calibration.of(found.probability)
    undecided = found.level == WORDS and not found.words  # nothing of this inquiry was ever met
    told = Advice(
        "learned", found.unit, probability=round(probability, 4), level=found.level, seen=round(found.seen, 1),
        words=routing_learning.as_typed(facts.text, found.words),
        others=tuple((unit, round(share, 4)) for unit, share in found.others),
    )  # fmt: skip
    if probability >= LEAST and not undecided:
        return told
    return replace(told, by="nothing", unit="", others=((found.unit, probability),))


def memory(view: View) -> Learned | None:
    """Return what was learned, read once for every fit; None without any."""
    known = learned_rows.learned_from(view.rows, NAME)
    if known is None or known[0] != routing_learning.VERSION:
        return None
    kept: tuple[str, Learned | None] | None = view.outside.get(_KEPT)
    if kept is None or kept[0] != known[1]:
        kept = (known[1], routing_learning.from_bytes(learned_rows.learned_body(view.rows, NAME)))
        view.outside[_KEPT] = kept
    return kept[1]


def routed_right_first_time(view: View, start: datetime, end: datetime) -> RoutedRight:
    """Return KPI 2 over the inquiries first dispatched from ``start`` on and before ``end``, with its rows."""
    view.require(Permission.SEE_INQUIRIES)
    dispatched = past_rows.dispatched_between(view.rows, _text(start), _text(end))
    steps = inquiry_rows.events_of_many(view.rows, [inquiry for inquiry, _ in dispatched])
    rows = (row_of(number, steps[inquiry]) for inquiry, number in dispatched)
    return routed_right(row for row in rows if row is not None and start <= row.at < end)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def is_due(view: View) -> bool:
    """Say whether nothing has been fitted today, by the center's calendar day."""
    known = learned_rows.learned_from(view.rows, NAME)
    zone = ZoneInfo(view.settings.time_zone)
    return known is None or known[2].astimezone(zone).date() < view.now.astimezone(zone).date()
