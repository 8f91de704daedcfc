"""A board as a table for other programs: every row there is, in codes that can be counted with. Without Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.models.accounts import Permission
from app.services import script_boards, script_gaps
from app.services.office import View
from app.ui.panes.scripts.boards.asking import WITHIN

#: More gaps than can be told apart in the searches that are looked at.
_ALL = 1_000_000
Rows = list[tuple[object, ...]]
WriteTable = Callable[[Path, Sequence[str], Iterable[Sequence[object]]], object]


@dataclass(frozen=True)
class Table:
    """Headings and rows."""

    columns: tuple[str, ...]
    rows: Rows


def table_of(view: View, board: str, language: str) -> Table:
    """Return everything that is on a board, titles in a language of the library. Raises ``NotAllowed``."""
    view.require(Permission.READ_SCRIPTS)
    tables: dict[str, Callable[[View, str], Table]] = {
        "review": _review, "expiring": _expiring, "gaps": _gaps, "phrasings": _phrasings
    }  # fmt: skip
    return tables[board](view, language)


def write_board(view: View, board: str, language: str, path: Path, write: WriteTable) -> int:
    """Write a board to a file and return how many rows it has. Raises what the disk refuses."""
    table = table_of(view, board, language)
    write(path, table.columns, table.rows)
    return len(table.rows)


def _review(view: View, language: str) -> Table:
    columns = ("key", "version", "title", "author", "since", "approved", "needed", "note")
    rows: Rows = [
        (
            one.script.key, one.life.number, one.script.title_in(language), one.life.author, one.since,
            len(one.life.approved_by), one.life.approvers, one.note,
        )
        for one in script_boards.waiting_for_review(view)
    ]  # fmt: skip
    return Table(columns, rows)


def _expiring(view: View, language: str) -> Table:
    rows: Rows = [
        (
            one.script.key, one.script.version, one.script.title_in(language), one.reason.value, one.since_on,
            one.script.owner,
        )
        for one in script_boards.expiring(view, within=WITHIN)
    ]  # fmt: skip
    return Table(("key", "version", "title", "reason", "on", "owner"), rows)


def _gaps(view: View, _language: str) -> Table:
    names = ("words", "count", "nothing", "left", "late", "own", "last_at")
    found = script_gaps.gaps(view, limit=_ALL)
    rows: Rows = [(*_of(one, names), " | ".join(one.examples)) for one in found]
    return Table((*names, "examples"), rows)


def _phrasings(view: View, _language: str) -> Table:
    names = ("key", "title", "words", "language", "count", "operators", "last_at")
    return Table(names, [_of(one, names) for one in script_gaps.proposed_phrasings(view)])


def _of(one: Any, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in names)
