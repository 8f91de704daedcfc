"""Documents belong to the journal as facts: known once, never changed."""

from app.models.entities import ENTITIES
from app.models.journal import Kind
from app.models.script_documents import SCRIPT_DOCUMENT


def test_a_document_is_a_fact_of_the_journal() -> None:
    assert ENTITIES["script_document"] is SCRIPT_DOCUMENT
    assert SCRIPT_DOCUMENT.fact
    assert {one.kind for one in SCRIPT_DOCUMENT.fields} == {Kind.FACT}
