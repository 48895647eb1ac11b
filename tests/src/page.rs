//! The page in the window, used as a person uses it: by the names of its fields and the words on
//! its buttons. Everything waits until it can be done.

use std::cell::RefCell;
use std::path::Path;

use serde_json::{Value, json};

use crate::inspector::Inspector;
use crate::until::until;

/// Looks for things in the page and acts on them.
const HANDS: &str = include_str!("hands.js");

/// axe answers later; what it found is left in the page for the next look.
const RUN_AXE: &str = "window.axeFound = null; axe.run().then(({ violations }) => {
    window.axeFound = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html + ' ' + node.failureSummary)]);
}); true";

const WHOLE: &str = "[document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input, textarea, select')].map(({ value }) => value),
].join(' ')";

/// A page.
#[derive(Debug)]
pub struct Page(RefCell<Inspector>);

impl Page {
    pub(crate) const fn new(inspector: Inspector) -> Self {
        Self(RefCell::new(inspector))
    }

    /// Types a text into the field of this name, in place of what stood there.
    pub fn fill(&self, name: &str, text: &str) {
        self.done("fill", &[name, text]);
    }

    /// Chooses from the list of this name.
    pub fn choose(&self, name: &str, text: &str) {
        self.done("choose", &[name, text]);
    }

    /// Presses the button, link, tab or choice with these words.
    pub fn press(&self, words: &str) {
        self.done("press", &[words]);
    }

    /// Presses whatever begins with these words, or an option that has them in it.
    pub fn press_start(&self, words: &str) {
        self.done("press_start", &[words]);
    }

    /// Waits until a cell of the table, counted from 0, has this text in it.
    pub fn see_in_cell(&self, row: usize, column: usize, text: &str) {
        self.done("cell_holds", &[&row.to_string(), &column.to_string(), text]);
    }

    /// Presses a cell of the table, counted from 0.
    pub fn press_cell(&self, row: usize, column: usize) {
        self.done("press_cell", &[&row.to_string(), &column.to_string()]);
    }

    /// Presses whichever of these there is.
    pub fn press_any(&self, words: &[&str]) {
        self.done("press", words);
    }

    /// Presses what has these words and closes the window, with whose page the answer would go.
    pub fn press_and_part(&self, words: &str) {
        let press = format!("({HANDS}).press(...{})", json!([words]));
        let _ = self.evaluate(&format!("setTimeout(() => {press}, 100)"));
    }

    /// Waits until some trouble is told and nothing is under way any more.
    pub fn see_trouble(&self) {
        self.done("sees_trouble", &[]);
    }

    /// Scrolls to the heading with these words.
    pub fn scroll_to(&self, heading: &str) {
        self.done("scroll_to", &[heading]);
    }

    /// Waits until these words are seen.
    pub fn see(&self, words: &str) {
        self.done("sees", &[words]);
    }

    /// Waits until these words are gone.
    pub fn see_no_more(&self, words: &str) {
        self.done("sees_not", &[words]);
    }

    /// Waits until the field of this name holds this text.
    pub fn see_in(&self, name: &str, text: &str) {
        self.done("holds", &[name, text]);
    }

    /// Waits until the page is as large as that, in pixels.
    pub fn see_size(&self, width: u16, height: u16) {
        let size = json!([width, height]);
        let seen = until(|| (self.evaluate("[innerWidth, innerHeight]") == size).then_some(()));
        assert!(seen.is_some(), "never {width} x {height}");
    }

    /// Waits until nothing moves any more.
    pub fn settle(&self) {
        self.done("rests", &[]);
    }

    /// What axe finds wrong with the page as it is: each a rule with the places that break it.
    #[must_use]
    pub fn faults_of_access(&self) -> Vec<String> {
        self.settle();
        let axe =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("axe is among the packages of the pages");
        let _ = self.evaluate(&format!("{axe}; {RUN_AXE}"));
        let found =
            until(|| Some(self.evaluate("window.axeFound")).filter(|found| !found.is_null()));
        let found = found.expect("axe comes to an end");
        found.as_array().expect("a list").iter().map(Value::to_string).collect()
    }

    /// Everything that is seen, as text.
    #[must_use]
    pub fn text(&self) -> String {
        self.evaluate("document.body.innerText").as_str().unwrap_or_default().into()
    }

    /// Everything that is there, seen or not: the markup, and what the fields hold.
    #[must_use]
    pub fn whole(&self) -> String {
        let whole = self.evaluate(WHOLE).as_str().map(str::to_owned);
        whole.expect("a page")
    }

    /// What a script gives.
    #[must_use]
    pub fn evaluate(&self, script: &str) -> Value {
        self.0.borrow_mut().evaluate(script)
    }

    /// Keeps a picture of the window.
    pub fn picture(&self, file: &Path) {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        std::fs::write(file, self.0.borrow_mut().picture()).expect("a picture");
    }

    /// Presses one of these, again where that was refused for now, until these words are seen.
    pub fn press_until(&self, buttons: &[&str], words: &str) {
        let seen = until(|| {
            let seen = self.tried("sees", &[words]);
            if !seen {
                self.tried("press", buttons);
            }
            seen.then_some(())
        });
        assert!(seen.is_some(), "never: {words}. The page shows:\n{}", self.text());
    }

    /// Does something with the page as soon as it can be done.
    fn done(&self, hand: &str, arguments: &[&str]) {
        let done = until(|| self.tried(hand, arguments).then_some(()));
        assert!(done.is_some(), "never: {hand} {arguments:?}. The page shows:\n{}", self.text());
    }

    /// Does something with the page if it can be done now.
    fn tried(&self, hand: &str, arguments: &[&str]) -> bool {
        self.evaluate(&format!("({HANDS}).{hand}(...{})", json!(arguments))) == true
    }
}
