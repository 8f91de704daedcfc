"""Flags are seen to in time: the list says which is due first, and for whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.errors import NotAllowed
from app.scripts_library.script import KeyPoint
from app.services import script_flags, script_outline, scripts
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.test_script_boards import SCRIPT, approved

POINTS = (KeyPoint("k1", {"zh": "8点", "en": "At 8"}, critical=True), KeyPoint("k2", {"zh": "8点", "en": "At 8"}))


@pytest.fixture
def flagged(office: Office) -> Office:
    """Two scripts; a usual flag on one and then one on a critical point of the other."""
    approved(office, replace(SCRIPT, key="a-1", owner="chen", key_points=POINTS))
    approved(office, replace(SCRIPT, key="b-1", owner="li", key_points=POINTS))
    sign_in(office, "wang")
    office.do(scripts.flag, "a-1", 1, note="unclear", key_point="k2")
    office.do(scripts.flag, "b-1", 1, note="wrong", key_point="k1")
    sign_in(office, "chen")
    return office


def test_a_critical_point_is_due_before_what_can_wait(flagged: Office) -> None:
    found = flagged.ask(script_flags.flags_for_owner)
    assert [(one.flag.key, one.critical, one.due_on) for one in found] == [
        ("b-1", True, date(2026, 3, 3)),
        ("a-1", False, date(2026, 3, 9)),
    ]


def test_an_owner_sees_the_flags_of_her_own_scripts(flagged: Office) -> None:
    (one,) = flagged.ask(script_flags.flags_for_owner, "chen")
    assert (one.flag.note, one.flag.by, one.owner) == ("unclear", "Wang", "chen")
    flagged.do(script_outline.end_flag, one.flag.id)
    assert flagged.ask(script_flags.flags_for_owner, "chen") == []


def test_a_flag_is_overdue_on_the_day_after_it_was_due(flagged: Office, clock: FakeClock) -> None:
    clock.advance(timedelta(days=1))
    assert [one.overdue for one in flagged.ask(script_flags.flags_for_owner)] == [False, False]
    clock.advance(timedelta(days=1))
    assert [one.overdue for one in flagged.ask(script_flags.flags_for_owner)] == [True, False]


def test_only_who_writes_scripts_sees_the_list(flagged: Office) -> None:
    sign_in(flagged, "wang")
    with pytest.raises(NotAllowed):
        flagged.ask(script_flags.flags_for_owner)
