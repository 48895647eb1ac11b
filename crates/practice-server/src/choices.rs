//! What ids point at apart from records: users, departments, prefectures and so on. A customer of
//! the service would have lists of their own; these are invented.

use std::sync::LazyLock;

/// The user whose key it is.
pub const KEY_USER: &str = "練習 太郎";

/// A line of the list. A department's name is its whole path, from the top.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Of which choice, by the contract's name.
    pub of: &'static str,
    pub id: u32,
    pub name: &'static str,
    pub code: Option<&'static str>,
    /// A user's permission group.
    pub role_id: Option<u32>,
    /// Whether a lead's status is one in use.
    pub active: bool,
}

/// All of them.
pub static ALL: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    include_str!("../data/choices.csv").lines().skip(1).filter_map(listed).collect()
});

/// The ids of a choice.
pub fn ids(of: &'static str) -> Vec<u32> {
    ALL.iter().filter(|choice| choice.of == of).map(|choice| choice.id).collect()
}

fn listed(line: &'static str) -> Option<Listed> {
    let mut cells = line.split(',');
    let mut cell = || cells.next().filter(|cell| !cell.is_empty());
    Some(Listed {
        of: cell()?,
        id: cell()?.parse().ok()?,
        name: cell()?,
        code: cell(),
        role_id: cell().and_then(|id| id.parse().ok()),
        active: cell() != Some("no"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        assert_eq!(ALL.len(), include_str!("../data/choices.csv").lines().count() - 1);
    }
}
