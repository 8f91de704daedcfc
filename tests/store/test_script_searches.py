"""Searches, decisions, words of contacts and the fitted model, as rows."""

from datetime import timedelta

from app.models.contacts import AnswerMode, GivenScript, Outcome
from app.models.script_searches import EndedSearch, ProposalDecision, ProposalKind, SearchEnd, SearchPlace
from app.services import contacts
from app.services.office import Office
from app.store import script_searches as rows_of
from app.store.script_searches import Told
from tests.desk import NOON, draft
from tests.fakes import FakeClock

BY = b"p" * 16


def test_searches_come_back_the_newest_first(office: Office) -> None:
    for hour, query in enumerate(("hpv", "flu", "九价")):
        with office.store.write("wang", now=NOON + timedelta(hours=hour)) as tx:
            ended = EndedSearch(query, SearchEnd.OPENED, SearchPlace.INTAKE, key="a", rank=2, results=3, took_ms=900)
            rows_of.write_search(tx, ended, by=BY)
    found = list(rows_of.searches_since(office.store.rows, NOON + timedelta(hours=1), 10))
    assert [(one.query, one.key, one.rank, one.by) for one in found] == [("九价", "a", 2, BY), ("flu", "a", 2, BY)]
    assert len(list(rows_of.searches_since(office.store.rows, NOON, 1))) == 1


def finalized(office: Office, **values: object) -> None:
    office.do(contacts.finalize, office.do(contacts.start, draft(**values)).value, Outcome.ANSWERED)


def test_the_words_of_contacts_are_read_by_script_and_without_one(office: Office, clock: FakeClock) -> None:
    given = GivenScript("hpv", 1, "en", NOON, query="hpv age")
    finalized(office, given=(given,), summary="daughter is 12")
    finalized(office, summary="parking", answer_mode=AnswerMode.OWN_KNOWLEDGE)
    rows = office.store.rows
    assert rows_of.told_before(rows, "hpv", NOON, 5) == [Told("hpv age", "daughter is 12")]
    assert rows_of.told_before(rows, "hpv", NOON + timedelta(days=1), 5) == []
    assert [words for words, _, _ in rows_of.answered_without(rows, NOON, 5)] == ["parking"]


def test_the_last_decision_counts(office: Office) -> None:
    for day in (0, 1):
        with office.store.write("chen", now=NOON + timedelta(days=day)) as tx:
            rows_of.write_decision(tx, ProposalKind.GAP, "parking", ProposalDecision.DISMISSED, key=None, by=BY)
    assert rows_of.decided(office.store.rows, ProposalKind.GAP) == {("parking", None): NOON + timedelta(days=1)}
    assert rows_of.decided(office.store.rows, ProposalKind.PHRASING) == {}


def test_one_model_is_kept_in_place_of_the_last(office: Office) -> None:
    rows = office.store.rows
    assert (rows_of.learned_from(rows, "scripts"), rows_of.learned_body(rows, "scripts")) == (None, b"")
    for body in (b"one", b"two"):
        with office.store.write("wang", now=NOON) as tx:
            rows_of.keep_learned(tx, "scripts", version=1, trained_on=body.decode(), body=body)
    assert rows_of.learned_from(rows, "scripts") == (1, "two", NOON)
    with office.store.write("wang", now=NOON + timedelta(days=1)) as tx:
        rows_of.note_looked(tx, "scripts")
    assert rows_of.learned_from(rows, "scripts") == (1, "two", NOON + timedelta(days=1))
    assert rows_of.learned_body(rows, "scripts") == b"two"


def test_what_was_restored_is_undecided_until_the_next_decision(office: Office) -> None:
    decided: list[int] = []
    for decision in (ProposalDecision.DISMISSED, ProposalDecision.RESTORED, ProposalDecision.DISMISSED):
        with office.store.write("chen", now=NOON) as tx:
            rows_of.write_decision(tx, ProposalKind.PHRASING, "parking", decision, key="fee", by=BY)
        decided.append(len(rows_of.decided(office.store.rows, ProposalKind.PHRASING)))
    assert decided == [1, 0, 1]
