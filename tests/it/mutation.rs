//! Which vectors are asked about a change: those that read the rule, and no other could notice it.
//!
//! The sample of `cargo test` is small; all changes are asked of all vectors by
//! `cargo test --release --no-default-features --test it -- --ignored mutation`.

use std::sync::{Mutex, MutexGuard, OnceLock};

use duecause::bundle::{Bundle, Library};
use duecause::vectors::{Mutation, Place};

/// Reads all rules and vectors once for all tests.
fn mutation() -> MutexGuard<'static, Mutation> {
    static MUTATION: OnceLock<Mutex<Mutation>> = OnceLock::new();
    let read = || Mutex::new(Mutation::new(&mut Library::new(Bundle::embedded())).unwrap());
    MUTATION.get_or_init(read).lock().unwrap()
}

/// Asks every vector about each change that the chosen vectors let pass.
fn check(every: usize) {
    let mut mutation = mutation();
    for number in (0..mutation.count()).step_by(every) {
        if mutation.noticed_by(number).is_some() {
            continue;
        }
        let missed = mutation.noticed_by_any(number).map(|vector| vector.name.clone());
        let place = mutation.places().nth(number).unwrap();
        assert_eq!(missed, None, "{place:?}");
    }
}

#[test]
fn a_vector_that_does_not_read_a_rule_does_not_notice_its_change() {
    check(101);
}

#[test]
#[ignore = "takes minutes; the sample above is what every run asks"]
fn no_vector_of_all_notices_what_those_that_read_the_rule_let_pass() {
    check(1);
}

#[test]
fn at_most_one_change_in_twenty_is_explained_away() {
    let mutation = mutation();
    let explanations = mutation.explanations();
    let is_explained = |place: &&Place| explanations.iter().any(|e| e.is_about(place));
    let (explained, all) = (mutation.places().filter(is_explained).count(), mutation.count());
    assert!(explained > 0 && explained * 20 <= all, "{explained} of {all}");
}

#[test]
fn a_change_is_noticed_and_then_undone() {
    let mut mutation = mutation();
    let number = mutation.places().position(|p| p.rule == "part_year" && p.becomes == "up_to");
    let first = mutation.noticed_by(number.unwrap()).map(|vector| vector.name.clone());
    assert!(first.is_some());
    let again = mutation.noticed_by(number.unwrap()).map(|vector| vector.name.clone());
    assert_eq!(first, again);
}
