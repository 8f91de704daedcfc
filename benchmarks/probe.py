"""One window in a process of its own, for ``windows``: says in lines of JSON when it was usable, at what cost.

``python -m benchmarks.probe bare`` shows an empty PySide6 window with a line to type into; ``desk FOLDER`` starts the
program on the demo desk in a folder as its command line does, types the password as a person would, and waits until
the intake has been painted and takes keys.
"""

import json
import os
import sys
import time
from pathlib import Path

#: When the process was started, on the clock that all processes share (seconds); set by who starts it.
STARTED = "ONEWINDOW_BENCH_STARTED_S"


def _memory_mb() -> dict[str, float]:
    """Return resident memory: all of it, and what is this process's own."""
    import psutil

    found = psutil.Process().memory_full_info()
    return {"rss_mb": found.rss / 1e6, "own_mb": found.uss / 1e6}


def _since_start() -> float:
    return time.monotonic() - float(os.environ.get(STARTED, "0"))


def _cpu() -> float:
    used = os.times()
    return used.user + used.system


def _say(**facts: float) -> None:
    print(json.dumps({**facts, **_memory_mb()}), flush=True)


def bare() -> None:
    """Show the yardstick and say when it was painted."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

    app = QApplication([])

    class Window(QMainWindow):
        """A window that notices when it has been painted."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            """Say it once, then end."""
            found = super().eventFilter(watched, event)
            if event.type() == QEvent.Type.Paint:
                line.removeEventFilter(self)
                _say(usable_s=_since_start(), cpu_s=_cpu())
                app.quit()
            return found

    window = Window()
    line = QLineEdit(window)
    window.setCentralWidget(line)
    line.installEventFilter(window)
    window.show()
    line.setFocus()
    app.exec()


def desk(folder: Path) -> None:
    """Start the program, sign in, and say when the sign-in and when the intake could be typed into."""
    from app.cli import main
    from app.ui.kit import unread_sources

    unread_sources.leave()  # as the command line does before it loads the window
    from app.ui.shell import main as shell
    from app.ui.shell.doors import Doors, StartChoice

    opened = shell.run

    def watched(doors: Doors, choice: StartChoice) -> int:
        from benchmarks.probing import Watcher

        watcher = Watcher(_say, since_start=_since_start, cpu=_cpu, password=doors.demo_sign_in[1])
        return opened(doors, choice, shown=watcher.watch)

    shell.run = watched
    main(["--data-dir", str(folder), "--lang", "en", "run", "--demo"])


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else desk(Path(sys.argv[2]))
