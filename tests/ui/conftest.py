"""Every test of the window begins with the looks of a first start, whatever the one before it chose."""

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.kit import theme


@pytest.fixture(autouse=True)
def first_looks(qapp: QApplication) -> None:
    """Light, normal texts, comfortable: widths are measured in the window's font, also by the first test."""
    theme.of_app().apply(mode="light", text_size="normal", density="comfortable")
