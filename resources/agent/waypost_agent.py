#!/usr/bin/env python3
"""Waypost agent: lets the operator of a Waypost console run commands on this device over MQTT.

Made to be read before it is let onto a device. It opens no port. It connects to the brokers in its configuration, tells how
the device is, and runs a command only if one of the operators in its `trusted` list signed it for this device, for this
start of the agent (`session`) and for one of its last three challenges. Whoever controls the broker can see, drop and delay
commands (by three minutes at most), and can give none.

    waypost_agent.py run                    what the service does
    waypost_agent.py check                  configuration, keys, clock and brokers, in words; exit code 0: all well
    waypost_agent.py key                    makes the key of this device once, and prints its public half
    waypost_agent.py trust list             who may give commands
    waypost_agent.py trust add FILE [NAME]  adds the public key of an operator (PEM)
    waypost_agent.py trust remove ID        takes it out; a running agent obeys at once
    waypost_agent.py policy                 what this device runs, and whether unsigned
    waypost_agent.py policy --signed required --max-class change        changes that; a running agent obeys at once

Configuration: /etc/waypost/agent.json (mode 0600), another with --config:

    {"device_id": "pi-1",
     "brokers": [{"host": "broker.lan", "port": 8883, "tls": true, "ca": "/etc/waypost/ca.pem"}],
     "username": "pi-1", "password": "...", "heartbeat_interval": 30,
     "policy": {"signed": "required", "max_class": "destructive"}, "trusted": []}

A broker with "tls": true may have "ca", "cert" and "key" (files); certificates are always verified. "signed": "optional" also
takes unsigned commands, as long as "max_class" is "destructive", because an unsigned message proves no class. "shell" is the
program that gets the command ("/bin/sh", on Windows "cmd" or "powershell"), "state" the folder of the journal.

Needs Python 3.8 or newer, paho-mqtt 1.5 or newer, and either the `openssl` program or the `cryptography` package.
"""

import argparse
import base64
import codecs
import hashlib
import json
import os
import queue
import random
import re
import secrets
import select
import shutil
import signal
import socket
import sqlite3
import ssl
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from datetime import datetime
from typing import Any, Callable, Deque, Dict, List, NamedTuple, Optional, Tuple

import paho.mqtt.client as mqtt

VERSION = "1.1.0"
IS_WINDOWS = os.name == "nt"
DEFAULT_CONFIG = os.path.join(os.environ.get("ProgramData", "C:\\ProgramData"), "waypost", "agent.json") if IS_WINDOWS else "/etc/waypost/agent.json"
DEFAULT_STATE = os.path.join(os.environ.get("ProgramData", "C:\\ProgramData"), "waypost", "state") if IS_WINDOWS else "/var/lib/waypost"

CAPABILITIES = ["ack", "stream", "cancel", "exit", "dedupe", "signed"]
CLASSES = {"read": 0, "change": 1, "unknown": 2, "destructive": 3}
POLICY_CLASSES = ("read", "change", "destructive")

ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
KEY_ID = re.compile(r"[0-9a-f]{32}")
RESERVED_IDS = ("all", "control")
MAX_MESSAGE_BYTES = 64 * 1024
MAX_COMMAND_BYTES = 16 * 1024
MAX_TIMEOUT_S = 3600
MAX_SIGNATURE_CHARS = 128
# What the broker is told not to send at all (MQTT 5).
MAX_PACKET_BYTES = 256 * 1024

CHALLENGES_KEPT = 3
CHALLENGE_LIFETIME_S = 180.0
# A flood of hellos must not push out the challenge that the operator's command was signed for.
CHALLENGE_MIN_AGE_S = 10.0
HELLO_PERIOD_S = 1.0

RUNNING_MAX = 4
WAITING_MAX = 16
INTAKE_MAX = 64
REFUSALS_PER_S = 50

JOURNAL_IDS = 1000
JOURNAL_RESULT_BYTES = 16 * 1024 * 1024
OUTPUT_MAX_BYTES = 1024 * 1024
RESULT_MAX_BYTES = 3_500_000
PIECE_BYTES = 16 * 1024
PIECE_PERIOD_S = 0.25
OUTBOX_PIECES = 200
# What waits for the broker's PUBACK; a broker that gives none must not fill the memory of this device.
IN_FLIGHT_MAX = 300
IN_FLIGHT_BYTES = 32 * 1024 * 1024
TERM_PATIENCE_S = 3.0

KEEPALIVE_S = 30
RECONNECT_MAX_S = 60.0
CONNACK_PATIENCE_S = 15.0
REACH_MAX_S = 300.0
# A connection that ends sooner counts as failed, because two agents with one id would else push each other off all the time.
STABLE_S = 60.0


def log(text: str) -> None:
    """Writes one line for the journal; control characters of others must not make lines of their own."""
    print("".join(c if c.isprintable() else "?" for c in text)[:500], flush=True)


def now_iso() -> str:
    return datetime.now().astimezone().isoformat()


