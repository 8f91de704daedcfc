"""What is open over the window: menus and the lists of choices."""

from PySide6.QtWidgets import QApplication


def close_popups(_place: int) -> None:
    """Close them when a stack shows another page: their keys would still go to the page that is covered."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
