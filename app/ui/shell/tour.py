"""The tour: drives the real window through the main job on demo data and leaves numbered screenshots."""

from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from app.services import callers, inquiries
from app.services.office import View
from app.ui.kit import icons
from app.ui.kit.executors import InlineExecutor
from app.ui.shell.doors import Doors, StartChoice
from app.ui.shell.hands import Hands
from app.ui.shell.main import application
from app.ui.shell.pane_specs import PaneSpec
from app.ui.shell.window import MainWindow

LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
SIZES = ((1280, 720),)
#: What the caller asks and what the operator looks for, by language.
_WORDS = {
    "en": ("hpv", "Mother asks from which age her daughter can have the HPV vaccine", "hpv", "center"),
    "zh_CN": ("hpv", "家长询问女儿几岁可以接种HPV疫苗", "九价", "中心"),
}
#: Long enough for the pauses of lists that follow typing.
_PAUSE_MS = 350


def known_number(view: View) -> str:
    """Return the number of the caller of a recent inquiry, "" where nobody called yet."""
    for row in inquiries.list_page(view, inquiries.Wanted(), limit=50).rows:
        if row.caller is not None:
            card = callers.card(view, row.caller)
            if card.caller.numbers and card.caller.name:
                return card.caller.numbers[0]
    return ""


#: Who supervises in the demo; every account there has the same password.
_SUPERVISOR = "li"


class Guide(QObject):
    """Takes one window through the steps. `done()` after the last one; a step that fails ends the tour with its error.

    Pictures are named ``NN-name-language-theme-WIDTHxHEIGHT.png``.
    """

    done = Signal()

    def __init__(self, window: MainWindow, target: Path, *, language: str, theme: str) -> None:
        super().__init__(window)
        self._window, self._target = window, target
        self._language, self._theme = language, theme
        self._hands = Hands(window)
        self._place = 0
        self.pictures: list[Path] = []
        self.error: BaseException | None = None

    def start(self) -> None:
        """Begin with the first step, once the window is up."""
        QTimer.singleShot(_PAUSE_MS, self._take)

    def _take(self) -> None:
        name, step = self._steps()[self._place]
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
        if self._place < len(self._steps()):
            self._take()
        else:
            self.done.emit()

    def _steps(self) -> Sequence[tuple[str, Callable[[], None]]]:
        return (
            ("sign-in", self._wait_at_the_door),
            ("intake", self._sign_in),
            ("ringing", self._let_it_ring),
            ("talking", self._pick_up),
            ("typing", self._type),
            ("search", self._search),
            ("script", self._open_script),
            ("saved", self._save),
            ("dispatch", self._dispatch),
            ("letter", self._enter_letter),
            ("work", self._show_work),
            ("inquiry", self._open_inquiry),
            ("callbacks", self._show_callbacks),
            ("palette", self._find),
            ("shortcuts", self._show_keys),
            ("scripts", self._show_scripts),
            ("settings", self._show_settings),
            ("supervisor", self._change_person),
            ("supervision", self._show_supervision),
            ("calling", self._show_calling),
            ("locked", self._lock),
        )

    @property
    def _desk(self) -> Any:
        return self._window.desk

    def _run(self, command: str) -> None:
        self._desk.book.run(command)

    def _wait_at_the_door(self) -> None:
        self._window.reception.welcome()

    def _sign_in(self) -> None:
        name, password = self._window.doors.demo_sign_in
        self._hands.empty("sign_in.name")
        self._hands.type("sign_in.name", name)
        self._hands.type("sign_in.password", password)
        self._hands.press("sign_in.password", Qt.Key.Key_Return)
        self._desk.strip.clear()

    def _let_it_ring(self) -> None:
        number = self._window.ask(known_number) or "13800138000"
        self._window.take({"action": "screen_pop", "number": number, "call_id": "tour"})

    def _pick_up(self) -> None:
        self._run("intake.pick_up")

    def _type(self) -> None:
        category, summary, *_ = _WORDS[self._language]
        self._hands.type("intake.matter.category", category)
        self._hands.press("intake.matter.category", Qt.Key.Key_Return)
        self._hands.type("intake.matter.summary", summary)

    def _search(self) -> None:
        self._hands.type("intake.search", _WORDS[self._language][2])

    def _open_script(self) -> None:
        self._hands.press("intake.search", Qt.Key.Key_Return)
        self._run("intake.give")

    def _save(self) -> None:
        self._run("intake.hang_up")
        self._run("intake.answered")

    def _dispatch(self) -> None:
        self._run("intake.new_call")
        self._hands.type("intake.number", "13900139000")
        self._type()
        self._hands.type("intake.next.unit", _WORDS[self._language][3])
        self._hands.press("intake.next.unit", Qt.Key.Key_Return)
        self._hands.press("intake.next.due_at", Qt.Key.Key_Down)

    def _enter_letter(self) -> None:
        self._run("intake.new_letter")

    def _show_work(self) -> None:
        self._desk.list_open()

    def _open_inquiry(self) -> None:
        self._hands.press("work.inquiries", Qt.Key.Key_Down, Qt.Key.Key_Return)

    def _show_callbacks(self) -> None:
        self._desk.list_callbacks()

    def _find(self) -> None:
        self._desk.open_palette()
        self._hands.type("palette.line", _WORDS[self._language][2])

    def _show_keys(self) -> None:
        self._desk.close_overlays()
        self._desk.show_shortcuts()

    def _show_scripts(self) -> None:
        self._desk.close_overlays()
        self._desk.show_scripts()

    def _show_settings(self) -> None:
        self._desk.show_settings()

    def _change_person(self) -> None:
        self._window.leave()
        self._hands.empty("sign_in.name")
        self._hands.type("sign_in.name", _SUPERVISOR)
        self._hands.type("sign_in.password", self._window.doors.demo_sign_in[1])
        self._hands.press("sign_in.password", Qt.Key.Key_Return)
        self._desk.strip.clear()

    def _show_supervision(self) -> None:
        self._desk.show_supervision()

    def _show_calling(self) -> None:
        self._desk.go_callbacks()
        self._run("callbacks.next")

    def _lock(self) -> None:
        self._window.take({"action": "screen_pop", "number": "13800138000", "call_id": "tour-2"})
        self._run("intake.pick_up")
        self._window.lock()


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
