"""What the read log keeps of a reading."""

from app.models.access import ACCESS, SCOPE, Access


def test_a_reading_is_a_fact_in_a_scope_of_its_own() -> None:
    assert ACCESS.fact
    assert SCOPE not in ("center", "program")
    assert {one.name for one in ACCESS.fields} >= {"did", "record", "person", "why", "at"}
    assert {one.value for one in Access} == {"opened", "revealed", "exported"}
