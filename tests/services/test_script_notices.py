"""A change of a script waits for each person until she has read it; an urgent one until she has answered for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.accounts import OperatorState
from app.models.errors import RecordGone
from app.models.script_notices import NoticeKind, NoticeNotAnswered
from app.scripts_library.script import KeyPoint, Variant
from app.services import accounts, script_life, script_notices, script_outline, scripts
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.test_script_boards import SCRIPT, approved, submitted

KEY = SCRIPT.key
POINTS = (KeyPoint("k1", {"zh": "8点开门", "en": "It opens at 8"}, critical=True),)
LATER = replace(SCRIPT, variants=(Variant("zh", say="9点。"), Variant("en", say="At 9.")))
LATEST = replace(SCRIPT, variants=(Variant("zh", say="10点。"), Variant("en", say="At 10.")))


def told(office: Office, name: str = "wang") -> list[tuple[str, str, int | None, int]]:
    sign_in(office, name)
    return [(one.kind.value, one.key, one.known, one.version) for one in office.ask(script_notices.waiting)]


def changed(office: Office, clock: FakeClock, *scripts) -> Office:
    """The script as it was first, then approved anew each hour."""
    for base, script in enumerate((SCRIPT, *scripts)):
        approved(office, script, base or None)
        clock.advance(timedelta(hours=1))
    return office


def urgent(office: Office, clock: FakeClock, script=SCRIPT) -> bytes:
    """A script that is published at once, and the notice of it that waits for wang."""
    sign_in(office, "chen")
    number = office.do(script_life.save_draft, script, base=None).value
    sign_in(office, "li")
    office.do(script_life.publish_urgent, script.key, number, note="new order")
    clock.advance(timedelta(minutes=1))
    sign_in(office, "wang")
    return office.ask(script_notices.waiting)[0].id


def test_a_new_version_is_told_to_everybody_but_who_approved_it(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    assert told(office) == [("changed", KEY, 1, 2)]
    assert told(office, "chen") == [("changed", KEY, 1, 2)]
    assert told(office, "li") == []


def test_a_new_script_is_no_change_and_neither_is_another_look_at_one(office: Office, clock: FakeClock) -> None:
    changed(office, clock)
    office.do(script_life.confirm, KEY, 1)
    assert told(office) == []


def test_several_changes_of_a_script_are_one_notice_from_the_version_that_was_known(
    office: Office, clock: FakeClock
) -> None:
    changed(office, clock, LATER, LATEST)
    assert told(office) == [("changed", KEY, 1, 3)]
    (notice,) = office.ask(script_notices.waiting)
    page = office.ask(script_notices.page, notice.id, language="en")
    assert [(one.before, one.after) for one in page.differences if "en" in one.place] == [("At 8.", "At 10.")]
    assert page.question is None
    assert page.script is not None
    assert page.script.version == 3


def test_what_was_read_is_not_told_again_and_a_later_change_is(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    sign_in(office, "wang")
    (notice,) = office.ask(script_notices.waiting)
    office.do(script_notices.read, notice.id)
    assert told(office) == []
    assert office.do(script_notices.read, notice.id).changes.touched == ()
    with pytest.raises(RecordGone):
        office.ask(script_notices.page, notice.id, language="en")
    approved(office, LATEST, 2)
    assert told(office) == [("changed", KEY, 2, 3)]


def test_a_version_that_begins_later_is_told_when_it_begins(office: Office, clock: FakeClock) -> None:
    changed(office, clock, replace(LATER, effective_from=NOON + timedelta(days=40)))
    assert told(office) == []
    clock.advance(timedelta(days=41))
    assert told(office) == [("changed", KEY, 1, 2)]


def test_a_withdrawal_is_told_with_what_to_read_instead(office: Office, clock: FakeClock) -> None:
    changed(office, clock)
    approved(office, replace(SCRIPT, key="desk-new"))
    office.do(script_life.withdraw, KEY, 1, reason="the desk moved", successor="desk-new")
    assert told(office) == [("withdrawn", KEY, 1, 1)]
    (notice,) = office.ask(script_notices.waiting)
    assert (notice.note, notice.successor, notice.by) == ("the desk moved", "desk-new", "Li")


def test_what_was_withdrawn_before_it_counted_is_told_to_nobody(office: Office) -> None:
    submitted(office, SCRIPT)
    sign_in(office, "li")
    office.do(script_life.withdraw, KEY, 1, reason="not needed")
    assert told(office) == []


def test_an_urgent_publication_is_read_by_the_right_answer_only(office: Office, clock: FakeClock) -> None:
    event = urgent(office, clock, replace(SCRIPT, key_points=POINTS))
    assert told(office) == [("urgent", KEY, None, 2)]
    with pytest.raises(NoticeNotAnswered):
        office.do(script_notices.read, event)
    question = office.ask(script_notices.page, event, language="en").question
    assert question is not None
    wrong = office.do(script_notices.answer, event, (question.right + 1) % len(question.options), language="en").value
    assert (wrong.is_right, wrong.answer) == (False, "It opens at 8")
    assert told(office) == [("urgent", KEY, None, 2)]
    again = office.ask(script_notices.page, event, language="en", attempt=1).question
    assert again is not None
    assert office.do(script_notices.answer, event, again.right, language="en", attempt=1).value.is_right
    assert told(office) == []


def test_an_urgent_version_is_asked_for_even_when_a_usual_one_has_replaced_it(office: Office, clock: FakeClock) -> None:
    urgent(office, clock)
    approved(office, LATER, 2)
    assert told(office) == [("urgent", KEY, None, 3)]


def test_an_urgent_version_that_has_ended_is_asked_for_no_more(office: Office, clock: FakeClock) -> None:
    urgent(office, clock, replace(SCRIPT, effective_to=NOON + timedelta(days=1)))
    clock.advance(timedelta(days=2))
    assert told(office) == [("changed", KEY, None, 2)]


def test_a_question_takes_its_wrong_answers_from_other_scripts_of_the_topic(office: Office, clock: FakeClock) -> None:
    other = KeyPoint("k1", {"zh": "带证件", "en": "Bring the health card"})
    approved(office, replace(SCRIPT, key="near", topic="desk/card", key_points=(other,)))
    event = urgent(office, clock, replace(SCRIPT, topic="desk/hours", key_points=POINTS))
    question = office.ask(script_notices.page, event, language="en").question
    assert question is not None
    assert "Bring the health card" in question.options


def test_who_comes_to_the_desk_first_today_is_asked_for_what_is_urgent_and_told_no_older_change(
    office: Office, clock: FakeClock
) -> None:
    changed(office, clock, LATER)
    urgent(office, clock, replace(SCRIPT, key="desk-fire"))
    clock.advance(timedelta(days=1))
    sign_in(office, "wang")
    office.do(accounts.set_state, OperatorState.READY)
    assert told(office) == [("urgent", "desk-fire", None, 2)]


def test_old_changes_are_what_everybody_knows(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    clock.advance(timedelta(days=31))
    assert told(office) == []


def test_the_answer_to_a_flag_reaches_who_flagged(office: Office, clock: FakeClock) -> None:
    changed(office, clock)
    sign_in(office, "wang")
    flag = office.do(scripts.flag, KEY, 1, note="It opens at 9").value
    sign_in(office, "chen")
    office.do(script_outline.end_flag, flag, answer="Only on Sundays")
    assert told(office, "chen") == []
    assert told(office) == [("answered", KEY, 1, 1)]
    (notice,) = office.ask(script_notices.waiting)
    assert (notice.flagged, notice.note, notice.by) == ("It opens at 9", "Only on Sundays", "Chen")
    office.do(script_notices.read, notice.id)
    assert told(office) == []


def test_everything_but_what_is_asked_can_be_read_at_once(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    urgent(office, clock, replace(SCRIPT, key="desk-fire"))
    assert office.do(script_notices.read_all).value == 1
    assert [kind for kind, *_ in told(office)] == [NoticeKind.URGENT]


def test_a_new_script_has_no_readers_and_who_came_later_is_none(office: Office, clock: FakeClock) -> None:
    changed(office, clock)
    assert office.ask(script_notices.readers, KEY) == []
    approved(office, LATER, 1)
    clock.advance(timedelta(hours=1))
    sign_in(office, "wang")
    office.do(accounts.set_state, OperatorState.READY)
    sign_in(office, "li")
    assert office.ask(script_notices.readers, KEY) == []


def test_who_has_not_read_a_change_is_known_to_those_who_approve(office: Office, clock: FakeClock) -> None:
    changed(office, clock, LATER)
    sign_in(office, "li")
    assert [(one.name, one.read_at) for one in office.ask(script_notices.readers, KEY)] == [("Wang", None)]
    sign_in(office, "wang")
    office.do(script_notices.read_all)
    sign_in(office, "li")
    assert [(one.name, one.read_at) for one in office.ask(script_notices.readers, KEY)] == [("Wang", clock.now())]
    assert office.ask(script_notices.readers, "nothing") == []
