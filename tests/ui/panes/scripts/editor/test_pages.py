"""The pages of the form."""

import pytest

from app.scripts_library.findings import at_line, error
from app.scripts_library.script import Source
from app.services.script_writing import Checked, WordingFacts
from app.ui.panes.scripts.editor.pages import EditorPages
from app.ui.panes.scripts.editor.places import PAGES
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.desk import NOON
from tests.ui.panes.scripts.editor.conftest import now
from tests.windows import put_up


@pytest.fixture
def pages(sheet: Sheet, qtbot) -> EditorPages:
    sheet.change(sources=(Source("Rule 8"),))
    made = EditorPages(sheet, now, NOON.tzinfo)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(720, 560)
    made.show_sheet()
    put_up(qtbot, made)
    return made


def test_every_page_is_reached_one_after_the_other(pages: EditorPages) -> None:
    walked = []
    for _ in PAGES:
        walked.append(pages.page)
        pages.turn_by(1)
    assert tuple(walked) == PAGES
    assert pages.page == "about"


def test_a_finding_goes_to_its_field(pages: EditorPages) -> None:
    pages.go_to(error("not-a-date", "sources", "1", "published"))
    assert pages.page == "basis"
    assert pages.basis.editors["sources"].form.editor("doc").hasFocus()
    pages.go_to(error("body-missing", "body", "2"))
    assert (pages.page, pages.wording.place) == ("wording", 1)


def test_findings_are_counted_on_the_tabs_and_marked_at_their_rows(pages: EditorPages) -> None:
    found = (error("source-empty", "sources", "1"), error("key-unfit", "id"))
    pages.show_checked(Checked(None, found, (WordingFacts(1.0, None),) * 2, key="when-open"))
    titles = [pages.tabs.tabText(place) for place in range(pages.tabs.count())]
    assert titles[0] == "About (1)"
    assert pages.basis.editors["sources"].list.lines[0].chips[-1] == ("!", "danger")
    assert pages.about.proposed == "when-open"


def test_a_text_that_cannot_be_read_keeps_its_page(pages: EditorPages, sheet: Sheet, qtbot) -> None:
    pages.turn("source")
    sheet.write("---\nid: [\n---\n")
    pages.source.enter()
    with qtbot.waitSignal(pages.stuck):
        assert not pages.turn("about")
    assert pages.page == "source"
    assert pages.source.text.hasFocus()


def test_a_change_in_the_text_shows_in_the_form(pages: EditorPages, sheet: Sheet) -> None:
    pages.turn("source")
    text = pages.source.text.value().replace("Rule 8", "Rule 9")
    pages.source.text.selectAll()
    pages.source.text.insertPlainText(text)
    assert pages.turn("basis")
    assert [line.title for line in pages.basis.editors["sources"].list.lines] == ["Rule 9"]


def test_a_finding_in_the_text_goes_to_its_line(pages: EditorPages, sheet: Sheet) -> None:
    pages.turn("source")
    pages.go_to(at_line(3, error("title-missing", "title")))
    assert pages.source.text.textCursor().blockNumber() == 2


def test_a_sketch_that_is_a_text_opens_as_one(pages: EditorPages, sheet: Sheet) -> None:
    sheet.text = "---\nid: [\n---\n"
    pages.show_sheet()
    assert (pages.page, pages.source.text.value()) == ("source", sheet.text)


def test_what_went_is_offered_back(pages: EditorPages, sheet: Sheet, qtbot) -> None:
    for part in (pages.wording, pages.basis.editors["sources"]):
        with qtbot.waitSignal(pages.removed) as removed:
            part.remove()
        removed.args[0].put_back()
    assert (len(sheet.script.variants), len(sheet.script.sources)) == (2, 1)
