-- Step 15 of the hub: who reads what. A login reads its center's records and what is for all ("program"): one that was let
-- in to read other centers' too reads theirs no more, since what follows from a name has one id in all centers.
DELETE FROM hub.membership m USING hub.station s
    WHERE s.who = m.who AND m.scope NOT IN (s.center, 'program', 'access');

-- A computer that joins asks whom its center knows before it sends anything: some hundred records among millions.
CREATE INDEX journal_people ON hub.journal (entity) WHERE entity = 'person';
