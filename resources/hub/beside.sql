-- Step 13 of the hub: objects beside each other. A name says which content an object should be; whether it is, only the
-- stations of its center can tell. So one name may be given under several salts, each by itself: whoever finds that a whole
-- one is not what it should be gives its own beside it, and two stations that give one content take nothing from each other.

ALTER TABLE hub.object_part DROP CONSTRAINT object_part_center_name_fkey, DROP CONSTRAINT object_part_pkey,
    ADD COLUMN salt bytea;
ALTER TABLE hub.object_use DROP CONSTRAINT object_use_center_name_fkey;
ALTER TABLE hub.object DROP CONSTRAINT object_pkey;
ALTER TABLE hub.object ADD PRIMARY KEY (center, name, salt);
-- What keeps a name as long as there is a use or an object of it, and a use that comes while it goes from being lost.
CREATE TABLE hub.object_name (
    center text NOT NULL,
    name bytea NOT NULL,
    PRIMARY KEY (center, name)
);
INSERT INTO hub.object_name (center, name) SELECT o.center, o.name FROM hub.object o;
ALTER TABLE hub.object ADD FOREIGN KEY (center, name) REFERENCES hub.object_name;
ALTER TABLE hub.object_use ADD FOREIGN KEY (center, name) REFERENCES hub.object_name;
ALTER TABLE hub.object_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.object_part DISABLE TRIGGER keep;
UPDATE hub.object_part p SET salt = o.salt FROM hub.object o WHERE o.center = p.center AND o.name = p.name;
ALTER TABLE hub.object_part ENABLE TRIGGER keep;
ALTER TABLE hub.object_part ADD PRIMARY KEY (center, name, salt, number),
    ADD FOREIGN KEY (center, name, salt) REFERENCES hub.object;

-- As before: nothing of a whole object changes, and nothing goes but by a redaction.
CREATE OR REPLACE FUNCTION hub.keep_objects() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    needed boolean;
BEGIN
    IF TG_OP = 'TRUNCATE' OR TG_TABLE_NAME = 'object_gone' OR (TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'object') THEN
        RAISE EXCEPTION 'objects do not change' USING ERRCODE = 'SY005';
    ELSIF TG_TABLE_NAME = 'object_use' THEN
        needed := NOT EXISTS (SELECT 1 FROM hub.object_gone g WHERE g.center = OLD.center AND g.about = OLD.about);
    ELSIF TG_TABLE_NAME = 'object' THEN
        needed := OLD.whole AND (TG_OP = 'UPDATE'
            OR EXISTS (SELECT 1 FROM hub.object_use u WHERE u.center = OLD.center AND u.name = OLD.name));
    ELSE
        needed := EXISTS (SELECT 1 FROM hub.object o
                WHERE o.center = OLD.center AND o.name = OLD.name AND o.salt = OLD.salt AND o.whole)
            AND EXISTS (SELECT 1 FROM hub.object_use u WHERE u.center = OLD.center AND u.name = OLD.name);
    END IF;
    IF needed THEN
        RAISE EXCEPTION 'objects do not change' USING ERRCODE = 'SY005';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RETURN NEW;
    END IF;
    RETURN OLD;
END $$;

