-- Step 5 of the hub: comebacks. The hub may go back to a backup, and a station may; what was granted in between must not be
-- granted again by who has forgotten it. "life" counts the hub's comebacks, "count" those of stations; both go back with the
-- hub, and whoever knows a higher one raises them again.

ALTER TABLE hub.identity ADD COLUMN life int NOT NULL DEFAULT 1, ADD COLUMN count bigint NOT NULL DEFAULT 0;

-- Each station by the chain that it writes: its name in leases, and the count of comebacks at which its last whole sync began.
CREATE TABLE hub.seat (
    origin uuid PRIMARY KEY,
    who name NOT NULL,
    center text NOT NULL,
    name text NOT NULL,
    heard bigint NOT NULL DEFAULT 0,
    seen timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
INSERT INTO hub.seat (origin, who, center, name)
SELECT r.origin, r.owner, r.center, replace(r.origin::text, '-', '') FROM hub.replica r WHERE r.last_sync IS NOT NULL;

-- The greeting with what is new; "hello" stays for older programs. "machine" differs where PostgreSQL itself knows that it
-- was restored or promoted: another cluster, or another timeline.
CREATE FUNCTION hub.greet(asked uuid, OUT hub_id uuid, OUT standby boolean, OUT asked_at timestamptz, OUT last_seq bigint,
    OUT last_hash bytea, OUT durable_seq bigint, OUT mine boolean, OUT center text, OUT scopes text[], OUT oldest int,
    OUT life int, OUT count bigint, OUT machine text, OUT seat text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT h.*, i.life, i.count, c.system_identifier::text || CASE WHEN pg_is_in_recovery() THEN ''
        ELSE '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) END,
        (SELECT t.name FROM hub.seat t WHERE t.origin = asked AND t.who = session_user)
    FROM hub.hello(asked) h JOIN hub.identity i ON i.hub_id = h.hub_id AND i.current CROSS JOIN pg_control_system() c
$$;
-- Says by which name a chain's station is known; one that was restored has the count raised. Returns the count.
CREATE FUNCTION hub.attend(asked uuid, called text, returned boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    raised bigint;
BEGIN
    INSERT INTO hub.seat AS t (origin, who, center, name)
    SELECT asked, s.who, s.center, called FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL
    ON CONFLICT (origin) DO UPDATE SET name = excluded.name, seen = now() WHERE t.who = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not enrolled, or the chain of another station' USING ERRCODE = 'SY001';
    END IF;
    UPDATE hub.identity i SET count = i.count + returned::int WHERE i.current RETURNING i.count INTO raised;
    RETURN raised;
END $$;
-- Every station of the asking one's center.
CREATE FUNCTION hub.seats() RETURNS TABLE (name text, label text, heard bigint, closed timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT t.name, s.label, t.heard, s.disabled FROM hub.seat t JOIN hub.station s USING (who)
    WHERE t.center = (SELECT m.center FROM hub.station m WHERE m.who = session_user AND m.disabled IS NULL)
    ORDER BY s.label, t.origin
$$;
-- The end of a whole sync that began at this count: everything that the station knows is here, and it knows what was here.
CREATE FUNCTION hub.note(asked uuid, skew int, begun bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.replica r SET last_sync = now(), skew_ms = skew WHERE r.origin = asked AND r.owner = session_user;
    UPDATE hub.seat t SET heard = greatest(t.heard, begun), seen = now() WHERE t.origin = asked AND t.who = session_user;
$$;
-- An older program says no count; its station has a seat from then on, and is never heard until it is upgraded.
CREATE OR REPLACE FUNCTION hub.note(asked uuid, skew int) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.replica r SET last_sync = now(), skew_ms = skew WHERE r.origin = asked AND r.owner = session_user;
    INSERT INTO hub.seat (origin, who, center, name)
    SELECT r.origin, r.owner, r.center, replace(r.origin::text, '-', '') FROM hub.replica r
    WHERE r.origin = asked AND r.owner = session_user ON CONFLICT DO NOTHING;
$$;
-- Somebody knows what this hub has forgotten: it is another life than that one. Said once or by many, it is raised once.
CREATE FUNCTION hub.went_back(known int) RETURNS int
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.identity i SET life = greatest(i.life, known + 1)
    WHERE i.current AND EXISTS (SELECT 1 FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL)
    RETURNING i.life
$$;

REVOKE ALL ON FUNCTION hub.greet, hub.attend, hub.seats, hub.note(uuid, int, bigint), hub.went_back FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.greet, hub.attend, hub.seats, hub.note(uuid, int, bigint), hub.went_back TO onewindow_station;
