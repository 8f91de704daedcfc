"""What can be done depends on the call in hand."""

from dataclasses import replace

from app.services import callback_attempts
from app.services.callback_attempts import Ended
from app.ui.kit import languages
from app.ui.panes.callbacks import asking
from app.ui.panes.callbacks.call_in_hand import CallInHand
from tests.desk import NOON
from tests.services.calling import campaign, promised


def test_a_call_is_taken_then_dialed_then_ended(office, jobs, qtbot) -> None:
    (only,) = campaign(office, 1)
    hand = CallInHand()
    qtbot.addWidget(hand)
    said = [hand.may_take(), hand.may_begin(), hand.may_dial(), hand.is_calling(), hand.has_sheet()]
    assert said == [True, False, False, False, False]
    hand._taken = office.ask(asking.taken, only)
    assert (hand.may_begin(), hand.may_dial(), hand.has_sheet()) == (False, False, True)  # it is not shown yet
    hand._board = office.ask(asking.board)
    assert (hand.may_begin(), hand.may_dial(), hand.has_sheet()) == (True, True, True)
    hand._begun = office.do(callback_attempts.begin, only).value
    hand.watch.ring(NOON, 6, 25)
    assert (hand.may_take(), hand.may_dial(), hand.is_calling(), hand.is_ringing()) == (False, False, True, True)


def test_one_sentence_says_what_followed_from_a_call_and_its_answers(qtbot) -> None:
    languages.of_app().use("en")
    hand = CallInHand()
    qtbot.addWidget(hand)
    never = Ended("234", closed=True)
    assert hand.told_of(never) == "Saved; nobody calls this person again."
    assert hand.told_of(replace(never, others_closed=2)).endswith("taken out too: 2.")
    done = hand.told_of(Ended("110", closed=True), findings=3)
    assert done == "Saved; this call is done. Findings opened: 3; they stand in the ledger."


def test_only_a_call_that_somebody_waits_for_is_written_down_in_intake(office, jobs, qtbot) -> None:
    hand = CallInHand()
    qtbot.addWidget(hand)
    sheet = office.ask(asking.taken, promised(office)).sheet
    done = Ended("110", closed=True)
    assert hand.is_documented(sheet, done)
    assert not hand.is_documented(sheet, Ended("201", closed=False))
    verifies = replace(sheet, callback=replace(sheet.callback, finding=b"f" * 16))
    assert not hand.is_documented(verifies, done)
