"""Which center works on an inquiry that went to several: what was decided is told them, and each follows what stands.

News name the decision, which is a record, and the records that its writer knew. So whoever hears of two decisions that
were made unseen by each other, in whatever order, knows which of them stand.
"""

from collections.abc import Sequence

from app.models.ids import derived_id
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow, State
from app.models.inquiry_steps import UNANSWERED
from app.models.journal import Record, Value
from app.models.transfers import DECISION, Decision, News, given_up_by, row_there
from app.services import center_news
from app.services.inquiry_steps import text_of
from app.services.office import Work
from app.store import elsewhere
from app.store.journal import records_of


def tell_both(work: Work, row: InquiryRow) -> None:
    """Tell centers to which stations sent an inquiry unseen by each other of each other, and where decisions part.

    Once for each such state, from any station.
    """
    heads = elsewhere.moves(work.tx, row.id)
    centers = sorted({center for _, center in heads})
    for center in centers if len(centers) > 1 else ():
        rivals: list[Value] = [one for one in centers if one != center]
        there = row_there(row.id, center)
        step = derived_id("both", there, *sorted(uid for uid, _ in heads))
        center_news.say(work, center, there, step, {News.BOTH: rivals})


def tell_decided(work: Work, row: InquiryRow, before: Sequence[str]) -> None:
    """Tell centers to which an inquiry went which one works on it: the others close it as taken over."""
    losers = [one for one in before if one != row.moved_to]
    if not row.moved_to or not losers:
        return
    last = [one for one in records_of(work.tx, row.id) if "moved_to" in one.values][-1]
    found = Decision(row.id.hex(), last.uid.hex(), tuple(one.hex() for one in last.base.get("moved_to", ())))
    said: dict[str, Value] = {DECISION: found.told()}
    for center in losers:
        _tell(work, row, center, {News.TAKEN_OVER: row.moved_to, **said}, found.uid)
    told: list[Value] = list(losers)
    _tell(work, row, row.moved_to, {News.KEPT: told, **said}, found.uid)


def _tell(work: Work, row: InquiryRow, center: str, said: dict[str, Value], why: str | bytes) -> None:
    """Write on the row of another center what is known of who works on it. ``why``: what says so here."""
    there = row_there(row.id, center)
    over = News.TAKEN_OVER in said
    step = derived_id("taken_over" if over else "kept", why, there)
    center_news.say(work, center, there, step, said, EventKind.CANCELLED if over else EventKind.NOTE)


def follow(work: Work, row: InquiryRow, told: Sequence[InquiryEvent]) -> None:
    """Close what another center has taken over, unless it is answered already, and reopen it where that stands no more.

    What somebody reopened since stays open. Where it was sent on from here, the center that has it is told.
    """
    news = [one for one in told if one.elsewhere["center"] == row.came_from and _decides(one)]
    if not news:
        return
    for center in elsewhere.went_to(work.tx, row.id):
        for one in news:
            known = (News.TAKEN_OVER, News.KEPT, DECISION)
            _tell(work, row, center, {name: one.elsewhere[name] for name in known if name in one.elsewhere}, one.id)
    lost = given_up_by([one.elsewhere for one in sorted(news, key=_at)])
    records = records_of(work.tx, row.id)
    if lost:
        at = max(text_of(one.at) for one in news if one.elsewhere in lost)
        if row.state in UNANSWERED and all(one.values.get("closed_at") != at for one in records):
            work.tx.put("inquiry", row.id, {"state": State.CANCELLED.value, "closed_at": at})
    elif row.state is State.CANCELLED and row.closed_at is not None:
        at = text_of(row.closed_at)
        closing = [one for one in records if one.values.get("closed_at") == at]
        if closing and any(text_of(one.at) == at for one in news if one.elsewhere.get(News.TAKEN_OVER)):
            work.tx.put("inquiry", row.id, {"state": _before(closing[0], records), "closed_at": None})


def _decides(told: InquiryEvent) -> bool:
    return bool(told.elsewhere.get(News.TAKEN_OVER) or told.elsewhere.get(News.KEPT))


def _at(told: InquiryEvent) -> tuple[str, bytes]:
    return text_of(told.at), told.id


def _before(closing: Record, records: Sequence[Record]) -> Value:
    """Return the state in which an inquiry was when it was closed."""
    seen = closing.base.get("state", ())
    return next((one.values["state"] for one in records if one.uid in seen and "state" in one.values), State.NEW.value)
