"""A plan has room for its questions in a small window, in both sizes of text: what does not fit is scrolled to."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.models.campaigns import LeftOut
from app.ui.kit import languages, theme
from app.ui.panes.campaigns.asking import preview
from app.ui.panes.campaigns.draw_form import DrawForm
from app.ui.panes.campaigns.pane import CampaignsPane
from app.ui.panes.campaigns.plan_area import PlanArea
from tests.services.drawing import plan
from tests.windows import put_up


@pytest.fixture(params=["normal", "large"])
def asked(request, desk, jobs, qtbot) -> Iterator[DrawForm]:
    """A plan in a window of 1280 × 720 that has been checked, its rules open."""
    theme.of_app().apply(text_size=request.param)
    pane = CampaignsPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(*((1174, 597) if request.param == "large" else (1196, 605)))
    pane.plan()
    put_up(qtbot, pane)
    yield pane.plan_form
    theme.of_app().apply(text_size="normal")


def editors(form: DrawForm) -> list[QWidget]:
    forms = (form.form, form.calling.windows, form.calling.rules.form)
    return [one.editor(name) for one in forms for name in one.names()]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_that_a_plan_asks_is_cut_while_its_rules_are_open(asked, desk, qtbot, language):
    languages.of_app().use(language)
    found = desk.ask(preview, plan(people=5))
    asked.show_plan(found.planned, found.forecast)
    assert asked.said.isVisible()
    asked.calling.rules.set_open(True)
    area = asked.findChild(PlanArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    assert not asked.said.isVisible()
    for one in editors(asked):
        assert one.height() >= one.sizeHint().height(), one.objectName()
        row = one.parentWidget()
        right = row.mapTo(area.viewport(), QPoint(row.width(), 0)).x()
        assert right <= area.viewport().width(), one.objectName()
        assert row.findChild(QLabel).width() >= row.findChild(QLabel).sizeHint().width(), one.objectName()


def test_three_strata_are_seen_after_a_check_and_whoever_is_left_out_is_told_on_one_line(asked, desk, qtbot):
    found = desk.ask(preview, plan(people=5))
    left_out = {why: 1200 + place for place, why in enumerate(LeftOut)}
    asked.show_plan(replace(found.planned, left_out=left_out), found.forecast)
    header, row = asked.view.horizontalHeader(), asked.view.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: asked.view.height() >= header.height() + 3 * row)
    assert asked.left_out.height() < 2 * asked.left_out.fontMetrics().lineSpacing()
    assert "1,201" in asked.left_out.toolTip()
    area = asked.findChild(PlanArea)
    assert theme.of_app().text_size == "large" or not area.verticalScrollBar().isVisible()


def test_what_has_the_keyboard_is_in_sight(asked, qtbot):
    asked.calling.rules.set_open(True)
    for one in editors(asked):
        one.setFocus()
        qtbot.waitUntil(lambda one=one: one.visibleRegion().boundingRect() == one.rect())


def test_usual_hours_of_calling_are_read_whole(asked, qtbot):
    windows = asked.calling.windows
    for name, hours in (("em", "08:00-09:00"), ("hd", "09:00-11:30 15:00-20:00"), ("op", "09:00-11:30 14:00-18:00")):
        line: QLineEdit = windows.editor(name)
        line.setText(hours)
        qtbot.waitUntil(lambda line=line: line.width() > 100)
        assert line.fontMetrics().horizontalAdvance(hours) + 20 <= line.width(), (hours, line.width())
