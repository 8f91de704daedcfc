-- Step 7 of the hub: transfers. An inquiry that goes to another center is a fresh row in that center's scope, written by a
-- station of the one that it leaves. What is in a center's scope is that center's, whoever wrote it.

CREATE FUNCTION hub.center_of(scope text, center text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT CASE WHEN scope <> 'center' AND EXISTS (SELECT 1 FROM hub.station s WHERE s.center = scope) THEN scope
        ELSE center END
$$;
-- From another center nothing is handed out but what a transfer brings: no station may make accounts or settings for a
-- center that is not its own.
CREATE OR REPLACE VIEW hub.feed WITH (security_barrier) AS
    SELECT j.*, CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END AS read_as
    FROM hub.journal j JOIN hub.replica r USING (origin)
    WHERE CASE WHEN j.scope = 'center' THEN r.center ELSE j.scope END IN (
        SELECT m.scope FROM hub.membership m JOIN hub.station s USING (who)
        WHERE m.who = session_user AND s.disabled IS NULL)
    AND (j.scope IN ('center', 'program') OR j.scope = r.center
        OR j.entity IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone')
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
                OR j.scope NOT IN (SELECT o.center FROM hub.station o))
    ) d
    WHERE EXISTS (SELECT 1 FROM hub.membership m WHERE m.who = session_user AND m.scope = wanted)
$$;

CREATE OR REPLACE FUNCTION hub.follow_redactions() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    origins uuid[];
    firsts bigint[];
    lasts bigint[];
    one record;
    said uuid[];
    told uuid[] := '{}';
    first_gone bigint;
    again_gone bigint;
BEGIN
    SELECT array_agg(r.origin), array_agg(coalesce(c.seq, 0)), array_agg(r.last_seq) INTO origins, firsts, lasts
    FROM hub.replica r LEFT JOIN hub.redaction_cursor c USING (origin) WHERE r.last_seq > coalesce(c.seq, 0);
    IF origins IS NULL THEN
        RETURN 0;
    END IF;
    FOR one IN
        SELECT j.uid, j.payload, r.center FROM unnest(origins, firsts, lasts) h (origin, first, last)
        JOIN hub.replica r ON r.origin = h.origin
        JOIN hub.journal j ON j.origin = h.origin AND j.seq > h.first AND j.seq <= h.last
        WHERE j.entity = 'redaction' AND j.payload IS NOT NULL
    LOOP
        BEGIN
            WITH made AS (
                INSERT INTO hub.redacted (uid, center, skeleton)
                SELECT k.key::uuid, one.center, k.value FROM json_each_text(one.payload -> 'f' -> 'skeletons') k
                WHERE k.value::json IS NOT NULL
                ON CONFLICT (uid, center) DO UPDATE SET skeleton = excluded.skeleton RETURNING uid
            )
            SELECT array_agg(m.uid) INTO said FROM made m;
            told := told || coalesce(said, '{}');
        EXCEPTION WHEN data_exception THEN
            RAISE WARNING 'redaction % cannot be read', one.uid;
        END;
    END LOOP;
    UPDATE hub.journal j SET payload = NULL FROM hub.redacted d, hub.replica r
    WHERE j.uid = ANY (told) AND d.uid = j.uid AND r.origin = j.origin
        AND hub.center_of(j.scope, r.center) = d.center AND j.payload IS NOT NULL;
    GET DIAGNOSTICS first_gone = ROW_COUNT;
    UPDATE hub.journal j SET payload = NULL
    FROM unnest(origins, firsts, lasts) h (origin, first, last), hub.redacted d, hub.replica r
    WHERE j.origin = h.origin AND j.seq > h.first AND j.seq <= h.last AND j.payload IS NOT NULL
        AND d.uid = j.uid AND r.origin = j.origin AND hub.center_of(j.scope, r.center) = d.center;
    GET DIAGNOSTICS again_gone = ROW_COUNT;
    INSERT INTO hub.redaction_cursor (origin, seq) SELECT * FROM unnest(origins, lasts)
    ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq;
    RETURN first_gone + again_gone;
END $$;

REVOKE ALL ON FUNCTION hub.center_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.center_of TO onewindow_projector;
