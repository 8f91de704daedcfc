"""Learning from use: what callers said is fitted once, kept, and asked for by the search."""

from datetime import timedelta

import pytest

from app.models.contacts import GivenScript, Outcome
from app.models.errors import NotSignedIn
from app.services import contacts, script_learning
from app.services.office import Office
from app.services.script_search import ScriptSearch
from tests.desk import NOON, draft
from tests.fakes import FakeClock
from tests.services.test_script_search import FLU, HOURS, found, publish

SAID = "绿码 nursery"


def give(office: Office, key: str, words: str, times: int) -> None:
    """Answer calls with a script."""
    for number in range(times):
        given = GivenScript(key, 1, "en", NOON, query=words)
        made = draft(given=(given,), summary=f"{words} {number}", number=None, caller_name=None)
        office.do(contacts.finalize, office.do(contacts.start, made).value, Outcome.ANSWERED)


def learn(office: Office):
    fitted = office.ask(script_learning.fitted)
    office.do(script_learning.keep, fitted)
    return fitted


@pytest.fixture
def used(office: Office) -> Office:
    publish(office, HOURS, FLU)
    give(office, "flu", SAID, 5)
    return office


def test_words_that_were_answered_five_times_find_their_script_by_themselves(used: Office) -> None:
    search = ScriptSearch()
    used.ask(search.refresh)
    assert found(used, search, SAID) == []
    assert learn(used).scripts == 1
    before = search.revision
    used.ask(search.refresh)
    assert search.revision > before
    (hit,) = used.ask(search.query, text=SAID, language="en")
    assert (hit.key, hit.said, hit.fits) == ("flu", 5, True)


def test_nothing_is_fitted_twice(used: Office, clock: FakeClock) -> None:
    learn(used)
    stamp = used.ask(script_learning.stamp)
    assert learn(used) is None
    assert used.ask(script_learning.stamp) == stamp != ""
    give(used, "flu", "another word", 1)
    assert learn(used).examples > 0
    assert used.ask(script_learning.stamp) != stamp


def test_it_is_due_once_a_day_of_the_center(used: Office, clock: FakeClock) -> None:
    assert used.ask(script_learning.is_due)
    learn(used)
    assert not used.ask(script_learning.is_due)
    clock.advance(timedelta(hours=11))  # 23:00 in Shanghai
    assert not used.ask(script_learning.is_due)
    clock.advance(timedelta(hours=1))
    assert used.ask(script_learning.is_due)
    learn(used)
    assert not used.ask(script_learning.is_due)


def test_too_little_is_noted_and_teaches_nothing(office: Office) -> None:
    publish(office, HOURS)
    assert learn(office).body == b""
    assert office.ask(script_learning.model) is None
    assert not office.ask(script_learning.is_due)


def test_calls_of_more_than_a_year_ago_are_forgotten(used: Office, clock: FakeClock) -> None:
    clock.advance(timedelta(days=400))
    assert learn(used).body == b""


def test_somebody_has_to_be_at_the_desk(used: Office) -> None:
    used.sign_in(None)
    with pytest.raises(NotSignedIn):
        used.ask(script_learning.fitted)
