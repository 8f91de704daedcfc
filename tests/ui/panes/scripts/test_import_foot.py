"""The last step of an import."""

import pytest

from app.ui.kit import languages
from app.ui.panes.scripts.import_foot import ImportFoot


@pytest.fixture
def foot(qapp, qtbot) -> ImportFoot:
    languages.of_app().use("en")
    made = ImportFoot()
    qtbot.addWidget(made)
    made.show_state(3, done=False, busy=False)
    made.show()
    return made


def test_the_button_says_how_many_will_change(foot: ImportFoot, qtbot) -> None:
    assert (foot.start.text(), foot.start.isEnabled()) == ("Import 3 scripts", True)
    foot.show_state(1, done=False, busy=False)
    assert foot.start.text() == "Import 1 script"
    foot.show_state(0, done=False, busy=False)
    assert not foot.start.isEnabled()


def test_drafts_and_approval_are_told_apart(foot: ImportFoot, qtbot) -> None:
    assert "drafts" in foot.hint.text()
    with qtbot.waitSignal(foot.publish_changed) as heard:
        foot.publish.click()
    assert heard.args == [True]
    assert "right away" in foot.hint.text()


def test_while_it_runs_nothing_can_be_pressed(foot: ImportFoot) -> None:
    foot.show_state(3, done=False, busy=True)
    assert not foot.start.isEnabled()
    assert not foot.publish.isEnabled()


def test_after_it_there_is_only_done(foot: ImportFoot, qtbot) -> None:
    foot.show_state(0, done=True, busy=False)
    assert (foot.start.text(), foot.publish.isVisible()) == ("Done", False)
    with qtbot.waitSignal(foot.started):
        foot.start.click()


def test_it_follows_the_language_of_the_window(foot: ImportFoot, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: foot.start.text() == "导入 3 条话术")
    languages.of_app().use("en")
