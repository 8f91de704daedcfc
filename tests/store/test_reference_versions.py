"""The newest version under a name counts; every one can still be read."""

from app.services.office import Office
from app.services.work import Work
from app.store import reference_versions as rows_of


def _write(work: Work, number: int, content: str) -> None:
    rows_of.write(work.tx, "ladder", ("plain", number, content), by=work.person.id)


def test_every_version_can_be_read_and_the_newest_counts(office: Office) -> None:
    office.do(_write, 1, "one")
    office.do(_write, 2, "two")
    with office.store.reading() as rows:
        assert rows_of.newest(rows, "ladder") == [("plain", 2, "two")]
        assert [(one[0], one[1], one[3]) for one in rows_of.versions(rows, "ladder", "plain")] == [
            (2, "two", "Wang"), (1, "one", "Wang"),
        ]  # fmt: skip
        assert rows_of.content_of(rows, "ladder", "plain", 1) == "one"
        assert rows_of.content_of(rows, "ladder", "plain", 3) is None
