//! Exact numbers: fractions of 128-bit integers, and the named roundings.

use std::fmt;

use num_integer::Integer as _;
use num_rational::Ratio;
use num_traits::{
    CheckedAdd as _, CheckedDiv as _, CheckedMul as _, CheckedSub as _, Signed as _, Zero as _,
};

/// The most digits a literal may have; more are refused rather than rounded.
pub const MAX_DIGITS: usize = 28;

/// An exact number: a decimal, or the quotient of two.
///
/// `1/3` stays one third; it becomes a decimal only by [`Exact::round`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Ratio<i128>);

/// A result that does not fit into 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow;

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// It is not written as digits with an optional sign and decimal point.
    Malformed,
    /// It has more than [`MAX_DIGITS`] digits.
    TooManyDigits,
}

/// How a number is rounded to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rounding {
    /// To the nearest; halves away from zero (四舍五入).
    HalfUp,
    /// To the nearest; halves to the even neighbour.
    HalfEven,
    /// Towards negative infinity.
    Floor,
    /// Towards positive infinity.
    Ceiling,
    /// Towards zero.
    Truncate,
}

impl Rounding {
    /// Returns the rounding named in a rule.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "half_up" => Self::HalfUp,
            "half_even" => Self::HalfEven,
            "floor" => Self::Floor,
            "ceil" => Self::Ceiling,
            "truncate" => Self::Truncate,
            _ => return None,
        })
    }

    /// Returns the name used in rules.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::HalfUp => "half_up",
            Self::HalfEven => "half_even",
            Self::Floor => "floor",
            Self::Ceiling => "ceil",
            Self::Truncate => "truncate",
        }
    }
}

/// Keeps the one number out that has no opposite, so that every other step may turn signs.
fn fitting(result: Option<Ratio<i128>>) -> Result<Exact, Overflow> {
    result.filter(|r| *r.numer() != i128::MIN).map(Exact).ok_or(Overflow)
}

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// Returns a whole number.
    #[must_use]
    pub fn whole(n: i64) -> Self {
        Self(Ratio::from_integer(i128::from(n)))
    }

    /// Returns the number written as `text`: digits, an optional leading minus, an optional decimal point.
    ///
    /// # Errors
    ///
    /// Returns why the text is not a number; nothing is ever rounded.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(NumberError::Malformed);
        }
        if whole.trim_start_matches('0').len() + fraction.trim_end_matches('0').len() > MAX_DIGITS {
            return Err(NumberError::TooManyDigits);
        }
        let fraction = fraction.trim_end_matches('0');
        let joined = format!("{}{fraction}", whole.trim_start_matches('0'));
        let numerator: i128 = if joined.is_empty() {
            0
        } else {
            joined.parse().map_err(|_| NumberError::TooManyDigits)?
        };
        let places = u32::try_from(fraction.len()).map_err(|_| NumberError::TooManyDigits)?;
        let denominator = 10_i128.checked_pow(places).ok_or(NumberError::TooManyDigits)?;
        Ok(Self(Ratio::new(if negative { -numerator } else { numerator }, denominator)))
    }

    /// Returns the sum.
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if it does not fit.
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        fitting(self.0.checked_add(&other.0))
    }

    /// Returns the difference.
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if it does not fit.
    pub fn checked_sub(self, other: Self) -> Result<Self, Overflow> {
        fitting(self.0.checked_sub(&other.0))
    }

    /// Returns the product.
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if it does not fit.
    pub fn checked_mul(self, other: Self) -> Result<Self, Overflow> {
        fitting(self.0.checked_mul(&other.0))
    }

    /// Returns the quotient, or nothing for a division by zero.
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if it does not fit.
    pub fn checked_div(self, other: Self) -> Result<Option<Self>, Overflow> {
        if other.0.is_zero() {
            return Ok(None);
        }
        // Without signs: turning a denominator round may not fit.
        let quotient = fitting(self.0.abs().checked_div(&other.0.abs()))?;
        let is_negative = (self < Self::ZERO) != (other < Self::ZERO);
        if is_negative { quotient.negate().map(Some) } else { Ok(Some(quotient)) }
    }

    /// Returns the floored quotient as a whole number, or nothing for a division by zero.
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if it does not fit.
    pub fn div_floor(self, other: Self) -> Result<Option<Self>, Overflow> {
        Ok(self.checked_div(other)?.map(|q| q.floor()))
    }

    /// Returns what the floored division leaves, with the sign of the divisor.
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if it does not fit.
    pub fn modulo(self, other: Self) -> Result<Option<Self>, Overflow> {
        match self.div_floor(other)? {
            Some(q) => Ok(Some(self.checked_sub(q.checked_mul(other)?)?)),
            None => Ok(None),
        }
    }

    /// Returns the number with the other sign.
    ///
    /// # Errors
    ///
    /// Never, as every number has an opposite; the type is that of the other operations.
    pub fn negate(self) -> Result<Self, Overflow> {
        Self::ZERO.checked_sub(self)
    }

    /// Returns the largest whole number that is not above.
    #[must_use]
    pub fn floor(self) -> Self {
        Self(Ratio::from_integer(num_integer::Integer::div_floor(self.0.numer(), self.0.denom())))
    }

    /// Returns the number rounded to a multiple of `place` (`0.01` for fen).
    ///
    /// # Errors
    ///
    /// Returns [`Overflow`] if a step does not fit, and for a place that is not positive.
    pub fn round(self, place: Self, mode: Rounding) -> Result<Self, Overflow> {
        if place <= Self::ZERO {
            return Err(Overflow);
        }
        let scaled = self.checked_div(place)?.ok_or(Overflow)?;
        let (n, d) = (*scaled.0.numer(), *scaled.0.denom());
        let down = num_integer::Integer::div_floor(&n, &d);
        let rest = n.checked_sub(down.checked_mul(d).ok_or(Overflow)?).ok_or(Overflow)?;
        let twice = rest.checked_mul(2).ok_or(Overflow)?;
        let up = match mode {
            Rounding::Floor => false,
            Rounding::Ceiling => rest != 0,
            Rounding::Truncate => rest != 0 && n < 0,
            Rounding::HalfUp => twice > d || (twice == d && n >= 0),
            Rounding::HalfEven => twice > d || (twice == d && down.is_odd()),
        };
        let whole = if up { down.checked_add(1).ok_or(Overflow)? } else { down };
        Self(Ratio::from_integer(whole)).checked_mul(place)
    }

    /// Returns whether it is a whole number.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// Returns the whole number, if it is one and fits.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        self.is_whole().then(|| i64::try_from(*self.0.numer()).ok())?
    }

    /// Returns the number as a decimal with at least `places` digits after the point, if it ends.
    #[must_use]
    pub fn to_decimal(self, places: usize) -> Option<String> {
        let (mut numerator, mut denominator) =
            (self.0.numer().unsigned_abs(), self.0.denom().unsigned_abs());
        let whole = numerator.checked_div(denominator)?;
        numerator = numerator.checked_rem(denominator)?;
        let mut fraction = String::new();
        while numerator != 0 || fraction.len() < places {
            if fraction.len() >= 40 {
                return None;
            }
            let shared = denominator.gcd(&10);
            denominator = denominator.checked_div(shared)?;
            numerator = numerator.checked_mul(10_u128.checked_div(shared)?)?;
            fraction.push(char::from_digit(
                u32::try_from(numerator.checked_div(denominator)?).ok()?,
                10,
            )?);
            numerator = numerator.checked_rem(denominator)?;
        }
        let sign = if *self.0.numer() < 0 { "-" } else { "" };
        Some(if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        })
    }

    /// Returns numerator and denominator, reduced, the denominator positive.
    #[must_use]
    pub fn parts(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }
}

