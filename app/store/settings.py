"""The center's settings as rows: one row a setting, its id derived from its name, so that two stations agree."""

import json
from dataclasses import fields
from typing import Any

from app.models.ids import derived_id
from app.models.journal import Value
from app.models.settings import Settings
from app.store.journal import Rows, Tx


def read_settings(rows: Rows) -> Settings:
    """Return the settings, each at its default where nobody has set it; unknown names are left alone."""
    known = {one.name for one in fields(Settings)}
    found: dict[str, Any] = {
        name: json.loads(value) for name, value in rows.all("SELECT name, value FROM setting") if value is not None
    }
    return Settings(**{name: value for name, value in found.items() if name in known})


def read_one(rows: Rows, name: str) -> str | None:
    """Return one setting as JSON text, None where nobody has set it."""
    row = rows.one("SELECT value FROM setting WHERE id=?", derived_id("setting", name))
    return str(row[0]) if row and row[0] is not None else None


def write_setting(tx: Tx, name: str, value: Value) -> None:
    """Set one setting."""
    tx.put("setting", derived_id("setting", name), {"name": name, "value": value})
