"""Changes say which rows a command touched."""

from app.models.changes import Changes, Touched


def test_changes_name_entities_and_rows() -> None:
    one = Touched("inquiry", b"1" * 16, b"u" * 16, True, {})
    two = Touched("promise", b"2" * 16, b"v" * 16, True, {})
    changes = Changes((one, two))
    assert changes.entities == {"inquiry", "promise"}
    assert changes.of("promise") == (b"2" * 16,)
    assert Changes().entities == frozenset()
