from datetime import date

from app.models.routing_checks import Finding, RuleRemark
from app.models.routing_rules import Condition, Facts, Rule, Table
from app.models.routing_trials import Past, try_all
from app.services.routing_rules import Standing
from app.ui.kit import languages
from app.ui.panes.settings.rules_model import RulesTable, lines_of, remark_in_words

RULES = (
    Rule("Fees", Condition(any_words=("bill",)), "U01", urgency="high", due="2bd", until_on=date(2026, 12, 31)),
    Rule("Again", Condition(any_words=("bill",)), table="more"),
)
STANDING = Standing(Table(rules=RULES), Table(), (Finding(RuleRemark.DEAD, 1, (0,)),))


def test_each_rule_is_shown_with_what_is_worth_knowing(qtmodeltester, qapp):
    languages.of_app().use("en")
    trial = try_all({"main": Table(rules=RULES)}, [Past("1", Facts("a bill"), "U01")])
    lines = lines_of(STANDING, trial, str.lower)
    model = RulesTable()
    model.show_lines(lines)
    qtmodeltester.check(model)
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(2)]
    assert rows[0][:4] == ["1", "Fees", "“bill”", "u01"]
    assert rows[0][4].startswith("High · 2 business day")
    assert rows[0][5:] == ["– 2026-12-31", "fires 1, right 1 of 1", ""]
    assert (rows[1][3], rows[1][7]) == ("→ more", "Never fires")
    assert [remark_in_words(line) for line in lines] == ["", "Never fires: Fees"]
