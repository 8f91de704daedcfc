"""The page of appraisals shows the formula; evaluators set another one, operators read their own figures."""

from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.appraisal_page import AppraisalPage
from tests.desk import sign_in


def shown(jobs: Jobs, qtbot) -> AppraisalPage:
    page = AppraisalPage(jobs)
    qtbot.addWidget(page)
    page.show()
    return page


def test_an_evaluator_sets_a_formula_that_stands_beside_the_former(office: Office, jobs: Jobs, qtbot) -> None:
    sign_in(office, "chen")
    page = shown(jobs, qtbot)
    assert "40 % × exams" in page.text.toPlainText()
    page.change()
    page.form.form.set_values({"exams": 70, "reason": "too much"}, clear=False)
    page.save()
    assert page.is_setting()
    page.form.form.set_values({"quality": 10, "reason": "exams come first"}, clear=False)
    with qtbot.waitSignal(page.told):
        page.save()
    said = page.text.toPlainText()
    assert "70 % × exams" in said
    assert "exams come first" in said
    assert "as shipped" in said
    assert not page.is_setting()


def test_an_operator_reads_their_own_figures_alone(office: Office, jobs: Jobs, qtbot) -> None:
    sign_in(office, "wang")
    page = shown(jobs, qtbot)
    assert not page.may_set()
    assert "Wang" in page.text.toPlainText()
    assert "Li" not in page.text.toPlainText()
