from app.services.office import Work
from app.store import routing_rules


def _write(work: Work, name: str, number: int, content: str, *, published: bool) -> bytes:
    return routing_rules.write(work.tx, name, number, content, published=published, by=work.person.id)


def test_the_newest_version_is_read_and_the_newest_published_one(office):
    for name, number, content, published in (
        ("main", 1, "one", True),
        ("main", 2, "draft", False),
        ("fees", 1, "idea", False),
    ):
        office.do(_write, name, number, content, published=published)
    with office.store.reading() as rows:
        assert routing_rules.newest(rows, published=True) == [("main", 1, "one")]
        assert routing_rules.newest(rows, published=False) == [("fees", 1, "idea"), ("main", 2, "draft")]
