from datetime import date

import pytest

from app.models.calendars import DayChange, DifferentDay
from app.models.closures import Closure, ClosureEntry, ClosureLine, ClosureRefusal
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.exceptions_model import ClosureTable, ExceptionTable


def _texts(model) -> list[list[str]]:
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_different_days_stand_in_their_order_with_words(jobs: Jobs, qtmodeltester) -> None:
    model = ExceptionTable()
    model.show_days(
        [
            DifferentDay(date(2026, 6, 2), DayChange.HOURS, ((510, 720),), "stocktaking"),
            DifferentDay(date(2026, 6, 1), DayChange.OFF),
        ]
    )
    assert _texts(model) == [
        ["2026-06-01", "Closed", "", ""],
        ["2026-06-02", "Other hours", "08:30–12:00", "stocktaking"],
    ]
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (ClosureLine(ClosureEntry(1, "x", Closure(date(2026, 6, 1), date(2026, 6, 1))), 1, 0), "1 day closed"),
        (
            ClosureLine(ClosureEntry(2, "x", Closure(date(2026, 6, 1), date(2026, 6, 3))), 2, 1),
            "2 days closed, 1 day set already",
        ),
        (ClosureLine(ClosureEntry(3, "x", refused=ClosureRefusal.NO_DATE)), "has no date that can be read"),
    ],
)
def test_every_entry_says_what_becomes_of_it(jobs: Jobs, line: ClosureLine, said: str) -> None:
    model = ClosureTable()
    model.show_lines([line])
    assert _texts(model)[0][2] == said
