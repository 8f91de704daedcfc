"""The line to the hub: what it demands, and in the house's words why there is none.

Over a network a hub proves who it is before it is told anything. libpq says of every certificate that does not hold the
same ("certificate verify failed"); so the handshake is done once more, without a login, to learn what is wrong with it.
"""

import ipaddress
import os
import socket
import ssl
import struct
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.models.errors import AppError
from app.models.sync_errors import (
    HubCertificateExpired,
    HubEmpty,
    HubFailed,
    HubNameWrong,
    HubPlaceWrong,
    HubRefusedLogin,
    HubStandby,
    HubUnproven,
    HubUnreachable,
    HubWithoutTls,
    OutOfStep,
)

if TYPE_CHECKING:
    from psycopg import Connection

#: What keeps a dead line from being waited for, and what the server gives up by itself.
TIMEOUTS: Mapping[str, str] = {
    "connect_timeout": "10",
    "keepalives": "1",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
    "application_name": "onewindow",
    "client_encoding": "utf8",
    "options": "-c statement_timeout=600s -c lock_timeout=30s -c idle_in_transaction_session_timeout=120s",
}

_STEPS = frozenset({"23505", "SY002", "SY003", "SY004"})
_NO_HUB = frozenset({"3D000", "3F000", "42P01", "42883"})
#: Something was to be written at a standby.
_READ_ONLY = "25006"
#: While a connection is made, an error has no code; these words of the server mean that trying again does not help.
#: A server speaks the language of its machine: PostgreSQL's own Chinese stands beside its English.
_LOGIN_REFUSED = (
    *("authentication failed", "not permitted to log in", "pg_hba.conf", 'FATAL:  role "'),
    *("认证失败", "进行登录", ':  角色 "', "channel binding"),
)
_NO_DATABASE = (('FATAL:  database "', "does not exist"), (':  数据库 "', "不存在"))
_CERTIFICATE = "certificate verify failed"
_OTHER_NAME = ("does not match host name", "server certificate for ")
_NO_TLS = ("does not support SSL",)
#: What asks a PostgreSQL server for TLS (documentation, "SSL Session Encryption").
_ASKS_TLS = struct.pack(">ii", 8, 80877103)
#: Codes of OpenSSL for a certificate that is not valid yet, or no more.
_TIMES = (9, 10)
_LOOKS_S = 10.0


def is_here(login: Mapping[str, str]) -> bool:
    """Say whether a login reaches a server on this computer only: by its socket, or by the loopback address."""
    hosts = [one.strip() for one in f"{login.get('host', '')},{login.get('hostaddr', '')}".split(",")]
    return all(one == "localhost" or one.startswith(("/", "@")) or _is_loopback(one) for one in hosts if one)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def secured(login: Mapping[str, str]) -> dict[str, str]:
    """Return a login that demands over a network what it says nothing of: a proof of who the hub is, by TLS.

    Without an authority of its own it trusts those of the system. What the login says itself stays, and so does what a
    service file of libpq says that it names.
    """
    told = dict(login)
    if is_here(told) or "service" in told:
        return told
    told.setdefault("sslmode", "verify-full")
    told.setdefault("channel_binding", "require")
    if told["sslmode"] == "verify-full" and not told.get("authority") and not told.get("sslrootcert"):
        told["sslrootcert"] = "system"
    return told


def demanded(place: str) -> dict[str, str]:
    """Return what a place of libpq says (a URL or key=value pairs), secured as a station's line is.

    libpq's own environment and files count where the place says nothing. Raises ``HubPlaceWrong`` where it cannot be
    read.
    """
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        told = {name: str(value) for name, value in conninfo_to_dict(place).items()}
    except ProgrammingError as error:
        raise HubPlaceWrong(reason=_first_line(error)) from error
    if mode := os.environ.get("PGSSLMODE"):
        told.setdefault("sslmode", mode)
    if file := _usual_authority():
        told.setdefault("sslrootcert", file)
    return {**TIMEOUTS, **secured(told)}


