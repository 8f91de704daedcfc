import pytest
from PySide6.QtCore import Qt

from app.models.accounts import Person, Role
from app.models.errors import FieldInvalid
from app.ui.panes.settings.passwords import AGAIN, FRESH
from app.ui.panes.settings.person_form import NEW, PASSWORD, ROLES, Answers, PersonForm

WANG = Person(b"1", "wang", "Wang", (Role.OPERATOR,))


@pytest.fixture
def form(qtbot) -> PersonForm:
    made = PersonForm()
    qtbot.addWidget(made)
    return made


def _password(form: PersonForm, text: str) -> None:
    for name in (FRESH, AGAIN):
        form.lines._lines[name].setText(text)


def test_a_new_person_is_asked_for_in_full(form: PersonForm, qtbot) -> None:
    form.ask(NEW, None)
    form.name.setText(" zhao ")
    form.display.setText("Zhao Min")
    _password(form, "long enough")
    form.boxes.set_roles([Role.SUPERVISOR])
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert taken.args == [Answers(NEW, "zhao", "Zhao Min", "long enough", (Role.SUPERVISOR,), "en")]
    assert not form.save.isEnabled()


@pytest.mark.parametrize("lacking", ["name", "password", "roles"])
def test_what_is_missing_is_said_and_nothing_sent(form: PersonForm, qtbot, lacking: str) -> None:
    form.ask(NEW, None)
    form.name.setText("" if lacking == "name" else "zhao")
    _password(form, "" if lacking == "password" else "long enough")
    form.boxes.set_roles([] if lacking == "roles" else [Role.OPERATOR])
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form._error.isVisible() or form.lines._error.isVisible()


def test_only_what_is_changed_is_asked(form: PersonForm) -> None:
    form.ask(ROLES, WANG)
    assert (form._roles.isVisible(), form.lines.isVisible(), form._identity.isVisible()) == (True, False, False)
    assert form.header.title() == "Roles and languages of Wang"
    form.ask(PASSWORD, WANG)
    assert (form._roles.isVisible(), form.lines.isVisible(), form._identity.isVisible()) == (False, True, False)


@pytest.mark.parametrize(
    ("mode", "field", "text"),
    [
        (NEW, "name", "Somebody signs in with this name already"),
        (ROLES, "roles", "Somebody must remain who manages accounts"),
    ],
)
def test_a_refusal_is_said_in_plain_words(form: PersonForm, mode: str, field: str, text: str) -> None:
    form.ask(mode, WANG)
    form.refuse(FieldInvalid(field=field, value="wang"))
    assert form._error.text() == text
    assert form.save.isEnabled()


def test_a_closed_form_forgets_the_password(form: PersonForm, qtbot) -> None:
    form.ask(PASSWORD, WANG)
    _password(form, "long enough")
    with qtbot.waitSignal(form.left):
        qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
    form.close_form()
    assert (form.mode, form.lines.value(FRESH)) == ("", "")
