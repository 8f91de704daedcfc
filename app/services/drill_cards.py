"""Keeping cards true: key points follow the versions of their scripts, cards follow answers from every station.

``refresh`` is quick when nothing happened: it compares one mark of the library and two counts.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from app.models import drills
from app.models.drill_queue import weight_of
from app.models.drills import CardState, PointChange, PointRisk, Told, training_day
from app.models.duty import Works
from app.scripts_library.content import from_content
from app.scripts_library.script import Audience, KeyPoint, Risk, Script, State
from app.services import duty
from app.services.office import View, Work
from app.services.spacing import advance
from app.store import drill_points as point_rows
from app.store import drills as rows_of
from app.store import duty as duty_rows
from app.store import script_given
from app.store import scripts as script_rows
from app.store.drill_points import DrillPoint
from app.store.drills import CardKey
from app.store.scripts import StateEvent, VersionRow

#: How far back live demand counts.
DEMAND = timedelta(days=90)
_MOST_SCRIPTS = 5000
#: Weights that differ by less are the same.
_SAME = 1e-6
#: Cards that one start folds anew because their operator works on other days.
AT_ONCE = 300
_START = datetime(1970, 1, 1, tzinfo=UTC)


def today(view: View) -> date:
    """Return the training day at the center."""
    return training_day(view.now, ZoneInfo(view.settings.time_zone))


def is_stale(view: View, operator: bytes) -> bool:
    """Say whether scripts, days or answers of other stations have moved since the cards were folded."""
    mark, following, weighed = point_rows.note(view.rows)
    if mark != point_rows.library_mark(view.rows) or weighed != today(view).isoformat():
        return True
    if (following is not None and view.now >= following) or rows_of.unfolded(view.rows, operator):
        return True
    return duty_rows.folded_by(view.rows, operator) not in _marks(view, operator)


def _marks(view: View, operator: bytes) -> tuple[str, str]:
    """Return what stands for somebody's days: of all their cards, and of those that were folded today alone."""
    mark = duty.mark(view, operator)
    return mark, f"{mark}@{today(view).isoformat()}"


def refresh(work: Work, operator: bytes | None = None) -> int:
    """Make key points and cards follow what happened, and return how many cards were folded anew."""
    mark, following, weighed = point_rows.note(work.tx)
    day = today(work).isoformat()
    new_mark = point_rows.library_mark(work.tx)
    folded = 0
    if mark != new_mark or weighed != day or (following is not None and work.now >= following):
        found = script_rows.all_versions(work.tx)
        turned = {one.script for one in point_rows.every(work.tx) if _turns(one, weighed, day)}
        folded += _follow(work, found, turned)
        _weigh(work)
        point_rows.keep_note(work.tx, new_mark, _next_moment(found, work.now), day)
    return folded + (_catch_up(work, operator) if operator else 0)


def _catch_up(work: Work, operator: bytes) -> int:
    """Fold the cards that know too little: of answers, of needs, or on which days their operator works.

    Where another duty moves more cards than one start can take, those that come due first are folded, as many again on
    each further day, until all are: what is due in weeks can wait, whoever wants to practice cannot.
    """
    marks = _marks(work, operator)
    moved = duty_rows.folded_by(work.tx, operator) not in marks
    seen = duty_rows.seen_cards(work.tx, operator, AT_ONCE + 1) if moved else []
    stale = set(rows_of.unfolded(work.tx, operator)) | set(seen[:AT_ONCE])
    works = duty.duty_for(work, operator).works
    for card in stale:
        fold_card(work, card, works)
    if moved:
        duty_rows.keep_folded_by(work.tx, operator, marks[len(seen) > AT_ONCE])
    return len(stale)


def fold_card(work: Work, card: CardKey, works: Works | None = None) -> CardState:
    """Fold one card from everything that is known of it, keep it, and return it.

    ``works`` says when its operator works, for who folds many cards of one.
    """
    point = point_rows.find(work.tx, card.script, card.point)
    needs = rows_of.needs_of(work.tx, card)
    told = Told(
        card.operator + f"/{card.script}/{card.point}".encode(),
        point.risk if point else PointRisk.NORMAL,
        rows_of.reviews_of(work.tx, card),
        point.changes if point else (),
        needs,
        works or duty.duty_for(work, card.operator).works,
    )
    state = drills.fold(told, today(work), advance)
    kept = state if point else replace(state, suspended=True)
    rows_of.keep_card(work.tx, card, kept, len(needs), point.weight if point else 1.0)
    return state


def said_before(view: View, script: Script, point: str, language: str) -> str:
    """Return what a key point said in the last version that said something else, "" where there was none."""
    now = next((one.texts for one in script.key_points if one.id == point), None)
    for row in reversed(script_rows.versions_of(view.rows, script.key)):
        if row.number < script.version and row.state in (State.APPROVED, State.WITHDRAWN):
            old = from_content(script.key, script_rows.content_of(view.rows, row.id))
            texts = next((one.texts for one in old.key_points if one.id == point), None)
            if texts is not None and texts != now:
                return texts.get(language) or next(iter(texts.values()), "")
    return ""


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:24]


def _turns(point: DrillPoint, before: str, day: str) -> bool:
    """Say whether a point says something else since a day."""
    return any(before < one.day.isoformat() <= day for one in point.changes)


