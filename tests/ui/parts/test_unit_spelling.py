import pytest

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


def test_what_had_to_be_looked_up_is_kept(jobs, monkeypatch):
    monkeypatch.setattr(units, "_spelled", {})
    UnitSpelling(jobs).learn()
    units._spelled.clear()
    assert jobs.office.ask(units.spell) == {}


def test_it_is_learned_once(jobs, monkeypatch):
    spelling, asked = UnitSpelling(jobs), []
    monkeypatch.setattr(jobs, "ask", lambda question, **_given: asked.append(question))
    spelling.learn()
    spelling.learn()
    assert asked == [units.spell]
