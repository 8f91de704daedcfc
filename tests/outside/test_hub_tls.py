"""The line to the hub by TLS, on a system's own PostgreSQL: the right hub, and whatever does not fit.

The binaries of the test package are built without OpenSSL; where the system has no PostgreSQL, this is not tried.
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.models.errors import AppError
from app.models.sync_errors import HubRefusedLogin, HubUnreachable
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from benchmarks.postgres import Server, free_port, initialize, own, system_binaries

_ACCESS = "host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"


@dataclass
class Authority:
    """A certificate authority, and what it signs."""

    name: str

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self._sign(self.key, self.name, authority=True)

    @property
    def pem(self) -> str:
        """Return its certificate as text."""
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    def server(self, host: str, folder: Path) -> None:
        """Write key and certificate of a server."""
        key = ec.generate_private_key(ec.SECP256R1())
        pem = serialization.Encoding.PEM
        private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        (folder / "server.key").write_bytes(private)
        (folder / "server.crt").write_bytes(self._sign(key, host, authority=False).public_bytes(pem))
        (folder / "server.key").chmod(0o600)

    def _sign(self, key: ec.EllipticCurvePrivateKey, name: str, *, authority: bool) -> x509.Certificate:
        told = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        issuer = told if authority else self.certificate.subject
        now = datetime.now(UTC)
        built = x509.CertificateBuilder().subject_name(told).issuer_name(issuer).public_key(key.public_key())
        built = built.serial_number(x509.random_serial_number())
        built = built.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
        built = built.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        return built.sign(self.key, hashes.SHA256())


@dataclass
class Secured:
    """A server with TLS, its authority, and a station's login that checks everything."""

    server: Server
    authority: Authority
    login: dict[str, str]


@pytest.fixture(scope="module")
def secured() -> Iterator[Secured]:
    """A server for this module."""
    found = system_binaries()
    if found is None:
        pytest.skip("no PostgreSQL of the system's own with TLS")
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    data = initialize(folder / "made", found)
    authority = Authority("Our authority")
    authority.server("hub.test", data)
    (data / "pg_hba.conf").write_text(_ACCESS)
    own(data)
    server = Server(data, free_port(), found=found, settings=("ssl=on", "ssl_min_protocol_version=TLSv1.3")).start()
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE hub")
    hub_setup.init(server.place("hub"))
    made = hub_setup.enroll(server.place("hub"), "pc", "north")
    where = {"host": "hub.test", "hostaddr": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
    checks = {"sslmode": "verify-full", "channel_binding": "require", "authority": authority.pem}
    yield Secured(server, authority, {**where, **checks, "user": made.who, "password": made.password})
    server.stop()
    shutil.rmtree(folder)


def test_a_hub_that_proves_who_it_is_is_greeted(secured: Secured) -> None:
    hub = PostgresHub(secured.login)
    assert hub.hello(b"o" * 16).center == "north"
    assert hub.ask("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == ("TLSv1.3",)
    hub.close()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"authority": Authority("Another authority").pem}, HubUnreachable),
        ({"host": "another.test"}, HubUnreachable),
        ({"password": "wrong"}, HubRefusedLogin),
        ({"sslmode": "disable", "channel_binding": "disable"}, HubRefusedLogin),
    ],
    ids=["another authority", "another name", "another password", "no TLS"],
)
def test_whatever_does_not_fit_is_refused(secured: Secured, change: dict[str, str], error: type[AppError]) -> None:
    hub = PostgresHub({**secured.login, **change})
    with pytest.raises(error):
        hub.hello(b"o" * 16)
    hub.close()


def test_a_server_without_tls_is_refused_by_a_station_that_wants_it(secured: Secured, server: Server) -> None:
    hub = PostgresHub({**secured.login, "port": str(server.port)})
    with pytest.raises(HubUnreachable):
        hub.hello(b"o" * 16)
    hub.close()
