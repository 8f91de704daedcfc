import subprocess
import sys

from app.outside.key_choice import KeyChoice


def test_nothing_is_named_by_itself():
    assert (KeyChoice().key_file, KeyChoice().key_command, KeyChoice().wants_passphrase) == (None, None, False)


def test_a_passphrase_never_shows():
    assert "secret" not in repr(KeyChoice(passphrase=lambda: "secret"))


def test_naming_a_provider_loads_none_of_them():
    code = """
import sys
import app.outside.key_choice
assert not {"app.outside.secrets", "cryptography", "keyring"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
