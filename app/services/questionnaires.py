"""Questionnaires: those that ship with the program, those that the center published, and files of others.

A published version never changes, and stands before a shipped one of the same name; an interview keeps the version by
which it was begun. Nor does a shipped one: what is to change ships as the next version, and the former file stays in
``former`` for the campaigns that were drawn with it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from app.models import questionnaire_drafts
from app.models.accounts import Permission
from app.models.errors import CannotNow, RecordGone
from app.models.questionnaire_checks import Remark, check
from app.models.questionnaire_files import parse_questionnaire
from app.models.questionnaires import ItemKind, Questionnaire
from app.models.texts import moment
from app.services.office import View, Work
from app.store import questionnaires as version_rows
from resources import FOLDER

_SHIPPED = FOLDER.joinpath("questionnaires")
_DRAFTS = FOLDER.joinpath("questionnaire_drafts")
#: What a center publishes under the name of a shipped questionnaire has numbers from here on, shipped ones stay below:
#: a program that ships more versions than another never gives the same number to two texts.
OWN_FROM = 101
_MARK = 8


class QuestionnaireUnusable(CannotNow):
    """A questionnaire that would spoil interviews is not published. Facts: ``name``, ``errors`` (how many)."""


@dataclass(frozen=True)
class Checked:
    """A questionnaire with everything that is wrong with it."""

    questionnaire: Questionnaire
    remarks: tuple[Remark, ...]

    @property
    def is_usable(self) -> bool:
        """Say whether nothing is wrong that would spoil an interview."""
        return not any(one.is_error for one in self.remarks)


@dataclass(frozen=True)
class Listed:
    """A questionnaire in the list. ``published`` is False for one that ships unchanged."""

    questionnaire: Questionnaire
    published: bool


@dataclass(frozen=True)
class Version:
    """One published version: its number, when and by whom."""

    number: int
    at: datetime | None
    by: str


def checked(text: str, *, file: str) -> Checked:
    """Return what a file holds, and what is wrong with it. Raises ``QuestionnaireBroken``, ``QuestionnaireTooNew``."""
    found = parse_questionnaire(text, file=file)
    return Checked(found, check(found))


def check_text(view: View, text: str) -> Checked:
    """Return what a text holds that is being written, and what is wrong with it. Raises what ``checked`` raises."""
    view.require(Permission.PUBLISH_QUESTIONNAIRES)
    return checked(text, file="questionnaire")


@lru_cache(maxsize=1)
def shipped() -> tuple[Questionnaire, ...]:
    """Return the questionnaires that come with the program, by name, each in its newest version."""
    return _in_folder(_SHIPPED)


@lru_cache(maxsize=1)
def former() -> tuple[Questionnaire, ...]:
    """Return the versions that came with former programs, by name and version."""
    return _in_folder(_SHIPPED.joinpath("former"))


def _in_folder(folder: Path) -> tuple[Questionnaire, ...]:
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".json"))
    return tuple(parse_questionnaire(folder.joinpath(name).read_text("utf-8"), file=name) for name in names)


def named(name: str) -> Questionnaire:
    """Return a shipped questionnaire by its name. Raises ``RecordGone``."""
    found = next((one for one in shipped() if one.id == name), None)
    if found is None:
        raise RecordGone(entity="questionnaire", id=name)
    return found


def listed(view: View) -> list[Listed]:
    """Return the newest version of every questionnaire, by name."""
    known = {one.id: Listed(one, published=False) for one in shipped()}
    for name, _, content in version_rows.newest(view.rows):
        known[name] = Listed(_read(content), published=True)
    return [known[name] for name in sorted(known)]


def current(view: View, name: str) -> Questionnaire:
    """Return the newest version of a questionnaire. Raises ``RecordGone``."""
    found = next((one.questionnaire for one in listed(view) if one.questionnaire.id == name), None)
    if found is None:
        raise RecordGone(entity="questionnaire", id=name)
    return found


def version_of(view: View, name: str, number: int) -> Questionnaire:
    """Return one version, by which an interview was begun. Raises ``RecordGone``."""
    content = version_rows.content_of(view.rows, name, number)
    if content is not None:
        return _read(content)
    found = next((one for one in (*shipped(), *former()) if (one.id, one.version) == (name, number)), None)
    if found is None:
        raise RecordGone(entity="questionnaire", id=f"{name}@{number}")
    return found


def mark(one: Questionnaire) -> str:
    """Return the first digits of the SHA-256 of what a questionnaire says: the same wherever it says the same.

    It tells two texts apart that bear one number, as a former program could publish one under a shipped number.
    """
    told = {key: value for key, value in one.raw.items() if key != "version"}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:_MARK]


def bears_a_shipped_number(one: Questionnaire) -> bool:
    """Say whether a questionnaire has the name and number of one that ships, or did, and says something else."""
    same = [each for each in (*shipped(), *former()) if (each.id, each.version) == (one.id, one.version)]
    return bool(same) and all(mark(each) != mark(one) for each in same)


def versions(view: View, name: str) -> list[Version]:
    """Return the published versions of a questionnaire, the newest first."""
    return [Version(number, moment(at), by) for number, _, at, by in version_rows.versions(view.rows, name)]


def text_of(view: View, name: str) -> str:
    """Return the newest version of a questionnaire as its file. Raises ``RecordGone``."""
    return _written(dict(current(view, name).raw))


@dataclass(frozen=True)
class Drafted:
    """A file that is being written, with one more item; ``item`` is its id."""

    text: str
    item: str


def begun(view: View) -> str:
    """Return the file from which a new questionnaire is written: an opening, consent, one question, an open one."""
    view.require(Permission.PUBLISH_QUESTIONNAIRES)
    return _DRAFTS.joinpath("start.json").read_text("utf-8")


def with_item(view: View, text: str, kind: ItemKind, after: str) -> Drafted:
    """Return a file that is being written with another item of a kind behind ``after``.

    Raises ``QuestionnaireBroken``, ``QuestionnaireTooNew``.
    """
    view.require(Permission.PUBLISH_QUESTIONNAIRES)
    raw = parse_questionnaire(text, file="questionnaire").raw
    samples = json.loads(_DRAFTS.joinpath("items.json").read_text("utf-8"))
    whole, item = questionnaire_drafts.with_item(raw, kind, after, samples)
    return Drafted(_written(whole), item)


def usable(found: Checked) -> Questionnaire:
    """Return a questionnaire in which nothing would spoil an interview. Raises ``QuestionnaireUnusable``."""
    if not found.is_usable:
        errors = sum(one.is_error for one in found.remarks)
        raise QuestionnaireUnusable(name=found.questionnaire.id, errors=str(errors))
    return found.questionnaire


def publish(work: Work, text: str, *, file: str) -> int:
    """Publish the questionnaire of a file and return its version; one that says the same again makes none.

    The number in the file does not matter: it is the next after every known one, and of a shipped name at least
    ``OWN_FROM``. Raises ``NotAllowed``,
    ``QuestionnaireBroken``, ``QuestionnaireTooNew``, ``QuestionnaireUnusable``.
    """
    person = work.require(Permission.PUBLISH_QUESTIONNAIRES)
    found = usable(checked(text, file=file))
    name = found.id
    former = next((one.questionnaire for one in listed(work) if one.questionnaire.id == name), None)
    raw = dict(found.raw)
    if former is not None and {**raw, "version": former.version} == dict(former.raw):
        return former.version
    number = former.version + 1 if former is not None else 1
    if name in {one.id for one in shipped()}:
        number = max(number, OWN_FROM)
    version_rows.write(work.tx, name, number, _written({**raw, "version": number}), by=person.id)
    return number


def _written(raw: dict[str, object]) -> str:
    return json.dumps(raw, ensure_ascii=False, indent=2) + "\n"


@lru_cache(maxsize=64)
def _read(content: str) -> Questionnaire:
    return parse_questionnaire(content, file="questionnaire")
