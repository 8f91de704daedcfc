"""The words around a notice, in the language of the window."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QObject

from app.models.script_notices import Notice, NoticeKind
from app.ui.kit import languages
from app.ui.kit.presenting_time import relative
from app.ui.parts.notice_texts import Words

#: The color of each kind.
TONES = {
    NoticeKind.URGENT: "danger",
    NoticeKind.WITHDRAWN: "danger",
    NoticeKind.CHANGED: "warning",
    NoticeKind.ANSWERED: "accent",
}


class NoticeWords(QObject):
    """Says when and by whom a notice came about, and what the parts of a script are called."""

    def told(self, notice: Notice, now: datetime, zone: tzinfo, *, given: int | None = None) -> str:
        """Return since when it is so, by whom, and which version was known; ``given`` is the one that counts now."""
        when = relative(notice.at, now, languages.current(), zone)
        if notice.kind is NoticeKind.WITHDRAWN and given is not None:
            text = self.tr("Version {version} was withdrawn {when}, {by}. Version {given} counts again.")
        elif notice.kind is NoticeKind.WITHDRAWN:
            text = self.tr("Version {version} was withdrawn {when}, {by}. It is given to nobody any more.")
        elif notice.kind is NoticeKind.ANSWERED:
            text = self.tr("You flagged it; answered {when}, {by}.")
        elif notice.known is None:
            text = self.tr("New {when}, {by}.")
        else:
            text = self.tr("Version {version} since {when}, {by}. You knew version {known}.")
        return text.format(version=notice.version, known=notice.known, when=when, by=notice.by or "–", given=given)

    def first(self) -> str:
        """Return what is said of a notice that goes before the next call."""
        return self.tr(
            "Read it before the next call: F2 leads here, a second F2 takes a call that is on the line already."
        )

    def headings(self) -> Words:
        """Return the headings of a notice."""
        return Words(
            reason=self.tr("Why"),
            answer=self.tr("Answer"),
            flagged=self.tr("Your flag"),
            differs=self.tr("What differs"),
            same=self.tr("Nothing that is said to callers differs."),
            points=self.tr("Key points"),
            places={
                "title": self.tr("Title"),
                "question": self.tr("Question"),
                "say": self.tr("Say"),
                "if_asked": self.tr("If asked"),
                "escalate": self.tr("Hand on"),
                "record": self.tr("Write down"),
                "key_points": self.tr("Key point"),
                "must_not_say": self.tr("Never say"),
                "sources": self.tr("Source"),
                "effective_from": self.tr("Valid from"),
                "effective_to": self.tr("Valid until"),
            },
        )
