-- Step 2 of the hub: what the journal says, as plain tables in "pub" that others may query. The projector keeps them;
-- everything here can be made anew from the journal.

CREATE SCHEMA pub AUTHORIZATION onewindow_projector;
REVOKE ALL ON SCHEMA pub FROM PUBLIC;

-- How far each chain has been published.
CREATE TABLE hub.projection_cursor (
    origin uuid PRIMARY KEY,
    seq bigint NOT NULL
);
-- Rows to be made again although their records have been published: one of them was redacted, or a field is new.
CREATE TABLE hub.projection_again (row_id uuid PRIMARY KEY);
-- Rows that could not be made; their records stay in the journal.
CREATE TABLE hub.projection_aside (
    row_id uuid PRIMARY KEY,
    entity text NOT NULL,
    reason text NOT NULL,
    since timestamptz NOT NULL DEFAULT now()
);
-- Who publishes now. One row: a lease, not an advisory lock, which not every database of this kind has.
CREATE TABLE hub.projection_lease (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    holder text NOT NULL DEFAULT '',
    fence bigint NOT NULL DEFAULT 0,
    expires timestamptz NOT NULL DEFAULT '-infinity',
    rules int NOT NULL DEFAULT 0
);
INSERT INTO hub.projection_lease DEFAULT VALUES;

CREATE FUNCTION hub.publish_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO hub.projection_again (row_id) SELECT DISTINCT c.row_id FROM changed c ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER publish_again AFTER UPDATE ON hub.journal REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hub.publish_again();

-- Whose rows a reader sees: those of these centers; "*" is all of them. "program" belongs to everybody.
CREATE TABLE hub.reader (
    who name NOT NULL,
    center text NOT NULL,
    PRIMARY KEY (who, center)
);
CREATE FUNCTION hub.may_read() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT array_agg(r.center) || 'program'::text FROM hub.reader r WHERE r.who = session_user
$$;

REVOKE ALL ON FUNCTION hub.publish_again, hub.may_read FROM PUBLIC;
GRANT USAGE ON SCHEMA hub TO onewindow_projector, onewindow_reader, onewindow_reader_named;
GRANT EXECUTE ON FUNCTION hub.may_read TO onewindow_projector, onewindow_reader, onewindow_reader_named;
GRANT SELECT ON hub.identity, hub.journal, hub.replica TO onewindow_projector;
GRANT SELECT, INSERT, UPDATE, DELETE ON hub.projection_cursor, hub.projection_again, hub.projection_aside
    TO onewindow_projector;
GRANT SELECT, UPDATE ON hub.projection_lease TO onewindow_projector;
GRANT USAGE ON SCHEMA pub TO onewindow_reader, onewindow_reader_named;
