"""Items are kept in versions; the newest counts, and an exam finds the one that it froze."""

from dataclasses import replace

from app.models.drill_items import DrillKind, Item, ItemState
from app.services.office import Office, Work
from app.store import items

ONE = Item(b"i" * 16, DrillKind.SLOT, "flu", ("k1",), {"en": "stay ____"}, fills={"en": ("30",)}, topic="a")


def test_the_newest_version_counts_and_every_version_is_found(office: Office) -> None:
    def write(work: Work) -> list[bytes]:
        by = work.person.id
        newer = replace(ONE, number=2, prompt={"en": "wait ____"}, state=ItemState.REVIEWED)
        return [items.write(work.tx, one, by=by, source="made") for one in (ONE, newer)]

    old, new = office.do(write).value
    with office.store.reading() as rows:
        found = items.find(rows, ONE.id)
        assert found is not None
        assert (found.prompt, found.state, found.number) == ({"en": "wait ____"}, ItemState.REVIEWED, 2)
        assert items.of_script(rows, "flu") == [found]
        assert items.bank(rows) == [(new, found)]
        assert items.versions(rows, [old])[old].prompt == {"en": "stay ____"}
        assert items.find(rows, b"x" * 16) is None


def test_what_is_retired_is_not_in_the_bank(office: Office) -> None:
    def write(work: Work) -> None:
        items.write(work.tx, ONE, by=work.person.id, source="made")
        items.set_state(work.tx, ONE.id, ItemState.RETIRED)

    office.do(write)
    with office.store.reading() as rows:
        assert items.bank(rows) == []
