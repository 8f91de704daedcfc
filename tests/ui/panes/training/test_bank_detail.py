"""What stands beside the question bank."""

from app.models.drill_items import DrillKind
from app.models.question_files import QuestionProblem, RowFate
from app.models.question_writing import written
from app.services.bank_imports import RowReport
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.bank_detail import BankDetail

ITEM = written(DrillKind.MCQ, "t", {"zh": "哪天？", "en": "Which day?"}, "* 3\n9")


def test_reports_stand_before_the_question_until_they_are_taken_away(jobs: Jobs, qtbot) -> None:
    detail = BankDetail()
    qtbot.addWidget(detail)
    detail.show_item(ITEM, {})
    assert "Which day?" in detail.toPlainText()
    assert "in no exam yet" in detail.toPlainText()
    detail.show_reports([RowReport(4, "What?", RowFate.REJECTED, QuestionProblem.KEY)])
    assert detail.toPlainText().startswith("4: not taken")
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "not taken" not in detail.toPlainText())
    detail.show_reports(())
    assert "哪天？" in detail.toPlainText()
    detail.show_item(None, {})
    assert not detail.toPlainText()
