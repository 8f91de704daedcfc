"""Make `.venv` when needed, then run one of the project's own commands in it.

Standard library only, so that it starts on a bare Python >= 3.11 on Debian, macOS and Windows:
``python .ci/dev.py run|test|check|bench|shots|translations``.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def install() -> None:
    """Create the environment and install the locked dependencies; a stamp spares the second time."""
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")))
    wanted.update(sys.version.encode())
    stamp = VENV / "onewindow-installed"
    if stamp.exists() and stamp.read_text() == wanted.hexdigest():
        return
    if not PYTHON.exists():
        print("making .venv …", flush=True)
        venv.create(VENV, with_pip=True)
    print("installing …", flush=True)
    subprocess.check_call(
        [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", "constraints.txt", "-e", ".[dev]"],
        cwd=ROOT,
    )
    stamp.write_text(wanted.hexdigest())


def steps(name: str, rest: list[str]) -> list[list[str]]:
    """Return the commands behind one name, each to be run with the environment's Python."""
    python = str(PYTHON)
    table = {
        "run": [[python, "main.py", "run", *rest]],
        "test": [[python, "-m", "pytest", "-n", "2", "-m", "not long", *rest]],
        "check": [
            [python, "-m", "ruff", "check", "."],
            [python, "-m", "ruff", "format", "--check", "."],
            [python, "-m", "pyright"],
            [str(BIN / "lint-imports")],
            [python, "-m", "tests.house.translations", "--check"],
            [python, "-m", "pytest", "-n", "0", "tests/house", *rest],
        ],
        "bench": [[python, "-m", "benchmarks", *rest]],
        "shots": [[python, "main.py", "tour", "docs/shots", *rest]],
        "translations": [[python, "-m", "tests.house.translations", "--update", *rest]],
    }
    if name not in table:
        sys.exit(f"usage: python .ci/dev.py {'|'.join(table)}")
    return table[name]


def main() -> int:
    """Install, then run every step of the named command; the first failing step ends it."""
    if sys.version_info < (3, 11):
        sys.exit("OneWindow needs Python 3.11 or newer; this is " + sys.version.split()[0])
    name, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    todo = steps(name, rest)
    install()
    environment = dict(os.environ)
    if name in ("test", "check"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    for step in todo:
        code = subprocess.call(step, cwd=ROOT, env=environment)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
