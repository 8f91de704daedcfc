"""A desk with calls to make, and jobs that run at once in an English window."""

from collections.abc import Iterator

import pytest

from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs that run at once, in an English window."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()
    languages.of_app().ensure("en")
