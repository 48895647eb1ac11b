//! Walks the first journey in the languages that are named, and prints where each picture is.

fn main() {
    #[cfg(target_os = "linux")]
    for language in std::env::args().skip(1) {
        let pictures = journeys::program::pictures().join(&language);
        journeys::walk::walk(&language, |name, person| {
            let picture = pictures.join(format!("{name}.png"));
            person.page().picture(&picture);
            println!("{}", picture.display());
        });
    }
}
