-- A step of the hub: one key may have several sealed copies. The center secret that a station takes on when it joins is
-- sealed with its key, so the copy from before is no longer the whole truth; it stays, and the newest one counts. A login
-- that was closed is told so.

ALTER TABLE hub.key_escrow DROP CONSTRAINT key_escrow_pkey;
CREATE UNIQUE INDEX key_escrow_once ON hub.key_escrow (who, install_id, key_id, public, sha256(sealed));

-- Keep the sealed key of the login that asks. What is there already stays, and the same copy stands there once.
CREATE OR REPLACE FUNCTION hub.keep_key(install text, key text, public_half bytea, sealed_key bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM hub.station s WHERE s.who = session_user AND s.disabled IS NULL) THEN
        RAISE EXCEPTION 'not enrolled' USING ERRCODE = 'SY001';
    END IF;
    INSERT INTO hub.key_escrow (who, install_id, key_id, public, sealed)
    VALUES (session_user, install, key, public_half, sealed_key) ON CONFLICT DO NOTHING;
END
$$;
