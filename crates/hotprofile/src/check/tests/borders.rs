//! Every field of every write and every search parameter, at exactly its border.

use super::*;

/// What is just taken, as it is sent, and what just is not.
#[derive(Default)]
struct Border {
    taken: Vec<String>,
    refused: Vec<(String, Fault)>,
}

impl Border {
    fn new(taken: &[&str], refused: &[&str], fault: &Fault) -> Self {
        let refused = refused.iter().map(|text| ((*text).to_owned(), fault.clone())).collect();
        Self { taken: taken.iter().map(|text| (*text).to_owned()).collect(), refused }
    }

    fn of_text(max: u16) -> Self {
        let max = u32::from(max);
        let text = |character: &str, count: u32| character.repeat(count as usize);
        // Of two UTF-16 units each, in a text of an odd number of units one is of one.
        let wide = |units: u32| text("𠮷", units / 2) + &text("a", units % 2);
        let too_long = |length: u32| Fault::TooLong { max, length };
        Self {
            taken: vec![text("a", max), text("あ", max), wide(max)],
            refused: vec![
                (text("a", max + 1), too_long(max + 1)),
                (text("あ", max + 1), too_long(max + 1)),
                (wide(max + 1), too_long(max + 1)),
                (text("𠮷", max), too_long(max * 2)),
                // One sign on the screen, two characters.
                (text("か\u{3099}", max / 2 + 1), too_long((max / 2 + 1) * 2)),
            ],
        }
    }

    fn of_digits(max: u8) -> Self {
        let digits = "0123456789".repeat(2);
        let (just, over) = (&digits[..usize::from(max)], &digits[..=usize::from(max)]);
        let mut border = Self::new(&["0", just], &["12-3", "1.5", "-1", "内線"], &Fault::NotDigits);
        border.refused.push((over.to_owned(), Fault::TooManyDigits { max: max.into() }));
        border
    }

    fn of_degrees() -> Self {
        Self::new(
            &["0", "999", "-999.12345678901234", "0.00000000000001"],
            &["1000", "0.123456789012345", ".5", "5.", "+5", "1e2", "--5", "1.2.3", "-", "北緯"],
            &Fault::NotDegrees,
        )
    }

    fn of_ids() -> Self {
        Self::new(
            &["1", "4294967295"],
            &["0", "4294967296", "99999999999999999999", "-1", "1.0", "x"],
            &Fault::NotAnId,
        )
    }

    fn of_days() -> Self {
        Self::new(
            &["1000/01/01", "2000/02/29", "2026/12/31", "2028/02/29", "9999/12/31"],
            &[
                "1900/02/29",
                "2026/02/29",
                "2026/04/31",
                "2026/00/10",
                "2026/13/10",
                "2026/10/00",
                "2026/10/32",
                "999/01/01",
                "10000/01/01",
                "2026/10",
                "2026/10/10/10",
                "明日",
            ],
            &Fault::NotADay,
        )
    }

    fn of_moments() -> Self {
        Self::new(
            &["2026/02/28 00:00:00", "2028/02/29 23:59:59"],
            &[
                "2026/02/28",
                "2026/02/28 23:59",
                "2026/02/29 00:00:00",
                "2026/02/28 24:00:00",
                "2026/02/28 23:60:00",
                "2026/02/28 23:59:60",
                "23:59:59",
            ],
            &Fault::NotAMoment,
        )
    }

    /// Of the numbers from 0 to 9, and one that is longer, these alone.
    fn of_choices(values: &[u8], fault: &Fault) -> Self {
        let (taken, refused): (Vec<_>, Vec<_>) =
            (0..=10).partition(|number| values.contains(number));
        Self {
            taken: taken.iter().map(u8::to_string).collect(),
            refused: refused.iter().map(|number| (number.to_string(), fault.clone())).collect(),
        }
    }

    fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Text { max } => Self::of_text(max),
            Kind::Digits { max } => Self::of_digits(max),
            Kind::Degrees => Self::of_degrees(),
            Kind::Id { .. } => Self::of_ids(),
            Kind::OneOf { values } => Self::of_choices(values, &Fault::NotAChoice),
            Kind::Day => Self::of_days(),
            Kind::Flag => {
                Self::new(&["true", "false"], &["1", "はい", "truefalse"], &Fault::NotAFlag)
            }
            Kind::Shown | Kind::Moment => panic!("not to be written"),
        }
    }

    fn of_matching(matching: Matching) -> Self {
        match matching {
            Matching::Partial | Matching::PartialSecondLanguage | Matching::Words => Self {
                taken: vec!["㈱見本 １".to_owned(), "あ".repeat(10_000)],
                refused: vec![],
            },
            Matching::PartialNumber => {
                Self::new(&["35.", "-1", "."], &["x", "35,6", "+1"], &Fault::NotDegrees)
            }
            Matching::Exact | Matching::FromId | Matching::ToId => Self::of_ids(),
            Matching::AnyOf => Self::new(
                &["1", "1,4294967295"],
                &["0", "1,0", "1,4294967296", "1,", ",1", "1,,2", "1;2"],
                &Fault::NotAnId,
            ),
            Matching::FromDay | Matching::ToDay => Self::of_days(),
            Matching::FromMoment | Matching::ToMoment => Self::of_moments(),
            Matching::FromDegrees | Matching::ToDegrees => Self::of_degrees(),
            Matching::Flag => Self::of_choices(&[0, 1], &Fault::NotAFlag),
            Matching::Status => Self::of_choices(&[1, 2], &Fault::NotAChoice),
        }
    }
}

