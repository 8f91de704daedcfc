"""The board of words for which operators opened a script that does not know them yet."""

from collections.abc import Iterator

from app.services.script_gaps import Proposal
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.board import Board
from app.ui.panes.scripts.line_list import Line


class PhrasingsBoard(Board):
    """What most operators say stands first, with the script that they opened for it."""

    def lines(self, todo: ToDo) -> Iterator[Line]:
        """Yield the proposed phrasings."""
        for one in todo.phrasings:
            detail = self.tr("→ {title}").format(title=one.title)
            yield Line(one, one.words, detail, hint=f"{one.count}×")

    def words(self) -> tuple[str, str, str, str]:
        """Return what the list is called and what stands there without one."""
        return (
            self.tr("Proposed phrasings"),
            self.tr("No phrasing is proposed"),
            self.tr("Words for which two operators opened a script that was not on top appear here."),
            self.tr("Show all topics"),
        )

    def next_step(self, found: Proposal) -> str:
        """Return what adding it does."""
        text = self.tr("{people} people opened this script for these words. Add them, and it is found by them at once.")
        return text.format(people=found.operators)
