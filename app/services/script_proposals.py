"""Scripts proposed from what was said to a caller: a draft with private data taken out, for those who write scripts.

Whoever reads scripts and contacts may propose; approving stays with others. What the program takes out is looked
through by the person before it is sent.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from app.models.accounts import Permission, Role
from app.models.contacts import ContactRow
from app.models.errors import FieldMissing, FieldTooLong
from app.models.private_data import masked
from app.models.script_searches import ProposalKind
from app.models.script_shelf import Proposed, ProposedAlready
from app.models.texts import clean
from app.scripts_library.content import hash_of, to_content
from app.scripts_library.naming import propose_key
from app.scripts_library.script import Script, State, Variant
from app.scripts_library.texts import holds_chinese
from app.services import contacts, inquiries, script_spelling
from app.services.office import View, Work
from app.services.scripts import load
from app.store import accounts as account_rows
from app.store import script_outline as outline_rows
from app.store import script_searches as decision_rows
from app.store import script_shelf as rows_of
from app.store import scripts as script_rows
from app.store.scripts import NewVersion

LONGEST_QUESTION, LONGEST_ANSWER = 200, 8_000
#: How far back proposals are looked for, and how many are listed at most.
BEHIND, MOST = timedelta(days=365), 200
#: So many scripts of a topic say whose topic it is.
_ENOUGH = 25


@dataclass(frozen=True)
class Idea:
    """What a script could be made of: question and answer without private data, its topic, and where it comes from."""

    question: str
    answer: str
    topic: str = ""
    contact: bytes | None = None
    inquiry: bytes | None = None


@dataclass(frozen=True)
class OpenProposal:
    """A proposed script that is still a draft; ``title`` in its own language."""

    proposed: Proposed
    number: int
    title: str

    @property
    def key(self) -> str:
        """The script's key."""
        return self.proposed.key


def from_contact(view: View, contact: bytes) -> Idea:
    """Return what a contact could become. Raises ``RecordGone``, ``ProposedAlready``, ``NotAllowed``."""
    view.require(Permission.PROPOSE_SCRIPTS)
    row = contacts.one(view, contact)
    _refuse_twice(view, contact=contact, inquiry=None)
    question = row.summary or (row.narrative or "").partition("\n")[0]
    names = _names(view, [row])
    topic = _topic(rows_of.category_of(view.rows, contact))
    return Idea(_asked(question, names), masked(row.reply or row.narrative or "", names), topic, contact)


def from_inquiry(view: View, inquiry: bytes) -> Idea:
    """Return what an inquiry could become: its answer, else the last reply. Raises as ``from_contact``."""
    view.require(Permission.PROPOSE_SCRIPTS)
    found = inquiries.detail(view, inquiry)
    last = found.contacts[-1] if found.contacts else None
    _refuse_twice(view, contact=None, inquiry=inquiry)
    replies = [one.reply for one in found.contacts if one.reply]
    answer = found.outcome or (replies[-1] if replies else None) or (last.narrative if last else None) or ""
    names = _names(view, found.contacts)
    question = _asked(found.row.summary or "", names)
    return Idea(question, masked(answer, names), _topic(found.row.category), last.id if last else None, inquiry)


def told(view: View, contact: bytes) -> tuple[ContactRow, tuple[str, ...]]:
    """Return a contact and its texts without private data, for whoever reads a proposal. Raises ``RecordGone``."""
    row = contacts.one(view, contact)
    names = _names(view, [row])
    return row, tuple(masked(text, names) for text in (row.summary, row.narrative, row.reply) if text)


