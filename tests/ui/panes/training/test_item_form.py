"""The form of a question asks what is missing and says what is wrong beside its field."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.drill_items import DrillKind
from app.models.question_writing import written
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.item_form import ItemForm


@pytest.fixture
def form(jobs: Jobs, qtbot: QtBot) -> ItemForm:
    made = ItemForm()
    qtbot.addWidget(made)
    made.ask("consult/vaccine")
    return made


def test_a_question_is_asked_for_and_said(form: ItemForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.wanted):
        form.save()
    form.form.set_values({"prompt_en": "Which day?", "answers": "* 3\n9"}, clear=False)
    with qtbot.waitSignal(form.wanted) as said:
        form.save()
    (item,) = said.args
    assert (item.kind, item.topic, item.prompt, item.right) == (
        DrillKind.MCQ, "consult/vaccine", {"en": "Which day?"}, (0,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "answers", "says"),
    [("", "* a\nb", "prompt_zh"), ("Which day?", "a\nb", "answers"), ("Which day?", "* a", "answers")],
)
def test_what_is_wrong_stands_beside_its_field(
    form: ItemForm, qtbot: QtBot, asked: str, answers: str, says: str
) -> None:
    form.form.set_values({"prompt_en": asked, "answers": answers}, clear=False)
    with qtbot.assertNotEmitted(form.wanted):
        form.save()
    assert form.form._rows[says]._error


def test_a_question_to_be_changed_stands_there_as_it_is(form: ItemForm, qtbot: QtBot) -> None:
    item = written(DrillKind.ORDER, "t", {"zh": "先做什么？", "en": "What first?"}, "wash\nsee a doctor")
    form.ask("other", item)
    with qtbot.waitSignal(form.wanted) as said:
        form.save()
    assert said.args == [item]
