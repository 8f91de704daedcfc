"""The board of scripts that end, are due for review, or that nobody uses."""

from collections.abc import Iterator

from app.models.script_expiry import ExpiryReason
from app.services import wording
from app.services.script_boards import Expiring
from app.ui.kit import languages
from app.ui.kit.presenting_time import day
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.board import Board
from app.ui.panes.scripts.boards.presenting import title_of
from app.ui.panes.scripts.line_list import Line

REVIEWS = (ExpiryReason.REVIEW_OVERDUE, ExpiryReason.REVIEW_SOON)


class ExpiringBoard(Board):
    """The earliest day stands first; the reason is marked."""

    def lines(self, todo: ToDo) -> Iterator[Line]:
        """Yield what has run out or will."""
        language = languages.current()
        for one in todo.expiring:
            reason = wording.label("expiry_reason", one.reason, language)
            detail = self.tr("{reason} · {day}").format(reason=reason, day=day(one.since_on, todo.today, language))
            start = detail.find(reason)
            if one.confirmed_at is not None:
                used = day(one.confirmed_at.astimezone(todo.zone).date(), todo.today, language)
                detail = self.tr("{detail} · last answered a call {day}").format(detail=detail, day=used)
            yield Line(one, title_of(one.script, language), detail, marks=((start, start + len(reason)),))

    def words(self) -> tuple[str, str, str, str]:
        """Return what the list is called and what stands there without one."""
        return (
            self.tr("Scripts that run out"),
            self.tr("Nothing runs out"),
            self.tr("Scripts that end or are due for review within 30 days, and those that nobody uses, appear here."),
            self.tr("Show all topics"),
        )

    def next_step(self, found: Expiring) -> str:
        """Return what is to be done, by the reason."""
        texts = {
            ExpiryReason.ENDED: self.tr("Write its next version if callers still ask; else leave it to the archive."),
            ExpiryReason.ENDS_SOON: self.tr("Have its next version approved before that day, or let it end."),
            ExpiryReason.REVIEW_OVERDUE: self.tr("Read it: say that it is still right, or write its next version."),
            ExpiryReason.REVIEW_SOON: self.tr("Read it: say that it is still right, or write its next version."),
            ExpiryReason.UNUSED: self.tr("Read it: add what callers say, so that it is found, or withdraw it."),
        }
        return texts[found.reason]
