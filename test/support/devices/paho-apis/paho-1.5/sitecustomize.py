"""Takes from Debian's paho what came after 1.5 (ChangeLog.txt of paho-mqtt), for tests without a network."""

import paho.mqtt.client as paho


class Client(paho.Client):
    def __init__(self, client_id="", clean_session=None, userdata=None, protocol=paho.MQTTv311, transport="tcp"):
        super().__init__(client_id, clean_session, userdata, protocol, transport)

    def connect(self, host, port=1883, keepalive=60, bind_address="", bind_port=0, clean_start=3, properties=None):
        return super().connect(host, port, keepalive, bind_address, bind_port, clean_start, properties)


paho.Client = Client
