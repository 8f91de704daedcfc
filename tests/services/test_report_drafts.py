"""What a person writes into a document is theirs, and is there again until the document is made anew."""

from datetime import date

import pytest

from app.models.errors import NotAllowed
from app.models.periods import Span, holding
from app.services import report_drafts
from app.services.office import Office
from tests.desk import sign_in

WEEK = holding(Span.WEEK, date(2026, 3, 2))
NAMED = {"kind": "weekly", "period": "2026-W10", "language": "en"}


def test_a_document_comes_with_what_was_written_into_it(office: Office) -> None:
    sign_in(office, "li")
    assert office.ask(report_drafts.shown, "weekly", WEEK, language="en").draft is None
    office.do(report_drafts.keep, **NAMED, html="<p>Signed</p>")
    found = office.ask(report_drafts.shown, "weekly", WEEK, language="en")
    assert found.draft is not None
    assert (found.draft.html, f"{found.draft.at:%H:%M}") == ("<p>Signed</p>", "12:00")
    assert found.report.stretch == WEEK
    assert office.ask(report_drafts.kept, "weekly", "2026-W10", "zh_CN") is None
    office.do(report_drafts.drop, **NAMED)
    assert office.ask(report_drafts.kept, "weekly", "2026-W10", "en") is None


def test_what_somebody_else_wrote_is_not_shown(office: Office) -> None:
    sign_in(office, "li")
    office.do(report_drafts.keep, **NAMED, html="<p>Signed</p>")
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.ask(report_drafts.kept, *NAMED.values())
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(report_drafts.keep, **NAMED, html="")
