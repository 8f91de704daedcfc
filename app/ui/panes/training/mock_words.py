"""The words of mock calls that a page says, in the language of the window."""

from PySide6.QtCore import QObject


class MockWords(QObject):
    """Texts by name, asked for when they are shown."""

    def all(self) -> dict[str, str]:
        """Return every text in the language of the window."""
        return {
            "line": self.tr("Line"),
            "caller": self.tr("Caller"),
            "mood": self.tr("Mood"),
            "follows": self.tr("Understanding"),
            "script": self.tr("Answer"),
            "how": self.tr(
                "The call rings in the intake window, marked as practice. Ask for what you need, say the answer, save "
                "it as you would. Nothing of it is a contact, and no figure knows of it."
            ),
            "no_score": self.tr("Not scored by a person yet."),
            "proposed": self.tr("Proposed by the program; a person decides"),
            "critical": self.tr("critical"),
            "asked": self.tr("What you had to ask for"),
            "manner": self.tr("Manner"),
            "greeted": self.tr("Greeted"),
            "comforted": self.tr("Kind words"),
            "closed": self.tr("Closed politely"),
            "must_not": self.tr("Must not be said:"),
            "repeats": self.tr("Asked again what was told: {count}"),
            "too_much": self.tr("Too much at once: {count}"),
            "moods": self.tr("Mood:"),
            "not_saved": self.tr("Nothing was saved"),
            "saved": self.tr("Saved as"),
            "expected": self.tr("Expected:"),
            "transcript": self.tr("What was said"),
            "you": self.tr("Operator:"),
            "them": self.tr("Caller:"),
        }