-- Begin to give an object under a salt, or go on: how many parts are here, and whether that is all of it. Where another one of
-- this name is whole, that one is told of instead, unless this is to lie "beside" it. What this login began of the name under
-- another salt and did not end goes. NULL where its record was redacted: it is not wanted any more.
CREATE FUNCTION hub.begin_beside(wanted bytea, told uuid, fresh_salt bytea, beside boolean,
    OUT salt bytea, OUT parts int, OUT whole boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    home text;
    known hub.object%ROWTYPE;
BEGIN
    SELECT s.center INTO home FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL;
    IF home IS NULL THEN
        RAISE EXCEPTION 'not enrolled' USING ERRCODE = 'SY001';
    END IF;
    IF EXISTS (SELECT 1 FROM hub.object_gone g WHERE g.center = home AND g.about = told) THEN
        RETURN;
    END IF;
    INSERT INTO hub.object_name (center, name) VALUES (home, wanted) ON CONFLICT DO NOTHING;
    INSERT INTO hub.object_use (center, about, name) VALUES (home, told, wanted) ON CONFLICT DO NOTHING;
    SELECT * INTO known FROM hub.object o WHERE o.center = home AND o.name = wanted AND o.salt = fresh_salt FOR UPDATE;
    IF NOT FOUND AND NOT beside THEN
        SELECT * INTO known FROM hub.object o WHERE o.center = home AND o.name = wanted AND o.whole
        ORDER BY o.came DESC, o.salt LIMIT 1;
    END IF;
    IF known.whole IS NOT TRUE AND known.who IS DISTINCT FROM session_user THEN
        DELETE FROM hub.object_part p USING hub.object o
        WHERE o.center = home AND o.name = wanted AND NOT o.whole AND (o.who = session_user OR o.salt = fresh_salt)
            AND p.center = o.center AND p.name = o.name AND p.salt = o.salt;
        DELETE FROM hub.object o
        WHERE o.center = home AND o.name = wanted AND NOT o.whole AND (o.who = session_user OR o.salt = fresh_salt);
        INSERT INTO hub.object AS o (center, name, salt, who) VALUES (home, wanted, fresh_salt, session_user)
        RETURNING o.* INTO known;
    END IF;
    salt := known.salt;
    parts := known.parts;
    whole := known.whole;
END $$;
CREATE OR REPLACE FUNCTION hub.begin_object(wanted bytea, told uuid, fresh_salt bytea,
    OUT salt bytea, OUT parts int, OUT whole boolean)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT b.salt, b.parts, b.whole FROM hub.begin_beside(wanted, told, fresh_salt, false) b
$$;

-- Take the next part of an object that this login has begun; the last one makes it whole.
CREATE OR REPLACE FUNCTION hub.keep_part(wanted bytea, under bytea, place int, content bytea, is_last boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    home text;
BEGIN
    SELECT s.center INTO home FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL;
    UPDATE hub.object o SET parts = place + 1, whole = is_last, came = now()
    WHERE o.center = home AND o.name = wanted AND o.salt = under AND o.who = session_user AND o.parts = place
        AND NOT o.whole;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not the next part' USING ERRCODE = 'SY003';
    END IF;
    INSERT INTO hub.object_part (center, name, salt, number, sealed) VALUES (home, wanted, under, place, content);
END $$;

-- The whole objects of a record, the newest first. A program of before takes the first one, and its parts by the name.
CREATE OR REPLACE FUNCTION hub.object_of(told uuid) RETURNS TABLE (name bytea, salt bytea, parts int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT o.name, o.salt, o.parts FROM hub.station s
    JOIN hub.object_use u ON u.center = s.center AND u.about = told
    JOIN hub.object o ON o.center = u.center AND o.name = u.name AND o.whole
    WHERE s.who = session_user AND s.disabled IS NULL ORDER BY o.came DESC, o.salt
$$;
CREATE FUNCTION hub.part_under(wanted bytea, under bytea, place int) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT p.sealed FROM hub.station s JOIN hub.object_part p
        ON p.center = s.center AND p.name = wanted AND p.salt = under AND p.number = place
    WHERE s.who = session_user AND s.disabled IS NULL
$$;
CREATE OR REPLACE FUNCTION hub.part_of(wanted bytea, place int) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT hub.part_under(wanted, (SELECT o.salt FROM hub.station s JOIN hub.object o
        ON o.center = s.center AND o.name = wanted AND o.whole
        WHERE s.who = session_user AND s.disabled IS NULL ORDER BY o.came DESC, o.salt LIMIT 1), place)
$$;

-- As before, with every object of a name; and what somebody began and left for a month goes.
CREATE OR REPLACE FUNCTION hub.drop_objects() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    origins uuid[];
    firsts bigint[];
    lasts bigint[];
    one record;
    went bigint;
    gone bigint := 0;
BEGIN
    DELETE FROM hub.object_part p USING hub.object o
    WHERE NOT o.whole AND o.came < now() - interval '30 days'
        AND p.center = o.center AND p.name = o.name AND p.salt = o.salt;
    DELETE FROM hub.object o WHERE NOT o.whole AND o.came < now() - interval '30 days';
    SELECT array_agg(r.origin), array_agg(coalesce(c.seq, 0)), array_agg(r.last_seq) INTO origins, firsts, lasts
    FROM hub.replica r LEFT JOIN hub.object_cursor c USING (origin) WHERE r.last_seq > coalesce(c.seq, 0);
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
            INSERT INTO hub.object_gone (center, about)
            SELECT one.center, (one.payload -> 'f' ->> 'record')::uuid
            WHERE one.payload -> 'f' ->> 'entity' IN ('frame', 'script_document') ON CONFLICT DO NOTHING;
        EXCEPTION WHEN data_exception OR not_null_violation THEN
            RAISE WARNING 'redaction % cannot be read', one.uid;
        END;
    END LOOP;
    PERFORM 1 FROM hub.object o WHERE EXISTS (SELECT 1 FROM hub.object_use u JOIN hub.object_gone g USING (center, about)
        WHERE u.center = o.center AND u.name = o.name) FOR UPDATE;
    FOR one IN SELECT DISTINCT u.center, u.name FROM hub.object_use u JOIN hub.object_gone g USING (center, about) LOOP
        DELETE FROM hub.object_use u USING hub.object_gone g
        WHERE u.center = one.center AND u.name = one.name AND g.center = u.center AND g.about = u.about;
        IF NOT EXISTS (SELECT 1 FROM hub.object_use u WHERE u.center = one.center AND u.name = one.name) THEN
            DELETE FROM hub.object_part p WHERE p.center = one.center AND p.name = one.name;
            DELETE FROM hub.object o WHERE o.center = one.center AND o.name = one.name;
            GET DIAGNOSTICS went = ROW_COUNT;
            DELETE FROM hub.object_name n WHERE n.center = one.center AND n.name = one.name;
            gone := gone + went;
        END IF;
    END LOOP;
    INSERT INTO hub.object_cursor (origin, seq) SELECT * FROM unnest(origins, lasts)
    ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq;
    RETURN gone;
END $$;

REVOKE ALL ON FUNCTION hub.begin_beside, hub.part_under FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.begin_beside, hub.part_under TO onewindow_station;
