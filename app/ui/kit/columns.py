"""The columns of a list, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, cast

ROLES = ("text", "ends", "number", "time", "chip", "chips")


@dataclass(frozen=True)
class Column:
    """One column. `header` is written ``QT_TRANSLATE_NOOP("tables", "…")``; `width` in pixels (0 takes what is left),
    `widest` how wide it becomes in a list that has room to spare (0: no wider).

    `show(row)` gives the text (without it the field `name` of the row), `tone(row)` the color of a chip ("", accent,
    warning, danger), `raw(row)` the aware datetime of a time column, which is shown relative and exact on hover. A cell
    of ``chips`` parts its texts by " · " and their tones by "|"; one of ``ends`` is cut in its middle, not at its end.
    """

    name: str
    header: str
    width: int = 120
    role: str = "text"
    align: str = "left"
    show: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    sortable: bool = True
    context: str = "tables"
    widest: int = 0

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise ValueError(f"{self.name}: no role {self.role}")

    @property
    def side(self) -> str:
        """Where its texts stand: numbers at the right, whatever else was not said."""
        return "right" if self.role == "number" and self.align == "left" else self.align

    def raw(self, row: Any) -> Any:
        """Return the field of a row, which is a mapping or an object."""
        if isinstance(row, Mapping):
            return cast("Mapping[str, Any]", row).get(self.name)
        return getattr(row, self.name, None)

    def text(self, row: Any) -> str:
        """Return what is shown of a row; times are shown by the model, which knows what time it is."""
        if self.show is not None:
            return self.show(row)
        value = self.raw(row)
        if value is None or isinstance(value, datetime):
            return ""
        return f"{value:,}" if self.role == "number" and isinstance(value, int | float) else str(value)


class Order(NamedTuple):
    """How a list is sorted, for its source."""

    column: str
    descending: bool = False
