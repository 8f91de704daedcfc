"""Clusters: put inquiries about one incident together, see it grow, and answer them with the same text."""

from collections.abc import Sequence

from app.models import clusters as rules
from app.models.accounts import Permission
from app.models.clusters import DAY, Cluster, ClusterCard, Said
from app.models.errors import FieldMissing, FieldTooLong, InAnotherCluster, RecordGone
from app.models.inquiries import InquiryRow
from app.models.journal import Value
from app.models.texts import clean
from app.services import inquiry_steps, several
from app.services.inquiry_steps import standing, text_of
from app.services.office import View, Work
from app.services.several import Report
from app.services.worklists import Listing
from app.store import clusters as rows_of
from app.store import inquiries as inquiry_rows
from app.store.duplicates import tokens_of
from app.store.projections import first_position

LONGEST_TITLE = 200
#: Inquiries of the last day that are looked at for what may be an incident.
_LOOKED_AT = 2_000


def start(work: Work, lead: bytes, members: Sequence[bytes], title: str | None = None) -> bytes:
    """Put inquiries about one incident together and return the cluster: the lead's own where it has one already.

    Raises ``RecordGone``, ``FieldTooLong`` and ``InAnotherCluster`` for a member that belongs to another incident.
    """
    work.require(Permission.WORK_INQUIRIES)
    cluster = _cluster_of(work, lead, title)
    for one in members:
        _put(work, one, cluster)
    _report_growth(work, cluster)
    return cluster


def join(work: Work, inquiry: bytes, other: bytes) -> bytes | None:
    """Put a new inquiry beside another one, into its cluster or into one that begins now; return the cluster.

    None where the other one is gone meanwhile: that is no reason not to save what was written. For services: who calls
    this has checked that the person may open the inquiry.
    """
    found = inquiry_rows.by_id(work.tx, inquiry_rows.followed(work.tx, other))
    if found is None or found.deleted:
        return None
    cluster = _cluster_of(work, found.id, None)
    _put(work, inquiry, cluster)
    _report_growth(work, cluster)
    return cluster


def leave(work: Work, inquiry: bytes) -> None:
    """Take an inquiry out of its cluster: it is another matter. Raises ``RecordGone`` where it is in none."""
    work.require(Permission.WORK_INQUIRIES)
    standing(work, inquiry)
    cluster = rows_of.of_inquiry(work.tx, inquiry)
    if cluster is None:
        raise RecordGone(entity="cluster", id=inquiry.hex())
    work.tx.put("inquiry", inquiry, {"cluster_id": None})
    if cluster.lead == inquiry:
        rest = rows_of.page(work.tx, cluster.id, None, 1)
        work.tx.put("cluster", cluster.id, {"lead": rest[0].id.hex() if rest else None})


def rename(work: Work, cluster: bytes, title: str) -> None:
    """Give a cluster another title. Raises ``RecordGone``, ``FieldMissing``, ``FieldTooLong``."""
    work.require(Permission.WORK_INQUIRIES)
    work.tx.state_of("cluster", cluster)
    text = _title(title)
    if not text:
        raise FieldMissing(field="title")
    work.tx.put("cluster", cluster, {"title": text})


def close_members(work: Work, cluster: bytes, note: str) -> Report:
    """Close every open inquiry of a cluster but the lead with the same answer, each by a step of its own."""
    work.require(Permission.WORK_INQUIRIES)
    if not clean(note):
        raise FieldMissing(field="note")
    found = rows_of.by_id(work.tx, cluster)
    if found is None:
        raise RecordGone(entity="cluster", id=cluster.hex())
    chosen = rows_of.open_members(work.tx, cluster, found.lead)
    return several.each(work, inquiry_steps.take, chosen, step="close", note=note)


def card(view: View, inquiry: bytes) -> ClusterCard | None:
    """Return the cluster of an inquiry with its figures, None for one that is in none."""
    view.require(Permission.SEE_INQUIRIES)
    cluster = rows_of.of_inquiry(view.rows, inquiry)
    return _card(view, cluster) if cluster else None


