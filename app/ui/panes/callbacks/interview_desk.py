"""An interview in the call in hand: keys become answers, each saved at once, with reasons and second looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.models.questionnaire_answers import Given, Trouble, confirmed, trouble_of
from app.models.questionnaires import Item, ItemKind, in_language
from app.services import interview_calls, interview_cases, wording
from app.services.interview_calls import Prepared
from app.services.interviews import Standing
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.flag_asking import FlagAsking
from app.ui.parts import interview_words as presenting


class InterviewDesk(FlagAsking):
    """Asks whoever is on the line. ``over(code)`` suggests an outcome at the end, ``told(text)`` says what was opened,
    ``heard()`` that somebody answers.

    ``asking(bool)`` whether a question stands here, ``failed(AppError)`` what could not be done.
    """

    over = Signal(str)
    heard = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._item: Item | None = None
        self._held: tuple[Given, Trouble] | None = None
        self.hide()
        self.typed.connect(self._look)
        self.entered.connect(self._take)
        self.back.clicked.connect(self.go_back)
        self.stop_here.clicked.connect(self.end_here)

    @property
    def interview(self) -> bytes | None:
        """Return the interview that was begun, None before its first answer."""
        found = self._prepared.found if self._prepared else None
        return found.row.id if found is not None else None

    @property
    def is_going_on(self) -> bool:
        """Whether something is to be asked in this call."""
        return self._prepared is not None and self._prepared.state.current is not None

    def begin(self, callback: bytes) -> None:
        """Ask the person of a call, from the first item without an answer; nothing is shown where nothing is asked."""
        self._jobs.ask(
            interview_calls.prepared, key="callbacks.interview", done=self._show, failed=self._miss, callback=callback
        )

    def stop(self) -> None:
        """Show nothing any more."""
        self._prepared, self._item, self._held, self._flag = None, None, None, ""
        self.hide()
        self.flagged.emit(())
        self.asking.emit(False)

    def end_here(self) -> None:
        """Ask nothing more; how the call ended is to be said now, and has the room. *Back* asks on."""
        if self._prepared is not None and self._item is not None:
            self._item, self._held, self._flag = None, None, ""
            self.show_item(self.tr("Ended here. Say below how the call ended; Back asks on."), "", (), self._place())
            self.show_ways(asking=False, back=True)
        elif self._flag:
            self._flag = ""
            self._show_current()
        self.over.emit(self._suggested())

    def go_back(self) -> None:
        """Show the question before the one that is shown, to be answered again."""
        prepared = self._prepared
        ended_here = self._item is None and self.is_going_on
        if prepared is None or self._flag or ended_here:
            self._flag = ""
            self._show_current()
            return
        asked = list(prepared.state.asked)
        here = asked.index(self._item.id) if self._item is not None and self._item.id in asked else len(asked)
        if here:
            self._show_item(prepared.state.questionnaire.item(asked[here - 1]))

    def retranslate(self) -> None:
        """Set all texts in the language of the window; what is asked stays in the language of the interview."""
        super().retranslate()
        if self.__dict__.get("_prepared") is None:
            return
        if self._flag:
            self._ask_flag(self._flag)
        else:
            self._show_item(self._item)

    def _show(self, prepared: Prepared | None) -> None:
        self._prepared, self._held, self._flag = prepared, None, ""
        self.setVisible(prepared is not None)
        self._tell_raised()
        if prepared is not None:
            self.set_title(in_language(prepared.state.questionnaire.title, prepared.language))
            self._show_current()

    def _show_current(self) -> None:
        if self._prepared is not None:
            self._show_item(self._prepared.state.current)

    def _show_item(self, item: Item | None) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        self._item, self._held = item, None
        state, language = prepared.state, prepared.language
        place = self._place()
        self.show_progress(state.progress)
        if item is None:
            early = self.tr("Nothing more is asked after this answer. Say below how the call ended.")
            over = self.tr("Everything is asked. Say below how the call ended.")
            self.show_item(early if state.ended_by else over, "", (), place)
        else:
            note = presenting.note(item, state, language)
            answers = presenting.answers(item, language)
            question, marked = (one(item, state, language) for one in (presenting.question, presenting.emphasized))
            self.show_item(question, note, answers, place, self.asked_of(item), emphasized=marked)
            if item.id in state.asked:
                word = presenting.word(item, state.coded[item.id], language)
                text = self.tr("Answered: {answer}. Answer again, or Enter to leave it.").format(answer=word)
                typed = word if item.kind in (ItemKind.TEXT, ItemKind.LONG_TEXT) else ""
                self.show_former(text if word else "", typed)  # a statement has no answer in words
        self.show_ways(asking=item is not None, back=bool(state.asked))
        self.asking.emit(item is not None)
        if item is not None:
            self.focus_line()

    def _place(self) -> str:
        """Return how many questions were asked, of how many."""
        asked, waiting = (self._prepared.state.asked, self._prepared.state.waiting) if self._prepared else ((), ())
        return self.tr("{done} of {all}").format(done=len(asked), all=len(asked) + len(waiting))

    def _look(self, text: str) -> None:
        """One key is a whole answer to most questions; one that no answer has is told before anybody types on."""
        if self._item is not None and not self._flag and self._held is None and presenting.is_decided(self._item, text):
            self._take(text)

    def _take(self, text: str) -> None:
        prepared, item = self._prepared, self._item
        if prepared is None:
            return
        if self._flag:
            self.take_flag(text)
        elif item is None:
            self.over.emit(self._suggested())
        elif not text.strip() and self._held is None and item.id in prepared.state.asked:
            self._show_current()
        else:
            self._weigh(item, self._given(item, text))

    def _given(self, item: Item, text: str) -> Given:
        """Return the answer, or the one that was held with the reason or the second look that it lacked."""
        if self._held is None:
            return presenting.given_of(item, text)
        given, trouble = self._held
        if presenting.needs_reason(trouble):
            return presenting.with_reason(item, given, text)
        if presenting.may_confirm(trouble) and not text.strip():
            return confirmed(given, trouble)
        return presenting.given_of(item, text)

    def _weigh(self, item: Item, given: Given) -> None:
        """Keep an answer that can stand; say beside the question what is wrong with another."""
        prepared = self._prepared
        if prepared is None:
            return
        trouble = trouble_of(item, given, prepared.state.around)
        if trouble is None:
            self._held = None
            self.heard.emit()
            self._jobs.do(
                interview_calls.answer, done=self._kept, failed=self._refuse, initiator=self, asked=prepared.asked,
                given=given,
            )  # fmt: skip
            return
        self._held = (given, trouble) if presenting.needs_reason(trouble) or presenting.may_confirm(trouble) else None
        text = presenting.trouble(trouble, prepared.state, prepared.language, languages.current())
        if presenting.may_confirm(trouble):
            meant = presenting.word(item, given.coded, prepared.language)
            text = self.tr("{what} ({answer}). Enter keeps it; or answer again.").format(
                what=presenting.before_a_second_look(text), answer=meant
            )
        if not presenting.needs_reason(trouble):
            self.show_trouble(text, presenting.answers(item, prepared.language))
            self.line.setPlaceholderText(self.asked_of(item))
            return
        self.heard.emit()
        self.show_trouble(text, presenting.reasons(item, prepared.language), calm=True)
        self.line.setPlaceholderText(self.tr("A number of the list, or words; Enter goes on"))

    def _kept(self, found: Standing) -> None:
        prepared = self._prepared
        if prepared is None or (prepared.asked.callback != found.row.asked.callback):
            return
        before = prepared.found
        self._prepared = Prepared(found.row.asked, prepared.empty, found, prepared.language)
        self._tell_raised()
        self._show_current()
        if interview_cases.must_raise(found) and not (before is not None and interview_cases.must_raise(before)):
            self.raise_urgent()
        elif found.state.is_over:
            self.over.emit(self._suggested())

    def _tell_raised(self) -> None:
        found = self._prepared.found if self._prepared else None
        self.flagged.emit(found.flags if found is not None else ())

    def _suggested(self) -> str:
        found = self._prepared.found if self._prepared else None
        return interview_calls.suggested(found) if found is not None else ""

    def _put_aside(self) -> None:
        self._held = None

    def _miss(self, error: AppError) -> None:
        self.failed.emit(error)

    def _refuse(self, error: AppError) -> None:
        self.show_trouble(wording.told(error, languages.current()))
