"""What the hub publishes of each entity, and what it keeps from readers."""

from app.models.entities import ENTITIES
from app.models.published import OPEN_TEXTS, PUBLISHED, WITHHELD


def _column(entity: str, name: str):
    return next(one for one in PUBLISHED[entity] if one.name == name)


def test_every_entity_has_a_table_and_no_field_takes_a_name_that_every_table_has():
    assert set(PUBLISHED) == set(ENTITIES)
    taken = {"id", "center", "changed_at", "conflicts"}
    assert not [name for name, columns in PUBLISHED.items() if taken & {one.name for one in columns}]


def test_columns_are_of_the_kind_of_their_field():
    kinds = {name: _column("inquiry", name).kind for name in ("opened_at", "owner", "state", "epoch")}
    assert kinds == {"opened_at": "time", "owner": "row", "state": "text", "epoch": "whole"}
    assert _column("batch", "undone_at").kind == "time"


def test_what_tells_who_somebody_is_counts_as_personal_and_secrets_are_not_published():
    for entity, name in (
        ("caller", "name"),
        ("caller_phone", "number_key"),
        ("inquiry", "details"),
        ("dnc", "number_key"),
    ):
        if any(one.name == name for one in PUBLISHED[entity]):
            assert _column(entity, name).personal, (entity, name)
    assert not _column("inquiry", "state").personal
    assert "password" not in {one.name for one in PUBLISHED["person"]}


def test_names_in_the_lists_are_fields_that_there_are():
    known = {one.name for entity in ENTITIES.values() for one in entity.fields}
    assert known >= OPEN_TEXTS
    assert all(name in ENTITIES[entity].by_name for entity, name in WITHHELD)
