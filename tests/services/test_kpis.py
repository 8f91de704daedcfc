"""Definitions of KPIs: shipped ones, those of a center, and which version holds when."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.kpis import check, from_json, to_json
from app.services import kpis
from app.services.office import Office
from tests.desk import sign_in


def test_what_ships_is_sound_and_says_how_it_is_computed():
    for one in kpis.shipped().values():
        check(one)
        assert all(words.en != words.zh_cn for words in (one.title, one.formula, one.source))


def test_a_new_version_holds_from_today_and_rewrites_nothing(office: Office) -> None:
    sign_in(office, "admin")
    former = office.ask(kpis.named, "direct_answer")
    assert office.do(kpis.save, replace(former, target=0.9)).value == 1
    assert office.do(kpis.save, replace(former, target=0.9)).value == 1
    assert office.ask(kpis.named, "direct_answer").target == 0.9
    assert office.ask(kpis.named, "direct_answer", date(2026, 3, 1)).target == 0.8
    assert [one.number for one in office.ask(kpis.versions, "direct_answer")] == [1, 0]


def test_a_center_adds_its_own_from_a_file(office: Office) -> None:
    sign_in(office, "admin")
    text = office.ask(kpis.export_text, "returned").replace('"returned"', '"ours"')
    assert office.do(kpis.import_text, text, file="x").value == [("ours", 1)]
    assert [one.id for one in office.ask(kpis.listed)][-1] == "ours"
    with pytest.raises(RecordGone):
        office.ask(kpis.named, "nobody")


def test_a_wrong_definition_or_person_saves_nothing(office: Office) -> None:
    kpi = office.ask(kpis.named, "direct_answer")
    with pytest.raises(NotAllowed):
        office.do(kpis.save, kpi)
    sign_in(office, "admin")
    with pytest.raises(FieldInvalid):
        office.do(kpis.save, replace(kpi, target=80.0))


def test_a_supervisor_sets_targets_and_what_misses_a_little_only_warns(office: Office) -> None:
    sign_in(office, "li")
    assert office.do(kpis.set_target, "on_time", target=0.9, warning=0.8).value == 1
    found = office.ask(kpis.named, "on_time")
    assert [found.warns(share) for share in (0.95, 0.85, 0.7)] == [False, True, False]
    assert from_json(to_json(found), file="x") == found
    for wrong in ({"target": 0.9, "warning": 0.95}, {"target": None, "warning": 0.5}, {"target": 0.9, "warning": -1.0}):
        with pytest.raises(FieldInvalid):
            office.do(kpis.set_target, "on_time", **wrong)
    with pytest.raises(RecordGone):
        office.do(kpis.set_target, "nothing", target=0.5)
    assert [one.number for one in {one.kpi.id: one for one in office.ask(kpis.defined)}["on_time"].history] == [1, 0]
