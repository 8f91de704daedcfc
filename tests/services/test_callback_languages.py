"""A call that needs a language comes only to whoever speaks it, and everybody is told what it waits for."""

from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.retry_rules import Hindrance
from app.services import accounts, callback_languages, callback_sheets, callbacks
from app.services.callback_attempts import CallNotAllowed
from app.services.callback_languages import Awaited, Spoken
from app.services.callbacks import Why
from tests.desk import sign_in
from tests.services.calling import call, campaign, promised


@pytest.fixture
def calls(office):
    """Three cases; the first person speaks Cantonese, as li does."""
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "li", ["en", "Cantonese"])
    made = campaign(office, 3, rotate_days=0)
    sign_in(office, "wang")
    ended = call(office, made[0], "243", language="cantonese", note="Elderly")
    assert (ended.code, ended.closed) == ("243", False)
    return made


def _offered(office):
    return [(one.sheet.callback.id, one.why) for one in office.ask(callbacks.queue)]


def test_it_comes_first_to_who_speaks_it_and_never_to_anybody_else(office, calls, clock):
    clock.advance(timedelta(hours=7))
    assert calls[0] not in dict(_offered(office))
    with pytest.raises(CallNotAllowed) as refused:
        call(office, calls[0], "201")
    assert refused.value.facts["hindrance"] == (Hindrance.LANGUAGE.value,)
    sign_in(office, "li")
    assert _offered(office)[0] == (calls[0], Why.LANGUAGE)
    call(office, calls[0], "201")
    sign_in(office, "wang")
    clock.advance(timedelta(days=1))
    assert calls[0] not in dict(_offered(office))


def test_the_queue_says_what_it_waits_for_and_who_speaks_it(office, calls, clock):
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "wang", ["Hakka"])
    sign_in(office, "wang")
    call(office, calls[1], "243", language="Hakka")
    explained = office.ask(callbacks.why_empty)
    assert dict(explained.counts) == {Hindrance.LANGUAGE: 1, Hindrance.RESTING: 1}
    assert explained.languages == (Awaited("Cantonese", ("Li",), 1), Awaited("Hakka", ("Wang",), 1))
    sign_in(office, "li")
    assert dict(office.ask(callbacks.why_empty).counts) == {Hindrance.LANGUAGE: 1, Hindrance.RESTING: 1}
    sign_in(office, "admin")
    office.do(accounts.disable, "li")
    sign_in(office, "wang")
    assert office.ask(callback_languages.awaited) == [Awaited("Hakka", ("Wang",), 1)]


def test_a_list_of_languages_offers_what_is_spoken_and_what_is_waited_for(office, calls):
    call(office, promised(office), "243", language="Hakka")
    found = office.ask(callback_languages.listed)
    assert [one.language for one in found] == ["zh_CN", "en", "zh_dialect", "Cantonese", "Hakka"]
    assert found[-2:] == [Spoken("Cantonese", ("Li",)), Spoken("Hakka", ())]


def test_a_promised_call_waits_for_a_speaker_too(office, calls, clock):
    owed = promised(office)
    call(office, owed, "243", language="Cantonese")
    clock.advance(timedelta(hours=4))
    assert owed not in dict(_offered(office))
    sign_in(office, "li")
    assert dict(_offered(office))[owed] is Why.LANGUAGE


def test_without_a_language_it_ends_as_before_and_no_other_outcome_takes_one(office, calls):
    assert call(office, calls[1], "243").closed
    with pytest.raises(FieldInvalid):
        call(office, calls[2], "201", language="Hakka")
    with pytest.raises(FieldInvalid):
        office.ask(callback_languages.named, "Hakka Min")


def test_a_supervisor_says_the_language_of_a_call(office, calls, clock):
    with pytest.raises(NotAllowed):
        office.do(callback_languages.say, calls[1], "Hakka")
    sign_in(office, "li")
    office.do(callback_languages.say, calls[1], "Hakka")
    assert office.ask(callback_sheets.of, calls[1]).language == "Hakka"
    assert calls[1] not in dict(_offered(office))
    with pytest.raises(FieldInvalid):
        office.do(callback_languages.say, calls[1], " ")
    call(office, calls[2], "232")
    with pytest.raises(RecordGone):
        office.do(callback_languages.say, calls[2], "Hakka")
