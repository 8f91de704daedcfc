"""What was imported is listed with what came of it, and what ended too early says how it goes on."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.errors import CannotNow
from app.services import import_files, imports
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.past_batches import PastBatches
from tests.desk import sign_in


@pytest.fixture
def batches(jobs: Jobs, office: Office, qtbot: QtBot) -> PastBatches:
    sign_in(office, "li")
    rows = [(2, {"t": "Asks"}), (3, {"t": ""})]
    office.do(imports.import_inquiries, rows, {"summary": "t"}, source="old desk")
    made = PastBatches(jobs)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def test_an_import_is_listed_with_its_counts(batches: PastBatches) -> None:
    texts = [batches.model.index(0, place).data() for place in range(batches.model.columnCount())]
    assert [texts[0], texts[2], texts[3], texts[4]] == ["old desk", "1", "1", "–"]


def test_an_import_that_ended_too_early_says_how_it_goes_on(batches: PastBatches, office: Office) -> None:
    found = office.ask(import_files.imported)[0]
    with office.store.write("") as tx:
        tx.put("batch", found.id, {"report": {"running": True}})
    batches.refresh()
    batches.view.select(0)
    assert "import the file again" in batches._said.text()
    assert batches.undo.isEnabled()


def test_taking_back_that_was_stopped_can_be_gone_on_with(
    batches: PastBatches, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops = [True]

    def at(self: object, done: int, total: int = 0, note: str = "") -> None:
        if stops.pop():
            raise CannotNow

    monkeypatch.setattr("app.ui.kit.progress.Progress.at", at)
    told: list[imports.Undone] = []
    batches.taken_back.connect(told.append)
    batches.view.select(0)
    for _ in range(2):
        batches.undo.click()
    assert [one.stopped for one in told] == [True]
    assert office.ask(import_files.imported)[0].undone_at is None
    assert not batches.running


def test_nothing_is_taken_back_while_an_import_runs(batches: PastBatches, tmp_path: Path) -> None:
    batches.view.select(0)
    batches.lock(True)
    assert not batches.undo.isEnabled()
    batches.lock(False)
    assert batches.undo.isEnabled()
