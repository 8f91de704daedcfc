"""Opening a script as it is read to a caller: the wording, its blanks, key points and warnings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.script_documents import Document
from app.scripts_library import rendering, variants
from app.scripts_library.script import SECTIONS, KeyPoint, Placeholder, Script, State
from app.scripts_library.visibility import standing
from app.services.office import View
from app.services.reference import categories
from app.services.scripts import counting
from app.store import callers as caller_rows
from app.store import contacts as contact_rows
from app.store import script_documents as document_rows
from app.store import script_life as life_rows
from app.store import scripts as version_rows
from app.store import units as unit_rows
from app.store.journal import Rows

#: A script that ends within this time is shown with a warning.
SOON = timedelta(days=14)
_PROGRAM_LANGUAGES = {"zh": "zh_CN"}


@dataclass(frozen=True)
class Reading:
    """How a script is wanted: language (``en``, ``zh_CN``), caller kind, plain words, values of its placeholders.

    ``caller`` is who is told it, so that a change since the last time can be said.
    """

    language: str
    audience: str = ""
    plain: bool = False
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    caller: bytes | None = None


@dataclass(frozen=True)
class Piece:
    """A stretch of text. ``name`` is set where a placeholder stood; ``missing`` when it has no value yet."""

    text: str
    name: str = ""
    missing: bool = False


@dataclass(frozen=True)
class ReadSection:
    """One part of the answer: ``name`` is say, if_asked, escalate or record."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The section as one text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Point:
    """A key point to tick; a critical one is said in every case."""

    id: str
    text: str
    critical: bool = False


@dataclass(frozen=True)
class Blank:
    """A placeholder to fill: from ``choices``, or typed where there are none."""

    name: str
    choices: tuple[str, ...] = ()
    value: str = ""
    required: bool = False


@dataclass(frozen=True)
class OpenScript:
    """A script version as it is read to a caller.

    ``languages`` are those it is written in, ``has_plain`` says that plain words exist; ``given_up`` names what the
    shown wording is not (language, plain, audience). ``category`` is that of the topic, None for one without.
    ``doubted_on`` is the day on which several people's flags made its review due.
    ``successor`` is the key of what to read instead of a withdrawn one.
    ``expires_on`` is the last day of validity; ``expires_soon`` and ``changed`` (the caller was given an earlier
    version) are warnings; ``documents`` are the sources' files that can be opened here.
    """

    key: str
    version: int
    title: str
    language: str
    sections: tuple[ReadSection, ...]
    points: tuple[Point, ...] = ()
    blanks: tuple[Blank, ...] = ()
    languages: tuple[str, ...] = ()
    has_plain: bool = False
    plain: bool = False
    given_up: tuple[str, ...] = ()
    standing: str = "live"
    urgent: bool = False
    sources: tuple[str, ...] = ()
    effective_on: date | None = None
    expires_on: date | None = None
    review_on: date | None = None
    doubted_on: date | None = None
    expires_soon: bool = False
    changed: bool = False
    category: str | None = None
    dialect_notes: Mapping[str, str] = field(default_factory=dict[str, str])
    must_not_say: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    withdrawn_because: str = ""
    successor: str = ""
    successor_title: str = ""


def open_script(view: View, key: str, reading: Reading) -> OpenScript:
    """Return the version that counts now, in the wording wanted, or the nearest one there is.

    An expired or withdrawn script is still shown, as such; a draft only to those who write or approve scripts. Raises
    ``RecordGone``.
    """
    person = view.require(Permission.READ_SCRIPTS)
    # Who approves has to read what waits for it.
    drafts = person.may(Permission.WRITE_SCRIPTS) or person.may(Permission.APPROVE_SCRIPTS)
    script = counting(view, key, drafts=drafts)
    shown = as_read(view, script, reading)
    if shown is None:
        raise RecordGone(entity="script", id=key)
    return _with_successor(view, shown) if script.state is State.WITHDRAWN else shown


