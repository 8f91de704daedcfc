"""Every place to which the shipped scripts put callers through has words in both languages."""

import re

from app.scripts_library.transfers import place_named
from resources import FOLDER


def test_no_shipped_script_leads_to_a_place_without_words() -> None:
    folder = FOLDER / "scripts"
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.md")]
    names = {name for text in texts for name in re.findall(r"transfer:([a-z-]+)", text)}
    assert len(names) > 10
    assert {name for name in names if re.search("[a-z]", place_named(name)["zh"])} == set()


def test_a_place_of_ones_own_is_said_as_it_is_written() -> None:
    assert place_named("night-desk") == {"zh": "night-desk", "en": "night desk"}
