from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.accounts import Role
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.script_life import (
    ApprovedAlready,
    OwnScript,
    ScriptHasErrors,
    ScriptKeyTaken,
    ScriptNewerThere,
    ScriptStepRefused,
)
from app.scripts_library.script import Risk, Script, Source, State, Variant
from app.scripts_library.visibility import Standing
from app.services import accounts, script_life, scripts
from tests.desk import NOON, PASSWORD, sign_in

SCRIPT = Script(
    "desk-hours",
    {"zh": "几点开门", "en": "Opening hours"},
    sources=(Source("Rule 1"),),
    review_in_days=90,
    variants=(Variant("zh", say="8点。"), Variant("en", say="At 8.")),
)
KEY = SCRIPT.key


def saved(office, script, base=None, by="chen"):
    sign_in(office, by)
    return office.do(script_life.save_draft, script, base=base).value


def in_review(office, script=SCRIPT, base=None):
    number = saved(office, script, base)
    office.do(script_life.submit, script.key, number)
    return number


def approved(office, script=SCRIPT, base=None):
    number = in_review(office, script, base)
    sign_in(office, "li")
    assert office.do(script_life.approve, script.key, number).value is State.APPROVED
    return number


def counting(office):
    return office.ask(lambda view: scripts.counting(view, KEY, drafts=False))


def test_a_script_is_written_by_one_person_and_approved_by_another(office):
    number = in_review(office)
    with pytest.raises(OwnScript):
        office.do(script_life.approve, KEY, number)
    sign_in(office, "li")
    office.do(script_life.approve, KEY, number, note="checked")
    assert counting(office).version == 1
    sign_in(office, "wang")
    assert [event.state for event in office.ask(script_life.events, KEY)] == ["review", "approved"]


def test_a_new_version_counts_from_its_approval_on_and_not_before(office):
    approved(office)
    later = replace(SCRIPT, variants=(Variant("zh", say="9点。"), Variant("en", say="At 9.")))
    number = in_review(office, later, base=1)
    assert counting(office).version == 1
    sign_in(office, "li")
    office.do(script_life.approve, KEY, number)
    assert counting(office).version == 2
    assert [one.standing for one in office.ask(scripts.versions_of, KEY)] == [Standing.LIVE, Standing.LIVE]


def test_the_same_content_makes_no_version(office):
    assert saved(office, SCRIPT) == 1
    again = office.do(script_life.save_draft, SCRIPT, base=1)
    assert (again.value, again.changes.touched) == (1, ())


def test_who_was_overtaken_is_told_by_whom_and_nothing_is_written_over(office):
    saved(office, SCRIPT)
    saved(office, replace(SCRIPT, topic="a"), base=1)
    sign_in(office, "admin")
    with pytest.raises(ScriptNewerThere) as refused:
        office.do(script_life.save_draft, replace(SCRIPT, topic="b"), base=1)
    assert refused.value.facts == {"key": KEY, "base": 1, "newest": 2, "by": "Chen"}
    assert office.do(script_life.save_draft, replace(SCRIPT, topic="b"), base=2).value == 3


def test_a_new_script_needs_a_key_of_its_own(office):
    saved(office, SCRIPT)
    with pytest.raises(ScriptKeyTaken):
        office.do(script_life.save_draft, replace(SCRIPT, topic="x"), base=None)
    with pytest.raises(FieldMissing):
        office.do(script_life.save_draft, replace(SCRIPT, key=""), base=None)


def test_a_draft_with_errors_is_saved_but_not_handed_in(office):
    number = saved(office, replace(SCRIPT, variants=(Variant("zh", say="8点。"), Variant("en", say="At 9."))))
    with pytest.raises(ScriptHasErrors) as refused:
        office.do(script_life.submit, KEY, number)
    assert [one.code for one in refused.value.facts["findings"]] == ["numbers-differ"]


def test_what_approval_would_refuse_is_not_handed_in(office):
    number = saved(office, replace(SCRIPT, sources=()))
    with pytest.raises(ScriptHasErrors) as refused:
        office.do(script_life.submit, KEY, number)
    assert [(one.code, one.place) for one in refused.value.facts["findings"]] == [("source-missing", ("sources",))]


def test_high_risk_needs_two_people(office):
    number = in_review(office, replace(SCRIPT, risk=Risk.HIGH))
    sign_in(office, "admin")
    office.do(accounts.create, "zhao", "Zhao", PASSWORD, (Role.TRAINER,))
    sign_in(office, "li")
    assert office.do(script_life.approve, KEY, number).value is State.REVIEW
    with pytest.raises(ApprovedAlready):
        office.do(script_life.approve, KEY, number)
    assert office.ask(script_life.life, KEY, number).approved_by == ("Li",)
    sign_in(office, "zhao")
    assert office.do(script_life.approve, KEY, number).value is State.APPROVED


