"""The card tells who said never again, and what lifted it, to whoever has the person on the line."""

from app.services import callers, never_calls
from app.ui.kit import languages
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.never_lines import NeverLines
from tests.desk import NOON, sign_in


def test_a_saying_and_its_lift_are_told_and_another_person_s_are_not(jobs, state, desk, shown, met, office):
    languages.of_app().use("en")
    link = CallerLink(jobs, state)
    lines = shown(NeverLines(jobs, link, desk.zone), inside=True)
    caller = met()
    link.choose(caller)
    assert not lines.isVisible()
    jobs.do(callers.do_not_call, number="138 1234 5678", caller=caller)
    assert lines.text() == "said on 2026-03-02 12:00, written down by Wang"
    sign_in(office, "li")
    [one] = office.ask(never_calls.of_caller, caller)
    jobs.do(never_calls.lift, saying=one.saying.id, requested_on=NOON.date(), kept="Folder 7")
    assert lines.text().endswith("; lifted on 2026-03-02 12:00 by Li at the written request of 2026-03-02 (Folder 7)")
    languages.of_app().use("zh_CN")
    lines.retranslate()
    assert "Wang 登记" in lines.text()
    languages.of_app().use("en")
    link.choose(None)
    assert not lines.isVisible()
