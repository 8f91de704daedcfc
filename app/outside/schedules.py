"""Puts the nightly sync into the schedule of the operating system, shows it, and takes it out again."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from app.models.sync_errors import ScheduleAbsent, ScheduleRefused, ScheduleWithoutSession
from app.outside.files import write_whole
from app.outside.schedule_units import SYNC, launchd_plist, systemd_service, systemd_timer, windows_task

#: Runs one command and returns its exit code and what it said.
Run = Callable[[Sequence[str]], tuple[int, str]]
_WAIT_S = 60
#: Exit code of a command that is not there, as a shell gives it.
ABSENT = 127


def run_command(words: Sequence[str]) -> tuple[int, str]:
    """Run a command of the system."""
    try:
        done = subprocess.run(  # noqa: S603 - the system's own schedule, without a shell
            words, capture_output=True, text=True, errors="replace", timeout=_WAIT_S, check=False
        )
    except OSError as error:
        return ABSENT, str(error)
    except subprocess.TimeoutExpired as error:
        return 1, str(error)
    return done.returncode, (done.stdout + done.stderr).strip()


@dataclass(frozen=True)
class Job:
    """What is to run: a name without blanks, the words of its command, when, and what it is for (``says``)."""

    name: str
    words: tuple[str, ...]
    at: time
    says: str = SYNC


@dataclass(frozen=True)
class Schedule:
    """The schedule of one system. ``home`` is the person's folder."""

    system: str = sys.platform
    home: Path = Path("~")
    run: Run = run_command

    def install(self, job: Job) -> list[Path]:
        """Put a job in, or replace it; return the files that were written.

        Raises ``ScheduleRefused``, with the files as they were: a job that never runs is not called scheduled.
        """
        if self.system == "win32":
            return self._install_task(job)
        files = self._files(job)
        before = {path: path.read_bytes() for path in files if path.exists()}
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
        try:
            self._begin(job, files)
        except ScheduleRefused:
            for path in files:
                path.unlink()
            for path, content in before.items():
                write_whole(path, content)
            raise
        return list(files)

    def _begin(self, job: Job, files: Iterable[Path]) -> None:
        if self.system == "darwin":
            self.run(("launchctl", "bootout", self._agent(job.name)))
            self._must("launchctl", "bootstrap", f"gui/{_user()}", str(next(iter(files))))
        else:
            self._must("systemctl", "--user", "daemon-reload")
            self._must("systemctl", "--user", "enable", "--now", f"{job.name}.timer")

    def remove(self, name: str) -> bool:
        """Take a job out; return whether there was one.

        Raises ``ScheduleRefused`` where only the system can take it out; otherwise it is out with its files, also where
        the system knows nothing of it.
        """
        if not self.installed(name):
            return False
        if self.system == "win32":
            self._must("schtasks", "/Delete", "/TN", _task(name), "/F")
            return True
        if self.system == "darwin":
            self.run(("launchctl", "bootout", self._agent(name)))
        else:
            self.run(("systemctl", "--user", "disable", "--now", f"{name}.timer"))
        for path in self._paths(name):
            path.unlink(missing_ok=True)
            (path.parent / "timers.target.wants" / path.name).unlink(missing_ok=True)
        return True

    def installed(self, name: str) -> bool:
        """Say whether a job is in the schedule. Raises ``ScheduleAbsent`` where only the system could say it."""
        if self.system == "win32":
            return self._asked("schtasks", "/Query", "/TN", _task(name))[0] == 0
        return all(path.exists() for path in self._paths(name))

    def told(self, name: str) -> str:
        """Return what the system itself says of a job. Raises ``ScheduleAbsent``."""
        if self.system == "win32":
            return self._asked("schtasks", "/Query", "/TN", _task(name), "/V", "/FO", "LIST")[1]
        if self.system == "darwin":
            return self._asked("launchctl", "print", self._agent(name))[1]
        return self._asked("systemctl", "--user", "--no-pager", "list-timers", "--all", f"{name}.timer")[1]

    def texts(self, job: Job) -> dict[str, str]:
        """Return what belongs into the schedule, by where it belongs: a file, or the name of a task of Windows."""
        if self.system == "win32":
            return {_task(job.name): windows_task(job.words, job.at).decode("utf-16")}
        return {str(path): content.decode() for path, content in self._files(job).items()}

    def _files(self, job: Job) -> dict[Path, bytes]:
        paths = self._paths(job.name)
        if self.system == "darwin":
            return {paths[0]: launchd_plist(_label(job.name), job.words, job.at)}
        service, timer = systemd_service(job.words, job.says), systemd_timer(job.at, job.says)
        return {paths[0]: service.encode(), paths[1]: timer.encode()}

    def _paths(self, name: str) -> tuple[Path, ...]:
        home = self.home.expanduser()
        if self.system == "darwin":
            return (home / "Library" / "LaunchAgents" / f"{_label(name)}.plist",)
        folder = home / ".config" / "systemd" / "user"
        return folder / f"{name}.service", folder / f"{name}.timer"

    def _install_task(self, job: Job) -> list[Path]:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "task.xml"
            file.write_bytes(windows_task(job.words, job.at))
            self._must("schtasks", "/Create", "/TN", _task(job.name), "/XML", str(file), "/F")
        return []

    def _agent(self, name: str) -> str:
        return f"gui/{_user()}/{_label(name)}"

    def _asked(self, *words: str) -> tuple[int, str]:
        code, said = self.run(words)
        if code == ABSENT:
            raise ScheduleAbsent(command=words[0], reason=said.split("\n")[0])
        return code, said

    def _must(self, *words: str) -> None:
        code, said = self._asked(*words)
        reason = said.split("\n")[0] or str(code)
        if code and words[0] == "systemctl" and "connect to bus" in reason:
            raise ScheduleWithoutSession(reason=reason)
        if code:
            raise ScheduleRefused(command=" ".join(words[:2]), reason=reason)


def _label(name: str) -> str:
    return f"org.onewindow.{name}"


def _task(name: str) -> str:
    return f"OneWindow\\{name}"


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def own_command() -> tuple[str, ...]:
    """Return the words that start this program again from anywhere."""
    first = Path(sys.argv[0]).resolve()
    if first.suffix == ".py" or first.name == "__main__.py":
        return sys.executable, str(first)
    return (str(first),)
