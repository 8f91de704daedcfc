"""Saying at the hub which records a proven backup holds: only those could ever be forgotten at a station."""

from datetime import datetime

from app.outside.hub_setup import administered, hub_id_of

_KEEP = """UPDATE hub.replica r SET durable_seq = greatest(r.durable_seq, coalesce(
        (SELECT max(j.seq) FROM hub.journal j WHERE j.origin = r.origin AND j.received_at < %s), 0))"""


def keep(place: str, begun: datetime) -> int:
    """Note that a backup which began then has been restored and looked at; return how many records it keeps safe.

    A record counts when the hub had it before the backup began. The mark only ever grows.
    """
    with administered(place) as connection:
        hub_id_of(connection)
        connection.execute(_KEEP.encode(), (begun,))
        row = connection.execute("SELECT coalesce(sum(durable_seq), 0)::bigint FROM hub.replica").fetchone()
    return int(row[0]) if row else 0
