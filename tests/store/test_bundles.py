"""Which records a bundle holds."""

from app.services.office import Office
from app.store import bundles, sync


def _count(parts: object) -> int:
    return sum(len(part) for part in parts)  # type: ignore[attr-defined]


def test_what_the_hub_has_acknowledged_stays_at_home(office: Office) -> None:
    rows = office.store.rows
    whole = _count(bundles.unsent(rows))
    assert whole == _count(bundles.everything(rows)) > 3
    end = sync.own_end(rows)
    with office.store.write("") as tx:
        sync.set_acknowledged(tx, end._replace(seq=end.seq - 2))
    [unsent, accounts] = bundles.unsent(rows)
    assert len(unsent) == 2
    every = {one.uid for part in bundles.everything(rows) for one in part if one.entity == "person"}
    assert {one.uid for one in (*unsent, *accounts) if one.entity == "person"} == every, "who takes it in knows them"
    assert len(accounts) == len(every - {one.uid for one in unsent})
