"""What was made is listed and opened again; plans are made and taken out."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.services import made_reports
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.made_page import MadePage


def test_a_document_that_was_made_is_opened_again(desk: Office, jobs: Jobs, qtbot: QtBot) -> None:
    desk.do(made_reports.keep, kind="weekly", period="2026-W10", language="en", file="x.pdf", html="<p>Signed</p>")
    page = MadePage(jobs)
    qtbot.addWidget(page)
    page.reload()
    line = page.made_model.row(0)
    assert (line.display, line.made.files) == ("Li", ("x.pdf",))
    page.made.select(0)
    with qtbot.waitSignal(page.opened) as opened:
        page._open.click()
    assert opened.args == [line.made, "<p>Signed</p>"]


def test_a_plan_is_made_and_taken_out(desk: Office, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    page = MadePage(jobs)
    qtbot.addWidget(page)
    page.reload()
    page.kind.setCurrentIndex(1)
    page.folder.setText(str(tmp_path))
    page._add.click()
    assert page.plan_model.row(0).plan.kind == "monthly"
    page.plans.select(0)
    page._remove.click()
    assert page.plan_model.rowCount() == 0
    with qtbot.waitSignal(page.refused):
        page.folder.setText("nowhere")
        page._add.click()


def test_the_plan_fits_beside_the_rail(desk: Office, jobs: Jobs, qtbot: QtBot) -> None:
    page = MadePage(jobs)
    qtbot.addWidget(page)
    assert page.minimumSizeHint().width() < 840


def test_a_plan_begins_in_the_language_of_the_window(desk: Office, jobs: Jobs, qtbot: QtBot) -> None:
    pages = []
    for language in languages.LANGUAGES:
        languages.of_app().use(language)
        pages.append(MadePage(jobs))
        qtbot.addWidget(pages[-1])
        qtbot.waitUntil(lambda spoken=language: {one.language.currentData() for one in pages} == {spoken})


def test_nothing_can_be_opened_or_removed_where_nothing_is_chosen(desk: Office, jobs: Jobs, qtbot: QtBot) -> None:
    desk.do(made_reports.keep, kind="weekly", period="2026-W10", language="en", file="x.pdf", html="<p>Signed</p>")
    page = MadePage(jobs)
    qtbot.addWidget(page)
    page.reload()
    assert not page._open.isEnabled()
    assert not page._remove.isEnabled()
    page.made.select(0)
    assert page._open.isEnabled()


def test_what_was_made_and_what_is_planned_have_the_same_room(desk: Office, jobs: Jobs, qtbot: QtBot) -> None:
    page = MadePage(jobs)
    qtbot.addWidget(page)
    page.resize(960, 546)  # beside the documents in a window of 1280 by 720
    page.show()
    assert abs(page.made.height() - page.plans.height()) <= 1
