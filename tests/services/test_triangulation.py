"""Key points with a weakness, and where to look first."""

from app.models.triangulation import Cause, Counts
from app.services import exams, triangulation
from app.services.office import Office
from tests.desk import sign_in
from tests.services.examined import release, set_exam, sit


def fail(office: Office, exam: bytes, name: str) -> None:
    sign_in(office, name)
    paper = office.do(exams.begin, exam, language="zh").value
    office.do(exams.hand_in, paper.sitting, ms=1000)


def test_an_exam_that_two_of_three_fail_is_about_knowledge(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    for name in ("li", "chen"):
        fail(office, exam, name)
    release(office, exam)
    found = {(one.script, one.point): one for one in office.ask(triangulation.table)}
    line = found["flu", "k1"]
    assert line.cause is Cause.KNOWLEDGE
    assert (line.measures.strong, line.measures.live, line.measures.place) == (1.0, None, None)
    assert line.measures.counts == Counts(drill=0, exam=3, strong=1, live=0)
    assert line.topic == "consult/vaccine"


def test_two_answers_say_nothing_yet(office: Office) -> None:
    exam = set_exam(office)
    for name in ("wang", "li"):
        fail(office, exam, name)
    release(office, exam)
    assert ("flu", "k1") not in {(one.script, one.point) for one in office.ask(triangulation.table)}
