/** Ports that brokers use by convention: the two registered for MQTT (IANA), and the WebSocket ports of Mosquitto and EMQX. */
export const MQTT_PORT = 1883
export const MQTT_TLS_PORT = 8883
export const WEB_SOCKET_PORT = 9001
export const EMQX_WEB_SOCKET_PORT = 8083
export const EMQX_WEB_SOCKET_TLS_PORT = 8084
