"""What to say where somebody has died (241): the words of the approved script ``condolence``, where there is one."""

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.services import scripts
from app.services.office import View

SCRIPT = "condolence"
_LANGUAGES = {"zh_CN": "zh"}


def words(view: View, language: str) -> str:
    """Return what the script that counts now says in a language, "" without one or for who may not read scripts."""
    person = view.by
    if person is None or not person.may(Permission.READ_SCRIPTS):
        return ""
    try:
        script = scripts.counting(view, SCRIPT, drafts=False)
    except RecordGone:
        return ""
    wanted = _LANGUAGES.get(language, language)
    said = [one.say for one in script.variants if one.language == wanted]
    return said[0].strip() if said else ""
