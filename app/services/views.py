"""Views: filters of a list that a person keeps under a name, the same at every station."""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong
from app.models.journal import Value
from app.models.texts import clean
from app.services.office import View, Work
from app.services.worklists import Listing
from app.store import settings as rows_of

#: Longest name of a view, and how many a person keeps: a menu that needs no search.
LONGEST, MOST = 40, 20


@dataclass(frozen=True)
class SavedView:
    """Filters under a name."""

    name: str
    listing: Listing


def mine(view: View) -> tuple[SavedView, ...]:
    """Return the signed-in person's views in the order of their names; filters of a newer program are left out."""
    kept = rows_of.read_one(view.rows, _key(view))
    known = {one.name for one in fields(Listing)}
    bodies: dict[str, dict[str, Any]] = json.loads(kept) if kept else {}
    return tuple(
        SavedView(name, Listing(**{key: value for key, value in body.items() if key in known}))
        for name, body in sorted(bodies.items())
    )


def save(work: Work, name: str, listing: Listing) -> str:
    """Keep filters under a name, in place of those that it stood for, and return the name as kept.

    Raises ``FieldMissing``, ``FieldTooLong``, and ``FieldInvalid`` where a person has the most already.
    """
    told = clean(" ".join(name.split()))
    if not told:
        raise FieldMissing(field="view")
    if len(told) > LONGEST:
        raise FieldTooLong(field="view", limit=LONGEST)
    kept = {one.name: one.listing for one in mine(work)}
    if told not in kept and len(kept) >= MOST:
        raise FieldInvalid(field="view", value=told)
    _write(work, {**kept, told: listing})
    return told


def rename(work: Work, name: str, new: str) -> str:
    """Keep a view under another name and return it.

    Raises what ``save`` raises, and ``FieldInvalid`` for a name that is in use or a view that is gone.
    """
    told = clean(" ".join(new.split()))
    kept = {one.name: one.listing for one in mine(work)}
    listing = kept.get(name)
    if listing is None or (told != name and told in kept):
        raise FieldInvalid(field="view", value=told)
    remove(work, name)
    return save(work, new, listing)


def remove(work: Work, name: str) -> None:
    """Forget a view; one that is not there is no trouble."""
    kept = {one.name: one.listing for one in mine(work)}
    if kept.pop(name, None) is not None:
        _write(work, kept)


def _write(work: Work, kept: dict[str, Listing]) -> None:
    # The words of a search may name a person: only what narrows by codes is worth keeping for tomorrow.
    bodies: dict[str, Value] = {name: _body(replace(listing, text="")) for name, listing in kept.items()}
    rows_of.write_setting(work.tx, _key(work), bodies)


def _body(listing: Listing) -> dict[str, Value]:
    plain = asdict(Listing())
    return {name: value for name, value in asdict(listing).items() if value != plain[name]}


def _key(view: View) -> str:
    return f"views/{view.person.id.hex()}"
