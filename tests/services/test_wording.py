"""Codes and errors speak both languages."""

import pytest

from app.models.errors import AppError, FieldMissing, FieldTooLong, NotAllowed
from app.models.findings import FindingStepRefused
from app.models.key_errors import KeyElsewhere
from app.models.sync_errors import ScheduleRefused
from app.services import wording
from app.services.campaigns import NobodyToDraw


class Unheard(AppError):
    """An error without a sentence."""


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_an_error_says_what_and_what_next_with_its_facts(language: str) -> None:
    says, after = wording.sentence(FieldTooLong(field="details", limit=100_000), language)
    assert "100000" in says + after
    assert after


def test_a_fact_that_is_a_code_is_said_in_words() -> None:
    says, _ = wording.sentence(NotAllowed(permission="take_contacts"), "zh_CN")
    assert "受理接触" in says
    says, _ = wording.sentence(FieldMissing(field="due_at"), "en")
    assert "due time" in says
    says, _ = wording.sentence(FieldMissing(field=["unit", "unheard"]), "en")
    assert "unit, unheard" in says


def test_a_code_has_a_word_and_an_unknown_one_shows_itself() -> None:
    assert wording.label("channel", "phone_in", "zh_CN") != wording.label("channel", "phone_in", "en")
    assert wording.label("channel", "carrier_pigeon", "en") == "carrier_pigeon"
    assert wording.label("channel", None, "en") == ""
    assert list(wording.labels("urgency", "en")) == ["low", "normal", "high", "critical"]


def test_an_error_without_a_sentence_is_named() -> None:
    assert wording.sentence(Unheard(), "en") == ("Unheard", "")


def test_a_phrase_that_nobody_wrote_is_no_phrase() -> None:
    assert wording.phrase("papers", "note", "zh_CN") == "派单函"
    with pytest.raises(KeyError):
        wording.phrase("papers", "no such", "en")


def test_a_step_that_a_finding_cannot_take_is_said_in_the_words_of_the_ledger() -> None:
    error = FindingStepRefused(number="F1", from_state="opened", to_state="planned")
    assert wording.sentence(error, "en")[0] == "Finding F1 cannot go from Opened to Measure planned."
    assert "opened" not in wording.sentence(error, "zh_CN")[0]


def test_who_keeps_the_key_is_named_in_the_language_of_the_sentence() -> None:
    error = KeyElsewhere(keeper="file", name="key.txt", asked="keyring")
    assert "(key file: key.txt) than the one asked now (keyring)" in wording.sentence(error, "en")[0]
    assert "（密钥文件：key.txt），而不是现在查询的位置（密钥环）" in wording.sentence(error, "zh_CN")[0]


def test_sentences_are_parted_as_the_language_does() -> None:
    assert wording.sentences(("One.", "", "Two."), "en") == "One. Two."
    assert wording.sentences(("一。", "", "二。"), "zh_CN") == "一。二。"


@pytest.mark.parametrize(("language", "between"), [("en", " "), ("zh_CN", "")])
def test_an_error_is_told_with_its_step_as_one_text(language: str, between: str) -> None:
    error = FieldTooLong(field="details", limit=100_000)
    assert wording.told(error, language) == between.join(wording.sentence(error, language))


def test_an_error_without_a_step_ends_where_its_sentence_ends() -> None:
    assert wording.told(Unheard(), "en") == "Unheard"


@pytest.mark.parametrize(
    ("language", "reason", "says"),
    [
        ("en", "Access is denied.\n", "(schtasks): Access is denied. “"),
        ("en", "no route", "(schtasks): no route. “"),
        ("zh_CN", "拒绝访问。", "（schtasks）：拒绝访问。“"),
        ("zh_CN", "Access is denied.", "（schtasks）：Access is denied。“"),
    ],
)
def test_a_reason_of_another_program_ends_in_one_sign(language: str, reason: str, says: str) -> None:
    error = ScheduleRefused(command="schtasks", reason=reason)
    assert says in wording.told(error, language)


@pytest.mark.parametrize(
    ("language", "row"), [("en", "(Outside the dates, Died)"), ("zh_CN", "（不在所选日期内、已故）")]
)
def test_facts_in_a_row_are_parted_as_the_language_does(language: str, row: str) -> None:
    nobody = NobodyToDraw(frame="Q1", left_out=3, left_out_by=("out_of_dates", "deceased"))
    assert row in wording.told(nobody, language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "H1 0.123456789, H2 5e-324, every other stratum 0"),
        ("zh_CN", "H1 0.123456789、H2 5e-324、其余各层 0"),
    ],
)
def test_where_a_draw_began_is_told_so_that_anybody_can_draw_again(language: str, told: str) -> None:
    assert wording.begun_at(0.0, {"H2": 5e-324, "H1": 0.123456789}, language) == told
    assert wording.begun_at(0.123456789, {}, language) == "0.123456789"


def test_a_text_stands_behind_what_it_is_as_the_language_writes_it() -> None:
    assert wording.named("Kind", "nurse", "en") == "Kind: nurse"
    assert wording.named("身份", "护士", "zh_CN") == "身份：护士"


def test_a_count_stands_behind_its_name_in_the_brackets_of_the_language() -> None:
    assert wording.counted("Due", 3, "en") == "Due (3)"
    assert wording.counted("到期", 3, "zh_CN") == "到期（3）"
    assert wording.counted("到期", 0, "zh_CN") == "到期"
