"""The lists of the reports pane: groups of a comparison, and the rows behind a figure."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.models.figures import Figure
from app.models.kpis import Measure
from app.services.figure_rows import Behind
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList
from app.ui.panes.reports import presenting


@dataclass(frozen=True)
class Group:
    """One group of a comparison with its name."""

    key: str
    name: str
    figure: Figure
    measure: Measure = Measure.SHARE


class GroupTable(WholeList):
    """The groups of one comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), _group_key, parent)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups."""
        self.show_lines(groups)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", QT_TRANSLATE_NOOP("tables", "Group"), 0, sortable=False),
            Column("share", QT_TRANSLATE_NOOP("tables", "Figure"), 96, "number", show=_share, sortable=False),
            Column("parts", QT_TRANSLATE_NOOP("tables", "Count / of"), 144, "number", show=_parts, sortable=False),
        )


def _group_key(group: Group) -> str:
    return group.key


def _share(group: Group) -> str:
    return presenting.told_cell(group.figure, group.measure, languages.current())[0]


def _parts(group: Group) -> str:
    return presenting.told_cell(group.figure, group.measure, languages.current())[1]


class BehindTable(WholeList):
    """The newest rows behind a figure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), _line_key, parent)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", QT_TRANSLATE_NOOP("tables", "Number"), 152, show=_number, sortable=False),
            Column("summary", QT_TRANSLATE_NOOP("tables", "Summary"), 0, show=_summary, sortable=False),
            Column("category", QT_TRANSLATE_NOOP("tables", "Category"), 160, show=_category, sortable=False),
            Column("state", QT_TRANSLATE_NOOP("tables", "State"), 176, show=_state, sortable=False),
        )


def _line_key(line: Behind) -> bytes:
    return line.key


def _number(line: Behind) -> str:
    return line.number


def _summary(line: Behind) -> str:
    return line.text


def _category(line: Behind) -> str:
    return line.topic


def _state(line: Behind) -> str:
    return line.said
