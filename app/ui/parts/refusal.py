"""What was refused, in words that follow the language of the window."""

from dataclasses import dataclass

from app.models.errors import AppError
from app.services import wording
from app.ui.kit import languages


@dataclass(frozen=True)
class Refusal:
    """Says an error and the next step each time in the language that the window speaks then."""

    error: AppError

    def __call__(self) -> str:
        """Return what the error says."""
        return wording.told(self.error, languages.current())
