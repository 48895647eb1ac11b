use hotprofile::Entity;
use hotprofile::contract::Choice;
use proptest::prelude::*;

use super::words::{DEPARTMENTS, GREETINGS, MORE_TITLES, TITLES};
use super::{Found, Proposal, read};
use crate::testing::{KEY, Machine, service};

/// Everything that was found, as the list of examples writes it.
fn told(found: &Found) -> Vec<String> {
    let fields = [
        ("client_name", &found.client_name),
        ("department", &found.department),
        ("post", &found.post),
        ("family_name", &found.family_name),
        ("first_name", &found.first_name),
        ("family_name_kana", &found.family_name_kana),
        ("first_name_kana", &found.first_name_kana),
        ("zip", &found.zip),
        ("pref", &found.pref),
        ("address", &found.address),
        ("tel", &found.tel),
        ("extension", &found.extension),
        ("mobile_tel", &found.mobile_tel),
        ("fax", &found.fax),
        ("email", &found.email),
        ("mobile_email", &found.mobile_email),
        ("url", &found.url),
    ];
    let rest = found.rest.iter().map(|line| ("rest", line));
    let mut told: Vec<_> = fields
        .into_iter()
        .chain(rest)
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    told.sort();
    told
}

/// The examples: what each is called, its text, and what it says.
fn examples() -> Vec<(&'static str, String, Vec<&'static str>)> {
    include_str!("tests/signatures.txt")
        .split("\n# ")
        .skip(1)
        .map(|example| {
            let (name, rest) = example.split_once('\n').unwrap();
            let (text, said) = rest.split_once("----\n").unwrap();
            let mut said: Vec<_> = said.lines().filter(|line| !line.is_empty()).collect();
            said.sort_unstable();
            (name, text.to_owned(), said)
        })
        .collect()
}

