"""Two people code each opinion apart; their agreement and the share of people with an opinion come out of it."""

import pytest

from app.models.errors import RecordGone
from app.models.opinions import UnknownOpinionCode
from app.services import campaigns, interviews, opinions
from app.services.office import Office
from app.services.opinions import Where
from app.store import opinions as opinion_rows
from tests.desk import sign_in
from tests.services.interviewing import begun, through
from tests.services.surveyed import surveyed

TEXTS = ("Parking is dear", "", "没有意见")


@pytest.fixture
def said(office: Office) -> list[bytes]:
    """Three interviews: one with an opinion, one without a word, one that says it has none."""
    found: list[bytes] = []
    for text in TEXTS:
        one = begun(office)
        through(office, one, opinion=text)
        office.do(interviews.end, one)
        found.append(one)
    return found


def _others(office: Office, day: str, count: int) -> None:
    """Interviews without an opinion."""
    with office.store.write("wang") as tx:
        asked = {
            **tx.state_of("interview", bytes(tx.one("SELECT id FROM interview LIMIT 1")[0])),
            "day": day,
            "callback": None,
        }
        for _ in range(count):
            row, by = tx.add("interview", asked), office.by.id.hex()
            told = {"interview": row.hex(), "completeness": "complete", "share": 1.0, "codes": {}, "at": asked["at"]}
            tx.add("interview_end", {**told, "by": by})


def test_each_coder_sees_only_what_waits_for_them(office: Office, said: list[bytes]) -> None:
    waiting = office.ask(opinions.to_code, Where())
    assert {one.text for one in waiting} == {"Parking is dear", "没有意见"}
    office.do(opinions.code, said[0], "opinion", ["cost"])
    assert [one.text for one in office.ask(opinions.to_code, Where())] == ["没有意见"]
    sign_in(office, "li")
    assert len(office.ask(opinions.to_code, Where())) == 2
    office.do(opinions.code, said[0], "opinion", ["process", "cost"])
    sign_in(office, "chen")
    seen = {one.text: one.told for one in office.ask(opinions.to_code, Where())}
    assert seen == {"没有意见": (), "Parking is dear": (("cost",), ("process", "cost"))}


def test_a_third_person_settles_what_two_disagree_about(office: Office, said: list[bytes]) -> None:
    _others(office, "2026-03-02", 27)
    office.do(opinions.code, said[0], "opinion", ["cost"])
    sign_in(office, "li")
    office.do(opinions.code, said[0], "opinion", ["none"])
    before = office.ask(opinions.agreement, Where()).whole
    assert (before.pairs, before.agreed) == (1, 0)
    assert office.ask(opinions.shares, Where()).by_code == {"cost": 1}
    sign_in(office, "chen")
    office.do(opinions.code, said[0], "opinion", ["process"])
    assert said[0] not in [one.interview for one in office.ask(opinions.to_code, Where())]
    assert office.ask(opinions.shares, Where()).by_code == {"process": 1}
    assert office.ask(opinions.agreement, Where()).whole == before


def test_it_is_said_where_opinions_wait(office: Office, said: list[bytes]) -> None:
    assert [(one.where, one.campaign, one.count) for one in office.ask(opinions.waits)] == [(Where(), "", 2)]
    drawn = surveyed(office)
    found = {(one.campaign, one.where.mode.value): one for one in office.ask(opinions.waits, limit=500)}
    told = {key: one.count for key, one in found.items()}
    names = {one.id: one.name for one in office.ask(campaigns.campaigns)}
    assert told["", "telephone"] == 2
    assert told[names[drawn.campaign], "telephone"] > 0
    for one in found.values():
        assert len(office.ask(opinions.to_code, one.where, limit=500)) == one.count
    mine = found["", "telephone"].where
    for one in office.ask(opinions.to_code, mine):
        office.do(opinions.code, one.interview, one.item, ["cost"])
    assert mine not in [one.where for one in office.ask(opinions.waits)]


def test_a_campaign_is_looked_at_with_its_own_questionnaire_and_counts_nowhere_else(office: Office) -> None:
    drawn = surveyed(office)
    where, name = office.ask(opinions.named, Where(drawn.campaign))
    (made,) = [one for one in office.ask(campaigns.campaigns) if one.id == drawn.campaign]
    assert (where.questionnaire, name) == (made.questionnaire, made.name)
    assert where in [one.where for one in office.ask(opinions.waits)]


