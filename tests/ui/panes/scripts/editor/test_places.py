"""Every finding leads to a field."""

import pytest

from app.scripts_library.findings import error
from app.scripts_library.script import Placeholder
from app.ui.panes.scripts.editor.places import PAGES, Target, pages_with, target_of
from tests.scripts_library.making import small

SCRIPT = small(placeholders=(Placeholder("a"), Placeholder("b")))


@pytest.mark.parametrize(
    ("place", "facts", "target"),
    [
        (("id",), {}, Target("about", field="key")),
        (("title",), {"language": "en"}, Target("about", field="title_en")),
        (("review_in",), {}, Target("about", field="review_in_days")),
        (("effective_to",), {}, Target("about", field="effective_to")),
        (("body", "2"), {}, Target("wording", place=1)),
        (("body",), {}, Target("wording", place=0)),
        (("aliases", "zh"), {}, Target("phrasings", "zh")),
        (("flow", "nodes", "n1"), {}, Target("flow", "n1")),
        (("flow", "start"), {}, Target("flow", "start")),
        (("placeholders", "b"), {}, Target("basis", "placeholders", 1)),
        (("key_points", "2"), {}, Target("points", "key_points", 1)),
        (("sources",), {}, Target("basis", "sources", 0)),
        (("must_not_say", "1", "zh"), {}, Target("care", "must_not_say", 0)),
        ((), {}, Target("about")),
    ],
)
def test_a_finding_leads_to_its_field(place: tuple[str, ...], facts: dict[str, str], target: Target) -> None:
    assert target_of(error("x-y", *place, **facts), SCRIPT) == target


def test_a_missing_language_leads_to_the_wordings() -> None:
    assert target_of(error("language-gap", "lang_gap", language="en"), SCRIPT).page == "wording"


def test_findings_are_counted_by_their_pages() -> None:
    found = (error("x-y", "id"), error("x-y", "body", "1"), error("x-y", "body", "2"))
    assert pages_with(found, SCRIPT) == {"about": 1, "wording": 2}
    assert set(pages_with(found, SCRIPT)) <= set(PAGES)
