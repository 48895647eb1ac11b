use std::time::Duration;

use hotprofile::error::Strange;
use hotprofile::{Error, HostProblem};

use super::Trouble;

#[test]
fn what_a_wait_is_told_in_seconds_is_never_too_short() {
    let reached = |retry_after| Trouble::of_reading(Error::LimitReached { retry_after });
    for (wait, retry_after_seconds) in [(0, 0), (1, 1), (1_000, 1), (1_001, 2), (60_000, 60)] {
        let told = reached(Duration::from_millis(wait));
        assert_eq!(told, Trouble::LimitReached { retry_after_seconds });
    }
}

#[test]
fn only_what_stores_something_can_leave_a_doubt() {
    let errors = [
        Error::TimedOut { sent: true },
        Error::Cut { sent: true },
        Error::NotUnderstood(Strange::NotJson),
        Error::Refused { status: 503, text: String::new() },
    ];
    for error in errors {
        let doubt = |trouble| match trouble {
            Trouble::TooSlow { may_have_arrived }
            | Trouble::AnswerNotUnderstood { may_have_arrived }
            | Trouble::Refused { may_have_arrived, .. } => may_have_arrived,
            other => panic!("{other:?}"),
        };
        assert!(doubt(Trouble::of_storing(error.clone())), "{error:?}");
        assert!(!doubt(Trouble::of_reading(error)));
    }
    let unsent = Trouble::of_storing(Error::TimedOut { sent: false });
    assert_eq!(unsent, Trouble::TooSlow { may_have_arrived: false });
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
}

#[test]
fn each_host_that_is_refused_has_its_reason() {
    assert_eq!(Trouble::from(HostProblem::NoHost), Trouble::HostMissing);
    assert_eq!(Trouble::from(HostProblem::Credentials), Trouble::HostWithCredentials);
    assert_eq!(Trouble::from(HostProblem::IpAddress), Trouble::HostIsIpAddress);
}
