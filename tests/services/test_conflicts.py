"""Both values with who, when and where; one decision ends it; passwords are never shown."""

from datetime import timedelta

import pytest

from app.models.conflicts import Choice
from app.models.errors import LastAdministrator, NotAllowed, RecordGone
from app.models.journal import Kind, Value
from app.models.sync import Wire
from app.services import conflicts, settings
from app.services.office import Office
from app.store.journal import Tx, Writer
from app.store.sync_apply import take
from tests.desk import sign_in
from tests.fakes import FakeClock

OTHER = b"o" * 16


def clash(office: Office, entity: str, row: bytes, values: dict[str, Value]) -> None:
    """Let another station set fields of a row without having seen what is here."""
    with office.store.write("") as tx:
        there = Tx(tx.connection, Writer(OTHER, "chen", "center", tx.writer.now))
        _, at = there.chain.seal(entity, row, values, {}, (tx.writer.now_ms + 1000) << 16)
        take(tx, [Wire(at[1], at[2], at[0], *at[3:])])  # type: ignore[arg-type, misc]


@pytest.fixture
def caller(office: Office) -> bytes:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li", "note": "deaf", "kind": "patient"})
        tx.add("station", {"origin": OTHER.hex(), "label": "Seat 7"})
    clash(office, "caller", row, {"name": "Lee", "note": "hard of hearing", "kind": "patient"})
    sign_in(office, "li")
    return row


def test_both_values_are_shown_with_who_and_where(office: Office, caller: bytes) -> None:
    found = {one.field: one for one in office.ask(conflicts.waiting)}
    assert set(found) == {"name", "note"}
    assert (found["note"].kind, found["name"].title) == (Kind.MV, "Lee")
    told = [(one.value, one.actor, one.station, one.here) for one in found["name"].choices]
    assert sorted(told, key=str) == [("Lee", "Chen", "Seat 7", False), ("Li", "Wang", "", True)]
    assert office.ask(conflicts.count) == 1


def test_numbers_of_appointments_and_cases_are_hidden_where_the_center_hides_them(office: Office) -> None:
    with office.store.write("wang") as tx:
        rows = {
            "appointment": tx.add("appointment", {"number": "+8613800138642"}),
            "campaign_case": tx.add("campaign_case", {"numbers": ["+8613800138642"]}),
        }
    clash(office, "appointment", rows["appointment"], {"number": "+8613800138643"})
    clash(office, "campaign_case", rows["campaign_case"], {"numbers": ["+8613800138643"]})
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    sign_in(office, "li")
    found = office.ask(conflicts.waiting)
    assert {one.entity for one in found} == set(rows)
    assert "13800138" not in "".join(filter(str.isdigit, repr([(one.title, one.choices) for one in found])))


def test_one_decision_ends_it(office: Office, caller: bytes) -> None:
    name = next(one for one in office.ask(conflicts.waiting) if one.field == "name")
    mine = next(one for one in name.choices if one.value == "Li")
    office.do(conflicts.decide, "caller", caller, "name", mine.uid)
    assert office.store.rows.one("SELECT name FROM caller WHERE id=?", caller) == ("Li",)
    office.do(conflicts.keep_both, "caller", caller, "note")
    assert office.store.rows.one("SELECT note FROM caller WHERE id=?", caller) == ("deaf\n\nhard of hearing",)
    assert office.ask(conflicts.waiting) == []
    with pytest.raises(RecordGone):
        office.do(conflicts.decide, "caller", caller, "name", mine.uid)
    with pytest.raises(RecordGone):
        office.do(conflicts.keep_both, "caller", caller, "note")


