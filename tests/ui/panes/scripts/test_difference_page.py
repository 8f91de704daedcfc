"""Any two versions side by side, from the list of versions."""

import pytest
from PySide6.QtCore import Qt

from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.pane import ScriptsPane
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, qtbot, change) -> ScriptsPane:
    change("hpv", publish=False)
    made = ScriptsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1196, 632)
    put_up(qtbot, made)
    made.show_script("hpv")
    return made


def test_enter_on_a_version_shows_what_it_changed(pane: ScriptsPane, qtbot) -> None:
    versions = pane.desk.facts.versions
    versions.mark(0)
    qtbot.keyClick(versions, Qt.Key.Key_Return)
    page = pane.desk.reading.differences
    assert page.isVisible()
    assert (page.before.value(), page.after.value()) == ("1", "2")
    assert "very" in page.text.toPlainText()
    page.back.click()
    assert pane.desk.reading.reader.isVisible()


def test_any_two_versions_can_be_chosen(pane: ScriptsPane) -> None:
    pane.desk.reading.show_differences(2)
    page = pane.desk.reading.differences
    page.after.set_value("1")
    page.after.edited.emit("1")
    assert page.text.toPlainText() == "They say the same."


def test_places_are_said_in_the_language_of_the_window(pane: ScriptsPane) -> None:
    pane.desk.reading.show_differences(2)
    page = pane.desk.reading.differences
    assert "Wording · English · Say" in page.text.toPlainText()
    languages.of_app().use("zh_CN")
    page.retranslate()
    assert "措辞 · 英文 · 开头" in page.text.toPlainText()
