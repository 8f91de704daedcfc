"""Real jobs of a desk on which the bite script counts, and a call of the grandmother."""

from collections.abc import Iterator

import pytest

from app.services import mock_calls, mock_scenarios
from app.services.mock_calls import Call
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs that run at once, in an English window."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()


@pytest.fixture
def call(office: Office) -> Call:
    """A call that rings."""
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    return office.ask(mock_calls.begin, "bite-grandmother", "en", 3)
