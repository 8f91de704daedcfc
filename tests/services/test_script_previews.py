"""A preview says what the import will do, and writes nothing."""

import pytest

from app.models.errors import NotAllowed
from app.services.office import Office
from app.services.script_imports import ScriptTable, ScriptText, import_scripts
from app.services.script_outline import outline
from app.services.script_previews import preview_scripts
from tests.desk import sign_in

TEXT = """---
id: a-1
title: {zh: 几点开门, en: Opening hours}
review_on: 2030-01-01
sources: [{doc: Rule}]
---
## zh
8点。
## en
At 8.
"""
SOURCES = (
    ScriptText("a.md", TEXT),
    ScriptTable("b.csv", [(2, {"key": "b-1", "title": "Parking", "answer": "Behind the house."}), (3, {"key": "b-2"})]),
)


@pytest.mark.parametrize("publish", [False, True])
def test_the_preview_and_the_import_report_the_same(office: Office, publish: bool) -> None:
    sign_in(office, "chen")
    preview = office.ask(preview_scripts, SOURCES, publish=publish)
    assert office.ask(outline) == ()
    assert office.do(import_scripts, SOURCES, publish=publish).value == preview.report


def test_titles_are_known_before_anything_is_written(office: Office) -> None:
    sign_in(office, "chen")
    preview = office.ask(preview_scripts, SOURCES)
    assert (preview.title("a-1", "zh_CN"), preview.title("a-1", "en")) == ("几点开门", "Opening hours")
    assert (preview.title("b-1", "zh_CN"), preview.title("b-2", "en")) == ("Parking", "b-2")


def test_only_those_who_write_scripts_may_look(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(preview_scripts, SOURCES)
