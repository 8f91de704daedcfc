"""The line to the hub by TLS, on a system's own PostgreSQL: the right hub, and each thing that does not fit.

The binaries of the test package are built without OpenSSL; where the system has no PostgreSQL, this is not tried.
"""

import hashlib
import shutil
import tempfile
import time
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
from app.models.sync import Wire, readdressed
from app.models.sync_errors import (
    HubCertificateExpired,
    HubEmpty,
    HubNameWrong,
    HubRefusedLogin,
    HubUnproven,
    HubWithoutTls,
)
from app.models.sync_standing import Missed, Standing, standing_of
from app.outside import hub_project, hub_setup
from app.outside.hub import PostgresHub
from benchmarks.postgres import Server, free_port, initialize, own, system_binaries

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
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

    def server(self, host: str, folder: Path, *, since: int = -1, until: int = 2) -> None:
        """Write key and certificate of a server; it is valid from so many days from now until so many."""
        key = ec.generate_private_key(ec.SECP256R1())
        pem = serialization.Encoding.PEM
        private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        (folder / "server.key").write_bytes(private)
        signed = self._sign(key, host, authority=False, days=(since, until))
        (folder / "server.crt").write_bytes(signed.public_bytes(pem))
        (folder / "server.key").chmod(0o600)

    def _sign(
        self, key: ec.EllipticCurvePrivateKey, name: str, *, authority: bool, days: tuple[int, int] = (-30, 30)
    ) -> x509.Certificate:
        told = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        issuer = told if authority else self.certificate.subject
        now = datetime.now(UTC)
        built = x509.CertificateBuilder().subject_name(told).issuer_name(issuer).public_key(key.public_key())
        built = built.serial_number(x509.random_serial_number())
        built = built.not_valid_before(now + timedelta(days=days[0])).not_valid_after(now + timedelta(days=days[1]))
        built = built.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        return built.sign(self.key, hashes.SHA256())


@dataclass
class Secured:
    """A server with TLS, its authority, and a station's login that checks everything."""

    server: Server
    authority: Authority
    login: dict[str, str]

    def renew(self, host: str = "hub.test", *, since: int = -1, until: int = 2) -> None:
        """Give the server another certificate, which it takes while it runs."""
        self.authority.server(host, self.server.data, since=since, until=until)
        own(self.server.data)
        with psycopg.connect(self.server.place(), autocommit=True) as connection:
            before = connection.execute("SELECT pg_conf_load_time()").fetchone()
            connection.execute("SELECT pg_reload_conf()")
        ends = time.monotonic() + 30
        while time.monotonic() < ends:
            with psycopg.connect(self.server.place()) as connection:
                if connection.execute("SELECT pg_conf_load_time()").fetchone() != before:
                    return
        raise AssertionError("the server does not take its new certificate")


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
        ({"authority": Authority("Another authority").pem}, HubUnproven),
        ({"authority": "", "sslrootcert": "system"}, HubUnproven),
        ({"host": "another.test"}, HubNameWrong),
        ({"password": "wrong"}, HubRefusedLogin),
        ({"user": "nobody_here"}, HubRefusedLogin),
        ({"dbname": "nothing_here"}, HubEmpty),
        ({"sslmode": "disable", "channel_binding": "disable"}, HubRefusedLogin),
    ],
    ids=["another authority", "those of the system", "another name", "password", "login", "database", "no TLS"],
)
def test_whatever_does_not_fit_is_refused(secured: Secured, change: dict[str, str], error: type[AppError]) -> None:
    found = _refused({**secured.login, **change})
    assert type(found) is error
    assert standing_of(NOW, NOW, waiting=1, decisions=0, missed=_missed(found), stopped=False) is Standing.REFUSED


def test_who_stops_in_the_middle_of_what_comes_waits_for_none_of_the_rest(
    secured: Secured, caplog: pytest.LogCaptureFixture
) -> None:
    payload = '{"f":{"name":"' + "x" * 4000 + '"}}'
    hashed = hashlib.sha256(payload.encode()).digest()
    one = Wire(b"", 0, b"", 5, "2026", "li", "center", "caller", b"r" * 16, 1, payload, hashed, b"")
    rows = readdressed([one._replace(uid=number.to_bytes(16, "big")) for number in range(1, 3001)], b"s" * 16)
    hub = PostgresHub(secured.login, chunk=100)
    hub.push(rows)
    coming = hub.pull("north", [])
    assert len(next(coming).rows) == 100
    del coming
    assert [one.getMessage() for one in caplog.records if one.name.startswith("psycopg")] == []
    assert hub.hello(b"o" * 16).center == "north"
    hub.close()


@pytest.mark.parametrize("days", [(-9, -1), (1, 9)], ids=["no more", "not yet"])
def test_a_certificate_that_is_not_valid_today_is_told_from_one_that_somebody_else_signed(
    secured: Secured, days: tuple[int, int]
) -> None:
    secured.renew(since=days[0], until=days[1])
    try:
        assert type(_refused(secured.login)) is HubCertificateExpired
        assert type(_refused({**secured.login, "authority": Authority("Another").pem})) is HubUnproven
    finally:
        secured.renew()
    hub = PostgresHub(secured.login)
    assert hub.hello(b"o" * 16).center == "north"
    hub.close()


def test_another_name_is_said_with_both_names(secured: Secured) -> None:
    found = _refused({**secured.login, "host": "another.test"})
    assert found.facts == {"host": "another.test", "named": "hub.test"}


def test_a_server_without_tls_is_refused_by_a_station_that_wants_it(secured: Secured, server: Server) -> None:
    assert type(_refused({**secured.login, "port": str(server.port)})) is HubWithoutTls


def test_a_server_that_lets_anybody_in_proves_nothing(secured: Secured) -> None:
    found = _refused({**secured.login, "user": "postgres"})
    assert (type(found), "channel binding" in str(found.facts["reason"])) == (HubRefusedLogin, True)


def test_the_administrators_own_line_is_as_strict_and_says_the_same(secured: Secured, tmp_path: Path) -> None:
    file, other = tmp_path / "ca.pem", tmp_path / "other.pem"
    file.write_text(secured.authority.pem, encoding="utf-8")
    other.write_text(Authority("Another").pem, encoding="utf-8")
    place = secured.server.place("hub").replace("127.0.0.1", "hub.test hostaddr=127.0.0.1")
    trusted = f"{place} channel_binding=disable"  # its own login needs no password there, which binds nothing
    assert hub_setup.status(f"{trusted} sslrootcert={file}").hub_id
    for refused in (f"{trusted} sslrootcert={other}", trusted):
        with pytest.raises(HubUnproven):
            hub_setup.status(refused)
        with pytest.raises(HubUnproven):
            hub_project.project(refused)


def _refused(login: dict[str, str]) -> AppError:
    hub = PostgresHub(login)
    with pytest.raises(AppError) as found:
        hub.hello(b"o" * 16)
    hub.close()
    return found.value


def _missed(error: AppError) -> Missed:
    return Missed(type(error).__name__, error.facts, NOW)
