"""A new version is asked for; what is wrong is said beside its field."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.errors import FieldInvalid
from app.services import kpis
from app.ui.kit import languages
from app.ui.panes.reports.definition_form import DefinitionForm
from tests.windows import put_up


def _now() -> datetime:
    return datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def form(qtbot: QtBot, qapp) -> DefinitionForm:
    languages.of_app().use("en")
    made = DefinitionForm(_now)
    qtbot.addWidget(made)
    return made


def test_another_target_is_taken_as_percent(form: DefinitionForm, qtbot: QtBot) -> None:
    form.ask(kpis.shipped()["on_time"], new=False)
    form.form.set_values({"target": 95, "warning": 90}, clear=False)
    with qtbot.waitSignal(form.accepted) as accepted:
        form.accept()
    kpi = accepted.args[0]
    assert (kpi.id, kpi.target, kpi.warning, kpi.from_on) == ("on_time", 0.95, 0.9, None)


def test_another_kpi_is_given_another_name(form: DefinitionForm, qtbot: QtBot) -> None:
    form.ask(kpis.shipped()["on_time"], new=True)
    assert form.form.value("id") == "on_time_2"
    form.form.set_values({"id": "Ours!"}, clear=False)
    with qtbot.assertNotEmitted(form.accepted):
        form.accept()
    form.form.set_values({"title_en": ""}, clear=False)
    with qtbot.assertNotEmitted(form.accepted):
        form.accept()


def test_what_the_desk_refuses_is_said_beside_its_field(form: DefinitionForm) -> None:
    form.ask(kpis.shipped()["on_time"], new=False)
    assert form.refuse(FieldInvalid(field="warning", value="1"))
    assert not form.refuse(FieldInvalid(field="weather", value="1"))


@pytest.mark.parametrize(
    ("field", "typed"), [("target", "many"), ("hours", "a day"), ("least", "x"), ("until_on", "never"), ("id", "")]
)
def test_a_field_that_is_wrong_has_the_cursor_and_its_sentence_in_sight(
    form: DefinitionForm, qtbot: QtBot, field: str, typed: str
) -> None:
    form.resize(500, 220)
    put_up(qtbot, form)
    form.ask(kpis.shipped()["on_time"], new=True)
    form.form.focus(field)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Delete)
    qtbot.keyClicks(form.focusWidget(), typed)
    form.form.focus("numerator")
    with qtbot.assertNotEmitted(form.accepted):
        qtbot.keyClick(form._save, Qt.Key.Key_Space)
    editor = form.form.editor(field)
    assert editor.isAncestorOf(form.focusWidget()) or editor is form.focusWidget()
    assert not editor.visibleRegion().isEmpty()
