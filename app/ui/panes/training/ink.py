"""The colors of what is shown as HTML, in the looks of the window."""

from app.ui.kit import theme
from app.ui.panes.training.presenting import Ink


def ink() -> Ink:
    """Return the colors of right, fair, wrong and quiet texts."""
    looks = theme.of_app()
    return Ink(looks.hex("accent"), looks.hex("warning"), looks.hex("danger"), looks.hex("muted"))
