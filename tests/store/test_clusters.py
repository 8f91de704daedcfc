"""Clusters as rows: counted, paged and found by their growth."""

from datetime import timedelta

from app.models.journal import Value
from app.services.inquiry_steps import text_of
from app.store import clusters
from app.store.store import Store
from tests.desk import KEY, NOON
from tests.fakes import FakeClock


def test_a_cluster_is_paged_newest_first_counted_and_found_by_its_growth(tmp_path, clock: FakeClock) -> None:
    store = Store.create(tmp_path / "c.db", KEY, clock.now, install_id="s")
    with store.write("", now=NOON) as tx:
        told: dict[str, Value] = {"opened_at": text_of(NOON), "title": "Sewage", "alerted_at": text_of(NOON)}
        cluster = tx.add("cluster", told)
        made = [
            tx.add("inquiry", {"opened_at": text_of(NOON + timedelta(minutes=at)), "state": "new"}) for at in range(3)
        ]
        for one in made:
            tx.put("inquiry", one, {"cluster_id": cluster.hex()})
        tx.put("inquiry", made[0], {"state": "closed", "closed_at": text_of(NOON)})
    with store.reading() as rows:
        first = clusters.page(rows, cluster, None, 2)
        assert [one.id for one in first] == [made[2], made[1]]
        assert [one.id for one in clusters.page(rows, cluster, first[-1].position, 2)] == [made[0]]
        assert (clusters.count(rows, cluster), clusters.count(rows, cluster, first[0].position)) == (3, 1)
        assert clusters.open_members(rows, cluster, made[1]) == [made[2]]
        assert [one.title for one in clusters.grown(rows, text_of(NOON))] == ["Sewage"]
        assert clusters.grown(rows, text_of(NOON + timedelta(seconds=1))) == []
        assert [one.id for one in clusters.latest(rows, None, 5)] == [cluster]
        assert clusters.latest(rows, cluster, 5) == []
        assert clusters.of_inquiry(rows, made[0]) == clusters.by_id(rows, cluster)
    store.close()
