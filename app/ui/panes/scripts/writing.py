"""What the commands of the scripts pane do that begin to write, or go back to the library."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.models.errors import AppError
from app.models.script_life import ScriptHasErrors, ScriptStep
from app.services import script_outline
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.asking import StepSaid
from app.ui.panes.scripts.desk import LibraryDesk
from app.ui.panes.scripts.editing import Editing
from app.ui.panes.scripts.importing import ImportPage


class WritingPane(QWidget):
    """A pane with a library and an editor; the class below it makes both."""

    changed_library = Signal()

    desk: LibraryDesk
    editing: Editing
    jobs: Jobs
    strip: MessageStrip
    importing: ImportPage | None
    commands: CommandTable
    _pages: QStackedWidget

    def has_script(self) -> bool:
        """Whether a script is open."""
        return self.desk.reading.card is not None and self._pages.currentWidget() is self.desk

    def leave_import(self) -> None:
        """Go back to the library from the import."""
        if self._is_importing():
            self._pages.setCurrentWidget(self.desk)
            self.desk.library.focus_search()
            self.commands.refresh()

    def _is_importing(self) -> bool:
        return self.importing is not None and self._pages.currentWidget() is self.importing

    def can_write(self) -> bool:
        """Whether this person may begin to write a script."""
        return self.editing.can_write()

    def can_edit(self) -> bool:
        """Whether this person may write the next draft of the open script."""
        return self.has_script() and self.editing.can_write()

    def can_go_on(self) -> bool:
        """Whether this person left something that she was writing."""
        return self.editing.can_go_on()

    def write_new(self) -> None:
        """Begin a new script."""
        self.leave_import()
        self.editing.new()

    def edit(self) -> None:
        """Write the next draft of the open script."""
        if self.desk.reading.card is not None:
            self.editing.edit(self.desk.reading.card.script.key)

    def go_on(self) -> None:
        """Go on with what was being written."""
        self.leave_import()
        self.editing.go_on()

    def take_step(self, step: ScriptStep, said: StepSaid) -> None:
        """Take a step of the newest version's life."""
        life = self.desk.facts.life.life
        if life is not None:
            self.jobs.do(
                asking.take_step,
                done=self.step_taken,
                failed=self.step_refused,
                script=life.key,
                number=life.number,
                step=step,
                said=said,
            )

    def end_flag(self) -> None:
        """Ask for the reply to the chosen flag of the open script, which closes it."""
        if self.desk.facts.flag() is not None:
            self.desk.facts.reply.begin()

    def reply_to_flag(self, answer: str) -> None:
        """Close the chosen flag; who flagged is told the answer."""
        flag = self.desk.facts.flag()
        if flag is not None:
            self.jobs.do(
                script_outline.end_flag, done=self.flag_ended, failed=self.step_refused, flag=flag, answer=answer
            )

    def flag_ended(self, _nothing: object) -> None:
        """Say so after the commit."""
        self.strip.success(self.tr("The flag is closed."))
        self.changed_library.emit()

    def step_taken(self, _value: object) -> None:
        """Show the script as it is after the commit."""
        self.strip.success(self.tr("Done: the step is in the history."))
        self.desk.reading.reload()

    def step_refused(self, error: AppError) -> None:
        """Say why a step could not be taken; what is wrong in the script is shown beside its fields."""
        if isinstance(error, ScriptHasErrors) and self.can_write():
            self.editing.edit(str(error.facts["key"]))
        self.editing.refused.emit(error)

    def show_library(self) -> None:
        """Go back to the library from wherever one is."""
        self.leave_import()
        self.editing.close()

    def focus_search(self) -> None:
        """Go to the search line."""
        self.show_library()
        self.desk.library.focus_search()

    def focus_first(self) -> None:
        """Put the cursor where a person begins: into the search line, or into what she was writing."""
        if self.editing.is_open and self.editing.editor is not None:
            self.editing.editor.pages.focus_first()
        else:
            self.focus_search()
