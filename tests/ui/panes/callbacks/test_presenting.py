"""Outcomes are found by key, code and word; numbers stay covered until a call is taken."""

from dataclasses import replace
from datetime import timedelta

from app.models.callbacks import CallbackReason
from app.models.units import Unit
from app.services import callback_rules, callback_sheets
from app.services.office import Office
from app.store import callback_attempts
from app.ui.panes.callbacks import presenting
from tests.desk import NOON
from tests.services.calling import campaign, promised

OFFERED = callback_rules.table().offered(CallbackReason.CAMPAIGN)


def codes(text: str, language: str = "en") -> list[str]:
    return [code for code, _, _ in presenting.offered(text, OFFERED, language)]


def test_an_outcome_is_found_by_its_key_its_code_or_a_word() -> None:
    assert codes("1")[0] == "110"
    assert codes("2")[:2] == ["201", "202"]
    assert codes("23") == ["231", "232", "233", "234"]
    assert codes("busy") == ["202"]
    assert codes("占线", "zh_CN") == ["202"]
    assert codes("")[:3] == ["110", "201", "202"]


def test_what_a_call_is_about_names_campaign_and_frame(office: Office) -> None:
    (only,) = campaign(office, 1)
    sheet = office.ask(callback_sheets.of, only)
    assert presenting.about(sheet, "en") == "Campaign · Spring · ward: 3"
    of_frame = replace(sheet, case=replace(sheet.case, about={"discharged_on": "2026-02-20", "kind": "inpatient"}))
    assert presenting.about(of_frame, "en") == "Campaign · Spring · Discharged on: 2026-02-20 · Kind: Inpatients"
    assert presenting.about(of_frame, "zh_CN").endswith("出院日期：2026-02-20 · 类别：住院患者")
    man = replace(of_frame, case=replace(sheet.case, about={"sex": "m"}))
    assert [presenting.about(man, one).rpartition(" · ")[2] for one in ("en", "zh_CN")] == ["Sex: Male", "性别：男"]
    unit = Unit(b"", "T01", "城关镇卫生院", "Chengguan Clinic")
    known = replace(of_frame, case=replace(sheet.case, about={"institution": "T01"}), unit=unit)
    assert presenting.about(known, "en").endswith("Institution: Chengguan Clinic")
    assert presenting.about(known, "zh_CN").endswith("城关镇卫生院")
    assert presenting.who(sheet) == "Patient 0"
    owed = office.ask(callback_sheets.of, promised(office))
    assert presenting.who(owed) == "138 **** 0001"
    assert presenting.about(owed, "zh_CN") == "承诺回拨 · The answer"
    assert [presenting.rings(seconds) for seconds in (0, 3, 4, 25)] == [1, 1, 2, 7]
    assert presenting.outcome("999", OFFERED, "en") == "999"


def test_the_history_says_of_a_call_that_it_was_dialed_under_an_old_fence(office: Office) -> None:
    owed = promised(office)
    for seq, fence in ((1, 2), (2, 1)):
        at = (NOON + timedelta(minutes=seq)).isoformat()
        with office.store.write("wang") as tx:
            told = {"callback": owed.hex(), "station": f"s{seq}", "seq": 1, "at": at, "direction": "out"}
            tx.add("attempt", {**told, "fence": fence})
    log = callback_attempts.log_of(office.store.rows, owed)
    assert [("late" in presenting.attempt(one, log, OFFERED, "en")[1]) for one in log] == [False, True]


def test_numbers_end_below_each_other():
    lines = presenting.in_line([("Not due yet", "9"), ("Outside the hours for calls", "127")])
    assert lines == ["\u2007\u20079   Not due yet", "127   Outside the hours for calls"]
    assert presenting.in_line([]) == []
