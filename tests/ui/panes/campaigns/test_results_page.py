"""The page of results shows figures with their limits, changes with their cautions, and writes the answers."""

import pytest

from app.models.errors import DiskFull
from app.outside.sheets import read_sheet
from app.services import access
from app.ui.panes.campaigns.asking_results import against_campaign
from app.ui.panes.campaigns.results_page import ResultsPage
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered


@pytest.fixture
def page(jobs, qtbot):
    made = ResultsPage(jobs)
    qtbot.addWidget(made)
    made.resize(860, 560)
    return made


@pytest.fixture
def both(desk):
    first, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    for name, before, after in (("H1", 15, 27), ("H2", 25, 27), ("H3", 6, 27), ("H4", 26, 30)):
        answered(desk, first, name, before, 30)
        answered(desk, later, name, after, 30)
    return first, later


def test_figures_stand_with_the_whole_above_and_the_definitions_below(page, both):
    page.show_campaign(both[1])
    page.show()
    assert page.figures.rowCount() == 4
    assert page.whole.text().startswith("All strata, top box: 9")
    assert "RR1 0.0 %" in page.whole.text()
    assert "Wilson" in page.detail.text()
    assert page.detail.text().endswith("seed b, from 0 on.")


def test_held_against_an_earlier_campaign_the_lowest_is_told_with_caution(page, both):
    page.show_campaign(both[1])
    page.show()
    page.bar.choices["against"].choose(against_campaign(both[0]))
    assert page.changes.rowCount() == 4
    assert "4 institutions together: odds ratio" in page.detail.text()
    page.changes_view.select(2)
    assert "Not judged: it was among the lowest before" in page.detail.text()


def test_answers_are_written_with_their_codebook(page, both, tmp_path):
    heard = []
    page.told.connect(heard.append)
    assert not page.can_save()
    page.show_campaign(both[1])
    page.write(str(tmp_path / "a.xlsx"))
    assert heard == ["120 interviews saved, with codebook and labels"]
    assert len(list(read_sheet(tmp_path / "a.xlsx"))) == 120


def test_no_answers_are_there_that_the_read_log_could_not_hold(page, both, tmp_path, monkeypatch):
    def full(*_given, **_more):
        raise DiskFull(path="data")

    heard = []
    page.refused.connect(heard.append)
    page.show_campaign(both[1])
    monkeypatch.setattr(access, "exported", full)
    page.write(str(tmp_path / "a.xlsx"))
    assert [type(one) for one in heard] == [DiskFull]
    assert not list(tmp_path.glob("*a.xlsx*"))


def test_a_campaign_without_questions_says_so(page, desk):
    heard = []
    page.refused.connect(heard.append)
    page.show_campaign(drawn(desk))
    assert len(heard) == 1
    assert not page.can_save()