def managed(login: Mapping[str, str], *, autocommit: bool = False) -> "Connection[Any]":
    """Connect somebody who manages the hub. Raises ``HubPlaceWrong`` where the place, the login or the database is
    another than they believe, or nobody answers: nothing waits to be sent, and they can look after it at once.
    """
    import psycopg

    try:
        return psycopg.connect(autocommit=autocommit, **login)  # type: ignore[arg-type]
    except psycopg.Error as error:
        why = translated(error, login=login)
        if isinstance(why, HubUnreachable | HubRefusedLogin | HubEmpty):
            raise HubPlaceWrong(reason=_first_line(error)) from error
        raise why from error


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0]


def _usual_authority() -> str:
    """Return the file from which libpq takes authorities where nothing names one; empty where there is none."""
    usual = Path.home() / ("AppData/Roaming/postgresql/root.crt" if os.name == "nt" else ".postgresql/root.crt")
    return os.environ.get("PGSSLROOTCERT") or (str(usual) if usual.exists() else "")


@contextmanager
def authority_file(login: Mapping[str, str]) -> Generator[Mapping[str, str]]:
    """Give a login whose certificate authority, kept as text, stands in a file while the connection is made."""
    told = dict(login)
    text = told.pop("authority", "")
    if not text:
        yield told
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "authority.pem"
        file.write_text(text, encoding="utf-8")
        yield {**told, "sslrootcert": str(file)}


def translated(error: Exception, place: str = "", login: Mapping[str, str] | None = None) -> AppError:
    """Return the house's error for one of psycopg's, by its code, or by its words where a connection was made.

    ``login`` is what was connected with: who answers there is asked once more where the certificate does not hold.
    """
    code = str(getattr(error, "sqlstate", None) or "")
    text = str(error)
    reason = _first_line(error)
    if not code and (why := _not_let_in(text, reason, place, login or {})):
        return why
    if code in _STEPS:
        return OutOfStep(code=code)
    if code == _READ_ONLY:
        return HubStandby()
    if code in _NO_HUB:
        return HubEmpty(place=place)
    if code.startswith("28") or code in ("42501", "SY001"):
        return HubRefusedLogin(reason=reason)
    if not code or code.startswith(("08", "57P")):
        return HubUnreachable(reason=reason)
    return HubFailed(code=code, reason=reason)


@contextmanager
def said(place: str = "", login: Mapping[str, str] | None = None) -> Generator[None]:
    """Turn psycopg's errors into ours; ``login`` where a connection is made with it."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise translated(error, place, login) from error


def _not_let_in(text: str, reason: str, place: str, login: Mapping[str, str]) -> AppError | None:
    host = login.get("host", "") or login.get("hostaddr", "")
    if _CERTIFICATE in text:
        return HubCertificateExpired(host=host) if _is_out_of_time(login) else HubUnproven(host=host)
    if all(one in text for one in _OTHER_NAME):
        return HubNameWrong(host=host, named=text.split(_OTHER_NAME[1])[1].split('"')[1])
    if any(one in text for one in _NO_TLS):
        return HubWithoutTls(host=host)
    if any(first in text and second in text for first, second in _NO_DATABASE):
        return HubEmpty(place=place)
    if any(one in text for one in _LOGIN_REFUSED):
        return HubRefusedLogin(reason=reason)
    return None


def _is_out_of_time(login: Mapping[str, str]) -> bool:
    """Say whether the server's certificate, or one above it, is not valid at this computer's time."""
    file = login.get("sslrootcert", "")
    place = login.get("hostaddr") or login.get("host", "")
    try:
        context = ssl.create_default_context(cafile=None if file in ("", "system") else file)
        context.check_hostname = False
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT  # Python's since 3.13, not libpq's, and told before the time
        with socket.create_connection((place, int(login.get("port") or 5432)), _LOOKS_S) as line:
            line.sendall(_ASKS_TLS)
            if line.recv(1) == b"S":
                context.wrap_socket(line).close()
    except ssl.SSLCertVerificationError as error:
        return error.verify_code in _TIMES
    except (OSError, ValueError):
        return False
    return False
