"""The tour: drives the real window through the main job on demo data and leaves numbered screenshots."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from app.ui.kit import icons
from app.ui.kit.executors import InlineExecutor
from app.ui.shell.doors import Doors, StartChoice
from app.ui.shell.main import application
from app.ui.shell.pane_specs import PaneSpec
from app.ui.shell.tour_round import Round
from app.ui.shell.window import MainWindow

LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
SIZES = ((1280, 720),)
#: Long enough for the pauses of lists that follow typing.
_PAUSE_MS = 350


class Guide(QObject):
    """Takes one window through the steps. `done()` after the last one; a step that fails ends the tour with its error.

    Pictures are named ``NN-name-language-theme-WIDTHxHEIGHT.png``.
    """

    done = Signal()

    def __init__(self, window: MainWindow, target: Path, *, language: str, theme: str) -> None:
        super().__init__(window)
        self._window, self._target = window, target
        self._language, self._theme = language, theme
        self._steps = Round(window, language).steps()
        self._place = 0
        self.pictures: list[Path] = []
        self.error: BaseException | None = None

    def start(self) -> None:
        """Begin with the first step, once the window is up."""
        QTimer.singleShot(_PAUSE_MS, self._take)

    def _take(self) -> None:
        name, step = self._steps[self._place]
        try:
            step()
        except BaseException as error:
            self.error = error
            self.done.emit()
            raise
        self._name = name
        QTimer.singleShot(_PAUSE_MS, self._look)

    def _look(self) -> None:
        size = self._window.size()
        name = f"{self._place + 1:02}-{self._name}-{self._language}-{self._theme}-{size.width()}x{size.height()}.png"
        self.pictures.append(self._target / name)
        self._window.grab().save(str(self.pictures[-1]))
        self._place += 1
        if self._place < len(self._steps):
            self._take()
        else:
            self.done.emit()


def run_tour(
    doors: Doors,
    target: Path,
    *,
    languages: Sequence[str] = (),
    themes: Sequence[str] = (),
    sizes: Sequence[tuple[int, int]] = (),
    specs: tuple[PaneSpec, ...] | None = None,
) -> int:
    """Leave the pictures of every combination in ``target`` and return how many there are.

    Raises what a step raised: a tour that cannot finish is a fault of the window.
    """
    app = application()
    app.setQuitOnLastWindowClosed(False)
    target.mkdir(parents=True, exist_ok=True)
    count = 0
    for language, theme, size in product(languages or LANGUAGES, themes or THEMES, sizes or SIZES):
        count += _one(doors, target, StartChoice(demo=True, language=language, theme=theme), size=size, specs=specs)
    return count


def _one(
    doors: Doors, target: Path, choice: StartChoice, *, size: tuple[int, int], specs: tuple[PaneSpec, ...] | None
) -> int:
    window = MainWindow(doors, choice, specs=specs, executor=InlineExecutor)
    window.resize(*size)
    guide = Guide(window, target, language=choice.language, theme=choice.theme)
    loop = QEventLoop()
    guide.done.connect(window.shut_down)
    window.ended.connect(loop.quit)
    window.show()
    window.begin()
    icons.load()
    guide.start()
    # The tour is a program of its own: this is its one loop.
    loop.exec()
    window.deleteLater()
    if guide.error is not None:
        raise guide.error
    return len(guide.pictures)