def test_what_is_said_once_is_decided_too(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("inquiry", {"number": "1", "opened_at": "2026-03-01T08:00:00+00:00", "channel": "web"})
    clash(office, "inquiry", row, {"channel": "email"})
    sign_in(office, "li")
    (found,) = office.ask(conflicts.waiting)
    later = next(one for one in found.choices if one.value == "email")
    office.do(conflicts.decide, "inquiry", row, "channel", later.uid)
    assert office.store.rows.one("SELECT channel, conflicts FROM inquiry WHERE id=?", row) == ("email", None)


def test_a_password_is_never_shown(office: Office) -> None:
    person = sign_in(office, "wang")
    clash(office, "person", person.id, {"password": "a hash"})
    sign_in(office, "li")
    (found,) = office.ask(conflicts.waiting)
    assert {one.value for one in found.choices} == {"••••••"}


def test_what_waits_too_long_goes_to_supervisors_then_without_values_to_administrators(
    office: Office, caller: bytes, clock: FakeClock
) -> None:
    assert office.ask(conflicts.escalated) == ()
    clock.advance(timedelta(hours=25))
    assert {one.field for one in office.ask(conflicts.escalated)} == {"name", "note"}
    sign_in(office, "admin")
    assert office.ask(conflicts.listed) == ()
    clock.advance(timedelta(hours=24))
    assert {(one.entity, one.field) for one in office.ask(conflicts.listed)} == {("caller", "name"), ("caller", "note")}
    office.do(settings.change, conflict_hours=0)
    assert office.ask(conflicts.listed) == ()
    for name, question in (("wang", conflicts.escalated), ("li", conflicts.listed), ("admin", conflicts.rates)):
        sign_in(office, name)
        with pytest.raises(NotAllowed):
            office.ask(question)


def test_conflicts_are_counted_beside_what_was_saved(office: Office, caller: bytes, clock: FakeClock) -> None:
    clock.advance(timedelta(hours=3))
    before = office.ask(conflicts.rates)
    assert (before.waiting, before.decided) == (2, 0)
    assert before.median_age_h == pytest.approx(3, abs=0.01)
    for found in office.ask(conflicts.waiting):
        office.do(conflicts.decide, "caller", caller, found.field, found.choices[0].uid)
    after = office.ask(conflicts.rates)
    assert (after.waiting, after.decided, after.median_age_h) == (0, 2, None)
    assert after.records == before.records + 2


def test_a_deletion_that_knew_several_records_decided_nothing(office: Office, caller: bytes) -> None:
    decided = office.ask(conflicts.rates).decided
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Zhao"})
        tx.put("caller", row, {"area": "North"})
        tx.put("caller", row, {"deleted_at": tx.writer.now.isoformat()})
    assert office.ask(conflicts.rates).decided == decided


def test_who_follows_two_equal_values_decided_nothing(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Zhao"})
    clash(office, "caller", row, {"name": "Zhao"})
    with office.store.write("wang") as tx:
        tx.put("caller", row, {"name": "Zhao Min"})
    sign_in(office, "li")
    rates = office.ask(conflicts.rates)
    assert (rates.waiting, rates.decided, rates.per_thousand) == (0, 0, 0)


def test_conflicts_of_other_kinds_never_hide_a_clinical_one(
    office: Office, caller: bytes, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = sign_in(office, "wang")
    clash(office, "person", person.id, {"name": "Wang the other"})
    sign_in(office, "li")
    monkeypatch.setattr(conflicts, "MOST", 1)
    clock.advance(timedelta(hours=25))
    assert {one.entity for one in office.ask(conflicts.escalated)} == {"caller"}


def test_what_others_decide_never_hides_what_is_ones_own(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("unit", {"name": "Ward 1"})
    clash(office, "person", sign_in(office, "wang").id, {"name": "Wang the other"})
    clash(office, "unit", row, {"name": "Ward 2"})
    sign_in(office, "li")
    assert [one.entity for one in office.ask(conflicts.waiting)] == ["unit", "person"]
    assert [one.entity for one in office.ask(conflicts.waiting, limit=1)] == ["unit"]


def test_how_long_half_have_waited_is_reckoned_of_all_that_wait(
    office: Office, caller: bytes, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflicts, "MOST", 1)
    clock.advance(timedelta(hours=4))
    for name in ("Ward 1", "Ward 3", "Ward 5"):
        with office.store.write("wang") as tx:
            row = tx.add("unit", {"name": name})
        clash(office, "unit", row, {"name": f"{name} East"})
    clock.advance(timedelta(hours=1))
    rates = office.ask(conflicts.rates)
    assert (rates.waiting, rates.median_age_h) == (5, pytest.approx(1, abs=0.01))


def test_what_has_waited_longer_than_the_latest_saves_is_not_among_them(
    office: Office, caller: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.ask(conflicts.rates).lately == 2
    with office.store.write("wang") as tx:
        tx.add("caller", {"name": "Zhao"})
    monkeypatch.setattr(conflicts, "RATED", 1)
    rates = office.ask(conflicts.rates)
    assert (rates.lately, rates.records, rates.per_thousand) == (0, 1, 0)


def test_to_decide_is_counted_for_whoever_may_decide(office: Office, caller: bytes) -> None:
    clash(office, "person", sign_in(office, "wang").id, {"display": "Wang the other"})
    counts: dict[str, int] = {}
    for name in ("wang", "chen", "li", "admin"):
        sign_in(office, name)
        counts[name] = office.ask(conflicts.to_decide)
    assert counts == {"wang": 0, "chen": 0, "li": 1, "admin": 1}
    office.sign_in(None)
    assert office.ask(conflicts.to_decide) == 0


def test_an_operator_sees_and_a_supervisor_decides(office: Office, caller: bytes) -> None:
    sign_in(office, "wang")
    found = office.ask(conflicts.waiting)[0]
    assert not found.for_me
    with pytest.raises(NotAllowed):
        office.do(conflicts.decide, "caller", caller, found.field, found.choices[0].uid)
    with pytest.raises(NotAllowed):
        office.do(conflicts.keep_both, "caller", caller, "note")


def test_what_two_people_made_of_an_account_is_decided_by_whoever_manages_accounts(
    office: Office, caller: bytes
) -> None:
    wang = sign_in(office, "wang").id
    clash(office, "person", wang, {"roles": ["administrator"]})
    sign_in(office, "li")
    shown = office.ask(conflicts.waiting)
    assert [(one.entity, one.for_me) for one in shown] == [("caller", True), ("caller", True), ("person", False)]
    roles = shown[-1]
    uid = next(one.uid for one in roles.choices if one.here)
    with pytest.raises(NotAllowed):
        office.do(conflicts.decide, "person", wang, "roles", uid)
    sign_in(office, "admin")
    assert [(one.entity, one.field) for one in office.ask(conflicts.waiting)] == [("person", "roles")]
    office.do(conflicts.decide, "person", wang, "roles", uid)
    assert office.ask(conflicts.waiting) == []
    with pytest.raises(NotAllowed):
        office.do(conflicts.keep_both, "caller", caller, "note")


def test_numbers_in_a_conflict_are_shown_as_on_records(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("callback", {"reason": "missed", "number": "+8613812345678", "due_at": "2026"})
    clash(office, "callback", row, {"number": "+8613912345679"})
    for name, numbers in (("chen", {"138 **** 5678", "139 **** 5679"}), ("li", {"138 1234 5678", "139 1234 5679"})):
        sign_in(office, name)
        (found,) = office.ask(conflicts.waiting)
        assert {one.value for one in found.choices} == numbers
        assert found.title in numbers


def test_when_a_value_was_written_is_told_by_the_clock_of_the_center(office: Office, caller: bytes) -> None:
    (mine,) = (one for one in office.ask(conflicts.waiting)[0].choices if one.here)
    assert mine.at.isoformat() == "2026-03-02T12:00:00+08:00"


def test_no_decision_leaves_nobody_who_manages_accounts(office: Office, clock: FakeClock) -> None:
    admin = sign_in(office, "admin").id
    clash(office, "person", admin, {"roles": ["operator"]})
    clock.advance(timedelta(seconds=2))
    clash(office, "person", admin, {"roles": ["operator", "administrator"]})
    sign_in(office, "admin")
    [one] = [one for one in office.ask(conflicts.waiting) if one.field == "roles"]
    fewer, *_, more = sorted(one.choices, key=_is_administrator)
    with pytest.raises(LastAdministrator) as refused:
        office.do(conflicts.decide, "person", admin, "roles", fewer.uid)
    assert refused.value.facts == {"field": "roles", "value": "admin"}
    office.do(conflicts.decide, "person", admin, "roles", more.uid)
    assert not [one for one in office.ask(conflicts.waiting) if one.field == "roles"]


def _is_administrator(choice: Choice) -> bool:
    return "administrator" in str(choice.value)
