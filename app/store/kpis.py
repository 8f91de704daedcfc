"""KPIs as rows: every version of every definition that a center saved. Few, so all of them are read."""

from app.store import reference_versions
from app.store.journal import Rows, Tx

_TABLE = "kpi"


def newest(rows: Rows) -> list[tuple[str, int, str]]:
    """Return (id, number, content) of the newest version of every KPI, by its id."""
    return reference_versions.newest(rows, _TABLE)


def versions(rows: Rows, name: str) -> list[tuple[int, str, str, str]]:
    """Return (number, content, when saved, by whom) of every version of a KPI, the newest first."""
    return reference_versions.versions(rows, _TABLE, name)


def write(tx: Tx, name: str, number: int, content: str, *, by: bytes) -> bytes:
    """Write one version and return its row id."""
    return reference_versions.write(tx, _TABLE, (name, number, content), by=by)
