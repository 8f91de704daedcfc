"""Which contents are here, and which the hub has: a salt is made once, what it lost is given again."""

from app.services.office import Office
from app.store import objects as stored
from tests.desk import sign_in
from tests.services.drawing import frame
from tests.services.old_frames import lost


def test_frames_whose_people_are_here_are_named_with_their_hash(office: Office) -> None:
    sign_in(office, "li")
    kept = frame(office)
    rows = office.store.rows
    assert stored.frames(rows).keys() == {kept}
    lost(office, kept)
    assert stored.frames(rows) == {}
    assert stored.documents(rows) == {}


def test_a_salt_stays_and_what_was_given_is_known_until_the_hub_lacks_it(office: Office) -> None:
    about, first = b"a" * 16, b"1" * 16
    with office.store.write("") as tx:
        assert stored.salt_of(tx, about, first) == first
        assert stored.salt_of(tx, about, b"2" * 16) == first
        assert stored.given(tx) == set()
        stored.note_given(tx, about, first)
        assert stored.given(tx) == {about}
        stored.note_lacking(tx, {about})
        assert stored.given(tx) == set()
        assert stored.salt_of(tx, about, b"3" * 16) == first
