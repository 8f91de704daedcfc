"""``doctor`` on source documents: is each one here as it was attached, and is there a file that nothing names?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.cli.words import say

if TYPE_CHECKING:
    from app.bootstrap import House
    from app.models.script_documents import Document

#: So many names are said; how many there are is said always.
_NAMED = 5


def findings(house: "House", *, clean: bool) -> Iterator[tuple[str, str]]:
    """Give (state, what is said) for the documents of a house; with ``clean`` what nothing names is removed first."""
    from app.services import hub_sync, script_documents

    removed = house.office.ask(script_documents.clean) if clean else []
    found = house.office.ask(script_documents.check)
    if removed:
        yield "good", say("doctor.documents_cleaned", count=len(removed))
    if found.missing and house.office.ask(hub_sync.state).enrolled:
        yield "note", say("doctor.documents_elsewhere", count=len(found.missing), names=_names(found.missing))
    elif found.missing:
        yield "bad", say("doctor.documents_missing", count=len(found.missing), names=_names(found.missing))
    if found.damaged:
        yield "bad", say("doctor.documents_damaged", count=len(found.damaged), names=_names(found.damaged))
    if found.orphans:
        names = ", ".join(one.name for one in found.orphans[:_NAMED])
        yield "note", say("doctor.documents_orphans", count=len(found.orphans), names=names)
    if found.unknown:
        names = ", ".join(f"{key}@{number}" for key, number, _ in found.unknown[:_NAMED])
        yield "note", say("doctor.documents_unknown", count=len(found.unknown), names=names)
    if found.sound:
        yield "good", say("doctor.documents", count=found.documents)


def _names(documents: "tuple[Document, ...]") -> str:
    return ", ".join(one.name for one in documents[:_NAMED])
