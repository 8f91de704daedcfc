"""Tiny panes that keep the contracts of the real ones, so that the shell is tested by itself."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services import drafts
from app.services.office import View
from app.ui.kit.commands import Command, CommandTable
from app.ui.shell.pane_specs import PANES, PanePlace

ROWS = (
    Command(
        "standin.answer",
        QT_TRANSLATE_NOOP("commands", "Answered"),
        QT_TRANSLATE_NOOP("commands", "Close the inquiry as answered"),
        "F8",
        run="answer",
    ),
)


class Standin(QWidget):
    """One line to type in, and a note of everything that the shell asked for."""

    name = ""

    def __init__(self, place: PanePlace, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.asked: list[object] = []
        self.line = QLineEdit(self)
        self.line.setObjectName(f"{self.name}.line")
        self.line.setAccessibleName(self.name)
        QVBoxLayout(self).addWidget(self.line)

    def focus_first(self) -> None:
        self.line.setFocus()


class IntakeStandin(Standin):
    name = "intake"
    state_changed = Signal(str, object)
    conversation_changed = Signal()
    said = Signal(str, str)
    survey_wanted = Signal(object)
    barred_wanted = Signal(str, object)
    aside_said = Signal(object)
    beside_held = Signal(bool)

    def pick_up(self) -> None:
        self.asked.append("picked up")

    def hang_up(self) -> None:
        self.asked.append("hung up")

    def __init__(self, place: PanePlace, parent: QWidget) -> None:
        super().__init__(place, parent)
        self.dirty = 0
        self.number = ""
        self.must_read = False
        self.rings = ()
        self.table = CommandTable(ROWS, self)

    def answer(self) -> None:
        self.asked.append("answered")

    def open_caller(self, caller: bytes, number: str) -> None:
        self.asked.append(("caller", caller, number))

    def screen_pop(self, number: str, call_id: str | None) -> None:
        self.asked.append(("pop", number, call_id))
        self.number = number
        self.state_changed.emit("ringing", None)

    @property
    def tabs(self):
        return self

    def ringing_numbers(self) -> tuple[str, ...]:
        return self.rings

    def call_number(self) -> str:
        return self.number

    def call_back(self, number: str, callback: object, *, dial: bool = True) -> None:
        self.asked.append(("call_back" if dial else "write_down", number, callback))

    def add_contact_to(self, inquiry: object) -> None:
        self.asked.append(("add", inquiry))

    def answer_survey(self, callback: bytes) -> None:
        self.asked.append(("answer survey", callback))

    def follow_line(self, state: str) -> None:
        self.asked.append(("line", state))

    def end_survey(self, callback: bytes) -> None:
        self.asked.append(("end survey", callback))

    def restore_drafts(self) -> None:
        self.asked.append(("restored", len(self.place.house.office.ask(_mine))))

    def masked(self, masked: bool) -> None:
        self.asked.append(("masked", masked))

    def unsaved(self) -> int:
        self.dirty = max(0, self.dirty - 1)
        return self.dirty


class WorkStandin(Standin):
    name = "work"
    call_requested = Signal(str, object)
    add_contact_requested = Signal(object)
    barred_wanted = Signal(str, object, object)
    wanted = Signal()

    @property
    def undecided(self) -> "WorkStandin":
        """What was left undecided; it is told by this stand-in itself."""
        return self

    def show_inquiry(self, inquiry: bytes) -> None:
        self.asked.append(("inquiry", inquiry))

    def show_callbacks(self) -> None:
        self.asked.append("callbacks")

    def apply_filter(self, name: str) -> None:
        self.asked.append(name)

    def open_handover(self) -> None:
        self.asked.append("sheet")

    def show_listing(self, listing: object) -> None:
        self.asked.append(listing)


class CallbacksStandin(Standin):
    name = "callbacks"
    calling = False
    pick_up_wanted = Signal()
    document_wanted = Signal(str, object)
    came_in = Signal(object)
    call_over = Signal(object)
    line_moved = Signal(str)

    def show_barred(self, text: str, caller: object, callback: object) -> None:
        self.asked.append(("barred", text, caller, callback))

    def hear(self, rings) -> None:
        self.rings = rings
        self.asked.append("hears")

    def hold_line(self, held: bool) -> None:
        self.asked.append(("held", held))

    def is_calling(self) -> bool:
        return self.calling

    def resume_inbound(self, callback: bytes) -> None:
        self.asked.append(("resume", callback))

    def masked(self, masked: bool) -> None:
        self.asked.append(("masked", masked))


class ScriptsStandin(Standin):
    name = "scripts"

    def show_script(self, key: str) -> None:
        self.asked.append(("script", key))

    def look_for(self, words: str) -> None:
        self.asked.append(("words", words))


class TrainingStandin(Standin):
    name = "training"
    practice_wanted = Signal(object)

    def show_mock_call(self, call: bytes) -> None:
        self.asked.append(("mock call", call))


class SupervisionStandin(Standin):
    name = "supervision"
    listing_wanted = Signal(object)
    inquiry_wanted = Signal(bytes)


class CampaignsStandin(Standin):
    name = "campaigns"

    def plan_again(self, wanted: object) -> None:
        self.asked.append(("again", wanted))


class FindingsStandin(Standin):
    name = "findings"
    campaign_wanted = Signal(object)


class ReportsStandin(Standin):
    name = "reports"
    inquiry_wanted = Signal(bytes)
    script_wanted = Signal(str)
    words_wanted = Signal(str)


class SettingsStandin(Standin):
    name = "settings"
    appearance_changed = Signal(dict)
    inquiry_wanted = Signal(bytes)
    key_change_wanted = Signal()
    page_made = Signal(object)

    def show_section(self, name: str) -> None:
        self.asked.append(("section", name))

    def show_unit(self, code: str) -> None:
        self.asked.append(("unit", code))


def _mine(view: View) -> list[object]:
    return list(drafts.mine(view))


def _rows() -> tuple[Command, ...]:
    return ROWS


def _no_rows() -> tuple[Command, ...]:
    return ()


_STANDINS = {
    one.name: one
    for one in (
        *(IntakeStandin, WorkStandin, CallbacksStandin, ScriptsStandin, TrainingStandin),
        *(SupervisionStandin, CampaignsStandin, FindingsStandin, ReportsStandin, SettingsStandin),
    )
}

#: The real specs with stand-ins for the panes.
SPECS = tuple(
    replace(spec, factory=_STANDINS[spec.id], rows=_rows if spec.id == "intake" else _no_rows, early=None)
    for spec in PANES
)
