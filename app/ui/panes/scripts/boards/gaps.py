"""The board of what callers ask and no script answers well."""

from collections.abc import Iterator

from app.services.script_gaps import Gap
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.board import Board
from app.ui.panes.scripts.line_list import Line


class GapsBoard(Board):
    """The most wanted stands first, with what speaks for it. ``answer`` is the title of the script that is open."""

    answer = ""

    def lines(self, todo: ToDo) -> Iterator[Line]:
        """Yield what is missing."""
        for one in todo.gaps:
            yield Line(one, one.words, self._reasons(one), hint=f"{one.count}×")

    def words(self) -> tuple[str, str, str, str]:
        """Return what the list is called and what stands there without one."""
        return (
            self.tr("What no script answers"),
            self.tr("No gap is known"),
            self.tr("Searches that found nothing and answers from own knowledge of the last 90 days appear here."),
            self.tr("Show all topics"),
        )

    def next_step(self, found: Gap) -> str:
        """Return what closes the gap."""
        if self.answer:
            text = self.tr("Is “{title}” the answer? Then add the words to it. If no script is, write one.")
            return text.format(title=self.answer)
        return self.tr("Enter searches for these words: open the script that answers them, or write one.")

    def _reasons(self, one: Gap) -> str:
        counted = (
            (one.nothing, self.tr("nothing found")),
            (one.left, self.tr("nothing opened")),
            (one.late, self.tr("found late")),
            (one.own, self.tr("own knowledge")),
        )
        parts = [f"{text} {count}" for count, text in counted if count]
        examples = [self.tr("“{words}”").format(words=words) for words in one.examples]
        return " · ".join((*parts, *examples))
