"""Needs a decision: two people set the same field without knowing of each other, and one of them decides."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from statistics import median
from typing import cast
from zoneinfo import ZoneInfo

from app.models import conflicts as rules
from app.models.accounts import PERSON, Permission, Person
from app.models.conflicts import DECIDERS, LINKS, MOVES, Choice, Conflict, Rates, Undecided
from app.models.entities import ENTITIES
from app.models.errors import LastAdministrator, RecordGone
from app.models.journal import Kind, Value, fold
from app.models.newcomers import of_center, oldest
from app.services import center_decisions, phone_numbers
from app.services.office import View, Work
from app.store import accounts as account_rows
from app.store import conflicts as rows_of
from app.store import elsewhere, sync
from app.store import inquiries as inquiry_rows
from app.store import newcomers as newcomer_rows
from app.store.conflicts import Marked
from app.store.journal import records_of

#: Rows that one question gives.
MOST = 200
#: Among how many of the latest records conflicts are counted: a week or a month of a station, and soon read.
RATED = 20_000
#: Fields whose values nobody sees; which one stands is chosen by who wrote it and when.
_SECRET = frozenset({"password"})
_HIDDEN = "••••••"
#: Entities that are known by a telephone number, those that hold any, and their fields that do.
_BY_NUMBER = frozenset({"appointment", "callback", "caller_phone"})
_WITH_NUMBERS = _BY_NUMBER | {"campaign_case"}
_NUMBERS = frozenset({"number", "numbers", "more_numbers"})


def waiting(view: View, limit: int = MOST) -> list[Conflict]:
    """Return what waits for a decision, field by field, the latest value of each first.

    What who asks may decide stands before the rest. Administrators, who see no inquiries, are given accounts and
    settings: those are theirs to decide.
    """
    if view.person.may(Permission.CHANGE_SETTINGS) and not view.person.may(Permission.SEE_INQUIRIES):
        return _found(view, limit, DECIDERS)
    view.require(Permission.SEE_INQUIRIES)
    own, others = list[str](), list[str]()
    for entity in rows_of.DECIDED:
        (own if may_decide(view.person, entity) else others).append(entity)
    return _found(view, limit, own + others)


def _found(view: View, limit: int, entities: Iterable[str] = rows_of.DECIDED) -> list[Conflict]:
    own = sync.own_end(view.rows).origin
    found: list[Conflict] = []
    for row in rows_of.marked(view.rows, limit, entities):
        kinds = ENTITIES[row.entity].by_name
        for name, heads in row.conflicts.items():
            kind = kinds[name].kind if name in kinds else Kind.LWW
            choices = [_choice(view, row, name, head, own) for head in heads]
            if kind is Kind.GONE:
                choices = [_with_told(view, row, one) for one in choices]
            choices.sort(key=_written_at, reverse=True)
            title = _titled(view, row.entity, row.title)
            mine = may_decide(view.person, row.entity)
            found.append(Conflict(row.entity, row.row_id, name, kind, title, choices[0].value, tuple(choices), mine))
    return found


def _titled(view: View, entity: str, title: str) -> str:
    return phone_numbers.told(view, title) if entity in _BY_NUMBER and title else title


def _named(view: View, row_id: bytes) -> str:
    return _titled(view, *rows_of.title_of(view.rows, row_id))


def _shown(view: View, entity: str, field: str, value: Value) -> Value:
    """Return a value as who asks may see it."""
    if field in _SECRET:
        return _HIDDEN
    known = ENTITIES[entity].by_name.get(field)
    if value and known is not None and known.sql == "REF":
        return _named(view, bytes.fromhex(str(value))) or value
    if value and field.endswith("_at"):
        return f"{_local(view, str(value)):%Y-%m-%d %H:%M}"
    if entity not in _WITH_NUMBERS or field not in _NUMBERS or not value:
        return value
    numbers = cast("list[str]", value) if isinstance(value, list) else [str(value)]
    return ", ".join(phone_numbers.told(view, one) for one in numbers)


def escalated(view: View) -> tuple[Conflict, ...]:
    """Return the clinical conflicts that nobody decided for the hours that the center sets. Supervisors only."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    hours = view.settings.conflict_hours
    return rules.overdue(_found(view, MOST, rules.CLINICAL), view.now, hours) if hours and count(view) else ()


def listed(view: View) -> tuple[Undecided, ...]:
    """Return what supervisors left undecided for as long again, without values or names. Administrators only."""
    view.require(Permission.CHANGE_SETTINGS)
    late = rules.overdue(_found(view, MOST, rules.CLINICAL), view.now, 2 * view.settings.conflict_hours)
    return tuple(Undecided(one.entity, one.field, one.since) for one in late)


def rates(view: View) -> Rates:
    """Return how often conflicts come about among the latest saves, and how long those that wait have waited."""
    view.require(Permission.SEE_INQUIRIES)
    waits = rows_of.waiting_lately(view.rows, RATED)
    ages = [(view.now - _began(view, one)).total_seconds() / 3600 for one in waits]
    records, decided = rows_of.saved_lately(view.rows, RATED)
    lately = sum(one.lately for one in waits)
    return Rates(len(waits), median(ages) if ages else None, lately, decided, records)


def _began(view: View, one: rows_of.Waiting) -> datetime:
    return rules.began(map(datetime.fromisoformat, one.written), view.now)


def count(view: View) -> int:
    """Return how many rows wait for a decision."""
    return rows_of.count(view.rows)


