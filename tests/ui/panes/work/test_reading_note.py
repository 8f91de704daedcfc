from typing import Any

import pytest

from app.services import access, settings, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.reading_note import ReadingNote
from tests.desk import sign_in


@pytest.fixture
def inquiry(office: Office) -> bytes:
    with office.store.write("wang") as tx:
        caller = tx.add("caller", {"name": "Zhao"})
        tx.add("caller_phone", {"caller": caller.hex(), "number": "+8613812345678"})
        values = {"number": "7", "opened_at": "2026-03-01T08:00:00+00:00", "state": "new", "caller": caller.hex()}
        return tx.add("inquiry", {**values, "channel": "phone_in", "urgency": "normal"})


def test_what_stood_here_long_enough_is_a_reading(office: Office, jobs: Jobs, inquiry: bytes, qtbot: Any) -> None:
    sign_in(office, "li")
    note = ReadingNote(jobs, holder := _holder(qtbot))
    holder.show()
    note.show_dossier(office.ask(worklists.dossier, inquiry))
    assert office.ask(access.log) == []
    note.note()
    (kept,) = office.ask(access.log)
    assert (kept.record, kept.label, kept.person) == (inquiry, "7", "Li")
    assert not note.isVisible()


def test_a_hidden_number_can_be_asked_for(office: Office, jobs: Jobs, inquiry: bytes, qtbot: Any) -> None:
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    sign_in(office, "li")
    note = ReadingNote(jobs, holder := _holder(qtbot))
    holder.show()
    found = office.ask(worklists.dossier, inquiry)
    assert found.numbers == ("138 **** 5678",)
    note.show_dossier(found)
    note.line.why.setText("to confirm")
    note.line.reveal()
    assert note.line.number.text() == "138 1234 5678"


def _holder(qtbot: Any) -> Any:
    from PySide6.QtWidgets import QWidget

    made = QWidget()
    qtbot.addWidget(made)
    return made
