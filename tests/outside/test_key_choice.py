import subprocess
import sys
from pathlib import Path

import pytest

from app.outside.key_choice import KeyChoice, is_demo, or_demo


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


def test_a_demo_folder_opens_with_the_key_beside_it_where_nothing_is_named(tmp_path):
    assert or_demo(KeyChoice(), tmp_path) == KeyChoice()
    (tmp_path / "demo.key").touch()
    assert is_demo(tmp_path)
    assert or_demo(KeyChoice(), tmp_path).key_file == tmp_path / "demo.key"
    assert or_demo(KeyChoice(key_command="pass"), tmp_path).key_file is None
    assert or_demo(KeyChoice(wants_passphrase=True), tmp_path).key_file is None


@pytest.mark.parametrize(
    ("choice", "place"),
    [
        (KeyChoice(), ("", "")),
        (KeyChoice(key_file=Path("desk.key")), ("desk.key", "")),
        (KeyChoice(key_command="'a store' --token=SECRET desk.key"), ("", "a store")),
        (KeyChoice(key_command="store --token=SECRET | head"), ("", "store")),
    ],
)
def test_of_a_command_only_the_program_is_told(choice: KeyChoice, place: tuple[str, str]) -> None:
    assert choice.place() == place