def to_decide(view: View) -> int:
    """Return how many rows wait for a decision of who asks; 0 for nobody."""
    by = view.by
    return rows_of.count(view.rows, [one for one in rows_of.DECIDED if by is not None and may_decide(by, one)])


def may_decide(person: Person, entity: str) -> bool:
    """Say whether a person decides about rows of an entity. It refuses nobody: ``decide`` does."""
    return person.reach(DECIDERS.get(entity, Permission.SUPERVISE_INQUIRIES)) is not None


def decide(work: Work, entity: str, row_id: bytes, field: str, uid: bytes) -> None:
    """Let the value of one record stand: a new record says it again and knows all the others.

    Raises ``RecordGone`` where nothing waits any more, and ``LastAdministrator`` where nobody would manage accounts.
    """
    work.require(DECIDERS.get(entity, Permission.SUPERVISE_INQUIRIES))
    heads = _heads(work, entity, row_id, field)
    if uid not in heads:
        raise RecordGone(entity=entity, id=row_id.hex())
    managed = entity == PERSON.name and bool(account_rows.managers(work.tx))
    with _followed(work, entity, row_id, field):
        work.tx.put(entity, row_id, {field: heads[uid]})
    if managed and not account_rows.managers(work.tx):
        raise LastAdministrator(field=field, value=rows_of.title_of(work.tx, row_id)[1])


@contextmanager
def _followed(work: Work, entity: str, row_id: bytes, field: str) -> Generator[None]:
    """Let what hangs on a decided field follow: calls on the links of cards, centers on where an inquiry went.

    Raises ``NotAllowed`` where the decision takes a do-not-call from a card, for whoever may not lift it.
    """
    if (entity, field) == LINKS:
        from app.services import same_callers  # a start decides nothing

        with same_callers.keeping(work, row_id):
            yield
    elif (entity, field) == MOVES:
        before = elsewhere.went_to(work.tx, row_id)
        yield
        row = inquiry_rows.by_id(work.tx, row_id)
        if row is not None:
            center_decisions.tell_decided(work, row, before)
    else:
        yield


def keep_both(work: Work, entity: str, row_id: bytes, field: str) -> None:
    """Let all texts stand, one under the other in the order of their records; of links, let all cards be one person's.

    Raises ``RecordGone`` where nothing waits any more, and for a field that cannot hold both.
    """
    work.require(DECIDERS.get(entity, Permission.SUPERVISE_INQUIRIES))
    heads = _heads(work, entity, row_id, field)
    if not heads or not rules.holds_both(entity, field, ENTITIES[entity].by_name[field].kind):
        raise RecordGone(entity=entity, id=row_id.hex())
    if (entity, field) == LINKS:
        from app.services import same_callers  # a start decides nothing

        same_callers.gather(work, row_id)
        return
    texts = [str(value) for _, value in sorted(heads.items()) if value not in (None, "")]
    work.tx.put(entity, row_id, {field: "\n\n".join(dict.fromkeys(texts))})


def take_accounts(work: Work) -> int:
    """Let the oldest word stand on what this station said of accounts before it joined; return of how many.

    Others that joined an empty center at the same moment do the same. Who changed that word since is followed. What
    the center has in conflict without us is for its people to decide. What a newcomer said is nobody's word, and hides
    none of these.
    """
    own = sync.own_end(work.tx).origin
    rows = {row.row_id for row in rows_of.marked_of(work.tx, "person", MOST)}.union(account_rows.of_newcomers(work.tx))
    count = 0
    for row_id in sorted(rows - newcomer_rows.aside(work.tx)):
        left = of_center(newcomer_rows.records(work.tx, row_id))
        told: dict[str, Value] = {}
        for name, heads in fold(PERSON, (one.record for one in left)).conflicts.items():
            uids = [uid for uid, _ in heads]
            if any(_origin(work, row_id, uid) == own for uid in uids):
                told[name] = oldest(left, name, uids)
        if told:
            work.tx.put("person", row_id, told)
            count += 1
    return count


def _origin(view: View, row_id: bytes, uid: bytes) -> bytes:
    written = rows_of.written(view.rows, row_id, uid)
    return written.origin if written else b""


def _heads(work: Work, entity: str, row_id: bytes, field: str) -> dict[bytes, Value]:
    known = ENTITIES.get(entity)
    records = records_of(work.tx, row_id) if known else []
    if known is None or not records:
        return {}
    return dict(fold(known, records).conflicts.get(field, []))


def _choice(view: View, row: Marked, field: str, head: tuple[bytes, Value], own: bytes) -> Choice:
    uid, value = head[0], _shown(view, row.entity, field, head[1])
    written = rows_of.written(view.rows, row.row_id, uid)
    if written is None:
        return Choice(uid, value, "", datetime.fromtimestamp(0, view.now.tzinfo), "", here=False)
    who = account_rows.by_name(view.rows, written.actor) if written.actor else None
    name = who[0].display if who is not None else written.actor
    return Choice(uid, value, name, _local(view, written.at), written.station or "", written.origin == own)


def _with_told(view: View, row: Marked, one: Choice) -> Choice:
    """Add what was written by who did not know of the deletion: that is what a person weighs."""
    if one.value:
        return one
    gone = ENTITIES[row.entity].gone
    said = [each.values for each in records_of(view.rows, row.row_id) if each.uid == one.uid]
    told = (
        (name, _shown(view, row.entity, name, value))
        for values in said
        for name, value in values.items()
        if name not in gone
    )
    return replace(one, told=tuple(told))


def _local(view: View, at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(ZoneInfo(view.settings.time_zone))


def _written_at(one: Choice) -> datetime:
    return one.at
