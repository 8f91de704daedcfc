-- The guard as explicit statements, for databases whose triggers cannot see the rows of a statement (Citus on distributed
-- tables, CockroachDB). A gateway runs them in one transaction around the COPY of one chain's records: lock, copy, check,
-- advance; it rolls back where "lock" gives another owner or "check" says so. With the journal and the replicas distributed
-- by origin, all of it happens on one node. No sequence, advisory lock, temporary table or LISTEN is used; on 40001 the
-- transaction is tried again. :origin, :owner, :center, :first and :last are the chain, the login, and the records' ends.

-- name: register
INSERT INTO hub.replica (origin, owner, center) VALUES (:origin, :owner, :center) ON CONFLICT DO NOTHING;

-- name: lock
SELECT owner, last_seq FROM hub.replica WHERE origin = :origin FOR UPDATE;

-- name: check
SELECT count(*) = :last - :first + 1 AND :first = min(r.last_seq) + 1 AND coalesce(bool_and(c.holds), false) AS sound
FROM hub.replica r CROSS JOIN LATERAL (
    SELECT j.hash = sha256(
            lag(j.hash, 1, r.last_hash) OVER (ORDER BY j.seq) || uuid_send(j.origin) || int8send(j.seq)
            || uuid_send(j.uid) || int8send(j.hlc) || convert_to(j.at, 'UTF8') || '\x00'::bytea
            || convert_to(j.actor, 'UTF8') || '\x00'::bytea || convert_to(j.scope, 'UTF8') || '\x00'::bytea
            || convert_to(j.entity, 'UTF8') || '\x00'::bytea || uuid_send(j.row_id) || int4send(j.sv) || j.payload_hash)
        AND (j.payload IS NULL OR j.payload_hash = sha256(convert_to(j.payload::text, 'UTF8'))) AS holds
    FROM hub.journal j WHERE j.origin = :origin AND j.seq BETWEEN :first AND :last
) c
WHERE r.origin = :origin;

-- name: advance
UPDATE hub.replica r SET last_push = now(), last_seq = :last,
    last_hash = (SELECT j.hash FROM hub.journal j WHERE j.origin = :origin AND j.seq = :last)
WHERE r.origin = :origin;
