"""The commands of the training pane, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

PANE = (
    Command(
        "training.reload",
        QT_TRANSLATE_NOOP("commands", "Refresh"),
        QT_TRANSLATE_NOOP("commands", "Look at this page of training again"),
        "F5",
        run="reload",
        icon="refresh",
    ),
    Command(
        "training.next_page",
        QT_TRANSLATE_NOOP("commands", "Next page of training"),
        QT_TRANSLATE_NOOP("commands", "Drill, exams, scores and the others: one after the other"),
        "Ctrl+PgDown",
        run="next_page",
        icon="right",
    ),
    Command(
        "training.former_page",
        QT_TRANSLATE_NOOP("commands", "Page of training before"),
        QT_TRANSLATE_NOOP("commands", "Back to the page before, from the first to the last"),
        "Ctrl+PgUp",
        run="former_page",
        icon="left",
    ),
    Command(
        "training.mock_calls",
        QT_TRANSLATE_NOOP("commands", "Mock call"),
        QT_TRANSLATE_NOOP("commands", "Choose a caller that the program plays, and take the call in the intake window"),
        "Ctrl+Shift+M",
        enabled_when="has_mock_calls",
        run="mock_calls",
        icon="phone",
    ),
)
MOCK_CALLS = (
    Command(
        "training.mock_start",
        QT_TRANSLATE_NOOP("commands", "Let the caller ring"),
        QT_TRANSLATE_NOOP(
            "commands", "Begin the mock call in the intake window, marked as practice; one that goes on comes back"
        ),
        "Ctrl+Shift+L",
        enabled_when="may_start",
        run="start",
        icon="ringing",
    ),
    Command(
        "training.mock_drill",
        QT_TRANSLATE_NOOP("commands", "Practice what is missing"),
        QT_TRANSLATE_NOOP("commands", "Put the key points that this call lacks into today's drill"),
        "Ctrl+Shift+D",
        enabled_when="has_missed",
        run="drill_missed",
        icon="target",
    ),
)
MOCK_DESK = (
    Command(
        "training.mock_save",
        QT_TRANSLATE_NOOP("commands", "Save the score of the mock call"),
        QT_TRANSLATE_NOOP("commands", "The operator sees it beside the call; no figure of quality review knows of it"),
        "Ctrl+Shift+K",
        enabled_when="may_score",
        run="save",
        icon="save",
    ),
)
EXAMS = (
    Command(
        "training.exam_begin",
        QT_TRANSLATE_NOOP("commands", "Begin or go on"),
        QT_TRANSLATE_NOOP(
            "commands", "Sit the chosen exam; after a restart it goes on where it was, and so did its time"
        ),
        "Alt+B",
        enabled_when="may_begin",
        run="begin",
        icon="play",
    ),
    Command(
        "training.exam_former",
        QT_TRANSLATE_NOOP("commands", "Question before"),
        QT_TRANSLATE_NOOP("commands", "Go back to the question before; the answer is saved"),
        "Alt+Left",
        enabled_when="has_former",
        run="go_back",
        icon="left",
    ),
    Command(
        "training.exam_later",
        QT_TRANSLATE_NOOP("commands", "Question after"),
        QT_TRANSLATE_NOOP("commands", "Go to the question after; the answer is saved"),
        "Alt+Right",
        enabled_when="has_later",
        run="go_on",
        icon="right",
    ),
    Command(
        "training.exam_hand_in",
        QT_TRANSLATE_NOOP("commands", "Hand in"),
        QT_TRANSLATE_NOOP("commands", "Hand the paper in; asked twice, because nothing can be changed after it"),
        "Ctrl+Shift+Return",
        enabled_when="is_sitting",
        run="hand_in",
        icon="send",
    ),
    Command(
        "training.exam_appeal",
        QT_TRANSLATE_NOOP("commands", "Disagree with a mark"),
        QT_TRANSLATE_NOOP("commands", "Say why an answer deserves another mark; somebody who did not give it decides"),
        "Alt+P",
        enabled_when="may_appeal",
        run="appeal",
        icon="flag",
    ),
    Command(
        "training.certificate",
        QT_TRANSLATE_NOOP("commands", "Certificate…"),
        QT_TRANSLATE_NOOP("commands", "The certificate of the chosen exam: to be saved as PDF or printed"),
        "Alt+Y",
        enabled_when="has_passed",
        run="show_certificate",
        icon="trophy",
    ),
)
REVIEW = (
    Command(
        "training.review_save",
        QT_TRANSLATE_NOOP("commands", "Save the score"),
        QT_TRANSLATE_NOOP("commands", "Errors about key points come back to the operator as practice on the next day"),
        "Alt+S",
        enabled_when="may_score",
        run="save",
        icon="save",
    ),
    Command(
        "training.review_stands",
        QT_TRANSLATE_NOOP("commands", "The score stands"),
        QT_TRANSLATE_NOOP("commands", "Decide the appeal: the score of the first evaluator counts"),
        "Alt+T",
        enabled_when="may_decide",
        run="let_stand",
        icon="no",
    ),
    Command(
        "training.review_upheld",
        QT_TRANSLATE_NOOP("commands", "The appeal is right"),
        QT_TRANSLATE_NOOP("commands", "Decide the appeal: the points on this sheet count instead"),
        "Alt+U",
        enabled_when="may_decide",
        run="uphold",
        icon="check",
    ),
)
SCORES = (
    Command(
        "training.appeal", QT_TRANSLATE_NOOP("commands", "Disagree"),
        QT_TRANSLATE_NOOP("commands", "Say why; an evaluator who did not give this score decides"), "Alt+A",
        enabled_when="may_appeal", run="appeal", icon="flag",
    ),
    Command(
        "training.score_read", QT_TRANSLATE_NOOP("commands", "I have read it"),
        QT_TRANSLATE_NOOP("commands", "Say that you have read this score; the evaluator sees it, nothing else changes"),
        "Ctrl+Shift+Y", enabled_when="may_acknowledge", run="acknowledge", icon="check",
    ),
)  # fmt: skip
BANK = (
    Command(
        "training.bank_review",
        QT_TRANSLATE_NOOP("commands", "Reviewed"),
        QT_TRANSLATE_NOOP("commands", "A person looked at this question and it is right"),
        "Alt+V",
        enabled_when="is_sample",
        run="review",
        icon="review",
    ),
    Command(
        "training.bank_retire",
        QT_TRANSLATE_NOOP("commands", "Retire"),
        QT_TRANSLATE_NOOP("commands", "Ask this question never again; exams that hold it keep it"),
        "Alt+D",
        enabled_when="has_item",
        run="retire",
        icon="archive",
    ),
    Command(
        "training.bank_fill",
        QT_TRANSLATE_NOOP("commands", "Make from the scripts"),
        QT_TRANSLATE_NOOP("commands", "Questions of every approved script; what a person reviewed or retired stays"),
        "Alt+G",
        run="fill",
        icon="scripts",
    ),
    Command(
        "training.bank_import",
        QT_TRANSLATE_NOOP("commands", "Bring questions in…"),
        QT_TRANSLATE_NOOP("commands", "From a table, GIFT or Aiken; what became of each row is told"),
        "Alt+I",
        run="choose_file",
        icon="import",
    ),
    Command(
        "training.bank_new",
        QT_TRANSLATE_NOOP("commands", "New question…"),
        QT_TRANSLATE_NOOP("commands", "Write a question with its answers; it counts as reviewed"),
        "Ctrl+Shift+N",
        enabled_when="may_write",
        run="write",
        icon="add",
    ),
    Command(
        "training.bank_change",
        QT_TRANSLATE_NOOP("commands", "Change the question…"),
        QT_TRANSLATE_NOOP("commands", "Change the chosen question as a new version; exams that hold it keep theirs"),
        "Ctrl+Shift+E",
        enabled_when="may_change",
        run="change",
        icon="edit",
    ),
    Command(
        "training.bank_save",
        QT_TRANSLATE_NOOP("commands", "Save the question"),
        QT_TRANSLATE_NOOP("commands", "Put the question of the form into the bank"),
        "Ctrl+Shift+B",
        enabled_when="is_writing",
        run="save",
        icon="save",
    ),
)
CONTEST = (
    Command(
        "training.contest_play",
        QT_TRANSLATE_NOOP("commands", "Play the rounds"),
        QT_TRANSLATE_NOOP(
            "commands", "Mystery caller, speed find, rapid gaps: each question once, from where you stopped"
        ),
        "Alt+L",
        enabled_when="may_play",
        run="play",
        icon="play",
    ),
    Command(
        "training.contest_pass",
        QT_TRANSLATE_NOOP("commands", "Pass"),
        QT_TRANSLATE_NOOP("commands", "Show what is right and go on; the question counts nothing"),
        "Alt+Z",
        enabled_when="is_playing",
        run="pass_over",
        icon="forward",
    ),
    Command(
        "training.contest_enter",
        QT_TRANSLATE_NOOP("commands", "Save my wish"),
        QT_TRANSLATE_NOOP("commands", "Be among the best that are shown, under this name, or not"),
        "Alt+J",
        run="enter",
        icon="save",
    ),
    Command(
        "training.contest_draw",
        QT_TRANSLATE_NOOP("commands", "Draw the teams"),
        QT_TRANSLATE_NOOP("commands", "Teams of like strength for this month; possible once, by trainers"),
        "Alt+W",
        enabled_when="may_draw",
        run="draw",
        icon="people",
    ),
)
COURSES = (
    Command(
        "training.course_answer",
        QT_TRANSLATE_NOOP("commands", "Answer"),
        QT_TRANSLATE_NOOP("commands", "Save the answer to the first question about this course that is open"),
        "Alt+Q",
        enabled_when="may_answer",
        run="answer",
        icon="check",
    ),
    Command(
        "training.course_new",
        QT_TRANSLATE_NOOP("commands", "New course…"),
        QT_TRANSLATE_NOOP("commands", "Write a lecture, a ward rotation or a visit down, and who was there"),
        "Alt+C",
        enabled_when="may_write",
        run="write",
        icon="add",
    ),
    Command(
        "training.course_change",
        QT_TRANSLATE_NOOP("commands", "Change…"),
        QT_TRANSLATE_NOOP("commands", "Change the chosen course; what was written before is kept"),
        "Alt+E",
        enabled_when="may_change",
        run="change",
        icon="edit",
    ),
    Command(
        "training.course_save",
        QT_TRANSLATE_NOOP("commands", "Save the course"),
        QT_TRANSLATE_NOOP("commands", "Save what stands in the form; who attended sees it"),
        "Ctrl+Shift+S",
        enabled_when="is_writing",
        run="save",
        icon="save",
    ),
)
APPRAISAL = (
    Command(
        "training.appraisal_change",
        QT_TRANSLATE_NOOP("commands", "Change the formula…"),
        QT_TRANSLATE_NOOP("commands", "Say what each part of an appraisal counts from a day on, and why"),
        "Alt+K",
        enabled_when="may_set",
        run="change",
        icon="edit",
    ),
    Command(
        "training.appraisal_save",
        QT_TRANSLATE_NOOP("commands", "Set the formula"),
        QT_TRANSLATE_NOOP("commands", "Let the weights of the form count from the day that it names"),
        "Alt+X",
        enabled_when="is_setting",
        run="save",
        icon="save",
    ),
)
STUCK = (
    Command(
        "training.stuck_settle",
        QT_TRANSLATE_NOOP("commands", "Drill it again"),
        QT_TRANSLATE_NOOP("commands", "Write down what was done about the chosen card; it comes again from tomorrow"),
        "Alt+O",
        enabled_when="may_settle",
        run="settle",
        icon="refresh",
    ),
)
MAP = (
    Command(
        "training.map_flag",
        QT_TRANSLATE_NOOP("commands", "Flag the script"),
        QT_TRANSLATE_NOOP("commands", "Tell its owner that many people fail the chosen key point, with the figures"),
        "Alt+F",
        enabled_when="may_flag",
        run="flag",
        icon="flag",
    ),
)