def _follow(work: Work, found: list[VersionRow], turned: set[str]) -> int:
    """Make the points of every script that moved anew, or whose points turned, and fold the cards of those points."""
    known = point_rows.marks(work.tx)
    folded = 0
    seen: set[str] = set()
    for key, group in groupby(found, key=_key):
        rows = list(group)
        seen.add(key)
        mark = _script_mark(rows, work.now)
        if (known.get(key) != mark or key in turned) and any(one.state is not State.DRAFT for one in rows):
            points = points_of(work, rows)
            point_rows.keep(work.tx, key, mark, points)
            folded += _fold_points(work, key, points)
    for key in known.keys() - seen:
        gone = point_rows.points_of(work.tx, key)
        point_rows.keep(work.tx, key, "", ())
        folded += _fold_points(work, key, gone)
    return folded


def _fold_points(work: Work, key: str, points: Iterable[DrillPoint]) -> int:
    cards = [card for one in points for card in rows_of.cards_of_point(work.tx, key, one.point)]
    for card in cards:
        fold_card(work, card)
    return len(cards)


def _key(row: VersionRow) -> str:
    return row.key


def _script_mark(rows: list[VersionRow], now: datetime) -> str:
    """What the points of a script are made from: its versions, and how many of their moments are over."""
    over = sum(at <= now for one in rows for at in (one.effective_from, one.effective_to) if at)
    return _digest([[one.number, one.state.value, one.content_hash] for one in rows] + [over])


def _next_moment(found: list[VersionRow], now: datetime) -> datetime | None:
    moments = [at for one in found for at in (one.effective_from, one.effective_to) if at and at > now]
    return min(moments, default=None)


def points_of(view: View, rows: list[VersionRow]) -> list[DrillPoint]:
    """Return the key points of a script with what each said from which training day on, from all its versions."""
    zone = ZoneInfo(view.settings.time_zone)
    events = script_rows.events_of(view.rows, rows[0].key)
    scripts = {
        one.number: from_content(one.key, script_rows.content_of(view.rows, one.id))
        for one in rows
        if one.state in (State.APPROVED, State.WITHDRAWN)
    }
    spans = [(at, _counting(rows, events, at)) for at in _moments(rows, events)]
    said = [
        (training_day(at, zone), {one.id: one for one in scripts[number].key_points} if number in scripts else {})
        for at, number in spans
        if number is not None or at > _START
    ]
    newest = [scripts[number] for _, number in spans if number in scripts]
    if not newest or newest[-1].audience is Audience.SUPERVISOR:
        return []
    ids = dict.fromkeys(point for _, points in said for point in points)
    return [_point(view, newest[-1], one, said) for one in ids]


def _moments(rows: list[VersionRow], events: list[StateEvent]) -> list[datetime]:
    times = {at for one in rows for at in (one.effective_from, one.effective_to) if at}
    return sorted(times | {one.at for one in events})


def _counting(rows: list[VersionRow], events: list[StateEvent], at: datetime) -> int | None:
    """Return the number of the version that callers were given at a moment; None where there was none."""
    states: dict[int, str] = {}
    for event in reversed(events):  # the newest come first
        if event.at <= at:
            states[event.number] = event.state
    visible = [
        one.number
        for one in rows
        if states.get(one.number) == State.APPROVED.value
        and (one.effective_from is None or one.effective_from <= at)
        and (one.effective_to is None or at < one.effective_to)
    ]
    return max(visible, default=None)


def _point(view: View, script: Script, point: str, said: list[tuple[date, dict[str, KeyPoint]]]) -> DrillPoint:
    changes = _changes([(day, _said(points[point]) if point in points else None) for day, points in said])
    past = [one for one in changes if one.day <= today(view)]
    live = (past or changes)[-1] if changes else None
    newest = next((points[point] for _, points in reversed(said) if point in points), None)
    risk = _risk(script, critical=bool(newest and newest.critical))
    from_on = live.day if live and live.says is not None else None
    weight = weight_of(critical=risk is PointRisk.CRITICAL, share=0.0)
    texts: Mapping[str, str] = newest.texts if newest else dict[str, str]()
    return DrillPoint(script.key, point, script.topic, risk, weight, tuple(changes), from_on, texts)


def _changes(said: list[tuple[date, str | None]]) -> list[PointChange]:
    """What a point says from which day on: a new text counts from the next day, what ends ends at once."""
    changes: list[PointChange] = []
    for day, text in said:
        before = changes[-1].says if changes else None
        if text == before:
            continue
        if text is None:
            changes = [one for one in changes if one.day < day]
        changes.append(PointChange(day + timedelta(days=before is not None and text is not None), text))
    return changes


def _said(point: KeyPoint) -> str:
    slots = [*point.slots.numbers, "/", *point.slots.phones, "/", *point.slots.units, str(point.slots.negated)]
    return _digest([dict(point.texts), slots, {name: list(words) for name, words in point.any.items()}])


def _risk(script: Script, *, critical: bool) -> PointRisk:
    if critical or script.risk in (Risk.HIGH, Risk.EMERGENCY):
        return PointRisk.CRITICAL
    return PointRisk.LOW if script.risk is Risk.LOW else PointRisk.NORMAL


def _weigh(work: Work) -> None:
    """Weigh key points by how often their scripts were given lately; once a day."""
    since = (work.now - DEMAND).isoformat()
    given = dict(script_given.most_given(work.tx, since, work.now.isoformat(), _MOST_SCRIPTS))
    points = point_rows.every(work.tx)
    scripts = {one.script for one in points}
    usual = sum(given.get(one, 0) for one in scripts) / len(scripts) if scripts else 0.0
    weighed = {(one.script, one.point): (_weight(one, given, usual), one.weight) for one in points}
    weights = {key: new for key, (new, old) in weighed.items() if abs(new - old) > _SAME}
    point_rows.weigh(work.tx, weights)


def _weight(point: DrillPoint, given: Mapping[str, int], usual: float) -> float:
    share = given.get(point.script, 0) / usual if usual else 0.0
    return weight_of(critical=point.risk is PointRisk.CRITICAL, share=share)
