use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn read(text: &str) -> Result<String, HostProblem> {
    Host::parse(text).map(|host| host.as_str().to_owned())
}

#[rstest]
#[case("example.hot-profile.com", "example.hot-profile.com")]
#[case("https://example.hot-profile.com/clients/5", "example.hot-profile.com")]
#[case("http://example.hot-profile.com/clients/5?a=b#c", "example.hot-profile.com")]
#[case("HTTPS://EXAMPLE.HOT-PROFILE.COM", "example.hot-profile.com")]
#[case(" EXAMPLE.hot-profile.com ", "example.hot-profile.com")]
#[case("　ｅｘａｍｐｌｅ．ｈｏｔ－ｐｒｏｆｉｌｅ．ｃｏｍ　", "example.hot-profile.com")]
#[case(
    "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｈｏｔ－ｐｒｏｆｉｌｅ．ｃｏｍ／",
    "example.hot-profile.com"
)]
#[case("example。hot-profile。com", "example.hot-profile.com")]
#[case("example.hot-profile.com.", "example.hot-profile.com")]
#[case("//example.hot-profile.com/", "example.hot-profile.com")]
#[case("example.hot-profile.com:443/", "example.hot-profile.com")]
#[case("example.hot-profile.com:8443/x", "example.hot-profile.com:8443")]
#[case("http://example.hot-profile.com:80/clients/5", "example.hot-profile.com")]
#[case("HTTP://example.hot-profile.com:80", "example.hot-profile.com")]
#[case("http://example.hot-profile.com:8080", "example.hot-profile.com:8080")]
#[case("example.hot-profile.com:80", "example.hot-profile.com:80")]
#[case("localhost:8443", "localhost:8443")]
#[case("https:/example.hot-profile.com/clients/5", "example.hot-profile.com")]
#[case("https:example.hot-profile.com", "example.hot-profile.com")]
#[case("\"https://example.hot-profile.com/\"", "example.hot-profile.com")]
#[case("<https://example.hot-profile.com/>", "example.hot-profile.com")]
#[case("「example.hot-profile.com」", "example.hot-profile.com")]
#[case("view-source:https://example.hot-profile.com/clients/5", "example.hot-profile.com")]
#[case("HotProfile： https://example.hot-profile.com/ （社内用）", "example.hot-profile.com")]
#[case("example.hot-profile.com/login?return=https://other.example/", "example.hot-profile.com")]
#[case("アドレスはhttps://example.hot-profile.com/です", "example.hot-profile.com")]
#[case("【https://example.hot-profile.com】", "example.hot-profile.com")]
#[case("『example.hot-profile.com』", "example.hot-profile.com")]
#[case("（https://example.hot-profile.com/clients/5）", "example.hot-profile.com")]
#[case("見本.example", "xn--8pvz87e.example")]
#[case("サーバー.example", "xn--vckucxgb.example")]
#[case("aー見本.example", "xn--a-kjuq49ruz2a.example")]
fn what_is_typed_or_pasted_becomes_its_host(#[case] text: &str, #[case] host: &str) {
    assert_eq!(read(text), Ok(host.to_owned()));
}

#[rstest]
#[case("", HostProblem::NoHost)]
#[case(" 　", HostProblem::NoHost)]
#[case("https://", HostProblem::NoHost)]
#[case("https:///clients/5", HostProblem::NoHost)]
#[case("example", HostProblem::NoHost)]
#[case("株式会社 見本", HostProblem::NoHost)]
#[case("not a host.example", HostProblem::NoHost)]
#[case("ftp://example.hot-profile.com", HostProblem::NoHost)]
#[case("-example.hot-profile.com", HostProblem::NoHost)]
#[case("host..example", HostProblem::NoHost)]
#[case("host.example..", HostProblem::NoHost)]
#[case("xn--a.example", HostProblem::NoHost)]
#[case("host.example:99999", HostProblem::NoHost)]
#[case("name@example.hot-profile.com", HostProblem::Credentials)]
#[case("https://name:word@example.hot-profile.com/", HostProblem::Credentials)]
#[case("https://:word@example.hot-profile.com/", HostProblem::Credentials)]
#[case("example.hot-profile.com＠evil.example", HostProblem::Credentials)]
#[case("192.0.2.1", HostProblem::IpAddress)]
#[case("https://192.0.2.1:8443/", HostProblem::IpAddress)]
#[case("１９２．０．２．１", HostProblem::IpAddress)]
#[case("0x7f.1", HostProblem::IpAddress)]
#[case("2130706433", HostProblem::IpAddress)]
#[case("[::1]:443", HostProblem::IpAddress)]
#[case("2001:db8::1", HostProblem::IpAddress)]
#[case("::1", HostProblem::IpAddress)]
#[case("192.0.2.1.", HostProblem::IpAddress)]
#[case("fe80::1%eth0", HostProblem::IpAddress)]
#[case("[fe80::1%25eth0]", HostProblem::IpAddress)]
#[case("2001:db8::1/clients", HostProblem::IpAddress)]
#[case("999.1.1.1", HostProblem::IpAddress)]
#[case("1.2.3.4.5", HostProblem::IpAddress)]
#[case("user:pw@", HostProblem::Credentials)]
#[case("https://user:pw@::1", HostProblem::Credentials)]
#[case("example.hot-profile.com:0", HostProblem::NoHost)]
#[case("https://[2001:db8::1]:443/", HostProblem::IpAddress)]
#[case("xhttps://example.hot-profile.com", HostProblem::NoHost)]
fn what_names_no_host_is_refused_with_the_reason(#[case] text: &str, #[case] problem: HostProblem) {
    assert_eq!(read(text), Err(problem));
}

