"""An incident with three inquiries, for the tests of what shows it."""

from app.services import clusters
from app.services.office import Office

Work = dict[str, bytes]
NAMES = ("Late", "Tonight", "Tomorrow")


def start(office: Office, work: Work) -> bytes:
    """Put three inquiries together, led by the first, and return the cluster."""
    members = [work[name] for name in NAMES]
    return office.do(clusters.start, members[0], members, "Sewage in the ward").value
