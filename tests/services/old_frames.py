"""Frames as programs before schema step 62 kept them: their parts as records of the journal."""

from base64 import b64encode

from app.services.office import Office
from app.store import frames as stored


def recorded(office: Office, frame: bytes) -> bytes:
    """Put the rows of a frame into the journal, where older programs kept them, and take them from beside it."""
    with office.store.write("li") as tx:
        found = stored.by_id(tx, frame)
        assert found is not None
        for number, part in enumerate(list(stored.contents(tx, found))):
            tx.add("frame_part", {"frame": frame.hex(), "number": number, "content": b64encode(part).decode()})
        tx.connection.execute("DELETE FROM frame_content WHERE sha256=?", (found.sha256,))
    return frame


def lost(office: Office, frame: bytes) -> bytes:
    """Take the rows of a frame away, as on a station that has only heard of it."""
    with office.store.write("li") as tx:
        tx.connection.execute("DELETE FROM frame_content WHERE sha256=(SELECT sha256 FROM frame WHERE id=?)", (frame,))
    return frame
