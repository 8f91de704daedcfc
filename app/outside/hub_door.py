"""The way from an office to its hub; what a sync needs is loaded when one is wanted: no start waits for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.models.errors import AppError
from app.models.sync_errors import NotEnrolled
from app.outside import key_locks

if TYPE_CHECKING:
    from app.outside.hub_stop import HubStop
    from app.outside.key_escrow import KeyEscrow
    from app.services.hub_sync import Synced
    from app.services.office import Office

#: How long after it was last asked the hub is asked again for whom the key is to be sealed.
_ASKED_AGAIN = timedelta(hours=20)
#: The same where it did not work: there was no such key yet, or the line broke.
_TRIED_AGAIN = timedelta(minutes=15)


@dataclass(frozen=True)
class HubDoor:
    """Syncs an office with the hub that its station belongs to. ``program`` is the version that it tells."""

    office: "Office"
    program: str = ""

    def run(self, **how: Any) -> "Synced":
        """Sync: see ``hub_sync.Syncer.run``. A whole sync leaves the key sealed for the center, once a day.

        ``wish`` also ends what the hub is waited for at that moment. Raises also KeyChanging.
        """
        from app.outside.hub import PostgresHub, connected
        from app.outside.hub_stop import HubStop
        from app.services.hub_sync import Syncer

        stop, wish = HubStop(), how.get("wish")
        if wish is not None:
            wish.then(stop.now)

        def reached(login: Mapping[str, str]) -> PostgresHub:
            return connected(login, stop)

        with key_locks.staying(self.office.store.path):  # the key of the file stays until the sync is over
            done = Syncer(self.office, reached, self.program).run(**how)
            if how.get("whole", True) and self._is_escrow_due():
                try:
                    self.keep_key(stop=stop)
                except AppError as error:  # what was synced is synced; doctor says it
                    self._note({"error": type(error).__name__, **error.facts})
        return done

    def keep_key(self, trust: str = "", *, stop: "HubStop | None" = None) -> str:
        """Seal the key for the center and give it to the hub: see ``KeyEscrow.keep``. Raises also ``NotEnrolled``."""
        from app.outside.hub import connected
        from app.services import hub_sync

        login = hub_sync.connection_of(self.office)
        if login is None:
            raise NotEnrolled
        hub = connected(login, stop)
        try:
            named = self._escrow.keep(hub, trust=trust)
        finally:
            hub.close()
        self._note({})
        return named

    def why_no_key(self) -> dict[str, object] | None:
        """Return the error that kept the sealed key from the hub, and its facts; empty: none, None: never tried."""
        found = self.office.store.meta("escrow_failed")
        return json.loads(found) if isinstance(found, str) else None

    @property
    def _escrow(self) -> "KeyEscrow":
        outside: dict[str, Any] = self.office.outside
        return outside["escrow"]

    def _is_escrow_due(self) -> bool:
        if "escrow" not in self.office.outside:
            return False
        tried = self.office.store.meta("escrow_tried_at")
        if not isinstance(tried, str) or self.office.store.meta("escrow_key") != self._mark:
            return True
        patience = _TRIED_AGAIN if self.why_no_key() else _ASKED_AGAIN
        return self.office.clock.now() - datetime.fromisoformat(tried) >= patience

    @property
    def _mark(self) -> str:
        """Say what lies where: with another key, secret, hub or life of the hub the copy there is due at once."""
        return f"{self._escrow.mark} {self.office.store.meta('hub_id')} {self.office.store.meta('hub_life')}"

    def _note(self, failed: Mapping[str, object]) -> None:
        now, told = self.office.clock.now().isoformat(), json.dumps(failed, default=str)
        self.office.store.set_meta(escrow_key=self._mark, escrow_tried_at=now, escrow_failed=told)
