"""A question is shown with its answers and keys, and what is wrong in the words of the questionnaire."""

from app.models.questionnaire_answers import AnswerProblem, Given, Trouble, trouble_of
from app.models.questionnaires import ItemKind, Reserved, in_language
from app.services.questionnaires import named
from app.ui.parts import interview_words as presenting
from tests.surveys import asked, item, made

AFTER = named("inquiry-satisfaction")
ITEM = AFTER.item("unit_satisfaction")
STATE = asked(AFTER, greeting="read", agree="yes", contacted="yes", solved="solved")


def test_a_question_names_what_it_is_about_and_its_keys():
    assert presenting.question(ITEM, STATE, "en") == "How satisfied are you with how the unit handled it?"
    assert presenting.answers(ITEM, "en")[0] == ("1", "Very satisfied")
    assert presenting.reasons(ITEM, "zh_CN")[2] == ("3", "服务态度")
    assert presenting.answers(AFTER.item("greeting"), "en") == []
    assert presenting.note(ITEM, STATE, "en") == ""


def test_one_key_is_whole_only_where_nothing_longer_could_follow():
    assert presenting.is_whole(ITEM, "5")
    assert not presenting.is_whole(ITEM, "6")
    assert not presenting.is_whole(ITEM, "-")
    assert not presenting.is_whole(AFTER.item("times"), "2")
    assert not presenting.is_whole(named("hospital-stay").item("q24"), "1")


def test_a_key_that_no_answer_has_needs_no_enter_to_be_told():
    assert all(presenting.is_decided(ITEM, one) for one in ("5", "6", "/"))
    assert not any(presenting.is_decided(ITEM, one) for one in ("", "-", "--"))
    assert not presenting.is_decided(AFTER.item("times"), "x")


def test_a_reason_is_a_key_or_words():
    given = presenting.given_of(ITEM, "4")
    trouble = trouble_of(ITEM, given, STATE.around)
    assert presenting.needs_reason(trouble)
    assert presenting.with_reason(ITEM, given, " 3 ").reason_code == "manner"
    assert presenting.with_reason(ITEM, given, "nobody called").reason == "nobody called"


def test_a_doubt_is_told_in_the_words_of_its_rule_and_may_be_confirmed():
    given = Given("unit_satisfaction", "very_dissatisfied", reason="x")
    trouble = trouble_of(ITEM, given, STATE.around)
    assert presenting.trouble(trouble, STATE, "en", "zh_CN").startswith("Settled, yet very dissatisfied")
    assert presenting.may_confirm(trouble)
    assert presenting.trouble(Trouble(AnswerProblem.EMPTY), STATE, "zh_CN", "en") == "An answer is needed"


def test_an_answer_is_shown_in_words():
    assert presenting.word(ITEM, "satisfied", "en") == "Satisfied"
    assert presenting.word(ITEM, Reserved.REFUSED, "en") != "RF"
    assert presenting.word(AFTER.item("greeting"), "read", "en") == ""
    never = next(one for one in named("inpatient-national").items if one.never is not None)
    assert ("/", presenting.word(never, Reserved.NEVER_HAPPENED, "zh_CN")) == presenting.answers(never, "zh_CN")[-1]


def test_what_is_looked_at_twice_ends_without_a_stop_for_the_answer_comes_behind() -> None:
    assert presenting.before_a_second_look("Please make sure.") == "Please make sure"
    assert presenting.before_a_second_look("请再次核实。") == "请再次核实"


def test_several_answers_stand_in_a_row_as_their_language_writes_it():
    item = next(one for one in named("hospital-stay").items if one.kind is ItemKind.MULTI)
    first, second = (one.code for one in item.options[:2])
    words = [in_language(one.text, "zh_CN") for one in item.options[:2]]
    assert presenting.word(item, (first, second), "zh_CN") == "、".join(words)
    assert ", " in presenting.word(item, (first, second), "en")


def test_what_is_to_be_stressed_is_underlined_and_everything_else_is_shown_as_it_is():
    form = made(item("q1", "text"), item("q2", text="Was it <b> {q1}\n*as clean & quiet* as {q1}?"), item("q3"))
    state = asked(form, q1="<i>")
    told = presenting.emphasized(form.item("q2"), state, "en")
    assert told == "Was it &lt;b&gt; &lt;i&gt;<br><u>as clean &amp; quiet</u> as &lt;i&gt;?"
    assert presenting.question(form.item("q2"), state, "en") == "Was it <b> <i>\nas clean & quiet as <i>?"
    assert presenting.emphasized(form.item("q3"), state, "en") == ""
