"""The colors of HTML are those of the window."""

from app.ui.kit import theme
from app.ui.panes.training.ink import ink


def test_colors_follow_the_looks(qapp) -> None:
    theme.of_app().apply(mode="light")
    light = ink()
    theme.of_app().apply(mode="dark")
    assert ink() != light
    assert ink().bad == theme.of_app().hex("danger")
    theme.of_app().apply(mode="light")
