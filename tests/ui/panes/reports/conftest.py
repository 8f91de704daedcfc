"""A supervisor at a desk with three inquiries of this month, counted."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.models.contacts import Outcome
from app.services import contacts, figures
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import draft, sign_in


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs that run at once, in an English window."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    languages.of_app().ensure("en")  # the pane asks again for what it names, so its jobs are closed last
    found.close()


@pytest.fixture
def desk(office: Office) -> Office:
    """Two inquiries answered on the line and one called back; li, who supervises, is signed in."""
    for summary, outcome in (("One", Outcome.ANSWERED), ("Two", Outcome.ANSWERED), ("Three", Outcome.CALL_BACK)):
        said = draft(summary=summary, due_at=office.clock.now())
        office.do(contacts.finalize, office.do(contacts.start, said).value, outcome)
    office.do(figures.catch_up)
    sign_in(office, "li")
    return office


@pytest.fixture
def pane(jobs: Jobs, desk: Office, qtbot: QtBot) -> ReportsPane:
    """The pane on the screen."""
    made = ReportsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    return made
