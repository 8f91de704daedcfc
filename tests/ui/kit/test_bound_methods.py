import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from app.ui.kit.bound_methods import alive, call, owner_of


class Thing(QObject):
    def __init__(self):
        super().__init__()
        self.got = []

    def take(self, value):
        self.got.append(value)


def test_the_owner_is_the_object_behind_the_first_callback(qapp):
    one, other = Thing(), Thing()
    assert owner_of(None, one.take, other.take) is one
    assert owner_of(None, None) is None


def test_what_is_not_bound_is_refused():
    with pytest.raises(TypeError):
        owner_of(lambda: None)


def test_a_callback_of_a_deleted_object_is_not_called(qapp):
    thing = Thing()
    take = thing.take
    call(take, 1)
    Shiboken.delete(thing)
    call(take, 2)
    assert thing.got == [1]
    assert not alive(thing)


def test_objects_without_a_cpp_half_live(qapp):
    assert alive([])
