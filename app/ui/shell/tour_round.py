"""The steps of the tour: what an operator, a supervisor, a trainer and an administrator open, one picture each."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt

from app.services import callers, inquiries
from app.services.office import View
from app.ui.shell.hands import Hands
from app.ui.shell.window import MainWindow

#: What the caller asks and what the operator looks for, by language.
_WORDS = {
    "en": ("hpv", "Mother asks from which age her daughter can have the HPV vaccine", "hpv", "center"),
    "zh_CN": ("hpv", "家长询问女儿几岁可以接种HPV疫苗", "九价", "中心"),
}
#: Who else works in the demo; every account there has the same password.
_SUPERVISOR, _TRAINER, _ADMINISTRATOR = "li", "chen", "admin"

Step = tuple[str, Callable[[], None]]


def known_number(view: View) -> str:
    """Return the number of the caller of a recent inquiry, "" where nobody called yet."""
    for row in inquiries.list_page(view, inquiries.Wanted(), limit=50).rows:
        if row.caller is not None:
            card = callers.card(view, row.caller)
            if card.caller.numbers and card.caller.name:
                return card.caller.numbers[0]
    return ""


class Round:
    """The steps in one window in one language; each leaves something on the screen that is worth a picture."""

    def __init__(self, window: MainWindow, language: str) -> None:
        self._window, self._language = window, language
        self._hands = Hands(window)

    def steps(self) -> Sequence[Step]:
        """Return the names of the pictures and what leads to each, in order."""
        return (*self._at_intake(), *self._around(), *self._of_a_supervisor(), *self._of_the_others())

    def _at_intake(self) -> Sequence[Step]:
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
        )

    def _around(self) -> Sequence[Step]:
        return (
            ("work", self._show_work),
            ("inquiry", self._open_inquiry),
            ("callbacks", self._show_callbacks),
            ("palette", self._find),
            ("shortcuts", self._show_keys),
            ("scripts", self._show_scripts),
            ("training", self._show_training),
            ("drill", self._see_the_answer),
            ("settings", self._show_settings),
        )

    def _of_a_supervisor(self) -> Sequence[Step]:
        return (
            ("supervisor", self._let_the_supervisor_in),
            ("supervision", self._show_supervision),
            ("calling", self._show_calling),
            ("campaigns", self._show_campaigns),
            ("findings", self._show_findings),
            ("reports", self._show_reports),
        )

    def _of_the_others(self) -> Sequence[Step]:
        return (
            ("boards", self._show_boards),
            ("editor", self._edit_a_script),
            ("calendars", self._show_calendars),
            ("rules", self._show_rules),
            ("accounts", self._show_accounts),
            ("hub", self._show_hub),
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
        self._enter(self._window.doors.demo_sign_in[0])

    def _enter(self, name: str) -> None:
        self._hands.empty("sign_in.name")
        self._hands.type("sign_in.name", name)
        self._hands.type("sign_in.password", self._window.doors.demo_sign_in[1])
        self._hands.press("sign_in.password", Qt.Key.Key_Return)
        self._desk.strip.clear()

    def _change_to(self, name: str) -> None:
        self._window.leave()
        self._enter(name)

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

    def _show_training(self) -> None:
        self._desk.show_training()

    def _see_the_answer(self) -> None:
        self._run("training.give_up")

    def _show_settings(self) -> None:
        self._desk.show_settings()

    def _let_the_supervisor_in(self) -> None:
        self._change_to(_SUPERVISOR)

    def _show_supervision(self) -> None:
        self._desk.show_supervision()

    def _show_calling(self) -> None:
        self._desk.go_callbacks()
        self._run("callbacks.next")

    def _show_campaigns(self) -> None:
        self._desk.show_campaigns()

    def _show_findings(self) -> None:
        self._desk.show_findings()

    def _show_reports(self) -> None:
        self._desk.show_reports()

    def _show_boards(self) -> None:
        self._change_to(_TRAINER)
        self._desk.show_scripts()
        self._run("scripts.to_do")

    def _edit_a_script(self) -> None:
        self._run("scripts.new")

    def _show_calendars(self) -> None:
        self._change_to(_ADMINISTRATOR)
        self._show_section("calendars")

    def _show_rules(self) -> None:
        self._show_section("rules")

    def _show_accounts(self) -> None:
        self._show_section("accounts")

    def _show_hub(self) -> None:
        self._show_section("hub")

    def _show_section(self, name: str) -> None:
        self._desk.show_pane("settings").show_section(name)

    def _lock(self) -> None:
        self._change_to(self._window.doors.demo_sign_in[0])
        self._window.take({"action": "screen_pop", "number": "13800138000", "call_id": "tour-2"})
        self._run("intake.pick_up")
        self._window.lock()
