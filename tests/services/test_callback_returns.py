"""Whoever calls back and reaches another station: it says whom to tell, and what came of it is counted."""

from datetime import timedelta

from app.models.attempts import Direction
from app.services import callback_attempts, callback_moves, callback_returns, callback_sheets
from app.services.callback_attempts import Outcome
from app.services.callback_returns import Returns
from tests.desk import sign_in
from tests.services.calling import campaign

B = "b" * 32


def test_the_holder_is_named_and_its_dials_before_the_next_sync_are_counted(office, clock):
    calls = campaign(office, 3)
    sign_in(office, "li")
    with office.store.write("li") as tx:
        tx.add("station", {"origin": B, "label": "Seat B"})
    office.do(callback_moves.move, ["g0", "g1"], B)
    clock.advance(timedelta(minutes=1))
    told = [office.ask(callback_returns.to_tell, office.ask(callback_sheets.of, one)) for one in calls]
    assert told == ["Seat B", "Seat B", ""]
    for place, one in enumerate(calls):
        begun = office.do(callback_attempts.begin_inbound, one).value
        office.do(callback_attempts.finish, begun.attempt, Outcome("207"))
        assert office.ask(callback_sheets.of, one).log[-1].attempt.direction is Direction.IN
        with office.store.write("li") as tx:
            later = clock.now() + timedelta(minutes=(3, 30, 3)[place])
            values = {"callback": one.hex(), "at": later.isoformat(), "direction": "out"}
            tx.add("attempt", {"station": B, "seq": place, **values})
    asked = office.ask(callback_sheets.of, calls[0]).callback.campaign
    assert office.ask(callback_returns.returns, asked) == Returns(2, 1)
