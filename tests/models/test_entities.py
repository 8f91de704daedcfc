"""Every entity has its projection, column by column, and a rank for every state."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

from app import models
from app.models.entities import ENTITIES, HOMES
from app.models.inquiries import STATE_ORDER, State
from app.models.inquiry_steps import TRANSITIONS
from app.models.journal import Entity, Kind
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


def test_every_entity_that_a_module_defines_is_known_under_its_name() -> None:
    names = [one.name for one in pkgutil.iter_modules(models.__path__)]
    found = [
        (thing.name, name, label)
        for name in names
        for label, thing in vars(importlib.import_module(f"app.models.{name}")).items()
        if isinstance(thing, Entity) and label == label.upper()
    ]
    assert {name for name, _, _ in found} == set(ENTITIES)
    for name, _, label in found:
        assert label == name.upper()
    for name, home in HOMES.items():
        assert (name, home, name.upper()) in found


def test_what_there_is_is_known_without_loading_it() -> None:
    asked = (
        "import sys; from app.models.entities import ENTITIES; assert 'exam' in ENTITIES and 'nothing' not in ENTITIES;"
        "assert 'contest' in list(ENTITIES); print('app.models.exams' in sys.modules); ENTITIES['exam'];"
        "print('app.models.exams' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
    with pytest.raises(KeyError):
        ENTITIES["nothing"]