impl fmt::Display for Exact {
    /// Writes a decimal, or numerator and denominator where no decimal ends.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal(0) {
            Some(decimal) => f.write_str(&decimal),
            None => write!(f, "{}/{}", self.0.numer(), self.0.denom()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Exact {
        Exact::parse(text).expect("a number")
    }

    #[test]
    fn literals_are_exact_or_refused() {
        assert_eq!(number("0.10").to_string(), "0.1");
        assert_eq!(number("-0012.50").to_string(), "-12.5");
        assert_eq!(number("37731.01").to_decimal(2).as_deref(), Some("37731.01"));
        assert_eq!(number("0").to_decimal(2).as_deref(), Some("0.00"));
        assert_eq!(Exact::parse("1e3"), Err(NumberError::Malformed));
        assert_eq!(Exact::parse("1."), Err(NumberError::Malformed));
        assert_eq!(Exact::parse(""), Err(NumberError::Malformed));
        assert_eq!(Exact::parse(&"9".repeat(40)), Err(NumberError::TooManyDigits));
    }

    #[test]
    fn every_rounding_does_what_its_name_says() {
        for (value, mode, expected) in [
            ("2.345", Rounding::HalfUp, "2.35"),
            ("-2.345", Rounding::HalfUp, "-2.35"),
            ("2.345", Rounding::HalfEven, "2.34"),
            ("2.355", Rounding::HalfEven, "2.36"),
            ("-2.341", Rounding::Floor, "-2.35"),
            ("2.341", Rounding::Ceiling, "2.35"),
            ("-2.349", Rounding::Truncate, "-2.34"),
            ("2.349", Rounding::Truncate, "2.34"),
        ] {
            assert_eq!(
                number(value).round(number("0.01"), mode),
                Ok(number(expected)),
                "{value} {mode:?}"
            );
        }
    }

    #[test]
    fn a_quotient_stays_exact_until_rounded() {
        let third = Exact::ONE.checked_div(Exact::whole(3)).expect("fits").expect("not by zero");
        assert_eq!(third.checked_mul(Exact::whole(3)), Ok(Exact::ONE));
        assert_eq!(third.to_string(), "1/3");
        assert_eq!(third.round(number("0.01"), Rounding::HalfUp), Ok(number("0.33")));
        assert_eq!(Exact::ONE.checked_div(Exact::ZERO), Ok(None));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let big = number(&"9".repeat(28));
        assert_eq!(big.checked_mul(big), Err(Overflow));
    }
}
