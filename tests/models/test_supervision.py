"""Loads are added up by unit and by person, the most pressing line first."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.models.inquiries import DONE, State
from app.models.supervision import COLUMNS, Counted, Load, by_owner, by_unit, of_all, together

_LOADS = st.builds(Load, *(st.integers(0, 50) for _ in range(4)))
_COUNTED = st.lists(
    st.builds(
        Counted,
        st.sampled_from([state for state in State if state not in DONE]),
        st.sampled_from([None, "H01", "C11"]),
        st.sampled_from([None, b"1" * 16]),
        _LOADS,
    )
)


def test_every_open_state_has_one_column() -> None:
    shown = [state for column in COLUMNS for state in column.states]
    assert sorted(shown) == sorted(set(State) - DONE)


@given(_COUNTED)
def test_nothing_is_lost_however_it_is_added_up(counted: list[Counted]) -> None:
    whole = together(one.load for one in counted)
    assert of_all(counted).load == whole
    for lines in (by_unit(counted), by_owner(counted)):
        assert together(line.load for line in lines) == whole
        assert [line.load.late for line in lines] == sorted((line.load.late for line in lines), reverse=True)


def test_the_average_age_is_that_of_all_that_are_open() -> None:
    load = Load(1, 0, 2, 0, timedelta(hours=9)) + Load(0, 0, 0, 1, timedelta(hours=3))
    assert (load.total, load.average_age) == (4, timedelta(hours=3))
    assert Load().average_age == timedelta()
