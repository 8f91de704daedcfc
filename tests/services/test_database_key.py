"""Only administrators change the key of the database, and only where there is room."""

import shutil
from types import SimpleNamespace

import pytest

from app.models.errors import NotAllowed
from app.models.key_errors import NoRoomForKeyChange
from app.services import database_key
from app.services.office import Office
from tests.desk import KEY, sign_in

_MB = 1024 * 1024
NEW = bytes([7]) * 32


def test_an_operator_does_not_change_it(office: Office) -> None:
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(database_key.may_change)
    sign_in(office, "admin")
    assert office.ask(database_key.may_change) is None


def test_a_disk_that_does_not_hold_the_file_twice_is_refused(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    size_mb = office.store.path.stat().st_size // _MB
    free = [(size_mb + 64) * _MB - 1, (size_mb * 2 + 66) * _MB]
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free.pop(0)))
    with pytest.raises(NoRoomForKeyChange) as caught:
        database_key.check_room(office.store.path)
    assert caught.value.facts["free_mb"] < caught.value.facts["needed_mb"]
    assert database_key.check_room(office.store.path) is None


def test_the_closed_file_gets_another_key(office: Office) -> None:
    office.store.close()
    database_key.rewrite(office.store.path, KEY, NEW)
    database_key.prove(office.store.path, NEW)
    assert not database_key.opens(office.store.path, KEY)
