"""``python -m tests.journeys.one_sync DATABASE CONNECTION``: one sync in a process of its own, which may be killed."""

import sys
from contextlib import closing
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from app.outside.hub import PostgresHub
from app.services.syncing import Exchange
from app.store.store import Store
from tests.desk import NOON

if __name__ == "__main__":
    with closing(Store.open(Path(sys.argv[1]), bytes(range(32)), lambda: NOON)) as store:
        told = {name: str(value) for name, value in conninfo_to_dict(sys.argv[2]).items()}
        Exchange(store, PostgresHub(told), lambda: NOON).run(check=True)
