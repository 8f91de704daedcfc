"""The texts about inquiries that went to another center or came from one."""

from PySide6.QtCore import QObject

from app.models.inquiries import EventKind, InquiryEvent
from app.models.transfers import News
from app.services import wording
from app.ui.kit import languages


class MoveWords(QObject):
    """Says in the language of the window where an inquiry went and what is told of it there."""

    def title(self, event: InquiryEvent, title: str) -> str:
        """Return what a step is called that tells of another center; ``title`` where it is called nothing else."""
        center = str(event.elsewhere.get("center", ""))
        if not center:
            return title
        if (news := self._news(event, center)) and event.kind is not EventKind.IMPORTED:
            return news
        if event.kind is EventKind.CANCELLED:
            return self.tr("Transferred to {center}").format(center=center)
        if event.kind is EventKind.IMPORTED:
            number = str(event.elsewhere.get("number", ""))
            return self.tr("Came from {center}, where it is {number}").format(center=center, number=number)
        return self.tr("{center}: {step}").format(center=center, step=title)

    def told(self, event: InquiryEvent) -> str:
        """Return what another center told by a step, in one line."""
        language = languages.current()
        state = wording.label("inquiry_state", event.state.value, language) if event.state else ""
        return self.title(event, state or wording.label("event_kind", event.kind.value, language))

    def passed(self, event: InquiryEvent) -> str:
        """Return what was passed on with a transfer; "" for another step."""
        said = [wording.label("passed", str(event.elsewhere.get("passed", "")), languages.current())]
        if event.kind is EventKind.IMPORTED and News.NEVER_CALL in event.elsewhere:
            said.append(self.tr("the caller asked never to be called"))
        return " · ".join(one for one in said if one)

    def _news(self, event: InquiryEvent, center: str) -> str:
        """Return what a center says of an inquiry beside where it stands."""
        said = event.elsewhere
        if News.TAKEN_OVER in said:
            return self.tr("{center}: taken over by {other}").format(center=center, other=said[News.TAKEN_OVER])
        if News.KEPT in said:
            told = self.tr("{center}: decided that you work on it, and no longer {others}")
            return told.format(center=center, others=", ".join(said[News.KEPT]))
        if News.BOTH in said:
            told = self.tr("{center}: it was sent to {others} too; which center works on it is being decided")
            return told.format(center=center, others=", ".join(said[News.BOTH]))
        if News.NEVER_CALL in said:
            return self.tr("{center}: the caller asked never to be called").format(center=center)
        return ""
