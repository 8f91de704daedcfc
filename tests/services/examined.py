"""An exam over two scripts, for the tests of exams."""

from contextlib import suppress
from datetime import timedelta

from app.models.drill_items import DrillKind, Item
from app.models.exams import BlueprintLine
from app.services import exam_results, exams, question_bank
from app.services.exam_results import MarksOwnPaper
from app.services.exams import NewExam, Paper
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.drilled import FLU, OPEN, publish

LINES = (
    BlueprintLine("consult/opening", 1, DrillKind.SAY),
    BlueprintLine("consult/opening", 1, DrillKind.SLOT),
    BlueprintLine("consult/opening", 1, DrillKind.MCQ),
    BlueprintLine("consult/vaccine", 1, DrillKind.BRANCH),
)


def set_exam(office: Office, name: str = "Week 10") -> bytes:
    """Fill the bank from two scripts and set an exam of four kinds in the name of the trainer."""
    publish(office, OPEN, FLU)
    sign_in(office, "chen")
    office.do(question_bank.fill)
    return office.do(exams.set_exam, NewExam(name, LINES, NOON, NOON + timedelta(days=3), 10, seed=3)).value


def right(item: Item) -> dict[str, object]:
    """Return the right answer to a question of this exam."""
    if item.kind is DrillKind.SAY:
        return {"text": "早上8点开门。周末不开门，急诊照常。"}
    if item.kind is DrillKind.BRANCH:
        return {"chosen": [one.right for one in item.steps]}
    return {"text": item.fills["zh"][0]} if item.kind is DrillKind.SLOT else {"chosen": list(item.right)}


def release(office: Office, exam: bytes) -> None:
    """Close the exam, mark every typed answer as it is proposed, and let the results out."""
    close(office, exam)
    for name in ("chen", "li"):
        sign_in(office, name)
        for one in office.ask(exam_results.to_mark, exam):
            with suppress(MarksOwnPaper):
                office.do(exam_results.mark, one.sitting, one.version, points=one.proposal.score)
    sign_in(office, "chen")
    office.do(exam_results.release, exam)


def close(office: Office, exam: bytes) -> None:
    """Let the time go on until nobody can sit the exam any more."""
    left = office.ask(exams.found, exam).closes_at - office.clock.now()
    if left > timedelta():
        office.clock.advance(left)


def sit(office: Office, exam: bytes, name: str) -> Paper:
    """Sit the exam with right answers and hand it in."""
    sign_in(office, name)
    paper = office.do(exams.begin, exam, language="zh").value
    for place, question in enumerate(paper.questions):
        office.do(exams.save, paper.sitting, question.version, right(question.item), ms=1000 * place)
    office.do(exams.hand_in, paper.sitting, ms=9000)
    return paper
