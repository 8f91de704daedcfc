"""Effort and results on the line."""

import json

import pytest

from app.cli.campaign_results import raked_lines, result_lines, results_json, unraked_lines
from app.cli.words import speak
from app.services import campaign_results
from app.services.campaign_weights import RakedShare
from tests.cli.test_campaign_draws import TODAY
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.test_campaign_results import answered

ROWS = "\n".join(f"Z{n},P{n},1380000{n:04},H{1 + n % 2},2026-01-02,2026-01-09" for n in range(30))
FRAME = f"住院号,姓名,联系电话,医疗机构名称,入院日期,出院日期\n{ROWS}\n"
DRAW = (
    "draw",
    "Spring",
    "--frame",
    "Q1",
    "--size",
    "10",
    "--begins",
    TODAY,
    "--window",
    "0",
    "--questionnaire",
    "short-phone",
)


@pytest.fixture
def said(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text(FRAME)
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution") == 0
    assert run("campaigns", *DRAW) == 0
    capsys.readouterr()

    def ask(*arguments, code=0):
        assert run("campaigns", *arguments) == code
        return capsys.readouterr()

    return ask


def test_the_effort_is_foreseen_day_by_day(said):
    found = json.loads(said("simulate", "Spring", "--people", "2", "--json").out)
    assert (found["people"], found["cases"], found["days"][0]["date"]) == (2, 10, TODAY)
    assert set(found["days"][0]["institutions"]) == {"H1", "H2"}
    told = said("simulate", "Spring", "--people", "2")
    assert "2 people complete" in told.err


def test_results_say_what_they_stand_on(said):
    found = json.loads(said("results", "Spring", "--json").out)
    assert (found["mode"], found["questionnaire"], found["institutions"]) == ("telephone", "short-phone@2", {})
    assert found["response"]["drawn"] == 10
    assert json.loads(said("results", "Spring", "--item", "overall", "--json").out)["changes"] == []
    assert said("results", "Spring", "--quarter", "2026Q1").out == ""
    said("results", "Spring", "--quarter", "spring", code=2)
    said("results", "Spring", "--mode", "pigeon", code=2)


def test_answers_are_written_with_their_codebook_and_labels(said, tmp_path):
    told = said("answers", "Spring", str(tmp_path / "a.csv")).err
    assert "0 interviews written to a.csv" in told
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("case,institution")
    assert "overall" in (tmp_path / "a.codebook.csv").read_text(encoding="utf-8-sig")
    assert "VALUE LABELS" in (tmp_path / "a.sps").read_text(encoding="utf-8")
    said("answers", "Spring", str(tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").stat().st_size > 1000
    said("answers", "Spring", str(tmp_path / "a.csv"), "--mode", "pigeon", code=2)


def test_raked_shares_stand_with_what_their_weights_cost():
    (line,) = raked_lines([RakedShare("overall", 40, 0.5)], 1.333)
    assert line.split("\t")[:3] == ["*", "40", "overall"]
    assert line.endswith("0.5000")
    assert "1.33" in line


def test_what_is_not_shown_says_why_where_its_figure_would_stand(office):
    speak("en")
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, questionnaire="short-phone", size=60)
    for place, day, answers in (
        ("H1", "2026-01-02", 10), ("H2", "2026-01-02", 40), ("H2", "2026-04-02", 60), ("H3", "2026-01-02", 90),
        ("H1", "2026-04-02", 45), ("H3", "2026-04-02", 80),
    ):  # fmt: skip
        answered(office, campaign, place, 5, answers, day=day)
    found = office.ask(campaign_results.results, campaign, period=campaign_results.quarter("2026Q1"))
    lines = {tuple(one.split("\t")[:3]): one.split("\t")[3:] for one in result_lines(found, {})}
    withheld = ["Not shown: a figure with fewer than 25 answers could be told from it"]
    assert lines["*", "140", "overall"] == withheld
    assert lines["H2", "40", "overall_satisfaction"] == withheld
    assert lines["H1", "10", "overall_satisfaction"] == ["Fewer than 25 answers: not shown"]
    told = results_json(found)
    assert (told["top"], told["two"], told["left_out"]) == ([], [], {"overall": "withheld"})
    assert told["institutions"]["H2"]["measures"]["overall_satisfaction"]["top"] is None


def test_a_raked_share_beside_what_is_not_shown_is_said_to_be_withheld(office):
    speak("en")
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, questionnaire="short-phone", size=60)
    for place, answers in (("H1", 60), ("H2", 14), ("H3", 15)):
        answered(office, campaign, place, 5, answers)
    found = office.ask(campaign_results.results, campaign)
    (line,) = unraked_lines(found, ())
    assert line.startswith("*\t89\toverall\traked share not shown")
    assert unraked_lines(found, [RakedShare("overall", 89, 0.5)]) == []


def test_results_name_the_seed_of_their_sample(said):
    assert "the list Q1 by permanent random numbers, seed Q1|Spring|v1, from 0 on." in said("results", "Spring").err
