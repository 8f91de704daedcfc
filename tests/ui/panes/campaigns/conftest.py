"""A supervisor with a frame, and a campaign drawn from it."""

from collections.abc import Iterator

import pytest

from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from tests.desk import sign_in
from tests.services.drawing import frame


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
    """A frame of sixty people; li, who supervises, is signed in."""
    sign_in(office, "li")
    frame(office)
    return office
