//! How what a field holds is written. Its kind in the contract says it for days and digits; of
//! texts the contract knows the length alone, so that each of them stands here by its key.

use hotprofile::contract::{Field, Kind};

/// How what a field holds is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The name of a person or a company: its very characters.
    Name,
    /// The reading of a name, in full-width katakana.
    Kana,
    /// A telephone number, with an extension maybe.
    Phone,
    /// A fax number.
    Fax,
    /// The digits of an extension.
    Extension,
    /// A postal code.
    PostalCode,
    /// An address of electronic mail.
    Mail,
    /// What stands behind the @ of such addresses.
    MailDomain,
    /// The address of a page or a site.
    Web,
    /// A day.
    Day,
    /// Digits or degrees.
    Number,
    /// A text in one line.
    Line,
    /// A text in several lines, which stays as its writer laid it out.
    Memo,
}

impl Shape {
    /// That of a field; none where it holds a choice, or can not be written at all.
    pub fn of(field: &Field) -> Option<Self> {
        match field.kind {
            Kind::Text { .. } if field.kind.is_long() => Some(Self::Memo),
            Kind::Text { .. } => Self::of_text(field.key),
            Kind::Digits { .. } if field.key == "extension" => Some(Self::Extension),
            Kind::Digits { .. } | Kind::Degrees => Some(Self::Number),
            Kind::Day => Some(Self::Day),
            Kind::Shown | Kind::Id { .. } | Kind::OneOf { .. } | Kind::Moment | Kind::Flag => None,
        }
    }

    fn of_text(key: &str) -> Option<Self> {
        Some(match key {
            "family_name" | "first_name" | "name" | "name_disp" | "name_sub" | "owner_user" => {
                Self::Name
            }
            "family_name_kana" | "first_name_kana" | "name_kana" => Self::Kana,
            // A reading in the second language is in no kana.
            "name_kana_sub" => Self::Name,
            "tel" | "mobile_tel" | "main_tel" => Self::Phone,
            "fax" => Self::Fax,
            "zip" | "zip_sub" => Self::PostalCode,
            "email" | "mobile_email" => Self::Mail,
            "mail_domain" => Self::MailDomain,
            "url" => Self::Web,
            "address" | "address_sub" | "pref_sub" | "post" | "sales_last_year" | "customer_id" => {
                Self::Line
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use hotprofile::contract::{Entity, Kind};

    use super::Shape;

    #[test]
    fn every_text_that_can_be_written_has_its_shape() {
        for field in Entity::ALL.iter().flat_map(|entity| entity.record().fields) {
            let is_text = matches!(field.kind, Kind::Text { .. });
            assert!(Shape::of(field).is_some() || !is_text, "{}", field.key);
        }
    }

    #[test]
    fn nothing_that_holds_a_name_is_anything_else() {
        let is_name = |key: &str| key.contains("name") && !key.contains("kana");
        let fields = Entity::ALL.iter().flat_map(|entity| entity.record().fields);
        for field in fields.filter(|field| field.kind != Kind::Shown && is_name(field.key)) {
            assert_eq!(Shape::of(field), Some(Shape::Name), "{}", field.key);
        }
    }
}
