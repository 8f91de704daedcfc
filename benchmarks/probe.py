"""One window in a process of its own, for ``windows``: says on one line when it was usable, and what memory it took.

``python -m benchmarks.probe bare`` shows an empty PySide6 window with a line to type into; ``desk FOLDER`` opens the
demo desk in a folder, signs in, and waits until the intake can be typed into and has been painted.
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


def _say(**more: float) -> None:
    start = float(os.environ.get(STARTED, "0"))
    print(json.dumps({"usable_s": time.monotonic() - start, **_memory_mb(), **more}), flush=True)


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
                _say()
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
    """Open the desk, sign in as soon as it can be done, and say when the intake could be typed into."""
    from app import bootstrap
    from app.outside import secrets
    from app.ui.shell.doors import StartChoice
    from app.ui.shell.main import run
    from benchmarks.probing import Watcher

    choice = secrets.KeyChoice(key_file=folder / "demo.key")
    doors = bootstrap.doors(folder, choice, folder)
    watcher = Watcher(_say, bootstrap.DEMO_PASSWORD)
    run(doors, StartChoice(demo=True, language="en"), shown=watcher.watch)


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else desk(Path(sys.argv[2]))
