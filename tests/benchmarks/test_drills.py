"""The desk that is measured has cards that are due, every one of them answered before."""

from benchmarks.drills import desk, figures


def test_a_small_desk_has_a_days_queue_of_due_cards() -> None:
    from app.services import drills

    with desk(30) as (office, _):
        found = office.ask(drills.today)
        assert len(found.cards) == 15
        assert all(one.reps == 1 for one in found.cards)
    assert [one.unit for one in figures(6, 2)] == ["ms"] * 4
