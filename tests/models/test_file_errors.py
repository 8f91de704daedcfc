"""Errors of files and of the machine are the world's: shown with a retry, and what was typed is kept."""

import pickle

from app.models import file_errors
from app.models.errors import WorldFailed


def test_every_error_here_is_of_the_world():
    found = [kind for kind in vars(file_errors).values() if getattr(kind, "__module__", "") == file_errors.__name__]
    assert len(found) > 10
    assert all(issubclass(kind, WorldFailed) for kind in found)


def test_the_facts_survive_a_way_between_processes():
    error = pickle.loads(pickle.dumps(file_errors.FileMissing(path="/x")))
    assert error.facts == {"path": "/x"}
