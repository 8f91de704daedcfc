-- Step 10 of the hub: what comes with a transfer adds to the other center and changes nothing of it. A center's stations
-- write into another's scope only rows that nobody else has, and only about what went from one of the two to the other.

-- Inquiries, and callers with them, that one center's stations sent to another; "source" is the inquiry at the sender.
CREATE TABLE hub.sent (
    target uuid NOT NULL,
    sender text NOT NULL,
    receiver text NOT NULL,
    source uuid,
    PRIMARY KEY (target, sender, receiver)
);
CREATE INDEX sent_source ON hub.sent (source);
-- Records that are kept, as everything is, but handed out to nobody and published nowhere.
CREATE TABLE hub.refused (
    origin uuid NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (origin, seq)
);

-- Weighs one record against what was here before a time. What others wrote into the row counts, but for the same record
-- and for records whose writer had taken this one in before: those came out of order, after the hub had gone back.
CREATE FUNCTION hub.weigh(one hub.journal, before timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    home text;
    about uuid;
    sound boolean := true;
BEGIN
    SELECT r.center INTO home FROM hub.replica r WHERE r.origin = one.origin;
    IF one.scope = home OR one.payload IS NULL THEN
        RETURN;
    END IF;
    BEGIN
        about := (one.payload -> 'f' ->> CASE one.entity WHEN 'inquiry_event' THEN 'inquiry' WHEN 'caller_phone' THEN 'caller'
            ELSE 'came_as' END)::uuid;
    EXCEPTION WHEN data_exception THEN
        sound := false;
    END;
    sound := sound AND NOT EXISTS (
        SELECT 1 FROM hub.journal k JOIN hub.replica r ON r.origin = k.origin
        WHERE k.row_id = one.row_id AND r.center <> home AND k.received_at < before
            AND (k.uid, k.payload_hash) <> (one.uid, one.payload_hash)
            AND coalesce(k.payload ->> 'b', '') NOT LIKE '%' || replace(one.uid::text, '-', '') || '%');
    IF one.entity IN ('inquiry_event', 'caller_phone') THEN
        sound := sound AND (
            EXISTS (SELECT 1 FROM hub.sent s WHERE s.target = about AND s.sender = home AND s.receiver = one.scope)
            OR one.entity = 'inquiry_event' AND EXISTS (
                SELECT 1 FROM hub.sent s WHERE s.source = about AND s.sender = one.scope AND s.receiver = home));
    ELSIF sound THEN
        INSERT INTO hub.sent (target, sender, receiver, source) VALUES (one.row_id, home, one.scope, about)
        ON CONFLICT DO NOTHING;
    END IF;
    IF NOT sound AND EXISTS (SELECT 1 FROM hub.station s WHERE s.center = one.scope) THEN
        INSERT INTO hub.refused (origin, seq) VALUES (one.origin, one.seq) ON CONFLICT DO NOTHING;
    END IF;
END $$;
CREATE FUNCTION hub.weigh_fresh() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM hub.weigh(f, 'infinity') FROM (
        SELECT * FROM fresh WHERE scope NOT IN ('center', 'program')
            AND entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone') ORDER BY origin, seq OFFSET 0) f;
    RETURN NULL;
END $$;
-- After the guard: triggers go by their names.
CREATE TRIGGER weigh AFTER INSERT ON hub.journal REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION hub.weigh_fresh();
SELECT count(hub.weigh(j, j.received_at)) FROM (
    SELECT * FROM hub.journal WHERE scope NOT IN ('center', 'program')
        AND entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone') ORDER BY received_at, origin, seq OFFSET 0) j;

CREATE OR REPLACE VIEW hub.feed WITH (security_barrier) AS
    SELECT j.*, CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END AS read_as
    FROM hub.journal j JOIN hub.replica r USING (origin)
    WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END IN (
        SELECT m.scope FROM hub.membership m JOIN hub.station s USING (who)
        WHERE m.who = session_user AND s.disabled IS NULL)
    AND (j.scope IN ('center', 'program') OR j.scope = r.center
        OR j.entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone')
            AND NOT EXISTS (SELECT 1 FROM hub.refused x WHERE (x.origin, x.seq) = (j.origin, j.seq))
        OR j.scope NOT IN (SELECT o.center FROM hub.station o));

CREATE OR REPLACE FUNCTION hub.summary(wanted text, origins uuid[], seqs bigint[], OUT many bigint, OUT mixed bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT count(*), coalesce(bit_xor(('x' || right(replace(d.uid::text, '-', ''), 16))::bit(64)::bigint), 0)
    FROM (
        SELECT DISTINCT j.uid FROM unnest(origins, seqs) h (origin, seq)
        JOIN hub.replica r ON r.origin = h.origin
        JOIN hub.journal j ON j.origin = h.origin AND j.seq <= h.seq
        WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END = wanted
            AND (j.scope IN ('center', 'program') OR j.scope = r.center
                OR j.entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone')
                    AND NOT EXISTS (SELECT 1 FROM hub.refused x WHERE (x.origin, x.seq) = (j.origin, j.seq))
                OR j.scope NOT IN (SELECT o.center FROM hub.station o))
    ) d
    WHERE EXISTS (SELECT 1 FROM hub.membership m WHERE m.who = session_user AND m.scope = wanted)
$$;

REVOKE ALL ON FUNCTION hub.weigh, hub.weigh_fresh FROM PUBLIC;
GRANT SELECT ON hub.refused TO onewindow_projector;
