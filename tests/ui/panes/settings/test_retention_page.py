from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.models.retention import KINDS
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.retention_page import RetentionPage, RetentionTable
from tests.desk import NOON, sign_in


@pytest.fixture
def page(office: Office, jobs: Jobs, qtbot: Any) -> RetentionPage:
    sign_in(office, "admin")
    at = (NOON - timedelta(days=90)).isoformat()
    with office.store.write("wang") as tx:
        tx.add("script_search", {"query": "fever clinic", "ended": "closed", "at": at})
    made = RetentionPage(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def _cells(page: RetentionPage, kind: str) -> list[str]:
    row, model = list(KINDS).index(kind), page.model
    return [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "") for column in range(5)]


def test_days_are_tried_saved_and_lifted_again(page: RetentionPage) -> None:
    page.view.select(list(KINDS).index("searches"))
    page.card.days.setValue(60)
    page.card.preview()
    assert "1" in page.card.said.text()
    page.card.keep()
    assert _cells(page, "searches")[1:4] == ["60 days", "1", "2025-12-02"]
    page.card.keep_for_ever()
    assert _cells(page, "searches")[1:3] == ["forever", "0"]


def test_a_redaction_is_asked_for_twice_and_can_be_left(office: Office, page: RetentionPage) -> None:
    page.view.select(list(KINDS).index("searches"))
    page.card.days.setValue(60)
    page.card.keep()
    kept = "SELECT query FROM script_search LIMIT 1"
    page.card.redact()
    assert page.leave_form()
    assert office.store.rows.one(kept) == ("fever clinic",)
    page.card.redact()
    page.card.redact()
    assert office.store.rows.one(kept) == (None,)
    assert _cells(page, "searches")[2] == "0"
    assert not page.leave_form()


def test_the_table_is_a_sound_model(qapp: Any, qtmodeltester: Any) -> None:
    model = RetentionTable()
    model.reload()
    qtmodeltester.check(model)
    assert model.rowCount() == 0
