"""Documents as rows: one for each content, and the versions that name one."""

from datetime import timedelta

from app.models.script_documents import Document
from app.scripts_library.script import Source
from app.services import script_life
from app.services.office import Office
from app.store import script_documents as rows_of
from tests.desk import NOON, sign_in
from tests.scripts_library.making import small

ONE = Document("ab" * 32, "rule.pdf", 8, NOON)


def test_the_first_name_of_a_content_stays(office: Office) -> None:
    by = sign_in(office, "chen")
    for document in (ONE, Document(ONE.sha256, "other.pdf", 8, NOON + timedelta(hours=1))):
        with office.store.write("chen", now=NOON) as tx:
            rows_of.write(tx, document, by=by.id)
    assert rows_of.find(office.store.rows, ONE.sha256) == Document(ONE.sha256, "rule.pdf", 8, NOON, "Chen")
    assert [one.name for one in rows_of.all_documents(office.store.rows)] == ["rule.pdf"]
    assert rows_of.find(office.store.rows, "cd" * 32) is None


def test_every_version_that_names_a_document_is_found(office: Office) -> None:
    sign_in(office, "chen")
    script = small(sources=(Source("A", sha256="aa"), Source("B")))
    office.do(script_life.save_draft, script, base=None)
    office.do(script_life.save_draft, small(sources=(Source("C", sha256="cc"),)), base=1)
    assert list(rows_of.named(office.store.rows)) == [(script.key, 1, "aa"), (script.key, 2, "cc")]
