"""Wall: the repository holds nothing of the machine it was written on, and nothing that does not belong to it."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import ROOT, lines_with, nothing_found, shown, tracked_files

OWN = Path(__file__)
PLACES = re.compile(r"(?<![\w.])(/home/[a-z]|/root/|/work/|/Users/[A-Za-z]|[A-Z]:\\\\?Users\\)")
REGISTRIES = re.compile(
    r"index[-_]url|files\.pythonhosted\.org|pypi\.org/simple|registry\.npmjs|artifactory|nexus/", re.I
)
SECRETS = re.compile(r"BEGIN (RSA |EC |OPENSSH )?PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_[0-9A-Za-z]{30}")
WORKSHOP = re.compile(r"\b(sub-?agents?|issue #?\d+|language model|chatgpt|copilot|as an ai)\b", re.IGNORECASE)
TEXTS = {".py", ".md", ".toml", ".txt", ".json", ".yml", ".yaml", ".ts", ".qss", ".svg", ".sh", ".csv", ""}
LARGEST = 2_000_000
STRANGERS = {
    ".db",
    ".db-wal",
    ".db-shm",
    ".key",
    ".pyc",
    ".zip",
    ".whl",
    ".log",
    ".sqlite",
    ".sqlite3",
    ".orig",
    ".rej",
}


def _lines(pattern: re.Pattern[str], mend: str) -> Iterator[str]:
    for path in tracked_files():
        if path.suffix not in TEXTS or path == OWN or path.name == "LICENSE":
            continue
        for number, _, hit in lines_with(pattern, path):
            yield f"{shown(path)}:{number}: {hit!r}; {mend}"


def test_no_path_of_one_machine_is_written_down():
    nothing_found(_lines(PLACES, "work from the root of the project, platformdirs or tmp_path"))


def test_no_registry_is_written_down():
    nothing_found(_lines(REGISTRIES, "packages come from wherever the user's pip is set to"))


def test_no_secret_is_written_down():
    nothing_found(_lines(SECRETS, "take it out and change it; keys are made at run time"))


def test_files_speak_of_the_product_and_not_of_its_making():
    nothing_found(_lines(WORKSHOP, "say what the code does, not how the work was organized"))


def _strangers() -> Iterator[str]:
    for path in tracked_files():
        if path.suffix.lower() in STRANGERS or "".join(path.suffixes[-1:]) == "~":
            yield f"{shown(path)}:1: does not belong into the repository; add it to .gitignore"
        elif path.stat().st_size > LARGEST:
            yield f"{shown(path)}:1: {path.stat().st_size:,} bytes; make it smaller or generate it (wall {LARGEST:,})"


def test_no_large_or_foreign_file_is_tracked():
    nothing_found(_strangers())


def _unreadable() -> Iterator[str]:
    for path in tracked_files():
        if path.suffix in TEXTS:
            content = path.read_bytes()
            if b"\r\n" in content and path.suffix != ".csv":
                yield f"{shown(path)}:1: lines end in CR LF; save it with LF"
            if content.startswith(b"\xef\xbb\xbf"):
                yield f"{shown(path)}:1: begins with a byte order mark; save it without"


def test_texts_are_plain_utf_8_with_line_feeds():
    nothing_found(_unreadable())


def test_the_checkout_knows_its_files():
    assert tracked_files(), f"{ROOT.name}: git ls-files gives nothing; these walls need a checkout"


def test_pictures_that_no_page_shows_do_not_stand_among_what_is_to_be_committed():
    """`make shots` photographs every pane in both languages, themes and sizes; a few of them are kept."""
    asked = subprocess.run(["git", "check-ignore", "-q", "docs/shots/99-new-en-light-1280x720.png"], cwd=ROOT)
    assert asked.returncode == 0
