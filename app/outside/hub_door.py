"""The way from an office to its hub; what a sync needs is loaded when one is wanted: no start waits for it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.services.hub_sync import Synced
    from app.services.office import Office


@dataclass(frozen=True)
class HubDoor:
    """Syncs an office with the hub that its station belongs to. ``program`` is the version that it tells."""

    office: "Office"
    program: str = ""

    def run(self, **how: Any) -> "Synced":
        """Sync: see ``hub_sync.Syncer.run``."""
        from app.outside.hub import connected
        from app.services.hub_sync import Syncer

        return Syncer(self.office, connected, self.program).run(**how)
