"""Steps that a person has not read, by their rows."""

from datetime import timedelta

from app.services import script_life
from app.services.office import Office
from app.store import script_notices as rows_of
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.test_script_notices import KEY, LATER, changed


def steps(office: Office, name: str = "wang", since=NOON):
    person = sign_in(office, name)
    return office.ask(lambda view: rows_of.steps_since(view.rows, person.id, since))


def test_a_step_knows_the_versions_around_it_and_whose_it_is(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    (second,) = steps(office)
    assert (second.later, second.mine) == (None, False)
    assert (second.number, second.former, second.title_en, second.by) == (2, 1, "Opening hours", "Li")
    assert [one.mine for one in steps(office, "li")] == [True]
    assert steps(office, since=NOON + timedelta(hours=2)) == []


def test_a_withdrawn_older_version_has_a_later_one(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    office.do(script_life.withdraw, KEY, 1, reason="old")
    assert [(one.state, one.number, one.later) for one in steps(office)][-1] == ("withdrawn", 1, 2)


def test_a_change_is_read_once_by_each_person(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    last = steps(office)[-1]
    person = sign_in(office, "wang")

    def read(work) -> None:
        rows_of.write_read(work.tx, last.script, last.event, by=person.id, wrong=2)

    assert len(office.do(read).changes.touched) == 1
    clock.advance(timedelta(hours=1))
    assert office.do(read).changes.touched == ()
    assert steps(office) == []
    assert len(steps(office, "chen")) == 1
    assert office.ask(lambda view: rows_of.read_by(view.rows, last.event)) == {person.id: NOON + timedelta(hours=2)}
    found = office.ask(lambda view: rows_of.last_step(view.rows, KEY))
    assert found is not None
    assert found.event == last.event
