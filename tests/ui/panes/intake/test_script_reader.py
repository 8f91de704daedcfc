from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.models.contacts import GivenScript
from app.services.script_reading import OpenScript, Piece, Point, ReadSection
from app.ui.panes.intake.script_reader import ScriptReader
from tests.desk import NOON


def script(**values):
    given = {
        "key": "hpv", "version": 3, "title": "HPV vaccine ages", "language": "en",
        "sections": (ReadSection("say", (Piece("Ages 9 to 45."),)),), "points": (Point("k1", "9 to 45"),),
        "languages": ("en", "zh_CN"), "has_plain": True,
    }  # fmt: skip
    return OpenScript(**{**given, **values})


@pytest.fixture
def reader(shown):
    made = ScriptReader()
    made.show_script(script(), None)
    made.resize(380, 600)
    return shown(made)


def texts(reader):
    return " | ".join(label.text() for label in reader.findChildren(QLabel) if label.isVisible())


def button(reader, name):
    return reader.findChild(QPushButton, f"intake.script.{name}")


def test_title_version_words_and_points_are_there(reader):
    said = texts(reader)
    assert "HPV vaccine ages" in said
    assert "version 3" in said
    assert "Ages 9 to 45." in said
    assert "Key points 0/1" in said


def test_another_language_and_plain_words_are_asked_for(reader, qtbot):
    with qtbot.waitSignal(reader.wanted, check_params_cb=_is("zh_CN", False)):
        button(reader, "language.zh_CN").click()
    with qtbot.waitSignal(reader.wanted, check_params_cb=_is("en", True)):
        button(reader, "plain").click()


def _is(language, plain):
    def check(*given):
        return given == (language, plain)

    return check


def test_given_is_seen_on_its_button(reader, qtbot):
    with qtbot.waitSignal(reader.pressed):
        button(reader, "give").click()
    reader.show_given(GivenScript("hpv", 3, "en", NOON))
    assert button(reader, "give").text() == "Given"
    assert button(reader, "give").isChecked()
    reader.show_given(None)
    assert not button(reader, "give").isChecked()


@pytest.mark.parametrize(
    ("values", "warning"),
    [
        ({"standing": "withdrawn"}, "Do not give this version"),
        ({"standing": "expired"}, "Do not give this version"),
        ({"changed": True}, "Changed since this caller"),
        ({"expires_soon": True, "expires_on": date(2026, 3, 9)}, "expires soon"),
        ({"given_up": ("language",)}, "Not written in the caller"),
    ],
)
def test_a_warning_stands_above_the_words(reader, values, warning):
    assert warning not in texts(reader)
    reader.show_script(script(**values), None)
    assert warning in texts(reader)


def test_ticks_stay_when_only_the_wording_changes_and_go_with_another_script(reader):
    reader.points.show_points(script().points, ("k1",))
    reader.show_script(script(plain=True), None)
    assert reader.points.ticked() == ("k1",)
    reader.show_script(script(key="flu"), None)
    assert reader.points.ticked() == ()


def test_a_script_in_one_language_offers_no_other(reader):
    reader.show_script(script(languages=("en",), has_plain=False), None)
    assert not button(reader, "language.zh_CN").isVisible()
    assert not button(reader, "plain").isVisible()
    reader.forget()
    assert reader.script is None
