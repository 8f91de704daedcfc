"""Who passed has a certificate once the results are out, and nobody else has."""

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.papers import as_text
from app.services import certificates, exams
from app.services.certificates import NoCertificate
from app.services.office import Office
from tests.desk import sign_in
from tests.services.examined import release, set_exam, sit


def test_who_passed_has_a_certificate_once_results_are_out(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    with pytest.raises(NoCertificate):
        office.ask(certificates.certificate, exam, language="en")
    release(office, exam)
    sign_in(office, "wang")
    paper = office.ask(certificates.certificate, exam, language="zh_CN")
    text = as_text(paper)
    for words in ("结业证书", "Wang", "Week 10", "100 %", "2026-03-02 12:00"):
        assert words in text
    with pytest.raises(NotAllowed):
        office.ask(certificates.named, "li")


def test_an_exam_that_was_not_passed_gives_no_certificate(office: Office) -> None:
    exam = set_exam(office)
    sign_in(office, "wang")
    paper = office.do(exams.begin, exam, language="zh").value
    office.do(exams.hand_in, paper.sitting, ms=1000)
    release(office, exam)
    person = office.ask(certificates.named, "wang")
    with pytest.raises(NoCertificate):
        office.ask(certificates.certificate, exam, language="en", person=person)
    with pytest.raises(RecordGone):
        office.ask(certificates.named, "nobody")
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(certificates.certificate, exam, language="en", person=person)
