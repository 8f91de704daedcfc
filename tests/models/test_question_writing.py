"""A question that a person writes, line by line."""

import pytest

from app.models.drill_items import AnswerKeyWrong, DrillKind, ItemState
from app.models.errors import FieldMissing
from app.models.question_writing import lines_of, written

ASKED = {"zh": "什么时候打第二针？", "en": "When is the second dose?"}


def test_a_star_marks_what_is_right_and_a_bar_parts_the_languages() -> None:
    item = written(DrillKind.MULTI, "consult/vaccine", ASKED, "* 第3天 | day 3\n\nday 7\n＊第14天")
    assert item.options == ({"zh": "第3天", "en": "day 3"}, {"en": "day 7"}, {"zh": "第14天"})
    assert (item.right, item.state, item.prompt) == ((0, 2), ItemState.REVIEWED, ASKED)


def test_an_order_is_written_in_its_order_and_every_line_of_a_gap_fits() -> None:
    order = written(DrillKind.ORDER, "t", ASKED, "wash\nsee a doctor\nvaccine")
    gap = written(DrillKind.SLOT, "t", {"en": "Come on day ____."}, "3\nthree\n三")
    assert order.right == (0, 1, 2)
    assert gap.fills == {"zh": ("三",), "en": ("3", "three")}
    assert not gap.options


@pytest.mark.parametrize("kind", [DrillKind.MCQ, DrillKind.MULTI, DrillKind.ORDER, DrillKind.SLOT])
def test_what_was_written_stands_there_again_when_it_is_changed(kind: DrillKind) -> None:
    lines = "三\n3" if kind is DrillKind.SLOT else "先洗 | wash first\nsecond"
    lines = lines if kind in (DrillKind.SLOT, DrillKind.ORDER) else f"* {lines}"
    item = written(kind, "t", ASKED, lines)
    assert lines_of(item) == lines
    later = written(DrillKind.MCQ, "other", {"en": "Later?"}, lines, item)
    assert (later.id, later.kind, later.topic, later.prompt) == (item.id, kind, "other", {"en": "Later?"})


@pytest.mark.parametrize(
    ("topic", "prompt", "lines", "field"),
    [("", ASKED, "* a\nb", "topic"), ("t", {}, "* a\nb", "prompt"), ("t", ASKED, "* a", "options")],
)
def test_what_is_missing_is_named(topic: str, prompt: dict[str, str], lines: str, field: str) -> None:
    with pytest.raises(FieldMissing) as error:
        written(DrillKind.MCQ, topic, prompt, lines)
    assert error.value.facts["field"] == field


def test_a_choice_of_one_has_one_right_answer() -> None:
    for lines in ("a\nb", "* a\n* b"):
        with pytest.raises(AnswerKeyWrong):
            written(DrillKind.MCQ, "t", ASKED, lines)


def test_the_same_words_written_twice_are_the_same_question() -> None:
    first = written(DrillKind.MCQ, "t", ASKED, "* a\nb")
    assert first.id == written(DrillKind.MCQ, "t", ASKED, "* c\nb").id
    assert first.id != written(DrillKind.MCQ, "other", ASKED, "* a\nb").id
