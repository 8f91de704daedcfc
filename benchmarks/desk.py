"""The desk that is measured: a demo installation in build/bench, made once for each size and used again."""

import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app import bootstrap
from app.services import accounts, demo
from app.services.office import Office
from app.store.store import Store

FOLDER = Path(__file__).resolve().parent.parent / "build" / "bench"


@dataclass(frozen=True)
class Desk:
    """An open desk, where it lies, and the key of its file."""

    office: Office
    folder: Path
    key: bytes

    @property
    def store(self) -> Store:
        """Return its store."""
        return self.office.store

    @property
    def path(self) -> Path:
        """Return its database."""
        return bootstrap.database_in(self.folder)


def folder_of(inquiries: int) -> Path:
    """Return the folder of the desk with so many inquiries; fill it first where it is not there."""
    folder = FOLDER / str(inquiries)
    if not folder.exists():
        _fill(folder, inquiries)
    return folder


def desk(inquiries: int) -> Desk:
    """Open the desk with so many inquiries, signed in as an operator."""
    folder = folder_of(inquiries)
    house = bootstrap.demo(folder, _nothing)
    house.office.sign_in(house.office.ask(accounts.sign_in, "wang", bootstrap.DEMO_PASSWORD))
    return Desk(house.office, folder, house.keys.database)


def _nothing(office: Office) -> None:
    """The desk is filled already."""


def _fill(folder: Path, inquiries: int) -> None:
    making = folder.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    start = time.perf_counter()

    def pour(office: Office) -> None:
        demo.fill(office, inquiries=inquiries, progress=_Said())

    bootstrap.demo(making, pour).close()
    making.rename(folder)
    size = bootstrap.database_in(folder).stat().st_size
    took = time.perf_counter() - start
    print(f"filled {inquiries:,} inquiries in {took:,.0f} s, {size / 1e6:,.0f} MB", file=sys.stderr)


class _Said:
    """Says on standard error how far filling has come."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Say it once in a while."""
        if done % 100_000 == 0 or done == total:
            print(f"  {done:,} of {total:,}", file=sys.stderr)
