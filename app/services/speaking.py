"""Speaking aloud: what a mock call needs of a voice of this computer, and the silence where there is none."""

from typing import Protocol

from app.models.accounts import Permission
from app.services.office import View


class Speaks(Protocol):
    """A voice, or none."""

    def can_speak(self, language: str) -> bool:
        """Say whether a voice of a language (zh, en) is there."""
        ...

    def say(self, text: str, language: str) -> bool:
        """Begin to say something without waiting for its end; False where no voice speaks the language."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...


class Silence:
    """No voice at all."""

    def can_speak(self, language: str) -> bool:
        """Speak no language."""
        return False

    def say(self, text: str, language: str) -> bool:
        """Say nothing."""
        return False

    def stop(self) -> None:
        """Be silent, as always."""


def voice(view: View) -> Speaks:
    """Return the voice of this computer; one that never speaks where the world has none. Raises ``NotAllowed``."""
    view.require(Permission.PRACTICE)
    return view.outside.get("voice") or Silence()
