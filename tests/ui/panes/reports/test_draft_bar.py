"""What is written into a document survives whatever happens, until a person wants the document made anew."""

from pathlib import Path

import pytest

from app.services import made_reports, report_drafts
from app.services.office import Office
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.draft_bar import DraftBar
from app.ui.panes.reports.pane import ReportsPane
from tests.ui.panes.reports.writing import write


@pytest.fixture
def written(pane: ReportsPane) -> ReportsPane:
    """The weekly sheet with a line of a person in it, kept."""
    pane.bar._buttons["documents"].click()
    write(pane.documents, "Signed by the head")
    bar = pane.documents.draft
    for _ in range(2):
        bar._jobs.ticked.emit(None)
    return pane


def _text(pane: ReportsPane) -> str:
    pane.documents.draft.html()
    return pane.documents.page.toPlainText()


def test_what_is_written_is_kept_at_the_first_pause(written: ReportsPane, office: Office) -> None:
    named = written.documents.draft.named
    assert named is not None
    found = office.ask(report_drafts.kept, named.kind, named.period, named.language)
    assert found is not None
    assert "Signed by the head" in found.html
    assert "As you edited it" in written.documents.draft._label.text()


def test_somebody_who_does_not_pause_loses_five_seconds_at_most(pane: ReportsPane, office: Office) -> None:
    pane.bar._buttons["documents"].click()
    for place in range(5):
        write(pane.documents, f"Line {place}")
        pane.documents.draft._jobs.ticked.emit(None)
    found = office.ask(report_drafts.kept, "weekly", str(pane.bar.stretch), "en")
    assert found is not None
    assert "Line 4" in found.html


def test_it_is_there_in_a_new_window(written: ReportsPane, office: Office, qtbot) -> None:
    jobs = Jobs(office, office.clock.now, executor=InlineExecutor())
    again = ReportsPane(jobs)
    qtbot.addWidget(again)
    again.show()
    again.bar._buttons["documents"].click()
    assert "Signed by the head" in _text(again)
    assert again.documents.draft.isVisible()
    jobs.close()


def test_counting_and_looking_elsewhere_leave_it_where_it_is(written: ReportsPane) -> None:
    write(written.documents, "One more")
    written.bar._buttons["figures"].click()
    written.reload()
    written.bar._buttons["documents"].click()
    assert "One more" in _text(written)
    written.documents.choose("monthly")
    assert "Signed by the head" not in _text(written)
    written.documents.choose("weekly")
    assert "One more" in _text(written)


def test_made_anew_it_is_as_the_figures_are_and_can_be_had_back(written: ReportsPane, office: Office) -> None:
    bar: DraftBar = written.documents.draft
    bar._button.click()
    assert "Signed by the head" not in _text(written)
    assert office.ask(report_drafts.kept, "weekly", str(written.bar.stretch), "en") is None
    bar._button.click()
    assert "Signed by the head" in _text(written)
    assert office.ask(report_drafts.kept, "weekly", str(written.bar.stretch), "en") is not None


def test_a_document_opened_again_can_be_edited_and_is_written_down_when_it_is_saved(
    written: ReportsPane, office: Office, tmp_path: Path
) -> None:
    written.documents.save_to(str(tmp_path / "one.pdf"))
    write(written.documents, "After printing")
    written.documents.show_made()
    written.documents.made.made.select(0)
    written.documents.made.open_made()
    assert "After printing" not in _text(written)
    written.documents.save_to(str(tmp_path / "two.pdf"))
    assert {one.files for one in office.ask(made_reports.newest)} == {("one.pdf",), ("two.pdf",)}
    written.documents.draft._button.click()
    assert "After printing" in _text(written)