#[rstest]
#[case("hot-profile.com", true)]
#[case("example.hot-profile.com:8443", true)]
#[case("a.b.hot-profile.com", true)]
#[case("hot-profile.example", false)]
#[case("hot-profile.com.example", false)]
#[case("hot-profile.com.", true)]
#[case("hоt-profile.com.example", false)]
fn the_service_is_known_by_its_name(#[case] text: &str, #[case] is_the_service: bool) {
    assert_eq!(Host::parse(text).expect("a host").is_the_service(), is_the_service);
}

#[rstest]
#[case("hotーprofile.com")]
#[case("ｈｏｔｰｐｒｏｆｉｌｅ．ｃｏｍ")]
#[case("hot−profile.com")]
#[case("hot‐profile.com")]
#[case("hot–profile.com")]
#[case("hot‑profile.com")]
fn a_hyphen_of_a_japanese_keyboard_makes_no_stranger_of_the_service(#[case] text: &str) {
    assert_eq!(read(text), Ok("hot-profile.com".to_owned()));
}

#[rstest]
#[case("our-service.example", true)]
#[case("a.b.our-service.example:8443", true)]
#[case("notour-service.example", false)]
#[case("service.example", false)]
#[case("our-service.example.example", false)]
#[case("οur-service.example", false)]
fn a_name_is_known_by_whole_labels(#[case] text: &str, #[case] is_ours: bool) {
    let host = Host::parse(text).expect("a host");
    assert_eq!(host.is_or_is_under("our-service.example"), is_ours);
}

#[rstest]
#[case("localhost", true)]
#[case("practice.localhost:8443", true)]
#[case("localhost.example", false)]
fn this_machine_is_known_by_its_name(#[case] text: &str, #[case] is_this_machine: bool) {
    assert_eq!(Host::parse(text).expect("a host").is_this_machine(), is_this_machine);
}

#[test]
fn practice_is_on_the_loopback_address_alone() {
    assert!(Endpoint::practice(([127, 0, 0, 1], 80).into()).is_some());
    assert!(Endpoint::practice(([127, 8, 8, 8], 80).into()).is_some());
    assert!(Endpoint::practice((std::net::Ipv6Addr::LOCALHOST, 80).into()).is_some());
    for elsewhere in [[192, 0, 2, 1], [0, 0, 0, 0], [10, 0, 0, 1]] {
        assert_eq!(Endpoint::practice((elsewhere, 80).into()), None);
    }
}

proptest! {
    #[test]
    fn a_host_once_read_reads_the_same_and_is_where_calls_go(text in "\\PC{0,40}") {
        if let Ok(host) = Host::parse(&text) {
            prop_assert_eq!(Host::parse(host.as_str()), Ok(host.clone()));
            let url = Url::parse(&Endpoint::Https(host.clone()).base()).expect("an address");
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            prop_assert_eq!(format!("{}{port}", url.host_str().expect("a host")), host.as_str());
        }
    }

    #[test]
    fn a_host_survives_what_is_around_it(
        name in "[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?\\.(example|hot-profile\\.com)",
        path in "/[a-z0-9/?=&#]{0,20}",
        scheme in prop_oneof![Just(""), Just("http://"), Just("https://"), Just("//")],
        blank in prop_oneof![Just(""), Just(" "), Just("\u{3000}"), Just("\n")],
    ) {
        prop_assert_eq!(read(&format!("{blank}{scheme}{name}{path}{blank}")), Ok(name));
    }
}
