"""From a contact to the inquiries it opened or continued: its page says where the caller was sent."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Create the index."""
    database.execute("CREATE INDEX contact_inquiry_contact ON contact_inquiry(contact)")
