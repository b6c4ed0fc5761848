"""Gives Debian's paho the API of paho-mqtt 2 (docs/migrations.rst and client.py of 2.1.0), for tests without a network.

Callbacks of VERSION2: on_connect(client, userdata, connect_flags, reason_code, properties), on_disconnect(client, userdata,
disconnect_flags, reason_code, properties), on_subscribe(client, userdata, mid, reason_code_list, properties), on_publish(client,
userdata, mid, reason_code, properties). A reason code is an object that is no int, whatever version of MQTT is spoken.
"""

import enum
import warnings
from typing import NamedTuple

import paho.mqtt.client as paho
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCodes

paho.__dict__["CallbackAPIVersion"] = CallbackAPIVersion = enum.Enum("CallbackAPIVersion", {"VERSION1": 1, "VERSION2": 2})

ConnectFlags = NamedTuple("ConnectFlags", [("session_present", bool)])
DisconnectFlags = NamedTuple("DisconnectFlags", [("is_disconnect_packet_from_server", bool)])
# CONNACK codes of MQTT 3.1.1 as those of MQTT 5 (convert_connack_rc_to_reason_code of paho 2).
CONNACK = {0: 0x00, 1: 0x84, 2: 0x85, 3: 0x88, 4: 0x86, 5: 0x87}


def reason(kind, value):
    if not isinstance(value, int):
        return value
    codes = {PacketTypes.CONNACK: CONNACK, PacketTypes.DISCONNECT: {0: 0}}.get(kind, {})
    return ReasonCodes(kind, identifier=codes.get(value, value if value < 3 and kind == PacketTypes.SUBACK else 0x80))


class Client(paho.Client):
    def __init__(
        self, callback_api_version=CallbackAPIVersion.VERSION1, client_id="", clean_session=None, userdata=None,
        protocol=paho.MQTTv311, transport="tcp", reconnect_on_failure=True, manual_ack=False,
    ):  # fmt: skip
        if not isinstance(callback_api_version, CallbackAPIVersion):
            raise ValueError("Unsupported callback API version: version 2.0 added a callback_api_version")
        if callback_api_version is CallbackAPIVersion.VERSION1:
            warnings.warn("Callback API version 1 is deprecated, update to latest version", DeprecationWarning, 2)
        super().__init__(client_id, clean_session, userdata, protocol, transport, reconnect_on_failure)

    def __setattr__(self, name, value):
        adapter = ADAPTERS.get(name)
        super().__setattr__(name, value if adapter is None or value is None else adapter(value))


def on_connect(function):
    return lambda client, data, flags, code, properties=None: function(
        client, data, ConnectFlags(bool(flags["session present"])), reason(PacketTypes.CONNACK, code),
        properties or Properties(PacketTypes.CONNACK),
    )  # fmt: skip


def on_disconnect(function):
    return lambda client, data, code, properties=None: function(
        client, data, DisconnectFlags(not isinstance(code, int)), reason(PacketTypes.DISCONNECT, code),
        properties or Properties(PacketTypes.DISCONNECT),
    )  # fmt: skip


def on_subscribe(function):
    return lambda client, data, mid, codes, properties=None: function(
        client, data, mid, [reason(PacketTypes.SUBACK, code) for code in codes], properties or Properties(PacketTypes.SUBACK)
    )


def on_publish(function):
    return lambda client, data, mid: function(
        client, data, mid, ReasonCodes(PacketTypes.PUBACK), Properties(PacketTypes.PUBACK)
    )


ADAPTERS = {
    "on_connect": on_connect, "on_disconnect": on_disconnect, "on_subscribe": on_subscribe, "on_publish": on_publish,
}  # fmt: skip
paho.Client = Client
