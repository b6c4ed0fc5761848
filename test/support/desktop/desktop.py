"""Desktop for tests: what a session offers an app over D-Bus, on two buses of its own.

Arguments: address of the session bus, address of the system bus, and the tray that it begins with: `host`, `no-host` (a watcher that
shows nothing), or `none`, as on GNOME without an extension. Prints one JSON object a line: `{"event": …}` for what the
app did, `{"id": …, "value": …}` or `{"id": …, "error": …}` as the answer to a line on stdin, `{"id": …, "do": …}`. Ends with stdin.
"""

import json
import os
import sys

import dbus
import dbus.service
from dbus.bus import BusConnection
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NOTIFICATIONS = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
LOGIN = "org.freedesktop.login1"
LAUNCHER = "com.canonical.Unity.LauncherEntry"
# Whoever draws badges: libunity, which Electron 33 asks, sends none while nobody has this name.
UNITY = "com.canonical.Unity"
CLOSED_BY_OPERATOR = 2
CLOSED_BY_APP = 3


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


class Notifications(dbus.service.Object):
    """Desktop Notifications Specification 1.2: shows nothing, and tells what it was asked to show."""

    last = 0

    @dbus.service.method(NOTIFICATIONS, out_signature="as")
    def GetCapabilities(self):
        return ["actions", "body"]

    @dbus.service.method(NOTIFICATIONS, out_signature="ssss")
    def GetServerInformation(self):
        return ("test desktop", "Waypost", "1", "1.2")

    @dbus.service.method(NOTIFICATIONS, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, expires):
        if replaces == 0:
            self.last += 1
        number = replaces or self.last
        entry = hints.get("desktop-entry")
        say(
            {
                "event": "notified",
                "notification": {
                    "id": int(number),
                    "title": str(summary),
                    "body": str(body),
                    "actions": [str(action) for action in actions[::2]],
                    "desktopEntry": None if entry is None else str(entry),
                },
            }
        )
        return dbus.UInt32(number)

    @dbus.service.method(NOTIFICATIONS, in_signature="u")
    def CloseNotification(self, number):
        say({"event": "closed", "notification": int(number)})
        self.NotificationClosed(number, CLOSED_BY_APP)

    @dbus.service.signal(NOTIFICATIONS, signature="us")
    def ActionInvoked(self, number, action):
        pass

    @dbus.service.signal(NOTIFICATIONS, signature="uu")
    def NotificationClosed(self, number, reason):
        pass

    def click(self, number):
        self.ActionInvoked(dbus.UInt32(number), "default")
        self.NotificationClosed(dbus.UInt32(number), dbus.UInt32(CLOSED_BY_OPERATOR))


class TrayWatcher(dbus.service.Object):
    """Tray by the StatusNotifierItem specification of KDE; holds one item, the one that came last."""

    item = None
    menu = None
    has_host = True

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        # Either the name of a bus connection, or the path of an object on the caller's own.
        self.item = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
        say({"event": "tray"})

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        items = dbus.Array([] if self.item is None else [self.item[0]], signature="s")
        return {
            "IsStatusNotifierHostRegistered": self.has_host,
            "ProtocolVersion": dbus.Int32(0),
            "RegisteredStatusNotifierItems": items,
        }

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostRegistered(self):
        pass

    def view(self, reply, fail):
        """Replies with the tool tip, the icon and the lines of the menu; None where there is no item."""
        if self.item is None or not self.connection.name_has_owner(self.item[0]):
            reply(None)
            return

        def read(properties):
            self.menu = properties["Menu"]
            no_names = dbus.Array([], signature="s")
            layout = (dbus.Int32(0), dbus.Int32(1), no_names)
            shown = lambda _revision, root: reply(item_view(properties, root))
            self.call(self.menu, MENU, "GetLayout", layout, shown, fail)

        self.call(self.item[1], dbus.PROPERTIES_IFACE, "GetAll", (ITEM,), read, fail)

    def choose(self, number, reply, fail):
        event = (dbus.Int32(number), "clicked", dbus.Int32(0), dbus.UInt32(0))
        self.call(self.menu, MENU, "Event", event, lambda: reply(None), fail)

    def activate(self, reply, fail):
        self.call(self.item[1], ITEM, "Activate", (dbus.Int32(0), dbus.Int32(0)), lambda: reply(None), fail)

    def call(self, path, interface, method, arguments, reply, fail):
        """Calls the app without waiting, because the app may be waiting for this desktop."""
        item = self.connection.get_object(self.item[0], path, introspect=False)
        item.get_dbus_method(method, interface)(*arguments, reply_handler=reply, error_handler=fail)


