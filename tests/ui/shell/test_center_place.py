from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from app.ui.kit import here, languages
from app.ui.shell.center_place import CenterPlace


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    languages.of_app().use("en")
    yield
    languages.of_app().use("en")


def place_of(qtbot, monkeypatch, country: str, zone: str) -> CenterPlace:
    monkeypatch.setattr(here, "country", lambda: country)
    monkeypatch.setattr(here, "time_zone", lambda: zone)
    made = CenterPlace("set_up.country")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def place(qtbot, monkeypatch) -> CenterPlace:
    return place_of(qtbot, monkeypatch, "US", "America/Chicago")


def test_the_country_of_this_computer_is_proposed_and_what_follows_is_said(place: CenterPlace) -> None:
    assert place.text() == "United States"
    assert place.center() == {"country": "US", "time_zone": "America/Chicago", "language": "en"}
    assert "read as in United States, times are those of America/Chicago" in place.line.accessibleDescription()


@pytest.mark.parametrize("country", ["", "AQ"])
def test_where_the_computer_names_no_country_that_has_numbers_it_is_china_as_ever(
    qtbot, monkeypatch, country: str
) -> None:
    place = place_of(qtbot, monkeypatch, country, "")
    assert (place.text(), place.center()) == ("China", {"country": "CN", "language": "en"})
    assert "Asia/Shanghai" in place.line.accessibleDescription()


def test_emptied_it_says_that_the_settings_of_the_center_that_is_joined_hold(qtbot, place: CenterPlace) -> None:
    place.line.selectAll()
    qtbot.keyClick(place.line, Qt.Key.Key_Delete)
    assert place.center() == {}
    assert place.complete()
    assert "takes the settings of the center that it joins" in place.line.accessibleDescription()
    assert "Until then numbers are read as in China." in place.line.accessibleDescription()


def test_another_country_is_taken_by_keyboard(qtbot, place: CenterPlace) -> None:
    place.line.selectAll()
    qtbot.keyClicks(place.line, "germ")
    qtbot.keyClick(place.line, Qt.Key.Key_Tab)
    assert (place.text(), place.center()["country"]) == ("Germany", "DE")
    assert "read as in Germany" in place.line.accessibleDescription()


def test_the_center_speaks_as_the_window_also_when_that_changes(qtbot, place: CenterPlace) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "America/Chicago 时间" in place.line.accessibleDescription())
    assert place.line.accessibleName() == "国家或地区"
    assert place.center()["language"] == "zh_CN"


def test_what_is_no_country_stays_marked_while_the_language_changes(qtbot, place: CenterPlace) -> None:
    place.line.selectAll()
    qtbot.keyClicks(place.line, "Utopia")
    assert not place.complete()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: place.line.accessibleName() == "国家或地区")
    assert place.text() == "Utopia"
