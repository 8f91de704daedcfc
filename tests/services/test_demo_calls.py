"""The demo's campaign has people who were called before and people who wait, and one call that was missed."""

from dataclasses import dataclass

from app.services import callbacks, demo_calls
from app.services.office import Office
from tests.desk import sign_in
from tests.services.calling import number


@dataclass(frozen=True)
class Somebody:
    number: str
    name: str | None = "Li"


def test_the_demo_has_calls_to_make_and_calls_that_were_made(office: Office) -> None:
    people = [Somebody(number(place)) for place in range(16)] + [Somebody("x12"), Somebody(number(1))]
    sign_in(office, "li")
    assert office.do(demo_calls.fill, people).value == 16
    sign_in(office, "wang")
    waiting = office.ask(callbacks.queue)
    assert waiting[0].why is callbacks.Why.MISSED
    assert {one.sheet.status.used for one in waiting} == {0, 1}
    explained = office.ask(callbacks.why_empty)
    cases = explained.ready + sum(count for _, count in explained.counts)
    assert cases == 14  # two of the sixteen are done
