-- Step 12 of the hub: borders that hold whatever comes first. What is told of a row that has not come yet is weighed again
-- once it is there; nothing is said twice under one name, nothing without what it says; and in "program" stands only what
-- belongs to all.

ALTER TABLE hub.refused ADD COLUMN about uuid;
CREATE INDEX refused_about ON hub.refused (about);

-- Part of a payload, a field of it, and a row that it names; nothing where that cannot be read. A character that no text of
-- this database can hold is no reason to refuse a record, or another one because of it.
CREATE FUNCTION hub.said_in(payload json, part text) RETURNS json
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
BEGIN
    RETURN replace(payload::text, '\u0000', '\ufffd')::json -> part;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;
CREATE FUNCTION hub.field_of(payload json, name text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT hub.said_in(payload, 'f') ->> name
$$;
CREATE FUNCTION hub.row_of(payload json, name text) RETURNS uuid
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT CASE WHEN t.said ~ '^[0-9a-f]{32}$' THEN t.said::uuid END FROM (SELECT hub.field_of(payload, name)) t (said)
$$;
-- Whether a record was here before that is another one: under the same name, or of the same row by another center. What
-- others wrote into the row counts not where they had taken this one in: then it came out of order, after the hub had
-- gone back.
CREATE FUNCTION hub.has_rival(one hub.journal, home text, before timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM hub.journal k WHERE k.uid = one.uid AND k.received_at < before
            AND (k.scope, k.entity, k.row_id, k.hlc, k.at, k.actor, k.sv, k.payload_hash)
                <> (one.scope, one.entity, one.row_id, one.hlc, one.at, one.actor, one.sv, one.payload_hash))
    OR EXISTS (
        SELECT 1 FROM hub.journal k JOIN hub.replica r ON r.origin = k.origin
        WHERE k.row_id = one.row_id AND r.center <> home AND k.received_at < before AND k.uid <> one.uid
            AND coalesce(hub.said_in(k.payload, 'b')::text, '') NOT LIKE '%' || replace(one.uid::text, '-', '') || '%')
$$;
-- Notes that a row went from one center to another; what was told of it before it came is weighed again. Stations that
-- had read on past that notice at their comparison, which counts it from now on.
CREATE FUNCTION hub.note_sent(sent uuid, sent_by text, sent_to text, known_as uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    late hub.journal;
BEGIN
    INSERT INTO hub.sent AS s (target, sender, receiver, source) VALUES (sent, sent_by, sent_to, known_as)
    ON CONFLICT (target, sender, receiver) DO UPDATE SET source = excluded.source
    WHERE s.source IS NULL AND excluded.source IS NOT NULL;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR late IN SELECT j.* FROM hub.refused x JOIN hub.journal j ON j.origin = x.origin AND j.seq = x.seq
        JOIN hub.replica r ON r.origin = j.origin
        WHERE x.about IN (sent, known_as) AND j.entity IN ('inquiry_event', 'caller_phone') AND (r.center, j.scope) IN ((sent_by, sent_to), (sent_to, sent_by))
    LOOP
        DELETE FROM hub.refused x WHERE x.origin = late.origin AND x.seq = late.seq;
        PERFORM hub.weigh(late, late.received_at);
        INSERT INTO hub.projection_again (row_id) SELECT late.row_id
        WHERE NOT EXISTS (SELECT 1 FROM hub.refused x WHERE x.origin = late.origin AND x.seq = late.seq)
        ON CONFLICT DO NOTHING;
    END LOOP;
END $$;
CREATE OR REPLACE FUNCTION hub.weigh(one hub.journal, before timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    home text;
    named uuid := hub.row_of(one.payload,
        CASE one.entity WHEN 'inquiry_event' THEN 'inquiry' WHEN 'caller_phone' THEN 'caller' ELSE 'came_as' END);
    came text := hub.field_of(one.payload, 'came_from');
    sound boolean;
BEGIN
    SELECT r.center INTO home FROM hub.replica r WHERE r.origin = one.origin;
    IF one.scope = home THEN
        -- A center gives back what came to it, after the hub has lost it: that much it may say of its sender, and the
        -- sender says itself whether it is so.
        IF one.entity = 'inquiry' AND came <> home THEN
            PERFORM hub.note_sent(one.row_id, came, home, (SELECT named WHERE EXISTS (
                SELECT 1 FROM hub.journal k JOIN hub.replica r ON r.origin = k.origin
                WHERE k.row_id = named AND r.center = came AND hub.field_of(k.payload, 'moved_to') = home)));
            PERFORM hub.note_sent(c.caller, came, home, NULL) FROM (SELECT hub.row_of(one.payload, 'caller')) c (caller)
            WHERE c.caller IS NOT NULL;
        END IF;
        RETURN;
    END IF;
    sound := NOT hub.has_rival(one, home, before);
    IF one.scope = 'program' THEN
        sound := sound AND one.entity = 'known_center' AND (one.payload IS NULL
            OR hub.field_of(one.payload, 'name') IN (SELECT s.center FROM hub.station s));
    ELSIF one.entity NOT IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone') THEN
        sound := false;
    ELSIF one.payload IS NULL THEN
        -- An empty copy stands for one that is empty by now as well; beside a whole one it would only hide that.
        sound := sound AND (
            EXISTS (SELECT 1 FROM hub.redacted d WHERE d.uid = one.uid AND d.center = one.scope)
            OR EXISTS (SELECT 1 FROM hub.journal k
                WHERE k.uid = one.uid AND (k.origin, k.seq) <> (one.origin, one.seq) AND k.payload IS NULL
                    AND k.received_at < before
                    AND NOT EXISTS (SELECT 1 FROM hub.refused x WHERE x.origin = k.origin AND x.seq = k.seq))
            AND NOT EXISTS (SELECT 1 FROM hub.journal k WHERE k.uid = one.uid AND k.payload IS NOT NULL));
    ELSIF one.entity IN ('inquiry_event', 'caller_phone') THEN
        sound := sound AND (
            EXISTS (SELECT 1 FROM hub.sent s WHERE s.target = named AND s.sender = home AND s.receiver = one.scope)
            OR one.entity = 'inquiry_event' AND EXISTS (
                SELECT 1 FROM hub.sent s WHERE s.source = named AND s.sender = one.scope AND s.receiver = home));
    ELSIF sound THEN
        PERFORM hub.note_sent(one.row_id, home, one.scope, named);
    END IF;
    IF NOT coalesce(sound, false) THEN
        INSERT INTO hub.refused (origin, seq, about) VALUES (one.origin, one.seq, named) ON CONFLICT DO NOTHING;
    END IF;
END $$;
-- One at a time: of a row and what is told of it, pushed at once by two stations, each must find the other.
CREATE OR REPLACE FUNCTION hub.weigh_fresh() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fresh WHERE scope = 'program' OR scope IN (SELECT s.center FROM hub.station s)) THEN
        LOCK TABLE hub.sent IN SHARE ROW EXCLUSIVE MODE;
        PERFORM hub.weigh(f, 'infinity') FROM (
            SELECT * FROM fresh WHERE scope = 'program' OR scope IN (SELECT s.center FROM hub.station s)
            ORDER BY origin, seq OFFSET 0) f;
    END IF;
    RETURN NULL;
END $$;

-- What came before this step: refused records once more, now that all rows are known, and the others that crossed.
DELETE FROM hub.refused;
SELECT count(hub.weigh(j, j.received_at)) FROM (
    SELECT * FROM hub.journal WHERE scope IN (SELECT s.center FROM hub.station s)
    ORDER BY entity IN ('inquiry_event', 'caller_phone'), received_at, origin, seq OFFSET 0) j;
-- Two centers may know a row by one id (a unit by its code): each has its own in the published tables.
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT k.conrelid::regclass AS said, k.conname FROM pg_constraint k
        WHERE k.connamespace = 'pub'::regnamespace AND k.contype = 'p'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD PRIMARY KEY (id, center)', one.said, one.conname);
    END LOOP;
END $$;

CREATE OR REPLACE VIEW hub.feed WITH (security_barrier) AS
    SELECT j.*, CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END AS read_as
    FROM hub.journal j JOIN hub.replica r USING (origin)
    WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END IN (
        SELECT m.scope FROM hub.membership m JOIN hub.station s USING (who)
        WHERE m.who = session_user AND s.disabled IS NULL)
    AND (j.scope IN ('center', r.center)
        OR (j.scope = 'program' OR j.entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone')
            OR j.scope NOT IN (SELECT o.center FROM hub.station o))
            AND NOT EXISTS (SELECT 1 FROM hub.refused x WHERE (x.origin, x.seq) = (j.origin, j.seq)));

CREATE OR REPLACE FUNCTION hub.summary(wanted text, origins uuid[], seqs bigint[], OUT many bigint, OUT mixed bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT count(*), coalesce(bit_xor(('x' || right(replace(d.uid::text, '-', ''), 16))::bit(64)::bigint), 0)
    FROM (
        SELECT DISTINCT j.uid FROM unnest(origins, seqs) h (origin, seq)
        JOIN hub.replica r ON r.origin = h.origin
        JOIN hub.journal j ON j.origin = h.origin AND j.seq <= h.seq
        WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END = wanted
            AND (j.scope IN ('center', r.center)
                OR (j.scope = 'program' OR j.entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone')
                    OR j.scope NOT IN (SELECT o.center FROM hub.station o))
                    AND NOT EXISTS (SELECT 1 FROM hub.refused x WHERE (x.origin, x.seq) = (j.origin, j.seq)))
    ) d
    WHERE EXISTS (SELECT 1 FROM hub.membership m WHERE m.who = session_user AND m.scope = wanted)
$$;
-- What is refused of a center's own is not there: its stations give it back.
CREATE OR REPLACE FUNCTION hub.missing(uids uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(u.uid), '{}') FROM unnest(uids) u (uid)
    WHERE NOT EXISTS (SELECT 1 FROM hub.journal j WHERE j.uid = u.uid AND NOT (
        j.scope = (SELECT s.center FROM hub.station s WHERE s.who = session_user)
        AND EXISTS (SELECT 1 FROM hub.refused x WHERE (x.origin, x.seq) = (j.origin, j.seq))))
$$;

REVOKE ALL ON FUNCTION hub.said_in, hub.field_of, hub.row_of, hub.has_rival, hub.note_sent FROM PUBLIC;
