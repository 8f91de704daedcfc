from datetime import UTC, date, datetime

import pytest

from app.models.routing_rules import Condition, Facts, Rule, Table, calendars_of, first_fitting, fits, says

MONDAY = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
CALL = Facts("孩子发热39度，想问发热门诊", "phone_in", "consult.outbreak.testing", "City", "family", MONDAY)


def rule(unit="U01", **when):
    return Rule(unit or "on", Condition(**when), unit)


@pytest.mark.parametrize(
    "when",
    [
        {},
        {"channels": ("wechat", "phone_in")},
        {"categories": ("consult.outbreak",)},
        {"areas": (" city",)},
        {"callers": ("family",)},
        {"any_words": ("咳嗽", "发热")},
        {"all_words": ("孩子", "发热门诊")},
        {"days": ("mon",), "hours": ((510, 720),)},
        {"hours": ((1320, 660),)},
        {"calendar": "ems-office", "during": False},
    ],
)
def test_a_rule_fits_when_every_part_is_met(when):
    assert fits(rule(**when), CALL)


@pytest.mark.parametrize(
    "when",
    [
        {"channels": ("email",)},
        {"categories": ("consult.outbreak.test",)},
        {"areas": ("Harbor",)},
        {"callers": ("patient",)},
        {"any_words": ("咳嗽",)},
        {"all_words": ("孩子", "咳嗽")},
        {"days": ("tue",)},
        {"hours": ((720, 900),)},
        {"calendar": "ems-office"},
        {"channels": ("phone_in",), "areas": ("Harbor",)},
    ],
)
def test_a_rule_fits_not_when_one_part_is_not_met(when):
    assert not fits(rule(**when), CALL)


def test_a_calendar_is_met_while_it_is_open():
    working = Facts(at=MONDAY, open_now=frozenset({"county"}))
    assert fits(rule(calendar="county"), working)
    assert not fits(rule(calendar="county", during=False), working)


def test_a_rule_holds_within_its_days_only():
    spring = Rule("spring", unit="U01", from_on=date(2026, 3, 1), until_on=date(2026, 3, 2))
    assert fits(spring, CALL)
    assert not fits(spring, Facts(at=datetime(2026, 3, 3, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("two refunds please", "refund", True),
        ("prefund", "refund", False),
        ("she was refunded", "refund", False),
        ("she was refunded", "refund*", True),
        ("the café is closed", "CAFE", True),
        ("ｈｐｖ疫苗", "HPV", True),
        ("birth  certificate", "birth certificate", True),
        ("anything", "*", False),
    ],
)
def test_a_keyword_is_a_whole_word_in_any_case_width_or_number(text, word, said):
    assert fits(rule(any_words=(word,)), Facts(text)) is said
    assert says("医保报销比例", "报销")


def test_the_first_rule_that_fits_decides_and_says_what_it_heard():
    table = Table(rules=(rule("U01", areas=("Harbor",)), rule("U02", any_words=("发热", "孩子")), rule("U03")))
    found = first_fitting({"main": table}, CALL)
    assert found is not None
    assert (found.rule.unit, found.place, found.words) == ("U02", 1, ("发热", "孩子"))


def test_a_rule_goes_on_to_another_table_and_comes_back_where_nothing_fits_there():
    on = Rule("outbreak", Condition(categories=("consult.outbreak",)), table="outbreak")
    main = Table(rules=(on, rule("U09")))
    inside = Table("outbreak", (rule("U05", areas=("Harbor",)),))
    assert first_fitting({"main": main}, CALL).rule.unit == "U09"
    assert first_fitting({"main": main, "outbreak": inside}, CALL).rule.unit == "U09"
    harbor = Facts(category="consult.outbreak", area="Harbor", at=MONDAY)
    found = first_fitting({"main": main, "outbreak": inside}, harbor)
    assert (found.rule.unit, found.table, found.place) == ("U05", "outbreak", 0)


def test_a_circle_ends():
    tables = {"main": Table(rules=(Rule("a", table="b"),)), "b": Table("b", (Rule("c", table="main"),))}
    assert first_fitting(tables, CALL) is None


def test_the_calendars_that_rules_ask_about_are_known():
    assert calendars_of([Table(rules=(rule(calendar="county"), rule()))]) == {"county"}
