"""Two people code one opinion apart, and the page says how many had one and how well they agree."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.models.interview_records import Asked, SurveyMode
from app.services import campaigns, interviews, opinions
from app.ui.kit import languages
from app.ui.panes.campaigns.opinions_page import OpinionsPage
from tests.desk import sign_in
from tests.services.drawing import drawn
from tests.services.interviewing import begun, through

FRAME = {
    "format": 1, "id": "opinions", "version": 1, "title": {"en": "O", "zh_CN": "意"},
    "codes": [
        {"code": "park", "text": {"en": "P", "zh_CN": "停"}}, {"code": "none", "text": {"en": "N", "zh_CN": "无"}},
    ],
}  # fmt: skip


@pytest.fixture
def spoken(request):
    return getattr(request, "param", ("The queue was long", "Parking"))


@pytest.fixture
def page(desk, jobs, qtbot, spoken):
    campaign_id = drawn(desk, questionnaire="short-phone", size=4)
    (campaign,) = desk.ask(campaigns.campaigns)
    for opinion, mode in (*((one, SurveyMode.TELEPHONE) for one in spoken), ("No lift", SurveyMode.PAPER)):
        about = Asked(
            "short-phone", campaign.questionnaire_version, mode, institution="H1", stratum="H1", day="2026-02-20",
            campaign=campaign_id,
        )  # fmt: skip
        one = begun(desk, about)
        through(desk, one, opinion=opinion)
        desk.do(interviews.end, one)
    made = OpinionsPage(jobs)
    qtbot.addWidget(made)
    made.show_campaign(campaign)
    made.show()
    return made


def test_one_opinion_after_another_is_given_its_codes(desk, page):
    first = page.current()
    assert page.said.text().startswith("2 wait for you · 2 asked (Fewer than 25 answers: not shown)")
    page.skip()
    assert page.current().text != first.text
    page.codes._toggle(0)
    page.code()
    assert page.current() is None
    assert page.words.text() == "No opinion waits for you."
    assert page.lines.index(0, 1).data() == "–"
    sign_in(desk, "wang")
    assert len(desk.ask(opinions.to_code, opinions.Where(first and page._campaign.id, "short-phone"))) == 2


@pytest.mark.parametrize("spoken", [()], indirect=True)
def test_the_page_opens_on_what_waits_and_stays_where_it_is_turned_to(page):
    assert (page.mode.currentData(), page.words.text()) == ("paper", "No lift")
    page.mode.setCurrentIndex(0)
    assert (page.mode.currentData(), page.words.text()) == ("telephone", "No opinion waits for you.")
    page.show_campaign(page._campaign)
    assert page.mode.currentData() == "telephone"


def test_nothing_chosen_is_refused(page, qtbot):
    with qtbot.waitSignal(page.refused) as heard:
        page.code()
    assert type(heard.args[0]).__name__ == "UnknownOpinionCode"


def test_a_frame_of_codes_is_published(page, qtbot, tmp_path):
    path = tmp_path / "codes.json"
    path.write_text(json.dumps(FRAME), encoding="utf-8")
    with qtbot.waitSignal(page.told) as heard:
        page.publish(str(path))
    assert heard.args == ["Published as version 2"]
    assert page.codes.count() == 2


def test_opinions_of_sheets_are_coded_apart_from_those_of_calls(desk, page, qtbot):
    assert [page.mode.itemText(place) for place in range(4)] == [
        "Telephone (2 wait)", "Paper (1 wait)", "Face to face", "Online",
    ]  # fmt: skip
    page.mode.setCurrentIndex(1)
    assert (page.current().text, page.words.text()) == ("No lift", "No lift")
    assert page.said.text().startswith("1 wait for you · 1 asked")
    page.codes._toggle(0)
    page.code()
    assert page.current() is None
    assert page.mode.itemText(1) == "Paper"
    page.mode.setCurrentIndex(0)
    assert page.said.text().startswith("2 wait for you · 2 asked")
    sign_in(desk, "wang")
    page.mode.setCurrentIndex(1)
    page.codes._toggle(0)
    page.code()
    assert "over 1" in page.said.text()
    page.mode.setCurrentIndex(0)
    assert "over 0" in page.said.text()


def test_what_two_people_disagree_about_is_settled_by_a_third(desk, page):
    one = page.current()
    codes = [code for code, _ in page._found.codes if code != "none"]
    for who, given in (("wang", codes[0]), ("chen", codes[1])):
        sign_in(desk, who)
        desk.do(opinions.code, one.interview, one.item, [given])
    sign_in(desk, "li")
    page.show_campaign(page._campaign)
    assert page.current().text == one.text
    assert "Two people disagree: " in page.place.text()
    assert page.place.text().endswith("What you give settles it.")
    page.codes._toggle(0)
    page.code()
    assert page.current().text != one.text
    assert page.place.text() == "H1"


def test_chosen_codes_stay_while_their_opinion_is_shown_whatever_is_saved_and_in_either_language(page):
    page.codes._toggle(0)
    page.codes._toggle(2)
    chosen = page.codes.codes()
    page.show_campaign(page._campaign)  # as when an attempt was saved, or a sync brought one
    assert (len(chosen), page.codes.codes(), page.codes.currentRow()) == (2, chosen, 2)
    english = page.codes.item(0).text()
    languages.of_app().use("zh_CN")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.codes.item(0).text() != english
    assert page.codes.codes() == chosen
    languages.of_app().use("en")
    page.skip()
    assert page.codes.codes() == ()


def test_an_opinion_that_comes_with_an_earlier_place_does_not_push_away_the_one_in_hand(page):
    first = page.current()
    page.skip()
    one, found = page.current(), page._found
    page.codes._toggle(0)
    chosen = page.codes.codes()
    came = replace(first, interview=b"\0" * 16, text="From another station")
    page._show(replace(found, waiting=(came, *found.waiting)))  # as a sync brings it
    assert (page.current(), page.words.text(), page.codes.codes()) == (one, one.text, chosen)
    assert len(chosen) == 1
    page.skip()
    assert (page.words.text(), page.codes.codes()) == ("From another station", ())


def test_long_codes_of_two_people_make_the_page_no_wider(page):
    width = page.minimumSizeHint().width()
    found, one = page._found, page.current()
    codes = [code for code, _ in found.codes]
    page._show(replace(found, waiting=(replace(one, told=(tuple(codes[:4]), tuple(codes[4:8]))),)))
    assert page.minimumSizeHint().width() <= width
    languages.of_app().use("zh_CN")
    page._say()
    assert page.place.text().count("、") == 6
    languages.of_app().use("en")


def test_no_number_is_told_of_opinions_that_were_not_looked_up(page):
    found, waits = page._found, {**page._found.waits, SurveyMode.TELEPHONE: opinions.MOST}
    page._show(replace(found, waiting=(page.current(),) * opinions.MOST, waits=waits))
    assert page.said.text().startswith("50+ wait for you")
    assert page.mode.itemText(0) == "Telephone (50+ wait)"
