"""Broken script files: some thousands of them, others each time; the seed of a failure stands in its message."""

import random

from benchmarks.script_fuzz import run

CASES = 2_000


def test_no_broken_file_makes_the_reader_fail_or_is_refused_without_a_line():
    found = run(CASES, random.SystemRandom().randrange(2**32))
    assert found.violations == [], "repeat it: python -m benchmarks.script_fuzz 2000 SEED"
    assert found.cases == CASES
    assert found.clean > CASES // 10
    assert len(found.codes) > 25
