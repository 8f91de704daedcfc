"""Calls of the past teach whom to call when; one dial in five learns nothing."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models import contact_chances
from app.models.call_turns import Arm
from app.services import call_learning, call_scoring, callback_appointments, callback_rules, callbacks
from app.services.callbacks import Why
from app.store.call_scores import Dialed
from tests.desk import NOON
from tests.services.calling import call, campaign

ZONE = ZoneInfo("Asia/Shanghai")


def _dial(code, slot="nn", callback=b"1", at="2026-03-02T04:00:00+00:00"):
    return Dialed(callback, at, slot, code, {"age": "30"}, "H1")


def _learnable(*dials):
    return list(call_learning.learnable(dials, callback_rules.table(), ZONE))


def test_each_dial_is_learned_with_what_was_known_before_it():
    found = _learnable(_dial("201"), _dial("201", "ev"), _dial("110", "ev"), _dial("207", callback=b"2"))
    assert [(one.slot, one.here, one.elsewhere, one.last, met) for one, met in found] == [
        ("nn", 0, 0, "", False), ("ev", 0, 1, "201", False), ("ev", 1, 1, "201", True), ("nn", 0, 0, "", True),
    ]  # fmt: skip


def test_refusals_and_agreed_times_teach_nothing():
    assert _learnable(_dial("232")) == []
    assert len(_learnable(_dial("221"), _dial("110"))) == 1
    assert _learnable(_dial("201", slot="")) == []


def _teach(office, monkeypatch):
    """Write a past of sixty dials, of which a third were answered at noon and two thirds in the evening."""
    monkeypatch.setattr(contact_chances, "LEAST", 50)
    calls = campaign(office, 5)
    with office.store.write("li") as tx:
        for seq in range(60):
            slot = ("nn", "ev")[seq % 2]
            at = (datetime(2026, 2, 1, tzinfo=UTC) + timedelta(minutes=seq)).isoformat()
            call = tx.add("callback", {"reason": "campaign", "begins_at": at, "closed_at": at})
            values = {"callback": call.hex(), "station": "old", "seq": seq, "at": at, "direction": "out", "slot": slot}
            attempt = tx.add("attempt", values)
            code = "207" if seq % 3 < (1, 2)[seq % 2] else "201"
            tx.add("attempt_outcome", {"attempt": attempt.hex(), "code": code, "at": at})
    office.do(call_learning.keep, office.ask(call_learning.fitted))
    return calls


def test_who_is_likeliest_to_answer_is_called_with_the_chance_told(office, monkeypatch):
    monkeypatch.setattr(call_scoring, "next_arm", lambda _view: Arm.LEARNED)
    _teach(office, monkeypatch)
    found = office.ask(callbacks.queue)
    assert len(found) == 5
    assert found[0].why is Why.FIRST_ATTEMPT
    assert found[0].chance == pytest.approx(0.4, abs=0.08)  # held back by the ridge
    assert not office.ask(call_learning.is_due)
    assert office.ask(call_learning.fitted) is None
    office.do(call_learning.keep, None)


@pytest.mark.parametrize("arm", Arm)
def test_a_dial_says_how_it_was_chosen(office, monkeypatch, arm):
    calls = _teach(office, monkeypatch)
    monkeypatch.setattr(call_scoring, "next_arm", lambda _view: arm)
    found = [one.sheet.callback.id for one in office.ask(callbacks.queue)]
    assert sorted(found) == sorted(calls)
    call(office, found[0], "201")
    call(office, found[4], "201")
    assert _arms(office, found[0]) == [arm.value]
    assert _arms(office, found[4]) == [None], "somebody picked it"


def test_what_comes_for_another_reason_was_not_chosen_by_either_way(office, monkeypatch, clock):
    _teach(office, monkeypatch)
    monkeypatch.setattr(call_scoring, "next_arm", lambda _view: Arm.CONTROL)
    agreed, busy, resumed = [one.sheet.callback.id for one in office.ask(callbacks.queue)][:3]
    call(office, agreed, "221", start_at=NOON + timedelta(hours=1))
    call(office, resumed, "130", start_at=NOON + timedelta(hours=3))
    call(office, busy, "202")
    clock.advance(timedelta(minutes=20))
    call(office, busy, "201")
    clock.advance(timedelta(minutes=40))
    call(office, agreed, "207")
    clock.advance(timedelta(hours=5))
    office.do(callback_appointments.sweep)
    call(office, resumed, "207")
    assert [_arms(office, one)[1:] for one in (agreed, busy, resumed)] == [[None]] * 3


def _arms(office, callback):
    return [row[0] for row in office.store.rows.all("SELECT arm FROM attempt WHERE callback=? ORDER BY at", callback)]


def test_a_desk_that_learned_nothing_calls_in_turn(office):
    campaign(office, 2)
    assert office.ask(call_learning.is_due)
    office.do(call_learning.keep, office.ask(call_learning.fitted))
    found = office.ask(callbacks.queue)
    assert [one.chance for one in found] == [None, None]
    assert office.ask(call_scoring.next_arm) is None
