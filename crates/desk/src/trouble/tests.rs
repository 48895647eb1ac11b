use std::time::Duration;

use hotprofile::error::Strange;
use hotprofile::{Error, HostProblem};

use super::Trouble;

#[test]
fn what_a_wait_is_told_in_seconds_is_never_too_short() {
    let reached = |retry_after| Trouble::from(Error::LimitReached { retry_after });
    for (wait, retry_after_seconds) in [(0, 0), (1, 1), (1_000, 1), (1_001, 2), (60_000, 60)] {
        let told = reached(Duration::from_millis(wait));
        assert_eq!(told, Trouble::LimitReached { retry_after_seconds });
    }
}

#[test]
fn what_answers_otherwise_at_the_first_call_is_not_the_service() {
    let refused = |status| Error::Refused { status, text: "x".to_owned() };
    for error in [
        Error::NotUnderstood(Strange::Redirect),
        Error::NotUnderstood(Strange::WebPage),
        Error::NotUnderstood(Strange::NotJson),
        Error::NotUnderstood(Strange::Form),
        refused(404),
        refused(405),
    ] {
        assert_eq!(Trouble::of_probing(error), Trouble::NotHotProfile);
    }
    assert!(matches!(Trouble::of_probing(refused(422)), Trouble::Refused { status: 422, .. }));
    assert_eq!(Trouble::of_probing(Error::NotTrusted), Trouble::NotTrusted);
    assert_eq!(Trouble::of_probing(Error::NotReachable), Trouble::NotReachable);
    assert_eq!(Trouble::of_probing(Error::ProxyRefused), Trouble::ProxyRefused);
}

#[test]
fn each_host_that_is_refused_has_its_reason() {
    assert_eq!(Trouble::from(HostProblem::NoHost), Trouble::HostMissing);
    assert_eq!(Trouble::from(HostProblem::Credentials), Trouble::HostWithCredentials);
    assert_eq!(Trouble::from(HostProblem::IpAddress), Trouble::HostIsIpAddress);
}
