from app.services.office import Work
from app.store import policies


def _write(work: Work, name: str, number: int, content: str) -> bytes:
    return policies.write(work.tx, name, number, content, by=work.person.id)


def test_the_newest_version_of_each_policy_is_read(office):
    for name, number, content in (("b", 1, "one"), ("a", 1, "old"), ("a", 2, "new")):
        office.do(_write, name, number, content)
    with office.store.reading() as rows:
        assert policies.newest(rows) == [("a", 2, "new"), ("b", 1, "one")]
