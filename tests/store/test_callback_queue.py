"""The queue is walked along one index: what is blocked, rests, or waits for another time of day is passed over."""

from dataclasses import replace

from app.services.office import Office
from app.store import callback_queue as rows_of
from app.store.callback_queue import QueueRow

NOW = "2026-03-02T04:00:00+00:00"
ROW = QueueRow(b"a" * 16, "+861", None, None, "campaign", "9", None, "", 0, "", 0, 31, 0, None, None, None)
ROWS = [
    replace(ROW, callback=b"b" * 16, used=1, last_at="1", tried=2, must_at="1"),
    ROW,
    replace(ROW, callback=b"c" * 16, blocked="supervisor"),
    replace(ROW, callback=b"d" * 16, not_before_at="2026-04"),
    replace(ROW, callback=b"e" * 16, allowed=4),
    replace(ROW, callback=b"f" * 16, tried=2, last_slot=2),
    replace(ROW, callback=b"g" * 16, until_at=""),
    replace(ROW, callback=b"h" * 16, blocked="outcome_missing", redial_at="2026-03", redial_until="2026-04"),
]


def test_fewest_attempts_come_first_and_what_does_not_fit_is_passed_over(office: Office) -> None:
    with office.store.write("wang") as tx:
        for row in ROWS:
            rows_of.keep(tx, row, NOW)
        assert rows_of.in_turn(tx, NOW, 2, 2, 9) == [(b"a" * 16, False), (b"f" * 16, True), (b"b" * 16, True)]
        assert rows_of.in_turn(tx, NOW, 2, 6, 9) == [(b"a" * 16, False), (b"b" * 16, True)]
        assert rows_of.must(tx, NOW, 2, 6, 9) == [b"b" * 16]
        assert rows_of.redials(tx, NOW, 9) == [b"h" * 16]
        counts = rows_of.counted(tx, NOW, (2, 6))
        assert counts == {
            "": 2,
            "supervisor": 1,
            "resting": 1,
            "new_slot_due": 1,
            "same_slot": 1,
            "not_held": 1,
            "outcome_missing": 1,
        }
        assert rows_of.next_change(tx, NOW) == "2026-04"
        rows_of.drop(tx, b"a" * 16)
        assert len(rows_of.of_number(tx, "+861")) == 7
        rows_of.clear(tx)
        assert rows_of.counted(tx, NOW, (2, 6)) == {}


def test_a_call_whose_rest_is_over_is_found_before_and_after_it_is_marked(office: Office) -> None:
    later = "2026-03-03T04:00:00+00:00"
    with office.store.write("wang") as tx:
        rows_of.keep(tx, replace(ROW, not_before_at="2026-03-02T09", must_at="2026-03-02"), NOW)
        assert rows_of.in_turn(tx, NOW, 2, 2, 9) == []
        before = [rows_of.in_turn(tx, later, 2, 2, 9), rows_of.must(tx, later, 2, 2, 9)]
        assert (rows_of.ripen(tx, NOW), rows_of.ripen(tx, later)) == (0, 1)
        after = [rows_of.in_turn(tx, later, 2, 2, 9), rows_of.must(tx, later, 2, 2, 9)]
        assert before == after == [[(b"a" * 16, False)], [b"a" * 16]]
        assert rows_of.in_turn(tx, later, 0, 2, 9) == []


def test_what_waits_for_a_speaker_is_found_by_who_speaks_it_alone(office: Office) -> None:
    waits = replace(ROW, blocked="language", language="hakka")
    with office.store.write("wang") as tx:
        rows_of.keep(tx, waits, NOW)
        rows_of.keep(tx, replace(waits, callback=b"b" * 16, not_before_at="2026-04"), NOW)
        rows_of.keep(tx, replace(waits, callback=b"c" * 16, allowed=4), NOW)
        assert rows_of.in_turn(tx, NOW, 2, 2, 9) == []
        assert rows_of.spoken(tx, NOW, (2, 2), ("en", "hakka"), 9) == [b"a" * 16]
        assert rows_of.spoken(tx, NOW, (2, 2), ("en",), 9) == rows_of.spoken(tx, NOW, (0, 2), ("hakka",), 9) == []
        assert rows_of.counted(tx, NOW, (2, 2)) == {"language": 3}
        assert rows_of.counted(tx, NOW, (2, 2), ("hakka",)) == {"": 1, "resting": 1, "new_slot_due": 1}


def test_the_groups_that_stand_still_for_a_reason_are_named_once(office: Office) -> None:
    with office.store.write("wang") as tx:
        for place, group in ((b"a", "g1"), (b"b", "g1"), (b"c", "g2"), (b"d", None)):
            rows_of.keep(tx, replace(ROW, callback=place * 16, contact_group=group, blocked="lease_used"), NOW)
        assert sorted(rows_of.groups_blocked_by(tx, "lease_used")) == ["g1", "g2"]
        assert rows_of.groups_blocked_by(tx, "supervisor") == []


def test_a_case_whose_field_period_is_over_is_told_from_one_whose_period_goes_on(office: Office) -> None:
    days = {"1c" * 16: 5, "2c" * 16: 0}
    at = (("2026-02-25T04:00:00+00:00", "field_over"), ("2026-02-25T04:00:01+00:00", ""))  # five days before, and not
    with office.store.write("wang") as tx:
        for begins, why in at:
            case = tx.add("callback", {"reason": "campaign", "begins_at": begins})
            row = replace(ROW, callback=case, campaign=b"\x1c" * 16, must_at="2026-02-27T04:00:00+00:00")
            rows_of.keep(tx, row, NOW)
            assert rows_of.counted(tx, NOW, (2, 2), (), days) == {why: 1}
            assert rows_of.counted(tx, NOW, (2, 2)) == {"": 1}
            rows_of.drop(tx, case)
        rests = replace(row, not_before_at="2026-03-02T05:00:00+00:00")
        rows_of.keep(tx, rests, NOW)
        assert rows_of.counted(tx, NOW, (2, 2), (), days) == {"resting": 1}
        assert rows_of.next_change(tx, NOW, days) is None, "its field period ends while it rests"
        assert rows_of.next_change(tx, NOW) == rests.not_before_at


def test_a_call_that_was_not_begun_in_its_days_is_passed_over_counted_so_and_no_lease_that_ends(office: Office) -> None:
    first = rows_of.too_late("2026-03-02T03:00:00+00:00")
    over = replace(ROW, contact_group="g1", until_at=first, must_at="")
    with office.store.write("wang") as tx:
        rows_of.keep(tx, over, NOW)
        rows_of.keep(tx, replace(over, callback=b"b" * 16, contact_group="g2", until_at=first[:-1]), NOW)
        before = "2026-03-02T02:00:00+00:00"
        assert len(rows_of.in_turn(tx, before, 2, 2, 9)) == len(rows_of.must(tx, before, 2, 2, 9)) == 2
        assert rows_of.in_turn(tx, NOW, 2, 2, 9) == rows_of.must(tx, NOW, 2, 2, 9) == []
        assert rows_of.counted(tx, before, (2, 2)) == {"": 2}
        assert rows_of.counted(tx, NOW, (2, 2)) == {"window_over": 1, "held_no_longer": 1}
        assert rows_of.held_until(tx, "9999") == ["g2"]
