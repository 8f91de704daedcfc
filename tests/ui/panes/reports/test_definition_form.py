"""A new version is asked for; what is wrong is said beside its field."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.models.errors import FieldInvalid
from app.services import kpis
from app.ui.kit import languages
from app.ui.panes.reports.definition_form import DefinitionForm


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
