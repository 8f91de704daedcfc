"""What stands before the library: pins of supervisors, stars of one's own, what is asked most, tags, due reviews."""

from datetime import timedelta

import pytest

from app.models.contacts import GivenScript, Outcome
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.scripts_library.emitter import emit
from app.scripts_library.script import Source
from app.services import contacts, script_shelf
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock
from tests.scripts_library.making import small

TODAY = NOON.date()
RULE = (Source("Rule"),)


@pytest.fixture
def desk(office: Office) -> Office:
    """Three scripts, one of which is due for review."""
    sign_in(office, "chen")
    found = (
        small("flu", sources=RULE, tags=("vaccine", "winter")),
        small("hpv", sources=RULE, tags=("vaccine",), review_on=TODAY - timedelta(days=1)),
        small("gone", sources=RULE, tags=("vaccine",), effective_to=NOON + timedelta(hours=1)),
    )
    office.do(import_scripts, [ScriptText(f"{one.key}.md", emit(one)) for one in found], publish=True)
    sign_in(office, "wang")
    return office


def give(desk: Office, key: str) -> None:
    given = (GivenScript(key, 1, "en", NOON),)
    desk.do(contacts.finalize, desk.do(contacts.start, draft(given=given)).value, Outcome.ANSWERED)


def test_supervisors_pin_for_everybody_until_a_day(desk: Office) -> None:
    with pytest.raises(NotAllowed):
        desk.do(script_shelf.pin, "flu", TODAY)
    sign_in(desk, "li")
    desk.do(script_shelf.pin, "flu", TODAY + timedelta(days=7))
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=400)):
        with pytest.raises(FieldInvalid):
            desk.do(script_shelf.pin, "flu", day)
    with pytest.raises(RecordGone):
        desk.do(script_shelf.pin, "nowhere", TODAY)
    assert desk.ask(script_shelf.front).may_pin
    sign_in(desk, "wang")
    front = desk.ask(script_shelf.front)
    assert ([(one.key, one.by) for one in front.pins], front.may_pin) == ([("flu", "Li")], False)
    sign_in(desk, "li")
    assert desk.do(script_shelf.pin, "flu", None).undoable
    assert desk.ask(script_shelf.front).pins == ()
    desk.undo()
    assert [one.key for one in desk.ask(script_shelf.front).pins] == ["flu"]


def test_everybody_stars_for_herself(desk: Office) -> None:
    for key, on in (("hpv", True), ("flu", True), ("hpv", False)):
        desk.do(script_shelf.star, key, on=on)
    assert desk.ask(script_shelf.front).stars == ("flu",)
    with pytest.raises(RecordGone):
        desk.do(script_shelf.star, "nowhere", on=True)
    sign_in(desk, "li")
    assert desk.ask(script_shelf.front).stars == ()


def test_what_was_given_most_since_midnight_comes_first(desk: Office, clock: FakeClock) -> None:
    give(desk, "hpv")
    for key in ("flu", "flu", "hpv"):
        give(desk, key)
    give(desk, "flu")
    assert desk.ask(script_shelf.front).most_asked == (("flu", 3), ("hpv", 2))
    clock.advance(timedelta(hours=13))  # one in the morning in Shanghai
    assert desk.ask(script_shelf.front).most_asked == ()


def test_contents_say_tags_and_due_reviews_of_what_counts(desk: Office, clock: FakeClock) -> None:
    clock.advance(timedelta(hours=2))
    found = desk.ask(script_shelf.marks)
    assert found.tags == {"vaccine": {"flu", "hpv"}, "winter": {"flu"}}
    assert found.due == {"hpv"}
