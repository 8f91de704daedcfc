from datetime import UTC

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.panes.work.conflicts import ConflictBanner
from app.ui.panes.work.words import Words


@pytest.fixture
def banner(words: Words, qtbot) -> ConflictBanner:
    made = ConflictBanner(words)
    qtbot.addWidget(made)
    made.resize(500, 200)
    return made


def test_both_values_are_shown_and_one_can_be_kept(banner: ConflictBanner, qtbot) -> None:
    banner.show_conflicts((("category", ("complaint", "billing")),), UTC)
    buttons = [one for one in banner.findChildren(QPushButton) if one.isVisibleTo(banner)]
    assert [one.text() for one in buttons] == ["Keep “Complaint”", "Keep “Billing”"]
    with qtbot.waitSignal(banner.kept) as kept:
        buttons[1].click()
    assert kept.args == ["category", "billing"]


def test_a_state_in_conflict_is_told_and_settled_by_the_next_step(banner: ConflictBanner) -> None:
    banner.show_conflicts((("state", ("closed", "returned")),), UTC)
    assert "Closed / Returned" in {label.text() for label in banner.findChildren(QLabel)}
    assert banner.findChildren(QPushButton) == []


def test_a_deleted_inquiry_that_was_changed_leads_to_where_it_is_decided(banner: ConflictBanner) -> None:
    banner.show_conflicts((("deleted_at", ("2026-03-02T04:00:00+00:00", "")),), UTC)
    assert any("Settings, Hub" in label.text() for label in banner.findChildren(QLabel))
    assert banner.findChildren(QPushButton) == []


def test_without_a_conflict_there_is_no_banner(banner: ConflictBanner) -> None:
    banner.show_conflicts((("state", ("closed", "returned")),), UTC)
    banner.show_conflicts((), UTC)
    assert not banner.isVisibleTo(None)
