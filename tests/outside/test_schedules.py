"""The nightly sync goes into the schedule of each system, is found there, and goes out again."""

# pyright: reportPrivateUsage=false

from collections.abc import Sequence
from datetime import time
from pathlib import Path

import pytest

from app.models.sync_errors import ScheduleAbsent, ScheduleRefused, ScheduleWithoutSession
from app.outside.schedules import Job, Schedule, own_command, run_command
from app.services.wording import sentence

JOB = Job("onewindow-sync-0001", ("/opt/onewindow", "sync"), time(2, 7))


class System:
    """Notes commands, knows tasks as Windows does, and may refuse."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.tasks: set[str] = set()
        self.refuses = False
        self.says = "no bus\nmore"

    def __call__(self, words: Sequence[str]) -> tuple[int, str]:
        self.heard.append(" ".join(words))
        if self.refuses:
            return 1, self.says
        if words[0] == "schtasks":
            name = words[words.index("/TN") + 1]
            if words[1] == "/Create":
                assert Path(words[words.index("/XML") + 1]).stat().st_size
                self.tasks.add(name)
            elif words[1] == "/Delete":
                self.tasks.discard(name)
            return int(words[1] == "/Query" and name not in self.tasks), "told"
        return 0, "told"


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_job_is_put_in_found_and_taken_out(system: str, tmp_path: Path) -> None:
    run = System()
    schedule = Schedule(system, tmp_path, run)
    assert not schedule.remove(JOB.name)
    files = schedule.install(JOB)
    schedule.install(JOB)
    assert schedule.installed(JOB.name)
    assert len(files) == {"linux": 2, "darwin": 1, "win32": 0}[system]
    assert schedule.told(JOB.name) == "told"
    assert schedule.remove(JOB.name)
    assert not schedule.installed(JOB.name)
    assert not any(one.exists() for one in files)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_what_is_put_in_by_hand_is_what_would_be_installed_and_where(system: str, tmp_path: Path) -> None:
    schedule = Schedule(system, tmp_path, System())
    texts = schedule.texts(JOB)
    files = schedule.install(JOB)
    if system == "win32":
        (text,) = texts.values()
        assert (list(texts), "<Task" in text) == (["OneWindow\\onewindow-sync-0001"], True)
    else:
        assert texts == {str(one): one.read_text(encoding="utf-8") for one in files}


def test_linux_and_mac_are_told_by_their_own_commands(tmp_path: Path) -> None:
    run = System()
    Schedule("linux", tmp_path, run).install(JOB)
    assert run.heard == ["systemctl --user daemon-reload", "systemctl --user enable --now onewindow-sync-0001.timer"]
    run.heard.clear()
    (file,) = Schedule("darwin", tmp_path, run).install(JOB)
    assert run.heard[-1].startswith("launchctl bootstrap gui/")
    assert run.heard[-1].endswith(str(file))


@pytest.mark.parametrize(
    "says", ["Failed to connect to bus: No medium found", "Failed to connect to bus: $DBUS_SESSION_BUS_ADDRESS not set"]
)
def test_a_person_without_a_session_of_the_system_is_told_what_makes_one(says: str, tmp_path: Path) -> None:
    run = System()
    run.refuses, run.says = True, says
    with pytest.raises(ScheduleWithoutSession) as found:
        Schedule("linux", tmp_path, run).install(JOB)
    assert found.value.facts == {"reason": says}
    assert "enable-linger" in " ".join(sentence(found.value, "en"))
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_computer_without_the_schedule_that_is_wanted_is_told_so(tmp_path: Path) -> None:
    def absent(words: Sequence[str]) -> tuple[int, str]:
        return run_command([f"/nowhere/{words[0]}", *words[1:]])

    schedule = Schedule("linux", tmp_path, absent)
    with pytest.raises(ScheduleAbsent) as found:
        schedule.install(JOB)
    assert found.value.facts["command"] == "systemctl"
    assert (schedule.installed(JOB.name), schedule.remove(JOB.name)) == (False, False)
    for asks in (schedule.told, Schedule("win32", tmp_path, absent).installed, Schedule("win32", run=absent).remove):
        with pytest.raises(ScheduleAbsent):
            asks(JOB.name)


@pytest.mark.parametrize(
    ("system", "places"),
    [("linux", ["ExecStart"]), ("darwin", ["ProgramArguments"]), ("win32", ["Command", "Arguments"])],
)
def test_who_schedules_by_other_means_is_told_where_the_command_stands(
    system: str, places: list[str], tmp_path: Path
) -> None:
    printed = "".join(Schedule(system, tmp_path, System()).texts(JOB).values())
    for language in ("en", "zh_CN"):
        said = sentence(ScheduleAbsent(command="any", reason="gone"), language)[1]
        assert [one for one in places if one not in said or one not in printed] == []


def test_what_the_system_refuses_is_said_in_its_words(tmp_path: Path) -> None:
    run = System()
    run.refuses = True
    with pytest.raises(ScheduleRefused) as found:
        Schedule("linux", tmp_path, run).install(JOB)
    assert found.value.facts == {"command": "systemctl --user", "reason": "no bus"}


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_what_is_refused_is_not_called_scheduled_and_what_was_there_before_stays(system: str, tmp_path: Path) -> None:
    run = System()
    run.refuses = True
    schedule = Schedule(system, tmp_path, run)
    with pytest.raises(ScheduleRefused):
        schedule.install(JOB)
    assert not schedule.installed(JOB.name)
    run.refuses = False
    before = [one.read_bytes() for one in schedule.install(JOB)]
    run.refuses = True
    with pytest.raises(ScheduleRefused):
        schedule.install(Job(JOB.name, JOB.words, time(4, 8)))
    assert [one.read_bytes() for one in schedule._paths(JOB.name)] == before
    assert schedule.remove(JOB.name)
    assert not schedule.installed(JOB.name)


def test_a_command_that_is_not_there_is_no_crash_and_this_program_can_be_called_from_anywhere() -> None:
    assert run_command(("no-such-command-of-onewindow",))[0] == 127
    assert all(Path(one).is_absolute() for one in own_command())
