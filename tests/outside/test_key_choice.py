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
    database = tmp_path / "onewindow.db"
    assert or_demo(KeyChoice(), database) == KeyChoice()
    (tmp_path / "demo.key").touch()
    assert is_demo(database)
    assert or_demo(KeyChoice(), database).key_file == tmp_path / "demo.key"
    assert or_demo(KeyChoice(key_command="pass"), database).key_file is None
    assert or_demo(KeyChoice(wants_passphrase=True), database).key_file is None


@pytest.mark.parametrize(
    ("content", "demo"),
    [
        ('{"provider": {"kind": "file", "name": "/made/elsewhere/demo.key"}}', True),
        ('{"provider": {"kind": "file", "name": "/keys/desk.key"}}', False),
        ('{"provider": {"kind": "keyring", "name": "demo.key"}}', False),
        ('{"provider": {"kind": "passphrase", "name": ""}}', False),
        ("cut sho", True),  # what is wrong with it is told at the opening
    ],
)
def test_a_key_file_of_a_former_demo_makes_no_demo_of_a_desk_whose_key_is_elsewhere(tmp_path, content, demo):
    (tmp_path / "demo.key").touch()
    (tmp_path / "onewindow.db.keys").write_text(content, encoding="utf-8")
    assert is_demo(tmp_path / "onewindow.db") is demo


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
