from app.models.kpi_questions import OF_INQUIRIES, Question, Subject, subject_of


def test_every_question_is_asked_of_one_kind_of_thing_and_the_order_of_marks_stands():
    assert OF_INQUIRIES[0] is Question.TAKEN
    assert OF_INQUIRIES[-1] is Question.HELD
    assert len(OF_INQUIRIES) == 16
    assert {subject_of(one) for one in Question} == set(Subject)
    assert subject_of(Question.SOLVED) is Subject.INTERVIEW