def sha256_hex(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Fault(Exception):
    """Something in the configuration or the system that a person has to mend."""


class Refused(Exception):
    """A command that is not run; `reason` is the code for the console."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason


# ---------------------------------------------------------------------------------------------------------------- JSON


def _unique(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key is there twice")
    return result


def _no_constant(name: str) -> Any:
    raise ValueError("not JSON: " + name)


def read_message(payload: bytes) -> Dict[str, Any]:
    """Reads one JSON object; two readers must never see two meanings, so a repeated key is no message at all."""
    if len(payload) > MAX_MESSAGE_BYTES:
        raise Refused("too-long", "a message of %d bytes" % len(payload))
    try:
        message = json.loads(payload.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("malformed", "no message: %s" % error) from None
    if not isinstance(message, dict):
        raise Refused("malformed", "not an object")
    return message


def text_field(message: Dict[str, Any], name: str, pattern: "re.Pattern[str]") -> Optional[str]:
    """Returns the text of a field if it is wholly of the pattern (ASCII), else None."""
    value = message.get(name)
    return value if isinstance(value, str) and pattern.fullmatch(value) else None


# ---------------------------------------------------------------------------------------------------------------- keys

# Every P-256 public key in DER begins so (SubjectPublicKeyInfo, uncompressed point).
P256_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
P256_BYTES = 91


def public_key_der(pem: str) -> bytes:
    """Reads a P-256 public key in PEM; anything else is a fault."""
    match = re.fullmatch(r"\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]{1,400})-----END PUBLIC KEY-----\s*", pem)
    try:
        der = base64.b64decode("".join(match.group(1).split()), validate=True) if match else b""
    except ValueError:
        der = b""
    if len(der) != P256_BYTES or not der.startswith(P256_PREFIX):
        raise Fault("not a P-256 public key in PEM")
    return der


def key_id(der: bytes) -> str:
    return sha256_hex(der)[:32]


def pem_of(der: bytes) -> str:
    text = base64.b64encode(der).decode()
    lines = [text[i : i + 64] for i in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN PUBLIC KEY-----", *lines, "-----END PUBLIC KEY-----", ""])


def signed_text(kind: str, *values: str) -> bytes:
    """Joins what is signed, a value a line; a value that could make a line of its own is never signed or checked."""
    for value in values:
        if any(not (c.isascii() and c.isprintable()) for c in value):
            raise Refused("malformed", "a control character in a signed value")
    return "\n".join((kind, *values)).encode()


class Signatures:
    """ECDSA P-256 with SHA-256 by the `openssl` program, or by `cryptography` where that program is missing."""

    def __init__(self, device_key: str) -> None:
        self.device_key = device_key
        self.openssl = shutil.which("openssl")
        if self.openssl is None:
            try:
                from cryptography.hazmat.primitives import serialization  # noqa: F401
            except ImportError:
                raise Fault("neither the program openssl nor the Python package cryptography is there") from None

    def verify(self, der: bytes, text: bytes, signature: bytes) -> bool:
        if self.openssl is None:
            return self._verify_here(der, text, signature)
        # A folder for each, because systems clean away temporary files that lie there for some days.
        with tempfile.TemporaryDirectory(prefix="waypost-agent-") as folder:
            key_file, signature_file = os.path.join(folder, "key.pem"), os.path.join(folder, "signature")
            with open(key_file, "wb") as file:
                file.write(pem_of(der).encode())
            with open(signature_file, "wb") as file:
                file.write(signature)
            return self._openssl(["dgst", "-sha256", "-verify", key_file, "-signature", signature_file], text)[0]

    def sign(self, text: bytes) -> bytes:
        if self.openssl is None:
            return self._sign_here(text)
        is_signed, signature = self._openssl(["dgst", "-sha256", "-sign", self.device_key], text)
        if not is_signed or not signature:
            raise Fault("the key of this device cannot sign: " + self.device_key)
        return signature

    def make_device_key(self) -> None:
        """Makes the key of this device, once: the file appears whole, and is never replaced."""
        if os.path.exists(self.device_key):
            return
        if self.openssl is None:
            from cryptography.hazmat.primitives import serialization
            from cryptography.hazmat.primitives.asymmetric import ec

            key = ec.generate_private_key(ec.SECP256R1())
            pem = key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        else:
            is_made, pem = self._openssl(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], b"")
            if not is_made:
                raise Fault("openssl cannot make a key")
        write_private(self.device_key, pem)

    def device_public_der(self) -> Optional[bytes]:
        """Reads the public half of the key of this device; None if it has none."""
        if not os.path.exists(self.device_key):
            return None
        if self.openssl is None:
            from cryptography.hazmat.primitives import serialization

            with open(self.device_key, "rb") as file:
                key = serialization.load_pem_private_key(file.read(), None)
            return key.public_key().public_bytes(
                serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
            )
        is_read, der = self._openssl(["pkey", "-in", self.device_key, "-pubout", "-outform", "DER"], b"")
        if not is_read or not der.startswith(P256_PREFIX):
            raise Fault("not a P-256 key: " + self.device_key)
        return der

    def _openssl(self, args: List[str], stdin: bytes) -> Tuple[bool, bytes]:
        try:
            done = subprocess.run(
                [str(self.openssl), *args], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=10
            )
        except (OSError, subprocess.SubprocessError) as error:
            log("openssl cannot be run: %s" % error)
            return False, b""
        return done.returncode == 0, done.stdout

    def _verify_here(self, der: bytes, text: bytes, signature: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec

        try:
            serialization.load_der_public_key(der).verify(signature, text, ec.ECDSA(hashes.SHA256()))
            return True
        except (InvalidSignature, ValueError):
            return False

    def _sign_here(self, text: bytes) -> bytes:
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec

        with open(self.device_key, "rb") as file:
            key = serialization.load_pem_private_key(file.read(), None)
        return key.sign(text, ec.ECDSA(hashes.SHA256()))


def write_private(path: str, data: bytes) -> None:
    """Writes a file whole or not at all, readable by its owner alone."""
    temporary = "%s.%d.new" % (path, os.getpid())
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


# ------------------------------------------------------------------------------------------------------- configuration


class Broker(NamedTuple):
    host: str
    port: int
    tls: bool
    ca: Optional[str]
    cert: Optional[str]
    key: Optional[str]


class Config:
    """What /etc/waypost/agent.json says. A key that is not known is a fault, because a misspelt one would be no rule."""

    KEYS = {
        "device_id", "brokers", "username", "password", "heartbeat_interval", "policy", "trusted", "shell", "state",
    }  # fmt: skip

    def __init__(self, path: str) -> None:
        self.path = path
        raw = self._read()
        self.device_id = self._device_id(raw)
        self.brokers = [self._broker(entry) for entry in self._list(raw, "brokers")]
        if not self.brokers:
            raise Fault("brokers: at least one is needed")
        self.username = self._text(raw, "username")
        self.password = self._text(raw, "password")
        interval = raw.get("heartbeat_interval", 30)
        if isinstance(interval, bool) or not isinstance(interval, int) or not 5 <= interval <= 3600:
            raise Fault("heartbeat_interval: a whole number of seconds from 5 to 3600")
        self.heartbeat_interval = interval
        self.shell = self._text(raw, "shell") or ("cmd" if IS_WINDOWS else "/bin/sh")
        self.state = self._text(raw, "state") or DEFAULT_STATE
        self._policy = self._read_policy(raw)
        self._trusted: Dict[str, Tuple[bytes, str]] = self._read_trusted(raw)
        self._stamp = self._stamp_now()

    def trusted(self) -> Dict[str, Tuple[bytes, str]]:
        """Returns DER and name by key id as the file has them now, so that a key taken out ends at once."""
        self._follow()
        return self._trusted

    def policy(self) -> Dict[str, str]:
        """Returns what the file allows now."""
        self._follow()
        return self._policy

    def _follow(self) -> None:
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return
        try:
            raw = self._read()
            self._policy, self._trusted = self._read_policy(raw), self._read_trusted(raw)
            log("the configuration was read again: %d trusted keys, %s" % (len(self._trusted), policy_text(self._policy)))
        except Fault as fault:
            self._policy, self._trusted = {"signed": "required", "max_class": "read"}, {}
            log("nobody is trusted until this is mended: %s" % fault)
        self._stamp = stamp

    def is_private(self) -> bool:
        return IS_WINDOWS or stat.S_IMODE(os.stat(self.path).st_mode) & 0o077 == 0

    def write(self, **changes: Any) -> None:
        raw = self._read()
        raw.update(changes)
        write_private(self.path, (json.dumps(raw, indent=2, ensure_ascii=False) + "\n").encode())

    def trusted_entries(self) -> List[Dict[str, str]]:
        return [{"name": name, "key": pem_of(der)} for der, name in self._trusted.values()]

    def _stamp_now(self) -> Optional[Tuple[int, int, int]]:
        try:
            found = os.stat(self.path)
            return found.st_mtime_ns, found.st_size, found.st_ino
        except OSError:
            return None

    def _read(self) -> Dict[str, Any]:
        try:
            with open(self.path, "rb") as file:
                raw = json.loads(file.read().decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
        except (OSError, ValueError, RecursionError) as error:
            raise Fault("%s cannot be read: %s" % (self.path, error)) from None
        if not isinstance(raw, dict):
            raise Fault("%s is no object" % self.path)
        unknown = set(raw) - self.KEYS
        if unknown:
            raise Fault("%s has an unknown key: %s" % (self.path, ", ".join(sorted(unknown))))
        return raw

    @staticmethod
    def _list(raw: Dict[str, Any], name: str) -> List[Any]:
        value = raw.get(name, [])
        if not isinstance(value, list):
            raise Fault("%s: a list" % name)
        return value

    @staticmethod
    def _text(raw: Dict[str, Any], name: str) -> Optional[str]:
        value = raw.get(name)
        if value is not None and (not isinstance(value, str) or value == ""):
            raise Fault("%s: a text" % name)
        return value

    def _device_id(self, raw: Dict[str, Any]) -> str:
        device_id = text_field(raw, "device_id", ID)
        if device_id is None or device_id in RESERVED_IDS or device_id.startswith("waypost-probe-"):
            raise Fault("device_id: letters, digits, dot, dash and underscore, at most 64, and no reserved name")
        return device_id

    def _broker(self, entry: Any) -> Broker:
        if not isinstance(entry, dict) or not set(entry) <= set(Broker._fields):
            raise Fault("brokers: each has host and port, and may have tls, ca, cert and key")
        host, port, tls = self._text(entry, "host"), entry.get("port"), entry.get("tls", False)
        if host is None or isinstance(port, bool) or not isinstance(port, int) or not 1 <= port <= 65535:
            raise Fault("brokers: each has a host and a port")
        if not isinstance(tls, bool):
            raise Fault("brokers: tls is true or false")
        files = [self._text(entry, name) for name in ("ca", "cert", "key")]
        if not tls and any(files):
            raise Fault("brokers: ca, cert and key mean nothing without tls")
        return Broker(host, port, tls, *files)

    @staticmethod
    def _read_policy(raw: Dict[str, Any]) -> Dict[str, str]:
        policy = raw.get("policy", {"signed": "required", "max_class": "destructive"})
        if not isinstance(policy, dict) or set(policy) != {"signed", "max_class"}:
            raise Fault('policy: {"signed": …, "max_class": …}')
        if policy["signed"] not in ("required", "optional") or policy["max_class"] not in POLICY_CLASSES:
            raise Fault('policy: "signed" is required or optional, "max_class" is read, change or destructive')
        return policy

    def _read_trusted(self, raw: Dict[str, Any]) -> Dict[str, Tuple[bytes, str]]:
        keys: Dict[str, Tuple[bytes, str]] = {}
        for entry in self._list(raw, "trusted"):
            if not isinstance(entry, dict) or set(entry) != {"name", "key"} or not isinstance(entry["key"], str):
                raise Fault("trusted: each has a name and a key")
            name = entry["name"]
            if not isinstance(name, str) or not 1 <= len(name) <= 80 or not name.isprintable():
                raise Fault("trusted: a name is a text of one line")
            der = public_key_der(entry["key"])
            keys[key_id(der)] = (der, name)
        return keys


# ------------------------------------------------------------------------------------------------------------- journal


class Journal:
    """Keeps command ids and results on disk. An id is written, and on the disk, before its command may start."""

    def __init__(self, folder: str) -> None:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        path = os.path.join(folder, "journal.db")
        if not os.path.exists(path):
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        self._lock = threading.Lock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        # A small cache, because memory is dear here and the journal is asked once a command.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-256"):
            self._db.execute("PRAGMA " + pragma)
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS command (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL,"
            " session TEXT NOT NULL, challenge TEXT NOT NULL, signature BLOB NOT NULL, command_sha256 TEXT NOT NULL,"
            " result BLOB, is_published INTEGER NOT NULL DEFAULT 0)"
        )

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def accept(self, command: "Command", live_challenges: List[str]) -> bool:
        """Writes the id; False if it is already there. Throws if the disk does not take it."""
        with self._lock:
            try:
                self._db.execute(
                    "INSERT INTO command (id, session, challenge, signature, command_sha256) VALUES (?, ?, ?, ?, ?)",
                    (command.id, command.session, command.challenge, command.signature, command.sha256),
                )
            except sqlite3.IntegrityError:
                return False
            # An id whose challenge still lives stays, however many came since.
            marks = ",".join("?" * len(live_challenges))
            self._db.execute(
                "DELETE FROM command WHERE number <= (SELECT max(number) FROM command) - ?"
                " AND result IS NOT NULL AND challenge NOT IN (%s)" % marks,
                (JOURNAL_IDS, *live_challenges),
            )
            return True

    def finish(self, command_id: str, result: bytes) -> None:
        with self._lock:
            self._db.execute("UPDATE command SET result = ?, is_published = 0 WHERE id = ?", (result, command_id))
            # The oldest outputs make room; their ids stay.
            self._db.execute(
                "UPDATE command SET result = x'' WHERE number IN (SELECT number FROM (SELECT number, sum(length(result))"
                " OVER (ORDER BY number DESC) AS total FROM command WHERE result IS NOT NULL) WHERE total > ?)",
                (JOURNAL_RESULT_BYTES,),
            )

    def find(self, command_id: str) -> Optional[Tuple[bytes, str, Optional[bytes]]]:
        """Returns signature, hash of the command and the result (None: not ended, empty: no longer kept)."""
        with self._lock:
            return self._db.execute(
                "SELECT signature, command_sha256, result FROM command WHERE id = ?", (command_id,)
            ).fetchone()

    def published(self, command_id: str) -> None:
        with self._lock:
            self._db.execute("UPDATE command SET is_published = 1 WHERE id = ?", (command_id,))

    def unpublished(self) -> List[Tuple[str, bytes]]:
        with self._lock:
            return self._db.execute(
                "SELECT id, result FROM command WHERE is_published = 0 AND length(result) > 0"
                " ORDER BY number DESC LIMIT 50"
            ).fetchall()

    def unfinished(self) -> List[Tuple[str, str, bytes]]:
        with self._lock:
            return self._db.execute("SELECT id, session, signature FROM command WHERE result IS NULL").fetchall()


# ------------------------------------------------------------------------------------------------------------ readings


def read_text(path: str) -> Optional[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(65536).strip("\x00\n ")
    except OSError:
        return None


def run_quickly(args: List[str]) -> Optional[str]:
    try:
        done = subprocess.run(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=3)
        return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
    except (OSError, subprocess.SubprocessError):
        return None


class Readings:
    """Reads how this device is, from /proc and /sys; what a system does not tell is left out."""

    def __init__(self) -> None:
        self._cpu: Optional[Tuple[int, int]] = None
        self._vcgencmd = shutil.which("vcgencmd")
        self._timedatectl = shutil.which("timedatectl")
        self._clock: Tuple[float, Optional[bool]] = (float("-inf"), None)

    def now(self) -> Dict[str, Any]:
        found: Dict[str, Any] = {}
        for part in (self._memory, self._cpu_use, self._load, self._uptime, self._disk, self._warmth, self._power, self._wifi):
            try:
                found.update(part())
            except (OSError, ValueError, IndexError, ZeroDivisionError):
                continue
        found["clock_synchronised"] = self._is_clock_right()
        return {name: value for name, value in found.items() if value is not None}

    @staticmethod
    def _memory() -> Dict[str, Any]:
        kib = {}
        for line in (read_text("/proc/meminfo") or "").splitlines():
            name, _, value = line.partition(":")
            kib[name] = int(value.split()[0])
        if "MemTotal" not in kib:
            return {}
        total = kib["MemTotal"]
        used = total - kib.get("MemAvailable", kib.get("MemFree", 0))
        swap, swap_free = kib.get("SwapTotal", 0), kib.get("SwapFree", 0)
        memory = {"total": round(total / 1024, 1), "used": round(used / 1024, 1), "percentage": round(100 * used / total, 1)}
        return {"memory_usage": memory, "swap_percent": round(100 * (swap - swap_free) / swap, 1) if swap else None}

    def _cpu_use(self) -> Dict[str, Any]:
        times = [int(part) for part in (read_text("/proc/stat") or "").splitlines()[0].split()[1:9]]
        total, idle = sum(times), times[3] + times[4]
        before, self._cpu = self._cpu, (total, idle)
        if before is None or total <= before[0]:
            return {}
        return {"cpu_usage": round(100 * (1 - (idle - before[1]) / (total - before[0])), 1)}

    @staticmethod
    def _load() -> Dict[str, Any]:
        return {"load_1": float((read_text("/proc/loadavg") or "").split()[0])}

    @staticmethod
    def _uptime() -> Dict[str, Any]:
        seconds = float((read_text("/proc/uptime") or "").split()[0])
        return {"uptime": round(seconds), "boot_time": round(time.time() - seconds)}

    @staticmethod
    def _disk() -> Dict[str, Any]:
        use = shutil.disk_usage(os.path.abspath(os.sep))
        found: Dict[str, Any] = {"disk_percent": round(100 * use.used / (use.used + use.free), 1)}
        found.update({"disk_total": use.total, "disk_used": use.used})
        if hasattr(os, "statvfs"):
            files = os.statvfs("/")
            if files.f_files:
                found["inodes_percent"] = round(100 * (1 - files.f_ffree / files.f_files), 1)
        return found

    @staticmethod
    def _warmth() -> Dict[str, Any]:
        return {"cpu_temperature": round(int(read_text("/sys/class/thermal/thermal_zone0/temp") or "") / 1000, 1)}

    def _power(self) -> Dict[str, Any]:
        text = read_text("/sys/devices/platform/soc/soc:firmware/get_throttled")
        if text is None and self._vcgencmd is not None:
            text = (run_quickly([self._vcgencmd, "get_throttled"]) or "").partition("=")[2]
        if not text:
            return {}
        flags = int(text, 16)
        return {
            "under_voltage": bool(flags & 0x1),
            "throttled": bool(flags & 0x4),
            "under_voltage_since_boot": bool(flags & 0x10000),
            "throttled_since_boot": bool(flags & 0x40000),
        }

    @staticmethod
    def _wifi() -> Dict[str, Any]:
        lines = (read_text("/proc/net/wireless") or "").splitlines()[2:]
        return {"wifi_signal_dbm": float(lines[0].split()[3])} if lines else {}

    def _is_clock_right(self) -> Optional[bool]:
        if os.path.exists("/run/systemd/timesync/synchronized"):
            return True
        asked_at, known = self._clock
        if time.monotonic() - asked_at > 600:
            text = run_quickly([self._timedatectl, "show", "-p", "NTPSynchronized", "--value"]) if self._timedatectl else None
            known = {"yes": True, "no": False}.get(text or "")
            self._clock = (time.monotonic(), known)
        return known


def system_of(shell: str) -> Tuple[str, str]:
    """Returns `os` and `system` as the console names them."""
    if IS_WINDOWS:
        return "windows", "windows-powershell" if "powershell" in shell.lower() or "pwsh" in shell.lower() else "windows-cmd"
    model = read_text("/proc/device-tree/model") or ""
    return ("raspberrypi", "raspberrypi") if "Raspberry Pi" in model else ("linux", "linux")


# ------------------------------------------------------------------------------------------------------------ commands


class Command(NamedTuple):
    """A command that passed every check."""

    id: str
    text: str
    timeout_s: int
    session: str
    challenge: str
    signature: bytes
    sha256: str
    by: str


class Guard:
    """Decides what may run. Everything that it compares with is its own; nothing of a message is believed unsigned."""

    def __init__(self, config: Config, signatures: Signatures) -> None:
        self._config = config
        self._signatures = signatures
        self.session = secrets.token_hex(16)
        self._lock = threading.Lock()
        self._challenges: Deque[Tuple[str, float]] = deque(maxlen=CHALLENGES_KEPT)

    def challenge(self, is_new: bool) -> str:
        """Returns the challenge for a heartbeat; an asked one (hello) renews it only if the newest is some seconds old."""
        with self._lock:
            now = time.monotonic()
            if is_new or not self._challenges or now - self._challenges[-1][1] > CHALLENGE_MIN_AGE_S:
                self._challenges.append((secrets.token_hex(16), now))
            return self._challenges[-1][0]

    def live_challenges(self) -> List[str]:
        with self._lock:
            now = time.monotonic()
            return [text for text, at in self._challenges if now - at <= CHALLENGE_LIFETIME_S]

    def check_command(self, message: Dict[str, Any], command_id: str) -> Command:
        """Returns the command if it may run; throws `Refused` with the reason if not."""
        text, timeout_s = message.get("command"), message.get("timeout")
        if not isinstance(text, str) or text == "" or "\x00" in text:
            raise Refused("malformed", "no command")
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError:
            raise Refused("malformed", "half a character in the command") from None
        if len(data) > MAX_COMMAND_BYTES:
            raise Refused("too-long", "a command of %d bytes" % len(data))
        if isinstance(timeout_s, bool) or not isinstance(timeout_s, int) or not 1 <= timeout_s <= MAX_TIMEOUT_S:
            raise Refused("too-long", "a timeout that is not from 1 to %d" % MAX_TIMEOUT_S)
        digest = sha256_hex(data)
        policy = self._config.policy()
        if not self._is_signed(message, ("session", "challenge", "class", "key_id", "sig")):
            if policy["signed"] == "required":
                raise Refused("unsigned")
            if policy["max_class"] != "destructive":
                raise Refused("policy", "an unsigned command proves no class")
            return Command(command_id, text, timeout_s, self.session, "", b"", digest, "unsigned")
        judged = message.get("class")
        if not isinstance(judged, str) or judged not in CLASSES:
            raise Refused("malformed", "no class")
        challenge, key, signature, name = self._check_sender(
            message, lambda challenge, key: signed_text(
                "waypost-command-v1", self._config.device_id, command_id, self.session, challenge, judged,
                str(timeout_s), digest, key,
            )
        )  # fmt: skip
        if CLASSES[judged] > CLASSES[policy["max_class"]]:
            raise Refused("policy", "of class " + judged)
        return Command(command_id, text, timeout_s, self.session, challenge, signature, digest, "%s (%s)" % (name, key))

    def check_cancel(self, message: Dict[str, Any], command_id: str) -> None:
        if not self._is_signed(message, ("session", "challenge", "key_id", "sig")):
            if self._config.policy()["signed"] == "required":
                raise Refused("unsigned")
            return
        self._check_sender(
            message, lambda challenge, key: signed_text(
                "waypost-cancel-v1", self._config.device_id, command_id, self.session, challenge, key
            )
        )  # fmt: skip

    @staticmethod
    def _is_signed(message: Dict[str, Any], names: Tuple[str, ...]) -> bool:
        """True if any part of a signature is there: half a signature is a wrong one, never none."""
        return any(name in message for name in names)

    def _check_sender(self, message: Dict[str, Any], text: Callable[[str, str], bytes]) -> Tuple[str, str, bytes, str]:
        if message.get("device_id", self._config.device_id) != self._config.device_id:
            raise Refused("other-device")
        key = text_field(message, "key_id", KEY_ID)
        der, name = self._config.trusted().get(key or "", (b"", ""))
        if key is None or not der:
            raise Refused("untrusted-key")
        if message.get("session") != self.session:
            raise Refused("old-session")
        challenge = message.get("challenge")
        if not isinstance(challenge, str) or challenge not in self.live_challenges():
            raise Refused("stale")
        encoded = message.get("sig")
        if not isinstance(encoded, str) or len(encoded) > MAX_SIGNATURE_CHARS:
            raise Refused("bad-signature")
        try:
            signature = base64.b64decode(encoded, validate=True)
        except ValueError:
            raise Refused("bad-signature") from None
        if not self._signatures.verify(der, text(challenge, key), signature):
            raise Refused("bad-signature")
        return challenge, key, signature, name


class Capture:
    """One stream of a command: keeps its head and its tail, and hands out what is new as text."""

    def __init__(self) -> None:
        self.total = 0
        self.is_open = True
        self._head = bytearray()
        self._tail: Deque[bytes] = deque()
        self._tail_bytes = 0
        self._fresh = bytearray()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def add(self, data: bytes, wants_fresh: bool) -> None:
        self.total += len(data)
        if wants_fresh:
            self._fresh += data
        half = OUTPUT_MAX_BYTES // 2
        room = half - len(self._head)
        if room > 0:
            self._head += data[:room]
            data = data[room:]
        if data:
            self._tail.append(data)
            self._tail_bytes += len(data)
            while self._tail_bytes - len(self._tail[0]) >= half:
                self._tail_bytes -= len(self._tail.popleft())

    @property
    def fresh_bytes(self) -> int:
        return len(self._fresh)

    def take_fresh(self) -> str:
        data, self._fresh = bytes(self._fresh), bytearray()
        return self._decoder.decode(data, final=not self.is_open)

    def text(self, limit: int) -> Tuple[str, bool, bool]:
        """Returns the text of at most `limit` bytes, whether a part was left out, and whether it was not UTF-8."""
        data = bytes(self._head) + b"".join(self._tail)
        is_cut = len(data) < self.total or len(data) > limit
        if is_cut:
            half = limit // 2
            head, tail = data[:half], data[max(half, len(data) - half) :]
            left_out = self.total - len(head) - len(tail)
            note = ("\n[... %d bytes left out ...]\n" % left_out).encode()
            # Cut between characters, so that a cut is never taken for output that is not UTF-8.
            data = _whole_end(head) + note + _whole_start(tail)
        try:
            return data.decode("utf-8"), is_cut, False
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace"), is_cut, True


def _whole_end(data: bytes) -> bytes:
    """Takes an unfinished character off the end."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte & 0xC0 == 0x80:
            continue
        needed = 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2 if byte >= 0xC0 else 1
        return data[:-back] if needed > back else data
    return data


def _whole_start(data: bytes) -> bytes:
    """Takes the rest of a character off the beginning."""
    start = 0
    while start < min(3, len(data)) and data[start] & 0xC0 == 0x80:
        start += 1
    return data[start:]


class Job:
    """One accepted command, from waiting to its end."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.changed = threading.Condition()
        self.is_cancelled = False

    def cancel(self) -> None:
        with self.changed:
            self.is_cancelled = True
            self.changed.notify_all()


class Outcome(NamedTuple):
    """How a command ended: `exited`, `timeout`, `cancelled`, `interrupted` (the agent stopped), or `not-started`."""

    ending: str
    exit_code: Optional[int] = None
    signal: Optional[int] = None
    stdout: Optional[Capture] = None
    stderr: Optional[Capture] = None
    note: str = ""
    started_at: Optional[str] = None
    duration_ms: int = 0


class Shell:
    """Runs one command as a process group of its own, and hands out its output while it comes."""

    def __init__(self, shell: str, on_piece: Callable[[str, int, str, str], None]) -> None:
        self._args = self._arguments(shell)
        self._on_piece = on_piece
        self._home, self._environment = self._surroundings()

    def run(self, job: Job) -> Outcome:
        started_at, begun = now_iso(), time.monotonic()
        options: Dict[str, Any] = {"creationflags": 0x200} if IS_WINDOWS else {"start_new_session": True}
        try:
            process = subprocess.Popen(
                [*self._args, job.command.text], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                cwd=self._home, env=self._environment, bufsize=0, **options,
            )  # fmt: skip
        except (OSError, ValueError) as error:
            return Outcome("not-started", note="the shell cannot be started: %s" % error)
        captures = {"stdout": Capture(), "stderr": Capture()}
        for name, stream in (("stdout", process.stdout), ("stderr", process.stderr)):
            threading.Thread(target=self._pump, args=(job, captures[name], stream), daemon=True).start()
        ending = self._follow(job, process, captures, begun + job.command.timeout_s)
        code = process.poll()
        return Outcome(
            ending,
            exit_code=code if code is not None and code >= 0 and ending == "exited" else None,
            signal=-code if code is not None and code < 0 else None,
            stdout=captures["stdout"],
            stderr=captures["stderr"],
            started_at=started_at,
            duration_ms=round(1000 * (time.monotonic() - begun)),
        )

    def _follow(self, job: Job, process: "subprocess.Popen[bytes]", captures: Dict[str, Capture], deadline: float) -> str:
        """Waits for the end, streams, and ends the group where it has to; partial output stays."""
        ending, sequence, next_piece, kill_at = "exited", 0, 0.0, float("inf")
        give_up = float("inf")
        while True:
            with job.changed:
                now = time.monotonic()
                is_open = any(capture.is_open for capture in captures.values())
                has_much = any(capture.fresh_bytes >= PIECE_BYTES for capture in captures.values())
                has_some = any(capture.fresh_bytes for capture in captures.values())
                is_cancelled = job.is_cancelled
                if is_open and not has_much and not (is_cancelled and ending == "exited"):
                    ends = [deadline if ending == "exited" else kill_at, give_up, now + 30]
                    if has_some:
                        ends.append(next_piece)
                    if min(ends) > now:
                        job.changed.wait(min(ends) - now)
                pieces = []
                now = time.monotonic()
                if has_much or now >= next_piece or not any(capture.is_open for capture in captures.values()):
                    pieces = [(name, capture.take_fresh()) for name, capture in captures.items()]
                    next_piece = now + PIECE_PERIOD_S
                is_open = any(capture.is_open for capture in captures.values())
            for name, text in pieces:
                if text:
                    self._on_piece(job.command.id, sequence, name, text)
                    sequence += 1
            now = time.monotonic()
            if ending == "exited" and (job.is_cancelled or now >= deadline):
                is_over = not is_open and process.poll() is not None
                if not is_over:
                    ending = "cancelled" if job.is_cancelled else "timeout"
                    self._end_group(process, is_hard=False)
                    kill_at = now + TERM_PATIENCE_S
            elif now >= kill_at:
                self._end_group(process, is_hard=True)
                kill_at, give_up = float("inf"), now + 2
            if now >= give_up:
                return ending
            if not is_open:
                try:
                    process.wait(0.2)
                    if ending != "exited" and kill_at < float("inf"):
                        # The shell ended; what it left behind in its group ends too.
                        self._end_group(process, is_hard=True)
                    return ending
                except subprocess.TimeoutExpired:
                    continue

    @staticmethod
    def _pump(job: Job, capture: Capture, stream: Any) -> None:
        while True:
            try:
                data = os.read(stream.fileno(), 65536)
            except OSError:
                data = b""
            with job.changed:
                if data:
                    capture.add(data, wants_fresh=capture.total < OUTPUT_MAX_BYTES)
                else:
                    capture.is_open = False
                if not data or capture.fresh_bytes >= PIECE_BYTES or capture.fresh_bytes == len(data):
                    job.changed.notify_all()
            if not data:
                stream.close()
                return

    @staticmethod
    def _end_group(process: "subprocess.Popen[bytes]", is_hard: bool) -> None:
        try:
            if IS_WINDOWS:
                run_quickly(["taskkill", "/T", "/F", "/PID", str(process.pid)])
            else:
                os.killpg(process.pid, signal.SIGKILL if is_hard else signal.SIGTERM)
        except (ProcessLookupError, PermissionError):
            pass

    @staticmethod
    def _arguments(shell: str) -> List[str]:
        if not IS_WINDOWS:
            return [shell, "-c"]
        if "powershell" in shell.lower() or "pwsh" in shell.lower():
            return [shell, "-NoProfile", "-NonInteractive", "-Command"]
        return [shell, "/d", "/c"]

    @staticmethod
    def _surroundings() -> Tuple[str, Dict[str, str]]:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "NOTIFY_", "WATCHDOG_", "INVOCATION_", "JOURNAL_", "PYTHON"))
        }
        home = os.path.expanduser("~")
        if not IS_WINDOWS:
            import pwd

            entry = pwd.getpwuid(os.getuid())
            home = entry.pw_dir
            environment.update({"HOME": home, "USER": entry.pw_name, "LOGNAME": entry.pw_name})
            environment.setdefault("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
        environment["LANG"] = "C.UTF-8"
        return (home if os.path.isdir(home) else os.path.abspath(os.sep)), environment


class Workplace:
    """Takes commands from the guard to their results: journal, queue, shell, signature."""

    def __init__(self, config: Config, guard: Guard, signatures: Signatures, send: Callable[..., None]) -> None:
        self._config = config
        self._guard = guard
        self._signatures = signatures
        self._send = send
        self._shell = Shell(config.shell, self._on_piece)
        self.journal = Journal(config.state)
        self._lock = threading.Lock()
        self._running: Dict[str, Job] = {}
        self._waiting: Deque[Job] = deque()
        self._refusals = (0.0, 0)
        self.device_key_id: Optional[str] = None
        der = signatures.device_public_der()
        if der is not None:
            self.device_key_id = key_id(der)
        for command_id, session, signature in self.journal.unfinished():
            log("the agent stopped while command %s was under way" % command_id)
            note = "The agent was stopped while this command was under way; whether it ran to its end is not known."
            self.journal.finish(command_id, self._result(command_id, session, signature, Outcome("interrupted", note=note)))

    def take(self, kind: str, payload: bytes) -> None:
        """Handles one message on `command` or `cancel`. Throws nothing."""
        command_id: Optional[str] = None
        try:
            message = read_message(payload)
            command_id = text_field(message, "command_id", ID)
            if command_id is None:
                raise Refused("malformed", "no command id")
            if kind == "cancel":
                self._cancel(message, command_id)
            else:
                self._accept(message, command_id)
        except Refused as refused:
            self._refuse(kind, command_id, refused)
        except Exception as error:  # A fault here must not end the agent, and must not run anything.
            self._refuse(kind, command_id, Refused("not-recorded", "%s: %s" % (type(error).__name__, error)))

    def _accept(self, message: Dict[str, Any], command_id: str) -> None:
        known = self.journal.find(command_id)
        if known is not None and self._is_same(message, known):
            self._answer_again(command_id, known[2])
            return
        command = self._guard.check_command(message, command_id)
        if known is not None:
            raise Refused("repeated")
        job = Job(command)
        with self._lock:
            if len(self._running) + len(self._waiting) >= RUNNING_MAX + WAITING_MAX:
                raise Refused("busy")
            if not self.journal.accept(command, self._guard.live_challenges()):
                raise Refused("repeated")
            self._waiting.append(job)
        log("command %s by %s" % (command_id, command.by))
        self._ack(command_id, "received")
        self._start_next()

    @staticmethod
    def _is_same(message: Dict[str, Any], known: Tuple[bytes, str, Optional[bytes]]) -> bool:
        """True if it is the very message that was accepted: same signature, same command."""
        text, encoded = message.get("command"), message.get("sig", "")
        if not isinstance(text, str) or not isinstance(encoded, str):
            return False
        is_same_text = sha256_hex(text.encode("utf-8", "replace")) == known[1]
        return is_same_text and base64.b64encode(known[0]).decode() == encoded

    def _answer_again(self, command_id: str, result: Optional[bytes]) -> None:
        if result is None:
            with self._lock:
                state = "running" if command_id in self._running else "received"
            self._ack(command_id, state)
        elif result and self._may_refuse():
            self._send("result", result, qos=1, result_of=command_id)
        else:
            raise Refused("repeated")

    def _cancel(self, message: Dict[str, Any], command_id: str) -> None:
        self._guard.check_cancel(message, command_id)
        with self._lock:
            job = self._running.get(command_id)
            waiting = next((one for one in self._waiting if one.command.id == command_id), None)
            if waiting is not None:
                self._waiting.remove(waiting)
        if job is not None:
            log("command %s is cancelled" % command_id)
            job.cancel()
        if waiting is not None:
            self._finish(waiting.command, Outcome("cancelled", note="Cancelled before it started."))

    def _refuse(self, kind: str, command_id: Optional[str], refused: Refused) -> None:
        if not self._may_refuse():
            return
        log("%s %s refused: %s (%s)" % (kind, command_id or "without an id", refused.reason, refused))
        if kind == "command" and command_id is not None:
            self._ack(command_id, "rejected", refused.reason)

    def _may_refuse(self) -> bool:
        """Bounds what a flood of wrong messages makes this device say; nothing of it runs either way."""
        with self._lock:
            second, count = self._refusals
            now = float(int(time.monotonic()))
            count = count + 1 if now == second else 1
            self._refusals = (now, count)
            return count <= REFUSALS_PER_S

    def _start_next(self) -> None:
        with self._lock:
            while self._waiting and len(self._running) < RUNNING_MAX:
                job = self._waiting.popleft()
                self._running[job.command.id] = job
                threading.Thread(target=self._work, args=(job,), daemon=True).start()

    def _work(self, job: Job) -> None:
        try:
            self._ack(job.command.id, "running")
            outcome = self._shell.run(job)
        except Exception as error:
            outcome = Outcome("interrupted", note="The agent lost this command: %s" % error)
        try:
            self._finish(job.command, outcome)
        except Exception as error:
            log("the result of command %s is lost: %s" % (job.command.id, error))
        finally:
            with self._lock:
                self._running.pop(job.command.id, None)
            self._start_next()

    def _finish(self, command: Command, outcome: Outcome) -> None:
        result = self._result(command.id, command.session, command.signature, outcome)
        self.journal.finish(command.id, result)
        log("command %s ended: %s %s" % (command.id, outcome.ending, "" if outcome.exit_code is None else outcome.exit_code))
        self._send("result", result, qos=1, result_of=command.id)

    def _result(self, command_id: str, session: str, signature: bytes, outcome: Outcome) -> bytes:
        limit = OUTPUT_MAX_BYTES
        while True:
            payload = self._result_within(command_id, session, signature, outcome, limit)
            if len(payload) <= RESULT_MAX_BYTES:
                return payload
            limit //= 2

    def _result_within(self, command_id: str, session: str, signature: bytes, outcome: Outcome, limit: int) -> bytes:
        out, err = outcome.stdout or Capture(), outcome.stderr or Capture()
        # Both share the limit; what one does not need the other may have.
        stdout, is_cut, is_odd = out.text(max(limit // 2, limit - err.total))
        stderr, is_cut_too, is_odd_too = err.text(max(limit // 2, limit - out.total))
        if outcome.note:
            stderr = outcome.note
        result: Dict[str, Any] = {
            "device_id": self._config.device_id,
            "command_id": command_id,
            "success": outcome.ending == "exited" and outcome.exit_code == 0,
            "output": stdout,
            "error": stderr,
            "timestamp": now_iso(),
            "exit_code": outcome.exit_code,
            "signal": outcome.signal,
            "ending": outcome.ending,
            "started_at": outcome.started_at,
            "duration_ms": outcome.duration_ms,
            "truncated": is_cut or is_cut_too,
            "not_utf8": is_odd or is_odd_too,
        }
        if self.device_key_id is not None:
            code = "-" if outcome.exit_code is None else str(outcome.exit_code)
            hashes = [sha256_hex(part) for part in (stdout.encode(), stderr.encode("utf-8", "replace"), signature)]
            text = signed_text("waypost-result-v1", self._config.device_id, command_id, session, code, *hashes)
            encoded = base64.b64encode(self._signatures.sign(text)).decode()
            result.update({"session": session, "key_id": self.device_key_id, "sig": encoded})
        return json.dumps(result, ensure_ascii=False).encode("utf-8", "replace")

    def _ack(self, command_id: str, state: str, reason: Optional[str] = None) -> None:
        body = {"device_id": self._config.device_id, "command_id": command_id, "state": state, "timestamp": now_iso()}
        self._send("ack", json.dumps({**body, **({"reason": reason} if reason else {})}).encode(), qos=1)

    def _on_piece(self, command_id: str, sequence: int, stream: str, text: str) -> None:
        body = {"device_id": self._config.device_id, "command_id": command_id, "seq": sequence, "stream": stream, "data": text}
        self._send("output", json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"), qos=0)


# ----------------------------------------------------------------------------------------------------------- the agent


class Outgoing(NamedTuple):
    kind: str
    payload: bytes
    qos: int
    result_of: Optional[str]


class Connection:
    """One connection to one broker: paho without its threads, so that one loop owns all that is sent."""

    def __init__(self, config: Config, broker: Broker, version: int, client_id: str) -> None:
        self.is_up = False
        self.refusal: Optional[str] = None
        self.has_other_version = False
        options: Dict[str, Any] = {"client_id": client_id, "protocol": version}
        if version != mqtt.MQTTv5:
            options["clean_session"] = True
        if hasattr(mqtt, "CallbackAPIVersion"):  # paho 2
            options["callback_api_version"] = mqtt.CallbackAPIVersion.VERSION2
        self.client = mqtt.Client(**options)
        if config.username is not None:
            self.client.username_pw_set(config.username, config.password)
        if broker.tls:
            # Certificate and name are always checked; nothing in the configuration can change that.
            context = ssl.create_default_context(cafile=broker.ca)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            if broker.cert is not None:
                context.load_cert_chain(broker.cert, broker.key)
            self.client.tls_set_context(context)
        self.client.on_connect = self._on_connect
        self.client.on_disconnect = self._on_disconnect
        self._broker = broker
        self._version = version

    def open(self, on_wait: Callable[[], None]) -> None:
        """Connects and waits for the broker's word; throws OSError or Fault where there is none."""
        options: Dict[str, Any] = {"keepalive": KEEPALIVE_S}
        if self._version == mqtt.MQTTv5:
            from paho.mqtt.packettypes import PacketTypes
            from paho.mqtt.properties import Properties

            properties = Properties(PacketTypes.CONNECT)
            properties.MaximumPacketSize = MAX_PACKET_BYTES
            options.update({"clean_start": True, "properties": properties})
        self._reach(options, on_wait)
        until = time.monotonic() + CONNACK_PATIENCE_S
        while not self.is_up and self.refusal is None and time.monotonic() < until:
            on_wait()
            self.turn(0.5, None)
        if not self.is_up:
            raise Fault(self.refusal or "no answer to CONNECT")

    def _reach(self, options: Dict[str, Any], on_wait: Callable[[], None]) -> None:
        """Looks the name up, connects and shakes hands: beside the loop, because a server may let each of them take half a minute."""
        failures: List[Exception] = []

        def connect() -> None:
            try:
                self.client.connect(self._broker.host, self._broker.port, **options)
            except Exception as error:
                failures.append(error)

        thread = threading.Thread(target=connect, daemon=True)
        thread.start()
        until = time.monotonic() + REACH_MAX_S
        while thread.is_alive():
            if time.monotonic() < until:  # After that the watchdog may judge.
                on_wait()
            thread.join(0.5)
        if failures:
            raise failures[0]

    def turn(self, timeout_s: float, wake: Optional[socket.socket]) -> None:
        """Waits for something to do, at most so long, and does it. A connection that broke sets `refusal`."""
        sock = self.client.socket()
        if sock is None:
            self.broken("the connection was closed")
            return
        has_bytes = hasattr(sock, "pending") and sock.pending() > 0
        readers = [sock] if wake is None else [sock, wake]
        writers = [sock] if self.client.want_write() else []
        try:
            readable, writable, _ = select.select(readers, writers, [], 0 if has_bytes else timeout_s)
            if wake is not None and wake in readable:
                wake.recv(4096)
            if (sock in readable or has_bytes) and self.client.loop_read() != mqtt.MQTT_ERR_SUCCESS:
                self.broken("the connection broke")
            elif (sock in writable or self.client.want_write()) and self.client.loop_write() != mqtt.MQTT_ERR_SUCCESS:
                self.broken("the connection broke")
            elif self.client.loop_misc() != mqtt.MQTT_ERR_SUCCESS:
                self.broken("the broker is silent")
        except (OSError, ValueError) as error:
            self.broken(str(error))

    def close(self) -> None:
        try:
            self.client.disconnect()
            for _ in range(20):
                if self.client.socket() is None or not self.client.want_write():
                    break
                self.turn(0.1, None)
        except (OSError, ValueError):
            pass

    def broken(self, why: str) -> None:
        if not self.is_up and self._version == mqtt.MQTTv5:
            self.has_other_version = True
        self.is_up = False
        self.refusal = self.refusal or why

    def _on_connect(self, _client: Any, _userdata: Any, _flags: Any, reason: Any, _properties: Any = None) -> None:
        code = reason if isinstance(reason, int) else reason.value
        if code == 0:
            self.is_up = True
            return
        self.has_other_version = self._version == mqtt.MQTTv5 and code in (0x01, 0x84)
        words = {0x04: "user name or password is wrong", 0x86: "user name or password is wrong", 0x05: "not authorised", 0x87: "not authorised"}
        self.refusal = words.get(code, "refused with code 0x%02x" % code)

    def _on_disconnect(self, *_args: Any) -> None:
        if self.is_up:
            self.broken("the connection was closed")


class Agent:
    """Keeps the connection, tells how the device is, and hands messages to the workplace."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._signatures = Signatures(os.path.join(config.state, "device.key"))
        self._guard = Guard(config, self._signatures)
        self._outbox: Deque[Outgoing] = deque()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)
        self._intake: "queue.Queue[Tuple[str, bytes]]" = queue.Queue(INTAKE_MAX)
        self._readings = Readings()
        self._is_stopping = False
        self._is_listening = False
        self._connection: Optional[Connection] = None
        self._in_flight: Dict[int, Tuple[Optional[str], int]] = {}
        self._next_heartbeat = 0.0
        self._announced_policy: Optional[Dict[str, str]] = None
        self._hello: Optional[Tuple[float, Optional[str]]] = None
        self._hello_answered_at = float("-inf")
        self._work = Workplace(config, self._guard, self._signatures, self._post)
        self._topics = {self._topic(kind): kind for kind in ("command", "cancel", "hello")}
        self._topics["device/all/hello"] = "hello"
        self._versions = {broker: mqtt.MQTTv5 for broker in config.brokers}

    def run(self) -> int:
        for name in ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), self._on_signal)
        threading.Thread(target=self._take_in, daemon=True).start()
        log("waypost agent %s, device %s, session %s" % (VERSION, self.config.device_id, self._guard.session))
        notify_systemd("READY=1")
        failures = 0
        while not self._is_stopping:
            for broker in self.config.brokers:
                if self._is_stopping:
                    break
                try:
                    begun = time.monotonic()
                    self._serve(broker)
                    if time.monotonic() - begun > STABLE_S:
                        failures = 0
                    elif failures > 0:
                        log("connections end at once: does another client use the id of this device?")
                except (OSError, ValueError, Fault) as error:
                    log("broker %s:%d: %s" % (broker.host, broker.port, error))
            failures += 1
            # Full jitter, so that a fleet does not come back in one moment.
            self._pause(random.uniform(0.1, min(RECONNECT_MAX_S, 2.0 ** min(failures, 10))))
        self._work.journal.close()
        return 0

    def _serve(self, broker: Broker) -> None:
        """Stays on one broker until the connection ends; throws where none came up."""
        connection = self._connect(broker)
        self._connection = connection
        self._in_flight.clear()
        client = connection.client
        client.on_message = self._on_message
        client.on_publish = self._on_publish
        client.on_subscribe = self._on_subscribe
        try:
            client.subscribe([(topic, 1) for topic in self._topics])
            self._is_listening = False
            until = time.monotonic() + CONNACK_PATIENCE_S
            while connection.is_up and not self._is_listening and time.monotonic() < until:
                connection.turn(0.5, None)
            # Online means listening: whoever reads it may send at once.
            self._publish_online()
            log("connected to %s:%d" % (broker.host, broker.port))
            self._next_heartbeat = 0.0
            for command_id, result in self._work.journal.unpublished():
                self._outbox.append(Outgoing("result", result, 1, command_id))
            while connection.is_up and not self._is_stopping:
                notify_systemd("WATCHDOG=1")
                self._send_outbox()
                wait = self._send_heartbeats()
                connection.turn(wait, self._wake_in)
            if self._is_stopping and connection.is_up:
                self._send_outbox()
                self._say_stopped(connection)
            else:
                log("broker %s:%d: %s" % (broker.host, broker.port, connection.refusal))
        finally:
            self._connection = None
            connection.close()

    def _say_stopped(self, connection: Connection) -> None:
        """Waits for the broker's PUBACK, because a socket closed over unread bytes takes what was sent with it."""
        body = self._status("offline", reason="stopped")
        said = connection.client.publish(self._topic("status"), body, qos=1, retain=True)
        until = time.monotonic() + 2
        while connection.is_up and not said.is_published() and time.monotonic() < until:
            connection.turn(0.2, None)

    def _connect(self, broker: Broker) -> Connection:
        while True:
            version = self._versions[broker]
            connection = Connection(self.config, broker, version, "waypost-agent-" + self.config.device_id)
            will = self._status("offline", reason="will")
            connection.client.will_set(self._topic("status"), will, qos=1, retain=True)
            try:
                connection.open(self._while_connecting)
                return connection
            except (OSError, ValueError, Fault):
                connection.close()
                if version != mqtt.MQTTv5 or not connection.has_other_version:
                    raise
                self._versions[broker] = mqtt.MQTTv311

    def _while_connecting(self) -> None:
        if self._is_stopping:
            raise Fault("the agent stops")
        notify_systemd("WATCHDOG=1")

    def _send_outbox(self) -> None:
        connection = self._connection
        while connection is not None and connection.is_up and self._outbox:
            one = self._outbox.popleft()
            self._publish(one.kind, one.payload, one.qos, result_of=one.result_of)

    def _publish(self, kind: str, payload: bytes, qos: int, retain: bool = False, result_of: Optional[str] = None) -> None:
        connection = self._connection
        if connection is None:
            return
        sent = connection.client.publish(self._topic(kind), payload, qos=qos, retain=retain)
        if qos > 0:
            self._in_flight[sent.mid] = (result_of, len(payload))
            size = sum(length for _result_of, length in self._in_flight.values())
            if len(self._in_flight) > IN_FLIGHT_MAX or size > IN_FLIGHT_BYTES:
                connection.broken("the broker does not acknowledge")

    def _send_heartbeats(self) -> float:
        """Sends what is due; returns the seconds until the next one, at most five because of the watchdog."""
        now = time.monotonic()
        nonce, is_due = None, now >= self._next_heartbeat
        if self._hello is not None and now >= self._hello[0]:
            nonce, self._hello = self._hello[1], None
            self._hello_answered_at = now
            self._publish_online()
            self._heartbeat(nonce, is_new=is_due)
        elif is_due:
            self._heartbeat(None, is_new=True)
        if is_due:
            self._next_heartbeat = now + self.config.heartbeat_interval
        if self.config.policy() != self._announced_policy:
            self._publish_online()
        ends = [self._next_heartbeat, now + 5] + ([self._hello[0]] if self._hello is not None else [])
        return max(0.0, min(ends) - time.monotonic())

    def _heartbeat(self, nonce: Optional[str], is_new: bool) -> None:
        body: Dict[str, Any] = {"device_id": self.config.device_id, "timestamp": now_iso(), **self._readings.now()}
        body.update({"session": self._guard.session, "challenge": self._guard.challenge(is_new)})
        if nonce is not None:
            body["nonce"] = nonce
        self._publish("heartbeat", json.dumps(body).encode(), qos=0)

    def _publish_online(self) -> None:
        self._announced_policy = self.config.policy()
        self._publish("status", self._status("online"), qos=1, retain=True)

    def _status(self, status: str, **more: str) -> bytes:
        system_os, system = system_of(self.config.shell)
        body: Dict[str, Any] = {"device_id": self.config.device_id, "status": status, "v": 2, **more}
        body["session"] = self._guard.session
        if status == "online":
            body.update(
                {
                    "timestamp": now_iso(),
                    "agent": "waypost-agent",
                    "version": VERSION,
                    "os": system_os,
                    "system": system,
                    "hostname": socket.gethostname(),
                    "shell": os.path.basename(self.config.shell),
                    "boot_id": read_text("/proc/sys/kernel/random/boot_id"),
                    "capabilities": CAPABILITIES,
                    "policy": self.config.policy(),
                    "key_id": self._work.device_key_id,
                }
            )
        return json.dumps(body).encode()

    def _on_message(self, _client: Any, _userdata: Any, message: Any) -> None:
        try:
            kind = self._topics.get(message.topic)
        except UnicodeDecodeError:
            return
        # A retained command would run again at each start; nothing that is kept by a broker is an order.
        if kind is None or message.retain:
            return
        if kind == "hello":
            self._take_hello(message.payload)
            return
        try:
            self._intake.put_nowait((kind, message.payload))
        except queue.Full:
            log("a %s was dropped, because %d messages wait" % (kind, INTAKE_MAX))

    def _take_hello(self, payload: bytes) -> None:
        try:
            message = read_message(payload)
        except Refused:
            return
        jitter = message.get("jitter_s", 0)
        if isinstance(jitter, bool) or not isinstance(jitter, (int, float)) or not 0 <= jitter <= 300:
            return
        now = time.monotonic()
        # One answer at a time and one a second, whoever asks.
        if self._hello is None:
            at = max(now + random.uniform(0, jitter), self._hello_answered_at + HELLO_PERIOD_S)
            self._hello = (at, text_field(message, "nonce", ID))

    def _on_subscribe(self, _client: Any, _userdata: Any, _mid: int, granted: Any, *_more: Any) -> None:
        self._is_listening = True
        codes = [code if isinstance(code, int) else code.value for code in granted]
        for topic, code in zip(self._topics, codes):
            if code >= 0x80:
                log("the broker does not let this device listen on %s" % topic)

    def _on_publish(self, _client: Any, _userdata: Any, mid: int, *_more: Any) -> None:
        command_id, _length = self._in_flight.pop(mid, (None, 0))
        if command_id is not None:
            self._work.journal.published(command_id)

    def _post(self, kind: str, payload: bytes, qos: int, result_of: Optional[str] = None) -> None:
        """Hands a message to the loop, from any thread. Without a connection a result waits in the journal."""
        if self._connection is None or (kind == "output" and len(self._outbox) > OUTBOX_PIECES):
            return
        self._outbox.append(Outgoing(kind, payload, qos, result_of))
        self._wake()

    def _take_in(self) -> None:
        while True:
            kind, payload = self._intake.get()
            self._work.take(kind, payload)

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        self._outbox.clear()
        while not self._is_stopping and time.monotonic() < until:
            notify_systemd("WATCHDOG=1")
            time.sleep(min(0.5, max(0.0, until - time.monotonic())))

    def _on_signal(self, *_args: Any) -> None:
        self._is_stopping = True
        self._wake()

    def _wake(self) -> None:
        try:
            self._wake_out.send(b"x")
        except BlockingIOError:
            pass

    def _topic(self, kind: str) -> str:
        return "device/%s/%s" % (self.config.device_id, kind)


def notify_systemd(text: str) -> None:
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.sendto(text.encode(), "\0" + address[1:] if address.startswith("@") else address)
    except OSError:
        pass


# ------------------------------------------------------------------------------------------------------- on this device


def check(config: Config) -> int:
    """Says in words what is well and what is not."""
    faults = 0

    def say(is_well: bool, text: str, is_fault: bool = True) -> None:
        nonlocal faults
        faults += 0 if is_well or not is_fault else 1
        print("%s %s" % ("ok   " if is_well else "FAULT" if is_fault else "note ", text), flush=True)

    say(True, "device %s, configuration %s" % (config.device_id, config.path))
    say(config.is_private(), "the configuration is readable by its owner alone (mode 0600)")
    folder_is_there = os.path.isdir(config.state) and os.access(config.state, os.W_OK)
    say(folder_is_there, "the folder %s is there and can be written" % config.state)
    signatures = Signatures(os.path.join(config.state, "device.key"))
    try:
        der = signatures.device_public_der()
        if der is None:
            say(False, "this device has no key, so that its results prove nothing: make one with `key`", is_fault=False)
        else:
            proof = signatures.sign(b"check")
            say(signatures.verify(der, b"check", proof), "the key of this device signs: %s" % key_id(der))
    except Fault as fault:
        say(False, str(fault))
    trusted = config.trusted()
    say(bool(trusted) or config.policy()["signed"] == "optional", "operators that may give commands: %d" % len(trusted))
    if config.policy()["signed"] == "optional":
        say(False, "unsigned commands are taken: whoever controls the broker controls this device", is_fault=False)
    clock = Readings().now().get("clock_synchronised")
    say(clock is not False, "the clock is %s" % ("synchronised" if clock else "not known to be right"), is_fault=False)
    for broker in config.brokers:
        problem = try_broker(config, broker)
        where = "%s:%d%s" % (broker.host, broker.port, " (TLS)" if broker.tls else "")
        say(problem is None, "broker %s %s" % (where, problem or "lets this device in"))
    return 0 if faults == 0 else 1


def try_broker(config: Config, broker: Broker) -> Optional[str]:
    """Connects once under another client id; None if that works."""
    for version in (mqtt.MQTTv5, mqtt.MQTTv311):
        try:
            connection = Connection(config, broker, version, "waypost-check-" + secrets.token_hex(4))
            connection.open(lambda: None)
            connection.close()
            return None
        except (OSError, ValueError, Fault) as error:
            problem = str(error)
            if isinstance(error, OSError) or not connection.has_other_version:
                return problem
    return problem


def trust(config: Config, action: str, value: Optional[str], name: Optional[str]) -> int:
    trusted = config.trusted()
    if action == "list":
        for one, (_der, of) in trusted.items():
            print("%s  %s" % (one, of))
        return 0
    if value is None:
        raise Fault("trust %s needs %s" % (action, "a file" if action == "add" else "an id"))
    entries = config.trusted_entries()
    if action == "add":
        text = read_text(value)
        if text is None:
            raise Fault("%s cannot be read" % value)
        der = public_key_der(text)
        kept = [entry for entry in entries if public_key_der(entry["key"]) != der]
        config.write(trusted=[*kept, {"name": name or os.path.basename(value), "key": pem_of(der)}])
        print("trusted: %s" % key_id(der))
        return 0
    kept = [entry for entry in entries if key_id(public_key_der(entry["key"])) != value]
    if len(kept) == len(entries):
        raise Fault("no trusted key has the id %s" % value)
    config.write(trusted=kept)
    print("no longer trusted: %s" % value)
    return 0


def policy_text(policy: Dict[str, str]) -> str:
    return "signed %s, max-class %s" % (policy["signed"], policy["max_class"])


def show_policy(config: Config, **wanted: Optional[str]) -> int:
    policy = {**config.policy(), **{name: value for name, value in wanted.items() if value is not None}}
    if policy != config.policy():
        config.write(policy=policy)
    print(policy_text(policy))
    return 0


def main(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(prog="waypost-agent", description="Agent of the Waypost console.")
    parser.add_argument("--config", default=DEFAULT_CONFIG)
    parser.add_argument("--version", action="version", version=VERSION)
    actions = parser.add_subparsers(dest="action", required=True)
    for name in ("run", "check", "key"):
        actions.add_parser(name)
    trusting = actions.add_parser("trust")
    trusting.add_argument("what", choices=("list", "add", "remove"))
    trusting.add_argument("value", nargs="?")
    trusting.add_argument("name", nargs="?")
    ruling = actions.add_parser("policy")
    ruling.add_argument("--signed", choices=("required", "optional"))
    ruling.add_argument("--max-class", choices=POLICY_CLASSES)
    options = parser.parse_args(arguments)
    try:
        config = Config(options.config)
        if options.action == "run":
            return Agent(config).run()
        if options.action == "check":
            return check(config)
        if options.action == "trust":
            return trust(config, options.what, options.value, options.name)
        if options.action == "policy":
            return show_policy(config, signed=options.signed, max_class=options.max_class)
        os.makedirs(config.state, mode=0o700, exist_ok=True)
        signatures = Signatures(os.path.join(config.state, "device.key"))
        signatures.make_device_key()
        print(pem_of(signatures.device_public_der() or b""), end="")
        return 0
    except Fault as fault:
        print("waypost-agent: %s" % fault, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
