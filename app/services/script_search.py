"""The one search over scripts that the window and the command line share: an index in memory, kept fresh.

``refresh`` is a question for a background thread: after the start, after each change of scripts, and on the tick after
``stale_at``. Until it has run once, ``query`` finds nothing and says so by ``is_ready``.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import nlargest
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.changes import Changes
from app.scripts_library.entries import Entry, entry_of
from app.scripts_library.learned import Learned
from app.scripts_library.ranking import decayed
from app.scripts_library.script import Script
from app.scripts_library.synonyms import shipped_synonyms
from app.scripts_library.texts import language_code
from app.scripts_library.visibility import Standing, standing
from app.services import script_learning, script_spelling
from app.services.office import View
from app.services.script_flags import doubted
from app.services.script_reading import OpenScript, Reading, category_of, open_script
from app.services.scripts import counting_row, glanced, load
from app.store import script_life as life_rows
from app.store import script_shelf as shelf_rows
from app.store import scripts as rows_of
from app.store.script_index import Hit, ScriptIndex
from app.store.scripts import VersionRow

LIMIT = 8
_USES_FRESH = timedelta(minutes=10)
#: What other stations did may come so much later.
_LATE = timedelta(days=7)
_GIVEN = (Standing.LIVE.value, Standing.REVIEW_DUE.value)
_ENTITIES = frozenset({"script", "script_version", "script_event", "script_flag"})


@dataclass(frozen=True)
class Refreshed:
    """What a refresh did: scripts put in or replaced, taken out, and how many there are now."""

    put: int
    removed: int
    total: int


class ScriptSearch:
    """The library, as questions. ``syllables`` is a cache of readings that may be kept between starts."""

    def __init__(self, syllables: MutableMapping[str, str] | None = None) -> None:
        self._syllables: MutableMapping[str, str] = {} if syllables is None else syllables
        self._index = ScriptIndex(self._syllables)
        self._refreshing = threading.Lock()
        self._known: dict[str, tuple[bytes, str]] = {}
        self._uses: Mapping[str, float] = {}
        self._uses_at: datetime | None = None
        self._today: tuple[str, ...] = ()
        self._categories: dict[str, str] = {}
        self._due: dict[bytes, date] = {}
        self._looked_at: datetime | None = None
        self._by_category: Mapping[str, Sequence[str]] = {}
        self._model: Learned | None = None
        self._learned = ""
        self.is_ready = False
        self.stale_at: datetime | None = None

    @property
    def revision(self) -> int:
        """A number that grows whenever results may differ."""
        return self._index.revision

    @staticmethod
    def concerns(changes: Changes) -> bool:
        """Say whether a commit makes a refresh necessary."""
        return not _ENTITIES.isdisjoint(changes.entities)

    def refresh(self, view: View) -> Refreshed:
        """Bring the index to what callers are given now. Only what differs is read and indexed anew."""
        with self._refreshing:
            self._forget_reviewed(view)
            wanted = self._wanted(view)
            if not self.is_ready:
                self._syllables.update(script_spelling.known(view))
            fresh = {key: one for key, one in wanted.items() if self._known.get(key) != (one[0].id, one[1].value)}
            gone = self._known.keys() - wanted.keys()
            if gone:
                self._index.remove(gone)
            put = self._index.put(self._entries(view, fresh.values()))
            wanted = {key: (row, self._reviewed(view, row, state)) for key, (row, state) in wanted.items()}
            self._file(wanted)
            self._known = {key: (row.id, state.value) for key, (row, state) in wanted.items()}
            self._refresh_uses(view)
            self._refresh_model(view)
            self.is_ready = True
            return Refreshed(put, len(gone), len(wanted))

    def query(self, view: View, *, text: str, language: str, limit: int = LIMIT) -> list[Hit]:
        """Return the best scripts for what was typed so far (characters, pinyin, words), best first."""
        view.require(Permission.READ_SCRIPTS)
        spoken = language_code(language) or language
        return self._index.query(text, limit, language=spoken, uses=self._uses, model=self._model)

    def suggest(self, view: View, *, category: str, text: str, language: str, limit: int = LIMIT) -> list[Hit]:
        """Return what fits a contact before anything is typed: its words within its category (a code, or ""), its words
        elsewhere, then what its category holds.

        Where nothing is known of it: the urgent ones, the pinned, one's own favorites, what was given most today.
        """
        view.require(Permission.READ_SCRIPTS)
        spoken = language_code(language) or language
        words = self.query(view, text=text, language=language, limit=limit * 2) if text.strip() else []
        fitting = [hit for hit in words if hit.fits]
        of_category = self._of_category(category)
        filed = self._index.of_keys(self._most_used(of_category, limit), language=spoken)
        if not category and not text.strip():
            filed = [*self._index.query("", limit, language=spoken), *self._in_front(view, spoken)]
        both = [hit for hit in fitting if hit.key in of_category]
        return list({hit.key: hit for hit in (*both, *fitting, *filed)}.values())[:limit]

    def _in_front(self, view: View, language: str) -> list[Hit]:
        """Return what is pinned for everybody, one's own favorites, and what was given most today."""
        today = view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()
        pinned = (one.key for one in shelf_rows.pins(view.rows, today))
        keys = (*pinned, *shelf_rows.stars(view.rows, view.person.id), *self._today)
        return [hit for hit in self._index.of_keys(keys, language=language) if hit.standing in _GIVEN]

    def _of_category(self, category: str) -> frozenset[str]:
        """Return the scripts of a category and of those below it."""
        codes = (code for code in self._by_category if code == category or code.startswith(f"{category}."))
        return frozenset(key for code in codes for key in self._by_category[code])

    def _most_used(self, keys: Iterable[str], limit: int) -> list[str]:
        return nlargest(limit, keys, key=self._used)

    def _used(self, key: str) -> float:
        return self._uses.get(key, 0.0)

    def open(self, view: View, *, key: str, reading: Reading) -> OpenScript:
        """Return a script as it is read now. Raises ``RecordGone``."""
        return open_script(view, key, reading)

    def _entries(self, view: View, fresh: Iterable[tuple[VersionRow, Standing]]) -> Iterator[Entry]:
        for row, state in fresh:
            script = load(view.rows, row)
            self._categories[row.key] = category_of(script.topic) or ""
            self._due[row.id] = script.review_due_on or date.max
            yield _entry(script, self._reviewed(view, row, state))

    def _file(self, wanted: Mapping[str, tuple[VersionRow, Standing]]) -> None:
        """Put the scripts that are given now under their categories."""
        filed: dict[str, list[str]] = {}
        for key, (_, state) in wanted.items():
            if state in (Standing.LIVE, Standing.REVIEW_DUE) and self._categories.get(key):
                filed.setdefault(self._categories[key], []).append(key)
        self._by_category = filed

    def _wanted(self, view: View) -> dict[str, tuple[VersionRow, Standing]]:
        """Return the version that counts of each script; ``stale_at`` becomes the next time at which that changes."""
        self.stale_at = None
        by_key: dict[str, list[tuple[VersionRow, Standing]]] = {}
        in_doubt = doubted(view.rows)
        for row in rows_of.all_versions(view.rows):
            now_is = self._standing(row, view.now)
            if now_is is Standing.LIVE and (row.key, row.number) in in_doubt:
                now_is = Standing.REVIEW_DUE
            by_key.setdefault(row.key, []).append((row, now_is))
        counts = {key: counting_row(versions) for key, versions in by_key.items()}
        return {key: (one[0], self._reviewed(view, *one)) for key, one in counts.items() if one is not None}

    def _reviewed(self, view: View, row: VersionRow, state: Standing) -> Standing:
        """Return a standing with the review that is due by its date."""
        due = self._due_of(view, row) if state is Standing.LIVE else date.max
        if due == date.max:
            return state
        if due < view.now.date():
            return Standing.REVIEW_DUE
        self._look_again_at(datetime.combine(due + timedelta(days=1), time(), view.now.tzinfo), view.now)
        return state

    def _due_of(self, view: View, row: VersionRow) -> date:
        """Return when a version's review is due; one that was not read yet says so when it is."""
        is_known = self._known.get(row.key, (b"", ""))[0] == row.id
        if row.id not in self._due and is_known:
            self._due[row.id] = glanced(view.rows, row).review_due_on or date.max
        return self._due.get(row.id, date.max)

    def _forget_reviewed(self, view: View) -> None:
        """Read again when the review of a version is due that was, and of what something became lately."""
        lately = life_rows.versions_since(view.rows, self._looked_at - _LATE) if self._looked_at else ()
        today = view.now.date()
        for version in (*lately, *(one for one, due in self._due.items() if due < today)):
            self._due.pop(version, None)
        self._looked_at = view.now

    def _look_again_at(self, at: datetime, now: datetime) -> None:
        if at > now and (self.stale_at is None or at < self.stale_at):
            self.stale_at = at

    def _standing(self, row: VersionRow, now: datetime) -> Standing:
        """Return what a version is by its columns alone."""
        times = (row.effective_from, row.effective_to)
        script = Script(row.key, {}, state=row.state, effective_from=times[0], effective_to=times[1])
        for at in times:
            if at is not None:
                self._look_again_at(at, now)
        return standing(script, now)

    def _refresh_uses(self, view: View) -> None:
        if self._uses_at is not None and view.now - self._uses_at < _USES_FRESH:
            return
        ages = dict(rows_of.ages_of_uses(view.rows, self._known, view.now))
        self._uses = {key: decayed(days) for key, days in ages.items()}
        today = {key: count for key, days in ages.items() if (count := sum(day < 1 for day in days))}
        self._today = tuple(nlargest(LIMIT, today, key=today.__getitem__))
        self._uses_at = view.now

    def _refresh_model(self, view: View) -> None:
        stamp = script_learning.stamp(view)
        if stamp != self._learned:
            self._learned, self._model = stamp, script_learning.model(view)
            self._index.revision += 1


def _entry(script: Script, state: Standing) -> Entry:
    return entry_of(script, shipped_synonyms(), standing=state.value)
