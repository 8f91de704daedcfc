"""Errors carry facts, survive a thread's border, and belong to a family."""

import pickle

import pytest

from app.models.errors import AppError, CannotNow, FieldMissing, FieldWrong, WorldFailed, WrongKey


def test_an_error_keeps_its_facts() -> None:
    error = FieldMissing(field="unit")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is FieldMissing
    assert again.facts == {"field": "unit"}


def test_every_error_belongs_to_a_family() -> None:
    families = {FieldWrong, CannotNow, WorldFailed}
    for family in families:
        assert issubclass(family, AppError)
    assert issubclass(WrongKey, WorldFailed)
    with pytest.raises(WorldFailed):
        raise WrongKey(path="x")
