"""What the grader proposes for a typed answer to a script, outside any drill or exam."""

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.scripts_library import answer_grading
from app.scripts_library.answer_grading import Grade
from app.services.drill_items import script_of
from app.services.office import View


def proposed(view: View, script: str, answer: str, language: str) -> Grade | None:
    """Return the proposal for an answer, None for a script that nobody is given. A person decides."""
    view.require(Permission.READ_SCRIPTS)
    try:
        found = script_of(view, script)
    except RecordGone:
        return None
    return answer_grading.grade(answer, found.key_points, language, forbidden=found.must_not_say)
