"""Which version of a script counts, its history, and what people say is wrong with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import FieldMissing, FieldTooLong, NotSignedIn, RecordGone
from app.scripts_library.emitter import emit
from app.scripts_library.script import Script, Source, State, Variant
from app.scripts_library.visibility import Standing
from app.services import scripts
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.store import scripts as rows_of
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock

SCRIPT = Script(
    "a-1",
    {"zh": "几点开门", "en": "Opening hours"},
    sources=(Source("Rule"),),
    variants=(Variant("zh", say="8点。"), Variant("en", say="At 8.")),
)


def publish(office: Office, *versions: Script, publish: bool = True) -> None:
    """Import scripts as the trainer does, then seat the operator again."""
    sign_in(office, "chen")
    for script in versions:
        office.do(import_scripts, [ScriptText("a.md", emit(script))], publish=publish)
    sign_in(office, "wang")


def test_the_newest_visible_version_counts(office: Office) -> None:
    later = replace(SCRIPT, topic="new", effective_from=NOON + timedelta(days=1))
    publish(office, SCRIPT, later)
    view = office.ask(lambda view: scripts.counting(view, "a-1", drafts=False))
    assert (view.version, view.topic) == (1, "")


def test_a_draft_does_not_count_before_it_is_approved(office: Office) -> None:
    publish(office, SCRIPT, publish=False)
    with pytest.raises(RecordGone):
        office.ask(lambda view: scripts.counting(view, "a-1", drafts=False))
    assert office.ask(lambda view: scripts.counting(view, "a-1", drafts=True)).state is State.DRAFT


def test_a_new_draft_leaves_the_approved_version_in_force(office: Office) -> None:
    publish(office, SCRIPT)
    publish(office, replace(SCRIPT, topic="new"), publish=False)
    assert office.ask(lambda view: scripts.counting(view, "a-1", drafts=True)).version == 1


def test_what_counted_in_the_past_is_known(office: Office, clock: FakeClock) -> None:
    publish(office, SCRIPT)
    clock.advance(timedelta(days=2))
    publish(office, replace(SCRIPT, topic="new"))
    past = office.ask(scripts.script_at, "a-1", NOON + timedelta(days=1))
    now = office.ask(scripts.script_at, "a-1", clock.now())
    assert past is not None
    assert now is not None
    assert (past.version, now.version) == (1, 2)
    assert office.ask(scripts.script_at, "a-1", NOON - timedelta(days=1)) is None


def test_the_versions_of_a_script_are_listed_with_what_they_are(office: Office) -> None:
    publish(office, replace(SCRIPT, effective_to=NOON), replace(SCRIPT, topic="new"))
    listed = office.ask(scripts.versions_of, "a-1")
    assert [(one.number, one.standing, one.source) for one in listed] == [
        (2, Standing.LIVE, "a.md"),
        (1, Standing.EXPIRED, "a.md"),
    ]
    with pytest.raises(RecordGone):
        office.ask(scripts.versions_of, "z")


def test_the_life_of_a_script_says_who_approved_it_and_how(office: Office) -> None:
    publish(office, SCRIPT)
    (event,) = office.ask(scripts.life_of, "a-1")
    assert (event.state, event.by, event.at) == ("approved", "Chen", NOON)
    assert event.note == '{"by_import": "a.md", "language_gaps": [], "waived": []}'


def test_two_versions_are_compared(office: Office) -> None:
    publish(office, SCRIPT, replace(SCRIPT, topic="new"))
    (difference,) = office.ask(scripts.differences, "a-1", 1, 2)
    assert (difference.place, difference.before, difference.after) == (("topic",), "", "new")
    with pytest.raises(RecordGone):
        office.ask(scripts.differences, "a-1", 1, 3)


def test_an_operator_says_what_is_wrong(office: Office) -> None:
    publish(office, SCRIPT)
    office.do(scripts.flag, "a-1", 1, note=" It opens at 9. ", key_point="k1")
    (found,) = office.ask(scripts.flags_of, "a-1")
    assert (found.note, found.key_point, found.by, found.number) == ("It opens at 9.", "k1", "Wang", 1)


@pytest.mark.parametrize(
    ("version", "note", "error"),
    [(1, " ", FieldMissing), (1, "x" * 2001, FieldTooLong), (9, "x", RecordGone)],
)
def test_a_flag_needs_a_note_and_a_version(office: Office, version: int, note: str, error: type[Exception]) -> None:
    publish(office, SCRIPT)
    with pytest.raises(error):
        office.do(scripts.flag, "a-1", version, note=note)


def test_nobody_reads_scripts_without_signing_in(office: Office) -> None:
    publish(office, SCRIPT)
    office.sign_in(None)
    for question in (scripts.versions_of, scripts.life_of, scripts.flags_of):
        with pytest.raises(NotSignedIn):
            office.ask(question, "a-1")


def test_without_a_visible_version_the_newest_that_ended_is_left(office: Office) -> None:
    publish(office, replace(SCRIPT, effective_to=NOON))
    (row,) = rows_of.versions_of(office.store.rows, "a-1")
    assert scripts.counting_row([(row, Standing.EXPIRED)]) == (row, Standing.EXPIRED)
    assert scripts.counting_row([(row, Standing.DRAFT), (row, Standing.COMING)]) is None
