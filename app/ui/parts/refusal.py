"""What was refused, in words that follow the language of the window."""

from dataclasses import dataclass

from app.models.errors import AppError
from app.services import wording
from app.ui.kit import languages


@dataclass(frozen=True, eq=False)
class Refusal:
    """Says an error and the next step each time in the language that the window speaks then."""

    error: AppError

    def __post_init__(self) -> None:
        """Let go of the failed job: what it held, a caller's words among it, is not kept while a message stands."""
        self.error.__traceback__ = self.error.__context__ = self.error.__cause__ = None

    def __eq__(self, other: object) -> bool:
        """Say whether the other one says the same, be it of another attempt."""
        return isinstance(other, Refusal) and self() == other()

    def __hash__(self) -> int:
        """Agree with ``__eq__``."""
        return hash(self())

    def __call__(self) -> str:
        """Return what the error says."""
        return wording.told(self.error, languages.current())
