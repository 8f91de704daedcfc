from typing import Any

import pytest

from app.models.policies import Target
from app.services import policies
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.policies_page import PoliciesPage


@pytest.fixture
def page(jobs: Jobs, qtbot: Any) -> PoliciesPage:
    made = PoliciesPage(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def _choose(page: PoliciesPage, name: str) -> None:
    place = page.model.place_of(name)
    assert place is not None
    page.view.select(place)


def test_a_shipped_policy_is_replaced_by_a_version_of_the_center(page: PoliciesPage, office: Office) -> None:
    _choose(page, "county-complaint")
    page.edit()
    page.form.form.set_values({"resolve": "3bd"}, clear=False)
    page.form.submit()
    found = office.ask(policies.named, "county-complaint")
    assert (found.number, str(found.policy.targets[Target.RESOLVE])) == (1, "3bd")
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.name == "county-complaint"
    assert not page.form.asking


def test_a_tie_is_said_in_the_form_and_nothing_is_saved(page: PoliciesPage, office: Office) -> None:
    page.add()
    page.form.form.set_values({"name": "other", "channel": "email", "acknowledge": "8h"}, clear=False)
    page.form.submit()
    assert page.form.asking
    assert "other" not in {one.name for one in office.ask(policies.listed)}
    assert page.leave_form()
    assert not page.leave_form()


def test_a_policy_ends_today_and_only_once(page: PoliciesPage, office: Office) -> None:
    _choose(page, "county-sms")
    page.end()
    assert office.ask(policies.named, "county-sms").policy.until_on == office.ask(policies.today)
    assert not page.can_end()
    assert page.has_one()


def test_the_calendar_of_a_policy_is_seen_whole_in_a_window_of_1280(page: PoliciesPage) -> None:
    page.resize(948, 580)
    width = page.view.fontMetrics().horizontalAdvance("Round the clock")
    assert page.view.columnWidth(3) >= width + 16
