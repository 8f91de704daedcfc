"""Aiken, GIFT and tables are read; what cannot be taken says why and where it stands."""

import pytest

from app.models.drill_items import DrillKind
from app.models.question_files import QuestionProblem, ReadQuestion, read_aiken, read_gift, read_table

AIKEN = """When do you open?
A. at 8
B) at 9
ANSWER: A

几点开门？
A．8点
B．9点
ANSWER: C

No answer here
"""
GIFT = """// a comment
$CATEGORY: consult/opening

::hours::When do you open? {=at 8 ~at 9 #no ~at 10}

Two of these {~%50%a ~%50%b ~%-100%c}

We open at {=8 =eight} o'clock

Open on Sunday? {F}

How many? {#3:1}

Match {=a -> b =c -> d}

An essay {}

No braces at all
"""


def only(found: list[ReadQuestion]):
    return found[0].item


def test_aiken_is_read_and_a_wrong_key_is_told() -> None:
    first, second, third = read_aiken(AIKEN, "x")
    assert (first.item.prompt, first.item.right, first.item.topic) == ({"en": "When do you open?"}, (0,), "x")
    assert (second.line, second.item, second.problem) == (6, None, QuestionProblem.KEY)
    assert (third.line, third.problem) == (11, QuestionProblem.NO_ANSWER)


def test_gift_is_read_kind_by_kind() -> None:
    found = read_gift(GIFT)
    assert [one.item.kind if one.item else one.problem for one in found] == [
        DrillKind.MCQ, DrillKind.MULTI, DrillKind.SLOT, DrillKind.MCQ, DrillKind.SLOT,
        QuestionProblem.KIND, QuestionProblem.NO_ANSWER, QuestionProblem.UNREADABLE,
    ]  # fmt: skip
    assert (found[0].line, found[0].item.topic) == (4, "consult/opening")
    assert [one["en"] for one in found[0].item.options] == ["at 8", "at 9", "at 10"]
    assert found[1].item.right == (0, 1)
    assert found[2].item.fills == {"en": ("8", "eight")}
    assert found[2].item.prompt["en"] == "We open at ____ o'clock"
    assert (found[3].item.right, found[4].item.fills) == ((1,), {"en": ("3",)})


def test_escaped_signs_are_text() -> None:
    item = only(read_gift(r"1 \= 1? {=yes \{sure\} ~no}"))
    assert (item.prompt["en"], item.options[0]["en"]) == ("1 = 1?", "yes {sure}")


@pytest.mark.parametrize(
    ("row", "became"),
    [
        ({"prompt_zh": "几点", "options_zh": "8|9", "right": "1"}, DrillKind.MCQ),
        ({"prompt_en": "x", "options_en": "a|b", "right": "1, 2", "kind": "multi"}, DrillKind.MULTI),
        ({"prompt_en": "x", "fills_en": "8|eight", "kind": "slot"}, DrillKind.SLOT),
        ({"prompt_en": "x", "kind": "say"}, QuestionProblem.SCRIPT),
        ({"prompt_en": "x", "kind": "say", "script": "s", "points": "k1"}, DrillKind.SAY),
        ({"prompt_en": "x", "kind": "find"}, QuestionProblem.KIND),
        ({"prompt_en": "x", "options_en": "a|b", "right": "3"}, QuestionProblem.KEY),
        ({"prompt_en": "x", "options_en": "a|b", "right": "a"}, QuestionProblem.KEY),
        ({"options_en": "a|b", "right": "1"}, QuestionProblem.NO_PROMPT),
        ({"prompt_en": "x", "options_en": "a", "right": "1"}, QuestionProblem.NO_OPTIONS),
        ({"prompt_en": "x", "kind": "slot"}, QuestionProblem.NO_ANSWER),
    ],
)
def test_a_row_is_taken_or_says_why_not(row: dict[str, str], became: object) -> None:
    (read,) = read_table([(2, {name.upper(): cell for name, cell in row.items()})])
    assert (read.item.kind if read.item else read.problem) == became


def test_the_same_question_has_the_same_id() -> None:
    one, other = (only(read_aiken(text)) for text in (AIKEN, AIKEN.replace("at 9", "at 10")))
    assert one.id == other.id
    assert one.options != other.options
