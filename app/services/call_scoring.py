"""The chance of a call in each slot, from what was learned, and the calls in the order of their chances."""

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from app.models import call_turns, contact_chances
from app.models.call_turns import Arm
from app.models.contact_chances import Chances, Facts
from app.models.slots import Slot
from app.services import callback_sheets, contact_facts
from app.services.callback_sheets import Sheet, text_of
from app.services.office import View, Work
from app.store import call_scores as rows_of
from app.store import callback_attempts as attempt_rows
from app.store import callback_queue as queue_rows
from app.store import script_searches as learned_rows

NAME = "contact_chances"
_KEPT = "contact_chances_kept"
#: How many calls of an institution are looked at.
_LOOK = 20


def learned(view: View) -> Chances | None:
    """Return what was learned, read once for every fit; None without any."""
    rows = view.rows
    known = learned_rows.learned_from(rows, NAME)
    if known is None or known[0] != contact_chances.VERSION:
        return None
    kept: tuple[str, Chances | None] | None = view.outside.get(_KEPT)
    if kept is None or kept[0] != known[1]:
        kept = (known[1], contact_chances.from_bytes(learned_rows.learned_body(rows, NAME)))
        view.outside[_KEPT] = kept
    return kept[1]


def score(work: Work, sheet: Sheet) -> None:
    """Write the chances of a call anew; without anything learned there are none."""
    found = learned(work)
    if found is None:
        return
    known = {slot.bit: found.chance(_facts(work, sheet, slot)) for slot in Slot}
    rows_of.keep(work.tx, sheet.callback.id, _institution(sheet), known)


def chance_now(view: View, sheet: Sheet) -> float | None:
    """Return how likely a survey call is to be answered now; None where nothing was learned or no slot is open."""
    slot = sheet.judge.slots.at(view.now)
    found = learned(view) if sheet.is_survey and slot is not None else None
    return found.chance(_facts(view, sheet, slot)) if found and slot else None


def _institution(sheet: Sheet) -> str:
    case = sheet.case
    return (case.about.get("institution") or case.stratum) if case else ""


def _facts(view: View, sheet: Sheet, slot: Slot) -> Facts:
    tries: dict[str, int] = {}
    last = ""
    for one in (row.attempt for row in sheet.log if row.attempt.is_dial and row.attempt.code):
        where = one.slot.value if one.slot else ""
        tries[where] = tries.get(where, 0) + (not sheet.judge.table[one.code].contact)
        last = one.code
    about = sheet.case.about if sheet.case else {}
    day = view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()
    return contact_facts.facts(slot.value, about, _institution(sheet), day, (tries, last))


def next_arm(view: View) -> Arm | None:
    """Return how this station chooses the next call; None where nothing was learned to choose by."""
    if learned(view) is None:
        return None
    station = callback_sheets.station(view)
    return call_turns.arm_of(station, attempt_rows.next_seq(view.rows, station))


def likeliest(view: View, slot: int, opening: int) -> Iterator[bytes]:
    """Yield calls that can be made now: the institutions by how far each is behind, of each the likeliest first.

    ``slot`` and ``opening`` (what opens soon) are sets of slots as numbers.
    """
    hour = view.now.replace(minute=0, second=0, microsecond=0)
    waiting = rows_of.waiting(view.rows, slot) if slot else {}
    worked = Counter(rows_of.worked(view.rows, text_of(hour))) if waiting else Counter[str]()
    turns: dict[str, Iterator[bytes]] = {}
    while waiting:
        name = call_turns.places(waiting, worked)[0]
        if name not in turns:
            turns[name] = iter(_of(view, name, slot, opening))
        found = next(turns[name], None)
        if found is None:
            del waiting[name]
            continue
        worked[name] += 1
        yield found


def _of(view: View, institution: str, slot: int, opening: int) -> list[bytes]:
    found = rows_of.best(view.rows, institution, slot, text_of(view.now), _LOOK)
    fits = [one for one in found if queue_rows.fits(one[4], slot, opening)]
    return [one[3] for one in call_turns.best_first((chance, used, last, call) for call, chance, used, last, _ in fits)]
