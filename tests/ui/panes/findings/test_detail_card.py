"""The card of a finding says where it stands and offers the steps that are open."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.models.findings import STEPS
from app.models.remeasuring import Stretch, measured
from app.services import finding_ledger, findings, interview_calls
from app.services.finding_remeasures import Remeasured
from app.services.office import Office
from app.ui.panes.findings.detail_card import DetailCard
from tests.desk import NOON
from tests.services.finding import S, dissatisfied, opened, taken


def test_only_open_steps_are_offered_and_one_is_asked_for(office: Office, jobs, qtbot) -> None:
    one = opened(office)
    taken(office, one, S.SENT)
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    card.show()
    card.show_finding(office.ask(finding_ledger.detail, one), (S.CAUSE_FOUND, S.UNFOUNDED), NOON.tzinfo)
    shown = [state for state, button in card.buttons.items() if button.isVisible()]
    assert shown == [S.CAUSE_FOUND, S.UNFOUNDED]
    assert "County hospital" in card.facts.text() or "县医院" in card.facts.text()
    assert not card.again.isVisible()
    with qtbot.waitSignal(card.step_wanted) as wanted:
        card.buttons[S.CAUSE_FOUND].click()
    assert wanted.args == ["cause_found"]


def test_a_finding_that_was_measured_again_shows_before_and_after(office: Office, jobs, qtbot) -> None:
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    day = date(2026, 1, 1)
    before, after = (measured(Stretch(day, day, over=True), one, (300, 246)) for one in ((20, 9), (300, 264)))
    again = Remeasured("F1", day, before, (after,), date(2026, 10, 1))
    card.show_finding(office.ask(finding_ledger.detail, opened(office)), (), NOON.tzinfo, again=again)
    lines = card.measured.text().splitlines()
    assert lines[0].endswith("— (20)")
    assert lines[1].endswith("88 % (264/300), +6 (+0 … +12)")
    assert lines[2].endswith("2026-10-01.")


def test_what_one_measure_also_puts_right_is_no_error_and_what_comes_again_is(office: Office, jobs, qtbot) -> None:
    first, second = opened(office), opened(office, "Rude")
    for one in (first, second):
        taken(office, one, S.CAUSE_FOUND)
    said = {"measure": "Training", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00", "effective_on": "2026-03-05"}
    office.do(findings.plan_together, [first, second], said)
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    detail = office.ask(finding_ledger.detail, first)
    card.show_finding(detail, (), NOON.tzinfo)
    assert "also puts right" in card.together.text()
    assert card.together.property("type") is None
    assert not card.again.isVisibleTo(card)
    card.show_finding(replace(detail, again=detail.line.finding, together=()), (), NOON.tzinfo)
    assert card.again.property("type") == "error"
    assert card.again.isVisibleTo(card)
    assert not card.together.isVisibleTo(card)


def test_whoever_put_it_right_is_told_that_somebody_else_verifies_it(office: Office, jobs, qtbot) -> None:
    one = opened(office)
    taken(office, one, S.DONE)
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    detail = office.ask(finding_ledger.detail, one)
    card.show_finding(detail, (S.REOPENED,), NOON.tzinfo)
    assert card.who.text().endswith("You put it right, so somebody else verifies it.")
    card.show_finding(detail, (S.VERIFIED,), NOON.tzinfo)
    assert "somebody else" not in card.who.text()


def test_the_card_says_of_what_was_said_whether_it_may_be_named_and_of_what_was_written_that_nobody_stands_in_it(
    office: Office, jobs, qtbot
) -> None:
    _, (unnamed, *_) = office.do(interview_calls.close, dissatisfied(office, forward="no")).value
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    for one, told in ((unnamed, "Whoever said it is not to be named."), (opened(office), "nobody stands in it.")):
        card.show_finding(office.ask(finding_ledger.detail, one), (), NOON.tzinfo)
        assert card.who.text().endswith(told)


def test_a_step_that_is_asked_for_has_the_room_of_the_notes_too(office: Office, jobs, qtbot) -> None:
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    day = date(2026, 1, 1)
    before = measured(Stretch(day, day, over=True), (300, 246), (300, 246))
    detail = office.ask(finding_ledger.detail, opened(office))
    card.fold(folded=True)
    card.show_finding(detail, (), NOON.tzinfo, again=Remeasured("F1", day, before, (), None))
    assert not card.measured.isVisibleTo(card)
    card.fold(folded=False)
    assert card.measured.isVisibleTo(card)


def test_a_long_title_leaves_the_room_to_what_a_step_asks_for(office: Office, jobs, qtbot) -> None:
    title = "The self-service machines are out of order " * 9
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    card.resize(400, 600)
    card.show()
    card.show_finding(office.ask(finding_ledger.detail, opened(office, title)), (), NOON.tzinfo)
    qtbot.waitUntil(lambda: card.title.width() > 300)
    assert card.title.text() == title.strip()
    card.fold(folded=True)
    lines = card.title.heightForWidth(card.title.width()) / card.title.fontMetrics().lineSpacing()
    assert 1 < lines < 3
    assert card.title.text().endswith("…")
    card.fold(folded=False)
    assert card.title.text() == title.strip()


def test_the_card_grows_no_wider_however_many_steps_are_open(office: Office, jobs, qtbot) -> None:
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    detail = office.ask(finding_ledger.detail, opened(office))
    widths = []
    for steps in ((S.CLOSED,), STEPS[S.REOPENED]):
        card.show_finding(detail, steps, NOON.tzinfo)
        card.layout().activate()
        widths.append(card.minimumSizeHint().width())
    assert max(widths) < 400


def test_in_a_low_window_nothing_that_is_known_is_cut_and_the_keys_come_to_scroll_it(office: Office, jobs, qtbot):
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    day = date(2026, 1, 1)
    half = measured(Stretch(day, day, over=True), (300, 264), (300, 246))
    again = Remeasured("F1", day, half, (half, half, half), date(2026, 10, 1))
    detail = office.ask(finding_ledger.detail, opened(office))
    card.resize(400, 380)
    card.show()
    card.show_finding(detail, (S.SENT,), NOON.tzinfo, again=again)
    qtbot.waitUntil(lambda: card.notes.verticalScrollBar().maximum() > 0)
    for label in (card.facts, card.who, card.measured):
        qtbot.waitUntil(partial(_is_whole, label))
    qtbot.waitUntil(lambda: card.notes.focusPolicy() is Qt.FocusPolicy.StrongFocus)
    assert card.history.height() >= 96
    card.resize(400, 1000)
    qtbot.waitUntil(lambda: card.notes.verticalScrollBar().maximum() == 0)
    assert card.notes.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert card.notes.height() < 500


def _is_whole(label: QLabel) -> bool:
    return label.height() >= label.heightForWidth(label.width())
