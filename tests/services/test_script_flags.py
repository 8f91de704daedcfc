"""Flags are seen to in time: the list says which is due first, and for whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.errors import NotAllowed
from app.models.script_expiry import ExpiryReason
from app.scripts_library.script import KeyPoint
from app.scripts_library.visibility import Standing
from app.services import (
    script_boards,
    script_flags,
    script_life,
    script_outline,
    script_reading,
    script_sketches,
    scripts,
)
from app.services.office import Office
from app.services.script_search import ScriptSearch
from tests.desk import NOON, sign_in
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


def by_three(office: Office, key: str = "a-1", number: int = 1) -> Office:
    for name in ("wang", "li", "chen"):
        sign_in(office, name)
        office.do(scripts.flag, key, number, note="wrong")
    return office


def test_flags_of_three_people_make_the_review_due_everywhere(flagged: Office) -> None:
    by_three(flagged)
    assert flagged.ask(lambda view: script_flags.doubted(view.rows)) == {("a-1", 1)}
    assert flagged.ask(scripts.versions_of, "a-1")[0].standing is Standing.REVIEW_DUE
    assert [line.standing for line in flagged.ask(script_outline.outline)] == [Standing.REVIEW_DUE, Standing.LIVE]
    search = ScriptSearch()
    flagged.ask(search.refresh)
    hits = flagged.ask(search.query, text="opening", language="en")
    assert {hit.key: hit.standing for hit in hits} == {"a-1": "review_due", "b-1": "live"}
    (board,) = flagged.ask(script_boards.expiring, within=timedelta(days=3))
    assert (board.script.key, board.reason, board.since_on) == ("a-1", ExpiryReason.REVIEW_OVERDUE, NOON.date())


def test_a_review_an_answer_or_a_new_version_ends_the_doubt_and_none_is_an_approval(
    flagged: Office, clock: FakeClock
) -> None:
    by_three(flagged)
    assert flagged.ask(script_life.life, "a-1", 1).approved_by == ("Li",)
    clock.advance(timedelta(minutes=1))
    flagged.do(script_life.confirm, "a-1", 1)
    assert flagged.ask(scripts.versions_of, "a-1")[0].standing is Standing.LIVE
    by_three(flagged, "b-1")
    (one, *_) = [flag for flag in flagged.ask(script_outline.open_flags) if flag.key == "b-1" and flag.by == "Chen"]
    flagged.do(script_outline.end_flag, one.id, answer="It was right")
    assert flagged.ask(lambda view: script_flags.doubted(view.rows)) == set()


def test_what_is_in_doubt_does_not_go_into_the_next_draft(flagged: Office) -> None:
    by_three(flagged)
    opened = flagged.ask(script_sketches.to_edit, "a-1")
    assert opened.script.doubted_on is None
    assert flagged.ask(script_reading.open_script, "a-1", script_reading.Reading("en")).doubted_on == NOON.date()
