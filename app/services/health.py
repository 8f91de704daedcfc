"""Health: is everything that was ever saved still here, as it was written, and do the tables say the same?"""

from collections.abc import Callable
from dataclasses import dataclass

from app.models.accounts import Permission
from app.services import callback_queue, clocks
from app.services.office import View, Work
from app.store import clocks as clock_rows
from app.store import schema, sync_apply
from app.store.pages import damaged_pages
from app.store.rebuild import ChainReport, check_chain, digest, rebuild, restore

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Health:
    """What a check found: records read, the first records that do not verify, what SQLite says of the file, and the
    tables, indexes and guards that are not there."""

    records: int
    broken_at: tuple[tuple[str, int], ...]
    damaged_pages: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.broken_at and not self.damaged_pages and not self.missing


def check(view: View, *, progress: Progress | None = None) -> Health:
    """Check every page of the file and every link of the journal's chain. Reads all, changes nothing."""
    chain: ChainReport = check_chain(view.rows, progress)
    return Health(chain.records, chain.broken_at, damaged_pages(view.rows), schema.missing(view.rows))


def put_aside(view: View, *, most: int) -> tuple[int, list[tuple[str, str, str]]]:
    """Return how many rows of a sync could not be shown, and the oldest of them: what happened, id in hex, since when.

    Their records are in the journal; the next one of the row that can be read shows it again.
    """
    return sync_apply.put_aside(view.rows, most)


def restore_accounts(work: Work) -> tuple[str, ...]:
    """Make again what is missing, and the accounts as the journal says them: only they can be asked for the rest.

    Return what had been missing or had said something else.
    """
    made = schema.mend(work.tx)
    return (*made, "person") if restore(work.tx, "person") else made


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild did: how many records it read, and the tables that had said something else than the journal."""

    records: int
    mended: tuple[str, ...]


def rebuild_tables(work: Work, *, progress: Progress | None = None) -> Rebuilt:
    """Throw every table away and rebuild it from the journal, with the clocks that follow from it.

    Nobody else can save meanwhile; what ``progress`` raises leaves everything as it was.
    """
    work.require(Permission.CHANGE_SETTINGS)
    schema.mend(work.tx)
    before = _said(work)
    read = rebuild(work.tx, progress)
    clocks.rebuild(work)
    callback_queue.rebuild(work)
    after = _said(work)
    return Rebuilt(read, tuple(sorted(name for name, said in after.items() if said != before[name])))


def _said(view: View) -> dict[str, str]:
    """Return a hash of what each table says, clocks among them."""
    return {**digest(view.rows), "clocks": clock_rows.digest(view.rows)}
