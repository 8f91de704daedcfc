"""The house is put together, found again, and never half made."""

from pathlib import Path

import pytest

from app import bootstrap
from app.models.errors import AppError, DatabaseExists, DatabaseMissing, FieldInvalid, WrongKey
from app.outside.key_choice import KeyChoice
from app.services import accounts
from app.services.office import Office
from tests.desk import PASSWORD


def _make(folder: Path, key: Path) -> bootstrap.Made:
    return bootstrap.create(folder, KeyChoice(key_file=key), admin="root", display="Root", password=PASSWORD)


def test_an_installation_is_made_once_and_opened_again(tmp_path: Path) -> None:
    key = tmp_path / "key"
    made = _make(tmp_path / "desk", key)
    made.house.close()
    with pytest.raises(DatabaseExists):
        _make(tmp_path / "desk", key)
    house = bootstrap.open_house(tmp_path / "desk", KeyChoice(key_file=key))
    assert house.office.ask(accounts.sign_in, "root", PASSWORD).display == "Root"
    house.close()


def test_a_password_that_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FieldInvalid):
        bootstrap.create(
            tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), admin="root", display="Root", password="short"
        )
    assert list((tmp_path / "desk").iterdir()) == []
    _make(tmp_path / "desk", tmp_path / "key").house.close()


def test_a_refused_password_is_what_is_told_when_a_passphrase_keeps_the_key(tmp_path: Path) -> None:
    def typed() -> str:
        return "a long passphrase of mine"

    choice = KeyChoice(passphrase=typed, wants_passphrase=True)
    with pytest.raises(FieldInvalid):
        bootstrap.create(tmp_path / "desk", choice, admin="root", display="Root", password="short")
    assert list((tmp_path / "desk").iterdir()) == []


def test_an_empty_folder_and_a_wrong_key_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        bootstrap.open_house(tmp_path, KeyChoice(key_file=tmp_path / "key"))
    _make(tmp_path / "desk", tmp_path / "key").house.close()
    _make(tmp_path / "other", tmp_path / "other-key").house.close()
    with pytest.raises(AppError) as refused:
        bootstrap.open_house(tmp_path / "desk", KeyChoice(key_file=tmp_path / "other-key"))
    assert isinstance(refused.value, WrongKey) or type(refused.value).__name__.startswith("Key")


def test_the_demo_folder_is_filled_once(tmp_path: Path) -> None:
    filled: list[Office] = []
    for _ in range(2):
        house = bootstrap.demo(tmp_path / "demo", filled.append)
        assert house.demo
        assert house.office.by is None
        house.close()
    assert len(filled) == 1
