"""Condolence words come from the approved script of that name, in the language of the window."""

from dataclasses import replace

from app.services import condolences
from tests.desk import sign_in
from tests.services.test_scripts import SCRIPT, publish


def test_the_words_of_the_approved_script_are_offered_and_no_draft_is(office):
    sign_in(office, "wang")
    assert office.ask(condolences.words, "en") == ""
    sad = replace(SCRIPT, key="condolence")
    publish(office, sad, publish=False)
    assert office.ask(condolences.words, "en") == ""
    publish(office, replace(sad, topic="sad"))
    assert (office.ask(condolences.words, "en"), office.ask(condolences.words, "zh_CN")) == ("At 8.", "8点。")
