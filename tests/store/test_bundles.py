"""Which records a bundle holds."""

from app.models.ids import derived_id
from app.models.newcomers import Mark, marked
from app.services.office import Office
from app.store import bundles, sync


def _count(parts: object) -> int:
    return sum(len(part) for part in parts)  # type: ignore[attr-defined]


def test_what_the_hub_has_acknowledged_stays_at_home(office: Office) -> None:
    rows = office.store.rows
    whole = _count(bundles.unsent(rows))
    assert whole == _count(bundles.everything(rows)) > 3
    with office.store.write("wang") as tx:
        for name in ("Zhao", "Qian"):
            tx.add("caller", {"name": name})
        sync.set_acknowledged(tx, sync.own_end(tx)._replace(seq=sync.own_end(tx).seq - 1))
    [accounts, unsent] = bundles.unsent(rows)
    assert [one.payload for one in unsent] == ['{"f":{"name":"Qian"}}']
    every = {one.uid for part in bundles.everything(rows) for one in part if one.entity == "person"}
    assert {one.uid for one in accounts} == every, "who takes it in knows them"


def test_accounts_come_first_and_marks_before_the_words_that_they_name(office: Office) -> None:
    """Each part is saved by itself, and a bundle may be stopped in between."""
    with office.store.write("") as tx:
        tx.put("person", derived_id("person", "owner"), {"name": "owner"})
        tx.put("person", derived_id("person", "owner"), {"roles": [], **marked(Mark.CLOSED, [b"u" * 16])})
        tx.add("caller", {"name": "Zhao"})
    for found in (bundles.unsent(office.store.rows), bundles.everything(office.store.rows)):
        first, *others = found
        assert '"newcomer":["closed"' in str(first[0].payload)
        assert {one.entity for one in first} == {"person"}
        assert "person" not in {one.entity for part in others for one in part}
