"""The question bank as rows: items with their state, and their immutable versions."""

import json
from collections.abc import Sequence
from typing import Any

from app.models.codes import coded
from app.models.drill_items import DrillKind, Item, ItemState, parts_of, to_content
from app.models.journal import Value
from app.store.journal import Rows, Tx

_ITEM = """SELECT i.id, v.kind, v.script, v.points, v.content, v.version, v.topic, v.difficulty, v.number, i.state, v.id
    FROM item i JOIN item_version v ON v.item = i.id"""
_NEWEST = "v.number = (SELECT max(number) FROM item_version w WHERE w.item = i.id)"


def write(tx: Tx, item: Item, *, by: bytes, source: str) -> bytes:
    """Write an item, or a new version of one, and return the id of the version."""
    values: dict[str, Value] = {
        "state": item.state.value, "script": item.script, "kind": item.kind.value, "by": by.hex(),
    }  # fmt: skip
    if tx.one("SELECT 1 FROM item WHERE id=?", item.id) is None:
        tx.add("item", values, item.id)
    else:
        tx.put("item", item.id, {"state": item.state.value})
    version: dict[str, Value] = {
        "item": item.id.hex(),
        "number": item.number,
        "script": item.script,
        "version": item.version,
        "points": list(item.points),
        "topic": item.topic,
        "kind": item.kind.value,
        "content": to_content(item),
        "difficulty": item.difficulty,
        "source": source,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("item_version", version)


def set_state(tx: Tx, item: bytes, state: ItemState) -> None:
    """Say what people decided about an item."""
    tx.put("item", item, {"state": state.value})


def find(rows: Rows, item: bytes) -> Item | None:
    """Return the newest version of an item, or None."""
    row = rows.one(f"{_ITEM} WHERE i.id=? AND {_NEWEST}", item)
    return _item(row) if row else None


def of_script(rows: Rows, script: str) -> list[Item]:
    """Return the newest version of every item about a script."""
    return [_item(row) for row in rows.all(f"{_ITEM} WHERE i.script=? AND {_NEWEST} ORDER BY i.id", script)]


def version_id(rows: Rows, item: bytes, number: int) -> bytes:
    """Return the id of a version of an item, empty for one that is not there."""
    row = rows.one("SELECT id FROM item_version WHERE item=? AND number=?", item, number)
    return bytes(row[0]) if row else b""


def bank(rows: Rows, *, limit: int = 20_000) -> list[tuple[bytes, Item]]:
    """Return the newest version of every item that is not retired, with the id of that version."""
    sql = f"""{_ITEM} WHERE v.topic>='' AND {_NEWEST} AND i.state != 'retired' ORDER BY v.topic, v.kind, i.id LIMIT ?"""
    return [(bytes(row[10]), _item(row)) for row in rows.all(sql, limit)]


def versions(rows: Rows, ids: Sequence[bytes]) -> dict[bytes, Item]:
    """Return versions of items by their ids, as they were written."""
    found: dict[bytes, Item] = {}
    for one in ids:
        row = rows.one(f"{_ITEM} WHERE v.id=?", one)
        if row is not None:
            found[one] = _item(row)
    return found


def _item(row: tuple[Any, ...]) -> Item:
    item, kind, script, points, content, version, topic, difficulty, number, state, _ = row
    return Item(
        bytes(item), coded(DrillKind, kind), script or "", tuple(json.loads(points)), version=version or 1,
        topic=topic or "", difficulty=difficulty, number=number, state=coded(ItemState, state),
        **parts_of(json.loads(content)),
    )  # fmt: skip
