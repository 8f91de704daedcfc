"""Texts that tell an operating system to run a command each night: systemd, launchd, Windows Task Scheduler."""

import plistlib
import subprocess
from collections.abc import Sequence
from datetime import time
from xml.etree import ElementTree

#: What the nightly job of ``sync schedule`` is for.
SYNC = "sync with the hub"
_TASK = "http://schemas.microsoft.com/windows/2004/02/mit/task"


def _quoted(word: str) -> str:
    """Return a word as systemd reads it: in quotes, with what it would expand or end at escaped."""
    told = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{told}"'


def systemd_service(words: Sequence[str], says: str = SYNC) -> str:
    """Return the unit that does it once; ``says`` tells what it is."""
    return f"""[Unit]
Description=OneWindow: {says}

[Service]
Type=oneshot
TimeoutStartSec=2h
Nice=10
ExecStart={" ".join(map(_quoted, words))}
"""


def systemd_timer(at: time, says: str = SYNC) -> str:
    """Return the unit that starts the other each night; a night that the computer slept through is made up for."""
    return f"""[Unit]
Description=OneWindow: {says}, each day

[Timer]
OnCalendar=*-*-* {at:%H:%M}:00
AccuracySec=1min
Persistent=true

[Install]
WantedBy=timers.target
"""


def launchd_plist(label: str, words: Sequence[str], at: time) -> bytes:
    """Return the agent of macOS; launchd makes up for a night that the computer slept through."""
    told = {
        "Label": label,
        "ProgramArguments": list(words),
        "StartCalendarInterval": {"Hour": at.hour, "Minute": at.minute},
        "ProcessType": "Background",
    }
    return plistlib.dumps(told)


def windows_task(words: Sequence[str], at: time) -> bytes:
    """Return the task as ``schtasks /Create /XML`` takes it; it starts late where the computer was off."""
    root = ElementTree.Element("Task", {"version": "1.2", "xmlns": _TASK})
    trigger = _under(root, "Triggers", "CalendarTrigger")
    _under(trigger, "StartBoundary").text = f"2026-01-01T{at:%H:%M}:00"
    _under(trigger, "ScheduleByDay", "DaysInterval").text = "1"
    principal = _under(root, "Principals", "Principal")
    principal.set("id", "Author")
    _under(principal, "LogonType").text = "InteractiveToken"
    _under(principal, "RunLevel").text = "LeastPrivilege"
    settings = _under(root, "Settings")
    for name, value in (
        ("MultipleInstancesPolicy", "IgnoreNew"),
        ("DisallowStartIfOnBatteries", "false"),
        ("StopIfGoingOnBatteries", "false"),
        ("StartWhenAvailable", "true"),
        ("ExecutionTimeLimit", "PT2H"),
    ):
        _under(settings, name).text = value
    actions = _under(root, "Actions")
    actions.set("Context", "Author")
    command = _under(actions, "Exec")
    _under(command, "Command").text = words[0]
    _under(command, "Arguments").text = subprocess.list2cmdline(words[1:])
    return ElementTree.tostring(root, encoding="utf-16", xml_declaration=True)


def _under(parent: ElementTree.Element, *names: str) -> ElementTree.Element:
    for name in names:
        parent = ElementTree.SubElement(parent, name)
    return parent
