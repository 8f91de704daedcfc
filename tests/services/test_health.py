"""A check reads everything and says what it found; a rebuild is an administrator's."""

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.services import contacts, health
from app.services.office import Office
from tests.desk import draft, sign_in


def test_a_sound_file_is_called_sound(office: Office) -> None:
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    found = office.ask(health.check)
    assert found.sound
    assert found.records > 8


def test_a_flipped_byte_is_found(office: Office) -> None:
    office.store.close()
    path = office.store.path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    from app.store.store import Store
    from tests.desk import KEY

    again = Office(Store.open(path, KEY, office.clock.now), office.clock)
    found = again.ask(health.check)
    again.store.close()
    assert found.damaged_pages
    assert not found.sound


def test_only_an_administrator_rebuilds(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(health.rebuild_tables)
    sign_in(office, "admin")
    assert office.do(health.rebuild_tables).value == office.ask(health.check).records
