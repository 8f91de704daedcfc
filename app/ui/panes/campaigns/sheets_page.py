"""Sheets of paper and talks face to face are typed in here, with their mode: figures never mix it with another."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.models.campaigns import CampaignFacts
from app.models.errors import AppError
from app.models.interview_records import Asked, InterviewRow, SurveyMode
from app.models.questionnaire_answers import Given, Trouble, confirmed, trouble_of
from app.models.questionnaires import Item
from app.services import interview_calls, interviews, wording
from app.services.interviews import Standing
from app.ui.kit import languages, theme
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.panes.campaigns import asking_results
from app.ui.panes.campaigns.sheet_buttons import SheetButtons
from app.ui.panes.campaigns.sheet_view import SheetView
from app.ui.parts import interview_words as words

MODES = (SurveyMode.PAPER, SurveyMode.FACE_TO_FACE)
_FIELDS = (
    Field("mode", "choice", QT_TRANSLATE_NOOP("forms", "Asked by"), required=True),
    Field("institution", "choice", QT_TRANSLATE_NOOP("forms", "Institution"), required=True),
    Field("day", "date", QT_TRANSLATE_NOOP("forms", "Day of the stay or visit"), required=True),
)


class _Board(QWidget):
    """What stands on the page: what a sheet is of, the sheet in hand, and what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reads = False
        self._ending = b""
        pad = theme.of_app().px("pad")
        self.about = Form(_FIELDS, name="campaigns.sheet", clock=_no_time, columns=3, parent=self)
        self.said, self.sheet = QLabel(self), SheetView(self)
        self.said.setProperty("type", "hint")
        self.said.setWordWrap(True)
        self.buttons = SheetButtons(self)
        self.start, self.done = self.buttons.start, self.buttons.done
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        for widget in (self.about, self.said):
            column.addWidget(widget)
        self.about.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addStretch()  # takes the room while no sheet is typed in
        column.addWidget(self.sheet, 1)
        column.addWidget(self.buttons)

    def take_keyboard(self) -> None:
        """Give the keyboard to what a sheet begins with, or to the answer that is typed in."""
        if self.about.isEnabled():
            self.about.focus("mode")
        else:
            self.sheet.line.setFocus()

    def hold(self, *, reads: bool) -> None:
        """Take nothing until a sheet is shown that is written now, or that was written and is read."""
        self._reads = reads
        self.sheet.setEnabled(False)
        self.buttons.setEnabled(False)

    def free(self) -> None:
        """Take answers again: the sheet is shown, or could not be."""
        self._reads = False
        self.sheet.setEnabled(True)
        self.buttons.setEnabled(True)

    def end_write(self) -> None:
        """Take answers again where nothing is read: what was to be written was refused."""
        if not self._reads:
            self.free()

    def holds_to_end(self, sheet: bytes) -> bool:
        """Take nothing more of a sheet, and say whether it is to be ended: it is not being ended already."""
        self.hold(reads=False)
        former, self._ending = self._ending, sheet
        return former != sheet

    def end_ending(self) -> None:
        """Take answers again: the sheet was ended, or could not be."""
        self._ending = b""
        self.end_write()

    def offer_modes(self, language: str) -> None:
        """Offer how people may have been asked."""
        options = [Option(one.value, wording.label("survey_mode", one.value, language)) for one in MODES]
        self.about.set_options("mode", options)

    def offer_places(self, one: CampaignFacts | None, names: Mapping[str, str]) -> None:
        """Offer the institutions of a campaign."""
        places = dict.fromkeys(each.name.partition("/")[0] for each in one.strata) if one else {}
        self.about.set_options("institution", [Option(place, names.get(place, place)) for place in places])


