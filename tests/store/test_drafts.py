"""Drafts stand beside the journal and leave no trace in it."""

from app.services.office import Office
from app.store import drafts
from app.store.rebuild import check_chain


def test_a_draft_replaces_its_former_self_and_never_enters_the_journal(office: Office) -> None:
    before = check_chain(office.store.rows).records
    for text in ("a", "ab"):
        with office.store.write("wang") as tx:
            drafts.save(tx, "contact", b"1" * 16, {"summary": text})
    assert [one.body for one in drafts.kept(office.store.rows, "contact")] == [{"summary": "ab"}]
    with office.store.write("wang") as tx:
        drafts.discard(tx, "contact", b"1" * 16)
    assert drafts.kept(office.store.rows, "contact") == []
    assert check_chain(office.store.rows).records == before
