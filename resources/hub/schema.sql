-- The hub: one append-only journal behind a guard. Made by "onewindow hub init"; needs PostgreSQL 15 or newer.
-- Stations may append to the journal and read what is theirs to read; nobody may change or delete a record.

CREATE SCHEMA hub;
REVOKE ALL ON SCHEMA hub FROM PUBLIC;

CREATE TABLE hub.identity (
    hub_id uuid PRIMARY KEY,
    schema_version int NOT NULL,
    oldest_program int NOT NULL DEFAULT 0,
    created timestamptz NOT NULL DEFAULT now(),
    current boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX identity_current ON hub.identity (current) WHERE current;

-- One login each; "center" is what a record's scope "center" means for this station.
CREATE TABLE hub.station (
    who name PRIMARY KEY,
    center text NOT NULL,
    label text NOT NULL,
    enrolled timestamptz NOT NULL DEFAULT now(),
    disabled timestamptz
);
CREATE TABLE hub.membership (
    who name NOT NULL REFERENCES hub.station,
    scope text NOT NULL,
    PRIMARY KEY (who, scope)
);

CREATE TABLE hub.replica (
    origin uuid PRIMARY KEY,
    owner name NOT NULL,
    center text NOT NULL,
    last_seq bigint NOT NULL DEFAULT 0,
    last_hash bytea NOT NULL DEFAULT '',
    durable_seq bigint NOT NULL DEFAULT 0,
    first_seen timestamptz NOT NULL DEFAULT now(),
    last_push timestamptz,
    last_sync timestamptz,
    skew_ms int
) WITH (fillfactor = 70);

-- json, not jsonb: the bytes of a payload must survive, their hash is chained.
CREATE TABLE hub.journal (
    origin uuid NOT NULL,
    seq bigint NOT NULL,
    uid uuid NOT NULL,
    hlc bigint NOT NULL,
    at text NOT NULL,
    actor text NOT NULL,
    scope text NOT NULL,
    entity text NOT NULL,
    row_id uuid NOT NULL,
    sv int NOT NULL,
    payload json,
    payload_hash bytea NOT NULL,
    hash bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (origin, seq)
);
CREATE INDEX journal_row ON hub.journal (row_id);
-- Not unique: a repair publishes a record again under another chain.
CREATE INDEX journal_uid ON hub.journal (uid);

-- The guard: whose chain it is (SY002), no gap and no repetition (SY003), every link and every payload (SY004).
CREATE FUNCTION hub.guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    one record;
    known hub.replica%ROWTYPE;
    home text;
    broken bigint;
BEGIN
    SELECT s.center INTO home FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL;
    IF home IS NULL THEN
        RAISE EXCEPTION 'not enrolled' USING ERRCODE = 'SY001';
    END IF;
    FOR one IN SELECT origin, min(seq) AS first, max(seq) AS last, count(*) AS many FROM fresh GROUP BY origin ORDER BY origin
    LOOP
        INSERT INTO hub.replica (origin, owner, center) VALUES (one.origin, session_user, home) ON CONFLICT DO NOTHING;
        SELECT * INTO known FROM hub.replica r WHERE r.origin = one.origin FOR UPDATE;
        IF known.owner <> session_user THEN
            RAISE EXCEPTION 'the chain of another station' USING ERRCODE = 'SY002';
        END IF;
        IF one.first <> known.last_seq + 1 OR one.last - one.first + 1 <> one.many THEN
            RAISE EXCEPTION 'not the next records' USING ERRCODE = 'SY003';
        END IF;
        SELECT count(*) INTO broken FROM (
            SELECT f.*, lag(f.hash, 1, known.last_hash) OVER (ORDER BY f.seq) AS previous
            FROM fresh f WHERE f.origin = one.origin
        ) c
        WHERE c.hash <> sha256(
            c.previous || uuid_send(c.origin) || int8send(c.seq) || uuid_send(c.uid) || int8send(c.hlc)
            || convert_to(c.at, 'UTF8') || '\x00'::bytea || convert_to(c.actor, 'UTF8') || '\x00'::bytea
            || convert_to(c.scope, 'UTF8') || '\x00'::bytea || convert_to(c.entity, 'UTF8') || '\x00'::bytea
            || uuid_send(c.row_id) || int4send(c.sv) || c.payload_hash)
        OR (c.payload IS NOT NULL AND c.payload_hash <> sha256(convert_to(c.payload::text, 'UTF8')));
        IF broken > 0 THEN
            RAISE EXCEPTION 'the chain does not hold' USING ERRCODE = 'SY004';
        END IF;
        UPDATE hub.replica r SET last_push = now(), last_seq = one.last,
            last_hash = (SELECT f.hash FROM fresh f WHERE f.origin = one.origin AND f.seq = one.last)
        WHERE r.origin = one.origin;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER guard AFTER INSERT ON hub.journal REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION hub.guard();

-- Payloads may be nulled by rule (the chain goes over their hashes); nothing else changes, nothing goes.
CREATE FUNCTION hub.keep() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.payload IS NULL AND (
        NEW.origin, NEW.seq, NEW.uid, NEW.hlc, NEW.at, NEW.actor, NEW.scope, NEW.entity, NEW.row_id, NEW.sv,
        NEW.payload_hash, NEW.hash) = (OLD.origin, OLD.seq, OLD.uid, OLD.hlc, OLD.at, OLD.actor, OLD.scope,
        OLD.entity, OLD.row_id, OLD.sv, OLD.payload_hash, OLD.hash) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'SY005';
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hub.journal FOR EACH ROW EXECUTE FUNCTION hub.keep();
CREATE FUNCTION hub.keep_all() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'SY005';
END $$;
CREATE TRIGGER keep_all BEFORE TRUNCATE ON hub.journal FOR EACH STATEMENT EXECUTE FUNCTION hub.keep_all();

-- What a station sees.
CREATE VIEW hub.known AS SELECT origin, last_seq, last_hash FROM hub.replica;
CREATE VIEW hub.feed WITH (security_barrier) AS
    SELECT j.*, CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END AS read_as
    FROM hub.journal j JOIN hub.replica r USING (origin)
    WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END IN (
        SELECT m.scope FROM hub.membership m JOIN hub.station s USING (who)
        WHERE m.who = session_user AND s.disabled IS NULL);

CREATE FUNCTION hub.hello(asked uuid, OUT hub_id uuid, OUT standby boolean, OUT asked_at timestamptz, OUT last_seq bigint,
    OUT last_hash bytea, OUT durable_seq bigint, OUT mine boolean, OUT center text, OUT scopes text[], OUT oldest int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT i.hub_id, pg_is_in_recovery(), clock_timestamp(), coalesce(r.last_seq, 0), coalesce(r.last_hash, ''),
        coalesce(r.durable_seq, 0), coalesce(r.owner = session_user, true), s.center,
        (SELECT array_agg(m.scope ORDER BY m.scope <> s.center, m.scope) FROM hub.membership m WHERE m.who = s.who),
        i.oldest_program
    FROM hub.identity i
    LEFT JOIN hub.station s ON s.who = session_user AND s.disabled IS NULL
    LEFT JOIN hub.replica r ON r.origin = asked
    WHERE i.current
$$;
CREATE FUNCTION hub.hashes(asked uuid, seqs bigint[]) RETURNS bytea[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT array_agg(coalesce(j.hash, '') ORDER BY a.n)
    FROM unnest(seqs) WITH ORDINALITY a (seq, n) LEFT JOIN hub.journal j ON j.origin = asked AND j.seq = a.seq
$$;
CREATE FUNCTION hub.lost(origins uuid[], seqs bigint[], hashes bytea[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(v.n), '{}')
    FROM unnest(origins, seqs, hashes) WITH ORDINALITY v (origin, seq, hash, n)
    LEFT JOIN hub.replica r ON r.origin = v.origin
    WHERE NOT coalesce(CASE WHEN r.last_seq = v.seq THEN r.last_hash = v.hash ELSE
        (SELECT j.hash FROM hub.journal j WHERE j.origin = v.origin AND j.seq = v.seq) = v.hash END, false)
$$;
CREATE FUNCTION hub.summary(wanted text, origins uuid[], seqs bigint[], OUT many bigint, OUT mixed bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT count(*), coalesce(bit_xor(('x' || right(replace(d.uid::text, '-', ''), 16))::bit(64)::bigint), 0)
    FROM (
        SELECT DISTINCT j.uid FROM unnest(origins, seqs) h (origin, seq)
        JOIN hub.replica r ON r.origin = h.origin
        JOIN hub.journal j ON j.origin = h.origin AND j.seq <= h.seq
        WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END = wanted
    ) d
    WHERE EXISTS (SELECT 1 FROM hub.membership m WHERE m.who = session_user AND m.scope = wanted)
$$;
CREATE FUNCTION hub.missing(uids uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(u.uid), '{}') FROM unnest(uids) u (uid)
    WHERE NOT EXISTS (SELECT 1 FROM hub.journal j WHERE j.uid = u.uid)
$$;
CREATE FUNCTION hub.note(asked uuid, skew int) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.replica r SET last_sync = now(), skew_ms = skew WHERE r.origin = asked AND r.owner = session_user
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA hub FROM PUBLIC;
GRANT USAGE ON SCHEMA hub TO onewindow_station;
GRANT INSERT (origin, seq, uid, hlc, at, actor, scope, entity, row_id, sv, payload, payload_hash, hash)
    ON hub.journal TO onewindow_station;
GRANT SELECT ON hub.feed, hub.known TO onewindow_station;
GRANT EXECUTE ON FUNCTION hub.hello, hub.hashes, hub.lost, hub.summary, hub.missing, hub.note TO onewindow_station;
