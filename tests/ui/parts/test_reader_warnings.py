"""What is said before an answer is read out."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from app.services.script_reading import OpenScript
from app.ui.kit import languages
from app.ui.parts.readable import More
from app.ui.parts.reader_warnings import Warnings


@pytest.fixture
def warnings(qtbot) -> Warnings:
    made = Warnings()
    qtbot.addWidget(made)
    return made


def said(warnings: Warnings, script: OpenScript, more: More | None = None) -> list[str]:
    warnings.show_script(script, more or More())
    return [f"{one.tone}: {one.text}" for one in warnings.shown]


def test_a_valid_script_needs_no_warning(warnings: Warnings, opened: OpenScript) -> None:
    assert said(warnings, opened) == []
    assert warnings.isHidden()


@pytest.mark.parametrize(
    ("standing", "tone", "word"),
    [
        ("withdrawn", "danger", "Withdrawn"),
        ("expired", "danger", "No longer valid"),
        ("coming", "warning", "Not valid yet"),
        ("draft", "warning", "Not approved"),
        ("review", "warning", "Not approved"),
        ("review_due", "warning", "review was due on 2027-06-30"),
    ],
)
def test_what_is_not_simply_valid_is_said(warnings, opened: OpenScript, standing: str, tone: str, word: str) -> None:
    (line,) = said(warnings, replace(opened, standing=standing))
    assert line.startswith(tone)
    assert word in line
    assert not warnings.isHidden()


def test_a_withdrawn_script_says_why_and_leads_to_what_is_read_instead(warnings: Warnings, opened, qtbot) -> None:
    gone = replace(opened, standing="withdrawn", withdrawn_because="new order", successor="flu", successor_title="Flu")
    assert said(warnings, gone) == ["danger: Withdrawn. Do not give this answer to anyone. Reason: new order"]
    button = warnings.findChild(QPushButton, "reader.successor")
    assert button.text() == "Read instead: Flu"
    with qtbot.waitSignal(warnings.wanted) as wanted:
        button.click()
    assert wanted.args == ["flu"]


def test_what_stood_here_until_now_is_named(warnings: Warnings, opened: OpenScript) -> None:
    (newer,) = said(warnings, replace(opened, version=3), More(replaced=2))
    assert newer.startswith("warning: Version 3 has just replaced version 2")
    (older,) = said(warnings, replace(opened, version=1), More(replaced=2))
    assert older.startswith("danger: Version 2, which stood here, has just been withdrawn")


def test_a_script_that_several_people_doubt_says_so(warnings: Warnings, opened: OpenScript) -> None:
    warnings.show_script(replace(opened, standing="review_due", doubted_on=date(2026, 3, 2)), More())
    (found,) = warnings.shown
    assert (found.tone, "Several people" in found.text) == ("warning", True)


def test_a_script_that_ends_soon_says_its_last_day(warnings: Warnings, opened: OpenScript) -> None:
    ending = replace(opened, expires_soon=True, expires_on=date(2026, 3, 9))
    assert said(warnings, ending) == ["warning: About to expire: its last day is 2026-03-09."]
    assert said(warnings, replace(ending, standing="expired")) == [
        "danger: No longer valid. Do not give this answer to anyone."
    ]


def test_a_change_since_the_last_call_is_said(warnings: Warnings, opened: OpenScript) -> None:
    assert said(warnings, replace(opened, changed=True)) == ["warning: Changed since this caller was given it last."]


def test_what_the_wording_is_not_is_said(warnings: Warnings, opened: OpenScript) -> None:
    lines = said(warnings, replace(opened, given_up=("language", "plain", "audience")), More(("patient",), "nurse"))
    assert lines == [
        "accent: Not written in your language; shown in English.",
        "accent: There is no plain wording yet.",
        "accent: No wording of its own for this kind of caller: Nurse.",
    ]
    assert said(warnings, replace(opened, plain=True, given_up=("plain",))) == [
        "accent: There is only a plain wording."
    ]


def test_warnings_follow_the_language_of_the_window(warnings: Warnings, opened: OpenScript, qtbot) -> None:
    said(warnings, replace(opened, standing="withdrawn"))
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "撤回" in warnings.accessibleName())