def test_sending_back_forgets_a_first_approval_and_needs_a_reason(office):
    number = in_review(office, replace(SCRIPT, risk=Risk.HIGH))
    sign_in(office, "li")
    office.do(script_life.approve, KEY, number)
    with pytest.raises(FieldMissing):
        office.do(script_life.send_back, KEY, number, note=" ")
    office.do(script_life.send_back, KEY, number, note="the fee is wrong")
    sign_in(office, "chen")
    office.do(script_life.submit, KEY, number)
    assert office.ask(script_life.life, KEY, number).approved_by == ()


def test_withdrawing_takes_effect_at_once(office):
    number = approved(office)
    with pytest.raises(RecordGone):
        office.do(script_life.withdraw, KEY, number, reason="wrong", successor="nobody")
    office.do(script_life.withdraw, KEY, number, reason="wrong")
    sign_in(office, "wang")
    assert office.ask(scripts.versions_of, KEY)[0].standing is Standing.WITHDRAWN
    sign_in(office, "li")
    with pytest.raises(ScriptStepRefused):
        office.do(script_life.withdraw, KEY, number, reason="wrong")


def test_an_urgent_publication_pins_the_script_and_is_reviewed_within_a_day(office, clock):
    number = saved(office, SCRIPT)
    sign_in(office, "li")
    assert office.do(script_life.publish_urgent, KEY, number, note="new order").value == 2
    script = counting(office)
    assert (script.urgent, script.risk, script.review_due_on) == (True, Risk.EMERGENCY, date(2026, 3, 3))
    clock.advance(timedelta(days=2))
    assert office.ask(scripts.versions_of, KEY)[0].standing is Standing.REVIEW_DUE


def test_the_author_does_not_publish_urgently_alone_and_stays_the_author_of_the_copy(office):
    number = saved(office, SCRIPT)
    assert "publish_urgent" not in office.ask(script_life.life, KEY, number).steps
    sign_in(office, "admin")
    office.do(accounts.create, "sun", "Sun", PASSWORD, (Role.TRAINER, Role.SUPERVISOR))
    sign_in(office, "chen")
    with pytest.raises(OwnScript):
        office.do(script_life.publish_urgent, KEY, number, note="nobody else is here")
    sign_in(office, "sun")
    office.do(script_life.publish_urgent, KEY, number, note="new order")
    found = office.ask(script_life.life, KEY, 2)
    assert (found.author, found.approved_by) == ("Chen", ("Sun",))


def test_an_emergency_that_is_approved_is_as_urgent_as_one_that_is_published(office):
    number = in_review(office, replace(SCRIPT, risk=Risk.EMERGENCY))
    sign_in(office, "li")
    office.do(script_life.approve, KEY, number)
    assert office.ask(script_life.events, KEY)[-1].said["urgent"]
    assert counting(office).review_due_on == date(2026, 3, 3)


def test_who_confirms_a_version_is_none_of_its_approvers(office):
    number = approved(office)
    sign_in(office, "chen")
    office.do(script_life.confirm, KEY, number)
    assert office.ask(script_life.life, KEY, number).approved_by == ("Li",)


def test_a_confirmed_script_is_due_again_after_its_own_interval(office, clock):
    number = approved(office)
    assert counting(office).review_due_on == NOON.date() + timedelta(days=90)
    clock.advance(timedelta(days=100))
    assert office.ask(scripts.versions_of, KEY)[0].standing is Standing.REVIEW_DUE
    office.do(script_life.confirm, KEY, number)
    assert office.ask(scripts.versions_of, KEY)[0].standing is Standing.LIVE
    office.do(script_life.confirm, KEY, number, next_on=date(2026, 12, 1))
    assert counting(office).review_due_on == date(2026, 12, 1)


def test_what_counts_again_after_a_withdrawal_is_known(office):
    number = approved(office)
    assert office.ask(script_life.life, KEY, number).falls_back_to is None
    later = replace(SCRIPT, variants=(Variant("zh", say="9点。"), Variant("en", say="At 9.")))
    assert office.ask(script_life.life, KEY, approved(office, later, base=1)).falls_back_to == 1


def test_what_can_be_done_depends_on_who_asks(office):
    number = in_review(office)
    assert set(office.ask(script_life.life, KEY, number).steps) == {"send_back", "withdraw"}
    sign_in(office, "li")
    found = office.ask(script_life.life, KEY, number)
    assert "approve" in found.steps
    assert (found.author, found.approvers, found.state) == ("Chen", 1, State.REVIEW)
    sign_in(office, "wang")
    assert office.ask(script_life.life, KEY, number).steps == ()
    with pytest.raises(NotAllowed):
        office.do(script_life.approve, KEY, number)


def test_a_confirmation_always_names_a_day_ahead(office, clock):
    number = approved(office, replace(SCRIPT, review_in_days=None, review_on=date(2026, 3, 5)))
    clock.advance(timedelta(days=10))
    assert office.ask(script_life.life, KEY, number).next_review_on == date(2026, 9, 8)
    with pytest.raises(FieldInvalid):
        office.do(script_life.confirm, KEY, number, next_on=date(2026, 3, 12))
    office.do(script_life.confirm, KEY, number)
    assert counting(office).review_due_on == date(2026, 9, 8)
