-- Step 8 of the hub: what a station may say of comebacks. It speaks for chains and names of its own, and nothing that it
-- says takes a count further than one beyond what this hub knows by itself: its count, its life, and the minute by its clock.
-- A seat that was taken before its chain had any record goes with the chain, where a copy wrote that first.

CREATE OR REPLACE FUNCTION hub.attend(asked uuid, called text, returned boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    raised bigint;
BEGIN
    IF called !~ '^[0-9a-f]{32}$' THEN
        RAISE EXCEPTION 'no name of a station' USING ERRCODE = 'SY001';
    END IF;
    INSERT INTO hub.seat AS t (origin, who, center, name)
    SELECT asked, s.who, s.center, called FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL
        AND NOT EXISTS (SELECT 1 FROM hub.seat o
            WHERE o.name = called AND o.origin <> asked AND o.who <> session_user)
        AND NOT EXISTS (SELECT 1 FROM hub.replica r
            WHERE r.origin IN (asked, called::uuid) AND r.owner <> session_user)
    ON CONFLICT (origin) DO UPDATE SET name = excluded.name, seen = now(), who = excluded.who, center = excluded.center,
        heard = CASE WHEN t.who = session_user THEN t.heard ELSE 0 END
    WHERE t.who = session_user OR EXISTS (SELECT 1 FROM hub.replica r WHERE r.origin = asked AND r.owner = session_user);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not enrolled, or the chain or the name of another station' USING ERRCODE = 'SY001';
    END IF;
    UPDATE hub.identity i SET count = i.count + returned::int WHERE i.current RETURNING i.count INTO raised;
    RETURN raised;
END $$;
-- No sync began at a count that this hub has not reached.
CREATE OR REPLACE FUNCTION hub.note(asked uuid, skew int, begun bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.replica r SET last_sync = now(), skew_ms = skew WHERE r.origin = asked AND r.owner = session_user;
    UPDATE hub.seat t SET heard = greatest(t.heard, least(begun, i.count)), seen = now() FROM hub.identity i
    WHERE i.current AND t.origin = asked AND t.who = session_user;
$$;
-- A life that this hub has forgotten was its number or, after "onewindow hub restored", the minute; more than that nobody
-- can have known. Said once or by many, it is raised once.
CREATE OR REPLACE FUNCTION hub.went_back(known int) RETURNS int
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE hub.identity i
    SET life = CASE WHEN known < i.life THEN i.life
        ELSE 1 + greatest(i.life, least(known, (extract(epoch FROM now()) / 60)::int)) END
    WHERE i.current AND EXISTS (SELECT 1 FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL)
    RETURNING i.life
$$;
-- What was said before there was a bound.
UPDATE hub.seat t SET heard = i.count FROM hub.identity i WHERE i.current AND t.heard > i.count;
