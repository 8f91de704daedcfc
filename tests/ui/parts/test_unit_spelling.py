import pytest
from PySide6.QtWidgets import QWidget

from app.services import units
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.unit_spelling import UnitSpelling
from tests.desk import sign_in


@pytest.fixture
def jobs(office, qapp):
    sign_in(office, "li")
    office.do(units.save_unit, "B01", name="长乐行政中心")
    made = Jobs(office, executor=InlineExecutor())
    yield made
    made.close()


def test_what_had_to_be_looked_up_is_kept(jobs, qtbot, monkeypatch):
    monkeypatch.setattr(units, "_spelled", {})
    pane = QWidget()
    qtbot.addWidget(pane)
    UnitSpelling(jobs, pane)
    pane.show()
    units._spelled.clear()
    assert jobs.office.ask(units.spell) == {}


def test_it_is_learned_once_and_not_before_the_pane_is_shown(jobs, qtbot, monkeypatch):
    pane, asked = QWidget(), []
    qtbot.addWidget(pane)
    UnitSpelling(jobs, pane)
    monkeypatch.setattr(jobs, "ask", lambda question, **_given: asked.append(question))
    assert asked == []
    pane.show()
    pane.hide()
    pane.show()
    assert asked == [units.spell]
