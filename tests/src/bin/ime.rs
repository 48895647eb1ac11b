//! Types the names of `names.txt` through a real Japanese input method, in every way, and prints
//! what came of it. It fails where anything was saved, submitted or left, or where the kana of
//! fewer than 95 of the 100 common names is right.

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use journeys::conversions::{Figures, Typist, Way, names};

    let mut typist = Typist::sits_down();
    let (mut common, mut others) = (Figures::default(), Figures::default());
    for (index, name) in names().into_iter().enumerate() {
        let figures = if index < 100 { &mut common } else { &mut others };
        typist.convert(name, Way::Confirmed, figures);
        typist.convert(name, Way::ALL[1 + index % 3], &mut others);
    }
    println!("100 common names, confirmed with Enter: {common}");
    println!("The same in the other ways, and companies: {others}");
    let passed = common.are_safe() && others.are_safe() && common.kana_right >= 95;
    if passed { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

#[cfg(not(target_os = "linux"))]
fn main() {}
