"""What there is one of for the running application: its looks, its icons, its language."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.ui.kit.bound_methods import alive

T = TypeVar("T", bound=QObject)


class AppPart(Generic[T]):
    """Makes it on first use, as a child of the application, and again for another application.

    It is asked for several times for every widget that is painted: looking it up among the children of the
    application each time would be a twentieth of a picture.
    """

    def __init__(self, make: Callable[[QApplication], T]) -> None:
        self._make = make
        self._made: T | None = None

    def get(self) -> T:
        """Return it. Raises RuntimeError before there is an application."""
        if self._made is not None and alive(self._made):
            return self._made
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError(f"{self._make} needs a QApplication")
        self._made = self._make(app)
        return self._made
