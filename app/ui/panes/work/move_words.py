"""The texts about inquiries that went to another center or came from one."""

from PySide6.QtCore import QObject

from app.models.inquiries import EventKind, InquiryEvent
from app.services import wording
from app.ui.kit import languages


class MoveWords(QObject):
    """Says in the language of the window where an inquiry went and what is told of it there."""

    def title(self, event: InquiryEvent, title: str) -> str:
        """Return what a step is called that tells of another center; ``title`` where it is called nothing else."""
        center = str(event.elsewhere.get("center", ""))
        if event.kind is EventKind.CANCELLED:
            return self.tr("Transferred to {center}").format(center=center)
        if event.kind is EventKind.IMPORTED:
            number = str(event.elsewhere.get("number", ""))
            return self.tr("Came from {center}, where it is {number}").format(center=center, number=number)
        return self.tr("{center}: {step}").format(center=center, step=title)

    def passed(self, event: InquiryEvent) -> str:
        """Return what was passed on with a transfer; "" for another step."""
        return wording.label("passed", str(event.elsewhere.get("passed", "")), languages.current())
