from typing import Any

import pytest

from app.models.access import Access
from app.services import access
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.parts.reveal_line import RevealLine
from tests.desk import sign_in


@pytest.fixture
def caller(office: Office) -> bytes:
    with office.store.write("wang") as tx:
        made = tx.add("caller", {"name": "Zhao"})
        tx.add("caller_phone", {"caller": made.hex(), "number": "+8613812345678"})
    return made


@pytest.fixture
def line(office: Office, jobs: Jobs, qtbot: Any) -> RevealLine:
    sign_in(office, "li")
    made = RevealLine("work.reveal", jobs)
    qtbot.addWidget(made)
    return made


def test_a_number_is_shown_for_a_reason_and_goes_with_its_record(
    office: Office, line: RevealLine, caller: bytes
) -> None:
    line.offer("caller", caller)
    line.reveal()
    assert line.number.text() == ""
    line.why.setText("to confirm the visit")
    line.reveal()
    assert line.number.text() == "138 1234 5678"
    (kept,) = office.ask(access.log)
    assert (kept.did, kept.why) == (Access.REVEALED, "to confirm the visit")
    line.offer("caller", b"x" * 16)
    assert (line.number.text(), line.why.text()) == ("", "")
    line.withdraw()
    assert line.isHidden()


def test_who_may_not_is_refused(office: Office, line: RevealLine, caller: bytes, qtbot: Any) -> None:
    sign_in(office, "chen")
    line.offer("caller", caller)
    line.why.setText("curious")
    with qtbot.waitSignal(line.refused, timeout=2000):
        line.reveal()
    assert line.number.text() == ""