#[test]
fn every_signature_of_the_list_is_read_as_it_says() {
    let examples = examples();
    assert!(examples.len() >= 30, "{}", examples.len());
    let wrong: Vec<_> = examples
        .iter()
        .filter_map(|(name, text, said)| {
            let found = told(&read(text));
            (found != *said).then(|| format!("{name}\n  found {found:#?}\n  not {said:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
}

#[test]
fn a_list_of_contacts_without_end_is_read_at_once() {
    let text = "TEL/FAX 03-0000-1234 a@b.example www.b.example ".repeat(20_000);
    assert_eq!(read(&text).tel, "03-0000-1234");
    let lines = "山田 太郎\n".repeat(20_000);
    assert_eq!(read(&lines).family_name, "山田");
}

fn signature_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(|c| c.to_string()),
        "[0-9+()〒:：/ \\-]{1,14}",
        proptest::sample::select(vec![
            "TEL",
            "FAX:",
            "携帯",
            "内線",
            "ext.",
            "@",
            "www.",
            "https://",
            ".example",
            "株式会社",
            "㈱",
            "東京都",
            "区",
            "部",
            "課長",
            "山田",
            "太郎",
            "（",
            "）",
            "\n",
            "\t",
            "  ",
            "Ltd",
            "Anna",
            "van",
            "ООО",
            "«",
            "»",
            "Иванова",
            "ул.",
            "--",
            "👍🏽",
            "\u{301}",
            "\u{202e}",
            "İ",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_of_any_kind_makes_it_fail(text in "(?s).{0,200}", like in signature_like()) {
        for text in [text, like] {
            for line in told(&read(&text)) {
                let (_, value) = line.split_once(": ").unwrap();
                prop_assert!(!value.trim().is_empty());
            }
        }
    }

    #[test]
    fn a_name_keeps_its_very_characters(
        family in "[髙﨑𠮷齋渡邉一-龠]{1,3}", first in "[一-龠ぁ-ん]{1,3}", space in "[ \u{3000}]"
    ) {
        let found = read(&format!("株式会社青空商事\n{family}{space}{first}\nTEL 03-0000-1234"));
        // One that ends as a department, a title or a sentence does may be told as that.
        if found.family_name == family && !found.first_name.is_empty() {
            prop_assert_eq!(found.first_name, first);
            return Ok(());
        }
        let typed = [family.clone(), first.clone(), format!("{family} {first}")];
        let known = ["株式会社青空商事".to_owned(), "03-0000-1234".to_owned()];
        for line in told(&found) {
            let (_, value) = line.split_once(": ").unwrap();
            prop_assert!(typed.iter().chain(&known).any(|text| text == value), "{}", line);
        }
        prop_assert!(!is_plain(&family) || !is_plain(&first), "{:?}", found);
    }
}

/// Lines of a signature with these names, and the words of each that have to be told.
fn told_lines(
    names: &'static [&'static str],
) -> impl Strategy<Value = Vec<(String, Vec<&'static str>)>> {
    let beside = [
        "課長",
        "営業部",
        "営業部 課長",
        "大阪駐在",
        "旧姓 小鳥遊",
        "タロウ",
        "Sales Manager",
        "she/her",
        "главный бухгалтер",
        "株式会社青空商事",
        "みらい商店",
    ];
    let before = [
        ("", ""),
        ("担当：", ""),
        ("氏名: ", ""),
        ("【担当者】", ""),
        ("営業部 ", "営業部"),
        ("課長　", "課長"),
        ("備考：", "備考"),
        ("営業担当：", "営業担当"),
        ("Manager: ", "Manager"),
        ("部長（代理）", "部長（代理）"),
    ];
    let alone =
        ["霧笛商会（株）", "経理部（東京）", "部長", "Blue Harbour Ltd", "ООО «Маяк»", "工場見学"];
    let brackets = [("（", "）"), ("(", ")"), (" [", "]"), ("【", "】"), ("（", "")];
    let person = (
        proptest::sample::select(before.to_vec()),
        proptest::sample::select(names.to_vec()),
        proptest::sample::select(brackets.to_vec()),
        proptest::option::of(proptest::sample::select(beside.to_vec())),
        proptest::sample::select(vec!["", " 係長", "　総務部"]),
    )
        .prop_map(|((before, told), name, (open, close), beside, behind)| {
            let inside = beside.map_or(String::new(), |text| format!("{open}{text}{close}"));
            let line = format!("{before}{name}{inside}{behind}");
            (line, [told, name, beside.unwrap_or_default(), behind].to_vec())
        });
    let other =
        proptest::sample::select(alone.to_vec()).prop_map(|text| (text.to_owned(), vec![text]));
    proptest::collection::vec(prop_oneof![person, other], 1..5)
}

proptest! {
    #[test]
    fn no_word_of_a_signature_is_lost(lines in prop_oneof![
        told_lines(&["山田 太郎", "髙橋　花子", "服部健一", "軽部 望", "Фомина Марина"]),
        // The same name in Latin letters beside a Japanese one says nothing new.
        told_lines(&["Anna Smith", "Zoë Müller", "Фомина Марина"]),
    ]) {
        let text: Vec<_> = lines.iter().map(|(line, _)| line.as_str()).collect();
        let said = told(&read(&text.join("\n"))).join("\n");
        let words = lines.iter().flat_map(|(_, told)| told).flat_map(|text| {
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
        });
        for word in words {
            prop_assert!(said.contains(word), "{} of {:?} is not in {}", word, text, said);
        }
    }
}

/// Whether nothing tells that a word is anything but a name.
fn is_plain(word: &str) -> bool {
    let mut endings =
        DEPARTMENTS.iter().chain(&TITLES).chain(&MORE_TITLES).chain(&["ます", "です"]);
    let begins = GREETINGS.iter().any(|greeting| word.starts_with(greeting));
    let is_lone_department = word.chars().nth(1).is_none() && word != "長";
    !begins && (is_lone_department || !endings.any(|end| word.ends_with(end)))
}

fn proposal(key: &str, value: &str) -> Proposal {
    Proposal { key: key.to_owned(), value: value.to_owned(), is_rest: false }
}

#[tokio::test]
async fn each_kind_of_record_is_offered_what_it_has_a_field_for() {
    const TEXT: &str = "株式会社青空商事 営業部 課長\n山田 太郎\n〒100-0000 東京都千代田区架空町1-2-3\nTEL 03-0000-1234";
    let machine = Machine::new();
    let (desk, service) = (machine.start(), service().await);
    desk.connect_to(&service, KEY, false).await.unwrap();
    let read = async |entity| desk.read_signature(entity, TEXT.to_owned()).await.unwrap();

    let card = read(Entity::BusinessCards).await;
    let note = Proposal { is_rest: true, ..proposal("note", "営業部\n課長") };
    for wanted in [
        proposal("client_name", "株式会社青空商事"),
        proposal("family_name", "山田"),
        proposal("zip", "100-0000"),
        // No name of a prefecture is known here yet.
        proposal("address", "東京都千代田区架空町1-2-3"),
        note,
    ] {
        assert!(card.contains(&wanted), "{wanted:?} in {card:?}");
    }

    desk.name_choice(Choice::Pref, 13, "東京都").await.unwrap();
    desk.name_choice(Choice::Organization, 901, "営業部").await.unwrap();
    let lead = read(Entity::Leads).await;
    for wanted in [
        proposal("pref_id", "13"),
        proposal("address", "千代田区架空町1-2-3"),
        proposal("organization_id", "901"),
        proposal("post", "課長"),
    ] {
        assert!(lead.contains(&wanted), "{wanted:?} in {lead:?}");
    }

    let keys: Vec<_> = read(Entity::Clients).await.into_iter().map(|one| one.key).collect();
    assert_eq!(keys, ["address", "main_tel", "name", "pref_id", "zip"]);
    assert_eq!(service.arrivals().len(), 1);
}
