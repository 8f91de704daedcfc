"""Make `.venv` when needed, then run one of the project's own commands in it.

Standard library only, so that it starts on a bare Python >= 3.11 on Debian, macOS and Windows:
``python .ci/dev.py run|test|check|bench|shots|translations|all``.
"""

import ctypes
import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
WINDOWLESS = ("test", "check", "all", "bench")

#: The folder that Linux keeps in memory, and what the tests may need of one (bytes).
MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3

#: What Qt loads on Linux even without a screen, and the Debian package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}


def missing_packages() -> list[str]:
    """Return the Debian packages whose libraries Qt needs and this machine does not have; none off Linux."""
    missing: list[str] = []
    for library, package in LIBRARIES.items() if sys.platform == "linux" else ():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def make_environment() -> None:
    """Create `.venv`; say in words what a bare Debian lacks for it."""
    print("making .venv …", flush=True)
    try:
        venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError:
        sys.exit("Python cannot make a virtual environment here. On Debian: apt-get install python3-venv")


def install() -> None:
    """Create the environment and install the locked dependencies; a stamp spares the second time."""
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")))
    wanted.update(f"{sys.version} {ROOT}".encode())
    stamp = VENV / "onewindow-installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted.hexdigest():
        return
    if not PYTHON.exists():
        make_environment()
    print("installing …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.call([*pip, "-c", "constraints.txt", "-e", ".[dev]"], cwd=ROOT):
        sys.exit("The packages could not be installed; see above. Is the network there, and does pip reach its index?")
    stamp.write_text(wanted.hexdigest(), encoding="utf-8")


def workers() -> int:
    """Return how many processes run the tests: one a core, of which each may take 1.5 GB; three where it has two."""
    return min(max(os.cpu_count() or 1, 3), 8)


def steps(name: str, rest: list[str]) -> list[list[str]]:
    """Return the commands behind one name, each to be run with the environment's Python."""
    python = str(PYTHON)
    table = {
        "run": [[python, "main.py", "run", *rest]],
        "test": [[python, "-m", "pytest", "-n", str(workers()), "-m", "not long", *rest]],
        "check": [
            [python, "-m", "ruff", "check", "."],
            [python, "-m", "ruff", "format", "--check", "."],
            [python, "-m", "pyright"],
            [str(BIN / "lint-imports"), "--no-logo"],
            [python, "-m", "tests.house.translations", "--check"],
            [python, "-m", "pytest", "-n", "0", "tests/house", *rest],
        ],
        "bench": [[python, "-m", "benchmarks", *rest]],
        "shots": [[python, "main.py", "tour", "docs/shots", *rest]],
        "translations": [[python, "-m", "tests.house.translations", "--update", *rest]],
    }
    *checks, _walls = table["check"]
    table["all"] = [*table["test"], *checks]  # the walls of the house are among the tests
    if name not in table:
        sys.exit(f"usage: python .ci/dev.py {'|'.join(table)}")
    return table[name]


def environment() -> dict[str, str]:
    """Return the variables of every step.

    Compiled modules are kept, also where images of Python say not to: else each of the tests' workers would compile
    the program and rewrite every test's assertions again, and so would each program that a test starts.
    """
    made = dict(os.environ, PYTHONUTF8="1")
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    if name_of_command() in WINDOWLESS:
        made["QT_QPA_PLATFORM"] = "offscreen"
    if name_of_command() in ("test", "all") and "TMPDIR" not in made and is_roomy(MEMORY):
        made["TMPDIR"] = str(MEMORY)  # thousands of tests commit, and each commit waits for a disk
    return made


def is_roomy(folder: Path) -> bool:
    """Say whether the files of all tests have room in a folder, and programs of theirs may be started from it."""
    if sys.platform != "linux" or not os.access(folder, os.W_OK | os.X_OK):
        return False  # elsewhere nothing is kept in memory by a folder's name
    told = os.statvfs(folder)
    return told.f_bavail * told.f_frsize >= ROOM and not told.f_flag & os.ST_NOEXEC


def run(step: list[str]) -> int:
    """Run one step, say what it was and how long it took, and return its exit code."""
    shown = " ".join(step[2:] if step[1] == "-m" else [Path(step[0]).stem, *step[1:]])
    print(f"› {shown}", flush=True)
    started = time.monotonic()
    code = subprocess.call(step, cwd=ROOT, env=environment())
    print(f"› {'done' if code == 0 else f'failed ({code})'} in {time.monotonic() - started:.0f} s", flush=True)
    return code


def name_of_command() -> str:
    """Return the command that was typed, or an empty text."""
    return sys.argv[1] if len(sys.argv) > 1 else ""


def main() -> int:
    """Install, then run every step of the named command, also after one that failed; return the first failure."""
    if sys.version_info < (3, 11):
        sys.exit("OneWindow needs Python 3.11 or newer; this is " + sys.version.split()[0])
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    todo = steps(name_of_command(), sys.argv[2:])
    missing = missing_packages()
    if missing:
        sys.exit(f"Qt needs system libraries that are not here. On Debian: apt-get install {' '.join(missing)}")
    install()
    return next((code for code in [run(step) for step in todo] if code), 0)


if __name__ == "__main__":
    sys.exit(main())
