"""Search over everything that a person may look for from anywhere: callers, inquiries, units, scripts.

It is asked on a reader thread at every key, newest question first, so each part stops at its limit. Commands of the
window are added by the window; scripts come from whoever keeps their index.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.callers import Caller
from app.models.inquiries import InquiryRow
from app.models.units import Unit
from app.services import callers, phone_numbers, units
from app.services.office import View
from app.store import inquiries as inquiry_rows
from app.store.inquiries import Wanted

#: Asks the script index for a text and a limit; who keeps the index hands it over, and its hits go through as they are.
ScriptSearch = Callable[[str, int], Sequence[object]]


@dataclass(frozen=True)
class Everything:
    """What was found, group by group; ``numbers`` shows each caller's numbers as who asks may see them."""

    text: str
    callers: tuple[Caller, ...] = ()
    numbers: tuple[tuple[str, ...], ...] = ()
    inquiries: tuple[InquiryRow, ...] = ()
    units: tuple[Unit, ...] = ()
    scripts: tuple[object, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.callers or self.inquiries or self.units or self.scripts)


def search(view: View, text: str, *, limit: int = 8, scripts: ScriptSearch | None = None) -> Everything:
    """Return what fits a text: callers by number in any format or by name, inquiries newest first, units, scripts.

    An inquiry whose number was typed comes first. Groups that the person may not see stay empty; nothing is raised.
    """
    typed = text.strip()
    if not typed or view.by is None:
        return Everything(text)
    sees = view.by.may(Permission.SEE_INQUIRIES)
    found = tuple(callers.find(view, typed)[:limit]) if sees else ()
    shown = tuple(tuple(phone_numbers.told(view, number) for number in caller.numbers) for caller in found)
    return Everything(
        text,
        found,
        shown,
        _inquiries(view, text, limit) if sees else (),
        tuple(units.find(view, typed, limit=limit)),
        _scripts(view, typed, limit, scripts),
    )


def _inquiries(view: View, text: str, limit: int) -> tuple[InquiryRow, ...]:
    rows = inquiry_rows.page(view.rows, Wanted(text=text), None, limit).rows
    wanted = "".join(one for one in text.upper() if one.isalnum())
    exact = tuple(row for row in rows if _plain(row.number) == wanted)
    return exact + tuple(row for row in rows if row not in exact)


def _plain(number: str) -> str:
    return "".join(one for one in number.upper() if one.isalnum())


def _scripts(view: View, text: str, limit: int, search_scripts: ScriptSearch | None) -> tuple[object, ...]:
    if search_scripts is None or view.by is None or not view.by.may(Permission.READ_SCRIPTS):
        return ()
    return tuple(search_scripts(text, limit))
