"""A desk with something to supervise: late, soon and distant inquiries, one returned twice, one to be extended."""

from datetime import timedelta

from app.models.contacts import Outcome
from app.services import contacts, inquiry_steps
from app.services.office import Office
from tests.desk import NOON, draft, sign_in

HOURS = {"Late": -3, "Soon": 2, "Far": 24 * 6, "Asked": 30, "Returned": 28}


def fill(office: Office) -> dict[str, bytes]:
    """Open inquiries as wang and return them by their summary."""
    sign_in(office, "wang")
    found = {summary: dispatch(office, summary, hours) for summary, hours in HOURS.items()}
    office.do(inquiry_steps.take, found["Returned"], "return_back", reason="not_our_duty")
    again = {"unit": "C11", "due_at": NOON + timedelta(hours=28), "reason": "sent to the right one"}
    office.do(inquiry_steps.take, found["Returned"], "dispatch", **again)
    office.do(inquiry_steps.take, found["Returned"], "return_back", reason="wrong_area", note="The other district")
    office.do(inquiry_steps.take, found["Asked"], "ask_extension", days=2, basis="§ 12", reason="Second sample")
    return found


def dispatch(office: Office, summary: str, hours: float, **values: object) -> bytes:
    """Open an inquiry that is due so many hours after noon."""
    due_at = NOON + timedelta(hours=hours)
    said = {"unit": "H01", **values}
    opened = office.do(contacts.start, draft(summary=summary, due_at=due_at, **said)).value
    inquiry = office.do(contacts.finalize, opened, Outcome.DISPATCH).value.inquiry
    assert inquiry is not None
    return inquiry