def latest(view: View, *, limit: int = 50) -> list[ClusterCard]:
    """Return the clusters that were begun last, the newest first."""
    view.require(Permission.SEE_INQUIRIES)
    return [_card(view, one) for one in rows_of.latest(view.rows, None, limit)]


def members(view: View, cluster: bytes, *, after: int | None = None, limit: int = 50) -> list[InquiryRow]:
    """Return a page of the inquiries of a cluster after a position, the newest first."""
    view.require(Permission.SEE_INQUIRIES)
    return rows_of.page(view.rows, cluster, after, limit)


def grown(view: View) -> list[ClusterCard]:
    """Return the clusters that passed a step of growth within the last day, for those who supervise; else none."""
    if view.by is None or not view.by.may(Permission.SUPERVISE_INQUIRIES):
        return []
    return [_card(view, one) for one in rows_of.grown(view.rows, text_of(view.now - DAY))]


def proposed(view: View) -> list[Listing]:
    """Return lists of what may be an incident that nobody has put together yet, for those who supervise; else none.

    A list shows an area and the word that stands out there among the open inquiries of the last day.
    """
    least = next(iter(rules.steps(view.settings.cluster_steps)), 0)
    if not least or view.by is None or not view.by.may(Permission.SUPERVISE_INQUIRIES):
        return []
    found: list[Said] = []
    shown: dict[str, str] = {}
    for inquiry, area, summary in rows_of.alone(view.rows, _a_day_ago(view), _LOOKED_AT):
        tokens = tokens_of(summary)
        shown |= tokens
        found.append(Said(inquiry, area, frozenset(tokens)))
    return [Listing(text=f"{shown[one.token]} ", mine=False, area=one.area) for one in rules.proposals(found, least)]


def _card(view: View, cluster: Cluster) -> ClusterCard:
    lead = inquiry_rows.by_id(view.rows, cluster.lead) if cluster.lead else None
    return ClusterCard(
        cluster,
        lead,
        rows_of.count(view.rows, cluster.id),
        rows_of.count(view.rows, cluster.id, _a_day_ago(view)),
        len(rows_of.open_members(view.rows, cluster.id, cluster.lead)),
        inquiry_rows.details_of(view.rows, lead.id)[1] or "" if lead else "",
    )


def _a_day_ago(view: View) -> int:
    return first_position((view.now - DAY).isoformat())


def _cluster_of(work: Work, lead: bytes, title: str | None) -> bytes:
    """Return the cluster that an inquiry is in, or one that begins with it."""
    row = standing(work, lead)
    known = rows_of.of_inquiry(work.tx, lead)
    if known is not None:
        return known.id
    values: dict[str, Value] = {
        "opened_at": text_of(work.now),
        "opened_by": work.person.id.hex(),
        "title": _title(title) or (row.summary or row.number)[:LONGEST_TITLE],
        "lead": lead.hex(),
    }
    cluster = work.tx.add("cluster", values)
    work.tx.put("inquiry", lead, {"cluster_id": cluster.hex()})
    return cluster


def _put(work: Work, inquiry: bytes, cluster: bytes) -> None:
    row = standing(work, inquiry)
    known = rows_of.of_inquiry(work.tx, inquiry)
    if known is not None and known.id != cluster:
        raise InAnotherCluster(number=row.number, title=known.title)
    work.tx.put("inquiry", inquiry, {"cluster_id": cluster.hex()})


def _report_growth(work: Work, cluster: bytes) -> None:
    """Note the step of growth that the last day's inquiries have reached, so that it is reported once."""
    found = rows_of.by_id(work.tx, cluster)
    if found is None:
        return
    lately = rows_of.count(work.tx, cluster, _a_day_ago(work))
    fresh = found.alerted_at is not None and found.alerted_at > work.now - DAY
    step = rules.reached(work.settings.cluster_steps, lately, found.alerted if fresh else 0)
    if step is not None:
        work.tx.put("cluster", cluster, {"alerted": step, "alerted_at": text_of(work.now)})


def _title(title: str | None) -> str:
    text = clean(title) or ""
    if len(text) > LONGEST_TITLE:
        raise FieldTooLong(field="title", limit=LONGEST_TITLE)
    return text
