"""The practice desk: an office of its own with the same people, scripts, forms and policies, and nothing else.

Its database is another file, under a key that no one keeps; it is thrown away when the call is over. So whatever is
saved there reaches no figure, queue, search or hub of the real desk: there is no way from one file to the other.
"""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.models.accounts import Permission
from app.models.mock_records import Written
from app.models.practice import PRACTICE
from app.models.sync import Wire
from app.services.office import Office, View, Work
from app.services.script_search import ScriptSearch
from app.store import contacts as contact_rows
from app.store import practice as rows_of
from app.store import sync_apply
from app.store.store import Store

#: Folder of practice databases inside the data folder.
FOLDER = "practice"
#: The only doors to the world that a practice desk has: nothing of it is synced, claimed, backed up or written out.
_DOORS = ("center_secret", "holidays", "holiday_places", "documents", "voice")


@dataclass(frozen=True)
class PracticeDesk:
    """An open practice desk; ``folder`` holds its database alone."""

    office: Office
    folder: Path
    opened_at: datetime

    def close(self) -> None:
        """Close it and throw everything away."""
        self.office.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def open_for(view: View, office: Office) -> PracticeDesk:
    """Make a practice desk beside an office, for whoever sits there. Takes a moment: a question for a thread.

    Raises ``NotAllowed``.
    """
    person = view.require(Permission.PRACTICE)
    view.require(Permission.TAKE_CONTACTS)
    sweep(office)
    folder = office.store.path.parent / FOLDER / os.urandom(8).hex()
    folder.mkdir(parents=True, mode=0o700)
    store = Store.like(view.rows, folder / "practice.db", os.urandom(32), office.clock.now)
    world = {name: office.outside[name] for name in _DOORS if name in office.outside}
    made = Office(store, office.clock, {**world, "script_search": ScriptSearch(), PRACTICE: True})
    made.sign_in(person)
    for records in rows_of.reference(view.rows):
        made.do(_take, records)
    return PracticeDesk(made, folder, view.now)


def _take(work: Work, records: list[Wire]) -> None:
    sync_apply.take(work.tx, records)


def sweep(office: Office) -> None:
    """Remove what a practice desk that was cut short has left: nobody has the key to it."""
    shutil.rmtree(office.store.path.parent / FOLDER, ignore_errors=True)


def written(view: View, contact: bytes) -> Written | None:
    """Return what a contact that was saved at a practice desk says, None where it is not there."""
    view.require(Permission.PRACTICE)
    row = contact_rows.by_id(view.rows, contact)
    if row is None:
        return None
    category = rows_of.category_of(view.rows, contact) or ""
    given = tuple(one.key for one in row.scripts)
    return Written(row.result.value, category, row.summary or "", row.narrative or "", given)
