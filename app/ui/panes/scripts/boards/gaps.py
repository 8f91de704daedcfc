"""The board of what callers ask and no script answers well, below the scripts that operators proposed for it."""

from collections.abc import Iterator

from app.services.script_gaps import Gap
from app.services.script_proposals import OpenProposal
from app.ui.kit import languages
from app.ui.kit.presenting_time import relative
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.board import Board
from app.ui.panes.scripts.line_list import Line


class GapsBoard(Board):
    """Proposals stand first, then the most wanted gap and what speaks for it. ``answer`` is the open script's title."""

    answer = ""

    def lines(self, todo: ToDo) -> Iterator[Line]:
        """Yield what was proposed, then what is missing."""
        language = languages.current()
        for one in todo.proposed:
            when = relative(one.proposed.at, todo.now, language, todo.zone)
            detail = self.tr("proposed by {name}, {when}").format(name=one.proposed.by or "–", when=when)
            yield Line(one, one.title, detail, ((self.tr("Proposed"), "accent"),))
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

    def next_step(self, found: Gap | OpenProposal) -> str:
        """Return what closes the gap."""
        if isinstance(found, OpenProposal):
            return self.tr("Read it beside its contact, then write its next draft (F4), or put it aside.")
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
