from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from app.ui.kit import languages, theme
from app.ui.kit.labels import Chip, ElidedLabel, KeyHint, TimeLabel

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)


def test_a_chip_tells_text_and_tone(qtbot):
    chip = Chip("Overdue", "danger")
    qtbot.addWidget(chip)
    chip.show_text("Due", "warning")
    assert (chip.text(), chip.accessibleName(), chip.property("tone")) == ("Due", "Due", "warning")


def test_an_unknown_tone_is_refused(qapp):
    with pytest.raises(ValueError, match="pink"):
        Chip("x", "pink")


def test_keys_are_shown_as_on_the_keyboard(qtbot):
    hint = KeyHint("Ctrl+K | F3")
    qtbot.addWidget(hint)
    assert hint.text() == "Ctrl+K / F3"


def test_keys_follow_the_language_of_the_window(qtbot):
    languages.of_app().use("zh_CN")
    hint = KeyHint("Return")
    qtbot.addWidget(hint)
    said = [hint.text()]
    languages.of_app().use("en")
    qtbot.waitUntil(lambda: hint.text() == "Return")
    assert (said, hint.accessibleName()) == (["回车"], "Return")


def test_a_cut_text_has_the_whole_as_its_tip_and_does_not_widen_the_window(qtbot):
    label = ElidedLabel("A very long name\nof an institution that nobody can read at once")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "\n" not in label.text()
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < 80


def test_a_text_that_fits_has_no_tip(qtbot):
    label = ElidedLabel("Li")
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.show()
    assert label.toolTip() == ""


@pytest.fixture
def label(qtbot):
    label = TimeLabel(UTC)
    qtbot.addWidget(label)
    label.show()
    label.show_time(NOW + timedelta(hours=2), NOW)
    return label


def test_a_time_is_relative_and_follows_the_tick(label):
    assert label.text() == "in 2 h"
    label.refresh(NOW + timedelta(hours=1, minutes=30))
    assert label.text() == "in 30 min"


def test_the_exact_time_is_made_on_hover(label):
    assert label.toolTip() == ""
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert label.toolTip() == "2026-03-05 Thu 10:30:00 (UTC+00:00)"


def test_no_time_is_no_text(label):
    label.show_time(None, NOW)
    assert (label.text(), label.at) == ("", None)


def test_a_time_takes_the_text_size_of_the_theme(label):
    theme.of_app().apply(mode="light", text_size="large")
    large = label.font().pixelSize()
    theme.of_app().apply(text_size="normal")
    assert (large, label.font().pixelSize()) == (18, 14)