/// What takes any text takes it as it stands.
fn is_free(kind: Kind) -> bool {
    matches!(kind, Kind::Text { .. })
}

/// Typed in the width of Japanese text, between spaces of all sorts.
fn typed_wide(text: &str) -> String {
    let wide = |c: char| match c {
        ' ' => '　',
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).expect("the same sign, wide"),
        c => c,
    };
    format!("　 {}\u{200b}\t　", text.chars().map(wide).collect::<String>())
}

/// A field with this text, and beside it whatever else the call needs.
fn with_required(record: &Record, operation: Operation, key: &str, text: &str) -> Values {
    let written = record.written(operation).into_iter();
    let required = written.filter(|(_, write)| write.presence == Presence::Required);
    let mut values: Values = required
        .map(|(field, _)| (field.key.to_owned(), Border::of_kind(field.kind).taken.remove(0)))
        .collect();
    values.insert(key.to_owned(), text.to_owned());
    values
}

#[test]
fn every_field_of_every_write_is_held_to_its_border() {
    for entity in Entity::ALL {
        let record = entity.record();
        for operation in [Operation::Create, Operation::Update] {
            for (field, _) in record.written(operation) {
                let Border { taken, refused } = Border::of_kind(field.kind);
                let check = |text: &str| {
                    let values = with_required(record, operation, field.key, text);
                    let (mut ready, problems) = check_write(record, operation, &values);
                    (ready.remove(field.key), problems)
                };
                for text in taken {
                    let sent = (Some(text.clone()), Vec::new());
                    assert_eq!(check(&format!(" \r\n{text}　")), sent, "{} {text}", field.key);
                    if !is_free(field.kind) {
                        assert_eq!(check(&typed_wide(&text)), sent, "{} {text}", field.key);
                    }
                }
                for (text, fault) in refused {
                    let problem = Problem { key: field.key.to_owned(), fault };
                    assert_eq!(check(&text), (None, vec![problem]), "{} {text}", field.key);
                }
            }
        }
    }
}

#[test]
fn every_search_parameter_is_held_to_its_border() {
    for entity in Entity::ALL {
        let record = entity.record();
        for (_, search) in record.searches() {
            let Border { taken, refused } = Border::of_matching(search.matching);
            let check = |text: &str| {
                let values = [(search.parameter.to_owned(), text.to_owned())].into();
                let (mut ready, problems) = check_search(record, &values);
                (ready.remove(search.parameter), problems)
            };
            let is_free = refused.is_empty();
            for text in taken {
                let typed = if is_free { format!("　{text} ") } else { typed_wide(&text) };
                assert_eq!(check(&typed), (Some(text), Vec::new()), "{} {typed}", search.parameter);
            }
            for (text, fault) in refused {
                let problem = Problem { key: search.parameter.to_owned(), fault };
                assert_eq!(check(&text), (None, vec![problem]), "{} {text}", search.parameter);
            }
        }
    }
}

/// The calendar, reckoned without help.
fn days_of(year: u16, month: u16) -> u16 {
    let is = |years: u16| year.is_multiple_of(years);
    let is_leap = is(4) && (!is(100) || is(400));
    match month {
        2 => 28 + u16::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

proptest! {
    #[test]
    fn a_day_is_taken_where_the_calendar_has_it(
        year in 1_000..10_000_u16,
        month in 0..15_u16,
        day in 0..34_u16,
    ) {
        let text = format!("{year:04}/{month:02}/{day:02}");
        let exists = (1..=days_of(year, month)).contains(&day);
        let checked = check_value(Kind::Day, &text);
        prop_assert_eq!(checked, if exists { Ok(text) } else { Err(Fault::NotADay) });
    }

    #[test]
    fn a_moment_is_taken_where_the_clock_has_it(
        hour in 0..27_u8,
        minute in 0..63_u8,
        second in 0..63_u8,
    ) {
        let text = format!("2026/11/23 {hour:02}:{minute:02}:{second:02}");
        let exists = hour < 24 && minute < 60 && second < 60;
        let checked = check_value(Kind::Moment, &text);
        prop_assert_eq!(checked, if exists { Ok(text) } else { Err(Fault::NotAMoment) });
    }

    #[test]
    fn a_text_is_taken_where_it_fits_however_its_length_is_counted(
        text in "[a-zé々あ𠮷🙂か゚]{40,110}",
    ) {
        let fits = text.chars().count() <= 100 && text.encode_utf16().count() <= 100;
        prop_assert_eq!(check_value(NAME, &text).is_ok(), fits);
    }

    #[test]
    fn degrees_are_taken_where_their_digits_fit(
        sign in "-?",
        whole in "[0-9]{1,5}",
        fraction in prop::option::of("[0-9]{1,17}"),
    ) {
        let after = fraction.as_ref().map_or(0, String::len);
        let fits = whole.len() <= 3 && after <= 14;
        let fraction = fraction.map_or_else(String::new, |fraction| format!(".{fraction}"));
        let text = format!("{sign}{whole}{fraction}");
        let checked = check_value(Kind::Degrees, &text);
        prop_assert_eq!(checked, if fits { Ok(text) } else { Err(Fault::NotDegrees) });
    }
}
