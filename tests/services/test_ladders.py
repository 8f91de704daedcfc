"""A center replaces the ladder that ships by versions of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, FieldTooLong, NotAllowed, RecordGone
from app.models.ladders import LaddersTie, RungsOutOfOrder, point
from app.models.policies import Target
from app.services import ladders, policies, wording
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock


@pytest.fixture
def admin(office: Office) -> Office:
    sign_in(office, "admin")
    return office


def _shipped(office: Office) -> ladders.Listed:
    (one,) = office.ask(ladders.listed)
    return one


def test_every_ladder_that_ships_can_be_saved(admin: Office) -> None:
    assert set(ladders.shipped()) == {"county-health-line", "ems-clinician-services"}
    one = _shipped(admin)
    assert (one.number, one.reference) == (0, "county-ladder@0")
    assert admin.do(ladders.save, one.ladder).value == 0  # it says the same again


def test_a_change_is_a_new_version(admin: Office) -> None:
    one = _shipped(admin)
    before = admin.ask(ladders.signature)
    rungs = {Target.RESOLVE: {step: (point("+2bd"),) for step in list(one.ladder.rungs[Target.RESOLVE])[-1:]}}
    assert admin.do(ladders.save, replace(one.ladder, rungs=rungs)).value == 1
    assert _shipped(admin).ladder.rungs == rungs
    assert admin.ask(ladders.signature) != before


def test_a_ladder_ends_with_a_day(admin: Office, clock: FakeClock) -> None:
    admin.do(ladders.end, "county-ladder", admin.ask(policies.today))
    assert [one.number for one in admin.ask(ladders.in_force)] == [1]
    clock.set(clock.now() + timedelta(days=1))
    assert admin.ask(ladders.in_force) == []
    with pytest.raises(RecordGone):
        admin.do(ladders.end, "nobody's", admin.ask(policies.today))


def test_what_cannot_be_is_refused_beside_its_field(admin: Office) -> None:
    plain = _shipped(admin).ladder
    wrong = {
        FieldTooLong: {"name": "x" * 61},
        LaddersTie: {"name": "another"},
        FieldInvalid: {"name": "hot", "urgency": "terrible"},
    }
    for error, change in wrong.items():
        with pytest.raises(error):
            admin.do(ladders.save, replace(plain, **change))
    for change in ({"calendar": "none"}, {"category": "none"}):
        with pytest.raises(FieldInvalid):
            admin.do(ladders.save, replace(plain, **change))
    steps = dict.fromkeys(plain.rungs[Target.RESOLVE], (point("0"),))
    first = next(iter(steps))
    with pytest.raises(RungsOutOfOrder) as order:
        admin.do(ladders.save, replace(plain, rungs={Target.RESOLVE: {**steps, first: (point("+1bd"),)}}))
    assert wording.sentence(order.value, "en")[0] == "“Public notice” would come before “Reminder”."


def test_only_who_changes_settings_changes_a_ladder(office: Office) -> None:
    sign_in(office, "li")
    with pytest.raises(NotAllowed):
        office.do(ladders.save, _shipped(office).ladder)
