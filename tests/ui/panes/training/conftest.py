"""A desk with two scripts to practice, and jobs that run at once in an English window."""

from collections.abc import Iterator

import pytest

from app.services.office import Office
from app.services.script_search import ScriptSearch
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from tests.services.drilled import FLU, OPEN, publish


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs that run at once, in an English window."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()
    languages.of_app().ensure("en")


@pytest.fixture
def desk(office: Office) -> Office:
    """Two scripts to practice, in the operator's name, with a search that finds them."""
    publish(office, OPEN, FLU)
    search = office.outside["script_search"] = ScriptSearch()
    office.ask(search.refresh)
    return office
