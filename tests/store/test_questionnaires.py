"""Published questionnaires are kept version by version."""

from app.services.office import Office
from app.store import questionnaires as version_rows


def test_the_newest_version_stands_and_each_can_be_read(office: Office) -> None:
    person = office.by
    assert person is not None
    with office.store.write("wang") as tx:
        for number in (1, 2):
            version_rows.write(tx, "short", number, f"content {number}", by=person.id)
    rows = office.store.rows
    assert version_rows.newest(rows) == [("short", 2, "content 2")]
    assert version_rows.content_of(rows, "short", 1) == "content 1"
    assert version_rows.content_of(rows, "short", 3) is None
    assert [(one[0], one[3]) for one in version_rows.versions(rows, "short")] == [(2, "Wang"), (1, "Wang")]
