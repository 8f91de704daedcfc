"""Run under ``dbus-run-session`` beside a real Secret Service: the provider's contract; prints one JSON value.

``python -m tests.outside.secret_service`` with HOME in a throw-away folder; test_key_keyring.py starts it.
"""

import json
import sys

from app.models.errors import AppError
from app.outside.key_keyring import KeyringStore

KEY = bytes(range(32))


def main() -> int:
    """Use the keyring as the program does and tell what came out."""
    said: dict[str, object] = {}
    try:
        store = KeyringStore()
        said["backend"] = store.name
        store.probe()
        store.write("installation", "key", key=KEY)
        said["same"] = KeyringStore().read("installation", "key") == KEY
        store.delete("installation", "key")
        store.delete("installation", "key")
        store.read("installation", "key")
    except AppError as error:
        said["error"] = type(error).__name__
    print(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
