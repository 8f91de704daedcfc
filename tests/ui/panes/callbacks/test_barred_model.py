"""A row tells who, by which number, since when, how it stands, and in which case."""

from datetime import UTC

from app.models.never_calls import Lift, NeverFact, Saying
from app.services.never_calls import NeverCall
from app.ui.kit import languages
from app.ui.panes.callbacks.barred_model import BarredTable, key_of
from tests.desk import NOON

_ID = b"s" * 16


def _one(lift: Lift | None = None, **known) -> NeverCall:
    fact = NeverFact(_ID, _ID, "n", "", NOON, "234", "wang")
    given = {"name": "Li Na", "numbers": ("138 1234 5678",), "case": "Spring · U01", **known}
    return NeverCall(Saying(_ID, (fact,), lift), by="Wang", lifted_by="Li", **given)


def test_what_stands_what_was_lifted_and_what_is_on_no_card_is_told_apart(qapp) -> None:
    languages.of_app().use("en")
    table = BarredTable()
    rows = [
        _one(),
        _one(Lift(_ID, NOON, "li", NOON.date(), "Folder 7")),
        _one(name="", numbers=(), case="", center="South"),
    ]
    table.show_rows(rows, NOON, UTC)
    shown = [[table.index(row, column).data() for column in (0, 1, 3, 4)] for row in range(3)]
    assert shown == [
        ["Li Na", "138 1234 5678", "barred", "Spring · U01"],
        ["Li Na", "138 1234 5678", "lifted", "Spring · U01"],
        ["–", "", "barred", "South"],
    ]
    assert key_of(rows[0]) == _ID
