"""The editor checks what is written, shows it as it is read out, and publishes only what can be used."""

import pytest
from PySide6.QtCore import Qt

from app.services import questionnaires
from app.services.office import Office
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
    page.source.setPlainText("{")
    page.check()
    assert not page.publish_button.isEnabled()
    assert "questionnaire" in page.remarks.item(0).text()


def test_a_change_is_published_as_the_next_version(office: Office, page: QuestionnairesPage, qtbot) -> None:
    before = office.ask(questionnaires.current, "short-phone")
    page.source.setPlainText(page.source.toPlainText().replace('"title": {', '"title": {"de": "Kurz", ', 1))
    page.check()
    qtbot.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    now = office.ask(questionnaires.current, "short-phone")
    assert (now.version, now.title["de"]) == (before.version + 1, "Kurz")
    assert f"short-phone {now.version}" in page.choice.currentText()
    page.refresh()
    assert '"de": "Kurz"' in page.source.toPlainText()
