-- Step 14 of the hub: what stands in the way of a record from another center. A center's name is its own to say; what is
-- refused keeps nobody's place; and of two stations of one center that sent the same on unseen by each other, both are heard.

-- The id that every station derives of parts ("app/models/ids.py"): a UUIDv5 (RFC 9562, 5.5), for which no function is
-- at hand here, nor is one for its SHA-1 (FIPS 180-4, 6.1).
CREATE FUNCTION hub.sha1(content bytea) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
DECLARE
    most CONSTANT bigint := 4294967295;
    h bigint[] := ARRAY[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
    v bigint[];
    w bigint[];
    f bigint;
    whole bytea := content || '\x80'::bytea
        || decode(repeat('00', (119 - octet_length(content) % 64) % 64), 'hex') || int8send(octet_length(content) * 8::bigint);
BEGIN
    FOR block IN 0 .. octet_length(whole) / 64 - 1 LOOP
        v := h;
        FOR t IN 0 .. 79 LOOP
            IF t < 16 THEN
                w[t] := ('x' || encode(substring(whole FROM block * 64 + t * 4 + 1 FOR 4), 'hex'))::bit(32)::bigint & most;
            ELSE
                f := w[t - 3] # w[t - 8] # w[t - 14] # w[t - 16];
                w[t] := ((f << 1) | (f >> 31)) & most;
            END IF;
            f := w[t] + v[5] + (((v[1] << 5) | (v[1] >> 27)) & most) + CASE
                WHEN t < 20 THEN ((v[2] & v[3]) | ((most # v[2]) & v[4])) + 1518500249
                WHEN t < 40 THEN (v[2] # v[3] # v[4]) + 1859775393
                WHEN t < 60 THEN ((v[2] & v[3]) | (v[2] & v[4]) | (v[3] & v[4])) + 2400959708
                ELSE (v[2] # v[3] # v[4]) + 3395469782 END;
            v := ARRAY[f & most, v[1], ((v[2] << 30) | (v[2] >> 2)) & most, v[3], v[4]];
        END LOOP;
        FOR n IN 1 .. 5 LOOP
            h[n] := (h[n] + v[n]) & most;
        END LOOP;
    END LOOP;
    RETURN (SELECT string_agg(substring(int8send(p.part) FROM 5), '' ORDER BY p.n) FROM unnest(h) WITH ORDINALITY p (part, n));
END $$;
CREATE FUNCTION hub.derived_id(VARIADIC parts text[]) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
    SELECT encode(set_byte(set_byte(s.hash, 6, (get_byte(s.hash, 6) & 15) | 80), 8, (get_byte(s.hash, 8) & 63) | 128), 'hex')::uuid
    FROM (SELECT substring(hub.sha1(decode('6f0e7a5293c15d0b9b1e2f6f0c5b7a11', 'hex')
        || convert_to(array_to_string(parts, chr(31)), 'UTF8')) FOR 16)) s (hash)
$$;

CREATE FUNCTION hub.is_refused(one hub.journal) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM hub.refused x WHERE x.origin = one.origin AND x.seq = one.seq)
$$;
-- Whether a record is a first one of a row that its center has sent already: two of its stations did, unseen by each other.
-- Each station says it once, and nothing but what a transfer says; where both differ, and the other center has gone on
-- meanwhile, its people are shown both.
CREATE FUNCTION hub.is_sent_again(one hub.journal, home text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(hub.said_in(one.payload, 'b')::text, '{}') = '{}'
    AND CASE WHEN json_typeof(hub.said_in(one.payload, 'f')) = 'object' THEN (
        SELECT coalesce(bool_and(f.name = ANY (CASE one.entity
            WHEN 'inquiry' THEN ARRAY['number', 'opened_at', 'channel', 'caller', 'category', 'area', 'urgency', 'summary',
                'details', 'state', 'due_at', 'came_from', 'came_as']
            WHEN 'caller' THEN ARRAY['name', 'kind', 'language', 'area']
            WHEN 'caller_phone' THEN ARRAY['caller', 'number']
            ELSE '{}' END)), false)
        FROM json_object_keys(hub.said_in(one.payload, 'f')) f (name)) ELSE false END
    AND (one.entity <> 'inquiry'
        OR (hub.field_of(one.payload, 'came_from'), hub.field_of(one.payload, 'state')) = (home, 'new'))
    AND EXISTS (
        SELECT 1 FROM hub.sent s WHERE s.sender = home AND s.receiver = one.scope
            AND s.target = CASE one.entity WHEN 'caller_phone' THEN hub.row_of(one.payload, 'caller') ELSE one.row_id END
            AND (one.entity <> 'inquiry' OR s.source IS NULL OR s.source = hub.row_of(one.payload, 'came_as')))
    AND NOT EXISTS (
        SELECT 1 FROM hub.journal k JOIN hub.replica r ON r.origin = k.origin
        WHERE k.row_id = one.row_id AND k.uid <> one.uid AND NOT hub.is_refused(k)
            AND r.owner = (SELECT o.owner FROM hub.replica o WHERE o.origin = one.origin))
$$;
-- Whether another record is here: under the same name, or of the same row by another center. What others wrote into the row
-- counts not where they had taken this one in (then it came out of order, after the hub had gone back), nor where a station
-- beside the one that they know of sent it. What is refused is as if it were not here.
CREATE FUNCTION hub.has_rival(one hub.journal, home text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM hub.journal k WHERE k.uid = one.uid
            AND (k.scope, k.entity, k.row_id, k.hlc, k.at, k.actor, k.sv, k.payload_hash)
                <> (one.scope, one.entity, one.row_id, one.hlc, one.at, one.actor, one.sv, one.payload_hash)
            AND NOT hub.is_refused(k))
    OR one.scope <> 'program' AND EXISTS (
        SELECT 1 FROM hub.journal k JOIN hub.replica r ON r.origin = k.origin
        WHERE k.row_id = one.row_id AND r.center <> home AND k.uid <> one.uid
            AND coalesce(hub.said_in(k.payload, 'b')::text, '') NOT LIKE '%' || replace(one.uid::text, '-', '') || '%'
            AND NOT hub.is_refused(k))
        AND NOT hub.is_sent_again(one, home)
$$;
-- Whether a record introduces a center, in the one row in which it may stand. Only that center says so first; where the
-- hub's administrator has let all its stations go, whoever had heard of it says it again.
CREATE FUNCTION hub.introduces(one hub.journal, home text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT one.entity = 'known_center' AND CASE
        WHEN one.row_id = hub.derived_id('center', home) THEN one.payload IS NULL OR n.name = home
        ELSE one.row_id = hub.derived_id('center', n.name)
            AND EXISTS (SELECT 1 FROM hub.station s WHERE s.center = n.name)
            AND (NOT EXISTS (SELECT 1 FROM hub.station s WHERE s.center = n.name AND s.disabled IS NULL)
                OR EXISTS (
                    SELECT 1 FROM hub.journal k JOIN hub.replica r ON r.origin = k.origin
                    WHERE k.row_id = one.row_id AND k.scope = 'program' AND r.center = n.name AND NOT hub.is_refused(k)))
        END
    FROM (SELECT hub.field_of(one.payload, 'name')) n (name)
$$;

DROP FUNCTION hub.has_rival(hub.journal, text, timestamptz);
DROP FUNCTION hub.weigh(hub.journal, timestamptz);
CREATE FUNCTION hub.weigh_again(about_one uuid, sent_by text, sent_to text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    late hub.journal;
BEGIN
    FOR late IN SELECT j.* FROM hub.refused x JOIN hub.journal j ON j.origin = x.origin AND j.seq = x.seq
        JOIN hub.replica r ON r.origin = j.origin
        WHERE x.about = about_one AND (j.scope = 'program' OR (r.center, j.scope) IN ((sent_by, sent_to), (sent_to, sent_by)))
        ORDER BY j.entity IN ('inquiry_event', 'caller_phone'), j.received_at, j.origin, j.seq
    LOOP
        DELETE FROM hub.refused x WHERE x.origin = late.origin AND x.seq = late.seq;
        PERFORM hub.weigh(late);
        INSERT INTO hub.projection_again (row_id) SELECT late.row_id WHERE NOT hub.is_refused(late) ON CONFLICT DO NOTHING;
    END LOOP;
END $$;
-- Notes that a row went from one center to another; what was told of it before it came is weighed again. Stations that
-- had read on past that notice at their comparison, which counts it from now on.
CREATE OR REPLACE FUNCTION hub.note_sent(sent uuid, sent_by text, sent_to text, known_as uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO hub.sent AS s (target, sender, receiver, source) VALUES (sent, sent_by, sent_to, known_as)
    ON CONFLICT (target, sender, receiver) DO UPDATE SET source = excluded.source
    WHERE s.source IS NULL AND excluded.source IS NOT NULL;
    IF FOUND THEN
        PERFORM hub.weigh_again(sent, sent_by, sent_to);
        PERFORM hub.weigh_again(known_as, sent_by, sent_to);
    END IF;
END $$;
CREATE FUNCTION hub.weigh(one hub.journal) RETURNS void
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
    sound := NOT hub.has_rival(one, home);
    IF one.scope = 'program' THEN
        sound := sound AND hub.introduces(one, home);
        IF sound AND one.row_id = hub.derived_id('center', home) THEN
            PERFORM hub.weigh_again(one.row_id, home, one.scope);
        END IF;
    ELSIF one.entity NOT IN ('inquiry', 'inquiry_event', 'caller', 'caller_phone') THEN
        sound := false;
    ELSIF one.payload IS NULL THEN
        -- An empty copy stands for one that is empty by now as well; beside a whole one it would only hide that.
        sound := sound AND (
            EXISTS (SELECT 1 FROM hub.redacted d WHERE d.uid = one.uid AND d.center = one.scope)
            OR EXISTS (SELECT 1 FROM hub.journal k
                WHERE k.uid = one.uid AND (k.origin, k.seq) <> (one.origin, one.seq) AND k.payload IS NULL
                    AND NOT hub.is_refused(k))
            AND NOT EXISTS (SELECT 1 FROM hub.journal k
                WHERE k.uid = one.uid AND k.payload IS NOT NULL AND NOT hub.is_refused(k)));
    ELSIF one.entity IN ('inquiry_event', 'caller_phone') THEN
        sound := sound AND (
            EXISTS (SELECT 1 FROM hub.sent s WHERE s.target = named AND s.sender = home AND s.receiver = one.scope)
            OR one.entity = 'inquiry_event' AND EXISTS (
                SELECT 1 FROM hub.sent s WHERE s.source = named AND s.sender = one.scope AND s.receiver = home));
    ELSIF sound THEN
        PERFORM hub.note_sent(one.row_id, home, one.scope, named);
    END IF;
    IF NOT coalesce(sound, false) THEN
        INSERT INTO hub.refused (origin, seq, about) VALUES (one.origin, one.seq,
            CASE WHEN one.entity IN ('inquiry_event', 'caller_phone') THEN coalesce(named, one.row_id) ELSE one.row_id END)
        ON CONFLICT DO NOTHING;
    END IF;
END $$;
-- One at a time where they touch the same center: of a row and what is told of it, pushed at once by two stations, each must
-- find the other. What crosses other borders goes on beside it; what is for all has a place of its own, "program".
CREATE TABLE hub.border (center text PRIMARY KEY);
CREATE FUNCTION hub.at_border(touched text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO hub.border (center) SELECT t.center FROM unnest(touched) t (center) ORDER BY t.center ON CONFLICT DO NOTHING;
    SELECT 1 FROM hub.border b WHERE b.center = ANY (touched) ORDER BY b.center FOR UPDATE;
$$;
CREATE OR REPLACE FUNCTION hub.weigh_fresh() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    touched text[];
BEGIN
    SELECT array_agg(DISTINCT t.center) INTO touched FROM (
        SELECT DISTINCT f.origin, f.scope FROM fresh f
        WHERE f.scope = 'program' OR f.scope IN (SELECT s.center FROM hub.station s)) f
    JOIN hub.replica r ON r.origin = f.origin CROSS JOIN LATERAL (VALUES (f.scope), (r.center)) t (center);
    IF touched IS NOT NULL THEN
        PERFORM hub.at_border(touched);
        PERFORM hub.weigh(f) FROM (
            SELECT * FROM fresh WHERE scope = 'program' OR scope IN (SELECT s.center FROM hub.station s)
            ORDER BY origin, seq OFFSET 0) f;
    END IF;
    RETURN NULL;
END $$;
-- A center that the administrator has let go speaks for itself no more.
CREATE FUNCTION hub.weigh_center() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM hub.at_border('{program}');
    PERFORM hub.weigh_again(hub.derived_id('center', NEW.center), NEW.center, 'program');
    RETURN NULL;
END $$;
CREATE TRIGGER weigh AFTER UPDATE OF disabled ON hub.station FOR EACH ROW
    WHEN (NEW.disabled IS NOT NULL) EXECUTE FUNCTION hub.weigh_center();

-- What came before this step: everything for all centers, and what was refused, one after another as it came.
INSERT INTO hub.refused (origin, seq) SELECT j.origin, j.seq FROM hub.journal j WHERE j.scope = 'program'
ON CONFLICT DO NOTHING;
DO $$
DECLARE
    late hub.journal;
BEGIN
    FOR late IN SELECT j.* FROM hub.refused x JOIN hub.journal j ON j.origin = x.origin AND j.seq = x.seq
        ORDER BY j.entity IN ('inquiry_event', 'caller_phone'), j.received_at, j.origin, j.seq
    LOOP
        DELETE FROM hub.refused x WHERE x.origin = late.origin AND x.seq = late.seq;
        PERFORM hub.weigh(late);
        INSERT INTO hub.projection_again (row_id) VALUES (late.row_id) ON CONFLICT DO NOTHING;
        -- The projector makes rows anew that are there; one of which nothing is left it would not find.
        IF hub.is_refused(late) AND late.scope = 'program' AND to_regclass(format('pub.%I', late.entity)) IS NOT NULL THEN
            EXECUTE format('DELETE FROM pub.%I WHERE id = $1 AND center = $2', late.entity) USING late.row_id, late.scope;
        END IF;
    END LOOP;
END $$;

-- What is refused is not there for those who may give it back: of a center's own, and for all what another one has said.
CREATE OR REPLACE FUNCTION hub.missing(uids uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(u.uid), '{}') FROM unnest(uids) u (uid)
    WHERE NOT EXISTS (SELECT 1 FROM hub.journal j JOIN hub.replica r ON r.origin = j.origin
        CROSS JOIN (SELECT s.center FROM hub.station s WHERE s.who = session_user) m
        WHERE j.uid = u.uid
            AND NOT (hub.is_refused(j) AND (j.scope = m.center OR j.scope = 'program' AND r.center <> m.center)))
$$;

REVOKE ALL ON FUNCTION hub.sha1, hub.derived_id, hub.is_refused, hub.is_sent_again, hub.has_rival, hub.introduces,
    hub.weigh_again, hub.weigh, hub.at_border, hub.weigh_center FROM PUBLIC;
