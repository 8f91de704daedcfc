"""Chances as rows."""

from app.store import call_scores
from tests.desk import sign_in
from tests.services.calling import call, campaign


def test_the_likeliest_of_an_institution_come_first_and_only_those_that_can_be_called(office):
    first, second, third = campaign(office, 3)
    with office.store.write("li") as tx:
        for one, chance in ((first, 0.2), (second, 0.6), (third, 0.4)):
            call_scores.keep(tx, one, "U01", {2: chance, 4: 0.1})
    call(office, third, "201")  # rests now
    rows = office.store.rows
    now = office.clock.now().isoformat()
    assert [row[:2] for row in call_scores.best(rows, "U01", 2, now, 9)] == [(second, 0.6), (first, 0.2)]
    assert call_scores.waiting(rows, 2) == {"U01": 3}
    assert call_scores.worked(rows, "") == {"U01": 1}
    (dial,) = call_scores.dialed(rows, "", 9)
    assert (dial.code, dial.institution, dial.about) == ("201", "U01", {"ward": "3"})
    with office.store.write("li") as tx:
        call_scores.keep(tx, first, "U01", {2: 0.3})
        call_scores.keep(tx, second, "U02", {2: 0.6})
        assert call_scores.waiting(tx, 2) == {"U01": 2, "U02": 1}
        call_scores.keep(tx, second, "U01", {2: 0.6})
        call_scores.drop(tx, first)
        assert call_scores.waiting(tx, 2) == {"U01": 2}
        call_scores.clear(tx)
        assert call_scores.waiting(tx, 2) == {}
    sign_in(office, "wang")
