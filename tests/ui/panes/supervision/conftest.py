"""A supervisor at a desk with late, soon, returned inquiries and one extension to decide."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.services import units
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.supervision.pane import SupervisionPane
from app.ui.panes.supervision.words import Words
from tests.desk import sign_in
from tests.services.supervised import fill


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
def desk(office: Office) -> dict[str, bytes]:
    """Inquiries by their summary; li, who supervises, is signed in."""
    sign_in(office, "li")
    for code, name, english in (("H01", "县人民医院", "County Hospital"), ("C11", "疾控中心", "Disease Control")):
        office.do(units.save_unit, code, name=name, name_en=english)
    found = fill(office)
    sign_in(office, "li")
    return found


@pytest.fixture
def words(qapp) -> Words:
    """Words in English."""
    languages.of_app().ensure("en")
    return Words()


@pytest.fixture
def pane(jobs: Jobs, desk: dict[str, bytes], qtbot: QtBot) -> SupervisionPane:
    """The pane on the screen."""
    made = SupervisionPane(jobs)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    return made
