//! The page that the browser shows of a company.

/// What the page shows of it.
pub struct Company {
    pub name: String,
    pub address: String,
}

/// A plain page that says that it is practice.
pub fn company(company: &Company) -> String {
    let (name, address) = (escaped(&company.name), escaped(&company.address));
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<meta charset=\"utf-8\">\n<title>{name}（練習用）</title>\n\
         <p><strong>練習用のデータです。HotProfileには何も送られていません。</strong></p>\n\
         <h1>{name}</h1>\n<p>{address}</p>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_name_is_shown_as_text() {
        let page = company(&Company { name: "<b>&".to_owned(), address: String::new() });
        assert!(page.contains("<h1>&lt;b&gt;&amp;</h1>"), "{page}");
    }
}