def propose(work: Work, idea: Idea) -> str:
    """Make a draft of an idea as a person left it, and return its key. It is owned by who looks after its topic.

    Raises ``FieldMissing``, ``FieldTooLong``, ``ProposedAlready``.
    """
    person = work.require(Permission.PROPOSE_SCRIPTS)
    question = _text("question", idea.question, LONGEST_QUESTION)
    answer = _text("answer", idea.answer, LONGEST_ANSWER)
    _refuse_twice(work, contact=idea.contact, inquiry=idea.inquiry)
    language = "zh" if holds_chinese(question) else "en"
    script = Script("", {language: question}, topic=idea.topic, variants=(Variant(language, say=answer),))
    script = replace(script, key=_free_key(work, script), owner=_owner(work, idea.topic))
    script_rows.write_versions(work.tx, [_version(script)], by=person.id)
    script_spelling.learn(work, [script])
    rows_of.write_proposal(
        work.tx, Proposed(script.key, person.display, work.now, idea.contact, idea.inquiry), by=person.id
    )
    return script.key


def open_proposals(view: View) -> list[OpenProposal]:
    """Return what was proposed and is still a draft that nobody put aside, the newest first."""
    view.require(Permission.WRITE_SCRIPTS)
    aside = {key for _, key in decision_rows.decided(view.rows, ProposalKind.SCRIPT)}
    return list(_open(view, aside))


def _open(view: View, aside: set[str | None]) -> Iterator[OpenProposal]:
    for one in rows_of.proposals(view.rows, view.now - BEHIND, MOST):
        versions = script_rows.versions_of(view.rows, one.key)
        if one.key in aside or not versions or any(row.state is not State.DRAFT for row in versions):
            continue
        script = load(view.rows, versions[-1])
        title = script.title_in("zh" if "zh" in script.title else "en")
        yield OpenProposal(one, versions[-1].number, title)


def _text(field: str, text: str, limit: int) -> str:
    kept = clean(text)
    if not kept:
        raise FieldMissing(field=field)
    if len(kept) > limit:
        raise FieldTooLong(field=field, limit=limit)
    return kept


def _refuse_twice(view: View, *, contact: bytes | None, inquiry: bytes | None) -> None:
    found = rows_of.proposed_from(view.rows, contact=contact, inquiry=inquiry)
    if found is not None and script_rows.versions_of(view.rows, found.key):
        raise ProposedAlready(key=found.key)


def _names(view: View, of: "list[ContactRow] | tuple[ContactRow, ...]") -> list[str]:
    """Return what the callers of some contacts are called, to be taken out."""
    callers = dict.fromkeys(one.caller for one in of if one.caller is not None)
    return [name for one in callers if (name := rows_of.caller_name(view.rows, one))]


def _asked(text: str, names: list[str]) -> str:
    return masked(text, names).strip()[:LONGEST_QUESTION]


def _topic(category: str | None) -> str:
    return (category or "").replace(".", "/")


def _free_key(work: Work, script: Script) -> str:
    def is_taken(key: str) -> bool:
        return bool(script_rows.versions_of(work.tx, key))

    key = propose_key(script, is_taken)
    if not key:
        raise FieldMissing(field="question")
    return key


def _owner(view: View, topic: str) -> str:
    """Return who owns most scripts of the topic, else of the one above it, else the first trainer; "" without any."""
    lines = {one.key: one.topic for one in outline_rows.outline(view.rows) if one.topic}
    parts = topic.split("/") if topic else []
    for length in range(len(parts), 0, -1):
        above = "/".join(parts[:length])
        near = [key for key, place in lines.items() if place == above or place.startswith(f"{above}/")]
        owners = Counter(owner for key in near[:_ENOUGH] if (owner := _owner_of(view, key)))
        if owners:
            return owners.most_common(1)[0][0]
    people = account_rows.everyone(view.rows)
    return next((one.name for one in people if Role.TRAINER in one.roles and one.disabled_at is None), "")


def _owner_of(view: View, key: str) -> str:
    versions = script_rows.versions_of(view.rows, key)
    return load(view.rows, versions[-1]).owner if versions else ""


def _version(script: Script) -> NewVersion:
    content = to_content(script)
    return NewVersion(
        key=script.key,
        number=1,
        title_zh=script.title.get("zh"),
        title_en=script.title.get("en"),
        topic=script.topic,
        content=content,
        content_hash=hash_of(content),
        effective_from=None,
        effective_to=None,
        urgent=False,
        source="proposal",
    )
