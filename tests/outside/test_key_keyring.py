"""The keyring provider: its contract in memory and on a real Secret Service, and each of its refusals."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError, KeyringLocked

from app.models import key_errors
from app.outside.key_keyring import SERVICE, KeyringStore
from tests.fakes import FakeKeyring, FakeKeyStore
from tests.outside.contract_key_stores import INSTALL, KEY, KEY_ID, KeyStoreContract

ROOT = Path(__file__).resolve().parents[2]
session = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="no Secret Service is installed here",
)


@pytest.fixture
def backend():
    return FakeKeyring()


@pytest.fixture(params=["keyring", "fake"])
def store(request, backend):
    return KeyringStore(backend) if request.param == "keyring" else FakeKeyStore()


class TestKeyringStore(KeyStoreContract):
    """The contract on a backend in memory, and on the fake provider that other tests use."""


def test_keys_lie_under_service_and_installation(backend):
    KeyringStore(backend).write(INSTALL, KEY_ID, key=KEY)
    assert backend.passwords == {(SERVICE, f"db/{INSTALL}/{KEY_ID}"): KEY.hex()}
    assert SERVICE == "onewindow"


def test_a_probe_leaves_nothing_behind(backend):
    KeyringStore(backend).probe()
    assert backend.passwords == {}


def test_a_forgetful_keyring_fails_the_probe(backend):
    backend.forgetful = True
    with pytest.raises(key_errors.KeyringFailed):
        KeyringStore(backend).probe()


def test_a_key_that_stays_though_the_keyring_said_that_it_is_deleted_is_told(backend):
    store = KeyringStore(backend)
    store.write(INSTALL, KEY_ID, key=KEY)
    backend.keeping = True
    with pytest.raises(key_errors.KeyringFailed):
        store.delete(INSTALL, KEY_ID)
    backend.keeping = False
    store.delete(INSTALL, KEY_ID)
    assert backend.passwords == {}


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring])
def test_a_backend_that_keeps_nothing_is_refused(kind):
    with pytest.raises(key_errors.KeyringMissing) as caught:
        KeyringStore(kind())
    assert caught.value.facts["backend"] == f"{kind.__module__}.Keyring"


def test_a_plain_text_backend_is_refused():
    plain = type("PlaintextKeyring", (FakeKeyring,), {"__module__": "keyrings.alt.file"})
    with pytest.raises(key_errors.KeyringMissing):
        KeyringStore(plain())


def test_a_backend_of_low_priority_is_refused():
    weak = type("Weak", (FakeKeyring,), {"priority": 0.5})
    with pytest.raises(key_errors.KeyringMissing):
        KeyringStore(weak())


def test_of_a_chain_the_first_fit_backend_is_taken(backend):
    chain = type("Chain", (chainer.ChainerBackend,), {"backends": [fail.Keyring(), backend]})()
    assert KeyringStore(chain).name == "tests.fakes.FakeKeyring"


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (KeyringLocked("locked"), key_errors.KeyringLocked),
        (KeyringError("any"), key_errors.KeyringFailed),
        (OSError("bus gone"), key_errors.KeyringFailed),
    ],
)
@pytest.mark.parametrize("verb", ["read", "delete"])
def test_what_a_backend_raises_has_a_name(backend, raised, expected, verb):
    store = KeyringStore(backend)
    backend.raises = raised
    with pytest.raises(expected) as caught:
        getattr(store, verb)(INSTALL, KEY_ID)
    assert caught.value.facts == {"backend": "tests.fakes.FakeKeyring"}


def test_a_locked_and_a_removed_keyring_are_told_apart(backend):
    store = KeyringStore(backend)
    backend.lock()
    with pytest.raises(key_errors.KeyringLocked):
        store.probe()
    backend.remove()
    with pytest.raises(key_errors.KeyringMissing):
        store.write(INSTALL, KEY_ID, key=KEY)


def test_a_spoiled_entry_counts_as_missing(backend):
    backend.passwords[SERVICE, f"db/{INSTALL}/{KEY_ID}"] = "not a key"
    with pytest.raises(key_errors.KeyMissing):
        KeyringStore(backend).read(INSTALL, KEY_ID)


def _ran(command: list[str], home: Path) -> dict[str, object]:
    """Run the contract in a process of its own with an environment that knows no desktop."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stderr
    return json.loads(lines[-1])


def _beside(daemon: str, home: Path) -> dict[str, object]:
    """Run the contract on a session bus of its own, beside this daemon; both end with it."""
    script = f'{daemon} >&2 && exec "$0" -m tests.outside.secret_service'
    return _ran(["dbus-run-session", "--", "sh", "-c", script, sys.executable], home)


def test_without_a_desktop_the_keyring_is_missing(tmp_path):
    said = _ran([sys.executable, "-m", "tests.outside.secret_service"], tmp_path)
    assert said == {"error": "KeyringMissing"}


@session
def test_a_real_secret_service_keeps_the_key(tmp_path):
    said = _beside("printf pw | gnome-keyring-daemon --unlock --components=secrets", tmp_path)
    assert said == {"backend": "keyring.backends.SecretService.Keyring", "same": True, "error": "KeyMissing"}


@session
def test_a_real_secret_service_that_is_locked_is_told(tmp_path):
    said = _beside("gnome-keyring-daemon --start --components=secrets", tmp_path)
    assert said == {"backend": "keyring.backends.SecretService.Keyring", "error": "KeyringLocked"}
