"""What the KPIs ask, and of what: inquiries, interviews, calls that we owe, findings, reviews, days on duty, saves."""

from enum import StrEnum


class Question(StrEnum):
    """What is asked; those of inquiries are in the order of the marks beside them, so new ones come after ``HELD``."""

    TAKEN = "taken"
    DIRECT = "direct"
    SCRIPTED = "scripted"
    SAME_DAY = "same_day"
    COMPLAINT = "complaint"
    ACKNOWLEDGED = "acknowledged"
    FIRST_RESPONSE = "first_response"
    ACCEPTED = "accepted"
    ON_TIME = "on_time"
    ON_FIRST_TIME = "on_first_time"
    CALLED_BACK = "called_back"
    ROUTED = "routed"
    KEPT = "kept"
    FIRST_CONTACT = "first_contact"
    CONTACTED = "contacted"
    HELD = "held"
    # of interviews after an inquiry
    SOLVED = "solved"
    SATISFIED = "satisfied"
    LINE_TOP = "line_top"
    LINE_TWO = "line_two"
    LINE_MEAN = "line_mean"
    # of calls that we owe
    PROMISE_CALLED = "promise_called"
    MISSED_RECOVERED = "missed_recovered"
    INTERVIEWED = "interviewed"
    COMPLAINT_INTERVIEWED = "complaint_interviewed"
    # of findings
    FINDING_ON_TIME = "finding_on_time"
    RECURRED = "recurred"
    # of reviews of contacts
    QA_POINTS = "qa_points"
    QA_CLEAN = "qa_clean"
    POLICY_KEPT = "policy_kept"
    # of scripts: searches, what was given, versions whose validity ended
    SEARCH_FOUND = "search_found"
    GIVEN_VALID = "given_valid"
    RENEWED = "renewed"
    # of exams
    EXAM_PASSED = "exam_passed"
    EXAM_POINTS = "exam_points"
    # of days on duty
    PRACTICED = "practiced"
    TIME_READY = "time_ready"
    TIME_RINGING = "time_ringing"
    TIME_TALKING = "time_talking"
    TIME_HOLD = "time_hold"
    TIME_WRAP_UP = "time_wrap_up"
    TIME_AWAY = "time_away"
    # of written messages that somebody waits for
    CHAT_FAST = "chat_fast"
    # of calls that the telephone system recorded
    CALL_ANSWERED = "call_answered"
    CALL_IN_15 = "call_in_15"
    CALL_IN_20 = "call_in_20"
    CALL_WAIT = "call_wait"
    CALL_HANDLED = "call_handled"
    # of what was saved
    SAVED_ALONE = "saved_alone"


class Subject(StrEnum):
    """Of what a question is asked; the cards of the screen stand in this order."""

    INQUIRY = "inquiry"
    CALL = "call"
    CHAT = "chat"
    INTERVIEW = "interview"
    CALLBACK = "callback"
    FINDING = "finding"
    EVALUATION = "evaluation"
    SEARCH = "search"
    GIVEN = "given"
    VERSION = "version"
    SITTING = "sitting"
    SHIFT = "shift"
    SAVE = "save"


_Q = Question
_ASKED: dict[Subject, tuple[Question, ...]] = {
    Subject.INTERVIEW: (_Q.SOLVED, _Q.SATISFIED, _Q.LINE_TOP, _Q.LINE_TWO, _Q.LINE_MEAN),
    Subject.CALLBACK: (_Q.PROMISE_CALLED, _Q.MISSED_RECOVERED, _Q.INTERVIEWED, _Q.COMPLAINT_INTERVIEWED),
    Subject.FINDING: (_Q.FINDING_ON_TIME, _Q.RECURRED),
    Subject.EVALUATION: (_Q.QA_POINTS, _Q.QA_CLEAN, _Q.POLICY_KEPT),
    Subject.SEARCH: (_Q.SEARCH_FOUND,),
    Subject.GIVEN: (_Q.GIVEN_VALID,),
    Subject.VERSION: (_Q.RENEWED,),
    Subject.SITTING: (_Q.EXAM_PASSED, _Q.EXAM_POINTS),
    Subject.SHIFT: (
        *(_Q.PRACTICED, _Q.TIME_READY, _Q.TIME_RINGING, _Q.TIME_TALKING, _Q.TIME_HOLD, _Q.TIME_WRAP_UP, _Q.TIME_AWAY),
    ),
    Subject.CHAT: (_Q.CHAT_FAST,),
    Subject.CALL: (_Q.CALL_ANSWERED, _Q.CALL_IN_15, _Q.CALL_IN_20, _Q.CALL_WAIT, _Q.CALL_HANDLED),
    Subject.SAVE: (_Q.SAVED_ALONE,),
}
SUBJECTS: dict[Question, Subject] = {question: subject for subject, asked in _ASKED.items() for question in asked}
#: What is asked of every inquiry, in the order of the marks beside it.
OF_INQUIRIES = tuple(one for one in Question if one not in SUBJECTS)


def subject_of(question: Question) -> Subject:
    """Return of what a question is asked."""
    return SUBJECTS.get(question, Subject.INQUIRY)
