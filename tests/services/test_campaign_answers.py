"""Answers leave the house without anybody's identity, unless they agreed to it."""

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.file_errors import FileNotWritten
from app.services import campaign_answers, questionnaires
from app.services.campaign_results import CampaignWithoutQuestions
from app.store import campaign_cases, campaigns
from tests.desk import sign_in
from tests.services.drawing import drawn, frame


@pytest.fixture
def campaign(office):
    sign_in(office, "li")
    frame(office)
    made = drawn(office, questionnaire="short-phone", size=2)
    first, second = campaigns.open_cases(office.store.rows, made)
    with office.store.write("wang") as tx:
        for case, forward in ((first, "yes"), (second, "no")):
            told = {
                "questionnaire": "short-phone", "version": 1, "mode": "telephone", "institution": "H1",
                "stratum": "H1", "day": "2026-02-20", "campaign": made.hex(), "case_id": case.hex(),
                "at": "2026-03-02T04:00:00+00:00", "by": office.by.id.hex(),
            }  # fmt: skip
            one = tx.add("interview", told)
            said = {"interview": one.hex(), "seq": 1, "item": "overall", "value": "dissatisfied", "at": told["at"]}
            tx.add("answer", {**said, "reason": "Dr. Li was rude", "by": told["by"]})
            codes = {"overall": "dissatisfied", "forward": forward, "opinion": "The queue"}
            ended = {"completeness": "complete", "share": 1.0, "codes": codes, "at": told["at"], "by": told["by"]}
            tx.add("interview_end", {"interview": one.hex(), **ended})
    return made


def _column(sheet, name):
    return [row[list(sheet.columns).index(name)] for row in sheet.rows]


def test_nobody_is_named_and_every_code_has_its_words(office, campaign):
    found = office.ask(campaign_answers.answers, campaign, language="en")
    assert _column(found.data, "overall") == ["dissatisfied", "dissatisfied"]
    assert len(set(_column(found.data, "case"))) == 2
    assert _column(found.data, "weight_answered") == [20, 20]  # two of forty persons answered
    assert not {"name", "numbers", "opinion"} & set(found.data.columns)
    assert ("overall", "dissatisfied") in [(row[0], row[2]) for row in found.codebook.rows]
    assert ("overall", "!DK", "Does not know") in [(row[0], *row[2:]) for row in found.codebook.rows]
    assert {row[0] for row in found.codebook.rows} == set(found.data.columns)
    assert _column(found.data, "overall_reason") == ["", ""]  # words of reasons stay like all free words
    assert "VALUE LABELS overall\n" in found.syntax
    assert "MISSING VALUES overall ('!M' '!DK' '!RF')." in found.syntax
    assert found.syntax.count("VARIABLE LABELS") == 1
    assert found.syntax.startswith("* short-phone@2 30716890.\n")
    assert "'Would you recommend it to family and friends?'" in found.syntax  # not what is put in when it is asked
    assert not any("{" in label for _, label, *_ in found.codebook.rows)


def test_names_of_columns_are_such_as_statistics_programs_take(office):
    sign_in(office, "li")
    frame(office)
    text = office.ask(questionnaires.text_of, "short-phone").replace('"overall"', '"over-all"')
    office.do(questionnaires.publish, text, file="short.json")
    found = office.ask(campaign_answers.answers, drawn(office, questionnaire="short-phone"), language="en")
    assert {"over_all", "over_all_reason"} <= set(found.data.columns) == {name for name, *_ in found.codebook.rows}
    assert "VALUE LABELS over_all\n" in found.syntax
    assert "over-all" not in found.syntax


def test_who_agreed_is_named_where_it_is_wanted_and_nobody_else(office, campaign):
    found = office.ask(campaign_answers.answers, campaign, language="zh_CN", identity=True)
    names = _column(found.data, "name")
    agreed = _column(found.data, "forward").index("yes")
    case = next(
        one
        for one in (
            campaign_cases.case(office.store.rows, row) for row in campaigns.open_cases(office.store.rows, campaign)
        )
        if one.name == names[agreed]
    )
    assert names[1 - agreed] == ""
    assert _column(found.data, "numbers")[agreed] == case.numbers[0]
    assert sorted(_column(found.data, "opinion")) == ["", "The queue"]
    assert sorted(_column(found.data, "overall_reason")) == ["", "Dr. Li was rude"]


def test_who_sees_no_whole_numbers_takes_none_out(office, campaign):
    sign_in(office, "admin")
    found = office.ask(campaign_answers.answers, campaign, language="en", identity=True)
    agreed = _column(found.data, "forward").index("yes")
    assert "****" in _column(found.data, "numbers")[agreed]


def test_only_who_may_export_does(office, campaign):
    with pytest.raises(RecordGone):
        office.ask(campaign_answers.answers, b"x" * 16, language="en")
    frame(office, "other")
    with pytest.raises(CampaignWithoutQuestions):
        office.ask(campaign_answers.answers, drawn(office, name="Bare", seed="b", size=2), language="en")
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(campaign_answers.answers, campaign, language="en")


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_the_read_log_hears_of_answers_before_they_have_their_name(office, campaign, tmp_path, name):
    def refuse(rows: int) -> None:
        raise FileNotWritten(path=name, reason=f"{rows} answers, {len(list(tmp_path.glob('a.*')))} files")

    with pytest.raises(FileNotWritten) as refused:
        office.ask(campaign_answers.save, campaign, tmp_path / name, language="en", whole=refuse)
    assert (refused.value.facts["reason"], list(tmp_path.glob("*a.*"))) == ("2 answers, 0 files", [])


def test_answers_are_written_with_codebook_and_labels(office, campaign, tmp_path):
    from app.outside.sheets import read_sheet

    count = office.ask(campaign_answers.save, campaign, tmp_path / "a.xlsx", language="en", whole=str)
    assert count == 2
    assert len(list(read_sheet(tmp_path / "a.xlsx", sheet="codebook"))) > 10
    office.ask(campaign_answers.save, campaign, tmp_path / "b.csv", language="en", whole=str)
    assert sorted(one.name for one in tmp_path.glob("[ab].*")) == [
        "a.sps",
        "a.xlsx",
        "b.codebook.csv",
        "b.csv",
        "b.sps",
    ]
    assert "VALUE LABELS overall" in (tmp_path / "b.sps").read_text(encoding="utf-8")
