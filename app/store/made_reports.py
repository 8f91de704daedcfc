"""Documents that were made as rows, and a station's plans of documents as local facts, which are never synced."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, time
from typing import Any

from app.models.journal import Value
from app.models.made_reports import MadeReport
from app.models.report_plans import ReportPlan
from app.models.texts import moment
from app.store.journal import Rows, Tx

_PLANS = "report_plans"


def newest(rows: Rows, limit: int) -> list[MadeReport]:
    """Return what was made, the newest first."""
    sql = """SELECT id, kind, period, language, files, at, "by", plan FROM report_made ORDER BY at DESC, id DESC LIMIT ?
        /* whole: along its index up to the limit */"""
    return [_made(row) for row in rows.all(sql, limit)]


def _made(row: Sequence[Any]) -> MadeReport:
    row_id, kind, period, language, files, at, by, plan = row
    names: list[str] = json.loads(files) if files else []
    return MadeReport(
        bytes(row_id), kind, period, language, tuple(names), datetime.fromisoformat(at), bytes(by), plan or ""
    )


def html_of(rows: Rows, made: bytes) -> str | None:
    """Return the paper of a document that was made, None where there is none of this id."""
    row = rows.one("SELECT html FROM report_made WHERE id = ?", made)
    return None if row is None else str(row[0] or "")


def write(tx: Tx, one: MadeReport, html: str) -> None:
    """Write down what was made."""
    files: list[Value] = list(one.files)
    values: dict[str, Value] = {
        "kind": one.kind,
        "period": one.period,
        "language": one.language,
        "files": files,
        "html": html,
        "plan": one.plan or None,
        "at": one.at.isoformat(),
        "by": one.by.hex(),
    }
    tx.add("report_made", values, one.id)


def plans(rows: Rows) -> tuple[ReportPlan, ...]:
    """Return the plans of this station in the order in which they were made."""
    row = rows.one("SELECT v FROM meta WHERE k = ?", _PLANS)
    found: list[dict[str, Any]] = json.loads(row[0]) if row else []
    return tuple(_plan(one) for one in found)


def _plan(one: dict[str, Any]) -> ReportPlan:
    told: dict[str, Any] = {
        **one,
        "at": time.fromisoformat(one["at"]),
        "since": datetime.fromisoformat(one["since"]),
        "tried_at": moment(one["tried_at"]),
        "formats": tuple(one["formats"]),
    }
    return ReportPlan(**told)


def write_plans(tx: Tx, found: Iterable[ReportPlan]) -> None:
    """Keep the plans of this station."""
    kept = [asdict(one) for one in found]
    for one in kept:
        one["at"], one["since"] = one["at"].isoformat(), one["since"].isoformat()
        one["tried_at"] = one["tried_at"].isoformat() if one["tried_at"] else None
    sql = "INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)"
    tx.connection.execute(sql, (_PLANS, json.dumps(kept, ensure_ascii=False)))
