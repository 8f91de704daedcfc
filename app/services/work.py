"""What a question sees and what a command works with. Every service function takes one of the two first."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.models.accounts import Permission, Person
from app.models.errors import NotAllowed, NotSignedIn
from app.models.settings import Settings
from app.store.journal import Rows, Tx


@dataclass(frozen=True)
class View:
    """What a question sees: rows to read, who asks, when, the settings, and the world by name (``outside``)."""

    rows: Rows
    by: Person | None
    now: datetime
    settings: Settings
    outside: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def person(self) -> Person:
        """Return who asks. Raises ``NotSignedIn``."""
        if self.by is None:
            raise NotSignedIn
        return self.by

    def require(self, permission: Permission) -> Person:
        """Return who asks if a role of theirs grants this. Raises ``NotSignedIn`` or ``NotAllowed``."""
        if not self.person.may(permission):
            raise NotAllowed(permission=permission.value)
        return self.person

    def require_with(self, permission: Permission, *, owner: bytes | None, unit: str | None = None) -> Person:
        """Return who asks if the right reaches a record of this owner and unit. Raises as ``require`` does."""
        if not self.person.may_with(permission, owner=owner, unit=unit):
            raise NotAllowed(permission=permission.value)
        return self.person


@dataclass(frozen=True)
class Work(View):
    """What a command works with: a view of what it has written so far, and the transaction in which that is saved."""

    tx: Tx = field(kw_only=True)
