"""The shared search: what callers are given now can be found, and only what differs is indexed anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import NotSignedIn
from app.scripts_library.emitter import emit
from app.scripts_library.script import Script, Source, Variant
from app.services import everything, script_imports, script_life, script_shelf
from app.services.office import Office, View
from app.services.script_imports import ScriptText
from app.services.script_reading import Reading
from app.services.script_search import Refreshed, ScriptSearch
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock


def script(key: str, zh: str, en: str, **fields: object) -> Script:
    both = (Variant("zh", say="好。"), Variant("en", say="Yes."))
    return replace(Script(key, {"zh": zh, "en": en}, sources=(Source("Rule"),), variants=both), **fields)  # type: ignore[arg-type]


HOURS = script("hours", "门诊几点开门", "Opening hours of the clinic")
FLU = script("flu", "流感疫苗免费吗", "Is the flu vaccine free?")


def publish(office: Office, *scripts: Script, publish: bool = True):
    sign_in(office, "chen")
    texts = [ScriptText(f"{one.key}.md", emit(one)) for one in scripts]
    done = office.do(script_imports.import_scripts, texts, publish=publish)
    sign_in(office, "wang")
    return done


def found(office: Office, search: ScriptSearch, text: str, language: str = "en") -> list[str]:
    return [hit.key for hit in office.ask(search.query, text=text, language=language)]


def test_approved_scripts_are_found_and_drafts_are_not(office: Office) -> None:
    publish(office, HOURS)
    publish(office, FLU, publish=False)
    search = ScriptSearch()
    assert not search.is_ready
    assert office.ask(search.refresh) == Refreshed(1, 0, 1)
    assert search.is_ready
    assert found(office, search, "opening") == ["hours"]
    assert found(office, search, "flu vaccine") == []


def test_a_script_whose_review_falls_due_says_so_from_that_day_on(office: Office, clock: FakeClock) -> None:
    publish(office, replace(HOURS, review_on=NOON.date() + timedelta(days=1)), FLU)
    search = ScriptSearch()
    office.ask(search.refresh)
    standings = [hit.standing for hit in office.ask(search.query, text="opening hours", language="en")]
    assert standings[0] == "live"
    assert search.stale_at is not None
    clock.advance(search.stale_at - clock.now())
    assert office.ask(search.refresh) == Refreshed(1, 0, 2)
    assert office.ask(search.query, text="opening hours", language="en")[0].standing == "review_due"
    assert office.ask(search.refresh) == Refreshed(0, 0, 2)
    sign_in(office, "chen")
    office.do(script_life.confirm, "hours", 1)
    office.ask(search.refresh)
    assert office.ask(search.query, text="opening hours", language="en")[0].standing == "live"


def test_a_window_that_starts_knows_what_is_due(office: Office, clock: FakeClock) -> None:
    publish(office, replace(HOURS, review_on=NOON.date() - timedelta(days=1)))
    late = ScriptSearch()
    office.ask(late.refresh)
    assert office.ask(late.query, text="opening hours", language="en")[0].standing == "review_due"


def test_only_what_differs_is_indexed_anew(office: Office) -> None:
    publish(office, HOURS, FLU)
    search = ScriptSearch()
    office.ask(search.refresh)
    revision = search.revision
    assert office.ask(search.refresh) == Refreshed(0, 0, 2)
    assert search.revision == revision
    publish(office, replace(HOURS, title={"zh": "门诊时间", "en": "When can I come?"}))
    assert office.ask(search.refresh) == Refreshed(1, 0, 2)
    assert found(office, search, "opening") == []
    (hit,) = office.ask(search.query, text="can i come", language="en")
    assert (hit.key, hit.version, hit.title) == ("hours", 2, "When can I come?")


def test_a_commit_says_whether_a_refresh_is_needed(office: Office) -> None:
    done = publish(office, HOURS)
    assert ScriptSearch.concerns(done.changes)
    assert not ScriptSearch.concerns(publish(office, HOURS).changes)


def test_time_makes_the_index_stale(office: Office, clock: FakeClock) -> None:
    publish(
        office,
        replace(HOURS, effective_from=NOON + timedelta(days=1)),
        replace(FLU, effective_to=NOON + timedelta(days=2)),
    )
    search = ScriptSearch()
    office.ask(search.refresh)
    assert search.stale_at == NOON + timedelta(days=1)
    assert found(office, search, "opening") == []
    clock.advance(timedelta(days=3))
    office.ask(search.refresh)
    assert search.stale_at is None
    assert found(office, search, "opening") == ["hours"]
    (hit,) = office.ask(search.query, text="flu", language="zh_CN")
    assert (hit.standing, hit.title) == ("expired", "流感疫苗免费吗")


def test_what_is_given_often_moves_up(office: Office) -> None:
    other = script("hours-2", "药房几点开门", "Opening hours of the pharmacy")
    publish(office, HOURS, other)
    with office.store.write("wang", now=NOON) as tx:
        for _ in range(30):
            tx.add("contact_script", {"contact": "00" * 16, "script": "hours-2", "at": NOON.isoformat()})
    search = ScriptSearch()
    office.ask(search.refresh)
    assert found(office, search, "opening hours") == ["hours-2", "hours"]


def test_a_script_that_is_gone_is_taken_out(office: Office) -> None:
    publish(office, HOURS, FLU)
    search = ScriptSearch()
    office.ask(search.refresh)
    from app.store.scripts import script_id

    with office.store.write("chen", now=NOON) as tx:
        tx.put("script", script_id("hours"), {"deleted_at": NOON.isoformat()})
    assert office.ask(search.refresh) == Refreshed(0, 1, 1)


def test_a_script_opens_from_the_search(office: Office) -> None:
    publish(office, HOURS)
    search = ScriptSearch()
    assert office.ask(search.open, key="hours", reading=Reading("en")).title == "Opening hours of the clinic"


def test_nobody_searches_without_signing_in(office: Office) -> None:
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(ScriptSearch().query, text="x", language="en")


def test_the_words_of_a_matter_come_before_what_else_its_category_holds(office: Office) -> None:
    topic, category = "consult/immunization/hpv", "consult.immunization"
    others = [script(f"shot-{one}", f"第{one}针", f"Shot number {one}", topic=topic) for one in range(12)]
    publish(office, *others, script("zz-lost", "接种本丢了", "Vaccination record lost", topic=topic), HOURS)
    search = ScriptSearch()
    office.ask(search.refresh)
    text = "child's vaccination record is lost"
    keys = [hit.key for hit in office.ask(search.suggest, category=category, text=text, language="en")]
    assert keys[0] == "zz-lost"
    assert len(keys) > 1


def test_before_anything_is_known_pins_and_own_favorites_are_suggested(office: Office) -> None:
    gone = script("gone", "旧的", "The old one", effective_to=NOON - timedelta(days=1))
    publish(office, HOURS, FLU, gone)
    sign_in(office, "li")
    for key in ("flu", "gone"):
        office.do(script_shelf.pin, key, NOON.date())
    sign_in(office, "wang")
    office.do(script_shelf.star, "hours", on=True)
    search = ScriptSearch()
    office.ask(search.refresh)
    suggested = office.ask(search.suggest, category="", text="", language="en")
    assert [hit.key for hit in suggested] == ["flu", "hours"]
    sign_in(office, "li")
    assert [hit.key for hit in office.ask(search.suggest, category="", text="", language="en")] == ["flu"]


def test_the_search_over_everything_gives_the_same_order(office: Office) -> None:
    publish(office, HOURS, FLU)
    search = ScriptSearch()
    office.ask(search.refresh)

    def asked(view: View, text: str, limit: int) -> list[str]:
        def of_scripts(words: str, most: int) -> Sequence[object]:
            return search.query(view, text=words, language="en", limit=most)

        return [one.key for one in everything.search(view, text, limit=limit, scripts=of_scripts).scripts]  # type: ignore[attr-defined]

    for text in ("vaccine hours", "mz", "free clinic"):
        assert office.ask(asked, text, 8) == found(office, search, text)
