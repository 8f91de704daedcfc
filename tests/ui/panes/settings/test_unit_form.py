import pytest

from app.models.errors import FieldInvalid, FieldTooLong
from app.models.units import Unit
from app.ui.panes.settings.unit_form import UnitForm

UNIT = Unit(b"1", "H01", "县人民医院", phone="0531-1")


@pytest.fixture
def form(qtbot) -> UnitForm:
    made = UnitForm()
    qtbot.addWidget(made)
    return made


def test_a_known_unit_keeps_its_code(form: UnitForm, qtbot) -> None:
    form.ask(UNIT)
    assert not form.form.editor("code").isEnabled()
    form.form.set_values({"phone": "120"}, clear=False)
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert taken.args[0] == "H01"
    assert (taken.args[1]["phone"], taken.args[1]["name"]) == ("120", "县人民医院")


def test_a_new_unit_needs_code_and_name(form: UnitForm, qtbot) -> None:
    form.ask(None)
    form.form.set_values({"name": "New"}, clear=False)
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.form.editor("code").accessibleDescription() == "This is needed"


def test_a_refusal_stands_beside_its_field(form: UnitForm) -> None:
    form.ask(UNIT)
    form.submit()
    assert form.refuse(FieldTooLong(field="name", limit=5))
    assert form.save.isEnabled()
    assert not form.refuse(FieldInvalid(field="color", value=""))
    form.close_form()
    assert not form.asking


def test_the_calendar_and_whether_it_works_on_the_system_are_chosen(form: UnitForm, qtbot) -> None:
    form.show_calendars(("county-center", "clinic"))
    form.ask(UNIT)
    assert form.form.value("on_system") == "no"
    form.form.set_values({"on_system": "yes", "calendar": "clinic"}, clear=False)
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert (taken.args[1]["on_system"], taken.args[1]["calendar"]) == (True, "clinic")
