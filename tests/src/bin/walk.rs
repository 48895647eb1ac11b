//! Walks through every page in the languages that are named, and prints where each picture is.

fn main() {
    #[cfg(target_os = "linux")]
    for language in std::env::args().skip(1) {
        let pictures = journeys::program::pictures().join(&language);
        let stop = |name: &str, person: &journeys::person::Person| {
            let picture = pictures.join(format!("{name}.png"));
            person.page().picture(&picture);
            println!("{}", picture.display());
        };
        journeys::walk::walk(&language, stop);
        journeys::records_walk::walk(&language, stop);
        journeys::typing_walk::walk(&language, stop);
        journeys::trouble_walk::walk(&language, stop);
    }
}