def test_an_interview_by_a_version_that_has_not_come_yet_holds_nobody_up(office: Office, said: list[bytes]) -> None:
    with office.store.write("li") as tx:  # the version and the campaign come with a later sync
        asked = tx.state_of("interview", said[0])
        for later in ({"version": 9}, {"campaign": "ee" * 16}):
            row = tx.add("interview", {**asked, "callback": None, **later})
            end = {"interview": row.hex(), "completeness": "complete", "share": 1.0, "codes": {"opinion": "Too far"}}
            tx.add("interview_end", {**end, "at": asked["at"], "by": office.by.id.hex()})
    assert [one.text for one in office.ask(opinions.to_code, Where())] == ["Parking is dear", "没有意见"]
    assert [(one.where, one.count) for one in office.ask(opinions.waits)] == [(Where(), 2)]
    with pytest.raises(RecordGone, match="inquiry-satisfaction@9"):  # a figure without some of the people is wrong
        office.ask(opinions.shares, Where())


def test_agreement_and_the_share_with_an_opinion(office: Office, said: list[bytes]) -> None:
    for who, codes in (("wang", ("cost", "none")), ("li", ("cost", "none"))):
        sign_in(office, who)
        for one, given in zip((said[0], said[2]), codes, strict=True):
            office.do(opinions.code, one, "opinion", [given])
    found = office.ask(opinions.agreement, Where())
    assert (found.whole.pairs, found.whole.value, found.by_code["cost"].value) == (2, 1.0, 1.0)
    few = office.ask(opinions.shares, Where())
    assert (few.asked, few.with_opinion, few.rate, few.by_code, few.reliance) == (3, None, None, {}, "suppressed")
    _others(office, "2026-03-02", 27)
    shares = office.ask(opinions.shares, Where())
    assert (shares.asked, shares.with_opinion, shares.by_code) == (30, 1, {"cost": 1})
    assert shares.rate.estimate == pytest.approx(1 / 30)
    assert office.ask(opinions.shares, Where(period=("2026-04-01", "2026-06-30"))).rate is None


def test_a_month_that_leaves_a_few_over_is_not_told(office: Office, said: list[bytes]) -> None:
    for day, count in (("2026-03-02", 27), ("2026-04-10", 40), ("2026-05-10", 10)):
        _others(office, day, count)

    def how(*period: str) -> str:
        return office.ask(opinions.shares, Where(period=period)).reliance

    march, april, may = (f"2026-0{month}" for month in (3, 4, 5))
    assert how("", "9999-12-31") == "caution"
    assert how(f"{march}-01", f"{march}-31") == "weak"
    assert how(f"{april}-01", f"{april}-30") == "withheld"  # the quarter less April is May
    assert how(f"{april}-01", f"{may}-31") == "caution"  # of 50
    assert how(f"{may}-01", f"{may}-31") == "suppressed"
    assert how(f"{march}-02", f"{april}-30") == "withheld"  # no whole months


def test_only_codes_of_the_frame_are_kept_and_a_frame_is_data(office: Office, said: list[bytes]) -> None:
    with pytest.raises(UnknownOpinionCode):
        office.do(opinions.code, said[0], "opinion", ["parking"])
    with pytest.raises(RecordGone):
        office.do(opinions.code, b"?" * 16, "opinion", ["cost"])
    with pytest.raises(RecordGone):
        office.ask(opinions.frame, "nowhere")
    sign_in(office, "li")
    text = (
        '{"format": 1, "id": "opinions", "version": 1, "title": {"en": "O", "zh_CN": "意"}, "codes": ['
        '{"code": "parking", "text": {"en": "P", "zh_CN": "停"}}, '
        '{"code": "none", "text": {"en": "N", "zh_CN": "无"}}]}'
    )
    assert office.do(opinions.publish_frame, text, file="frame.json").value == 2
    office.do(opinions.code, said[0], "opinion", ["parking"])
    person = office.by
    assert opinion_rows.codings(office.store.rows, said[0], "opinion") == {person.id: ("parking",)}
