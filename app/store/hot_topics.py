"""Texts of inquiries for a bulletin, with the names that must not stand in it."""

from collections.abc import Sequence

from app.store.journal import Rows

_PART = 400


def summaries(rows: Rows, positions: Sequence[int]) -> list[tuple[str, tuple[str, ...]]]:
    """Return (summary, names of its caller) of the inquiries at these positions, in their order."""
    found: dict[int, tuple[str, tuple[str, ...]]] = {}
    for start in range(0, len(positions), _PART):
        part = positions[start : start + _PART]
        sql = f"""SELECT i.position, i.summary, (SELECT name FROM caller c WHERE c.id = i.caller) FROM inquiry i
            WHERE i.position IN ({",".join("?" * len(part))}) AND i.summary IS NOT NULL"""
        for position, summary, name in rows.all(sql, *part):
            found[position] = (str(summary), (str(name),) if name else ())
    return [found[one] for one in positions if one in found]


def script_given_most(rows: Rows, positions: Sequence[int]) -> str:
    """Return the key of the script that was given most often on these inquiries, "" where none was."""
    part = list(positions)[:_PART]
    sql = f"""SELECT s.script, count(*) FROM inquiry i JOIN contact_inquiry l ON l.inquiry = i.id
        JOIN contact_script s ON s.contact = l.contact WHERE i.position IN ({",".join("?" * len(part))})
        GROUP BY s.script ORDER BY count(*) DESC, s.script LIMIT 1"""
    row = rows.one(sql, *part) if part else None
    return str(row[0]) if row else ""