def item_view(properties, root):
    _name, _icons, title, text = properties["ToolTip"]
    width, height, pixels = properties["IconPixmap"][0]
    return {
        "toolTip": "\n".join(part for part in (str(title), str(text)) if part),
        "icon": {"width": int(width), "height": int(height), "argb": bytes(pixels).hex()},
        "menu": [menu_line(line) for line in root[2]],
    }


def menu_line(line):
    number, properties, _children = line
    return {
        "id": int(number),
        "label": str(properties.get("label", "")),
        "isSeparator": str(properties.get("type", "")) == "separator",
        "isEnabled": bool(properties.get("enabled", True)),
    }


class Login(dbus.service.Object):
    """Sleep as systemd-logind announces it, with the locks by which apps hold it up for a moment."""

    locks = 0

    @dbus.service.method(LOGIN + ".Manager", in_signature="ssss", out_signature="h")
    def Inhibit(self, what, who, why, mode):
        ours, theirs = os.pipe()
        self.locks += 1
        say({"event": "locks", "locks": self.locks})
        GLib.io_add_watch(ours, GLib.PRIORITY_DEFAULT, GLib.IO_HUP, self.released)
        lock = dbus.types.UnixFd(theirs)
        os.close(theirs)
        return lock

    def released(self, lock, _condition):
        os.close(lock)
        self.locks -= 1
        say({"event": "locks", "locks": self.locks})
        return False

    @dbus.service.signal(LOGIN + ".Manager", signature="b")
    def PrepareForSleep(self, isGoing):
        pass


def badge(uri, properties):
    """Tells of a count on the icon of an app; libunity sends the whole state with each change."""
    if "count" not in properties:
        return
    count = int(properties["count"]) if properties.get("count-visible", True) else 0
    say({"event": "badge", "badge": {"app": str(uri), "count": count}})


def main(session_address, system_address, begins_with):
    loop = GLib.MainLoop()
    DBusGMainLoop(set_as_default=True)
    session, system = BusConnection(session_address), BusConnection(system_address)
    names = [dbus.service.BusName(name, session) for name in (NOTIFICATIONS, UNITY)]
    names.append(dbus.service.BusName(LOGIN, system))
    notifications = Notifications(session, "/org/freedesktop/Notifications")
    tray = TrayWatcher(session, "/StatusNotifierWatcher")
    login = Login(system, "/org/freedesktop/login1")
    watcher_names = []

    def set_tray(kind):
        """Brings the tray, or takes it away, as a desktop does whose extension is turned on or off."""
        tray.has_host = kind == "host"
        watcher_names[:] = [] if kind == "none" else [dbus.service.BusName(WATCHER, session)]
        if kind != "host":
            tray.item = None

    set_tray(begins_with)
    session.add_signal_receiver(badge, "Update", LAUNCHER)
    acts = {
        "click": lambda request, reply, _fail: reply(notifications.click(request["notification"])),
        "set-tray": lambda request, reply, _fail: reply(set_tray(request["kind"])),
        "tray": lambda _request, reply, fail: tray.view(reply, fail),
        "choose": lambda request, reply, fail: tray.choose(request["line"], reply, fail),
        "activate": lambda _request, reply, fail: tray.activate(reply, fail),
        "sleep": lambda request, reply, _fail: reply(login.PrepareForSleep(request["isGoing"])),
    }
    unread = b""

    def read(stream, _condition):
        nonlocal unread
        taken = os.read(stream, 65536)
        if taken == b"":
            loop.quit()
            return False
        *lines, unread = (unread + taken).split(b"\n")
        for line in lines:
            request = json.loads(line)
            number = request["id"]
            reply = lambda value, number=number: say({"id": number, "value": value})
            fail = lambda error, number=number: say({"id": number, "error": str(error)})
            acts[request["do"]](request, reply, fail)
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
    say({"event": "ready"})
    loop.run()
    del names


main(*sys.argv[1:4])
