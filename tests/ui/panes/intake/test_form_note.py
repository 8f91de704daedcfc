"""Why the newest questions of the line are not asked stands above those that are, for as long as it is so."""

import json
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.services import reference
from app.store import forms as rows_of
from app.store import settings as setting_rows
from app.ui.kit import languages
from app.ui.panes.intake import asking
from app.ui.panes.intake.form_note import FormNote

LINE = "county-health-line"


def arrive(work, form=LINE, version=2, **changes):
    """Write what a sync brings from a station with another program."""
    text = json.loads(files("resources").joinpath(f"forms/{LINE}.json").read_text(encoding="utf-8"))
    rows_of.publish(work.tx, form, version, json.dumps({**text, "id": form, "version": version, **changes}))


def choose(work, form):
    setting_rows.write_setting(work.tx, "form", form)


@pytest.fixture
def told(office, qtbot):
    """Return what is said at this desk in English."""
    languages.of_app().use("en")

    def read():
        desk = office.ask(asking.desk)
        assert not desk.asks_newest
        note = FormNote(desk)
        qtbot.addWidget(note)
        return note.text()

    return read


def test_nothing_is_said_where_the_newest_version_is_asked(office):
    assert office.ask(asking.desk).asks_newest
    office.do(arrive)
    assert office.ask(reference.intake_form).version == 2
    assert office.ask(asking.desk).asks_newest


def test_a_version_below_the_one_that_is_asked_is_not_spoken_of(office):
    office.do(arrive, version=3)
    office.do(arrive, version=2, sections=[])
    assert office.ask(asking.desk).asks_newest


def test_a_version_of_a_newer_program_is_named_with_the_one_that_is_asked_and_what_to_do(office, told):
    office.do(arrive, version=3, format=2)
    said = told()
    assert "Version 3 of this form was made with a newer OneWindow" in said
    assert "the questions of version 1" in said
    assert "has to be updated" in said


def test_a_faulty_version_is_for_an_administrator_to_put_right(office, told):
    office.do(arrive, version=3, sections=[])
    said = told()
    assert "Version 3 of this form is faulty" in said
    assert "the questions of version 1" in said
    assert "administrator" in said


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"format": 2}, "made with a newer OneWindow"), ({"sections": []}, "faulty"), (None, "does not have")],
)
def test_a_line_without_a_form_that_can_be_read_says_that_the_rest_is_saved(office, told, changes, why):
    if changes is not None:
        office.do(arrive, form="of-tomorrow", version=1, **changes)
    office.do(choose, "of-tomorrow")
    said = told()
    assert why in said
    assert "of-tomorrow" in said
    assert "saved as usual" in said


def test_it_speaks_the_language_of_the_window(office, qtbot):
    office.do(arrive, version=3, format=2)
    note = FormNote(office.ask(asking.desk))
    qtbot.addWidget(note)
    for language, text in (("zh_CN", "本表单第3版"), ("en", "Version 3")):
        languages.of_app().use(language)
        QCoreApplication.sendEvent(note, QEvent(QEvent.Type.LanguageChange))
        assert text in note.text()
