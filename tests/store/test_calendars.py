from app.services.office import Work
from app.store import calendars


def _write(work: Work, name: str, number: int, content: str) -> bytes:
    return calendars.write(work.tx, name, number, content, by=work.person.id)


def test_the_newest_version_of_each_calendar_is_read(office):
    for name, number, content in (("b", 1, "one"), ("a", 1, "old"), ("a", 2, "new")):
        office.do(_write, name, number, content)
    with office.store.reading() as rows:
        assert [row[:3] for row in calendars.newest(rows)] == [("a", 2, "new"), ("b", 1, "one")]
        assert [calendars.content_of(rows, "a", number) for number in (1, 2, 3)] == ["old", "new", None]
