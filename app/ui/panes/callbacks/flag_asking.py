"""Something urgent or a complaint in an interview: what it is, by numbers or words; who takes over; then it goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.services import red_flags
from app.services.interview_calls import Prepared
from app.services.interview_cases import COMPLAINT, URGENT
from app.services.interviews import Standing
from app.services.red_flags import NOTHING_KNOWN, Known, Raised
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.interview_view import InterviewView

#: What is asked after an urgent inquiry was opened: who takes the person over.
_TRANSFER = "transfer"


class FlagAsking(InterviewView):
    """Asks for what is raised. ``asking(bool)`` whether a question stands here, ``told(text)`` what was opened,
    ``flagged(codes)`` what was raised in the interview so far, ``failed(AppError)`` what could not be done."""

    flagged = Signal(object)
    asking = Signal(bool)
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._prepared: Prepared | None = None
        self._flag = ""
        self._known = NOTHING_KNOWN
        self._raised: Raised | None = None
        self.urgent.clicked.connect(self.raise_urgent)
        self.complaint.clicked.connect(self._raise_complaint)

    @property
    def is_raising(self) -> bool:
        """Whether something urgent or a complaint is asked for, which needs the room of what the call is about."""
        return bool(self._flag)

    @property
    def stands(self) -> bool:
        """Whether there is an interview in this call, also while it makes room."""
        return self._prepared is not None

    def give_room(self, *, wanted: bool) -> None:
        """Leave everything but *Back* to a time that is agreed, or take it again."""
        self.setVisible(self.stands and not wanted)
        self.ask_on.setVisible(self.stands and wanted)

    def take_flag(self, text: str) -> None:
        """Take what was typed while something is raised."""
        if self._flag == _TRANSFER:
            self._say_transfer(red_flags.words(text, self._known.takers))
        else:
            choices = self._known.symptoms if self._flag == URGENT else ()
            self._open_flag(red_flags.words(text, choices) if choices else text)

    def raise_urgent(self) -> None:
        """Ask what is urgent, with what is known of symptoms and of who takes over."""
        prepared = self._prepared
        if prepared is not None:
            self._jobs.ask(
                red_flags.known, key="callbacks.red_flags", done=self._ask_urgent, failed=self.failed.emit,
                language=languages.current(), institution=prepared.asked.institution,
            )  # fmt: skip

    def _ask_urgent(self, found: Known) -> None:
        self._known = found
        self._ask_flag(URGENT)

    def _raise_complaint(self) -> None:
        self._ask_flag(COMPLAINT)

    def _ask_flag(self, code: str) -> None:
        self._flag = code
        self._put_aside()
        choices = {URGENT: self._known.symptoms, _TRANSFER: self._known.takers}.get(code, ())
        answers = [(str(place), words) for place, words in enumerate(choices, 1)]
        question, hint, asks = self._wanted(code)
        self.show_item(question, hint, answers, "", asks)
        self.show_ways(asking=True, back=True)
        self.asking.emit(True)
        self.focus_line()

    def _wanted(self, code: str) -> tuple[str, str, str]:
        """Return what is asked, what Back does, and what the line takes."""
        if code == URGENT:
            question = self.tr("What is urgent? Tell the person to call 120 where life is in danger.")
            asks = self.tr("Numbers, then words: 1 4 since noon. Enter opens the inquiry.")
            return question, self.tr("Back returns to the question."), asks
        if code == COMPLAINT:
            asks = self.tr("Words; Enter opens the inquiry")
            return self.tr("What is the complaint about?"), self.tr("Back returns to the question."), asks
        question = self.tr("Who takes the person over now? Stay on the line until they are connected.")
        return question, self.tr("Back leaves it out."), self.tr("A number of the list, or words; Enter writes it down")

    def _open_flag(self, text: str) -> None:
        if self._prepared is None:
            return
        if not text.strip():
            self.show_trouble(self.tr("Say in a few words what it is about."))
            return
        self._jobs.do(
            red_flags.raise_flag, done=self._opened, failed=self._refuse, initiator=self,
            asked=self._prepared.asked, code=self._flag, note=text,
        )  # fmt: skip

    def _opened(self, raised: Raised) -> None:
        urgent = self._flag == URGENT and raised.inquiry is not None
        self._flag, self._raised = "", raised
        self._kept(raised.found)
        text = self.tr("Inquiry {number} is opened; the interview goes on.")
        self.told.emit(text.format(number=raised.number))
        if urgent:
            self._ask_flag(_TRANSFER)

    def _say_transfer(self, taker: str) -> None:
        raised = self._raised
        if not taker or raised is None or raised.inquiry is None:
            self.show_trouble(self.tr("Say who takes over, or go back."))
            return
        self._jobs.do(
            red_flags.say_transfer, done=self._transferred, failed=self._refuse, initiator=self,
            inquiry=raised.inquiry, taker=taker,
        )  # fmt: skip

    def _transferred(self, _nothing: None) -> None:
        self._flag = ""
        if self._raised is not None:
            self._kept(self._raised.found)
        self.told.emit(self.tr("Written down; the interview may go on."))

    def _put_aside(self) -> None:
        """Hold no answer that waits for a reason."""

    def _kept(self, found: Standing) -> None:
        """Go on where an interview stands."""

    def _refuse(self, error: AppError) -> None:
        """Say beside the question what cannot be."""
