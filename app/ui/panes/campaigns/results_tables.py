"""The tables of results: figures of each institution, and their changes."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.ui.kit.columns import Column
from app.ui.panes.campaigns.presenting_results import ChangeLine, FigureLine
from app.ui.panes.campaigns.tables import RowsTable


def figures(parent: QObject | None = None) -> RowsTable:
    """Return the figures of each institution."""
    texts = (
        ("answers", QT_TRANSLATE_NOOP("tables", "Answers"), 68),
        ("size", QT_TRANSLATE_NOOP("tables", "Of"), 66),
        ("top", QT_TRANSLATE_NOOP("tables", "Top box"), 72),
        ("top_range", QT_TRANSLATE_NOOP("tables", "95 % limits"), 88),
        ("adjusted", QT_TRANSLATE_NOOP("tables", "Adjusted"), 70),
        ("two", QT_TRANSLATE_NOOP("tables", "Top two"), 72),
        ("two_range", QT_TRANSLATE_NOOP("tables", "95 % limits"), 88),
        ("mean", QT_TRANSLATE_NOOP("tables", "Mean × 20"), 80),
    )
    place = Column("place", QT_TRANSLATE_NOOP("tables", "Institution"), 0, sortable=False)
    numbers = [
        Column(name, header, width, "number", show=_answers if name == "answers" else None, sortable=False)
        for name, header, width in texts
    ]
    caution = Column("caution", QT_TRANSLATE_NOOP("tables", "Caution"), 90, "chip", tone=_tone, sortable=False)
    return RowsTable([place, *numbers, caution], parent)


def changes(parent: QObject | None = None) -> RowsTable:
    """Return the institutions before and after."""
    texts = (
        ("before", QT_TRANSLATE_NOOP("tables", "Before"), 98),
        ("after", QT_TRANSLATE_NOOP("tables", "After"), 98),
        ("change", QT_TRANSLATE_NOOP("tables", "Change"), 66),
        ("limits", QT_TRANSLATE_NOOP("tables", "95 % limits"), 112),
        ("holm", QT_TRANSLATE_NOOP("tables", "p (Holm)"), 72),
        ("others", QT_TRANSLATE_NOOP("tables", "To others"), 70),
        ("detectable", QT_TRANSLATE_NOOP("tables", "Least seen"), 82),
    )
    place = Column("place", QT_TRANSLATE_NOOP("tables", "Institution"), 0, sortable=False)
    numbers = [Column(name, header, width, "number", sortable=False) for name, header, width in texts]
    note = Column("note", QT_TRANSLATE_NOOP("tables", "Note"), 112, "chip", tone=_change_tone, sortable=False)
    return RowsTable([place, *numbers, note], parent)


def _answers(one: FigureLine) -> str:
    return f"{one.answers:,}"


def _tone(one: FigureLine) -> str:
    return one.tone


def _change_tone(one: ChangeLine) -> str:
    return one.tone or "warning"
