"""A campaign on the line: drawn, released, looked at, closed."""

import json
from datetime import UTC, datetime

import pytest

ROWS = "\n".join(f"Z{n},P{n},1380000{n:04},H{1 + n % 2},2026-01-02,2026-01-09" for n in range(30))
FRAME = f"住院号,姓名,联系电话,医疗机构名称,入院日期,出院日期\n{ROWS}\n"
#: The program is run by the clock of this computer, and no field period may be over.
TODAY = datetime.now(UTC).date().isoformat()
DRAW = ("draw", "Spring", "--frame", "Q1", "--size", "10", "--begins", TODAY, "--window", "0")


@pytest.fixture
def said(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text(FRAME)
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution") == 0
    capsys.readouterr()

    def ask(*arguments, code=0):
        assert run("campaigns", *arguments) == code
        return capsys.readouterr()

    return ask


def test_a_sample_is_shown_drawn_released_and_closed(said):
    shown = json.loads(said(*DRAW, "--preview", "--json").out)
    assert (shown["campaign"], shown["drawn"], shown["seed"]) == (None, 10, "Q1|Spring|v1")
    made = json.loads(said(*DRAW, "--json").out)
    assert [(one["name"], one["drawn"], one["weight"]) for one in made["strata"]] == [("H1", 5, 3.0), ("H2", 5, 3.0)]
    assert "more people may be called" in said("release", "Spring", "10").err
    before = json.loads(said("status", "Spring", "--json").out)
    assert (before["drawn"], before["counts"]["UH"], before["rates"]["RR1"]) == (10, 10, 0)
    assert json.loads(said("close", "Spring", "--json").out) == {"closed": 10, "renewed": 0}
    listed = json.loads(said("list", "--json").out)[0]
    assert listed["closed_at"]
    assert listed["id"] == made["campaign"]
    assert said("list").out.rstrip().endswith(made["campaign"])
    plain = said("status", "Spring").out.splitlines()
    assert plain[0] == "H1\t0\t5/5/5\t0"
    assert "RR1\t0.000000\t0/10\t0.000000" in plain
    assert "HCAHPS\t0.000000\t0/10\t0.000000" in plain
    assert "e\t–" in plain


def test_a_census_and_a_name_that_is_taken_are_told(said):
    told = said(*DRAW[:5], "90", *DRAW[6:]).err
    assert "Everybody is drawn of: H1, H2" in told
    assert "A campaign called Spring is there" in said(*DRAW, code=1).err
    assert "Spring" in said("list").out
    assert said("close").err.startswith(("0 cases", "30 cases"))


def test_rules_of_calling_are_named_one_by_one_and_stand_in_the_status(said):
    said(*DRAW, "--rule", "attempts=7", "--rule", "conversions=1")
    rules = json.loads(said("status", "Spring", "--json").out)["rules"]
    assert (rules["attempts"], rules["conversions"], rules["gap_min"], rules["span_days"]) == (7, 1, 180, 8)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("gap_min=59", "from 60"),
        ("span_days=42", "from 0 to 41"),
        ("field_days=9", "attempts"),
        ("attempts=x", "slots"),
    ],
)
def test_a_rule_beyond_its_bounds_or_of_no_name_is_wrong_usage(said, rule, told):
    refused = said(*DRAW, "--rule", rule, code=2).err
    assert "--rule" in refused
    assert told in refused


@pytest.mark.parametrize("given", [("--seed", "another"), ("--start", "0.5"), ("--start", "0")])
def test_a_seed_or_a_start_beside_the_campaign_that_is_drawn_behind_is_wrong_usage(said, given):
    said(*DRAW, "--start", "0.25")
    later = ("draw", "Summer", *DRAW[2:], "--after", "Spring", "--preview")
    assert "leave out --seed and --start" in said(*later, *given, code=2).err
    assert json.loads(said(*later, "--json").out)["seed"] == "Q1|Spring|v1"
