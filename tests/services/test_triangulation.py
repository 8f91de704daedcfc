"""Key points with a weakness, and where to look first."""

from app.models.triangulation import Cause
from app.services import exams, triangulation
from app.services.office import Office
from tests.desk import sign_in
from tests.services.examined import release, set_exam, sit


def test_an_exam_that_one_of_two_fails_is_about_knowledge(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    sign_in(office, "li")
    paper = office.do(exams.begin, exam, language="zh").value
    office.do(exams.hand_in, paper.sitting, ms=1000)
    release(office, exam)
    found = {(one.script, one.point): one for one in office.ask(triangulation.table)}
    line = found["open", "k1"]
    assert line.cause is Cause.KNOWLEDGE
    assert (line.measures.strong, line.measures.live, line.measures.place) == (1.0, None, None)
    assert line.topic == "consult/opening"
