"""Says that a call rings beside a conversation, and who it is as far as the number tells."""

from PySide6.QtCore import QCoreApplication

from app.services import phone_numbers
from app.ui.kit.jobs import Jobs


def ring_words(jobs: Jobs, number: str) -> str:
    """Return the sentence for a call of this number, "" where it is not known."""
    if not number:
        return QCoreApplication.translate("ring_words", "A call rings. F2 picks it up.")
    text = QCoreApplication.translate("ring_words", "{number} rings.")
    return text.format(number=jobs.office.ask(phone_numbers.told, number=number))
