import pytest

from app.models.sample_weights import Worked, raked, trimmed


def test_those_who_respond_stand_for_those_who_do_not():
    stratum = Worked(size=1200, drawn=300, eligible=270, responded=135)
    assert stratum.base_weight == 4
    assert stratum.weight == 8
    assert stratum.weight * stratum.responded == pytest.approx(1200 * 270 / 300)
    assert Worked(10, 5, 5, 0).weight is None
    assert Worked(10, 0, 0, 0).base_weight == 0


def test_a_huge_weight_is_cut_and_the_sum_stays():
    found = trimmed([1, 1, 1, 1, 20])
    assert max(found) == 5
    assert sum(found) == pytest.approx(24)
    assert trimmed([1, 2, 3]) == [1, 2, 3]
    assert trimmed([]) == []


def test_what_is_cut_never_lifts_another_weight_over_the_limit():
    assert max(trimmed([1.0] * 6 + [4.9, 12.0])) == 5
    assert trimmed([1.0, 1.0, 40.0]) == [1, 1, 5]


def test_margins_are_met_together():
    sexes, ages = ["f", "f", "m", "m", "m"], ["old", "young", "old", "young", "young"]
    found = raked([1.0] * 5, [(sexes, {"f": 50, "m": 50}), (ages, {"old": 60, "young": 40})])
    for kinds, wanted in ((sexes, {"f": 50, "m": 50}), (ages, {"old": 60, "young": 40})):
        sums = {kind: sum(w for k, w in zip(kinds, found, strict=True) if k == kind) for kind in wanted}
        assert sums == pytest.approx(wanted, rel=1e-5)


def test_a_kind_without_a_wanted_total_keeps_its_weights():
    assert raked([2.0, 3.0], [(["a", "b"], {"a": 4, "c": 9})]) == pytest.approx([4, 3])
