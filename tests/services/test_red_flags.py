"""Symptoms are chosen by numbers and words, supervisors change them, and who took a person over is written down."""

import json

import pytest

from app.models.errors import FieldMissing
from app.services import opinions, red_flags
from tests.desk import sign_in

SIGNS = ("Chest pain", "Stroke", "Fever")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 3 since noon", "Chest pain, Fever: since noon"),
        ("2", "Stroke"),
        ("1、2，头晕", "Chest pain, Stroke: 头晕"),
        ("9 fever", "9 fever"),
        ("38.9 degrees", "38.9 degrees"),
        ("1 1", "Chest pain"),
        (" ", ""),
    ],
)
def test_numbers_stand_for_symptoms_and_words_follow(typed, said):
    assert red_flags.words(typed, SIGNS) == said


def test_who_takes_over_is_the_ambulance_the_institution_and_the_emergency_units(office):
    with office.store.write("li") as tx:
        for code, kind in (("U01", "hospital"), ("U02", "hospital"), ("E01", "emergency")):
            known = {"code": code, "name": f"单位{code}", "name_en": code, "kind": kind, "phone": "0591-1"}
            tx.add("unit", known)
    assert office.ask(red_flags.known, "en", "U01").takers == ("told to call 120", "U01 0591-1", "E01 0591-1")
    assert office.ask(red_flags.known, "zh_CN").takers == ("已告知拨打 120", "单位E01 0591-1")


def test_a_supervisor_publishes_other_symptoms_in_both_languages(office):
    first = office.ask(red_flags.known, "zh_CN").symptoms
    assert first[0] == "胸痛、胸闷"
    codes = [{"code": code, "text": {"en": code, "zh_CN": f"{code}病"}} for code in ("cough", "none")]
    text = json.dumps(
        {"format": 1, "id": "red-flags", "version": 2, "title": {"en": "R", "zh_CN": "危"}, "codes": codes}
    )
    sign_in(office, "li")
    assert office.do(opinions.publish_frame, text, file="red-flags.json").value == 2
    assert office.ask(red_flags.known, "en").symptoms == ("cough", "none")


def test_a_transfer_names_somebody(office):
    with pytest.raises(FieldMissing):
        office.do(red_flags.say_transfer, b"?" * 16, " ")
    assert red_flags.transfer_note("120", "en") == "Urgent: handed to 120"
