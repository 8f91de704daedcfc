"""What is known of a person before a dial."""

from datetime import date

from app.models.contact_chances import Facts
from app.services.contact_facts import facts

DAY = date(2026, 3, 2)


def test_ages_and_days_come_in_bands_and_attempts_are_counted_by_slot():
    about = {"age": "67", "department": "内科", "discharged_on": "2026-02-20", "area": "rural"}
    found = facts("ev", about, "H1", DAY, ({"ev": 1, "nn": 2}, "201"))
    assert found == Facts("ev", "60", "rural", "内科", 1, 2, "201", "8", "H1")


def test_what_a_frame_does_not_say_is_not_known():
    assert facts("em", {}, "", DAY, ({}, "")) == Facts("em")
    assert facts("em", {"age": "?", "visited_on": "2026-03-01"}, "", DAY, ({}, "")).days == "0"
    assert facts("em", {"age": "130"}, "", DAY, ({}, "")).age == "75"
