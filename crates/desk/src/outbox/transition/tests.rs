mod service;
mod world;

use proptest::prelude::*;

use self::service::FIELDS;
use self::world::{Fate, Step, World};

/// So many changes that one person makes of one record.
const CHANGES: usize = 3;

fn any_step() -> impl Strategy<Value = Step> {
    let fate = prop_oneof![
        3 => Just(Fate::Answered),
        2 => Just(Fate::StoredAndLost),
        2 => (0..world::DELAY).prop_map(Fate::Late),
        2 => Just(Fate::NeverArrived),
        1 => Just(Fate::KnownNotToArrive),
        1 => Just(Fate::Refused),
        2 => any::<bool>().prop_map(|stored| Fate::Killed { stored }),
    ];
    let alters = prop::option::weighted(0.2, 0..FIELDS.len());
    let change = 0..CHANGES;
    prop_oneof![
        5 => (change.clone(), 1..16_u8).prop_map(|(change, fields)| Step::Submit(change, fields)),
        1 => change.clone().prop_map(Step::TakeBack),
        10 => (fate, alters).prop_map(|(fate, alters)| Step::Work(fate, alters)),
        3 => (change.clone(), any::<u8>()).prop_map(|(change, choice)| Step::Decide(change, choice)),
        3 => (0..FIELDS.len()).prop_map(Step::Colleague),
        1 => change.clone().prop_map(Step::ColleagueAgrees),
        1 => Just(Step::VanishOrReturn),
        2 => Just(Step::Restart),
        4 => (0..2 * world::DELAY).prop_map(Step::Wait),
        1 => (0..2 * world::DELAY).prop_map(Step::SetClockBack),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever happens in whatever order: no value of a colleague's is overwritten that was there
    /// when the record was read and that the person has not seen; nothing arrives late from a
    /// change that is settled; what is done is at the service; what the service altered by itself
    /// is told.
    #[test]
    fn no_change_overwrites_what_its_person_has_not_seen_and_none_stays_half_known(
        steps in prop::collection::vec(any_step(), 0..80),
    ) {
        let mut world = World::new(CHANGES);
        for step in steps {
            world.step(step);
        }
        world.settle();
    }
}
