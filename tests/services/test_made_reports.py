"""A document that was saved is written down, and only who supervises sees it again."""

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.services import made_reports
from app.services.office import Office
from tests.desk import sign_in

SAVED = {"kind": "weekly", "period": "2026-W10", "language": "en", "file": "x.pdf", "html": "<p>Signed</p>"}


def test_a_saved_document_is_opened_again_as_it_was_edited(office: Office) -> None:
    sign_in(office, "li")
    made = office.do(made_reports.keep, **SAVED).value
    (found,) = office.ask(made_reports.newest)
    assert (found.id, found.files, found.plan) == (made, ("x.pdf",), "")
    assert office.ask(made_reports.paper, made) == "<p>Signed</p>"
    with pytest.raises(RecordGone):
        office.ask(made_reports.paper, bytes(16))
    sign_in(office, "wang")
    for question in (made_reports.newest, made_reports.paper):
        with pytest.raises(NotAllowed):
            office.ask(question, *([made] if question is made_reports.paper else []))
