"""The page of the contest draws teams once and keeps one's own wish."""

from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.contest_page import ContestPage
from tests.desk import sign_in
from tests.services.contested import gather


def test_a_trainer_draws_teams_and_everybody_sees_them(office: Office, jobs: Jobs, qtbot) -> None:
    gather(office)
    page = ContestPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert "No teams are drawn" in page.text.toPlainText()
    assert page.may_draw()
    with qtbot.waitSignal(page.told) as said:
        page.draw()
    assert said.args == ["3 teams are drawn; everybody sees their own."]
    assert "Team 3" in page.text.toPlainText()
    assert not page.may_draw()


def test_a_wish_is_kept_with_its_name(office: Office, jobs: Jobs, qtbot) -> None:
    gather(office, more=1)
    sign_in(office, "wang")
    page = ContestPage(jobs)
    qtbot.addWidget(page)
    page.show()
    page.shown.setChecked(True)
    page.alias.setText("Sun")
    with qtbot.waitSignal(page.told):
        page.enter()
    assert (page.shown.isChecked(), page.alias.text()) == (True, "Sun")
    assert "Sun" in page.text.toPlainText()
    assert not page.may_draw()
