//! The keychain of a journey's desktop: GNOME's, without its dialogs.

use std::collections::HashMap;
use std::io::Write;
use std::process::Stdio;

use zbus::blocking::{Connection, Proxy, connection::Builder, fdo::DBusProxy};
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use crate::desktop::Desktop;
use crate::process::Process;
use crate::until::{PATIENCE, until};

const SERVICE: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";
const PASSWORD: &str = "the keychain of a journey";

/// A keychain.
#[derive(Debug)]
pub struct Keychain {
    bus: Connection,
    _running: Process,
}

impl Keychain {
    /// Starts it, open.
    #[must_use]
    pub fn start(desktop: &Desktop) -> Self {
        let mut command = desktop.command("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets", "--unlock"]).stdin(Stdio::piped());
        let mut running = Process::start(&mut command);
        let mut input = running.input();
        input.write_all(PASSWORD.as_bytes()).expect("the keychain reads its password");
        drop(input);
        let address = desktop.variable("DBUS_SESSION_BUS_ADDRESS").expect("a session bus");
        let bus = Builder::address(address).map(|bus| bus.method_timeout(PATIENCE));
        let bus = bus.and_then(Builder::build).expect("the session bus");
        let names = DBusProxy::new(&bus).expect("the session bus");
        let service = zbus::names::BusName::try_from(SERVICE).expect("a name");
        until(|| names.name_has_owner(service.clone()).ok().filter(|&owned| owned))
            .expect("a keychain");
        Self { bus, _running: running }
    }

    /// How many secrets it holds.
    #[must_use]
    pub fn items(&self) -> usize {
        let items: Vec<OwnedObjectPath> =
            self.collection().get_property("Items").expect("its items");
        items.len()
    }

    /// Loses the secrets whose name starts so.
    pub fn forget(&self, start: &str) {
        let items: Vec<OwnedObjectPath> =
            self.collection().get_property("Items").expect("its items");
        for item in items {
            let item = self.at(&item);
            let names: HashMap<String, String> =
                item.get_property("Attributes").expect("its names");
            if names.values().any(|name| name.starts_with(start)) {
                let _: OwnedObjectPath = item.call("Delete", &()).expect("it goes");
            }
        }
    }

    /// Locks it, as a screen lock may.
    pub fn lock(&self) {
        let collections = vec![ObjectPath::from_static_str_unchecked(COLLECTION)];
        let _: (Vec<OwnedObjectPath>, OwnedObjectPath) = self
            .service(ROOT, "org.freedesktop.Secret.Service")
            .call("Lock", &(collections,))
            .expect("it locks");
        assert!(self.is_locked());
    }

    /// Unlocks it with its password, as a person does in its dialog.
    pub fn unlock(&self) {
        let service = self.service(ROOT, "org.freedesktop.Secret.Service");
        let (_, session): (OwnedValue, OwnedObjectPath) =
            service.call("OpenSession", &("plain", Value::from(""))).expect("a session");
        let secret = (&session, Vec::<u8>::new(), PASSWORD.as_bytes(), "text/plain");
        let collection = ObjectPath::from_static_str_unchecked(COLLECTION);
        // The way that GNOME's own session takes: a dialog needs a person.
        let dialog = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface";
        let _: () = self
            .service(ROOT, dialog)
            .call("UnlockWithMasterPassword", &(collection, secret))
            .expect("it unlocks");
        assert!(!self.is_locked());
    }

    fn is_locked(&self) -> bool {
        self.collection().get_property("Locked").expect("its state")
    }

    fn collection(&self) -> Proxy<'_> {
        self.service(COLLECTION, "org.freedesktop.Secret.Collection")
    }

    fn at(&self, item: &OwnedObjectPath) -> Proxy<'_> {
        self.proxy(item.clone().into_inner(), "org.freedesktop.Secret.Item")
    }

    fn service(&self, path: &'static str, interface: &'static str) -> Proxy<'_> {
        self.proxy(ObjectPath::from_static_str_unchecked(path), interface)
    }

    fn proxy(&self, path: ObjectPath<'static>, interface: &'static str) -> Proxy<'_> {
        let builder = zbus::blocking::proxy::Builder::<Proxy<'_>>::new(&self.bus);
        let builder = builder.destination(SERVICE).and_then(|builder| builder.path(path));
        let builder = builder.and_then(|builder| builder.interface(interface)).expect("names");
        builder.cache_properties(zbus::proxy::CacheProperties::No).build().expect("the keychain")
    }
}
