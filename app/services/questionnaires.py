"""Questionnaires that ship with the program, and files of others: read, checked, and tried without any record."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.models.errors import RecordGone
from app.models.questionnaire_checks import Remark, check
from app.models.questionnaire_files import parse_questionnaire
from app.models.questionnaires import Questionnaire


@dataclass(frozen=True)
class Checked:
    """A questionnaire with everything that is wrong with it."""

    questionnaire: Questionnaire
    remarks: tuple[Remark, ...]

    @property
    def is_usable(self) -> bool:
        """Say whether nothing is wrong that would spoil an interview."""
        return not any(one.is_error for one in self.remarks)


def checked(text: str, *, file: str) -> Checked:
    """Return what a file holds, and what is wrong with it. Raises ``QuestionnaireBroken``, ``QuestionnaireTooNew``."""
    found = parse_questionnaire(text, file=file)
    return Checked(found, check(found))


@lru_cache(maxsize=1)
def shipped() -> tuple[Questionnaire, ...]:
    """Return the questionnaires that come with the program, by name."""
    folder = files("resources").joinpath("questionnaires")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".json"))
    return tuple(parse_questionnaire(folder.joinpath(name).read_text("utf-8"), file=name) for name in names)


def named(name: str) -> Questionnaire:
    """Return a shipped questionnaire by its name. Raises ``RecordGone``."""
    found = next((one for one in shipped() if one.id == name), None)
    if found is None:
        raise RecordGone(entity="questionnaire", id=name)
    return found
