"""Findings at a desk, as interviews and people open them."""

from app.models.findings import FindingState
from app.services import findings, interviews, units
from app.services.findings import NewFinding
from app.services.office import Office
from tests.desk import sign_in
from tests.services.interviewing import begun, through

S = FindingState
#: What is said with each step on the way to the end.
WAY = (
    (S.SENT, {"institution": "U01"}),
    (S.CAUSE_FOUND, {"note": "One nurse for forty beds"}),
    (S.PLANNED, {"measure": "A second nurse", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00"}),
    (S.DONE, {"evidence": "Roster of March"}),
)


def institution(office: Office, code: str = "U01") -> None:
    """Have an institution to send findings to."""
    person = office.by
    sign_in(office, "li")
    office.do(units.save_unit, code, name="县医院", name_en="County hospital")
    office.sign_in(person)


def opened(office: Office, title: str = "Nobody came when called", code: str = "U01", **more: object) -> bytes:
    """Open a finding by hand, li signed in from here on."""
    institution(office, code)
    sign_in(office, "li")
    return office.do(findings.open_by_hand, NewFinding(title, "complaint.attitude", code, **more)).value  # type: ignore[arg-type]


def taken(office: Office, finding: bytes, until: FindingState) -> None:
    """Take a finding along its way, li doing it."""
    sign_in(office, "li")
    for state, said in WAY:
        office.do(findings.step, finding, state, said)
        if state is until:
            return


def dissatisfied(office: Office, *, forward: str = "yes", asked: object = None) -> bytes:
    """Interview somebody who is dissatisfied with the unit; return the interview, all answered."""
    one = begun(office, asked) if asked is not None else begun(office)  # type: ignore[arg-type]
    through(office, one, unit_satisfaction="dissatisfied", forward=forward)
    assert office.ask(interviews.standing, one).state.is_over
    return one
