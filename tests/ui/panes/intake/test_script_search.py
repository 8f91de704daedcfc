import pytest

from app.services.script_search import ScriptSearch as Library
from app.ui.panes.intake import script_search
from tests.ui.panes.intake.conftest import FakeLibrary, Found


@pytest.mark.parametrize("library", [Library, FakeLibrary])
def test_the_real_library_and_the_fake_one_answer_the_same_questions(library):
    for name in ("query", "suggest", "open"):
        wanted = getattr(script_search.ScriptSearch, name).__code__.co_varnames[:5]
        given = getattr(library, name).__code__.co_varnames[:5]
        asked = {one.lstrip("_") for one in wanted if one != "self"}
        assert asked <= {one.lstrip("_") for one in given}


def test_a_hit_says_what_the_list_shows():
    names = {name for name in vars(script_search.Hit) if not name.startswith("_")}
    assert names == {"key", "title", "why", "standing", "urgent", "fits", "said"}
    assert names <= set(vars(Found("a", "b")))
