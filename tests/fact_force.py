"""Figures of what is no inquiry, by brute force: random things are written, and counted with plain loops."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from app.models.sync import Wire
from app.services.office import Work
from app.store.journal import Rows, Tx, Writer
from app.store.sync_apply import take
from tests.desk import NOON

Share = tuple[int, int]
STEPS = {"very_satisfied": 5, "satisfied": 4, "neutral": 3, "dissatisfied": 2, "very_dissatisfied": 1}
STATES = ("ready", "ringing", "talking", "hold", "wrap_up", "away", "signed_out")
PEOPLE = ("dd" * 16, "ee" * 16)


def scatter(work: Work, rng: Random, count: int) -> None:
    """Write so many of every kind, in the last forty days."""
    for place in range(count):
        at = NOON - timedelta(minutes=rng.randrange(60 * 24 * 40))
        later = (at + timedelta(minutes=rng.randrange(1, 20_000))).isoformat()
        for write in (_interview, _callback, _finding, _evaluation, _script, _chat, _duty, _clash):
            write(work, rng, at, later if rng.random() < 0.6 else None)
        if place % 3 == 0:
            work.tx.add("review", {"operator": rng.choice(PEOPLE), "script": "s", "point": "p", "at": at.isoformat(),
                "day": (at + timedelta(hours=8)).date().isoformat()})  # fmt: skip


def _clash(work: Work, rng: Random, _at: datetime, later: str | None) -> None:
    """Two stations set one field; somebody decides, or says something of another field only."""
    row = work.tx.add("caller", {"name": "Li", "note": '"b":{"name":["1","2"]}'})
    there = Tx(work.tx.connection, Writer(b"o" * 16, "chen", "center", work.tx.writer.now - timedelta(hours=9)))
    _, at = there.chain.seal("caller", row, {"name": "Lee"}, {}, (work.tx.writer.now_ms + rng.randrange(9)) << 16)
    take(work.tx, [Wire(at[1], at[2], at[0], *at[3:])])  # type: ignore[arg-type, misc]
    work.tx.put("caller", row, {"name": "Lin"} if later else {"area": "North"})


def _saves(rows: Rows, _now: datetime) -> dict[str, Share]:
    said = [json.loads(one["payload"]).get("b", {}) for one in _all(rows, "payload", "journal")]
    decided = [any(len(uids) > 1 for name, uids in base.items() if name != "*") for base in said]
    return {"conflict_rate": _share(decided)}


def _interview(work: Work, rng: Random, at: datetime, later: str | None) -> None:
    reason = rng.choice(("satisfaction", "promised", "missed"))
    callback = work.tx.add("callback", {"reason": reason, "due_at": at.isoformat(), "closed_at": later})
    mode = rng.choice(("telephone", "paper"))
    told = {"questionnaire": "inquiry-satisfaction", "mode": mode, "callback": callback.hex(), "at": at.isoformat()}
    row = work.tx.add("interview", told).hex()
    for _ in range(rng.randrange(3)):
        codes: dict[str, Any] = {"solved": rng.choice(("solved", "partly", "unsolved", "98"))}
        for name in ("unit_satisfaction", "line_satisfaction"):
            codes[name] = rng.choice((*STEPS, "98"))
        ended = (at + timedelta(seconds=rng.randrange(90))).isoformat()
        work.tx.add("interview_end", {"interview": row, "completeness": "complete", "codes": codes, "at": ended})


def _callback(work: Work, rng: Random, at: datetime, later: str | None) -> None:
    due = (at + timedelta(minutes=rng.randrange(90_000))).isoformat()
    work.tx.add("callback", {"reason": rng.choice(("promised", "missed")), "due_at": due, "closed_at": later})


def _finding(work: Work, rng: Random, at: datetime, later: str | None) -> None:
    due = (at + timedelta(minutes=rng.randrange(60_000))).isoformat()
    state = rng.choice(("closed", "closed", "unfounded")) if later else rng.choice(("opened", "sent", "reopened"))
    work.tx.add("finding", {"category": rng.choice(("food", "water")), "institution": rng.choice(("H01", "H02")),
        "opened_at": at.isoformat(), "state": state, "close_due_at": due, "closed_at": later})  # fmt: skip


def _evaluation(work: Work, rng: Random, at: datetime, _later: str | None) -> None:
    contact = work.tx.add("contact", {"channel": "phone_in", "opened_at": at.isoformat()}).hex()
    for place in range(rng.choice((1, 1, 2))):
        points = {name: rng.choice((0, 1, 2, 2, None)) for name in ("a", "b", "c")}
        kind = rng.choice(("customer", "minor"))
        errors = [{"kind": kind, "note": "", "script": "", "point": ""}] if rng.random() < 0.4 else []
        work.tx.add("evaluation", {"contact": contact, "operator": PEOPLE[0], "sample": rng.choice(("random", "risk")),
            "sheet": "s", "sheet_version": 1, "points": points, "errors": errors,
            "at": (at + timedelta(hours=place)).isoformat(), "by": PEOPLE[1]})  # fmt: skip


def _script(work: Work, rng: Random, at: datetime, later: str | None) -> None:
    script = work.tx.add("script", {"key": f"k{rng.random()}"})
    key = str(work.tx.state_of("script", script)["key"])
    for number in (1, 2)[: rng.choice((1, 2))]:
        version = work.tx.add("script_version", {"script": script.hex(), "key": key, "number": number,
            "effective_to": later, "at": at.isoformat()})  # fmt: skip
        for state in ("approved", "withdrawn")[: rng.randrange(3)]:
            moment = (at + timedelta(minutes=rng.randrange(20_000))).isoformat()
            work.tx.add(
                "script_event", {"script": script.hex(), "version": version.hex(), "state": state, "at": moment}
            )
    contact = work.tx.add("contact", {"channel": "phone_in", "opened_at": at.isoformat()}).hex()
    given = (at + timedelta(minutes=rng.randrange(20_000))).isoformat()
    work.tx.add("contact_script", {"contact": contact, "script": key, "version": 1, "at": given})
    work.tx.add("script_search", {"query": "q", "results": rng.choice((0, 3)), "at": at.isoformat(), "by": PEOPLE[0]})


def _chat(work: Work, rng: Random, at: datetime, _later: str | None) -> None:
    replied = (at + timedelta(seconds=rng.randrange(400))).isoformat()
    work.tx.add("contact", {"channel": rng.choice(("wechat", "web", "email")), "opened_at": at.isoformat(),
        "finalized_at": rng.choice((replied, None))})  # fmt: skip


def _duty(work: Work, rng: Random, at: datetime, _later: str | None) -> None:
    person, moment = rng.choice(PEOPLE), at
    for _ in range(rng.randrange(1, 4)):
        work.tx.add("operator_state", {"person": person, "state": rng.choice(STATES), "at": moment.isoformat()})
        moment += timedelta(seconds=rng.randrange(1, 60_000))


def shares(rows: Rows, now: datetime, is_open: Callable[[datetime], bool]) -> dict[str, Share]:
    """Return numerator and denominator of every KPI that is told of something else than inquiries and calls."""
    found = _chats(rows, is_open)
    for count in (_interviews, _callbacks, _findings, _qa, _scripts, _days, _saves):
        found |= count(rows, now)
    return found


def _all(rows: Rows, names: str, table: str) -> list[dict[str, Any]]:
    sql = f"SELECT {names} FROM {table} /* whole: brute force */ ORDER BY id"
    keys = [name.strip(' "') for name in names.split(",")]
    return [dict(zip(keys, row, strict=True)) for row in rows.all(sql)]


def _share(answers: list[bool]) -> Share:
    return sum(answers), len(answers)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _interviews(rows: Rows, _now: datetime) -> dict[str, Share]:
    ends = _all(rows, "id, interview, codes, at", "interview_end")
    said = []
    for one in _all(rows, "id, mode", "interview"):
        mine = [end for end in ends if end["interview"] == one["id"]]
        if one["mode"] == "telephone" and mine:
            said.append(json.loads(max(mine, key=lambda end: (_at(end["at"]), end["id"]))["codes"]))
    units, lines = ([STEPS[one[name]] for one in said if one[name] in STEPS]
                    for name in ("unit_satisfaction", "line_satisfaction"))  # fmt: skip
    return {
        "solved_rate": _share([one["solved"] == "solved" for one in said if one["solved"] != "98"]),
        "satisfied_rate": _share([step > 3 for step in units]),
        "line_top_box": _share([step == 5 for step in lines]),
        "line_top_two": _share([step > 3 for step in lines]),
        "line_mean": (sum(lines), 5 * len(lines)),
    }


def _callbacks(rows: Rows, now: datetime) -> dict[str, Share]:
    ended = {row["interview"] for row in _all(rows, "interview", "interview_end")}
    asked = {row["callback"] for row in _all(rows, "id, callback", "interview") if row["id"] in ended}
    every = _all(rows, "id, reason, due_at, closed_at", "callback")

    def kept(reason: str, more: timedelta) -> Share:
        times = [(one["closed_at"], _at(one["due_at"]) + more) for one in every if one["reason"] == reason]
        return _share([bool(closed) and _at(closed) <= due for closed, due in times if closed or now > due])

    calls = [one for one in every if one["reason"] == "satisfaction"]
    reached = [one["id"] in asked for one in calls if one["closed_at"] or one["id"] in asked]
    return {
        "promise_kept": kept("promised", timedelta()),
        "missed_recovered": kept("missed", timedelta(minutes=45)),
        "interviewed": _share(reached),
        "complaints_interviewed": (0, 0),
    }


def _findings(rows: Rows, now: datetime) -> dict[str, Share]:
    every = _all(rows, "category, institution, opened_at, state, close_due_at, closed_at", "finding")
    on_time: list[bool] = []
    again: list[bool] = []
    for one in every:
        due, closed = _at(one["close_due_at"]), one["closed_at"] and _at(one["closed_at"])
        if one["state"] == "closed":
            on_time.append(closed <= due)
            place = (one["category"], one["institution"])
            came = any((x["category"], x["institution"]) == place and closed < _at(x["opened_at"])
                       <= closed + timedelta(days=90) for x in every)  # fmt: skip
            if came or now > closed + timedelta(days=90):
                again.append(came)
        elif one["state"] != "unfounded" and now > due:
            on_time.append(False)
    return {"findings_on_time": _share(on_time), "recurrence": _share(again)}


def _qa(rows: Rows, _now: datetime) -> dict[str, Share]:
    every = _all(rows, "id, contact, sample, points, errors, at", "evaluation")
    first: dict[bytes, dict[str, Any]] = {}
    for one in sorted(every, key=lambda row: (_at(row["at"]), row["id"])):
        first.setdefault(one["contact"], one)
    counted = [one for one in first.values() if one["sample"] == "random"]
    clean = [all(error["kind"] == "minor" for error in json.loads(one["errors"])) for one in counted]
    points = [[p for p in json.loads(one["points"]).values() if p is not None] for one in counted]
    got = sum(sum(given) for given, ok in zip(points, clean, strict=True) if ok)
    return {
        "qa_score": (got, 2 * sum(map(len, points))),
        "critical_errors": (clean.count(False), len(clean)),
        "per_policy": (sum(given.count(2) for given in points), sum(map(len, points))),
    }


def _scripts(rows: Rows, now: datetime) -> dict[str, Share]:
    events = _all(rows, "version, state, at", "script_event")
    versions = _all(rows, "id, script, key, number, effective_to", "script_version")
    renewed: list[bool] = []
    for one in versions:
        mine = [event for event in events if event["version"] == one["id"]]
        if not one["effective_to"] or _at(one["effective_to"]) > now or "approved" not in [e["state"] for e in mine]:
            continue
        newer = {v["id"] for v in versions if v["script"] == one["script"] and v["number"] > one["number"]}
        after = [e for e in mine if e["state"] == "withdrawn"]
        after += [e for e in events if e["version"] in newer and e["state"] == "approved"]
        renewed.append(any(_at(e["at"]) <= _at(one["effective_to"]) for e in after))
    ends = {(v["key"], v["number"]): v["effective_to"] for v in versions}
    given = [(_at(one["at"]), ends.get((one["script"], one["version"])))
             for one in _all(rows, "script, version, at", "contact_script")]  # fmt: skip
    found = [one["results"] for one in _all(rows, "results", "script_search")]
    return {
        "scripts_renewed": _share(renewed),
        "searches_without_result": _share([results == 0 for results in found]),
        "given_after_expiry": _share([bool(end) and at > _at(end) for at, end in given]),
    }


def _chats(rows: Rows, is_open: Callable[[datetime], bool]) -> dict[str, Share]:
    """Count the seconds of service hours one by one."""
    fast: list[bool] = []
    for one in _all(rows, "channel, opened_at, finalized_at", "contact"):
        if one["channel"] in ("wechat", "web") and one["finalized_at"]:
            came_at = _at(one["opened_at"])
            waited = round((_at(one["finalized_at"]) - came_at).total_seconds())
            fast.append(sum(is_open(came_at + timedelta(seconds=second)) for second in range(waited)) <= 180)
    return {"chat_response": _share(fast)}


def _days(rows: Rows, _now: datetime) -> dict[str, Share]:
    local: Callable[[datetime], Any] = lambda at: (at + timedelta(hours=8)).date()  # noqa: E731 - one line
    seconds: dict[str, float] = {}
    duty: set[tuple[str, Any]] = set()
    states = _all(rows, "person, state, at, id", "operator_state")
    for person in {one["person"] for one in states}:
        mine = sorted((_at(s["at"]), s["id"], s["state"]) for s in states if s["person"] == person)
        duty |= {(person, local(at)) for at, _, state in mine if state != "signed_out"}
        for (at, _, state), (until, _, _) in pairwise(mine):
            if until - at <= timedelta(hours=12):
                seconds[state] = seconds.get(state, 0) + (until - at).total_seconds()
    practiced = {(one["operator"], one["day"]) for one in _all(rows, "operator, day", "review")}
    busy = sum(seconds.get(name, 0) for name in ("talking", "hold", "wrap_up"))
    spent = busy + seconds.get("ready", 0) + seconds.get("ringing", 0)
    return {
        "practice_days": (sum((person, day.isoformat()) in practiced for person, day in duty), len(duty)),
        "occupancy": (round(busy), round(spent)),
    }
