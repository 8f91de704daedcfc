"""Campaigns and their cases as rows, as far as calling needs them."""

import json
from functools import lru_cache

from app.models.campaign_cases import Campaign, Case
from app.models.retry_policy import RetryPolicy, from_table
from app.models.texts import moment
from app.store.journal import Rows


def campaign(rows: Rows, campaign_id: bytes) -> Campaign | None:
    """Return how the people of a campaign are called, or None."""
    sql = "SELECT id, name, policy, slots, allowed, dialect, stopped_at, window_days FROM campaign WHERE id=?"
    row = rows.one(sql, campaign_id)
    if row is None:
        return None
    policy = _policy(row[2] or "{}")
    allowed = frozenset(json.loads(row[4])) if row[4] else frozenset[str]()
    return Campaign(
        bytes(row[0]), row[1] or "", policy, row[3] or "", allowed, bool(row[5]), moment(row[6]), row[7] or 0
    )  # fmt: skip


@lru_cache(maxsize=64)
def _policy(text: str) -> RetryPolicy:
    """Return the limits that a campaign keeps; every call of a queue is judged by those of its own."""
    return from_table(json.loads(text))


def campaigns(rows: Rows, limit: int = 200) -> list[bytes]:
    """Return the campaigns, the newest first."""
    return [bytes(row[0]) for row in rows.all("SELECT id FROM campaign ORDER BY id DESC LIMIT ?", limit)]


def case(rows: Rows, case_id: bytes) -> Case | None:
    """Return one case, or None."""
    sql = """SELECT id, campaign, person_key, name, numbers, stratum, contact_group, about, released_at, day
        FROM campaign_case WHERE id=?"""
    row = rows.one(sql, case_id)
    if row is None:
        return None
    numbers = tuple(json.loads(row[4])) if row[4] else ()
    about: dict[str, str] = json.loads(row[7]) if row[7] else {}
    return Case(
        bytes(row[0]), bytes(row[1]), row[2] or "", row[3] or "", numbers, row[5] or "", row[6] or "", about,
        moment(row[8]), row[9] or "",
    )  # fmt: skip


def has_died(rows: Rows, person: str) -> bool:
    """Say whether a case of a person, by the key by which frames know them, ended with their death (241)."""
    sql = "SELECT 1 FROM campaign_case WHERE person_key=? AND code='241' AND closed_at IS NOT NULL LIMIT 1"
    return bool(person) and rows.one(sql, person) is not None


def is_over(rows: Rows, campaign: bytes) -> bool:
    """Say whether a campaign was stopped or its field period has ended."""
    row = rows.one("SELECT coalesce(closed_at, stopped_at) FROM campaign WHERE id=?", campaign)
    return row is not None and row[0] is not None
