"""The formula in one line, each part with its cases, and what counted before."""

from datetime import date

from app.models.appraisals import SHIPPED, AppraisalPart, Formula, Measured
from app.services.appraisals import Appraisal
from app.ui.panes.training import presenting_appraisal

EXAMS, QUALITY, PRACTICE, CONTEST = AppraisalPart
WORDS = {
    "operator": "Operator", "total": "Total", "critical": "Critical", "days": "{days} days are all",
    "formula": "{total} = {parts}. {days}", "from": "From",
    "practice_days": "Days", "why": "Why", "who": "By", "shipped": "as shipped",
}  # fmt: skip


def test_the_formula_names_each_part_that_counts() -> None:
    text = presenting_appraisal.formula_text(SHIPPED, "en", WORDS)
    assert text == "Total = 40 % × exams + 40 % × quality, random sample + 20 % × days of practice. 52 days are all"
    alone = Formula({EXAMS: 100, QUALITY: 0, PRACTICE: 0}, 9)
    assert presenting_appraisal.formula_text(alone, "en", WORDS).startswith("Total = 100 % × exams. 9")


def test_a_formula_ends_as_its_language_does() -> None:
    words = {**WORDS, "total": "总分", "formula": "{total} = {parts}。{days}", "days": "满{days}天。"}
    text = presenting_appraisal.formula_text(SHIPPED, "zh_CN", words)
    assert text.startswith("总分 = 40 % × ")
    assert text.endswith("。满52天。")
    assert "." not in text


def test_each_part_stands_with_its_cases_and_no_total_is_made_up() -> None:
    parts = (Measured(EXAMS, 0.9, 2), Measured(QUALITY, None, 0))
    played = (*parts, Measured(CONTEST, 0.8, 3))
    shown = presenting_appraisal.figures_html((Appraisal(b"p", "Wang", played, None, 1),), "en", WORDS)
    assert ">Monthly contest<" in shown
    assert "80 % (n = 3)" in shown
    html = presenting_appraisal.figures_html((Appraisal(b"p", "Wang<", parts, None, 1),), "en", WORDS)
    assert "Monthly contest" not in html
    for said in ("Wang&lt;", "90 % (n = 2)", "– (n = 0)", "<b>–</b>"):
        assert said in html


def test_what_counted_before_stands_with_its_reason() -> None:
    other = Formula({EXAMS: 50, QUALITY: 30, PRACTICE: 20}, 40, date(2026, 4, 1), "new <rules>")
    html = presenting_appraisal.history_html([(other, "Chen", "today"), (SHIPPED, "", "")], "en", WORDS)
    assert (
        html.index("2026-04-01") < html.index("new &lt;rules&gt;") < html.index("Chen today") < html.index("as shipped")
    )
