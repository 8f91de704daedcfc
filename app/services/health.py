"""Health: is everything that was ever saved still here, as it was written, and do the tables say the same?"""

from collections.abc import Callable
from dataclasses import dataclass

from app.models.accounts import Permission
from app.services import callback_queue, clocks
from app.services.office import View, Work
from app.store.rebuild import ChainReport, check_chain, damaged_pages, rebuild

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


def rebuild_tables(work: Work, *, progress: Progress | None = None) -> int:
    """Throw every table away and rebuild it from the journal; return how many records were read."""
    work.require(Permission.CHANGE_SETTINGS)
    read = rebuild(work.tx, progress)
    clocks.rebuild(work)
    callback_queue.rebuild(work)
    return read
