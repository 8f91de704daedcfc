"""A supervisor moves contact groups: at once, as stations hear of it, or by force from a station that is gone."""

from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.leases import DialedSince, LeaseAuthorityElsewhere, LeaseRunning
from app.services import accounts, callback_leases, callback_moves, callback_sheets, callbacks, campaign_field
from app.store import succession
from tests.desk import NOON, sign_in
from tests.services.calling import call, campaign

B, C = "b" * 32, "c" * 32


@pytest.fixture
def calls(office):
    made = campaign(office, 3)
    with office.store.write("li") as tx:
        for name, label in ((B, "Seat B"), (C, "Seat C")):
            tx.add("station", {"origin": name, "label": label})
    sign_in(office, "li")
    return made


def _moved(office, groups, to, **more):
    found = office.do(callback_moves.move, groups, to, **more).value
    return found.granted, found.waiting, found.there


def _says(office, kind, group, station, epoch, **more):
    with office.store.write("li") as tx:
        tx.add("lease", {"contact_group": group, "kind": kind, "station": station, "epoch": epoch,
                         "at": NOON.isoformat(), "by": office.by.id.hex(), **more})  # fmt: skip


def test_what_this_station_holds_and_grants_goes_over_at_once(office, calls):
    call(office, calls[0], "201")
    assert _moved(office, ["g0", "g1"], "seat b") == (2, 0, 0)
    lease = office.ask(callback_leases.holder, "g0")
    assert (lease.station, lease.epoch, lease.attempts) == (B, 2, 5)
    assert calls[0] not in {one.sheet.callback.id for one in office.ask(callbacks.queue)}
    assert _moved(office, ["g0"], B) == (0, 0, 1)


def test_a_group_held_elsewhere_waits_until_its_holder_gave_it_back(office, calls):
    _moved(office, ["g0"], B)
    assert _moved(office, ["g0"], C) == (0, 1, 0)
    assert [(one.at.label, one.wanted and one.wanted.label) for one in office.ask(callback_moves.holdings)] == [
        ("", None), ("Seat B", "Seat C"),
    ]  # fmt: skip
    assert office.do(callback_moves.carry_on).value is False
    _says(office, "released", "g0", B, 2)
    assert office.do(callback_moves.carry_on).value is True
    assert office.ask(callback_leases.holder, "g0").station == C
    assert office.do(callback_moves.carry_on).value is False


def test_a_holder_gives_back_what_another_station_grants_and_somebody_wants(office, calls):
    with office.store.write("li") as tx:
        tx.connection.execute("UPDATE lease SET by_station=?", (B,))
    _says(office, "wanted", "g1", C, 1)
    assert office.do(callback_moves.carry_on).value is True
    assert office.ask(callback_leases.holder, "g1") is None
    assert _moved(office, ["g0"], C) == (0, 1, 0)
    assert office.ask(callback_leases.holder, "g0") is None


def test_a_group_stays_where_the_last_word_leaves_it(office, calls, clock):
    _moved(office, ["g0"], B)
    _moved(office, ["g0"], C)
    clock.advance(timedelta(minutes=1))
    assert _moved(office, ["g0"], B) == (0, 0, 1)
    _says(office, "released", "g0", B, 2)
    office.do(callback_moves.carry_on)
    assert office.ask(callback_leases.holder, "g0").station == B


def test_a_holder_that_is_gone_loses_a_group_by_force_once_its_time_is_over(office, calls, clock):
    _moved(office, ["g0"], B)
    with pytest.raises(LeaseRunning):
        office.do(callback_moves.move, ["g0"], C, force=True)
    clock.advance(timedelta(days=7, hours=1))
    assert _moved(office, ["g0"], C) == (0, 1, 0)
    assert _moved(office, ["g0"], C, force=True) == (1, 0, 0)
    taken = office.ask(callback_leases.holder, "g0")
    assert (taken.station, taken.epoch, taken.from_at > clock.now(), taken.attempts) == (C, 3, True, 0)
    with office.store.write("li") as tx:
        tx.connection.execute("UPDATE lease SET by_station=?", (B,))
    with pytest.raises(LeaseAuthorityElsewhere):
        office.do(callback_moves.move, ["g0"], B, force=True)


def test_of_a_station_that_calls_nobody_by_a_supervisor_s_word_only_what_came_before_counts(office, calls, clock):
    _moved(office, ["g0", "g1"], B)
    with office.store.write("li") as tx:
        tx.add("attempt", {"station": B, "seq": 1, "at": clock.now().isoformat(), "direction": "out"})
    clock.advance(timedelta(days=1))
    with pytest.raises(DialedSince):
        office.do(callback_leases.declare_gone, "Seat B", NOON - timedelta(hours=1))
    with pytest.raises(RecordGone):
        office.do(callback_leases.declare_gone, "")
    office.do(callback_leases.declare_gone, "seat b", NOON + timedelta(hours=2))
    lost = next(one for one in office.ask(callback_moves.holdings) if one.at.label == "Seat B")
    assert (lost.quiet.since, lost.quiet.at, lost.said_by) == (NOON + timedelta(hours=2), clock.now(), "Li")
    assert [one.shown for one in office.ask(callback_moves.places)][1:] == ["Seat C"]
    with pytest.raises(FieldInvalid):
        office.do(callback_moves.move, ["g2"], "Seat B")
    with pytest.raises(LeaseRunning):
        office.do(callback_moves.move, ["g0"], C, force=True)
    assert _moved(office, ["g0"], C) == (0, 1, 0)
    clock.advance(timedelta(days=6, minutes=21))  # its turn is over, with room for wrong clocks
    assert office.do(callback_moves.carry_on).value is True
    taken = office.ask(callback_leases.holder, "g0")
    assert (taken.station, taken.from_at, taken.attempts) == (C, clock.now(), 6 - 2)
    assert office.ask(callback_moves.groups, held_by="Seat B") == ["g1"]


