"""What is open over the window: menus and the lists of choices."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Closes them when it shows another page: their keys would still go to the page that is covered.

    A stack that nobody sees, such as one on a desk that is made early, leaves them open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._close_popups)

    def _close_popups(self) -> None:
        while self.isVisible() and (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
