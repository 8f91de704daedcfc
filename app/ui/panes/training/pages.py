"""The pages of training: who sees each, where its class is, and which commands stand on it."""

from app.models.accounts import Permission, Person
from app.ui.kit.commands import Command
from app.ui.panes.training import commands
from app.ui.panes.training.drill_commands import DRILL
from app.ui.panes.training.exam_desk_commands import EXAM_DESK

#: Name of a page → who sees it, and where its class is.
PAGES: dict[str, tuple[Permission, str, str]] = {
    "drill": (Permission.PRACTICE, "drill_page", "DrillPage"),
    "exams": (Permission.PRACTICE, "exams_page", "ExamsPage"),
    "contest": (Permission.PRACTICE, "contest_page", "ContestPage"),
    "courses": (Permission.PRACTICE, "courses_page", "CoursesPage"),
    "mock": (Permission.TAKE_CONTACTS, "mock_page", "MockPage"),
    "scores": (Permission.PRACTICE, "scores_page", "ScoresPage"),
    "appraisal": (Permission.PRACTICE, "appraisal_page", "AppraisalPage"),
    "exam_desk": (Permission.TRAIN, "exam_desk_page", "ExamDeskPage"),
    "bank": (Permission.TRAIN, "bank_page", "BankPage"),
    "review": (Permission.EVALUATE, "review_page", "ReviewPage"),
    "mock_desk": (Permission.EVALUATE, "mock_desk_page", "MockDeskPage"),
    "map": (Permission.TRAIN, "map_page", "MapPage"),
    "stuck": (Permission.TRAIN, "stuck_page", "StuckPage"),
}
_ROWS: dict[str, tuple[Command, ...]] = {
    "drill": DRILL,
    "exams": commands.EXAMS,
    "contest": commands.CONTEST,
    "courses": commands.COURSES,
    "mock": commands.MOCK_CALLS,
    "scores": commands.SCORES,
    "appraisal": commands.APPRAISAL,
    "exam_desk": EXAM_DESK,
    "bank": commands.BANK,
    "review": commands.REVIEW,
    "mock_desk": commands.MOCK_DESK,
    "map": commands.MAP,
    "stuck": commands.STUCK,
}
#: Commands that not everybody may give who sees their page, or who sees training.
_NEEDS = {
    "training.mock_calls": Permission.TAKE_CONTACTS,
    "training.contest_draw": Permission.TRAIN,
    "training.course_new": Permission.TRAIN,
    "training.course_change": Permission.TRAIN,
    "training.course_save": Permission.TRAIN,
    "training.appraisal_change": Permission.EVALUATE,
    "training.appraisal_save": Permission.EVALUATE,
}


def page_of(command: str) -> str:
    """Return the page on which a command stands, "" for those of the whole pane."""
    return next((page for page, rows in _ROWS.items() if any(row.id == command for row in rows)), "")


def may_give(person: Person, command: str) -> bool:
    """Whether a person of these roles ever gives a command, now or later."""
    page = page_of(command)
    needs = {_NEEDS.get(command), PAGES[page][0] if page else None}
    return all(one is None or person.may(one) for one in needs)
