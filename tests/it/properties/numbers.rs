//! Exact numbers: nothing panics at the edge of what fits, and rounding does what its name says.

use duecause::value::{Exact, Overflow, Rounding};
use proptest::prelude::*;

use super::tries;

const MODES: [Rounding; 5] =
    [Rounding::HalfUp, Rounding::HalfEven, Rounding::Floor, Rounding::Ceiling, Rounding::Truncate];

/// Numbers of all sizes, those at the edge of 128 bits among them.
fn number() -> impl Strategy<Value = Exact> {
    let literal = prop_oneof![
        "-?[0-9]{1,28}",
        "-?[0-9]{1,14}\\.[0-9]{1,14}",
        "-?0\\.[0-9]{20,28}",
        // The least whole number there is, in two factors.
        Just("-9223372036854775808".to_owned()),
        Just("18446744073709551616".to_owned()),
    ];
    let literal = literal.prop_map(|text| Exact::parse(&text).unwrap());
    literal.prop_recursive(4, 8, 2, |inner| {
        (inner.clone(), inner, 0..5_usize).prop_map(|(a, b, op)| {
            let result = match op {
                0 => a.checked_add(b),
                1 => a.checked_sub(b),
                2 => a.checked_mul(b),
                3 => a.checked_div(b).and_then(|q| q.ok_or(Overflow)),
                _ => a.modulo(b).and_then(|m| m.ok_or(Overflow)),
            };
            result.unwrap_or(a)
        })
    })
}

proptest! {
    #![proptest_config(tries(1000))]

    #[test]
    fn nothing_panics_at_the_edge(a in number(), b in number()) {
        let least = Exact::parse("-9223372036854775808").unwrap();
        // -2^127 has no opposite and is no number; one more is.
        let beyond = least.checked_mul(Exact::parse("18446744073709551616").unwrap());
        prop_assert!(beyond.is_err());
        let half = least.checked_mul(Exact::parse("9223372036854775808").unwrap()).unwrap();
        let least = half.checked_add(half.checked_add(Exact::ONE).unwrap()).unwrap();
        let tiny = Exact::ONE.checked_div(least).ok().flatten().unwrap_or(Exact::ONE);
        for (a, b) in [(a, b), (a, least), (least, a), (least, least), (a, tiny), (tiny, a), (least, tiny)] {
            let _ = (a < b, a == b, a.floor(), a.is_whole(), a.to_i64(), a.negate(), a.parts());
            let _ = (a.checked_add(b), a.checked_sub(b), a.checked_mul(b), a.checked_div(b));
            let _ = (a.to_decimal(2), a.to_string(), a.div_floor(b), a.modulo(b));
            for mode in MODES {
                let _ = (a.round(b, mode), b.round(a, mode));
            }
        }
    }

    #[test]
    fn rounding_stays_within_its_place(a in number(), place in "0\\.0{0,6}[1-9]") {
        let place = Exact::parse(&place).unwrap();
        for mode in MODES {
            let Ok(rounded) = a.round(place, mode) else { continue };
            let (Ok(off), Ok(times)) = (rounded.checked_sub(a), rounded.checked_div(place)) else { continue };
            prop_assert!(times.unwrap().is_whole());
            let half = place.checked_div(Exact::whole(2)).unwrap().unwrap();
            let (zero, low) = (Exact::ZERO, place.negate().unwrap());
            let fits = match mode {
                Rounding::HalfUp | Rounding::HalfEven => off <= half && off >= half.negate().unwrap(),
                Rounding::Floor => off <= zero && off > low,
                Rounding::Ceiling => off >= zero && off < place,
                Rounding::Truncate if a < zero => off >= zero && off < place,
                Rounding::Truncate => off <= zero && off > low,
            };
            prop_assert!(fits, "{a} to {place} {mode:?} gives {rounded}");
        }
    }

    #[test]
    fn dividing_with_a_rest_loses_nothing(a in number(), b in number()) {
        let (Ok(Some(q)), Ok(Some(rest))) = (a.div_floor(b), a.modulo(b)) else { return Ok(()) };
        prop_assert!(q.is_whole());
        let whole = q.checked_mul(b).and_then(|p| p.checked_add(rest));
        prop_assert_eq!(whole, Ok(a));
        let fits = match b > Exact::ZERO {
            true => rest >= Exact::ZERO && rest < b,
            false => rest <= Exact::ZERO && rest > b,
        };
        prop_assert!(fits, "{a} by {b}");
    }
}
