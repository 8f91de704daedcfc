"""One question about a script: only the right answer is true of it, and the same notice asks the same."""

from dataclasses import replace

from app.scripts_library.notice_questions import points_of, question_of
from app.scripts_library.numbers import numbers_in
from app.scripts_library.script import KeyPoint, Variant
from tests.scripts_library.making import small

POINTS = (
    KeyPoint("k1", {"zh": "9至45周岁可以接种", "en": "People aged 9 to 45 can have it"}, critical=True),
    KeyPoint("k2", {"zh": "男性可自愿接种", "en": "Men may choose to have it"}),
)
SCRIPT = small(key_points=POINTS)
ELSEWHERE = ("Bring the health card", "Closed on public holidays", "Parking is free", "Men may choose to have it")


def ask(script=SCRIPT, *, former=None, others=ELSEWHERE, seed="n1", attempt=0, language="en"):
    return question_of(script, language, former=former, others=others, seed=seed, attempt=attempt)


def test_what_is_critical_is_asked_for_among_what_is_not_said_here():
    question = ask()
    assert question is not None
    assert question.answer == "People aged 9 to 45 can have it"
    assert len(question.options) == len(set(question.options)) == 4
    assert not set(question.options) & {"Men may choose to have it"}


def test_one_of_the_wrong_answers_is_the_right_one_with_another_figure():
    question = ask(others=())
    assert question is not None
    wrong = [text for text in question.options if text != question.answer]
    assert wrong
    assert all(text.endswith(" can have it") and " to " in text for text in wrong)
    assert all(text.startswith("People aged") and numbers_in(text) != numbers_in(question.answer) for text in wrong)


def test_what_has_changed_is_asked_for_and_what_was_said_before_is_wrong_now():
    before = replace(SCRIPT, key_points=(POINTS[0], replace(POINTS[1], texts={"en": "Men cannot have it"})))
    question = ask(former=before)
    assert question is not None
    assert question.answer == "Men may choose to have it"
    assert "Men cannot have it" in question.options


def test_the_same_notice_asks_the_same_everywhere_and_a_wrong_answer_only_mixes_it_anew():
    assert ask() == ask(others=reversed(ELSEWHERE))
    mixed = [ask(attempt=attempt) for attempt in range(5)]
    assert {frozenset(one.options) for one in mixed if one} == {frozenset(mixed[0].options)}
    assert len({one.right for one in mixed if one}) > 1


def test_each_language_asks_in_its_own_words():
    question = ask(language="zh", others=("周末不开放",))
    assert question is not None
    assert question.answer == "9至45周岁可以接种"
    assert "周末不开放" in question.options


def test_without_key_points_a_sentence_of_the_answer_is_asked_for():
    script = small(key_points=(), variants=(Variant("en", say="The desk opens at 8. Come to {hall}.\nBring a card."),))
    assert points_of(script, "en") == ("The desk opens at 8.", "Bring a card.")
    question = ask(script)
    assert question is not None
    assert question.answer in points_of(script, "en")


def test_nothing_is_asked_where_nothing_can_be_set_against_the_answer():
    script = small(key_points=(), variants=(Variant("en", say="Yes, it is."),))
    assert ask(script, others=()) is None
    assert ask(small(key_points=(), variants=())) is None
