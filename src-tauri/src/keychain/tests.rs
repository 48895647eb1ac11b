//! Each test runs the one of the same name in `in_session` anew, in a session of its own with its
//! own keychain service, as it is found on a desktop.

use std::process::Command;

/// What makes a session with an unlocked keychain, whatever it had before.
const UNLOCKED: &str =
    "printf secret | gnome-keyring-daemon --replace --unlock --components=secrets";
/// What locks it again.
const LOCK: &str = "dbus-send --session --print-reply --dest=org.freedesktop.secrets \\
    /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock \\
    array:objpath:/org/freedesktop/secrets/collection/login";

/// Runs a test of `in_session` after these commands, with nothing of the surrounding session.
fn in_session(test: &str, before: &str) {
    let home = tempfile::tempdir().unwrap();
    let script = format!("({before}) >&2 && exec \"$0\" --ignored --exact \"$1\" >&2");
    let output = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .arg(format!("keychain::tests::in_session::{test}"))
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("XDG_DATA_HOME")
        // Nobody is there to unlock it.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("dbus-run-session of the package dbus-daemon");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_key_is_kept_replaced_given_and_removed() {
    in_session("a_key_is_kept_replaced_given_and_removed", UNLOCKED);
}

#[test]
fn a_locked_keychain_says_so_and_works_once_it_is_unlocked() {
    in_session(
        "a_locked_keychain_says_so_and_works_once_it_is_unlocked",
        &format!("{UNLOCKED} && {LOCK}"),
    );
}

#[test]
fn a_service_that_has_no_keychain_is_told_from_a_locked_one() {
    in_session("a_service_that_has_no_keychain_is_told_from_a_locked_one", "true");
}

#[test]
fn a_session_without_the_service_is_told_from_a_locked_keychain() {
    in_session(
        "a_session_without_the_service_is_told_from_a_locked_keychain",
        "true) && export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere && (true",
    );
}

/// Run by the tests above, never alone.
mod in_session {
    use std::process::{Command, Stdio};

    use desk::keychain::{Keychain, KeychainError};
    use secrecy::{ExposeSecret, SecretString};

    use super::super::SystemKeychain;
    use super::UNLOCKED;

    const NAME: &str = "00112233445566778899aabbccddeeff";

    fn given() -> Result<Option<String>, KeychainError> {
        Ok(SystemKeychain.give(NAME)?.map(|key| key.expose_secret().to_owned()))
    }

    #[test]
    #[ignore = "needs a session of its own"]
    fn a_key_is_kept_replaced_given_and_removed() {
        assert_eq!(given(), Ok(None));
        assert_eq!(SystemKeychain.remove(NAME), Ok(()));
        for key in ["first", "鍵 second"] {
            assert_eq!(SystemKeychain.keep(NAME, &SecretString::from(key)), Ok(()));
            assert_eq!(given(), Ok(Some(key.to_owned())));
        }
        assert_eq!(SystemKeychain.remove(NAME), Ok(()));
        assert_eq!(given(), Ok(None));
    }

    #[test]
    #[ignore = "needs a session of its own"]
    fn a_locked_keychain_says_so_and_works_once_it_is_unlocked() {
        let key = SecretString::from("first");
        assert_eq!(SystemKeychain.keep(NAME, &key), Err(KeychainError::Locked));
        let unlocked = Command::new("sh").args(["-c", UNLOCKED]).stdout(Stdio::null()).status();
        assert!(unlocked.unwrap().success());
        assert_eq!(SystemKeychain.keep(NAME, &key), Ok(()));
        assert_eq!(given(), Ok(Some("first".to_owned())));
    }

    #[test]
    #[ignore = "needs a session of its own"]
    fn a_service_that_has_no_keychain_is_told_from_a_locked_one() {
        let key = SecretString::from("first");
        assert_eq!(SystemKeychain.keep(NAME, &key), Err(KeychainError::Missing));
        assert_eq!(given(), Ok(None));
    }

    #[test]
    #[ignore = "needs a session of its own"]
    fn a_session_without_the_service_is_told_from_a_locked_keychain() {
        let key = SecretString::from("first");
        assert_eq!(SystemKeychain.keep(NAME, &key), Err(KeychainError::Missing));
        assert_eq!(given(), Err(KeychainError::Missing));
    }
}
