from app.models.contacts import GivenScript, Outcome
from app.services import contacts
from app.services.office import Office
from app.store import hot_topics
from tests.desk import NOON, draft


def test_texts_come_with_the_name_that_must_go_and_the_script_that_was_given(office: Office) -> None:
    given = (GivenScript("consult.hpv", 1, "zh", NOON),)
    for said in (draft(given=given), draft(summary="Second", given=given)):
        opened = office.do(contacts.start, said).value
        office.do(contacts.finalize, opened, Outcome.ANSWERED)
    with office.store.reading() as rows:
        positions = [row[0] for row in rows.all("SELECT position FROM inquiry ORDER BY position LIMIT 9")]
        assert [text for text, _ in hot_topics.summaries(rows, positions)] == ["Asks about the HPV vaccine", "Second"]
        assert hot_topics.summaries(rows, positions)[0][1] == ("张三",)
        assert hot_topics.script_given_most(rows, positions) == "consult.hpv"
        assert hot_topics.script_given_most(rows, []) == ""
