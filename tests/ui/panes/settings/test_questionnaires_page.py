"""The editor checks what is written, shows it as it is read out, and publishes only what can be used."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from app.models.questionnaires import ItemKind
from app.services import questionnaires
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.questionnaires_page import QuestionnairesPage
from tests.desk import sign_in


@pytest.fixture
def page(jobs: Jobs, office: Office, qtbot) -> QuestionnairesPage:
    sign_in(office, "chen")
    made = QuestionnairesPage(jobs)
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show()
    made.choice.setCurrentIndex(made.choice.findData("short-phone"))
    made.choice.activated.emit(made.choice.currentIndex())
    return made


def test_what_is_wrong_is_told_and_keeps_it_from_being_published(page: QuestionnairesPage, qtbot) -> None:
    assert page.publish_button.isEnabled()
    assert page.preview.toPlainText()
    text = page.source.toPlainText()
    page.source.setPlainText(text.replace('"key_items": [', '"key_items": ["nowhere", ', 1))
    page.check()
    assert not page.publish_button.isEnabled()
    assert "nowhere" in page.remarks.item(0).text()
    page.remarks.itemActivated.emit(page.remarks.item(0))
    assert page.source.hasFocus()


def test_a_file_that_cannot_be_read_is_told_by_its_place_and_enter_goes_there(page: QuestionnairesPage) -> None:
    languages.of_app().use("en")
    text = page.source.toPlainText()
    assert '"scale": ' in text
    broken = text.replace('"scale": ', '"scales": ', 1)
    item = re.findall(r'"id": "([^"]+)"', broken[: broken.index('"scales": ', broken.index('"blocks"'))])[-1]
    page.source.setPlainText(broken)
    page.check()
    assert not page.publish_button.isEnabled()
    assert page.remarks.item(0).text() == f'{item}.options: "options": … is missing'
    page.remarks.itemActivated.emit(page.remarks.item(0))
    assert page.source.textCursor().selectedText().startswith(f'"id": "{item}"')
    page.source.setPlainText("{\n  oops")
    page.check()
    assert page.remarks.item(0).text().startswith("2:3: ")
    assert page.remarks.item(0).text().endswith(" stands where JSON belongs")
    page.remarks.itemActivated.emit(page.remarks.item(0))
    assert page.source.textCursor().selectedText() == "oops"


def test_a_change_is_published_as_the_next_version(office: Office, page: QuestionnairesPage, qtbot) -> None:
    page.source.setPlainText(page.source.toPlainText().replace('"title": {', '"title": {"de": "Kurz", ', 1))
    page.check()
    qtbot.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    now = office.ask(questionnaires.current, "short-phone")
    assert (now.version, now.title["de"]) == (questionnaires.OWN_FROM, "Kurz")
    assert f"short-phone {now.version}" in page.choice.currentText()
    page.refresh()
    assert '"de": "Kurz"' in page.source.toPlainText()


def test_a_new_one_is_begun_and_gets_items_of_any_kind_by_keys(page: QuestionnairesPage, qtbot) -> None:
    page.source.setPlainText("half a thought")
    qtbot.keyClick(page.new_button, Qt.Key.Key_Space)
    assert page.publish_button.isEnabled()
    page.source.undo()
    assert page.source.toPlainText() == "half a thought"
    page.source.redo()
    page.source.moveCursor(QTextCursor.MoveOperation.Start)
    page.source.find('"overall"')
    page.adding.activated.emit(list(ItemKind).index(ItemKind.MULTI))
    text = page.source.toPlainText()
    assert text.index('"overall"') < text.index('"multi_1"') < text.index('"remarks"')
    assert page.publish_button.isEnabled()
    assert page.source.hasFocus()
    assert page.choice.currentIndex() == -1
    qtbot.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    assert "(new 1)" in page.choice.currentText()


def test_a_loop_is_told_with_its_place_and_what_to_do_in_both_languages(page: QuestionnairesPage) -> None:
    text = page.source.toPlainText().replace('"to": "end"', '"to": "greeting"', 1)
    page.source.setPlainText(text)
    page.check()
    assert (
        "visited: a skip leads back: skips lead forward only (greeting → agree → visited → greeting)"
        in page.remarks.item(0).text()
    )
    assert not page.publish_button.isEnabled()
    languages.of_app().use("zh_CN")
    page.retranslate()
    assert "只能向后跳转" in page.remarks.item(0).text()


def test_the_choice_follows_what_is_written_and_what_was_published_stays_open(page: QuestionnairesPage, qtbot) -> None:
    languages.of_app().use("en")
    assert page.choice.currentData() == "short-phone"
    page.source.setPlainText(page.source.toPlainText().replace('"id": "short-phone"', '"id": "ward"', 1))
    page.check()
    assert page.choice.currentIndex() == -1
    qtbot.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    assert page.choice.currentData() == "ward"
    assert '"id": "ward"' in page.source.toPlainText()


def test_a_new_one_that_is_begun_before_the_list_has_come_is_not_written_over(page, jobs, monkeypatch) -> None:
    page.source.clear()
    asked, ask = [], jobs.ask

    def later(question, **more):
        if more["key"] != "questionnaires.text":
            return ask(question, **more)
        asked.append(question)
        return None

    monkeypatch.setattr(jobs, "ask", later)
    page.begin()
    page.refresh()
    assert asked == [questionnaires.begun]


def test_a_long_title_ends_in_an_ellipsis(page: QuestionnairesPage) -> None:
    page.choice.setItemText(page.choice.currentIndex(), "Hospital stay, in the manner of HCAHPS and other surveys")
    page.choice.setMaximumWidth(160)
    page.choice.resize(160, 30)
    assert page.choice.shown_text().endswith("…")
