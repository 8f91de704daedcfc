"""A batch knows what it brought and what was touched since."""

from datetime import timedelta

from app.models.journal import Value
from app.services.office import Office, Work
from app.store import batches
from tests.desk import NOON


def bring(work: Work, number: str, **values: Value) -> bytes:
    said: dict[str, Value] = {"number": number, "opened_at": NOON.isoformat(), "batch": "ab" * 16, **values}
    inquiry = work.tx.add("inquiry", said)
    work.tx.add("inquiry_event", {"inquiry": inquiry.hex(), "kind": "imported", "at": NOON.isoformat()})
    return inquiry


def say(work: Work, entity: str, values: dict[str, Value], row_id: bytes | None = None) -> bytes:
    return work.tx.add(entity, values, row_id) if row_id is None else work.tx.put(entity, row_id, values)


def test_a_batch_comes_back_with_its_report(office: Office) -> None:
    at = NOON.isoformat()
    first = office.do(say, "batch", {"kind": "inquiries", "source": "old", "at": at, "report": {"added": 2}}).value
    later = (NOON + timedelta(hours=1)).isoformat()
    second = office.do(say, "batch", {"kind": "inquiries", "source": "new", "at": later}).value
    with office.store.reading() as rows:
        assert [one.id for one in batches.all_batches(rows)] == [second, first]
        found = batches.by_id(rows, first)
        assert found is not None
        assert (found.source, found.report, found.undone_at) == ("old", {"added": 2}, None)
        assert batches.by_id(rows, b"no") is None


def test_an_inquiry_stands_was_deleted_or_is_not_there(office: Office) -> None:
    inquiry = office.do(bring, "1").value
    gone = office.do(bring, "2", deleted_at=NOON.isoformat()).value
    with office.store.reading() as rows:
        assert [batches.standing(rows, one) for one in (inquiry, gone, b"no")] == [True, False, None]
        [found] = batches.next_of(rows, b"\xab" * 16, -1, 9)
        assert (found.id, found.caller, found.touched) == (inquiry, None, False)
        assert batches.next_of(rows, b"\xab" * 16, found.position, 9) == []


def test_any_later_word_touches_an_inquiry(office: Office) -> None:
    left = office.do(bring, "0").value
    changed = office.do(bring, "1").value
    office.do(say, "inquiry", {"summary": "now known"}, changed)
    noted = office.do(bring, "2").value
    office.do(say, "inquiry_event", {"inquiry": noted.hex(), "kind": "note", "note": "x"})
    called = office.do(bring, "3").value
    office.do(say, "contact_inquiry", {"inquiry": called.hex(), "contact": "cd" * 16})
    with office.store.reading() as rows:
        assert [batches.is_touched(rows, one) for one in (left, changed, noted, called)] == [False, True, True, True]
        found = batches.next_of(rows, b"\xab" * 16, -1, 9)
        assert {one.id: one.touched for one in found} == {left: False, changed: True, noted: True, called: True}


def test_a_caller_is_needed_while_anything_stands_on_them(office: Office) -> None:
    alone = office.do(say, "caller", {"name": "张三"}).value
    asking = office.do(say, "caller", {"name": "李四"}).value
    office.do(bring, "1", caller=asking.hex())
    flagged = office.do(say, "caller", {"name": "王五"}).value
    office.do(say, "caller_flag", {"caller": flagged.hex(), "code": "vip"})
    with office.store.reading() as rows:
        assert batches.not_needed(rows, (alone, asking, flagged)) == [alone]
