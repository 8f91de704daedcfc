"""The demo's rules are in force, its dispatches follow them, and the few that do not say why."""

from random import Random

from app.models.contacts import ContactDraft
from app.services import demo_routing, routing_rules, units
from app.services.demo_texts import table
from app.services.office import Office
from tests.desk import NOON, sign_in


def ruled(office: Office) -> Office:
    sign_in(office, "admin")
    for unit in table("units")["units"]:
        office.do(units.save_unit, unit["code"], name=unit["name"], area=unit["area"])
    office.do(demo_routing.publish)
    return office


def asked(category: str, unit: str) -> ContactDraft:
    return ContactDraft(b"c" * 16, NOON, category=category, unit=unit, summary="CT重复收费")


def test_the_rules_are_in_force_and_nothing_is_remarked_about_them(office: Office) -> None:
    standing = ruled(office).ask(routing_rules.standing)
    assert (standing.published.number, len(standing.published.rules)) == (1, 6)
    assert not standing.changed
    assert not standing.findings


def test_rules_that_are_in_force_already_stay(office: Office) -> None:
    assert ruled(office).do(demo_routing.publish).value == 1


def test_a_dispatch_follows_its_rule_and_keeps_it(office: Office) -> None:
    found = ruled(office).ask(demo_routing.advised, asked("complaint.fees", "H02"), Random(1))
    assert (found.unit, found.override) == ("HB1", None)
    assert found.suggested["rule"] == "重复收费 Charged twice"


def test_now_and_then_a_dispatch_goes_elsewhere_and_says_why(office: Office) -> None:
    ruled(office)
    rng = Random(1)
    found = [office.ask(demo_routing.advised, asked("complaint.fees", "H02"), rng) for _ in range(60)]
    elsewhere = [one for one in found if one.unit == "H02"]
    assert 0 < len(elsewhere) < 20
    assert all(one.override for one in elsewhere)


def test_a_dispatch_that_no_rule_is_about_stays_as_it_is(office: Office) -> None:
    draft = asked("howto.ecard", "IT")
    assert ruled(office).ask(demo_routing.advised, draft, Random(1)) == draft
