"""Campaigns as rows: how each was drawn, who may not be drawn again, and how far calling has come."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.models.campaigns import CampaignFacts, Stratum
from app.models.texts import moment
from app.store.journal import Rows

_CAMPAIGN = """SELECT c.id, c.name, c.frame, (SELECT name FROM frame f WHERE f.id = c.frame), c.seed, c.strata, c.how,
    c.questionnaire, c.questionnaire_version, c.begins_on, c.ends_on, c.people, c.released, c.left_out, c.at,
    c.stopped_at, c.closed_at, c.start, c.kinds, c.starts, c.window_days, c.stopped_why,
    (SELECT coalesce(p.display, p.name) FROM person p WHERE p.id = c.stopped_by) FROM campaign c"""


def _campaign(row: Sequence[Any]) -> CampaignFacts:
    row_id, name, frame, frame_name, seed, strata, how, asked, version, begins, ends, *more = row
    people, released, left_out, at, stopped, closed, start, kinds, starts, window, why, by = more
    return CampaignFacts(
        bytes(row_id), name or "", bytes(frame) if frame else None, frame_name or "", seed or "",
        tuple(Stratum(*one) for one in json.loads(strata)) if strata else (), how or "", asked or "", version,
        date.fromisoformat(begins) if begins else None, date.fromisoformat(ends) if ends else None, people or 0,
        released or 0, json.loads(left_out) if left_out else {}, moment(at), moment(stopped), moment(closed),
        start or 0.0, why or "", by or "", json.loads(kinds) if kinds else {},
        json.loads(starts) if starts else {}, window or 0,
    )  # fmt: skip


def all_campaigns(rows: Rows, limit: int = 200) -> list[CampaignFacts]:
    """Return the campaigns, the newest first."""
    sql = f"{_CAMPAIGN} ORDER BY c.id DESC LIMIT ? /* whole: some a quarter */"
    return [_campaign(row) for row in rows.all(sql, limit)]


def by_id(rows: Rows, campaign: bytes) -> CampaignFacts | None:
    """Return one campaign, or None."""
    row = rows.one(f"{_CAMPAIGN} WHERE c.id=?", campaign)
    return _campaign(row) if row else None


def by_name(rows: Rows, name: str) -> CampaignFacts | None:
    """Return the newest campaign of this name, or None."""
    row = rows.one(f"{_CAMPAIGN} WHERE c.name=? ORDER BY c.id DESC LIMIT 1 /* whole: some a quarter */", name)
    return _campaign(row) if row else None


def closed_since(rows: Rows, codes: Sequence[str], since: str) -> frozenset[str]:
    """Return the persons whose case ended with one of these codes since a time (ISO text; "" ever)."""
    sql = "SELECT person_key FROM campaign_case WHERE closed_at IS NOT NULL AND code=? AND closed_at >= ?"
    return frozenset(str(row[0]) for code in codes for row in rows.all(sql, code, since) if row[0])


#: Persons and numbers of cases, those that were learned on the telephone too.
_WHO = "SELECT c.person_key, c.numbers, b.more_numbers FROM"
_CALL = "LEFT JOIN callback b ON b.case_id = c.id AND b.case_id IS NOT NULL"


def ended_since(rows: Rows, codes: Sequence[str], since: str) -> frozenset[str]:
    """Return the persons and numbers of the cases that ended with one of these codes since a time (ISO text)."""
    sql = f"{_WHO} campaign_case c {_CALL} WHERE c.closed_at IS NOT NULL AND c.code=? AND c.closed_at >= ?"
    return _keys(row for code in codes for row in rows.all(sql, code, since))


def ended_as(rows: Rows, campaign: bytes, codes: Sequence[str]) -> dict[str, int]:
    """Return how many cases of each stratum of a campaign ended with one of these codes."""
    sql = """SELECT stratum, count(*) FROM campaign_case WHERE campaign=? AND closed_at IS NOT NULL
        AND code IN (SELECT value FROM json_each(?)) GROUP BY stratum"""
    return {str(row[0] or ""): int(row[1]) for row in rows.all(sql, campaign, json.dumps(list(codes)))}


def drawn_since(rows: Rows, since: str, began: str) -> dict[str, frozenset[str]]:
    """Return the persons and numbers of every case of a day since one (ISO; "" ever), by its day.

    Cases without a day come too, with "", where they were drawn, or let be called, since a time (``began``, ISO text).
    """
    # Nobody is drawn before the day of the encounter: campaigns of before it are not looked at.
    told = "SELECT c.day, c.person_key, c.numbers, b.more_numbers FROM campaign k CROSS JOIN campaign_case c"
    sql = f"""{told} ON c.campaign = k.id {_CALL} WHERE k.at >= ?1 AND c.day > '' AND c.day >= ?1
        UNION ALL {told} ON c.campaign = k.id {_CALL} WHERE coalesce(k.closed_at, ?2) >= ?2
        AND coalesce(c.day, '') = '' AND coalesce(c.released_at, k.at) >= ?2
        /* whole: the campaigns, for those of the quarters, against whose people a sample is held */"""
    found: dict[str, list[Sequence[Any]]] = {}
    for day, *who in rows.all(sql, since, began):
        found.setdefault(day or "", []).append(who)
    return {day: _keys(cases) for day, cases in found.items()}


def in_work(rows: Rows) -> frozenset[str]:
    """Return the persons and numbers of every case that is open."""
    sql = f"""{_WHO} campaign_case c {_CALL} WHERE c.closed_at IS NULL
        /* whole: the open cases of all campaigns, against which a sample is held */"""
    return _keys(rows.all(sql))


def _keys(found: Iterable[Sequence[Any]]) -> frozenset[str]:
    keys: set[str] = set()
    for person, *numbers in found:
        keys.add(str(person or ""))
        for one in numbers:
            keys.update(json.loads(one) if one else ())
    return frozenset(keys - {""})


def drawn_of(rows: Rows, campaign: bytes) -> dict[str, list[str]]:
    """Return the persons of a campaign by stratum."""
    found: dict[str, list[str]] = {}
    sql = "SELECT stratum, person_key FROM campaign_case WHERE campaign=?"
    for stratum, person in rows.all(sql, campaign):
        found.setdefault(str(stratum or ""), []).append(str(person or ""))
    return found


def waiting(rows: Rows, campaign: bytes, replicate: int) -> list[tuple[bytes, str]]:
    """Return the open cases of the replicates up to one that are not released yet, each with its contact group."""
    sql = """SELECT id, contact_group FROM campaign_case WHERE campaign=? AND closed_at IS NULL AND replicate <= ?
        AND released_at IS NULL ORDER BY replicate, place, id"""
    return [(bytes(row[0]), row[1] or "") for row in rows.all(sql, campaign, replicate)]


def not_released(rows: Rows, today: str, most: int) -> int:
    """Return how many people were drawn by campaigns that go on today and may not be called yet: a replicate waits.

    No more than ``most`` are counted, which stands for any more: of a census all but the first tenth wait.
    """
    # A cross join reads the campaigns first, and of each only the cases that wait; else every open case is walked.
    sql = """SELECT count(*) FROM (SELECT 1 FROM campaign k CROSS JOIN campaign_case c ON c.campaign = k.id
        AND c.closed_at IS NULL AND c.replicate > coalesce(k.released, 0) WHERE k.closed_at IS NULL
        AND k.stopped_at IS NULL AND (k.ends_on IS NULL OR k.ends_on >= ?) LIMIT ?)
        /* whole: the campaigns, for the explanation of an empty queue */"""
    row = rows.one(sql, today, most)
    return int(row[0]) if row else 0


def open_cases(rows: Rows, campaign: bytes) -> list[bytes]:
    """Return the cases of a campaign that are open, whether or not anybody may be called."""
    sql = "SELECT id FROM campaign_case WHERE campaign=? AND closed_at IS NULL"
    return [bytes(row[0]) for row in rows.all(sql, campaign)]


def days_of(rows: Rows, campaign: bytes) -> list[str]:
    """Return the months (ISO, with the first day) in which encounters of a campaign lie."""
    sql = "SELECT DISTINCT substr(day, 1, 7) FROM campaign_case WHERE campaign=? AND day IS NOT NULL"
    return sorted(f"{row[0]}-01" for row in rows.all(sql, campaign))


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case as progress counts it. ``call`` is the call that it made, None before it was released."""

    id: bytes
    call: bytes | None
    stratum: str
    institution: str
    weight: float
    numbers: tuple[str, ...]
    code: str
    closed: bool
    released: bool
    day: str = ""
    overruled_at: datetime | None = None


def cases(rows: Rows, campaign: bytes) -> Iterator[CaseRow]:
    """Yield every case of a campaign."""
    sql = """SELECT c.id, b.id, c.stratum, coalesce(c.institution, c.stratum), c.weight, c.numbers, c.code, c.closed_at,
        c.released_at, c.day, b.overruled_at, b.more_numbers FROM campaign_case c INDEXED BY campaign_case_campaign
        LEFT JOIN callback b ON b.case_id = c.id AND b.case_id IS NOT NULL WHERE c.campaign=?"""
    for row in rows.all(sql, campaign):
        case, call, stratum, institution, weight, numbers, code, closed, released, day, overruled, added = row
        known = [*(json.loads(numbers) if numbers else ()), *(json.loads(added) if added else ())]
        yield CaseRow(
            bytes(case), bytes(call) if call else None, stratum or "", institution or "", weight or 1.0,
            tuple(known), code or "", bool(closed), bool(released),
            day or "", moment(overruled),
        )  # fmt: skip
