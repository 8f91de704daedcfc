"""A hub on a real PostgreSQL for the tests, started once; each test has stations of its own in it."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from app.outside import hub_setup
from benchmarks.postgres import Server, binaries, cloned, free_port, initialize

__all__ = ["Server"]


def _folder() -> Path:
    """Return a folder that the server's user can reach: pytest closes its own to everybody else at each start."""
    made = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    made.chmod(0o755)
    return made


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """A cluster with an empty hub in the database ``hub``, to be cloned."""
    if binaries() is None:
        pytest.skip("no PostgreSQL binaries for this system")
    folder = _folder()
    data = initialize(folder / "made")
    server = Server(data, free_port()).start()
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE hub")
    hub_setup.init(server.place("hub"))
    assert server.process is not None
    server.process.send_signal(signal.SIGINT)
    server.process.wait()
    yield data
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def server(cluster: Path) -> Iterator[Server]:
    """A running server that every test may use, each with stations of its own."""
    folder = _folder()
    running = cloned(cluster, folder)
    yield running
    running.stop()
    shutil.rmtree(folder)