def _with_successor(view: View, shown: OpenScript) -> OpenScript:
    """Say why a version was withdrawn, and what to read instead of it."""
    row = next(one for one in version_rows.versions_of(view.rows, shown.key) if one.number == shown.version)
    said = life_rows.withdrawal_of(view.rows, row.id)
    successor = str(said.get("successor") or "")
    try:
        title = counting(view, successor, drafts=False).title_in(shown.language.partition("_")[0]) if successor else ""
    except RecordGone:
        successor = title = ""
    because = str(said.get("note") or "")
    return replace(shown, withdrawn_because=because, successor=successor, successor_title=title)


def as_read(view: View, script: Script, reading: Reading) -> OpenScript | None:
    """Return a version as it is read, stored or only being written; None for one without any wording."""
    chosen = variants.choose(script, variants.Wanted(reading.language, reading.audience, reading.plain))
    if chosen is None:
        return None
    variant = chosen.variant
    sections = tuple(
        ReadSection(name, _pieces(text, script, reading)) for name in SECTIONS if (text := getattr(variant, name))
    )
    title, language = script.title_in(variant.language), _program(variant.language)
    shown = OpenScript(script.key, script.version, title, language, sections)
    return replace(
        shown,
        points=tuple(_point(point, variant.language) for point in script.key_points),
        blanks=_blanks(view.rows, script, variant.text(), reading.values),
        languages=tuple(map(_program, script.languages())),
        has_plain=any(one.plain and one.language == variant.language for one in script.variants),
        plain=variant.plain,
        given_up=chosen.given_up,
        changed=_has_changed(view, reading.caller, script),
        documents=_documents(view, script),
        must_not_say=tuple(word for one in script.must_not_say for word in one.words.get(variant.language, ())),
        **_facts(script, view.now),
    )


def _facts(script: Script, now: datetime) -> dict[str, object]:
    """What is the same in every wording of a version."""
    ends = script.effective_to
    return {
        "standing": standing(script, now).value,
        "urgent": script.urgent,
        "sources": tuple(" ".join(filter(None, (one.doc, one.clause, one.url))) for one in script.sources),
        "effective_on": script.effective_from.date() if script.effective_from else None,
        "expires_on": (ends - timedelta(microseconds=1)).date() if ends else None,
        "review_on": script.review_due_on,
        "doubted_on": script.doubted_on,
        "expires_soon": ends is not None and now < ends <= now + SOON,
        "category": category_of(script.topic),
        "dialect_notes": script.dialect_notes,
    }


def _documents(view: View, script: Script) -> tuple[Document, ...]:
    hashes = dict.fromkeys(one.sha256 for one in script.sources if one.sha256)
    return tuple(found for one in hashes if (found := document_rows.find(view.rows, one)) is not None)


def category_of(topic: str) -> str | None:
    """Return the category of a topic, or of the nearest one above it that is a category; None without any."""
    parts = topic.split("/")
    codes = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((code for code in codes if code in categories().by_code), None)


def _program(language: str) -> str:
    return _PROGRAM_LANGUAGES.get(language, language)


def _pieces(text: str, script: Script, reading: Reading) -> tuple[Piece, ...]:
    return tuple(Piece(one.text, one.name, one.missing) for one in rendering.render(text, script, reading.values))


def _point(point: KeyPoint, language: str) -> Point:
    text = point.texts.get(language) or next(iter(point.texts.values()), point.id)
    return Point(point.id, text, point.critical)


def _blanks(rows: Rows, script: Script, text: str, values: Mapping[str, str]) -> tuple[Blank, ...]:
    used = rendering.names_in(text)
    return tuple(
        Blank(one.name, _choices(rows, one), values.get(one.name) or one.fallback, one.required)
        for one in script.placeholders
        if one.name in used
    )


def _choices(rows: Rows, placeholder: Placeholder) -> tuple[str, ...]:
    """Return the choices of its own list, or of the named one: ``units``, ``areas``. Any other list is typed in."""
    if placeholder.choices or placeholder.choices_from not in ("units", "areas"):
        return placeholder.choices
    units = [unit for unit in unit_rows.all_units(rows) if unit.active]
    names = (unit.name if placeholder.choices_from == "units" else unit.area for unit in units)
    return tuple(dict.fromkeys(name for name in names if name))


def _has_changed(view: View, caller: bytes | None, script: Script) -> bool:
    cards = caller_rows.group_of(view.rows, caller) if caller else ()
    last = contact_rows.last_given(view.rows, cards, script.key)
    return last is not None and last[0] < script.version
