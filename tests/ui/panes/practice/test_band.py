"""The band says in words and in color, in both languages and looks, that this is practice."""

import pytest

from app.ui.kit import languages, theme
from app.ui.panes.practice.band import Band


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_is_painted_in_the_accent_color_of_the_looks(qtbot, mode: str) -> None:
    theme.of_app().apply(mode=mode)
    band = Band("The grandmother")
    qtbot.addWidget(band)
    band.resize(700, band.height())
    image = band.grab().toImage()
    assert image.pixelColor(2, 2) == theme.of_app().color("accent")
    theme.of_app().apply(mode="light")


def test_it_says_so_in_the_language_of_the_window(qtbot) -> None:
    languages.of_app().use("zh_CN")
    band = Band("奶奶")
    qtbot.addWidget(band)
    assert band.accessibleName() == "练习模式：以下均非真实，不计入任何接触记录 · 奶奶"
    languages.of_app().use("en")
    qtbot.waitUntil(lambda: band.accessibleName().startswith("PRACTICE"))
