//! What two records have in common.

use serde::Serialize;
use specta::Type;

/// Why two records may be of the same person or company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Alike {
    /// An e-mail address of that person alone is the same.
    SameEmail,
    /// A mobile number is the same.
    SameMobile,
    /// The same name at the same company.
    SameName,
    /// The same name at the same company, in other forms of its letters.
    WrittenDifferently,
    /// The same names at the same company, the other one first.
    SwappedNames,
    /// At the same company another name that is read alike.
    SameReading,
    /// Beside another reason: at another company.
    OtherCompany,
    /// Of companies: the same name, its legal form aside.
    SameCompanyName,
    /// Of companies: the same telephone number.
    SameTelephone,
}
