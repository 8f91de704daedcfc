"""A script as it is read to a caller: wording, blanks, points, and the warnings that come with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.errors import NotSignedIn, RecordGone
from app.models.script_documents import Document
from app.scripts_library.emitter import emit
from app.scripts_library.script import Forbidden, KeyPoint, Placeholder, PlaceholderType, Script, Source, Variant
from app.services import units
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.services.script_reading import OpenScript, Piece, Point, Reading, category_of, open_script
from app.store import script_documents
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock

SCRIPT = Script(
    "a-1",
    {"zh": "几点开门", "en": "Opening hours"},
    topic="consult/immunization",
    sources=(Source("Rule", "3", "https://x.org"),),
    review_on=date(2026, 6, 1),
    placeholders=(
        Placeholder("unit", PlaceholderType.CHOICE, choices_from="units", required=True),
        Placeholder("phone", fallback="12320"),
        Placeholder("day", choices=("Monday", "Friday"), key="unit"),
    ),
    key_points=(
        KeyPoint("k1", {"en": "at 8", "zh": "8点"}, critical=True),
        KeyPoint("k2", {"zh": "带证件", "en": "card"}),
    ),
    must_not_say=(Forbidden("f1", {"en": ("always",)}),),
    dialect_notes={"粤语": "几点开门＝几点开"},
    variants=(
        Variant("zh", say="{unit}8点开门，电话{phone}，{day}休息。", record="无"),
        Variant("en", say="{unit} opens at 8. Call {phone}. Closed on {day}."),
        Variant("en", plain=True, say="Come at 8."),
    ),
)


def publish(office: Office, script: Script = SCRIPT, *, publish: bool = True) -> None:
    sign_in(office, "chen")
    report = office.do(import_scripts, [ScriptText("a.md", emit(script))], publish=publish).value
    assert report.held_back == ()
    sign_in(office, "wang")


def opened(office: Office, **wanted: object) -> OpenScript:
    return office.ask(open_script, "a-1", Reading(**{"language": "en", **wanted}))  # type: ignore[arg-type]


def test_a_script_opens_in_the_language_wanted(office: Office) -> None:
    publish(office)
    script = opened(office, language="zh_CN")
    assert (script.title, script.language, script.version) == ("几点开门", "zh_CN", 1)
    assert [section.name for section in script.sections] == ["say", "record"]
    assert script.points == (Point("k1", "8点", True), Point("k2", "带证件"))
    assert (script.languages, script.has_plain, script.given_up) == (("zh_CN", "en"), False, ())


def test_values_stand_in_their_places_and_missing_ones_are_marked(office: Office) -> None:
    publish(office)
    (say,) = opened(office, values={"day": "Monday"}).sections
    assert say.pieces[0] == Piece("{unit}", "unit", missing=True)
    assert say.text == "{unit} opens at 8. Call 12320. Closed on Monday."


def test_blanks_come_with_their_choices(office: Office) -> None:
    publish(office)
    sign_in(office, "li")
    office.do(units.save_unit, "u1", name="North clinic", area="North")
    blanks = {blank.name: blank for blank in opened(office).blanks}
    assert (blanks["unit"].choices, blanks["unit"].required) == (("North clinic",), True)
    assert (blanks["phone"].choices, blanks["phone"].value) == ((), "12320")
    assert blanks["day"].choices == ("Monday", "Friday")


def test_the_facts_of_the_version_are_shown(office: Office) -> None:
    publish(office)
    script = opened(office)
    assert (script.standing, script.sources) == ("live", ("Rule 3 https://x.org",))
    assert (script.review_on, script.expires_on, script.expires_soon) == (date(2026, 6, 1), None, False)
    assert (script.must_not_say, script.dialect_notes) == (("always",), {"粤语": "几点开门＝几点开"})
    assert script.category == "consult.immunization"


def test_plain_words_and_another_audience_are_given_up_when_they_are_not_there(office: Office) -> None:
    publish(office)
    assert opened(office, plain=True, audience="nurse").given_up == ("audience",)
    assert opened(office, language="zh_CN", plain=True).given_up == ("plain",)


def test_the_last_day_of_validity_is_told_and_soon_warned_of(office: Office, clock: FakeClock) -> None:
    publish(office, replace(SCRIPT, effective_from=NOON, effective_to=NOON + timedelta(days=10)))
    script = opened(office)
    assert (script.effective_on, script.expires_on, script.expires_soon) == (date(2026, 3, 2), date(2026, 3, 12), True)
    clock.advance(timedelta(days=11))
    script = opened(office)
    assert (script.standing, script.expires_soon) == ("expired", False)


def test_a_caller_who_was_given_an_earlier_version_is_noticed(office: Office) -> None:
    publish(office)
    caller, contact = b"c" * 16, b"t" * 16
    with office.store.write("wang", now=NOON) as tx:
        tx.add("contact", {"caller": caller.hex()}, contact)
        given = {"script": "a-1", "version": 1, "at": NOON.isoformat(), "contact": contact.hex()}
        tx.add("contact_script", given)
    assert not opened(office, caller=caller).changed
    publish(office, replace(SCRIPT, owner="li"))
    assert opened(office, caller=caller).changed
    assert not opened(office, caller=b"x" * 16).changed


def test_a_draft_opens_only_for_those_who_write_scripts(office: Office) -> None:
    publish(office, publish=False)
    with pytest.raises(RecordGone):
        opened(office)
    sign_in(office, "chen")
    assert opened(office).standing == "draft"


def test_nobody_opens_a_script_without_signing_in(office: Office) -> None:
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        opened(office)


def test_a_script_without_wording_cannot_be_read(office: Office) -> None:
    publish(office, replace(SCRIPT, variants=(), placeholders=()), publish=False)
    sign_in(office, "chen")
    with pytest.raises(RecordGone):
        opened(office)


def test_the_category_is_the_nearest_that_is_known() -> None:
    assert category_of("consult/immunization/made-up") == "consult.immunization"
    assert category_of("made-up") is None
    assert category_of("") is None


def test_documents_that_are_here_come_with_the_script(office: Office) -> None:
    named = (Source("Rule", sha256="ab" * 32), Source("Other", sha256="cd" * 32), Source("Again", sha256="ab" * 32))
    publish(office, replace(SCRIPT, sources=named))
    one = Document("ab" * 32, "rule.pdf", 8, NOON)
    with office.store.write("chen", now=NOON) as tx:
        script_documents.write(tx, one, by=office.by.id if office.by else b"")
    assert opened(office).documents == (replace(one, by="Wang"),)


def test_a_withdrawn_script_says_why_and_what_is_read_instead(office: Office) -> None:
    from app.services import script_life
    from tests.services.test_script_boards import SCRIPT, approved

    approved(office, SCRIPT)
    approved(office, replace(SCRIPT, key="desk-new", title={"zh": "新", "en": "New desk"}))
    office.do(script_life.withdraw, SCRIPT.key, 1, reason="moved", successor="desk-new")
    shown = office.ask(open_script, SCRIPT.key, Reading("en"))
    assert (shown.standing, shown.withdrawn_because) == ("withdrawn", "moved")
    assert (shown.successor, shown.successor_title) == ("desk-new", "New desk")
    office.do(script_life.withdraw, "desk-new", 1, reason="wrong")
    assert office.ask(open_script, "desk-new", Reading("en")).successor == ""
