"""Questionnaires that the center published, as rows: every version. Few, so all of them are read."""

from app.store import reference_versions
from app.store.journal import Rows, Tx

_TABLE = "questionnaire"


def newest(rows: Rows) -> list[tuple[str, int, str]]:
    """Return (name, number, content) of the newest version of every questionnaire, by name."""
    return reference_versions.newest(rows, _TABLE)


def versions(rows: Rows, name: str) -> list[tuple[int, str, str, str]]:
    """Return (number, content, when published, by whom) of every version, the newest first."""
    return reference_versions.versions(rows, _TABLE, name)


def content_of(rows: Rows, name: str, number: int) -> str | None:
    """Return what a version says, None where it is not here."""
    return reference_versions.content_of(rows, _TABLE, name, number)


def write(tx: Tx, name: str, number: int, content: str, *, by: bytes) -> bytes:
    """Write one version and return its row id."""
    return reference_versions.write(tx, _TABLE, (name, number, content), by=by)
