"""Who is never to be called: found by number, name or case, and lifted at a written request."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.accounts import Permission
from app.services import never_calls, never_words
from app.services.never_calls import Lifted, NeverCall
from app.services.office import View
from app.ui.kit import languages
from app.ui.kit.fields import Field
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.barred_model import BarredTable, key_of
from app.ui.panes.callbacks.board import Board, Heading, Plan, Said
from app.ui.parts.reveal_line import RevealLine

_LABELS = {
    "requested_on": QT_TRANSLATE_NOOP("forms", "Day of the written request"),
    "kept": QT_TRANSLATE_NOOP("forms", "Where it is kept, or its reference"),
}


@dataclass(frozen=True)
class Whom:
    """Of whom the list is to tell: a card or a call, and what stands in its search line for them."""

    text: str = ""
    caller: bytes | None = None
    callback: bytes | None = None


@dataclass(frozen=True)
class Barred:
    """Who is never to be called."""

    now_at: datetime
    zone: ZoneInfo
    found: tuple[NeverCall, ...]


def barred(view: View, whom: Whom) -> Barred:
    """Return everything that the list shows. Supervisors only."""
    view.require(Permission.LIFT_DO_NOT_CALL)
    known = whom.caller is not None or whom.callback is not None
    found = never_calls.listed(view, "" if known else whom.text, caller=whom.caller, callback=whom.callback)
    return Barred(view.now, ZoneInfo(view.settings.time_zone), tuple(found))


class BarredBoard(Board):
    """Lifts what was said once, when pressed twice; what else bars the person is told, and stands."""

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._sure: object = None
        self._whom = Whom()
        self._zone: tzinfo = UTC
        fields = (
            Field("requested_on", "date", _LABELS["requested_on"], visible_when=self._can_be_lifted),
            Field("kept", "text", _LABELS["kept"], visible_when=self._can_be_lifted, max_length=never_calls.LONGEST),
        )
        plan = Plan(
            "barred", BarredTable(), barred, self._show, self._heading, self._say_of, fields,
            (("lift", "primary", self.lift),), self._begin,
        )  # fmt: skip
        super().__init__(jobs, clock, plan, parent)

    def look_for(self, whom: Whom) -> None:
        """Tell of one person, until something else is typed."""
        self._whom = whom
        self.line.setText(whom.text)
        self.reload()

    def reload(self) -> None:
        """Ask again what the list shows."""
        name = self.objectName()
        self._jobs.ask(self._plan.ask, key=name, done=self._plan.show, failed=self.refused.emit, whom=self._whom)

    def search(self) -> None:
        """Show what the line asks for; the keyboard goes into the list where something was found."""
        if self.line.text().strip() != self._whom.text:
            self._whom = Whom(self.line.text().strip())
        self.reload()

    def lift(self) -> None:
        """Take back what the chosen row says, when pressed twice."""
        one, said = self._chosen, self.values()
        if one is None or said is None:
            return
        request = {"requested_on": said.get("requested_on"), "kept": str(said.get("kept") or "")}
        wanted = (key_of(one), *request.values())
        if all(request.values()) and self._sure != wanted:
            self._sure = wanted
            self._say()
            return
        self.do(never_calls.lift, self._lifted, saying=key_of(one), **request)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the search line shows all that stands again."""
        if event.key() == Qt.Key.Key_Escape and self.line.hasFocus() and self.line.text():
            self.look_for(Whom())
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.line.setPlaceholderText(self.tr("Number, name, campaign or inquiry; Enter looks, Esc shows all"))
        self.line.setAccessibleName(self.tr("Look for whoever is never to be called"))
        super().retranslate()

    def _build(self) -> None:
        self.line = QLineEdit(self)
        super()._build()
        self.line.setObjectName(f"{self.objectName()}.line")
        self.line.returnPressed.connect(self.search)
        self.reveal = RevealLine(f"{self.objectName()}.reveal", self._jobs, self._card)
        self.reveal.refused.connect(self.refused)
        self._card.body.insertWidget(1, self.reveal)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.line)

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Who is never to be called"),
            self.tr("Nobody of these is barred"),
            self.tr("Whoever asks never to be called again appears here, with who wrote it down and when."),
        )

    def _show(self, found: Barred) -> None:
        self._zone = found.zone
        self.form(found.zone)
        self.show_rows(found.found, found.now_at, found.zone)

    def _begin(self, _one: NeverCall) -> dict[str, object]:
        return {}

    def _can_be_lifted(self, _values: object) -> bool:
        return self._chosen is not None and self._chosen.stands

    def _pick(self, one: NeverCall | None) -> None:
        self._sure = None
        super()._pick(one)
        if one is not None and one.hidden and one.record is not None:
            self.reveal.offer(*one.record)
        else:
            self.reveal.withdraw()

    def _say_of(self, one: NeverCall | None) -> Said:
        if one is None:
            return Said("", "", ("",))
        language, zone = languages.current(), self._zone
        lines = [never_words.said(one, language, zone), never_words.lifted(one, language, zone)]
        button = self.tr("Lift it") if one.stands else ""
        if one.stands and self._sure is not None:
            lines.append(self.tr("Everybody may call this person again then. Nobody is dialed now."))
            button = self.tr("Lift it? Press once more")
        return Said(never_words.who(one, language), "\n".join(line for line in lines if line), (button,))

    def _lifted(self, lifted: Lifted) -> None:
        self._sure = None
        if lifted.still:
            said = "; ".join(never_words.said(one, languages.current(), self._zone) for one in lifted.still)
            text = self.tr("Lifted. Still not called, as this was said too and stands: {said}.")
            self.reload()
            self.focus_list()
            self.warned.emit(text.format(said=said))
        else:
            self.done(self.tr("Lifted. The person may be called again; nobody was dialed."))
