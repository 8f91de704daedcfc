"""A computer joins a center and never has a line: by keys alone one window writes a bundle, the other takes it in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.models.accounts import Role
from app.outside import bundle_files
from app.outside.public_holidays import HolidayPlaces, public_holidays
from app.services import accounts
from tests.desk import PASSWORD
from tests.journeys.whole_window import Station, whole_window
from tests.services.joining import joining, standing


@pytest.fixture(params=["memory"])
def computers(request, clock, tmp_path):
    """One with a line, that has synced; another that has only joined."""
    with joining(request, clock, tmp_path) as center:
        first = center.joined("one", "chief")
        first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
        center.sync(first)
        found = first, center.joined("two", "owner")
        for office, name in zip(found, ("chief", "owner"), strict=True):
            office.outside |= {"bundles": bundle_files, "holidays": public_holidays, "holiday_places": HolidayPlaces()}
            office.do(accounts.set_password, name, PASSWORD)
            office.sign_in(None)
        yield found


def _page(operator, name):
    """Sign in and go to the hub's page."""
    operator.signs_in(name)
    settings = operator.window.desk.show_pane("settings")
    settings.show_section("hub")
    operator.rests()
    return settings.page("hub")


def _by_key(operator, name, path):
    """Press the button of this name with the space bar, and say where the file is."""
    operator.hands.press(name, Qt.Key.Key_Space)
    dialog = operator.window.findChild(QFileDialog, "settings.bundles.dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_computer_that_only_joined_says_why_it_writes_no_bundle(qtbot, computers, tmp_path):
    path = tmp_path / "day.bundle"
    with whole_window(qtbot, Station(computers[1], tmp_path / "two")) as operator:
        page = _page(operator, "owner")
        _by_key(operator, "settings.bundles.write", path)
        operator.until(lambda: page.strip.current)
        assert "whose accounts go on there" in page.strip.current.text
    assert not path.exists()


def test_a_bundle_goes_from_one_window_to_the_other_and_settles_whose_accounts_go_on(qtbot, computers, tmp_path):
    path, (first, second) = tmp_path / "day.bundle", computers
    with whole_window(qtbot, Station(first, tmp_path / "one")) as operator:
        page = _page(operator, "chief")
        _by_key(operator, "settings.bundles.write", path)
        operator.until(lambda: "written to" in page.bundles.said.text())
    with whole_window(qtbot, Station(second, tmp_path / "two")) as operator:
        _page(operator, "owner")
        _by_key(operator, "settings.bundles.take", path)
        operator.until(lambda: operator.window.desk is None)
        operator.signs_in("wang")
    assert standing(second) == {"chief": True, "wang": True, "owner": False}
