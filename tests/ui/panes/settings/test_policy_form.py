from typing import Any

import pytest

from app.models.durations import parse
from app.models.policies import PoliciesTie, Policy, Target
from app.services import policies
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.policy_form import PolicyForm


@pytest.fixture
def form(jobs: Jobs, office: Office, qtbot: Any) -> PolicyForm:
    made = PolicyForm(jobs, office.clock.now)
    qtbot.addWidget(made)
    made.show_calendars(["county-center", "round-the-clock"])
    made.show()
    return made


def test_what_is_asked_becomes_a_policy(form: PolicyForm, qtbot: Any) -> None:
    form.ask(None)
    form.form.set_values({"name": "fever", "channel": "email", "resolve": "4bh", "calendar": "round-the-clock"})
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert taken.args == [Policy("fever", "round-the-clock", {Target.RESOLVE: parse("4bh")}, channel="email")]


def test_a_new_version_keeps_what_is_not_changed(form: PolicyForm, office: Office, qtbot: Any) -> None:
    known = office.ask(policies.named, "county-complaint").policy
    form.ask(known)
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert taken.args == [known]


def test_what_is_no_duration_is_said_beside_its_field(form: PolicyForm, qtbot: Any) -> None:
    form.ask(None)
    form.form.set_values({"name": "fever", "accept": "soon"})
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.save.isEnabled()
    assert form.refuse(PoliciesTie(field="targets", other="county-general", target="accept"))
