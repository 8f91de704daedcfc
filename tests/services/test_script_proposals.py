"""Scripts proposed from contacts and inquiries: without private data, as drafts, for somebody else to approve."""

import pytest

from app.models.contacts import AnswerMode, Outcome
from app.models.errors import FieldMissing, FieldTooLong, NotAllowed
from app.models.script_searches import ProposalKind
from app.models.script_shelf import ProposedAlready
from app.scripts_library.script import Source, State
from app.services import contacts, script_gaps, script_life, script_proposals, scripts
from app.services.office import Office
from app.services.script_proposals import Idea
from tests.desk import NOON, draft, sign_in
from tests.scripts_library.making import small

SAID = "张三 (138 1234 5678) 问停车费；张先生说找过王医生。Answer: 5 yuan an hour, call 12320."


@pytest.fixture
def contact(office: Office) -> bytes:
    """A contact answered from own knowledge."""
    told = draft(summary="张三问停车收费", details=SAID, answer_mode=AnswerMode.OWN_KNOWLEDGE)
    office.do(contacts.finalize, office.do(contacts.start, told).value, Outcome.ANSWERED)
    return office.store.rows.all("SELECT id FROM contact LIMIT 1")[0][0]


def inquiry_of(office: Office) -> bytes:
    return office.store.rows.all("SELECT inquiry FROM contact_inquiry LIMIT 1")[0][0]


def test_what_tells_who_it_was_is_taken_out_before_anybody_looks(office: Office, contact: bytes) -> None:
    idea = office.ask(script_proposals.from_contact, contact)
    assert idea.question == "…问停车收费"
    assert idea.answer.startswith("… (…) 问停车费；…先生")
    assert "12320" in idea.answer
    assert (idea.topic, idea.contact) == ("consult/immunization/hpv", contact)


def test_an_inquiry_is_proposed_with_its_answer(office: Office, contact: bytes) -> None:
    inquiry = inquiry_of(office)
    idea = office.ask(script_proposals.from_inquiry, inquiry)
    assert (idea.question, idea.inquiry, idea.contact) == ("…问停车收费", inquiry, contact)
    assert "5 yuan" in idea.answer


def test_a_proposal_is_a_draft_that_its_author_cannot_approve(office: Office, contact: bytes) -> None:
    key = office.do(script_proposals.propose, Idea("停车怎么收费", "每小时5元。", "parking", contact)).value
    assert key == "ting-che-zen-me-shou-fei"
    with pytest.raises(NotAllowed):
        office.do(script_life.approve, key, 1)
    with pytest.raises(NotAllowed):
        office.ask(script_proposals.open_proposals)
    sign_in(office, "chen")
    (version,) = office.ask(scripts.versions_of, key)
    assert version.standing.value == "draft"
    script = office.ask(scripts.counting, key, drafts=True)
    assert (script.owner, script.variants[0].say) == ("chen", "每小时5元。")
    (found,) = office.ask(script_proposals.open_proposals)
    assert (found.key, found.title, found.proposed.by, found.proposed.contact) == (key, "停车怎么收费", "Wang", contact)
    assert found.proposed.at == NOON


def test_who_looks_after_a_topic_owns_what_is_proposed_in_it(office: Office) -> None:
    sign_in(office, "chen")
    for key, topic, owner in (("a", "parking", "li"), ("b", "bills", "ma"), ("c", "bills", "ma"), ("d", "bills", "ma")):
        office.do(script_life.save_draft, small(key, topic=f"money/{topic}", owner=owner), base=None)
    sign_in(office, "wang")
    owners: list[str] = []
    for place, topic in enumerate(("money/parking", "money/food", "vaccine")):
        key = office.do(script_proposals.propose, Idea(f"question {place}", "answer", topic)).value
        owners.append(scripts.load(office.store.rows, _row(office, key)).owner)
    assert owners == ["li", "ma", "chen"]


def _row(office: Office, key: str):
    from app.store import scripts as rows_of

    return rows_of.versions_of(office.store.rows, key)[0]


def test_one_contact_is_proposed_once(office: Office, contact: bytes) -> None:
    key = office.do(script_proposals.propose, Idea("Parking", "5 yuan", "", contact, inquiry_of(office))).value
    for ask, row in ((script_proposals.from_contact, contact), (script_proposals.from_inquiry, inquiry_of(office))):
        with pytest.raises(ProposedAlready) as refused:
            office.ask(ask, row)
        assert refused.value.facts["key"] == key
    with pytest.raises(ProposedAlready):
        office.do(script_proposals.propose, Idea("Parking again", "5 yuan", "", contact))


def test_an_idea_needs_question_and_answer(office: Office) -> None:
    for idea in (Idea(" ", "answer"), Idea("question", " ")):
        with pytest.raises(FieldMissing):
            office.do(script_proposals.propose, idea)
    with pytest.raises(FieldTooLong):
        office.do(script_proposals.propose, Idea("q" * 201, "answer"))


def test_what_is_in_review_or_put_aside_is_no_proposal_any_more(office: Office) -> None:
    keys = [office.do(script_proposals.propose, Idea(word, "Ask at the gate.")).value for word in ("one", "two")]
    sign_in(office, "chen")
    office.do(script_gaps.dismiss, ProposalKind.SCRIPT, "one", key=keys[0])
    assert [one.key for one in office.ask(script_proposals.open_proposals)] == [keys[1]]
    whole = small(keys[1], title={"zh": "二", "en": "two"}, sources=(Source("Rule"),))
    number = office.do(script_life.save_draft, whole, base=1).value
    assert [one.number for one in office.ask(script_proposals.open_proposals)] == [2]
    office.do(script_life.submit, keys[1], number)
    assert office.ask(script_proposals.open_proposals) == []
    assert office.ask(script_life.life, keys[1], 2).state is State.REVIEW
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.do(script_proposals.propose, Idea("three", "answer"))
