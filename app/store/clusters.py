"""Clusters as rows: one of them, its inquiries page by page, how it grows."""

from datetime import datetime
from typing import Any

from app.models.clusters import Cluster
from app.models.inquiries import InquiryRow
from app.models.texts import moment
from app.store import inquiries
from app.store.journal import Rows

_CLUSTER = "SELECT id, title, lead, opened_at, alerted, alerted_at FROM cluster"
_MEMBERS = "SELECT position FROM inquiry WHERE cluster_id=? AND deleted_at IS NULL AND"


def by_id(rows: Rows, cluster: bytes) -> Cluster | None:
    """Return one cluster, or None."""
    row = rows.one(f"{_CLUSTER} WHERE id=? AND deleted_at IS NULL", cluster)
    return _cluster(row) if row else None


def latest(rows: Rows, before: bytes | None, limit: int) -> list[Cluster]:
    """Return clusters that began before another one, the latest first; from the newest on with None."""
    sql = f"{_CLUSTER} WHERE id < ? AND deleted_at IS NULL ORDER BY id DESC LIMIT ?"
    return [_cluster(row) for row in rows.all(sql, before or b"\xff" * 16, limit)]


def of_inquiry(rows: Rows, inquiry: bytes) -> Cluster | None:
    """Return the cluster of an inquiry, or None."""
    row = rows.one("SELECT cluster_id FROM inquiry WHERE id=?", inquiry)
    return by_id(rows, bytes(row[0])) if row and row[0] else None


def grown(rows: Rows, since: str, limit: int = 20) -> list[Cluster]:
    """Return the clusters of which growth was reported since a time (ISO text), the latest first."""
    sql = f"{_CLUSTER} WHERE alerted_at >= ? AND deleted_at IS NULL ORDER BY alerted_at DESC LIMIT ?"
    return [_cluster(row) for row in rows.all(sql, since, limit)]


def page(rows: Rows, cluster: bytes, after: int | None, limit: int) -> list[InquiryRow]:
    """Return a page of a cluster's inquiries after a position, the newest first."""
    sql = f"{_MEMBERS} position < ? ORDER BY position DESC LIMIT ?"
    return inquiries.at(
        rows, [row[0] for row in rows.all(sql, cluster, after if after is not None else 1 << 62, limit)]
    )


def alone(rows: Rows, since: int, limit: int) -> list[tuple[bytes, str, str]]:
    """Return id, area and summary of the newest open inquiries since a position that belong to no incident."""
    sql = """SELECT id, area, summary FROM inquiry WHERE position >= ? AND closed_at IS NULL AND deleted_at IS NULL
        AND cluster_id IS NULL AND area IS NOT NULL AND summary IS NOT NULL ORDER BY position DESC LIMIT ?"""
    return [(bytes(row[0]), row[1], row[2]) for row in rows.all(sql, since, limit)]


def open_members(rows: Rows, cluster: bytes, lead: bytes | None) -> list[bytes]:
    """Return the inquiries of a cluster that are open, without the one that leads it, the oldest first."""
    sql = """SELECT id FROM inquiry WHERE cluster_id=? AND deleted_at IS NULL AND closed_at IS NULL AND id IS NOT ?
        ORDER BY position"""
    return [bytes(row[0]) for row in rows.all(sql, cluster, lead)]


def count(rows: Rows, cluster: bytes, since: int = 0) -> int:
    """Return how many inquiries of a cluster there are from a position on."""
    sql = "SELECT count(*) FROM inquiry WHERE cluster_id=? AND position >= ? AND deleted_at IS NULL"
    row = rows.one(sql, cluster, since)
    return int(row[0]) if row else 0


def _cluster(row: tuple[Any, ...]) -> Cluster:
    lead = bytes(row[2]) if row[2] else None
    return Cluster(bytes(row[0]), row[1] or "", lead, datetime.fromisoformat(row[3]), row[4] or 0, moment(row[5]))
