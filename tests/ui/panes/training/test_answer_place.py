"""Each kind of question of a paper has its place, and an answer of before stands there again."""

import pytest

from app.models.drill_items import DrillKind, Item
from app.services.exams import Question
from app.ui.panes.training.answer_place import AnswerPlace

OPTIONS = ({"en": "a"}, {"en": "b"}, {"en": "c"})


def question(kind: DrillKind, order: tuple[int, ...] = ()) -> Question:
    item = Item(b"i", kind, "s", ("k",), {"en": "?"}, options=OPTIONS if order else (), right=(0,))
    return Question(b"v", item, order, {})


@pytest.fixture
def place(jobs, qtbot) -> AnswerPlace:
    made = AnswerPlace()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("kind", "order", "answer"),
    [
        (DrillKind.SAY, (), {"text": "said"}),
        (DrillKind.SLOT, (), {"text": "8"}),
        (DrillKind.MCQ, (2, 0, 1), {"chosen": [2]}),
        (DrillKind.ORDER, (1, 2, 0), {"chosen": [2, 0, 1]}),
    ],
)
def test_an_answer_comes_back_as_it_was(place: AnswerPlace, kind: DrillKind, order, answer) -> None:
    place.show_question(question(kind, order), answer)
    assert place.answer() == answer
    assert place.options.isVisibleTo(place) == bool(order)
    place.show_question(question(DrillKind.SAY), {})
    assert place.answer() == {"text": ""}
