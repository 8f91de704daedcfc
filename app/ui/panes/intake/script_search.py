"""What the right column needs of the library of scripts."""

from collections.abc import Sequence
from typing import Protocol

from app.services.office import View
from app.services.script_reading import OpenScript, Reading

LIMIT = 8


class Hit(Protocol):
    """One result: ``why`` is the phrase that matched, ``standing`` live, review_due, expired or withdrawn, ``fits``
    whether it is an answer and not only the nearest there is, ``said`` the similar calls to which it was given.
    """

    @property
    def key(self) -> str:
        """The script."""
        ...

    @property
    def title(self) -> str:
        """Its title in the language asked for."""
        ...

    @property
    def why(self) -> str:
        """The phrase that matched."""
        ...

    @property
    def standing(self) -> str:
        """What it is now."""
        ...

    @property
    def urgent(self) -> bool:
        """Whether it stands above the others."""
        ...

    @property
    def fits(self) -> bool:
        """Whether it is good enough to be an answer."""
        ...

    @property
    def said(self) -> int:
        """To how many similar calls it was given."""
        ...


class ScriptSearch(Protocol):
    """The library, as questions that a reader thread answers (``services.script_search`` is one)."""

    def query(self, view: View, *, text: str, language: str, limit: int = LIMIT) -> Sequence[Hit]:
        """Return the best scripts for what was typed so far (characters, pinyin, words), best first."""
        ...

    def suggest(self, view: View, *, category: str, text: str, language: str, limit: int = LIMIT) -> Sequence[Hit]:
        """Return what fits a contact before anything is typed; most given today where nothing is known of it."""
        ...

    def open(self, view: View, *, key: str, reading: Reading) -> OpenScript:
        """Return a script as it is read now. Raises ``RecordGone``."""
        ...
