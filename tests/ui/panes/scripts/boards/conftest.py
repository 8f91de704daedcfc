"""A library with something on every board: a draft in review, a rule that ended, a gap, a proposed phrasing."""

from collections.abc import Callable

import pytest

from app.models.script_searches import EndedSearch, SearchEnd, SearchPlace
from app.services import script_life, script_searches
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.boards import asking
from app.ui.panes.scripts.boards.asking import ToDo
from tests.desk import sign_in
from tests.ui.panes.scripts.conftest import text_of

DUE = text_of("due", "该复审的", "Look at it again", "consult").replace("2030-01-01", "2026-01-02")


def searched(office: Office, name: str, words: str, ended: SearchEnd, **values: object) -> None:
    """One search of a person that ended."""
    sign_in(office, name)
    office.do(script_searches.note, EndedSearch(words, ended, SearchPlace.INTAKE, **values))  # type: ignore[arg-type]


@pytest.fixture
def full(jobs: Jobs, office: Office, change: Callable[..., None]) -> Jobs:
    """Jobs of a trainer who has something to do on every board."""
    office.do(import_scripts, [ScriptText("due.md", DUE)], publish=True)
    change("flu", publish=False)
    office.do(script_life.submit, "flu", 2, note="new wording")
    for name in ("wang", "li"):
        searched(office, name, "shot against influenza", SearchEnd.OPENED, key="flu", rank=3)
        searched(office, name, "parking fee", SearchEnd.NOTHING)
    sign_in(office, "chen")
    return jobs


@pytest.fixture
def todo(full: Jobs, office: Office) -> ToDo:
    """What that trainer has to do."""
    return office.ask(asking.to_do)
