-- Step 6 of the hub: the keys of the stations' databases, each sealed for the center's recovery key. The hub can open
-- none of them: the private half of that key never comes here. Nothing is overwritten; nobody may change or take away.

CREATE TABLE hub.recovery_key (
    public bytea PRIMARY KEY CHECK (octet_length(public) = 32),
    made timestamptz NOT NULL DEFAULT now(),
    current boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX recovery_key_current ON hub.recovery_key (current) WHERE current;

CREATE TABLE hub.key_escrow (
    who name NOT NULL,
    install_id text NOT NULL CHECK (length(install_id) <= 64),
    key_id text NOT NULL CHECK (length(key_id) <= 64),
    public bytea NOT NULL REFERENCES hub.recovery_key,
    sealed bytea NOT NULL CHECK (octet_length(sealed) <= 4096),
    came timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (who, install_id, key_id, public)
);

-- For whom a station seals: NULL where the center has made no recovery key.
CREATE FUNCTION hub.recovery_key() RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT public FROM hub.recovery_key WHERE current
$$;

-- Keep the sealed key of the login that asks. What is there already stays.
CREATE FUNCTION hub.keep_key(install text, key text, public_half bytea, sealed_key bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO hub.key_escrow (who, install_id, key_id, public, sealed)
    SELECT s.who, install, key, public_half, sealed_key FROM hub.station s
    WHERE s.who = session_user AND s.disabled IS NULL ON CONFLICT DO NOTHING
$$;

REVOKE ALL ON FUNCTION hub.recovery_key, hub.keep_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hub.recovery_key, hub.keep_key TO onewindow_station;
