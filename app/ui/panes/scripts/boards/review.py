"""The board of versions that wait for somebody to approve them."""

from collections.abc import Iterator

from app.models.script_life import ScriptStep
from app.scripts_library.script import Risk
from app.services.script_boards import Waiting
from app.ui.kit import languages
from app.ui.kit.presenting_time import relative
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.board import Board
from app.ui.panes.scripts.boards.presenting import title_of
from app.ui.panes.scripts.line_list import Line


class ReviewBoard(Board):
    """What waits longest stands first, with its author and how many have approved it."""

    def lines(self, todo: ToDo) -> Iterator[Line]:
        """Yield the versions in review."""
        language = languages.current()
        for one in todo.waiting:
            when = relative(one.since, todo.now, language, todo.zone)
            parts = [part for part in (one.life.author or one.by, when, one.note) if part]
            chip = self._risk(one)
            hint = f"{len(one.life.approved_by)}/{one.life.approvers}"
            yield Line(
                one, title_of(one.script, language), " · ".join(parts), ((chip, "warning"),) if chip else (), hint
            )

    def words(self) -> tuple[str, str, str, str]:
        """Return what the list is called and what stands there without one."""
        return (
            self.tr("Versions that wait for review"),
            self.tr("Nothing waits for review"),
            self.tr("Whoever writes a script submits its draft, and it appears here for a second person."),
            self.tr("Show all topics"),
        )

    def next_step(self, found: Waiting) -> str:
        """Return who has to do what."""
        life = found.life
        if ScriptStep.APPROVE in life.steps:
            text = self.tr("Version {number}: read it, then approve it or send it back.")
        elif life.approved_by:
            text = self.tr("Version {number}: one more person has to approve it.")
        else:
            text = self.tr("Version {number}: somebody else has to approve it, because you wrote it.")
        return text.format(number=life.number)

    def _risk(self, one: Waiting) -> str:
        if one.script.risk is Risk.EMERGENCY:
            return self.tr("Urgent")
        return self.tr("High risk") if one.script.risk is Risk.HIGH else ""
