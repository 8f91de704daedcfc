"""A key point that many people fail is proposed as a flag to the owner of its script, once."""

from datetime import timedelta

import pytest

from app.models.errors import NotAllowed
from app.services import drills, flag_proposals, script_flags
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drilled import OPEN, changed_point, publish
from tests.services.proposed import fail


def test_what_three_of_five_fail_is_flagged_to_its_owner_and_not_proposed_again(office: Office) -> None:
    fail(office)
    (one,) = office.ask(flag_proposals.listed, "en")
    assert (one.script, one.version, one.point, one.failing, one.tested) == ("open", 1, "k1", 3, 5)
    assert (one.owner, one.text["en"]) == (OPEN.owner, "opens at 8 in the morning")
    office.do(flag_proposals.flag, one, note="3 of 5 fail")
    (flag,) = office.ask(script_flags.flags_for_owner, OPEN.owner)
    assert (flag.flag.note, flag.flag.key_point, flag.critical) == ("3 of 5 fail", "k1", True)
    assert office.ask(flag_proposals.listed, "en") == []
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(flag_proposals.listed, "en")


def test_what_was_answered_before_a_change_says_nothing_of_the_new_text(office: Office, clock: FakeClock) -> None:
    fail(office)
    clock.advance(timedelta(hours=1))
    publish(office, changed_point(OPEN, "k1", zh="早上9点开门", en="opens at 9 in the morning"))
    clock.advance(timedelta(days=1))
    sign_in(office, "chen")
    office.do(drills.start)
    assert office.ask(flag_proposals.listed, "en") == []
