from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.errors import FieldInvalid, FieldMissing
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.work.step_form import FieldsArea, StepForm, field, options_of
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
    QVBoxLayout(holder).addWidget(made)
    holder.resize(480, 400)
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


def test_the_form_comes_and_goes_with_what_is_asked(form: StepForm, qtbot) -> None:
    assert not form.isVisible()
    _ask_dispatch(form)
    assert form.isVisible()
    form.close_form()
    assert not form.isVisible()
    with pytest.raises(RuntimeError):
        _ = form.form


def test_where_room_is_short_the_fields_scroll_and_save_stays_in_sight(form: StepForm, qtbot) -> None:
    _ask_dispatch(form)
    area = form.findChild(FieldsArea)
    qtbot.waitUntil(lambda: area.height() == area.sizeHint().height())
    form.window().resize(480, form.minimumSizeHint().height() + 24)
    qtbot.waitUntil(lambda: area.height() < area.sizeHint().height())
    assert form.save.geometry().bottom() < form.height()
    form.put("unit", "H01")
    form.put("due_at", NOON + timedelta(hours=4))
    form.refuse(FieldMissing(field="reason"), "en")
    reason = form.form.editor("reason")
    assert area.rect().intersects(reason.rect().translated(reason.mapTo(area, reason.rect().topLeft())))


def test_cancel_leaves_without_saving(form: StepForm, qtbot) -> None:
    _ask_dispatch(form)
    with qtbot.waitSignal(form.left):
        form.cancel.click()


def test_options_have_their_words_in_every_language() -> None:
    options = options_of("return_reason")
    assert {"wrong_area", "duplicate"} <= {one.key for one in options}
    assert options_of("urgency", "high")[0].label == {"en": "High", "zh_CN": "紧急"}
