"""Every door that services ask for by name is there, and what lies behind it is made when it is used."""

import os
import re
import subprocess
import sys
from pathlib import Path

import app
from app import bootstrap
from app.outside import world
from app.outside.document_files import DocumentFiles
from app.outside.key_choice import KeyChoice
from app.outside.key_escrow import KeyEscrow

_ASKED = re.compile(r'outside(?:\[|\.get\()"(\w+)"')
LOADED = """
import sys
from app.outside import world
print(*sys.modules)
"""


def test_every_name_that_is_asked_for_has_a_door(tmp_path):
    code = Path(next(iter(app.__path__)))
    asked = {name for file in (code / "services").glob("*.py") for name in _ASKED.findall(file.read_text("utf-8"))}
    made = bootstrap.create(
        tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), admin="admin", display="Admin", password="onewindow"
    )
    try:
        assert asked - set(made.house.office.outside) == set()
        assert "documents" in asked
    finally:
        made.house.close()


def test_behind_the_doors_is_what_they_say(tmp_path):
    made = bootstrap.create(
        tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), admin="admin", display="Admin", password="onewindow"
    )
    outside = made.house.office.outside
    try:
        assert outside["documents"].close_copies.__func__ is DocumentFiles.close_copies
        assert outside["escrow"].keep.__func__ is KeyEscrow.keep
        assert callable(outside["bundles"].write)
    finally:
        made.house.close()


def test_a_desk_that_opens_none_of_them_loads_none(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    behind = ("document_files", "enrollment", "key_escrow", "former_keys", "hub_claims", "bundle_files", "speech")
    assert [one for one in behind if f"app.outside.{one}" in done.stdout.split()] == []
    assert world.__name__ in done.stdout
