"""The ledger by keyboard: from a new finding to one that is struck off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.models.findings import FindingState
from app.models.questionnaires import Severity
from app.services import finding_ledger, findings, interview_calls
from app.services.office import Office
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.long_text import LongText
from app.ui.panes.findings.pane import FindingsPane
from tests.desk import sign_in
from tests.services.calling import promised
from tests.services.finding import WAY, S, dissatisfied, institution, opened, taken
from tests.services.interviewing import ABOUT


@pytest.fixture
def pane(jobs: Jobs, office: Office, qtbot) -> FindingsPane:
    institution(office)
    sign_in(office, "li")
    made = FindingsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 640)
    made.show()
    return made


def fill(pane: FindingsPane, **values: object) -> None:
    pane.box.put(values)
    pane.commands.action("findings.save").trigger()


def test_a_new_finding_is_written_and_sent(office: Office, pane: FindingsPane) -> None:
    pane.commands.action("findings.new").trigger()
    fill(pane, title="", category="complaint.attitude")
    assert pane.is_asking()
    fill(pane, title="Nobody came", institution="U01")
    assert not pane.is_asking()
    (line,) = office.ask(finding_ledger.page, finding_ledger.Sought()).lines
    assert pane.has_finding()
    pane.card.buttons[S.SENT].click()
    fill(pane)
    assert office.ask(finding_ledger.detail, line.finding.id).line.finding.state is S.SENT
    assert pane.card.chip.text() == "Sent to the institution"


def test_a_new_finding_is_the_chosen_one(office: Office, pane: FindingsPane) -> None:
    for title in ("One", "Two"):
        opened(office, title, severity=Severity.URGENT)
    pane.reload()
    pane.view.select(1)
    pane.commands.action("findings.new").trigger()
    fill(pane, title="Three", category="complaint.attitude", institution="U01")
    assert pane.view.row().finding.title == "Three"
    assert [one.finding.title for one in pane.view.selected_rows()] == ["Three"]
    assert pane.card.title.text().endswith("Three")


def test_a_new_finding_that_the_filters_hide_is_shown_and_that_is_said(office: Office, pane: FindingsPane) -> None:
    opened(office, "One", code="U02")
    pane.reload()
    pane.place.setCurrentIndex(pane.place.findData("U02"))
    pane.place.activated.emit(0)
    pane.commands.action("findings.new").trigger()
    fill(pane, title="Three", category="complaint.attitude", institution="U01")
    assert "the filters leave it out" in pane.strip.current.text
    pane.reload()  # as another desk writes something meanwhile
    assert pane.card.title.text().endswith("Three")
    assert pane.view.selected_rows() == []
    pane.card.buttons[S.SENT].click()
    fill(pane)
    assert pane.card.chip.text() == "Sent to the institution"
    assert not pane.view.hasFocus()  # which would choose its first row
    pane.place.setCurrentIndex(0)
    pane.place.activated.emit(0)
    assert pane.view.row().finding.title == "Three"


def test_what_a_step_lacks_is_said_beside_its_field(office: Office, pane: FindingsPane) -> None:
    taken(office, opened(office), S.CAUSE_FOUND)
    pane.reload()
    pane.card.buttons[S.PLANNED].click()
    fill(pane, measure="Training")
    assert pane.box.kind == S.PLANNED
    assert pane.box.findChild(object, "findings.form.owner") is not None
    fill(pane, owner="Sun", due_at=office.clock.now().replace(day=9))
    assert not pane.is_asking()


@pytest.mark.parametrize("kind", ["new", "together", S.UNFOUNDED.value])
def test_what_is_asked_for_is_left_by_escape_and_nothing_is_saved(
    office: Office, pane: FindingsPane, qtbot, kind: str
) -> None:
    state = S.CAUSE_FOUND if kind == "together" else S.OPENED
    for title in ("One", "Two"):
        one = opened(office, title)
        if state is S.CAUSE_FOUND:
            taken(office, one, state)
    pane.reload()
    pane.view.selectAll()
    if kind == S.UNFOUNDED:
        pane.card.buttons[S.UNFOUNDED].click()
    else:
        pane.commands.action(f"findings.{kind}").trigger()
    fill(pane)
    assert pane.box.kind == kind
    qtbot.keyClick(pane.box.findChild(QLineEdit if kind == "new" else LongText), Qt.Key.Key_Escape)
    assert not pane.is_asking()
    assert not pane.box.isVisibleTo(pane)
    assert not pane.strip.isVisibleTo(pane)
    assert not pane.commands.action("findings.save").isEnabled()
    lines = office.ask(finding_ledger.page, finding_ledger.Sought()).lines
    assert [one.finding.state for one in lines] == [state] * 2


def test_several_findings_get_one_measure(office: Office, pane: FindingsPane) -> None:
    for title in ("One", "Two"):
        taken(office, opened(office, title), S.CAUSE_FOUND)
    pane.reload()
    assert not pane.may_plan()
    pane.view.selectAll()
    assert pane.may_plan()
    pane.commands.action("findings.together").trigger()
    when = office.clock.now().replace(day=9)
    fill(pane, measure="Training", owner="Sun", due_at=when, effective_on=when.date())
    found = [one.finding for one in office.ask(finding_ledger.page, finding_ledger.Sought()).lines]
    assert {(one.state, one.measure) for one in found} == {(S.PLANNED, "Training")}


def test_a_measure_for_several_goes_to_those_that_were_chosen_though_another_is_looked_at(
    office: Office, pane: FindingsPane
) -> None:
    for title in ("One", "Two", "Three"):
        taken(office, opened(office, title), S.CAUSE_FOUND)
    pane.reload()
    pane.view.selectAll()
    pane.commands.action("findings.together").trigger()
    pane.view.select(1)
    when = office.clock.now().replace(day=9)
    fill(pane, measure="Training", owner="Sun", due_at=when, effective_on=when.date())
    found = [one.finding for one in office.ask(finding_ledger.page, finding_ledger.Sought()).lines]
    assert [one.measure for one in found] == ["Training"] * 3


def test_a_measure_that_is_being_asked_for_stays_with_its_findings_when_another_choice_is_refused(
    office: Office, pane: FindingsPane
) -> None:
    planned = opened(office, "One")
    taken(office, planned, S.CAUSE_FOUND)
    pane.reload()
    pane.view.selectAll()
    pane.ask_together()
    opened(office, "Two")
    pane.reload()
    pane.view.selectAll()
    pane.ask_together()
    when = office.clock.now().replace(day=9)
    fill(pane, measure="Training", owner="Sun", due_at=when, effective_on=when.date())
    found = {one.finding.id: one.finding for one in office.ask(finding_ledger.page, finding_ledger.Sought()).lines}
    assert {one for one, finding in found.items() if finding.measure} == {planned}


def test_what_cannot_have_one_measure_is_said_before_anything_is_asked(office: Office, pane: FindingsPane) -> None:
    taken(office, opened(office, "One"), S.CAUSE_FOUND)
    opened(office, "Two")
    pane.reload()
    waiting = next(
        one for one in office.ask(finding_ledger.page, finding_ledger.Sought()).lines if one.finding.title == "Two"
    )
    pane.view.selectAll()
    pane.commands.action("findings.together").trigger()
    assert not pane.is_asking()
    assert f"No measure can be planned where they stand: {waiting.finding.number}." in pane.strip.current.text
    pane.strip.dismiss()
    taken(office, opened(office, "Three", code="U02"), S.SENT)
    office.do(findings.step, waiting.finding.id, FindingState.SENT, {"institution": "U02"})
    pane.reload()
    pane.view.selectAll()
    pane.commands.action("findings.together").trigger()
    assert not pane.is_asking()
    assert "One measure is for one institution" in pane.strip.current.text
    assert waiting.finding.number in pane.strip.current.text


def test_what_a_measure_asks_for_has_its_room_below_a_message_in_the_smallest_window(
    office: Office, pane: FindingsPane, qtbot
) -> None:
    pane.resize(1196, 656)  # what a window of 1280 by 720 leaves of itself, and the banner of the demo takes from that
    made = [
        opened(office, f"{title}: how satisfied are you with how openly and reasonably you were charged? Dissatisfied")
        for title in ("One", "Two")
    ]
    for one in made:
        taken(office, one, S.CAUSE_FOUND)
    pane.reload()
    pane.view.selectAll()
    pane.commands.action("findings.together").trigger()
    office.do(findings.step, made[1], FindingState.UNFOUNDED, {"note": "Another house"})  # by somebody else meanwhile
    when = office.clock.now().replace(day=9)
    fill(pane, measure="Training", owner="Sun", due_at=when, effective_on=when.date())
    assert "No measure can be planned" in pane.strip.current.text
    qtbot.waitUntil(pane.strip.isVisible)
    form = pane.box.findChild(Form)
    qtbot.waitUntil(lambda: form.height() >= form.minimumSizeHint().height(), timeout=2000)


def test_the_list_follows_its_filters_and_papers_name_nobody(office: Office, pane: FindingsPane, qtbot) -> None:
    one = opened(office)
    office.do(findings.step, one, FindingState.UNFOUNDED, {"note": "Another house"})
    pane.reload()
    assert (pane.model.rowCount(), pane.has_finding()) == (0, False)
    pane.standing.setCurrentIndex(pane.standing.findData("ended"))
    pane.standing.activated.emit(0)
    assert pane.model.rowCount() == 1
    assert pane.card.who.text() == "Written by hand; nobody stands in it."
    assert not pane.may_call()
    for command in ("findings.sheet", "findings.ledger"):
        pane.commands.action(command).trigger()
        assert pane.papers.window.isVisible()
        pane.papers.window.close()


def test_an_operator_verifies_and_keeps_no_ledger(office: Office, jobs: Jobs, pane: FindingsPane, qtbot) -> None:
    taken(office, opened(office), S.DONE)
    sign_in(office, "wang")
    pane.reload()
    assert not pane.may_work()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.card.buttons[S.VERIFIED].isVisible()
    assert not pane.card.buttons[S.REOPENED].isVisible()
    pane.card.buttons[S.VERIFIED].click()
    fill(pane, note="Seen on the ward")
    assert pane.card.chip.text() == "Verified"


def test_whoever_agreed_is_called_on_the_word_of_who_keeps_the_ledger(office: Office, pane: FindingsPane) -> None:
    sign_in(office, "wang")
    asked = replace(ABOUT, callback=promised(office))
    office.do(interview_calls.close, dissatisfied(office, asked=asked))
    pane.reload()
    assert not pane.may_call()
    sign_in(office, "li")
    pane.reload()
    assert pane.may_call()
    pane.commands.action("findings.call").trigger()
    assert "queue" in pane.strip.current.text


def test_a_finding_with_a_measure_is_measured_again_by_a_campaign(office: Office, pane: FindingsPane, qtbot) -> None:
    sign_in(office, "wang")
    _, (finding,) = office.do(interview_calls.close, dissatisfied(office)).value
    sign_in(office, "li")
    pane.reload()
    assert not pane.may_measure()
    for state, said in WAY:
        office.do(findings.step, finding, state, {**said, "effective_on": "2026-03-02"} if state is S.PLANNED else said)
    pane.standing.setCurrentIndex(pane.standing.findData("all"))
    pane.reload()
    pane.view.select(0)
    assert pane.may_measure()
    with qtbot.waitSignal(pane.campaign_wanted) as heard:
        pane.commands.action("findings.again").trigger()
    assert heard.args[0].institution == "U01"
