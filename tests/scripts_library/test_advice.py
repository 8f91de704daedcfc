from datetime import UTC, datetime, timedelta

from app.scripts_library.advice import advise
from app.scripts_library.findings import Finding, Level
from app.scripts_library.script import Variant
from tests.scripts_library.making import small

NOW = datetime(2026, 3, 5, 4, tzinfo=UTC)


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found]


def test_a_sound_script_needs_no_advice():
    assert advise(small(), NOW) == ()


def test_an_end_that_has_passed_is_told_from_its_very_moment():
    assert codes(advise(small(effective_to=NOW), NOW)) == ["ended-already"]
    assert advise(small(effective_to=NOW + timedelta(seconds=1)), NOW) == ()


def test_what_takes_over_a_minute_to_say_is_told_with_its_wording():
    long = Variant("zh", "nurse", plain=True, say="请来。" * 150)
    (found,) = advise(small(variants=(Variant("en", say="Come."), long)), NOW)
    assert (found.code, found.place, found.facts["variant"]) == ("saying-long", ("body", "2"), "zh · nurse · plain")
    assert int(found.facts["seconds"]) > 60


def test_what_is_hard_to_follow_is_a_warning():
    hard = Variant("zh", say="请" * 50)
    (found,) = advise(small(variants=(hard,)), NOW)
    assert (found.code, found.level, found.facts["figure"]) == ("reading-hard", Level.WARNING, "50.0")
