"""Which column of somebody's table is which of ours."""

import re
from collections.abc import Mapping

from app.scripts_library.cells import as_cell, join_list, split_list

COLUMNS = (
    "key",
    "title",
    "question",
    "phrasings",
    "answer",
    "key_points",
    "language",
    "audience",
    "plain",
    "category",
    "tags",
    "units",
    "source",
    "effective_on",
    "expires_on",
    "review_on",
    "owner",
    "urgent",
    "more",
)
_LISTS = frozenset({"phrasings", "tags", "units", "source"})


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()


_OURS = {_folded(name): name for name in COLUMNS}


def _known(name: str) -> str:
    return _OURS.get(_folded(name), name.strip())


def _outward(column_map: Mapping[str, str]) -> Mapping[str, str]:
    """The map as theirs → ours. It may be given the other way round, as `key=qid`: what only fits that way decides."""
    inward = sum(_folded(one) in _OURS and _folded(other) not in _OURS for one, other in column_map.items())
    outward = sum(_folded(other) in _OURS and _folded(one) not in _OURS for one, other in column_map.items())
    return {other: one for one, other in column_map.items()} if inward > outward else column_map


class ColumnReader:
    """Translates rows; `unknown` collects the columns nobody knows, `targets` the ones the map sends nowhere."""

    def __init__(self, column_map: Mapping[str, str] | None = None) -> None:
        self._map = {_folded(theirs): _known(ours) for theirs, ours in _outward(column_map or {}).items()}
        self.unknown: dict[str, int] = {}
        self.wrong_targets = tuple(ours for ours in self._map.values() if ours and ours not in COLUMNS)

    def read(self, row: Mapping[str, object], line: int) -> dict[str, str]:
        """The row under our names. Two columns for one list are put together, else the first that is filled counts."""
        cells: dict[str, str] = {}
        for theirs, value in row.items():
            ours = self._ours(theirs)
            if ours is None:
                self.unknown.setdefault(theirs, line)
                continue
            cell = as_cell(value)
            if ours in _LISTS and cells.get(ours) and cell.strip():
                cell = join_list((*split_list(cells[ours]), *split_list(cell)))
            elif cells.get(ours):
                continue
            if ours:
                cells[ours] = cell
        return cells

    def _ours(self, theirs: str) -> str | None:
        """Our name, an empty text for a column the map drops on purpose, None for an unknown one."""
        folded = _folded(theirs)
        if folded in self._map:
            return self._map[folded]
        return None if self._is_taken(folded) else _OURS.get(folded)

    def _is_taken(self, folded: str) -> bool:
        return folded in _OURS and _OURS[folded] in self._map.values()
