from datetime import date
from pathlib import Path

import pytest

from app.models.calendars import DayChange, DifferentDay
from app.models.closures import Closure, ClosureEntry, ClosureRefusal
from app.models.file_errors import FileMissing
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.exception_list import ExceptionList

FIRST, NEXT = date(2026, 6, 1), date(2026, 6, 2)


def read_closures(path: Path, today: date) -> list[ClosureEntry]:
    """Read a list of two days and a meeting; a file of another name is missing."""
    if path.suffix != ".ics":
        raise FileMissing(path=str(path))
    return [
        ClosureEntry(1, "inventory", Closure(FIRST, NEXT)),
        ClosureEntry(2, "meeting", refused=ClosureRefusal.HAS_HOURS),
    ]


@pytest.fixture
def rows(jobs: Jobs, office: Office, qtbot) -> ExceptionList:
    made = ExceptionList(jobs, read_closures, office.clock.now, None)
    qtbot.addWidget(made)
    made.show_days([])
    made.show()
    return made


def _type(rows: ExceptionList, **values: object) -> None:
    rows.form.set_values(values, clear=False)
    rows.form._arrange()
    rows.add()


def test_a_day_is_added_set_anew_and_removed(rows: ExceptionList) -> None:
    _type(rows, falls_on=FIRST, note="inventory")
    _type(rows, falls_on=FIRST, kind="hours", hours="9-12")
    assert rows.days() == (DifferentDay(FIRST, DayChange.HOURS, ((540, 720),)),)
    rows.view.select(0)
    rows.remove()
    assert rows.days() == ()


def test_what_is_missing_or_wrong_is_said_beside_its_field(rows: ExceptionList) -> None:
    _type(rows, note="when?")
    assert rows.form.editor("falls_on").accessibleDescription() == "This is needed"
    _type(rows, falls_on=FIRST, kind="hours", hours="12-9")
    assert "overlap" in rows.form.editor("hours").accessibleDescription()
    _type(rows, falls_on=FIRST, kind="hours", hours="")
    assert rows.form.editor("hours").accessibleDescription() == "This is needed"
    assert rows.days() == ()


def test_a_list_of_closures_is_looked_at_before_it_closes_anything(rows: ExceptionList) -> None:
    rows.read_file("/somewhere/list.ics")
    assert (rows._closures.rowCount(), rows.view.isVisible(), rows.days()) == (2, False, ())
    rows.drop_closures()
    assert (rows.view.isVisible(), rows.days()) == (True, ())
    rows.read_file("/somewhere/list.ics")
    rows.take_closures()
    assert [one.falls_on for one in rows.days()] == [FIRST, NEXT]
    rows.read_file("/somewhere/list.ics")
    assert not rows.take.isEnabled()


def test_a_file_that_cannot_be_read_is_told(rows: ExceptionList, qtbot) -> None:
    with qtbot.waitSignal(rows.refused) as told:
        rows.read_file("/somewhere/else.txt")
    assert isinstance(told.args[0], FileMissing)
