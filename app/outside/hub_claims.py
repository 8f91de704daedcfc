"""Claims at the hub, over a short-lived connection: a call never waits long for them, and a hub that is away is left
alone for a while.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.models.claims import Claim
from app.models.errors import AppError

if TYPE_CHECKING:
    from app.outside.hub import PostgresHub
    from app.services.office import Office

#: Longest wait of a call for the hub, and how long a hub that did not answer is not asked again (seconds).
PATIENCE_S, QUIET_S = 3.0, 300.0
_CONNECT_S = "2"


def _hub(login: Mapping[str, str]) -> "PostgresHub":
    from app.outside.hub import PostgresHub

    return PostgresHub({**login, "connect_timeout": _CONNECT_S}, patience_s=PATIENCE_S)


@dataclass
class HubClaims:
    """The claims of an office's station. ``clock`` counts seconds and never goes back."""

    office: "Office"
    connect: Callable[[Mapping[str, str]], "PostgresHub"] = _hub
    clock: Callable[[], float] = time.monotonic
    _quiet_until: float = field(default=float("-inf"), init=False)

    @property
    def away(self) -> bool:
        """Whether the hub did not answer lately."""
        return self.clock() < self._quiet_until

    def claim(self, case: bytes, seconds: int) -> Claim | None:
        """Take a case, or learn who has it; None where there is no hub or it does not answer."""
        found: list[Claim | None] = []

        def ask(hub: "PostgresHub") -> None:
            found.append(hub.claim(case, seconds))

        self._with_hub(ask)
        return found[0] if found else None

    def release(self, case: bytes) -> None:
        """Give a case back; where the hub is away the claim ends by itself."""

        def ask(hub: "PostgresHub") -> None:
            hub.release(case)

        self._with_hub(ask)

    def _with_hub(self, ask: "Callable[[PostgresHub], None]") -> None:
        from app.services.hub_sync import connection_of

        login = None if self.away else connection_of(self.office)
        if login is None:
            return
        hub = self.connect(login)
        try:
            ask(hub)
        except AppError:
            self._quiet_until = self.clock() + QUIET_S
        finally:
            hub.close()
