"""What is asked becomes a ladder."""

from typing import Any

import pytest

from app.models.ladders import Ladder, LadderStep, point
from app.models.policies import Target
from app.services import ladders
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.ladder_form import LadderForm


@pytest.fixture
def form(jobs: Jobs, office: Office, qtbot: Any) -> LadderForm:
    made = LadderForm(office.clock.now)
    qtbot.addWidget(made)
    made.show_calendars(["county-center"])
    made.show()
    return made


def test_what_is_asked_becomes_a_ladder(form: LadderForm, qtbot: Any) -> None:
    form.ask(None)
    form.form.set_values({"name": "hot", "urgency": "critical", "accept.urge": "0，+1bh"})
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    rungs = {Target.ACCEPT: {LadderStep.URGE: (point("0"), point("+1bh"))}}
    assert taken.args == [Ladder("hot", rungs=rungs, urgency="critical")]


def test_a_new_version_keeps_what_is_not_changed(form: LadderForm, office: Office, qtbot: Any) -> None:
    (known,) = office.ask(ladders.listed)
    form.ask(known.ladder)
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert taken.args == [known.ladder]


def test_a_point_that_cannot_be_read_is_said_beside_its_field(form: LadderForm, qtbot: Any) -> None:
    form.ask(None)
    form.form.set_values({"name": "hot", "resolve.notify": "later"})
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.save.isEnabled()
    form.close_form()
    assert not form.asking
