"""Searches and decisions are facts: written once, merged by nobody."""

from app.models.entities import ENTITIES
from app.models.journal import Kind
from app.models.script_searches import SCRIPT_DECISION, SCRIPT_SEARCH, EndedSearch, SearchEnd, SearchPlace


def test_searches_and_decisions_are_facts_of_the_journal() -> None:
    for entity in (SCRIPT_SEARCH, SCRIPT_DECISION):
        assert ENTITIES[entity.name] is entity
        assert entity.fact
        assert {one.kind for one in entity.fields} == {Kind.FACT}


def test_a_search_without_anything_opened_has_no_script() -> None:
    ended = EndedSearch("hpv", SearchEnd.NOTHING, SearchPlace.INTAKE)
    assert (ended.key, ended.rank, ended.first, ended.fits) == (None, None, None, False)
