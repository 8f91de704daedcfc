"""A form that changes while a draft waits loses no answer unseen."""

import json
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.models.contacts import ContactDraft
from app.store import forms as rows_of
from app.ui.kit import languages
from app.ui.panes.intake import asking
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.left_answers import LeftAnswers
from app.ui.panes.intake.line_form import LineForm
from tests.desk import NOON

LINE = "county-health-line"


def drop_a_question(work):
    """Publish a version of the form that no longer asks for vaccinations."""
    text = json.loads(files("resources").joinpath(f"forms/{LINE}.json").read_text(encoding="utf-8"))
    for section in text["sections"]:
        section["fields"] = [one for one in section["fields"] if one["id"] != "vaccinated"]
    rows_of.publish(work.tx, LINE, 2, json.dumps({**text, "version": 2}))


@pytest.fixture
def form(office, state, clock, shown):
    languages.of_app().use("en")
    office.do(drop_a_question)
    return shown(LineForm(state, office.ask(asking.desk), clock=clock.now, suggest={}))


def restore(form, state, answers):
    state.renew(ContactDraft(NO_ID, NOON, category="consult.outbreak", answers=answers))
    form.load()
    return form.findChild(LeftAnswers)


def test_an_answer_to_a_question_that_is_gone_is_told_in_its_words_of_then(form, state):
    said = restore(form, state, {"vaccinated": "yes", "residence": "North", "shoe_size": 41})
    assert said.isVisible()
    for language, words in (
        ("zh_CN", "是否接种过相关疫苗？ · 是"),
        ("en", "Vaccinated against the disease in question? · Yes"),
    ):
        languages.of_app().use(language)
        QCoreApplication.sendEvent(said, QEvent(QEvent.Type.LanguageChange))
        assert said.text().splitlines()[1:] == [words, "shoe_size · 41"]


def test_the_next_conversation_has_nothing_of_it(form, state):
    said = restore(form, state, {"vaccinated": "no"})
    restore(form, state, {"residence": "North"})
    assert not said.isVisible()


def test_nothing_is_made_where_every_answer_has_its_question(form, state):
    assert restore(form, state, {"residence": "North", "vaccinated": ""}) is None
