import pytest
from PySide6.QtGui import QGuiApplication

from app.services.health import Health
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.data_page import DataPage
from app.ui.panes.settings.world import SettingsWorld


@pytest.fixture
def page(jobs: Jobs, world: SettingsWorld, qtbot) -> DataPage:
    made = DataPage(jobs, world)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_where_data_and_key_are(page: DataPage, world: SettingsWorld) -> None:
    assert (page._folder.text(), page._keeper.text()) == (str(world.data_dir), "fake keys")
    page.copy_folder()
    assert QGuiApplication.clipboard().text() == str(world.data_dir)


def test_a_check_reads_everything_and_tells(page: DataPage) -> None:
    page._run.click()
    assert page._chip.text() == "Sound"
    assert "records read" in page._result.text()
    assert page._run.isEnabled()


def test_damage_says_what_to_do(page: DataPage) -> None:
    page._show_health(Health(1200, (("aa", 7),), ("page 3",), ()))
    page._end()
    assert (page._chip.text(), page._chip.property("tone")) == ("Damaged", "danger")
    assert "1,200 records read; 1 do not verify, 1 pages" in page._result.text()


def test_what_is_missing_is_named_with_its_mend(page: DataPage) -> None:
    page._show_health(Health(1200, (), (), ("caller",)))
    page._end()
    assert page._result.text().startswith("Missing in the database: caller. Rebuild")


def test_without_a_world_it_stands_and_does_nothing(jobs: Jobs, qtbot) -> None:
    page = DataPage(jobs, None)
    qtbot.addWidget(page)
    QGuiApplication.clipboard().setText("before")
    page.copy_folder()
    assert QGuiApplication.clipboard().text() == "before"
