-- Step 3 of the hub: claims. While stations reach the hub, one calls somebody back and the others see that.
-- A claim ends by itself, by the hub's clock; its fence grows whenever another station takes it.

CREATE TABLE hub.claim (
    center text NOT NULL,
    case_id uuid NOT NULL,
    who name NOT NULL,
    label text NOT NULL,
    fence bigint NOT NULL DEFAULT 1,
    expires timestamptz NOT NULL,
    PRIMARY KEY (center, case_id)
) WITH (fillfactor = 70);

CREATE FUNCTION hub.claim_cases(cases uuid[], seconds int)
    RETURNS TABLE (case_id uuid, mine boolean, label text, fence bigint, expires timestamptz)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH me AS (
        SELECT s.who, s.center, s.label FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL
    ), got AS (
        INSERT INTO hub.claim AS c (center, case_id, who, label, expires)
        SELECT me.center, u.id, me.who, me.label, clock_timestamp() + make_interval(secs => least(seconds, 3600))
        FROM me CROSS JOIN (SELECT DISTINCT unnest(cases) AS id ORDER BY 1) u
        ON CONFLICT (center, case_id) DO UPDATE SET who = excluded.who, label = excluded.label,
            fence = c.fence + (c.who <> excluded.who)::int, expires = excluded.expires
            WHERE c.who = excluded.who OR c.expires <= clock_timestamp()
        RETURNING c.case_id, c.label, c.fence, c.expires
    )
    SELECT g.case_id, true, g.label, g.fence, g.expires FROM got g
    UNION ALL
    SELECT c.case_id, false, c.label, c.fence, c.expires FROM hub.claim c JOIN me USING (center)
    WHERE c.case_id = ANY (cases) AND NOT EXISTS (SELECT 1 FROM got g WHERE g.case_id = c.case_id)
$$;
CREATE FUNCTION hub.release_cases(cases uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.claim c SET expires = clock_timestamp() WHERE c.case_id = ANY (cases) AND c.who = session_user
$$;
-- What ended long ago needs no row; whoever keeps the hub may call this now and then.
CREATE FUNCTION hub.sweep_claims() RETURNS bigint LANGUAGE sql SET search_path = pg_catalog AS $$
    WITH gone AS (DELETE FROM hub.claim c WHERE c.expires < clock_timestamp() - interval '30 days' RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION hub.claim_cases, hub.release_cases, hub.sweep_claims FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.claim_cases, hub.release_cases TO onewindow_station;
