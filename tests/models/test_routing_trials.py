from app.models.routing_rules import Condition, Facts, Rule, Table
from app.models.routing_trials import EXAMPLES, Past, try_all

FEES = Rule("fees", Condition(any_words=("fee", "收费")), "U03")
PAPERS = Rule("papers", Condition(any_words=("paper",)), "U04")
MAIN = {"main": Table(rules=(FEES, PAPERS))}


def test_each_rule_is_told_how_often_it_fired_and_how_often_people_agreed():
    many = [
        Past("1", Facts("a fee"), "U03"),
        Past("2", Facts("收费"), "U05"),
        Past("3", Facts("fee")),
        Past("4", Facts()),
    ]
    trial = try_all(MAIN, many)
    fees = trial.rules[0]
    assert (trial.looked, trial.fired, trial.judged, trial.agreed) == (4, 3, 2, 1)
    assert (fees.fired, fees.judged, fees.agreed, fees.differed) == (3, 2, 1, 1)
    assert (dict(fees.otherwise), fees.examples) == ({"U05": 1}, ["2"])


def test_a_rule_that_fits_too_and_sends_elsewhere_is_a_conflict():
    trial = try_all(MAIN, [Past("1", Facts("fee for a paper"), "U03"), Past("2", Facts("paper"), "U04")])
    assert trial.conflicts == 1
    assert dict(trial.rules[0].rivals) == {"papers": 1}


def test_a_few_examples_are_enough():
    trial = try_all(MAIN, [Past(str(number), Facts("fee"), "U09") for number in range(EXAMPLES + 3)])
    assert trial.rules[0].examples == [str(number) for number in range(EXAMPLES)]


def test_a_table_that_another_one_goes_on_to_is_tried_too():
    tables = {"main": Table(rules=(Rule("on", table="more"),)), "more": Table("more", (FEES,)), "idle": Table("idle")}
    trial = try_all(tables, [Past("1", Facts("fee"), "U03")])
    assert [(one.table, one.fired) for one in trial.rules] == [("more", 1)]
