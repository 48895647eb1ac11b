//! Names typed through the real input method into the real window, and what came of it.

use std::fmt;

use serde_json::{Value, json};

use crate::desktop::Desktop;
use crate::input_method::InputMethod;
use crate::keyboard::{Key, Keyboard};
use crate::person::Person;
use crate::until::until;

const NAMES: &str = include_str!("names.txt");
const WATCH: &str = include_str!("watch.js");

/// What stands in the field and its kana field, where the caret is, and what was counted.
const LOOK: &str = "({
    text: document.getElementsByName(FIELD)[0]?.value ?? null,
    kana: document.getElementsByName(FIELD + '_kana')[0]?.value ?? null,
    caret: document.activeElement?.name ?? '',
    ...window.counts,
})";

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The kind of record.
    pub form: &'static str,
    /// The field.
    pub field: &'static str,
    /// The Roman letters.
    pub letters: &'static str,
    /// The reading, in katakana.
    pub kana: &'static str,
}

/// All of them: 100 common names of people first.
#[must_use]
pub fn names() -> Vec<Name> {
    let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
    let name = |line: &'static str| {
        let mut parts = line.split(' ');
        let mut part = || parts.next().expect("four parts");
        Name { form: part(), field: part(), letters: part(), kana: part() }
    };
    lines.map(name).collect()
}

/// How a conversion goes on after the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Converted, and confirmed with Enter.
    Confirmed,
    /// Confirmed after going on to the second candidate and looking at others.
    SecondCandidate,
    /// Confirmed as it was typed, in kana.
    Unconverted,
    /// Given up with Escape.
    Cancelled,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Confirmed, Self::SecondCandidate, Self::Unconverted, Self::Cancelled];

    const fn keys(self) -> &'static [Key] {
        match self {
            Self::Confirmed => &[Key::Space, Key::Enter],
            Self::SecondCandidate => {
                &[Key::Space, Key::Space, Key::Down, Key::Up, Key::Down, Key::Up, Key::Enter]
            }
            Self::Unconverted => &[Key::Enter],
            Self::Cancelled => &[Key::Space, Key::Escape, Key::Escape],
        }
    }
}

/// What came of conversions.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// How many there were.
    pub conversions: u64,
    /// How often something was handed over to be saved.
    pub saves: u64,
    /// How often a form was submitted.
    pub submits: u64,
    /// How often the caret or the page was another one.
    pub jumps: u64,
    /// How many were seen in the field while they were composed.
    pub seen: u64,
    /// How many were to leave a reading, or none after they were cancelled, and did.
    pub kana_right: u64,
    /// Those that left something else.
    pub kana_wrong: Vec<String>,
}

impl Figures {
    /// Whether nothing was saved, submitted or jumped, and each was seen.
    #[must_use]
    pub const fn are_safe(&self) -> bool {
        self.saves + self.submits + self.jumps == 0 && self.seen == self.conversions
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { conversions, saves, submits, jumps, seen, kana_right, kana_wrong } = self;
        write!(
            f,
            "{conversions} conversions, {seen} of them seen in the field: {saves} saves, \
             {submits} submits, {jumps} jumps, kana right in {kana_right}"
        )?;
        kana_wrong.iter().try_for_each(|wrong| write!(f, "\n  {wrong}"))
    }
}

/// Somebody who types Japanese into the program.
pub struct Typist {
    /// The person.
    pub person: Person,
    /// Their keyboard.
    pub keyboard: Keyboard,
    form: &'static str,
    _method: InputMethod,
    _desktop: Desktop,
}

impl Typist {
    /// Opens the program in practice, with a card begun for a company: it wants but a name to be
    /// saved.
    #[must_use]
    pub fn sits_down() -> Self {
        let (desktop, method) = Desktop::japanese();
        let person = desktop.person();
        person.practise();
        person.register_company("株式会社あおぞら架空製作所", "あおぞら");
        let keyboard = Keyboard::at(desktop.variable("DISPLAY").expect("a display"));
        let _ = person.page().evaluate(WATCH);
        Self { person, keyboard, form: "business_cards", _method: method, _desktop: desktop }
    }

    /// Types a name in one way, adds what came of it to the figures, and takes it off again.
    pub fn convert(&mut self, name: Name, way: Way, figures: &mut Figures) {
        self.go_to(name);
        let before = self.look(name);
        self.keyboard.type_letters(name.letters);
        self.keyboard.press(way.keys());
        let keys = name.letters.len() + way.keys().len();
        let after = self.look_until(name, |now| {
            grown(&before, now, "ended") > 0 && grown(&before, now, "released") >= keys as u64
        });
        figures.conversions += 1;
        figures.saves += grown(&before, &after, "saves");
        figures.submits += grown(&before, &after, "submits");
        figures.jumps += grown(&before, &after, "jumps") + u64::from(after["caret"] != name.field);
        figures.seen += u64::from(grown(&before, &after, "updates") > 0);
        let expected = if way == Way::Cancelled { "" } else { name.kana };
        if after["kana"] == expected {
            figures.kana_right += 1;
        } else {
            let Name { letters, .. } = name;
            let (text, kana) = (&after["text"], &after["kana"]);
            figures.kana_wrong.push(format!("{letters} {way:?}: {text} read {kana}"));
        }
        let text = after["text"].as_str().unwrap_or_default();
        assert_eq!(text.is_empty(), way == Way::Cancelled, "{name:?} {way:?}: {after}");
        self.keyboard.press(&vec![Key::Backspace; text.chars().count()]);
        self.look_until(name, |now| now["text"] == "" && now["kana"] == "");
    }

    /// What stands in a name's fields and what was counted, as soon as it is as wanted.
    pub fn look_until(&self, name: Name, is_wanted: impl Fn(&Value) -> bool) -> Value {
        let seen = until(|| Some(self.look(name)).filter(&is_wanted));
        seen.unwrap_or_else(|| panic!("{name:?}: never as wanted, but {}", self.look(name)))
    }

    fn look(&self, name: Name) -> Value {
        self.person.page().evaluate(&LOOK.replace("FIELD", &json!(name.field).to_string()))
    }

    /// Puts the caret into the field of a name, in its form.
    fn go_to(&mut self, name: Name) {
        let Name { form, field, .. } = name;
        let page = self.person.page();
        if self.form != form {
            self.form = form;
            let place = match form {
                "leads" => "lead",
                "clients" => "client",
                _ => "card",
            };
            let _ = page.evaluate(&format!("location.hash = '#/register/{place}'"));
            self.person.see(&format!("register.title.{form}"));
        }
        let focus = format!("document.getElementsByName({})[0].focus()", json!(field));
        let _ = page.evaluate(&focus);
        self.look_until(name, |now| now["caret"] == field);
    }
}

fn grown(before: &Value, after: &Value, count: &str) -> u64 {
    let number = |look: &Value| look[count].as_u64().unwrap_or_default();
    number(after) - number(before)
}
