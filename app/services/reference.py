"""Reference data: intake forms and the category tree, those that ship with the program and those published later.

What ships lies in resources/ and is read once, when it is first asked for. A published form stands in the journal;
of one form the highest version that this program can read is used for new contacts, while every finalized contact
keeps the version it was taken with. A definition that cannot be read never stops the desk: it is left out and told.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from app.models.accounts import Permission
from app.models.categories import CategoryTree, parse_categories
from app.models.errors import CannotNow, RecordGone
from app.models.forms import Form, FormBroken, FormTooNew, parse_form
from app.models.once import once
from app.services.office import View, Work
from app.store import forms as rows_of
from resources import FOLDER


class FormVersionTaken(CannotNow):
    """Another text has this version of the form already. Facts: ``form``, ``version``, ``newest``."""


@dataclass(frozen=True)
class Forms:
    """Every version of every form that can be read, and the refusals of those that cannot."""

    versions: dict[tuple[str, int], Form]
    left_out: dict[tuple[str, int], CannotNow] = field(default_factory=dict[tuple[str, int], CannotNow])

    @property
    def refused(self) -> tuple[CannotNow, ...]:
        """Why each version that cannot be read is left out."""
        return tuple(self.left_out.values())

    def ids(self) -> tuple[str, ...]:
        """The forms, in the order of their names."""
        return tuple(sorted({form_id for form_id, _ in self.versions}))

    def newest(self, form_id: str) -> Form | None:
        """The highest readable version of a form."""
        found = [form for (one, _), form in self.versions.items() if one == form_id]
        return max(found, key=_version, default=None)

    def passed_over(self, form_id: str) -> tuple[int, CannotNow] | None:
        """The highest version of a form, and why it cannot be read, where none that can be read is as high."""
        newest = self.newest(form_id)
        least = newest.version if newest else -1
        above = [(version, why) for (one, version), why in self.left_out.items() if one == form_id and version > least]
        return max(above, key=itemgetter(0), default=None)

    def one(self, form_id: str, version: int) -> Form | None:
        """Exactly this version: what a finalized contact was taken with."""
        return self.versions.get((form_id, version))

    def last_to_ask(self, question: str, form_id: str) -> Form | None:
        """The form that asked a question last: of this line where one of its versions did; None where none did."""
        found = [form for form in self.versions.values() if form.field(question)]
        return max(found, key=lambda form: (form.id == form_id, form.version), default=None)


def _version(form: Form) -> int:
    return form.version


@once
def categories() -> CategoryTree:
    """The category tree."""
    return parse_categories(_text("categories.json"), file="categories.json")


@once
def shipped_forms() -> Forms:
    """The forms that come with the program. An older version that shipped once stays in resources/forms."""
    folder = FOLDER.joinpath("forms")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".json"))
    return _read((_named_after(name), name, _text(f"forms/{name}")) for name in names)


def forms(view: View) -> Forms:
    """Shipped and published forms together; where both have a version, the published one counts."""
    shipped = shipped_forms()
    stored = rows_of.published(view.rows)
    if not stored:
        return shipped
    later = _read(((form, version), f"{form} {version}", text) for form, version, text in stored)
    return Forms({**shipped.versions, **later.versions}, {**shipped.left_out, **later.left_out})


def intake_form(view: View, form_id: str | None = None, version: int | None = None) -> Form:
    """The form to show: of a contact (``form_id`` and ``version``), or the newest of the line that is set.

    Raises ``RecordGone`` where no such form is known here, because it came with a newer program, for example.
    """
    name = form_id or view.settings.form
    found = forms(view).newest(name) if version is None else forms(view).one(name, version)
    if found is None:
        raise RecordGone(entity="form", id=name if version is None else f"{name} {version}")
    return found


def publish_form(work: Work, text: str, *, file: str) -> Form:
    """Publish a definition for every station. The same text again changes nothing.

    Raises ``FormBroken``, ``FormTooNew``, ``FormVersionTaken`` (a version is never written over), ``NotAllowed``.
    """
    work.require(Permission.CHANGE_SETTINGS)
    form = parse_form(text, file=file)
    known = forms(work)
    there = known.one(form.id, form.version)
    if there is not None and there.raw != form.raw:
        newest = known.newest(form.id) or there
        raise FormVersionTaken(form=form.id, version=form.version, newest=newest.version)
    if there is None:
        rows_of.publish(work.tx, form.id, form.version, text)
    return form


def _text(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def _parsed(text: str, file: str) -> Form:
    return parse_form(text, file=file)


def _named_after(file: str) -> tuple[str, int]:
    """Form and version of a shipped file by its name, ``<id>.v<version>.json`` or ``<id>.json`` (0)."""
    name, _, version = file.removesuffix(".json").partition(".v")
    return name, int(version) if version.isdecimal() else 0


def _read(definitions: Iterable[tuple[tuple[str, int], str, str]]) -> Forms:
    versions: dict[tuple[str, int], Form] = {}
    left_out: dict[tuple[str, int], CannotNow] = {}
    for known_as, name, text in definitions:
        try:
            form = _parsed(text, name)
        except (FormBroken, FormTooNew) as refusal:
            left_out[known_as] = refusal
        else:
            versions[form.id, form.version] = form
    return Forms(versions, left_out)
