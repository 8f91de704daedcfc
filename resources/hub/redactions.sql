-- Step 4 of the hub: redactions. What a center took out by its rules goes out of the journal here as well: of records
-- of stations of that center, never of others. The chain stays, its hashes go over the payloads' hashes.

CREATE TABLE hub.redacted (
    uid uuid NOT NULL,
    center text NOT NULL,
    skeleton text NOT NULL,
    PRIMARY KEY (uid, center)
);
-- How far each chain has been looked through.
CREATE TABLE hub.redaction_cursor (
    origin uuid PRIMARY KEY,
    seq bigint NOT NULL
);

-- Follows every redaction that came since the last time, and takes out again what somebody has sent once more; returns
-- how many payloads went. A redaction that cannot be read is passed over: it must not keep the others waiting.
CREATE FUNCTION hub.follow_redactions() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
    WHERE j.uid = ANY (told) AND d.uid = j.uid AND r.origin = j.origin AND r.center = d.center AND j.payload IS NOT NULL;
    GET DIAGNOSTICS first_gone = ROW_COUNT;
    UPDATE hub.journal j SET payload = NULL
    FROM unnest(origins, firsts, lasts) h (origin, first, last), hub.redacted d, hub.replica r
    WHERE j.origin = h.origin AND j.seq > h.first AND j.seq <= h.last AND j.payload IS NOT NULL
        AND d.uid = j.uid AND r.origin = j.origin AND r.center = d.center;
    GET DIAGNOSTICS again_gone = ROW_COUNT;
    INSERT INTO hub.redaction_cursor (origin, seq) SELECT * FROM unnest(origins, lasts)
    ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq;
    RETURN first_gone + again_gone;
END $$;

REVOKE ALL ON FUNCTION hub.follow_redactions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.follow_redactions TO onewindow_projector;
GRANT SELECT ON hub.redacted TO onewindow_projector;
