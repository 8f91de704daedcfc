"""Definitions are read by all who see figures, and changed by who may."""

import pytest

from app.services import kpis
from app.services.office import Office
from app.ui.panes.reports.definitions_page import DefinitionsPage
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import sign_in


@pytest.fixture
def page(pane: ReportsPane) -> DefinitionsPage:
    pane.bar.show_page("definitions")
    return pane.definitions


def _choose(page: DefinitionsPage, name: str) -> None:
    page.view.select(page.model.place_of(name))


def test_the_chosen_one_says_how_it_is_computed(page: DefinitionsPage) -> None:
    _choose(page, "on_time")
    told = page.page.toPlainText()
    assert "Completed on time: Kept + Completed on time: Missed" in told
    assert "inquiry_event" in told


def test_a_new_version_is_saved_and_shown_with_its_history(page: DefinitionsPage, desk: Office) -> None:
    _choose(page, "on_time")
    page.change()
    page.form.form.set_values({"target": 90, "warning": 80}, clear=False)
    page.form.accept()
    assert desk.ask(kpis.named, "on_time").target == 0.9
    assert "version 1" in page.page.toPlainText()
    assert page._stack.currentWidget() is page.page


def test_what_is_wrong_stays_on_the_form(page: DefinitionsPage, desk: Office) -> None:
    _choose(page, "on_time")
    page.change()
    page.form.form.set_values({"target": 90, "warning": 95}, clear=False)
    page.form.accept()
    assert page._stack.currentWidget() is page.form
    assert len(desk.ask(kpis.versions, "on_time")) == 1


def test_one_is_ended_today_and_another_made_like_it(page: DefinitionsPage, desk: Office) -> None:
    _choose(page, "returned")
    page.copy()
    page.form.form.set_values({"id": "ours"}, clear=False)
    page.form.accept()
    assert desk.ask(kpis.named, "ours").numerator
    _choose(page, "ours")
    page.end()
    assert desk.ask(kpis.versions, "ours")[0].kpi.until_on == desk.ask(kpis.defined)[0].today


def test_an_operator_reads_only(pane: ReportsPane, desk: Office) -> None:
    sign_in(desk, "wang")
    pane._person = None
    pane.reload()
    pane.bar.show_page("definitions")
    assert pane.definitions.model.rowCount() > 0
    assert all(one.isHidden() for one in pane.definitions._buttons)
    pane.definitions.change()
    assert pane.definitions._stack.currentWidget() is pane.definitions.page
