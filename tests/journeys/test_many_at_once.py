"""Several inquiries are handed over, merged, taken apart, redone by keys; callers about one thing get one answer."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.inquiries import State
from app.services import clusters, inquiries, inquiry_steps, settings, units
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.panes.intake import duplicate_hints
from tests.desk import NOON, sign_in
from tests.journeys.test_a_supervisor_without_a_mouse import Keyboard
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.supervised import dispatch
from tests.windows import put_up

_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_QUIET = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing", extend=True)


@pytest.fixture
def waiting(office: Office) -> list[bytes]:
    """Three inquiries of wang about one thing."""
    sign_in(office, "admin")
    office.do(settings.change, cluster_steps="3")
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="Clinic H01")
    sign_in(office, "wang")
    found = [dispatch(office, f"No hot water on ward {number}", 5 + number) for number in range(3)]
    office.sign_in(None)
    return found


def _marks_all(operator: Operator, keys: Keyboard) -> Any:
    """Go to My work, mark everything and go to what can be done with it."""
    assert keys.strike(Qt.Key.Key_2, held=_CTRL) == "work.inquiries"
    keys.strike(Qt.Key.Key_A, held=_CTRL)
    assert keys.strike(Qt.Key.Key_M, held=_CTRL | _SHIFT) == "work.marked.hand_over"
    return operator.window.desk.panes.pane("work")


def _to(keys: Keyboard, name: str) -> None:
    for _ in range(12):
        if keys.at == name:
            return
        keys.strike(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached, but {keys.at}")


def _states(office: Office, chosen: list[bytes]) -> list[str]:
    return sorted(office.ask(inquiries.detail, one).row.state.value for one in chosen)


@_QUIET
def test_marked_ones_are_merged_taken_apart_and_handed_over_by_keys(office, waiting, tmp_path: Path, qtbot) -> None:
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        put_up(qtbot, operator.window)
        keys = Keyboard(operator)
        work = _marks_all(operator, keys)
        _to(keys, "work.marked.merge")
        assert keys.strike(Qt.Key.Key_Space) == "work.marked_step.form.into"
        assert keys.save() == "work.inquiries"
        assert _states(office, waiting) == ["dispatched", "merged", "merged"]
        keys.strike(Qt.Key.Key_Z, held=_CTRL | _ALT)
        assert _states(office, waiting) == ["dispatched"] * 3
        assert work.strip.current.text == "Taken apart again"
        keys.strike(Qt.Key.Key_Escape)
        _marks_all(operator, keys)
        assert keys.strike(Qt.Key.Key_Space) == "work.marked_step.form.person"
        keys.strike(Qt.Key.Key_Down, Qt.Key.Key_Tab)
        keys.write("On leave")
        assert keys.save() == "work.inquiries"
        owners = {office.ask(inquiries.detail, one).row.owner for one in waiting}
        assert len(owners) == 1
        assert operator.window.desk.person.id not in owners


@_QUIET
def test_what_was_answered_badly_is_redone_by_keys(office: Office, waiting, tmp_path: Path, qtbot) -> None:
    sign_in(office, "wang")
    office.do(inquiry_steps.take, waiting[0], "answered", note="Warm again")
    office.do(inquiry_steps.take, waiting[0], "review")
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("li")
        put_up(qtbot, operator.window)
        keys = Keyboard(operator)
        operator.gives("go.work")
        work = operator.window.desk.panes.pane("work")
        work.show_inquiry(waiting[0])
        operator.rests()
        work.detail.setFocus()
        _to(keys, "work.more")
        keys.strike(Qt.Key.Key_Space)
        menu = QApplication.activePopupWidget()
        while menu.activeAction() is None or menu.activeAction().objectName() != "work.redo":
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        operator.rests()
        assert keys.at.startswith("work.step.form.")
        keys.write("Cold again")
        keys.save()
        assert office.ask(inquiries.detail, waiting[0]).row.state is State.REDO


def _reads(strip: Any, wanted: str) -> None:
    """Close messages until the wanted one is on the screen."""
    while strip.current is not None and strip.current.text != wanted:
        strip.dismiss()
    assert strip.current is not None


def _calls_about_the_same(operator: Operator, qtbot: Any) -> None:
    """Take another caller, whose inquiry is put beside the one that is hinted at."""
    operator.is_rung("139 0000 1111")
    operator.gives("intake.pick_up")
    state = operator.intake.front.state
    due_at = NOON + timedelta(hours=30)
    said = {"category": "consult.immunization.hpv", "summary": "No hot water on ward 2", "unit": "H01"}
    for name, value in {**said, "due_at": due_at, "dispatch_reason": "Agreed"}.items():
        state.edit(name, value)
    for question, answer in (("concerns", "nobody"), ("wants_callback", "no"), ("identity_consent", "no")):
        state.answer(question, answer)
    operator.rests()
    operator.until(operator.intake.front.what.hints.isVisible)
    operator.gives("intake.join_hint")
    operator.gives("intake.dispatch")
    operator.rests()
    assert operator.intake.front.blank


@_QUIET
def test_callers_about_one_incident_get_one_answer(office, waiting, tmp_path: Path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(duplicate_hints, "DELAY_MS", 1)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("li")
        put_up(qtbot, operator.window)
        keys = Keyboard(operator)
        operator.gives("go.work")
        work = operator.window.desk.panes.pane("work")
        work.list.show_listing(Listing(mine=False))
        operator.rests()
        _marks_all(operator, keys)
        _to(keys, "work.marked.together")
        keys.strike(Qt.Key.Key_Space)
        keys.save()
        _reads(work.strip, "An incident grows: No hot water on ward 0, 3 inquiries within a day")
        _calls_about_the_same(operator, qtbot)
        card = office.ask(clusters.card, waiting[0])
        assert (card.inquiries, card.open) == (4, 3)
        operator.gives("go.work")
        work.show_inquiry(card.cluster.lead)
        operator.rests()
        operator.gives("work.close")
        keys.write("Repaired")
        keys.save()
        operator.hands.press("work.cluster.all", Qt.Key.Key_Space)
        operator.rests()
        assert {one.state for one in office.ask(clusters.members, card.cluster.id)} == {State.CLOSED}
