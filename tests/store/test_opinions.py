"""Codings stand coder by coder, the later one of each; frames version by version."""

from app.services.office import Office
from app.store import opinions as opinion_rows


def test_the_later_coding_of_a_coder_counts(office: Office) -> None:
    person = office.by
    for at, codes in (("2026-03-02T04:00:00+00:00", ["cost"]), ("2026-03-02T05:00:00+00:00", ["food", "cost"])):
        with office.store.write("wang") as tx:
            said = {"interview": (b"i" * 16).hex(), "item": "opinion", "frame": "opinions@1", "codes": codes}
            tx.add("opinion_coding", {**said, "at": at, "by": person.id.hex()})
    assert opinion_rows.codings(office.store.rows, b"i" * 16, "opinion") == {person.id: ("food", "cost")}
    assert opinion_rows.codings(office.store.rows, b"j" * 16, "opinion") == {}


def test_the_newest_frame_of_a_name_stands(office: Office) -> None:
    with office.store.write("wang") as tx:
        for number in (1, 2):
            opinion_rows.write(tx, "opinions", number, f"{number}", by=office.by.id)
    assert opinion_rows.newest(office.store.rows) == [("opinions", 2, "2")]
