"""What waits for a supervisor is said in words: after what, for whom, and what comes next."""

from dataclasses import replace

from app.services.callback_referrals import Referred
from app.ui.panes.callbacks import presenting_referred as presenting
from tests.desk import NOON

ONE = Referred(b"a" * 16, "246", NOON, "", "+8613812345678", "")


def test_the_next_step_depends_on_language_and_speakers():
    assert presenting.following(ONE, "en") == "give it to an operator, or end it"
    named = replace(ONE, note="Hakka", speakers=("Li",))
    assert presenting.following(named, "en") == "give it to an operator, or end it · spoken by Li · Hakka"
    spoken = replace(ONE, language="Hakka", speakers=("Li",))
    assert presenting.following(spoken, "en") == "comes to Li"
    assert presenting.following(replace(spoken, speakers=()), "zh_CN").startswith("无人会说")


def test_it_says_after_what_it_waits_and_hides_the_middle_of_a_number():
    assert presenting.why(replace(ONE, code="243", language="en"), "en") == "Language or dialect · English"
    assert presenting.who(replace(ONE, name="Zhang")) == "Zhang"
    assert "1234" not in presenting.who(ONE)
