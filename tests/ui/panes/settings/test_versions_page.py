"""Sections of versions behave in one way: what is refused without a field is told, and typing is not lost."""

from typing import Any

from app.models.errors import DatabaseBusy
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.ladders_page import LaddersPage
from app.ui.panes.settings.policies_page import PoliciesPage


def test_what_concerns_no_field_is_told_and_the_form_stays(jobs: Jobs, office: Office, qtbot: Any) -> None:
    for page in (LaddersPage(jobs), PoliciesPage(jobs)):
        qtbot.addWidget(page)
        page.show()
        page.add()
        page._refuse_fields(DatabaseBusy(path="x"))
        assert page.strip.current is not None
        assert page.form.asking
        assert page.form.save.isEnabled()


def test_nothing_chosen_can_be_changed_or_ended(jobs: Jobs, qtbot: Any) -> None:
    page = LaddersPage(jobs)
    qtbot.addWidget(page)
    page.edit()
    page.end()
    assert not page.form.asking
    assert not page.has_one()
