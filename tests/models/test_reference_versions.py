"""Every kind of reference data has versions under a name, and nothing in them is ever written over."""

from app.models.entities import ENTITIES
from app.models.journal import Field, Kind
from app.models.reference_versions import versioned


def test_versions_are_facts_of_one_shape() -> None:
    for name in ("calendar", "sla_policy", "rule", "ladder"):
        entity = ENTITIES[name]
        assert entity.fact
        fields = [one.name for one in entity.fields if one.name != "published"]
        assert fields == ["name", "number", "content", "at", "by"]


def test_a_kind_may_say_more_of_a_version() -> None:
    made = versioned("menu", Field("published", Kind.FACT, "INTEGER"))
    assert [one.name for one in made.fields][:4] == ["name", "number", "published", "content"]