class SheetsPage(_Board):
    """``told(text)``, ``refused(error)``."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._campaign: CampaignFacts | None = None
        self._standing: Standing | None = None
        #: By their items: answers that wait for a reason or a second look.
        self._held: dict[str, tuple[Given, Trouble]] = {}
        self._left: tuple[InterviewRow, ...] = ()
        self._again: Item | None = None
        self._connect()
        self.retranslate()

    def show_campaign(self, one: CampaignFacts) -> None:
        """Take sheets of a campaign; one that is half typed in stays."""
        other = self._campaign is None or self._campaign.id != one.id
        if other:
            self._put_away()
            self._left = ()
        self._campaign = one
        self._look_for_left()
        self._jobs.ask(asking_results.names, key="names", done=self._name, language=languages.current())
        if other:  # what somebody else saved meanwhile takes no half typed answer away
            self._say()

    def begin(self) -> None:
        """Begin a sheet."""
        missing = self.about.missing()
        for name in missing:
            self.about.set_error(name, self.tr("This is needed"))
        if missing or self._campaign is None or not self._campaign.questionnaire or self.about.problems():
            return
        self.about.clear_errors()
        told, one = self.about.values(), self._campaign
        place = str(told["institution"])
        asked = Asked(
            one.questionnaire, one.questionnaire_version or 1, SurveyMode(told["mode"]), languages.current(), place,
            place, told["day"].isoformat(), campaign=one.id,
        )  # fmt: skip
        self.hold(reads=False)
        self._jobs.do(interviews.begin, done=self._begun, failed=self.refused.emit, ended=self.end_write, asked=asked)

    def resume(self) -> None:
        """Go on with the sheet that was left last."""
        if self._left and self._standing is None:
            asked = self._left[0].asked
            told = {"mode": asked.mode.value, "institution": asked.institution, "day": date.fromisoformat(asked.day)}
            self.about.set_values(told)
            self._begun(self._left[0].id)

    def go_back(self) -> None:
        """Show the question before the one that is shown, to be answered again; or this one, where its answer waits
        for a reason or a second look.
        """
        item, found = self._item(), self._standing
        self.sheet.by_key = False
        if item is not None and self._held.pop(item.id, None):
            self._ask()
            return
        asked = list(found.state.asked) if found is not None else []
        here = asked.index(item.id) if item is not None and item.id in asked else len(asked)
        if found is not None and here:
            self._again = found.state.questionnaire.item(asked[here - 1])
            self._ask()

    def change_mode(self) -> None:
        """Keep the sheet in hand under the other mode, with what is typed in already."""
        if self._standing is not None:
            self.hold(reads=False)
            self._jobs.do(
                interviews.under_mode, done=self._begun, failed=self.refused.emit, ended=self.end_write,
                interview_id=self._standing.row.id, mode=_other_mode(self._standing),
            )  # fmt: skip

    def end(self) -> None:
        """Ask nothing more of this sheet: what is missing on it stays missing."""
        if self._standing is not None and self.holds_to_end(self._standing.row.id):
            self._jobs.do(
                interview_calls.close, done=self._ended, failed=self.refused.emit, ended=self.end_ending,
                interview_id=self._standing.row.id,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.offer_modes(languages.current())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.start.clicked.connect(self.begin)
        self.done.clicked.connect(self.end)
        self.buttons.go_on.clicked.connect(self.resume)
        self.buttons.back.clicked.connect(self.go_back)
        self.buttons.mode.clicked.connect(self.change_mode)
        keys = QShortcut(QKeySequence("Ctrl+Up"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.go_back)
        self.sheet.typed.connect(self._look)
        self.sheet.entered.connect(self._take)

    def _name(self, names: Mapping[str, str]) -> None:
        self.offer_places(self._campaign, names)

    def _item(self) -> Item | None:
        return self._again or (self._standing.state.current if self._standing is not None else None)

    def _look_for_left(self) -> None:
        if self._campaign is not None:
            self._jobs.ask(
                interviews.unfinished, key="sheets left", done=self._show_left, failed=self.refused.emit,
                campaign=self._campaign.id, modes=MODES,
            )  # fmt: skip

    def _show_left(self, found: Sequence[InterviewRow]) -> None:
        self._left = tuple(found)
        self._offer()

    def _begun(self, interview: bytes) -> None:
        self.hold(reads=True)
        self._jobs.ask(
            interviews.standing, key="sheet", done=self._show, failed=self.refused.emit, ended=self.free,
            interview_id=interview,
        )  # fmt: skip

    def _show(self, found: Standing) -> None:
        self.free()
        asked = found.row.asked
        if self._campaign is None or asked.campaign != self._campaign.id:
            return  # another campaign was chosen meanwhile; there it is a sheet that was left
        self._standing, self._again = found, None
        self.about.set_values({"mode": asked.mode.value}, clear=False)
        if found.state.is_over or found.row.id == self._ending:
            self.end()
        else:
            self._ask()

    def _answered(self, found: Standing) -> None:
        if self._standing is not None and self._standing.row.id == found.row.id:
            item = found.given[-1].item
            self._held.pop(item, None)
            self.sheet.forget(item, _second(item))
        self._show(found)

    def _look(self, text: str) -> None:
        item = self._item()
        if item is not None and item.id not in self._held and words.is_decided(item, text):
            self.sheet.by_key = True
            self._take(text)

    def _take(self, text: str) -> None:
        item, found = self._item(), self._standing
        if item is None or found is None:
            return
        held = self._held.get(item.id)
        if self._again is not None and held is None and not text.strip():
            self._again = None
            self._ask()
            return
        given = _given(item, text, held)
        trouble = trouble_of(item, given, found.state.around)
        if trouble is None:
            self._jobs.do(
                interviews.answer, done=self._answered, failed=self._refuse, interview_id=found.row.id, given=given
            )
            return
        self.sheet.forget(item.id if held is None else _second(item.id))
        if words.needs_reason(trouble) or words.may_confirm(trouble):
            self._held[item.id] = (given, trouble)
        else:
            self._held.pop(item.id, None)
        self._tell(item, given, trouble)
        self._offer()
        self.sheet.line.setFocus()

    def _tell(self, item: Item, given: Given, trouble: Trouble) -> None:
        """Say what is wrong with an answer, and ask for what it lacks."""
        if self._standing is None:
            return
        state, language = self._standing.state, self._standing.row.asked.language
        said = words.trouble(trouble, state, language, languages.current())
        if words.may_confirm(trouble):
            said = self.tr("{what} ({answer}). Enter keeps it; or answer again.").format(
                what=words.before_a_second_look(said), answer=words.word(item, given.coded, language)
            )
        offered = words.reasons(item, language) if words.needs_reason(trouble) else words.answers(item, language)
        name = _second(item.id) if item.id in self._held else item.id
        self.sheet.show_item(name, words.question(item, state, language), offered, said)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
        self._ask()
        self.sheet.line.selectAll()  # what is typed next takes its place

    def _ended(self, ended: tuple[Standing, tuple[bytes, ...]]) -> None:
        found, opened = ended
        self.end_ending()  # what takes nothing takes no focus either
        if self._standing is not None and self._standing.row.id == found.row.id:
            self._put_away()
        worth = wording.label("completeness", found.state.completeness.value, languages.current())
        self.told.emit(self.tr("Sheet kept: {worth}; findings opened: {count}").format(worth=worth, count=len(opened)))
        self._look_for_left()
        self._say()
        self.start.setFocus()

    def _put_away(self) -> None:
        """Have no sheet in hand, and nothing that was typed for one."""
        self._standing = self._again = None
        self._held.clear()
        self.sheet.forget()

    def _offer(self) -> None:
        found = self._standing
        self.buttons.offer(
            begun=found is not None, left=len(self._left), other=_other_mode(self._standing),
            may_go_back=found is not None and bool(found.state.asked or self._held),
        )  # fmt: skip

    def _ask(self) -> None:
        self._say()
        self.sheet.line.setFocus()

    def _say(self) -> None:
        found, item = self._standing, self._item()
        self.about.setEnabled(found is None)
        self._offer()
        self.sheet.setVisible(item is not None)
        if found is None or item is None:
            self.said.setText(
                self.tr("Type in sheets of paper and talks face to face. Each keeps its mode; figures never mix modes.")
            )
            return
        state, language = found.state, found.row.asked.language
        done, waiting = len(state.asked), len(state.waiting)
        self.said.setText(self.tr("{done} of {all}").format(done=done, all=done + waiting))
        if item.id in self._held:
            self._tell(item, *self._held[item.id])
            return
        stood = words.word(item, state.coded[item.id], language) if self._again is not None else ""
        if stood:  # a statement has no answer in words
            stood = self.tr("Answered: {answer}. Answer again, or Enter to leave it.").format(answer=stood)
        self.sheet.show_item(item.id, words.question(item, state, language), words.answers(item, language), stood)


def _other_mode(found: Standing | None) -> SurveyMode:
    """Return the mode that a sheet is not of."""
    here = found.row.asked.mode if found is not None else MODES[0]
    return next(one for one in MODES if one is not here)


def _given(item: Item, text: str, held: tuple[Given, Trouble] | None) -> Given:
    """Return what was typed as an answer, or the one that was held with what it lacked."""
    if held is None:
        return words.given_of(item, text)
    given, trouble = held
    if words.needs_reason(trouble):
        return words.with_reason(item, given, text)
    if words.may_confirm(trouble) and not text.strip():
        return confirmed(given, trouble)
    return words.given_of(item, text)


def _second(item: str) -> str:
    """Return what the reason or the second look is called of the answer to an item."""
    return f"{item}?"


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
