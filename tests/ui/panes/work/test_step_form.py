from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.models.errors import FieldInvalid, FieldMissing
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.work.step_form import FormArea, StepForm, field, options_of
from tests.desk import NOON
from tests.windows import put_up


def now() -> datetime:
    return NOON


def suggest(text: str) -> list[Suggestion]:
    return [Suggestion("H01", "County Hospital", "H01")]


@pytest.fixture
def form(qtbot, qapp) -> StepForm:
    holder = QWidget()
    made = StepForm("work.step", now, holder)
    area = FormArea(made, holder)
    area.setObjectName("area")
    area.resize(480, 400)
    qtbot.addWidget(holder)
    put_up(qtbot, holder)
    return made


def _ask_dispatch(form: StepForm) -> None:
    fields = [field("unit", required=True, suggest=suggest), field("due_at", required=True), field("reason")]
    form.ask("dispatch", "Dispatch", fields, values={}, zone=UTC)


def test_answers_come_as_codes_and_times_and_an_empty_one_as_none(form: StepForm, qtbot) -> None:
    _ask_dispatch(form)
    form.form.set_values({"unit": "H01", "due_at": NOON + timedelta(hours=4)})
    with qtbot.waitSignal(form.accepted) as taken:
        form.save.click()
    assert taken.args == ["dispatch", {"unit": "H01", "due_at": NOON + timedelta(hours=4), "reason": None}]


def test_what_is_missing_is_said_beside_its_field(form: StepForm, qtbot) -> None:
    _ask_dispatch(form)
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.form.editor("unit").accessibleDescription() == "This is needed"
    assert form.save.isEnabled()


def test_a_time_that_cannot_be_read_is_never_saved(form: StepForm, qtbot) -> None:
    form.ask("not_reached", "Not reached", [field("call_at", required=True)], values={}, zone=UTC)
    qtbot.keyClicks(form.form.editor("call_at"), "at dawn")
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.form.problems()


def test_a_due_time_that_is_past_is_said_and_taken_all_the_same(form: StepForm, qtbot) -> None:
    form.ask("dispatch", "Dispatch", [field("due_at")], values={"due_at": NOON - timedelta(hours=2)}, zone=UTC)
    assert form.form.editor("due_at").accessibleDescription().endswith(", already past")
    with qtbot.waitSignal(form.accepted):
        form.submit()
    form.ask("told", "Told", [field("told_at")], values={"told_at": NOON - timedelta(hours=2)}, zone=UTC)
    assert "past" not in form.form.editor("told_at").accessibleDescription()


def test_saving_twice_is_one_command(form: StepForm, qtbot) -> None:
    form.ask("note", "Note", [field("note", required=True)], values={"note": "words"}, zone=UTC)
    form.submit()
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    form.release()
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(form.form.editor("note"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_refusal_stands_beside_its_field_and_frees_the_button(form: StepForm) -> None:
    form.ask("close", "Close", [field("note", required=True, label="answer")], values={"note": "x"}, zone=UTC)
    form.submit()
    assert form.refuse(FieldMissing(field="note"), "en")
    assert form.save.isEnabled()
    assert form.form.editor("note").accessibleDescription()
    assert not form.refuse(FieldInvalid(field="state", value="x"), "en")


def test_the_area_comes_and_goes_with_the_form(form: StepForm, qtbot) -> None:
    area = form.window().findChild(FormArea)
    assert not area.isVisible()
    _ask_dispatch(form)
    assert area.isVisible()
    assert area.sizeHint() == form.sizeHint()
    form.close_form()
    assert not area.isVisible()
    with pytest.raises(RuntimeError):
        _ = form.form


def test_cancel_leaves_without_saving(form: StepForm, qtbot) -> None:
    _ask_dispatch(form)
    with qtbot.waitSignal(form.left):
        form.cancel.click()


def test_options_have_their_words_in_every_language() -> None:
    options = options_of("return_reason")
    assert {"wrong_area", "duplicate"} <= {one.key for one in options}
    assert options_of("urgency", "high")[0].label == {"en": "High", "zh_CN": "紧急"}
