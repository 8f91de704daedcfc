"""Rates and intervals on the line: they need neither a database nor a person."""

import json

import pytest

from app.cli import main

T1 = "I=5,P=3,R=2,NC=1,O=2,UH=1,UO=1,NE=1"


def answer(capsys, *words):
    assert main(["--lang", "en", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_rates_are_printed_from_counts(capsys):
    found = answer(capsys, "rates", "--counts", T1, "--e", "0.5")
    assert found["rates"]["RR1"] == pytest.approx(1 / 3)
    assert found["rates"]["LOC2"] == pytest.approx(39 / 42)
    assert len(found["rates"]) == 18
    assert found["e"] == 0.5
    assert main(["--lang", "en", "rates", "--counts", T1, "--e", "0.5"]) == 0
    assert "RR1\t0.333333\t5/15" in capsys.readouterr().out


def test_an_undefined_rate_is_null_and_a_dash(capsys):
    assert answer(capsys, "rates", "--counts", "UO=1", "--e", "0.3")["rates"]["COOP1"] is None
    assert main(["--lang", "en", "rates", "--counts", "UO=1"]) == 0
    assert "RR3\t–\t0/–" in capsys.readouterr().out


@pytest.mark.parametrize("counts", ["I=5,X=1", "I=five", "I", "I=-1", "I=nan"])
def test_counts_that_are_none_are_wrong_usage(counts, capsys):
    assert main(["--lang", "en", "rates", "--counts", counts]) == 2
    assert "--counts" in capsys.readouterr().err


def test_wilson_is_printed_with_and_without_a_population(capsys):
    assert answer(capsys, "stats", "wilson", "270", "300")["low"] == pytest.approx(0.860834, abs=5e-7)
    found = answer(capsys, "stats", "wilson", "270", "300", "--population", "1196")
    assert (found["low"], found["high"]) == pytest.approx((0.866695, 0.925698), abs=5e-7)
    assert answer(capsys, "stats", "wilson", "0", "20", "--continuity")["high"] == pytest.approx(0.2005, abs=5e-5)


@pytest.mark.parametrize(
    "words",
    [
        ("wilson", "5", "4"),
        ("wilson", "1", "4", "--population", "3"),
        ("wilson", "1", "4", "--population", "9", "--continuity"),
        ("difference", "5", "4", "1", "2"),
        ("wilson", "1", "0"),
    ],
)
def test_numbers_that_cannot_be_are_wrong_usage(words):
    assert main(["--lang", "en", "stats", *words]) == 2


def test_a_difference_is_printed_with_its_test(capsys):
    found = answer(capsys, "stats", "difference", "264", "300", "246", "300")
    assert found["estimate"] == pytest.approx(0.06)
    assert (found["low"], found["z"]) == pytest.approx((0.002701, 2.057983), abs=5e-7)


def test_strata_are_read_from_a_table(tmp_path, capsys):
    table = tmp_path / "strata.csv"
    table.write_text("institution,size,answers,hits\nA,1800,60,54\nB,900,40,32\nC,300,30,21\n")
    found = answer(capsys, "stats", "stratified", str(table))
    assert (found["low"], found["high"]) == pytest.approx((0.779954, 0.900590), abs=5e-7)
    table.write_text("N,n,p\n1000,100,0.5\n")
    assert main(["--lang", "en", "stats", "stratified", str(table)]) == 0
    assert "estimate\t0.500000" in capsys.readouterr().out


def test_a_line_that_cannot_be_is_named(tmp_path, capsys):
    table = tmp_path / "strata.csv"
    table.write_text("size,answers,hits\n100,10,5\n100,10,\n")
    assert main(["--lang", "en", "stats", "stratified", str(table)]) == 2
    assert "strata.csv:3" in capsys.readouterr().err
    table.write_text("size,answers,hits\n100,10,50\n")
    assert main(["--lang", "en", "stats", "stratified", str(table)]) == 2
