import pytest
from PySide6.QtGui import QDesktopServices

from app.services import callers
from app.ui.panes.intake.dialing import dial


@pytest.fixture
def dialed(monkeypatch):
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", found.append)
    return found


def test_a_number_is_handed_over_with_its_extension(jobs, dialed):
    assert dial(jobs, "0531-88886666转301", None) is None
    assert [url.toString() for url in dialed] == ["tel:+8653188886666;ext=301"]


def test_whoever_asked_not_to_be_called_is_not_and_it_is_said(jobs, office, met, dialed):
    caller = met("张三")
    office.do(callers.do_not_call, "", caller=caller)
    assert dial(jobs, "139 8765 4321", caller)().startswith("139 8765 4321 asked never to be called again")
    assert dialed == []
