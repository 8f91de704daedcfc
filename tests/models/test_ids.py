"""Row ids are unique, ordered in time, and where they must agree they do."""

import uuid

from app.models.ids import derived_id, new_id


def test_ids_of_one_millisecond_stay_in_order() -> None:
    made = [new_id(1_700_000_000_000) for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == 5000


def test_an_id_is_a_version_7_uuid_of_its_time() -> None:
    found = uuid.UUID(bytes=new_id(1_700_000_000_123))
    assert found.version == 7
    assert found.variant == uuid.RFC_4122
    assert int.from_bytes(found.bytes[:6], "big") == 1_700_000_000_123


def test_two_stations_derive_the_same_id() -> None:
    caller = new_id(1)
    assert derived_id("caller_phone", caller, "+861") == derived_id("caller_phone", caller, "+861")
    assert derived_id("caller_phone", caller, "+861") != derived_id("caller_phone", caller, "+862")
