"""What can come between a station and the hub."""

from collections.abc import Generator
from contextlib import contextmanager

from app.models.errors import CannotNow, DiskFull, WorldFailed


class HubUnreachable(WorldFailed):
    """The hub does not answer, or the line broke. Facts: ``reason``."""


class HubPlaceWrong(WorldFailed):
    """The place that an administrator named leads to no database that they may manage. Facts: ``reason``."""


class HubRightsMissing(WorldFailed):
    """The login with which somebody manages the hub may not do at the server what is wanted. Facts: ``reason``."""


class HubRefusedLogin(WorldFailed):
    """The hub does not know this station's login, or its password is another.

    Facts: ``reason``; ``found``: the id of the hub that says so, where one said who it is.
    """


class HubUnproven(WorldFailed):
    """Whoever answers does not prove to be the hub: nobody whom we trust signed its certificate. Facts: ``host``."""


class HubCertificateExpired(WorldFailed):
    """The hub's certificate is not valid at this computer's time: no more, or not yet. Facts: ``host``."""


class HubNameWrong(WorldFailed):
    """The server's certificate is for another name. Facts: ``host``: who was asked, ``named``: the name in it."""


class HubWithoutTls(WorldFailed):
    """The server knows no encrypted line. Facts: ``host``."""


class HubFailed(WorldFailed):
    """The hub answered with a fault of its own. Facts: ``code``, ``reason``."""


class HubUnknown(CannotNow):
    """This is not the hub that the station was enrolled at. Facts: ``found``, ``expected``."""


class HubEmpty(CannotNow):
    """There is no hub in this database yet. Facts: ``place``."""


class HubExists(CannotNow):
    """A hub was to be made where there is one. Facts: ``hub_id``."""


class HubStandby(CannotNow):
    """The server is a standby copy: what it lacks looks like something lost."""


class HubOld(CannotNow):
    """The hub's tables are of an older program. Facts: ``found``, ``wanted``."""


class ProjectionBusy(CannotNow):
    """Another projector publishes at this hub. Facts: ``holder``, ``until``."""


class PublishedByNewer(CannotNow):
    """A newer program has published at this hub. Facts: ``found``: a column or rules that this one does not know."""


class ScheduleRefused(WorldFailed):
    """The schedule of the operating system refused. Facts: ``command``, ``reason``."""


class ScheduleWithoutSession(ScheduleRefused):
    """No schedule of this person runs: nobody is signed in to the system as them. Facts: ``reason``."""


class SyncDiskFull(WorldFailed):
    """This computer has no room for a sync; what came before is here, what was not sent waits. Facts: ``path``."""


class BundleDiskFull(WorldFailed):
    """A disk has no room for a bundle; nothing was written, and nothing taken in. Facts: ``path``."""


@contextmanager
def full_disks(told: type[WorldFailed] = SyncDiskFull) -> Generator[None]:
    """Say of a disk that is full what becomes of records, as ``told``: nobody has typed anything."""
    try:
        yield
    except DiskFull as error:
        raise told(**error.facts) from error


class ScheduleAbsent(ScheduleRefused):
    """This computer has no schedule of the kind that its system usually has. Facts: ``command``, ``reason``."""


class ProgramTooOld(CannotNow):
    """The hub asks for a newer program before it hands out what others write. Facts: ``found``, ``wanted``."""


class CenterUnread(CannotNow):
    """This computer has joined a center, and cannot read there whose accounts go on: it sends nothing yet."""


class AccountsUnsettled(CannotNow):
    """This computer has joined a center and does not know yet whose accounts go on: it gives no bundle."""


class BundleUnsettling(CannotNow):
    """A bundle does not tell a computer that has joined the center whose accounts go on: nobody in it manages them."""


class NotEnrolled(CannotNow):
    """This station has not been enrolled at a hub."""


class EnrollmentBroken(CannotNow):
    """A file is no enrollment file. Facts: ``path``."""


class EnrollmentCodeWrong(CannotNow):
    """The code belongs to another enrollment file. Facts: ``path``."""


class OtherCenter(CannotNow):
    """A station of one center is to be another's, whose records must not mix. Facts: ``found``, ``expected``."""


class CenterNameReserved(CannotNow):
    """A center is to be called what the scope of something else is called, or nothing. Facts: ``center``."""


class OwnSecretInUse(CannotNow):
    """A station that joins has records under a center secret of its own. Facts: ``count``."""


class OutOfStep(CannotNow):
    """The hub is at another place of this chain than we thought; greeting it again tells where. Facts: ``code``."""


class ChainRefused(CannotNow):
    """The hub refuses this station's records again and again; they stay here. Facts: ``code``."""


class BundleForeign(WorldFailed):
    """The file is no bundle of this center, or was cut or changed. Facts: ``path``."""


class BundleBroken(CannotNow):
    """A record of a bundle is not as it was written; nothing of it was taken. Facts: ``origin``, ``seq``."""


class HeadsBroken(CannotNow):
    """A file is no sheet of chain heads, or was changed after it was written. Facts: ``path``."""


class HeadsOfOther(CannotNow):
    """A sheet of chain heads was taken from another hub. Facts: ``path``, ``hub_id``."""
