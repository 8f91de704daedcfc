import pytest

from app.models.callers import CallerKind
from app.models.contacts import Channel, ContactDraft
from app.services import access, callers
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import NO_ID
from tests.desk import NOON, sign_in

NUMBER = "138 1234 5678"


@pytest.fixture
def link(jobs, state):
    return CallerLink(jobs, state)


def known(office, name, number=NUMBER, **values):
    from app.services.phone_numbers import understood

    def make(work):
        given = {"name": name, "kind": "patient", "language": "zh_CN", "area": "城关镇", **values}
        return callers.remember(work, understood(number, "CN"), given, None)

    return office.do(make).value


@pytest.mark.parametrize(
    "typed", [NUMBER, "+86 138 1234 5678", "13812345678", "０１３８1234-5678"[1:], "0086 13812345678"]
)
def test_a_known_caller_is_found_by_the_number_in_any_format(link, state, office, typed):
    caller = known(office, "张三")
    state.edit("number", typed)
    link.look_up()
    assert state.draft.caller == caller
    assert (state.draft.caller_name, state.draft.caller_kind) == ("张三", CallerKind.PATIENT)
    assert (state.draft.language, state.draft.area) == ("zh_CN", "城关镇")


def test_the_look_up_follows_the_typing_by_itself(link, state, office, qtbot):
    known(office, "张三")
    with qtbot.waitSignal(link.shown, timeout=1_000):
        state.edit("number", NUMBER)
    assert state.draft.caller_name == "张三"


def test_a_caller_who_stands_before_somebody_was_read_however_the_number_came(link, state, office, qtbot):
    caller = known(office, "张三")
    state.edit("number", NUMBER)
    link.look_up()
    assert link.reading.isActive()
    link.note_reading()
    sign_in(office, "li")
    (line,) = office.ask(access.log)
    assert (line.did.value, line.entity, line.record) == ("opened", "caller", caller)


def test_who_is_gone_before_anybody_could_read_was_not_read(link, state, office):
    known(office, "张三")
    state.edit("number", NUMBER)
    link.look_up()
    state.renew(ContactDraft(b"n" * 16, NOON, Channel.PHONE_IN))
    assert not link.reading.isActive()


def test_an_unknown_number_stands_as_typed_and_nobody_is_chosen(link, state):
    state.edit("number", "call me maybe 555 555 555 555 555 555")
    link.look_up()
    assert state.draft.caller is None
    assert link.found.number.e164 is None


def test_of_several_callers_on_one_number_nobody_is_chosen_until_told(link, state, office):
    first, _ = known(office, "李建国"), known(office, "李小红")
    state.edit("number", NUMBER)
    link.look_up()
    assert len(link.found.callers) == 2
    assert state.draft.caller is None
    link.choose(first)
    assert state.draft.caller_name == "李建国"


def test_what_came_from_one_caller_goes_when_another_calls_and_what_was_typed_stays(link, state, office):
    known(office, "张三")
    state.edit("number", NUMBER)
    link.look_up()
    state.edit("language", "en")
    state.edit("add_to", b"1" * 16)
    state.edit("number", "139 0000 0000")
    link.look_up()
    draft = state.draft
    assert (draft.caller, draft.caller_name, draft.caller_kind, draft.area, draft.add_to) == (None,) * 5
    assert draft.language == "en"


def test_a_name_that_was_typed_is_not_overwritten_by_the_known_one(link, state, office):
    known(office, "张三")
    state.edit("caller_name", "张三的女儿")
    state.edit("number", NUMBER)
    link.look_up()
    assert state.draft.caller_name == "张三的女儿"


def test_the_card_is_read_again_when_a_commit_touched_it(link, state, office, jobs, qtbot):
    caller = known(office, "张三")
    state.edit("number", NUMBER)
    link.look_up()
    jobs.do(callers.describe, caller_id=caller, note="speaks softly", initiator=link)
    assert link.card.caller.note == "speaks softly"


def test_do_not_call_is_known_for_a_number_without_a_caller(link, state, office, jobs):
    state.edit("number", NUMBER)
    link.look_up()
    jobs.do(callers.do_not_call, initiator=link, number=NUMBER)
    assert link.found.do_not_call


def test_a_renewed_conversation_knows_nobody(link, state, office):
    known(office, "张三")
    state.edit("number", NUMBER)
    link.look_up()
    state.renew(ContactDraft(NO_ID, NOON))
    assert (link.card, link.found, state.draft.caller_name) == (None, None, None)


def test_a_restored_draft_finds_its_caller_and_another_number_takes_the_name_away(link, state, office):
    caller = known(office, "张三")
    state.renew(ContactDraft(NO_ID, NOON, number=NUMBER, caller=caller, caller_name="张三"))
    assert link.card.caller.id == caller
    state.edit("number", "139 0000 0000")
    link.look_up()
    assert state.draft.caller_name is None
