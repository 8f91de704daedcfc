"""An interview is answered, resumed, gone back in, ended with its worth, and counted once."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.interview_records import SurveyMode
from app.models.interviews import Completeness
from app.models.questionnaire_answers import Given
from app.models.questionnaires import Reserved, in_language
from app.services import interview_calls, interviews, questionnaires
from app.services.interviews import AnswerRefused
from app.services.office import Office
from app.services.opinions import EVER
from app.store import interviews as interview_rows
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.interviewing import ABOUT, USUAL, begun, said, through


def test_an_interview_goes_on_where_it_stands(office: Office) -> None:
    asked = replace(ABOUT, callback=b"c" * 16)
    one = begun(office, asked)
    said(office, one, greeting="read", agree="yes", contacted="yes")
    assert begun(office, asked) == one
    found = office.ask(interviews.in_call, b"c" * 16)
    assert found is not None
    assert (found.state.current.id, found.percent, found.code) == ("solved", 20, "131")


def test_going_back_asks_what_was_passed_over_and_keeps_every_answer(office: Office) -> None:
    one = begun(office)
    found = through(office, one, again="no")
    assert (found.state.coded["times"], found.state.completeness) == (Reserved.NOT_APPLICABLE, Completeness.COMPLETE)
    found = said(office, one, again="yes")
    assert found.state.current is not None
    assert found.state.current.id == "times"
    assert [given.item for given in found.given].count("again") == 2


def test_an_answer_that_cannot_stand_is_not_kept(office: Office) -> None:
    one = begun(office)
    said(office, one, greeting="read", agree="yes", contacted="yes", solved="solved")
    for value, problem in (("perhaps", "unknown_option"), ("dissatisfied", "reason_needed")):
        with pytest.raises(AnswerRefused) as caught:
            office.do(interviews.answer, one, Given("unit_satisfaction", value))
        assert caught.value.facts["problem"] == problem
    with pytest.raises(AnswerRefused) as caught:
        office.do(interviews.answer, one, Given("times", 3))
    assert caught.value.facts["problem"] == "not_taken"
    assert len(office.ask(interviews.standing, one).given) == 4


def test_only_what_was_answered_well_enough_counts_and_each_mode_apart(office: Office) -> None:
    for mode in (SurveyMode.TELEPHONE, SurveyMode.PAPER):
        one = begun(office, replace(ABOUT, mode=mode))
        through(office, one)
        assert office.do(interviews.end, one).value.end.completeness == "complete"
    office.do(interviews.end, begun(office))
    (counted,) = office.ask(interviews.counted, None)
    assert (counted.institution, counted.codes["unit_satisfaction"]) == ("U01", "very_satisfied")
    assert len(office.ask(interviews.counted, None, mode=SurveyMode.PAPER)) == 1
    assert office.ask(interviews.counted, None, ("2026-04-01", "2026-06-30")) == []


def test_of_two_interviews_of_one_case_the_fuller_counts(office: Office) -> None:
    asked = replace(ABOUT, campaign=b"k" * 16, case=b"c" * 16)
    one = begun(office, asked)
    through(office, one)
    office.do(interviews.end, one)
    with office.store.write("li") as tx:  # another station asked the same case at the same time
        other = tx.add("interview", {**tx.state_of("interview", one), "at": "2026-03-02T04:00:01+00:00"})
    said(office, other, greeting="read", agree="yes", contacted="yes", solved="solved", unit_satisfaction="neutral")
    office.do(interviews.end, other)
    (counted,) = office.ask(interviews.counted, b"k" * 16)
    assert counted.codes["unit_satisfaction"] == "very_satisfied"


@pytest.mark.parametrize(
    ("speaks", "language", "category"),
    [("zh_dialect", "zh_CN", "政策咨询"), ("en", "en", "Policy consultation"), ("Hakka", "zh_CN", "政策咨询")],
)
def test_a_person_is_asked_in_their_language_about_what_was_done(
    office: Office, speaks: str, language: str, category: str
) -> None:
    operator = sign_in(office, "li")
    with office.store.write("li") as tx:
        told = {"summary": "Where to go", "category": "consult", "owner": operator.id.hex()}
        closed = "2026-03-02T18:30:00+00:00"  # the next day at the center
        inquiry = tx.add("inquiry", {**told, "state": "closed", "opened_at": closed, "closed_at": closed})
        owed = {"reason": "satisfaction", "inquiry": inquiry.hex(), "due_at": closed}
        call = tx.add("callback", {**owed, "language": speaks})
    asked = office.ask(interviews.about, call)
    assert asked is not None
    assert asked.language == language
    assert asked.fields["category"] == category
    assert (asked.fields["closed_on"], asked.fields["operator"]) == ("2026-03-03", operator.display)


def test_a_person_is_asked_in_the_dialect_of_a_questionnaire_that_has_it(office: Office) -> None:
    sign_in(office, "li")
    with office.store.write("li") as tx:
        at = "2026-03-02T00:00:00+00:00"
        inquiry = tx.add("inquiry", {"state": "closed", "category": "consult", "opened_at": at})
        owed = {"reason": "satisfaction", "inquiry": inquiry.hex(), "due_at": at}
        call = tx.add("callback", {**owed, "language": "hakka"})
    content = json.loads(office.ask(questionnaires.text_of, "inquiry-satisfaction"))
    office.do(questionnaires.publish, json.dumps({**_with_dialect(content), "version": 2}), file="dialect")
    asked = office.ask(interviews.about, call)
    assert asked is not None
    assert asked.language == "Hakka"
    made = office.ask(interview_calls.prepared, call)
    assert made is not None
    assert made.state.current is not None
    assert in_language(made.state.current.text, made.language).startswith("\u7b0b ")
    assert asked.fields["category"] == "\u653f\u7b56\u54a8\u8be2"


def _with_dialect(node: object) -> object:
    """Say every Chinese text of a questionnaire in a dialect, too."""
    if isinstance(node, list):
        return [_with_dialect(one) for one in node] if node != ["zh_CN", "en"] else [*node, "Hakka"]
    if not isinstance(node, dict):
        return node
    if "zh_CN" in node:
        return {**node, "Hakka": f"\u7b0b {node['zh_CN']}"}
    return {name: _with_dialect(one) for name, one in node.items()}


def test_questions_need_a_person_and_an_interview_that_is_there(office: Office) -> None:
    with pytest.raises(RecordGone):
        office.ask(interviews.standing, b"?" * 16)
    with pytest.raises(RecordGone):
        office.ask(interviews.about, b"?" * 16)
    with pytest.raises(RecordGone):
        begun(office, replace(ABOUT, version=99))
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        begun(office)


def test_a_sheet_kept_under_a_wrong_mode_goes_on_under_the_other_and_counts_once(office: Office) -> None:
    sheet = replace(ABOUT, mode=SurveyMode.PAPER)
    one = begun(office, sheet)
    said(office, one, greeting="read", agree="yes", contacted="yes")
    other = office.do(interviews.under_mode, one, SurveyMode.FACE_TO_FACE).value
    assert office.do(interviews.under_mode, other, SurveyMode.FACE_TO_FACE).value == other
    found = office.ask(interviews.standing, other)
    assert (found.row.asked.mode, found.state.current.id) == (SurveyMode.FACE_TO_FACE, "solved")
    with pytest.raises(FieldInvalid):
        office.do(interviews.under_mode, one, SurveyMode.FACE_TO_FACE)
    through(office, other)
    office.do(interviews.end, other)
    count = {mode: len(office.ask(interviews.counted, None, mode=mode)) for mode in SurveyMode}
    assert (count[SurveyMode.PAPER], count[SurveyMode.FACE_TO_FACE]) == (0, 1)
    assert list(interview_rows.ended(office.store.rows, (None, ABOUT.questionnaire), EVER, SurveyMode.PAPER)) == []


def test_a_sheet_whose_items_are_shuffled_keeps_their_order_and_when_they_were_answered(
    office: Office, clock: FakeClock
) -> None:
    sign_in(office, "li")
    content = json.loads(office.ask(questionnaires.text_of, "short-phone"))
    for block in content["blocks"]:
        block["shuffle"] = block["items"][0]["id"] == "attitude"
    office.do(questionnaires.publish, json.dumps({**content, "version": 2}), file="x")
    form = {"questionnaire": "short-phone", "version": office.ask(questionnaires.current, "short-phone").version}
    for _ in range(4):  # each has an order of its own
        one = begun(office, replace(ABOUT, mode=SurveyMode.PAPER, **form))
        for _ in range(7):
            clock.advance(timedelta(minutes=1))
            item = office.ask(interviews.standing, one).state.current
            said(office, one, **{item.id: USUAL.get(item.kind, item.options[0].code if item.options else "nothing")})
        before = office.ask(interviews.standing, one)
        clock.advance(timedelta(hours=1))
        other = office.do(interviews.under_mode, one, SurveyMode.FACE_TO_FACE).value
        back = office.do(interviews.under_mode, other, SurveyMode.PAPER).value
        for copy in (other, back):
            after = office.ask(interviews.standing, copy)
            assert after.given == before.given
            assert (after.state.current, after.row.order) == (before.state.current, one.hex())


def test_a_sheet_of_a_case_that_changes_there_and_back_goes_on_where_it_stands(office: Office) -> None:
    sheet = replace(ABOUT, mode=SurveyMode.PAPER, case=b"c" * 16)
    one = begun(office, sheet)
    said(office, one, greeting="read", agree="yes")
    other = office.do(interviews.under_mode, one, SurveyMode.FACE_TO_FACE).value
    said(office, other, contacted="yes")
    back = office.do(interviews.under_mode, other, SurveyMode.PAPER).value
    assert back not in (one, other)
    found = office.ask(interviews.standing, back)
    assert (found.end, [given.item for given in found.given]) == (None, ["greeting", "agree", "contacted"])
    assert begun(office, sheet) == back
    through(office, back)
    office.do(interviews.end, back)
    assert len(office.ask(interviews.counted, None, mode=SurveyMode.PAPER)) == 1


def test_the_interview_of_a_call_keeps_its_mode(office: Office) -> None:
    one = begun(office, replace(ABOUT, callback=b"c" * 16))
    with pytest.raises(FieldInvalid):
        office.do(interviews.under_mode, one, SurveyMode.PAPER)


def test_what_a_person_left_half_way_is_found_again(office: Office) -> None:
    campaign = b"k" * 16
    sheet = replace(ABOUT, mode=SurveyMode.PAPER, campaign=campaign)
    first, second = begun(office, sheet), begun(office, sheet)
    modes = (SurveyMode.PAPER, SurveyMode.FACE_TO_FACE)
    assert {one.id for one in office.ask(interviews.unfinished, campaign, modes)} == {first, second}
    office.do(interviews.end, first)
    assert [one.id for one in office.ask(interviews.unfinished, campaign, modes)] == [second]
    assert office.ask(interviews.unfinished, campaign, modes[1:]) == []
    sign_in(office, "li")
    assert office.ask(interviews.unfinished, campaign, modes) == []
