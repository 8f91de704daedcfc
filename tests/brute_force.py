"""KPIs by brute force: counted from plain rows with plain loops, without anything of the program's own engine."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from app.models.clocks import ClockState, Mark
from app.models.policies import Target
from app.services.office import Work
from app.store import clocks
from app.store.journal import Rows
from tests.desk import NOON

ZONE = ZoneInfo("Asia/Shanghai")
STATES = ("new", "dispatched", "accepted", "in_progress", "closed", "closed", "closed", "cancelled", "merged")
KINDS = ("dispatched", "dispatched", "accepted", "returned", "redo", "reopened", "note", "answered")
CATEGORIES = ("consult", "consult.immunization.hpv", "consult.immunization", "complaint.fees", "help", "")
TARGETS = ("acknowledge", "first_response", "accept", "resolve", "callback")


def scatter(work: Work, rng: Random, count: int) -> None:
    """Write inquiries of the last weeks with random steps, promises, contacts and callers."""
    for _ in range(count):
        opened = NOON - timedelta(minutes=rng.randrange(60 * 24 * 40))
        state = rng.choice(STATES)
        done = state in ("closed", "cancelled", "merged")
        later = (opened + timedelta(hours=rng.randrange(1, 90))).isoformat()
        inquiry = work.tx.add("inquiry", {
            "number": "X", "opened_at": opened.isoformat(), "state": state, "urgency": "normal",
            "category": rng.choice(CATEGORIES) or None, "unit": rng.choice(("H01", "C11", None)),
            "channel": rng.choice(("phone_in", "email")), "closed_at": later if done else None,
            "due_at": (opened + timedelta(hours=rng.randrange(1, 400))).isoformat() if rng.random() < 0.7 else None,
            "caller": rng.choice(("aa" * 16, "bb" * 16, None)), "batch": rng.choice(("cc" * 16, None, None)),
            "opened_by": rng.choice(("dd" * 16, "ee" * 16)),
            "deleted_at": later if rng.random() < 0.05 else None,
        })  # fmt: skip
        _steps(work, rng, inquiry.hex(), opened)
        if rng.random() < 0.3:
            _asked(work, inquiry.hex(), opened + timedelta(days=3), rng.choice(("solved", "partly", "unsolved")))
        if rng.random() < 0.3:
            clocks.write(work.tx, inquiry, None, [_clock(rng, opened)])


def _asked(work: Work, inquiry: str, at: datetime, solved: str) -> None:
    """Write that the caller was asked afterwards, and what they said."""
    told = {"questionnaire": "inquiry-satisfaction", "version": 1, "mode": "telephone", "inquiry": inquiry}
    interview = work.tx.add("interview", {**told, "at": at.isoformat(), "by": "dd" * 16})
    ended = {"interview": interview.hex(), "completeness": "complete", "share": 1.0, "codes": {"solved": solved}}
    work.tx.add("interview_end", {**ended, "at": at.isoformat(), "by": "dd" * 16})


def _clock(rng: Random, opened: datetime) -> Mark:
    """Return the clock of a matter that was extended or not, is met or runs or is paused."""
    first = opened + timedelta(hours=rng.randrange(1, 300))
    due = first + timedelta(hours=rng.choice((0, 0, 100)))
    met = opened + timedelta(hours=rng.randrange(1, 500)) if rng.random() < 0.5 else None
    state = ClockState.MET if met else rng.choice((ClockState.RUNNING, ClockState.PAUSED))
    return Mark(Target.RESOLVE, state, due, first, met, met - due if met else timedelta(), due > first)


def _steps(work: Work, rng: Random, inquiry: str, opened: datetime) -> None:
    for place in range(rng.randrange(5)):
        told: dict[str, Any] = {}
        if rng.random() < 0.4:
            told["late"] = {rng.choice(TARGETS): rng.randrange(-900, 900)}
        if rng.random() < 0.2:
            told[rng.choice(("answered", "reached"))] = opened.isoformat()
        kind = rng.choice(KINDS)
        work.tx.add("inquiry_event", {
            "inquiry": inquiry, "kind": kind, "at": (opened + timedelta(minutes=place)).isoformat(),
            "state": kind if kind in ("dispatched", "accepted", "returned", "answered") else None,
            "unit": rng.choice(("H01", "C11")), "clocks": told or None,
            "reason": rng.choice(("not_our_duty", "wrong_area", "duplicate")) if kind == "returned" else None,
        })  # fmt: skip
    if rng.random() < 0.4:
        mode = rng.choice(("script", "own_knowledge"))
        contact = work.tx.add("contact", {"channel": "phone_in", "answer_mode": mode})
        said = {"contact": contact.hex(), "inquiry": inquiry, "role": rng.choice(("answered", "opened"))}
        work.tx.add("contact_inquiry", {**said, "at": opened.isoformat()})


Share = tuple[int, int]


def exported(rows: Rows) -> list[dict[str, Any]]:
    """Return every inquiry that is not deleted as a plain dictionary with its steps and contacts."""
    events: dict[bytes, list[dict[str, Any]]] = {}
    for inquiry, kind, state, unit, reason, told in rows.all(
        "SELECT inquiry, kind, state, unit, reason, clocks FROM inquiry_event /* whole: brute force */ ORDER BY at, id"
    ):
        step = {"kind": kind, "state": state, "unit": unit, "reason": reason, "clocks": json.loads(told or "{}")}
        events.setdefault(inquiry, []).append(step)
    modes = dict(
        rows.all("""SELECT l.inquiry, c.answer_mode FROM contact_inquiry l JOIN contact c ON c.id = l.contact
        /* whole: brute force */ WHERE l.role = 'answered'""")
    )
    said = rows.all("""SELECT v.inquiry, e.codes FROM interview v JOIN interview_end e ON e.interview = v.id
        /* whole: brute force */""")
    unsolved = {inquiry for inquiry, codes in said if json.loads(codes).get("solved") in ("partly", "unsolved")}
    names = "id, position, state, opened_at, closed_at, due_at, category, caller, batch, unit, clocks"
    found = [
        dict(zip(names.split(", "), row, strict=True))
        for row in rows.all(f"SELECT {names} FROM inquiry /* whole: brute force */ WHERE deleted_at IS NULL")
    ]
    for one in found:
        one["events"], one["mode"] = events.get(one["id"], []), modes.get(one["id"])
        one["unsolved"] = one["id"] in unsolved
        one["opened_at"] = datetime.fromisoformat(one["opened_at"])
        for name in ("closed_at", "due_at"):
            one[name] = datetime.fromisoformat(one[name]) if one[name] else None
    return found


def _late(one: dict[str, Any], target: str) -> int | None:
    for step in one["events"]:
        if target in step["clocks"].get("late", {}):
            return int(step["clocks"]["late"][target])
    return None


def _kept(one: dict[str, Any], target: str) -> bool | None:
    late = _late(one, target)
    return None if late is None else late <= 0


def _promised(one: dict[str, Any]) -> dict[str, Any] | None:
    """Return the clock that stands beside the inquiry as plain values."""
    names = ("target", "state", "due", "first", "met", "late", "extended")
    for row in json.loads(one["clocks"] or "[]"):
        clock = dict(zip(names, row, strict=True))
        for name in ("due", "first", "met"):
            clock[name] = datetime.fromisoformat(clock[name]) if clock[name] else None
        return clock
    return None


def on_time(one: dict[str, Any], now: datetime) -> bool | None:
    """Return whether an inquiry was completed on time; None while nobody knows or nothing was promised."""
    if _kept(one, "resolve") is not None:
        return _kept(one, "resolve")
    if clock := _promised(one):
        return _by(clock, "due", now)
    if one["due_at"] is None:
        return None
    if one["closed_at"]:
        return bool(one["closed_at"] <= one["due_at"])
    return False if now > one["due_at"] else None


def _by(clock: dict[str, Any], name: str, now: datetime) -> bool | None:
    bound = clock[name] or clock["due"]
    if clock["met"]:
        return bool(clock["met"] <= bound)
    return False if now > bound and clock["state"] != "paused" else None


def on_first_time(one: dict[str, Any], now: datetime) -> bool | None:
    """Return whether it was completed by the due time that was promised at the start."""
    found, clock = on_time(one, now), _promised(one)
    if found is False or clock is None or not clock["extended"]:
        return found
    if clock["met"]:
        return bool(clock["met"] <= clock["first"])
    return False if now > clock["first"] else None


def _topic(one: dict[str, Any]) -> str:
    return ".".join((one["category"] or "").split(".")[:2])


def _again(one: dict[str, Any], every: list[dict[str, Any]]) -> bool:
    return any(
        one["category"] and other["caller"] == one["caller"] and _topic(other) == _topic(one)
        and other["position"] > one["position"] and other["opened_at"] - one["opened_at"] <= timedelta(days=7)
        for other in every
    ) or any(step["kind"] in ("redo", "reopened") for step in one["events"])  # fmt: skip


def _routed(one: dict[str, Any]) -> bool | None:
    steps = one["events"]
    places = [place for place, step in enumerate(steps) if step["kind"] == "dispatched"]
    if not places:
        return None
    taken = back = False
    for step in steps[places[0] + 1 :]:
        if step["kind"] == "returned":
            if step["reason"] != "duplicate":
                return False
            back = taken = True
        elif step["kind"] == "dispatched" and step["unit"] != steps[places[0]]["unit"]:
            return taken if back else None
        elif step["state"] in ("accepted", "answered"):
            taken = True
    return True if taken else None


def share(name: str, every: list[dict[str, Any]], now: datetime) -> Share:
    """Return numerator and denominator of a KPI over all of these rows."""
    answers = [said for one in every if (said := _answer(name, one, every, now)) is not None]
    return sum(answers), len(answers)


def _answer(name: str, one: dict[str, Any], every: list[dict[str, Any]], now: datetime) -> bool | None:
    if one["state"] in ("cancelled", "merged"):
        return None
    return dict(_answers(one, every, now))[name]


def _answers(one: dict[str, Any], every: list[dict[str, Any]], now: datetime) -> Iterator[tuple[str, bool | None]]:
    kinds = {step["kind"] for step in one["events"]}
    direct, category = one["mode"] is not None, one["category"] or ""
    yield "direct_answer", True if direct else None if one["batch"] else False
    yield "from_script", one["mode"] == "script" if direct else None
    yield "on_time", on_time(one, now)
    yield "on_first_time", on_first_time(one, now)
    yield "complaint_in_limit", on_time(one, now) if category.startswith("complaint") else None
    yield "same_day", _same_day(one, now) if category.startswith("consult") and not direct else None
    for target, kpi in zip(TARGETS, ("acknowledged", "first_response", "accepted_in_time", "", "satisfaction_call")):  # noqa: B905
        yield kpi, _kept(one, target)
    yield "routed_right", _routed(one)
    yield "returned", "returned" in kinds if "dispatched" in kinds else None
    met = bool(any({"answered", "reached"} & step["clocks"].keys() for step in one["events"]) or direct)
    yield "response_rate", True if met else None if one["batch"] else False
    yield "first_contact", _first(one, every, now)
    again = bool(kinds & {"redo", "reopened"})
    yield "redone", again if one["closed_at"] or again else None


def _same_day(one: dict[str, Any], now: datetime) -> bool | None:
    if one["due_at"] is not None or _kept(one, "resolve") is not None or one["clocks"]:
        return on_time(one, now)
    if one["closed_at"] is None:
        return None
    return bool(one["closed_at"].astimezone(ZONE).date() == one["opened_at"].astimezone(ZONE).date())


def _first(one: dict[str, Any], every: list[dict[str, Any]], now: datetime) -> bool | None:
    if one["caller"] is None:
        return None
    if one["unsolved"] or _again(one, every):
        return False
    return True if now > one["opened_at"] + timedelta(days=7) and one["state"] == "closed" else None
