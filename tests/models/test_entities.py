"""Every entity has its projection, column by column, and a rank for every state."""

from app.models.entities import ENTITIES
from app.models.inquiries import STATE_ORDER, State
from app.models.inquiry_steps import TRANSITIONS
from app.models.journal import Kind
from app.services.office import Office


def test_every_field_has_its_column(office: Office) -> None:
    for name, entity in ENTITIES.items():
        columns = {str(row[1]) for row in office.store.rows.all(f"PRAGMA table_info({name})")}
        assert {"id", "conflicts", *(one.name for one in entity.fields)} <= columns, name


def test_facts_hold_only_facts() -> None:
    for entity in ENTITIES.values():
        assert all((one.kind is Kind.FACT) == entity.fact for one in entity.fields), entity.name


def test_every_state_has_a_rank_and_a_way_on() -> None:
    assert set(STATE_ORDER) == set(State)
    assert set(TRANSITIONS) == set(State)
