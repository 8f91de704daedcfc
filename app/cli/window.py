"""Opens the window on a data folder, or brings the one to the front that is open on it. Needs no click: ``start``."""

from contextlib import suppress
from pathlib import Path

from app.cli.desk import Desk, tell
from app.cli.words import say


def demo_dir() -> Path:
    """Return the folder of the demo."""
    from app.outside.data_folder import default_data_dir

    return default_data_dir() / "demo"


def open_window(desk: Desk, *, demo: bool) -> int:
    """Work until the window is closed; return the exit code."""
    from app.ui.kit import own_hashes, unread_sources

    own_hashes.leave()
    unread_sources.leave()
    from app import bootstrap
    from app.models.errors import WorldFailed
    from app.outside import instance
    from app.ui.shell.doors import StartChoice
    from app.ui.shell.main import run as run_window

    folder = desk.data_dir or (demo_dir() if demo else desk.folder)
    hold = instance.Hold(folder)
    demo_hold = hold if folder == demo_dir() or demo else instance.Hold(demo_dir())
    with suppress(WorldFailed):  # told in the window, which tries again
        if not hold.take():
            instance.send(folder, {"action": "raise"})
            tell(say("run.running"))
            return 0
    try:
        doors = bootstrap.doors(folder, desk.choice(), folder if demo else demo_dir(), hold, demo_hold)
        return run_window(doors, StartChoice(demo=demo, language=desk.spoken))
    finally:
        demo_hold.close()
        hold.close()
