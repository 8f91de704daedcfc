"""The list of all inquiries: opened and sorted, scrolled page by page, and the best matches of frequent words."""

from app.services import inquiries, worklists
from app.services.inquiries import Wanted
from app.services.worklists import Listing
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, percentile, timed

_OPENED_MS, _FRAME_MS = 100.0, 16.0
#: Best match is asked for by hand, once, on a reader thread (milliseconds).
_BEST_MS = 300.0
_FREQUENT = ("的", "疫苗", "预约", "the", "vaccine", "appointment record")
_ORDERS = ("opened", "oldest", "due")
_FILTERS = (
    Wanted(),
    Wanted(order="oldest"),
    Wanted(order="due", open_only=True),
    Wanted(order="due"),
    Wanted(open_only=True),
    Wanted(facets=(("state", "closed"),)),
    Wanted(facets=(("state", "returned"),)),
    Wanted(facets=(("category", "complaint.attitude"), ("urgency", "high"))),
)


class _Scroll:
    """Reads page after page of one list."""

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        self._office = desk.office
        self._wanted = wanted
        self.after: object = None

    def page(self) -> None:
        """Read the next page, from the start again at the end."""
        found = self._office.ask(inquiries.list_page, self._wanted, after=self.after, limit=50)  # type: ignore[arg-type]
        self.after = found.after


def figures(desk: Desk, times: int) -> list[Figure]:
    """Time the first page of every order and filter, and a page while scrolling."""
    first: list[float] = []
    further: list[float] = []
    for wanted in _FILTERS:
        for _ in range(times):
            scroll = _Scroll(desk, wanted)
            first.append(timed(scroll.page))
            further += [timed(scroll.page) for _ in range(20)]
    pane = [
        timed(lambda order=order: desk.office.ask(worklists.page, Listing(mine=False, open_only=False, order=order)))
        for order in _ORDERS
        for _ in range(times)
    ]
    best = [
        timed(lambda text=text: desk.office.ask(inquiries.list_page, Wanted(text=text, order="best"), limit=50))
        for text in _FREQUENT
        for _ in range(times)
    ]
    return [
        Figure("best match of a frequent word, worst", max(best), "ms", limit=_BEST_MS, note=_note(best)),
        Figure("list opened, any order or filter, worst", max(first), "ms", limit=_OPENED_MS, note=_note(first)),
        Figure("list scrolled, one page, p99", percentile(further, 0.99), "ms", limit=_FRAME_MS, note=_note(further)),
        Figure("list as My work shows it, worst", max(pane), "ms", limit=_OPENED_MS, note=_note(pane)),
    ]


def _note(took: list[float]) -> str:
    return f"p50 {percentile(took, 0.5):.2f}, worst {max(took):.1f} ms, n {len(took)}"
