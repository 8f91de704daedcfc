"""Watch every statement that the program runs in a test, and refuse the ones that read a growing table from end to end.

``tests/conftest.py`` opens every database of the tests through ``WatchedConnection``: the first time that a module of
app/ runs a statement, its query plan is read, and a scan of a table that grows with the calls fails the test there and
then. A list that pages along an index (``ORDER BY … LIMIT`` without a condition) is no scan. A statement that has to
read everything says why in a comment inside the SQL: ``/* whole: a rebuild reads every record */``.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

APP = Path(__file__).resolve().parent.parent.parent / "app"
#: Tables that stay small however many calls are taken; all others grow.
SMALL = {
    *("meta", "vec", "draft", "quarantine", "sync_log", "person", "setting", "form_version", "unit", "batch"),
    *("script", "script_version", "sqlite_master", "sqlite_schema", "sqlite_sequence", "inquiry_word"),
    "drill_point",
}
EXPLAINED = re.compile(r"/\*\s*whole:\s*\S+.*?\*/", re.DOTALL)
READING = re.compile(r"\s*(?:/\*.*?\*/\s*)*(SELECT|WITH|UPDATE|DELETE|INSERT\b.*\bSELECT)\b", re.IGNORECASE | re.DOTALL)
ALIAS = re.compile(r"(?:FROM|JOIN|UPDATE|,)\s+\"?(\w+)\"?\s+(?:AS\s+)?\"?(\w+)\"?", re.IGNORECASE)
MATCHED = re.compile(r"VIRTUAL TABLE INDEX \d+:.*[M=<>]")


class ScansWholeTable(AssertionError):
    """A statement of the program reads a growing table from end to end."""


def scanned(sql: str, plan: Iterable[str], tables: set[str]) -> list[str]:
    """Return the steps of a query plan that read a whole growing table."""
    steps = list(plan)
    if EXPLAINED.search(sql):
        return []
    names = {alias: table for table, alias in ALIAS.findall(sql)}
    found = [step for step in steps if step.startswith("SCAN ") and _grows(step.split()[1], names, tables)]
    found = [step for step in found if not MATCHED.search(step)]
    return [] if _pages(sql, steps) else found


def _grows(name: str, names: dict[str, str], tables: set[str]) -> bool:
    table = name if name in tables else names.get(name, "")
    return table in tables and table not in SMALL


def _pages(sql: str, steps: list[str]) -> bool:
    """Say whether the rows come in the order of an index and stop at a limit, with no condition that skips rows."""
    words = sql.upper()
    sorts = any("TEMP B-TREE" in step for step in steps)
    return "LIMIT" in words and "WHERE" not in words and not sorts


class _Watch:
    """What has been looked at already, so that each statement costs one plan in a process."""

    seen: set[str] = set()  # noqa: RUF012 - one set for the process is what is meant


def look_at(connection: "WatchedConnection", sql: str, parameters: object) -> None:
    """Read the plan of a statement that app/ runs for the first time. Raises ``ScansWholeTable``."""
    if sql in _Watch.seen or not READING.match(sql) or not _from_the_program():
        return
    _Watch.seen.add(sql)
    ask = super(WatchedConnection, connection).execute
    rows = ask("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    plan = [row[3] for row in ask(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()]
    found = scanned(sql, plan, {row[0] for row in rows})
    if found:
        _Watch.seen.discard(sql)
        advice = "add an index or a limit, or say why in the SQL: /* whole: … */"
        raise ScansWholeTable(f"{'; '.join(found)}; {advice}\n{sql}")


def _from_the_program() -> bool:
    """Say whether the nearest caller in this project stands in app/, not in a test."""
    frame = sys._getframe(2)
    while frame:
        place = frame.f_code.co_filename
        if place != __file__ and "site-packages" not in place and Path(place).is_relative_to(APP.parent):
            return Path(place).is_relative_to(APP)
        frame = frame.f_back
    return False


class WatchedCursor(dbapi2.Cursor):
    """A cursor that looks at a statement before it runs it."""

    def execute(self, sql: str, parameters: Any = ()) -> "WatchedCursor":
        """Run one statement after looking at its plan."""
        look_at(self.connection, sql, parameters)
        super().execute(sql, parameters)
        return self


class WatchedConnection(dbapi2.Connection):
    """A connection of the driver that looks at every statement before it runs it."""

    def cursor(self, factory: type[dbapi2.Cursor] = WatchedCursor) -> dbapi2.Cursor:
        """Return a cursor that looks at statements too."""
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = ()) -> dbapi2.Cursor:
        """Run one statement after looking at its plan."""
        look_at(self, sql, parameters)
        return super().execute(sql, parameters)


_plain_connect = dbapi2.connect


def connect(*arguments: Any, **options: Any) -> dbapi2.Connection:
    """Open a database as the driver does, watched."""
    options.setdefault("factory", WatchedConnection)
    return _plain_connect(*arguments, **options)
