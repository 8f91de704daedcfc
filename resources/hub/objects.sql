-- Step 9 of the hub: sealed objects. Lists of people and source documents are content, not records: the station that has
-- one gives it here, sealed under the center's secret, for the other stations of that center. A name is a keyed hash of
-- the content's: whoever rules the hub can neither read an object nor try whether it is one that they have themselves.

CREATE TABLE hub.object (
    center text NOT NULL,
    name bytea NOT NULL CHECK (octet_length(name) = 32),
    salt bytea NOT NULL CHECK (octet_length(salt) = 16),
    who name NOT NULL,
    parts int NOT NULL DEFAULT 0 CHECK (parts <= 4096),
    whole boolean NOT NULL DEFAULT false,
    came timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (center, name)
);
CREATE TABLE hub.object_part (
    center text NOT NULL,
    name bytea NOT NULL,
    number int NOT NULL,
    sealed bytea NOT NULL CHECK (octet_length(sealed) <= 262160),
    PRIMARY KEY (center, name, number),
    FOREIGN KEY (center, name) REFERENCES hub.object
);
ALTER TABLE hub.object_part ALTER COLUMN sealed SET STORAGE EXTERNAL;
-- Which records an object belongs to; when the last of them was redacted, it goes.
CREATE TABLE hub.object_use (
    center text NOT NULL,
    about uuid NOT NULL,
    name bytea NOT NULL,
    PRIMARY KEY (center, about, name),
    FOREIGN KEY (center, name) REFERENCES hub.object
);
CREATE INDEX object_use_name ON hub.object_use (center, name);
-- Records whose content has gone by a center's rules: it is not taken in again.
CREATE TABLE hub.object_gone (
    center text NOT NULL,
    about uuid NOT NULL,
    PRIMARY KEY (center, about)
);
CREATE TABLE hub.object_cursor (
    origin uuid PRIMARY KEY,
    seq bigint NOT NULL
);
INSERT INTO hub.object_cursor (origin, seq) SELECT r.origin, r.last_seq FROM hub.replica r;

-- Nothing of a whole object changes, and nothing goes but by a redaction: this holds for everybody, the owner, too.
CREATE FUNCTION hub.keep_objects() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
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
        needed := EXISTS (SELECT 1 FROM hub.object o WHERE o.center = OLD.center AND o.name = OLD.name AND o.whole)
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
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hub.object FOR EACH ROW EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hub.object_part FOR EACH ROW EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hub.object_use FOR EACH ROW EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hub.object_gone FOR EACH ROW EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON hub.object FOR EACH STATEMENT EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON hub.object_part FOR EACH STATEMENT EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON hub.object_use FOR EACH STATEMENT EXECUTE FUNCTION hub.keep_objects();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON hub.object_gone FOR EACH STATEMENT EXECUTE FUNCTION hub.keep_objects();

-- Nobody but these functions reaches a row, and they none of another center.
ALTER TABLE hub.object ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.object_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.object_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.object_gone ENABLE ROW LEVEL SECURITY;

-- Begin to give an object, or go on: how many parts are here, under which salt, and whether that is all of it. What
-- another station began and did not end begins anew. NULL where its record was redacted: it is not wanted any more.
CREATE FUNCTION hub.begin_object(wanted bytea, told uuid, fresh_salt bytea,
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
    INSERT INTO hub.object AS o (center, name, salt, who) VALUES (home, wanted, fresh_salt, session_user)
    ON CONFLICT DO NOTHING;
    SELECT * INTO known FROM hub.object o WHERE o.center = home AND o.name = wanted FOR UPDATE;
    IF NOT known.whole AND (known.who <> session_user OR known.salt <> fresh_salt) THEN
        DELETE FROM hub.object_part p WHERE p.center = home AND p.name = wanted;
        UPDATE hub.object o SET salt = fresh_salt, who = session_user, parts = 0
        WHERE o.center = home AND o.name = wanted RETURNING o.* INTO known;
    END IF;
    INSERT INTO hub.object_use (center, about, name) VALUES (home, told, wanted) ON CONFLICT DO NOTHING;
    salt := known.salt;
    parts := known.parts;
    whole := known.whole;
END $$;

-- Take the next part of an object that this login has begun; the last one makes it whole.
CREATE FUNCTION hub.keep_part(wanted bytea, under bytea, place int, content bytea, is_last boolean) RETURNS void
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
    INSERT INTO hub.object_part (center, name, number, sealed) VALUES (home, wanted, place, content);
END $$;

-- Which of these records have no whole object of this name.
CREATE FUNCTION hub.lacks_objects(records uuid[], names bytea[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(w.about), '{}') FROM unnest(records, names) w (about, name)
    WHERE NOT EXISTS (
        SELECT 1 FROM hub.station s JOIN hub.object_use u ON u.center = s.center AND u.about = w.about AND u.name = w.name
        JOIN hub.object o ON o.center = u.center AND o.name = u.name AND o.whole
        WHERE s.who = session_user AND s.disabled IS NULL)
$$;

-- What a record's objects are called, and how they are sealed, those that are whole: under one secret there is one.
CREATE FUNCTION hub.object_of(told uuid) RETURNS TABLE (name bytea, salt bytea, parts int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT o.name, o.salt, o.parts FROM hub.station s
    JOIN hub.object_use u ON u.center = s.center AND u.about = told
    JOIN hub.object o ON o.center = u.center AND o.name = u.name AND o.whole
    WHERE s.who = session_user AND s.disabled IS NULL
$$;
CREATE FUNCTION hub.part_of(wanted bytea, place int) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT p.sealed FROM hub.station s JOIN hub.object_part p ON p.center = s.center AND p.name = wanted AND p.number = place
    WHERE s.who = session_user AND s.disabled IS NULL
$$;

-- Follow the redactions that came since the last time: what a center took out by its rules goes, of that center alone.
-- Returns how many objects went.
CREATE FUNCTION hub.drop_objects() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    origins uuid[];
    firsts bigint[];
    lasts bigint[];
    one record;
    gone bigint := 0;
BEGIN
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
    FOR one IN
        SELECT o.center, o.name FROM hub.object o
        WHERE EXISTS (SELECT 1 FROM hub.object_use u JOIN hub.object_gone g USING (center, about)
            WHERE u.center = o.center AND u.name = o.name) FOR UPDATE
    LOOP
        DELETE FROM hub.object_use u USING hub.object_gone g
        WHERE u.center = one.center AND u.name = one.name AND g.center = u.center AND g.about = u.about;
        IF NOT EXISTS (SELECT 1 FROM hub.object_use u WHERE u.center = one.center AND u.name = one.name) THEN
            DELETE FROM hub.object_part p WHERE p.center = one.center AND p.name = one.name;
            DELETE FROM hub.object o WHERE o.center = one.center AND o.name = one.name;
            gone := gone + 1;
        END IF;
    END LOOP;
    INSERT INTO hub.object_cursor (origin, seq) SELECT * FROM unnest(origins, lasts)
    ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq;
    RETURN gone;
END $$;

REVOKE ALL ON FUNCTION hub.begin_object, hub.keep_part, hub.lacks_objects, hub.object_of, hub.part_of, hub.drop_objects,
    hub.keep_objects FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.begin_object, hub.keep_part, hub.lacks_objects, hub.object_of, hub.part_of
    TO onewindow_station;
GRANT EXECUTE ON FUNCTION hub.drop_objects TO onewindow_projector;
