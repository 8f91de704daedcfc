import pytest

from app.models.routing_rules import Condition, Rule, Table
from app.services import routing_rules
from app.ui.panes.settings.rules_page import RulesPage

FEES = Rule("Fees", Condition(any_words=("bill",)), "C11")
REST = Rule("Rest", Condition(areas=("City",)), "H01")


@pytest.fixture
def page(jobs, directory, qtbot):
    made = RulesPage(jobs)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def filled(office, page):
    office.do(routing_rules.publish, Table(rules=(FEES, REST)))
    page.refresh()
    return page


def names(page):
    return [line.rule.name for line in page.model.lines]


def test_a_rule_is_added_kept_and_decides_once_it_is_published(office, page):
    page.add_rule()
    page.form.form.set_values({"rule_name": "Fees", "unit": "C11", "any_words": ("bill",)}, clear=False)
    page.form.submit()
    assert (names(page), page.can_publish()) == (["Fees"], True)
    assert office.ask(routing_rules.published) == {}
    page.publish_rules()
    assert office.ask(routing_rules.published)["main"].rules == (FEES,)
    assert not page.can_publish()


def test_rules_are_moved_and_taken_out_by_key(filled):
    filled.view.select(1)
    assert (filled.can_move_up(), filled.can_move_down()) == (True, False)
    filled.move_up()
    assert (names(filled), filled.line().rule.name) == (["Rest", "Fees"], "Rest")
    filled.move_down()
    assert names(filled) == ["Fees", "Rest"]
    filled.view.select(0)
    filled.delete_rule()
    assert names(filled) == ["Rest"]


def test_a_rule_is_corrected_in_its_place(filled):
    filled.view.select(1)
    filled.edit_rule()
    filled.form.form.set_values({"due": "soon"}, clear=False)
    filled.form.submit()
    assert filled.form.asking
    filled.form.form.set_values({"due": "2bd"}, clear=False)
    filled.form.submit()
    assert [line.rule.due for line in filled.model.lines] == ["", "2bd"]


def test_a_dead_rule_is_shown_with_the_one_that_covers_it(filled):
    filled.view.select(1)
    filled.edit_rule()
    filled.form.form.set_values({"any_words": ("bill",), "areas": ()}, clear=False)
    filled.form.submit()
    assert filled.model.lines[1].others == ("Fees",)
    assert "Never fires: Fees" in filled._found.text()


def test_a_rule_that_leads_in_a_circle_is_opened_with_the_reason_beside_its_field(office, filled):
    office.do(routing_rules.publish, Table("night", (Rule("Back", Condition(areas=("City",)), table="main"),)))
    office.do(routing_rules.save, Table(rules=(FEES, Rule("On", Condition(areas=("City",)), table="night"))))
    filled.refresh()
    filled.publish_rules()
    assert filled.form.asking
    assert filled.form.form.value("rule_name") == "On"
    assert "main → night → main" in filled.form.form.editor("table").accessibleDescription()


def test_publishing_says_which_rules_never_fire(office, filled):
    dead = Rule("Bills of the city", Condition(any_words=("bill",), areas=("City",)), "H01")
    office.do(routing_rules.save, Table(rules=(FEES, dead, REST)))
    filled.refresh()
    filled.publish_rules()
    assert filled.strip.current.text == "Published as version 3. Rules that never fire: Bills of the city"


def test_a_trial_stands_beside_the_rules_until_they_change(filled):
    filled.test_rules()
    assert filled.model.lines[0].trial.fired == 0
    assert "Of 0 past inquiries" in filled._found.text()
    filled.move_down()
    assert filled.model.lines[0].trial is None


def test_another_table_is_worked_on_by_itself(office, filled):
    office.do(routing_rules.publish, Table("night", (REST,)))
    filled.refresh()
    assert filled.tables.isVisible()
    filled._go_to_table(1)
    assert names(filled) == ["Rest"]
    filled.add_rule()
    assert filled.leave_form()
    assert not filled.leave_form()


def test_the_table_goes_to_the_bottom_where_nothing_is_said_of_the_rules(filled):
    filled.view.select(0)
    assert filled.view.geometry().bottom() == filled.rect().bottom()
    filled.view.select(1)
    filled.edit_rule()
    filled.form.form.set_values({"any_words": ("bill",), "areas": ()}, clear=False)
    filled.form.submit()
    filled.view.select(1)
    assert filled._found.isVisible()
