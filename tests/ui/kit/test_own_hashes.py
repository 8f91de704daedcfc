import subprocess
import sys

import pytest

from app.ui.kit import own_hashes

#: The second test case of RFC 4231.
HASHES = """
import sys
from app.ui.kit import own_hashes
left = own_hashes.leave()
import hashlib, hmac
told = hmac.new(b"Jefe", b"what do ya want for nothing?", hashlib.sha256)
print(left, bool(sys.modules["_hashlib"]), told.hexdigest())
"""
PROVED = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
IN_THE_WINDOW = """
import sys
from pathlib import Path
from app.cli import window
from app.cli.desk import Desk
from app.ui.shell import main

def seen(doors, choice):
    from app.services import accounts
    print(bool(sys.modules["_hashlib"]), accounts.__name__)
    return 0

main.run = seen
window.open_window(Desk(Path(sys.argv[1])), demo=False)
"""


def said(code, *words):
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.split()


def test_hashes_are_the_same_without_openssl():
    assert said(HASHES) == ["True", "False", PROVED]


def test_the_window_does_without_it(tmp_path):
    assert said(IN_THE_WINDOW, str(tmp_path)) == ["False", "app.services.accounts"]


def test_a_python_without_hashes_of_its_own_keeps_openssl(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, "_hashlib", raising=False)
    monkeypatch.setattr(own_hashes, "_OWN", ("_no_such_hash",))
    assert not own_hashes.leave()
    assert "_hashlib" not in sys.modules


def test_what_is_loaded_already_stays(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "_hashlib", sys)
    assert not own_hashes.leave()
    assert sys.modules["_hashlib"] is sys
