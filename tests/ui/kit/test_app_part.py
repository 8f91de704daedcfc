import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from app.ui.kit.app_part import AppPart


@pytest.fixture
def part(qapp):
    made = AppPart(QObject)
    yield made
    Shiboken.delete(made.get())


def test_it_is_made_once_and_belongs_to_the_application(part, qapp):
    assert part.get() is part.get()
    assert part.get().parent() is qapp


def test_it_is_made_again_when_it_went_with_an_application(part):
    first = part.get()
    Shiboken.delete(first)
    assert part.get() is not first


def test_without_an_application_there_is_none(monkeypatch):
    monkeypatch.setattr(QApplication, "instance", lambda: None)
    with pytest.raises(RuntimeError):
        AppPart(QObject).get()
