from app.services.office import Work
from app.store import kpis


def _write(work: Work, name: str, number: int, content: str) -> bytes:
    return kpis.write(work.tx, name, number, content, by=work.person.id)


def test_versions_of_a_kpi_are_read_the_newest_first(office):
    for number, content in ((1, "old"), (2, "new")):
        office.do(_write, "a", number, content)
    with office.store.reading() as rows:
        assert kpis.newest(rows) == [("a", 2, "new")]
        assert [one[:2] for one in kpis.versions(rows, "a")] == [(2, "new"), (1, "old")]
