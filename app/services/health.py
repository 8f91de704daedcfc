"""Health: is everything that was ever saved still here, as it was written, and do the tables say the same?"""

from collections.abc import Callable
from dataclasses import dataclass

from app.models.accounts import Permission
from app.services import callback_queue, clocks
from app.services.office import View, Work
from app.store import clocks as clock_rows
from app.store.pages import damaged_pages
from app.store.rebuild import ChainReport, check_chain, digest, rebuild

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Health:
    """What a check found: records read, the first records that do not verify, and what SQLite says of the file."""

    records: int
    broken_at: tuple[tuple[str, int], ...]
    damaged_pages: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.broken_at and not self.damaged_pages


def check(view: View, *, progress: Progress | None = None) -> Health:
    """Check every page of the file and every link of the journal's chain. Reads all, changes nothing."""
    chain: ChainReport = check_chain(view.rows, progress)
    return Health(chain.records, chain.broken_at, damaged_pages(view.rows))


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
    before = _said(work)
    read = rebuild(work.tx, progress)
    clocks.rebuild(work)
    callback_queue.rebuild(work)
    after = _said(work)
    return Rebuilt(read, tuple(sorted(name for name, said in after.items() if said != before[name])))


def _said(view: View) -> dict[str, str]:
    """Return a hash of what each table says, clocks among them."""
    return {**digest(view.rows), "clocks": clock_rows.digest(view.rows)}
