"""The demo's calls are measured, and its proposals stand in every state."""

from app.models.periods import Span
from app.models.voices import ImprovementState
from app.services import demo_reports, figures, line_records, voices
from app.services.office import Office
from tests.desk import sign_in


def test_calls_are_measured_and_proposals_stand_in_every_state(office: Office) -> None:
    operators = [sign_in(office, name) for name in ("wang", "li")]
    office.do(demo_reports.fill, operators[1], operators, 3)
    (batch,) = office.ask(line_records.imported)
    assert batch.report["added"] > 300
    assert batch.report["refused"] == 0
    assert {one.improvement.state for one in office.ask(voices.proposals)} == set(ImprovementState)
    office.do(figures.catch_up)
    month = office.ask(figures.current, Span.MONTH).former()
    cards = {one.kpi.id: one.figure for one in office.ask(figures.cards, month)}
    assert 0.8 < (cards["call_through"].share or 0.0) < 1.0