def test_a_station_that_hears_that_it_is_gone_dials_nobody_until_it_is_granted_anew(office, calls, clock):
    here = succession.station(office.store.rows)
    assert office.ask(callback_sheets.of, calls[0]).lease is not None
    clock.advance(timedelta(minutes=1))
    with office.store.write("li") as tx:
        succession.declare_gone(tx, here, NOON, office.by.id.hex())
    assert office.ask(callback_sheets.of, calls[0]).lease is None
    assert office.ask(callbacks.queue) == []
    clock.advance(timedelta(minutes=1))
    office.do(callback_leases.grant, ["g0"])
    assert [one.sheet.callback.id for one in office.ask(callbacks.queue)] == [calls[0]]


def test_a_lost_station_s_turn_is_not_renewed_though_it_was_heard_of_lately(office, calls, clock):
    _moved(office, ["g0"], B)
    with office.store.write("li") as tx:
        tx.add("attempt", {"station": B, "seq": 1, "at": clock.now().isoformat(), "direction": "out"})
    assert len(office.ask(callback_moves.to_renew, clock.now() + timedelta(days=30))) == 1
    clock.advance(timedelta(minutes=5))
    office.do(callback_leases.declare_gone, "Seat B")
    assert office.ask(callback_moves.to_renew, clock.now() + timedelta(days=30)) == []


def test_a_station_that_was_heard_of_goes_on_and_one_that_is_gone_does_not(office, calls, clock):
    _moved(office, ["g0"], B)
    clock.advance(timedelta(days=3))
    office.do(campaign_field.tend)
    assert office.ask(callback_leases.holder, "g0").epoch == 2
    with office.store.write("li") as tx:
        tx.add("attempt", {"station": B, "seq": 1, "at": clock.now().isoformat(), "direction": "out"})
    assert office.ask(campaign_field.is_due)
    assert office.do(campaign_field.tend).value.renewed == 1
    lease = office.ask(callback_leases.holder, "g0")
    assert (lease.station, lease.epoch, lease.attempts) == (B, 3, 6)
    _says(office, "wanted", "g0", C, 2)
    clock.advance(timedelta(days=1))
    assert not office.ask(campaign_field.is_due)


@pytest.mark.parametrize(("wanted", "epoch"), [(False, 3), (True, 2)])
def test_used_up_attempts_are_granted_anew_only_to_a_holder_that_stays(office, calls, wanted, epoch):
    _moved(office, ["g0"], B)
    with office.store.write("li") as tx:
        tx.connection.execute("UPDATE callback_queue SET blocked='lease_used' WHERE contact_group='g0'")
    if wanted:
        _moved(office, ["g0"], C)
    office.do(callback_moves.carry_on)
    assert office.ask(callback_leases.holder, "g0").epoch == epoch


def test_a_case_whose_speaker_sits_elsewhere_is_proposed_to_be_moved_there(office, calls):
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "chen", ["Hakka"])
    office.do(accounts.set_speaks, "wang", ["Hakka"])
    wang = sign_in(office, "wang")
    call(office, calls[0], "243", language="hakka")
    with office.store.write("wang") as tx:
        tx.add("attempt", {"station": B, "seq": 1, "at": NOON.isoformat(), "by": wang.id.hex(), "direction": "out"})
    sign_in(office, "li")
    found = {one.language: one for one in office.ask(callback_moves.holdings)}
    assert (found["Hakka"].calls, found["Hakka"].speakers, found["Hakka"].proposed.label) == (1, ("Wang",), "Seat B")
    assert found[""].proposed is None
    group = office.ask(callback_moves.groups, language="Hakka")
    assert group == office.ask(callback_moves.groups, calls=[calls[0]]) == ["g0"]
    assert _moved(office, group, "Seat B") == (1, 0, 0)
    assert office.ask(callback_sheets.of, calls[0]).lease.station == B


def test_only_supervisors_move_and_only_to_stations_that_are_known(office, calls):
    with pytest.raises(FieldInvalid):
        office.do(callback_moves.move, ["g0"], "Seat Z")
    assert [one.shown for one in office.ask(callback_moves.places)][1:] == ["Seat B", "Seat C"]
    assert office.ask(callback_moves.groups, held_by="Seat B") == []
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(callback_moves.move, ["g0"], "Seat B")
