//! Numbers, dates and amounts written for people.

use chrono::Datelike as _;

use super::Language;
use crate::value::{Date, Exact, Month};

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const CAPITALS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// Returns a place in a statute as Chinese writes it: `47(1)` is 第四十七条第一款.
///
/// In an article named in `items` the first subdivision is an item: with `40`
/// there, `40(2)` is 第四十条第二项. What is not numbers is kept.
#[must_use]
pub fn article(place: &str, items: &[String]) -> String {
    place.split(", ").map(|one| one_article(one, items)).collect::<Vec<_>>().join("、")
}

fn one_article(place: &str, items: &[String]) -> String {
    let digits = place.bytes().take_while(u8::is_ascii_digit).count();
    let (Some(article), Some(rest)) = (place.get(..digits), place.get(digits..)) else {
        return place.to_owned();
    };
    let Ok(number) = article.parse::<u32>() else { return place.to_owned() };
    let mut text = format!("第{}条", counted(number, &DIGITS));
    let levels: Vec<&str> = rest.split(['(', ')']).filter(|p| !p.trim().is_empty()).collect();
    let skipped = usize::from(items.iter().any(|i| i == article));
    for (unit, level) in ["款", "项", "目"].iter().skip(skipped).zip(&levels) {
        match level.parse::<u32>() {
            Ok(n) => text.push_str(&format!("第{}{unit}", counted(n, &DIGITS))),
            Err(_) => return format!("{text}{rest}"),
        }
    }
    text
}

/// Numbers below 10,000 in words, with 十 rather than 一十 at the head.
fn counted(number: u32, digits: &[char; 10]) -> String {
    let words = group(number, digits, ['千', '百', '十']);
    words.strip_prefix("一十").map(|rest| format!("十{rest}")).unwrap_or(words)
}

/// One group of four digits.
fn group(number: u32, digits: &[char; 10], units: [char; 3]) -> String {
    let mut text = String::new();
    let mut zero = false;
    for (power, unit) in
        [(1000, Some(units[0])), (100, Some(units[1])), (10, Some(units[2])), (1, None)]
    {
        let digit = (number / power) % 10;
        if digit == 0 {
            zero = zero || !text.is_empty();
            continue;
        }
        if zero {
            text.push('零');
            zero = false;
        }
        text.extend(usize::try_from(digit).ok().and_then(|d| digits.get(d)));
        text.extend(unit);
    }
    if text.is_empty() { "零".to_owned() } else { text }
}

/// Returns a whole number in words: 三十, or `thirty`; nothing for what is not a whole number below 10,000.
///
/// English goes back to digits from one hundred on, as letters do.
#[must_use]
pub fn spelled(number: Exact, language: Language) -> Option<String> {
    let number = u32::try_from(number.to_i64()?).ok().filter(|n| *n < 10_000)?;
    match language {
        Language::Chinese => Some(counted(number, &DIGITS)),
        Language::English => Some(english(number)),
    }
}

fn english(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |words: &[&'static str], n: u32| {
        usize::try_from(n).ok().and_then(|n| words.get(n).copied())
    };
    match (number, number % 10) {
        (0..20, _) => at(&SMALL, number).unwrap_or_default().to_owned(),
        (20..100, 0) => at(&TENS, number / 10 - 2).unwrap_or_default().to_owned(),
        (20..100, rest) => {
            let ten = at(&TENS, number / 10 - 2).unwrap_or_default();
            format!("{ten}-{}", at(&SMALL, rest).unwrap_or_default())
        }
        _ => number.to_string(),
    }
}

/// Returns an amount in capitals (大写) without the currency: 壹万陆仟肆佰零玖元零贰分.
///
/// Follows the rules for bills (票据和结算凭证填写规定): 整 after 元, nothing after
/// 角 or 分, one 零 for zeros inside, 零 before 分 if there is no 角. Returns
/// nothing for amounts below zero, of 10^16 or more, or with parts of a fen.
#[must_use]
pub fn capitals(amount: Exact) -> Option<String> {
    let fen = amount.checked_mul(Exact::whole(100)).ok()?.to_i64().filter(|f| *f >= 0)?;
    let (yuan, jiao, fen) = (fen / 100, (fen / 10) % 10, fen % 10);
    let digit = |d: i64| usize::try_from(d).ok().and_then(|d| CAPITALS.get(d)).copied();
    let mut text = String::new();
    if yuan > 0 {
        text.push_str(&whole_capitals(yuan)?);
        text.push('元');
    }
    if jiao == 0 && fen == 0 {
        return Some(if yuan == 0 { "零元整".to_owned() } else { text + "整" });
    }
    if jiao > 0 {
        text.push(digit(jiao)?);
        text.push('角');
    } else if yuan > 0 {
        text.push('零');
    }
    if fen > 0 {
        text.push(digit(fen)?);
        text.push('分');
    }
    Some(text)
}

fn whole_capitals(yuan: i64) -> Option<String> {
    let mut text = String::new();
    // A group that ends in zero, or one left out, asks for 零 before the next (壹拾万零柒仟).
    let mut gap = false;
    for (power, unit) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")]
    {
        let part = u32::try_from((yuan / power) % 10_000).ok()?;
        if part == 0 {
            gap = gap || !text.is_empty();
            continue;
        }
        if !text.is_empty() && (gap || part < 1000) {
            text.push('零');
        }
        gap = part % 10 == 0;
        text.push_str(&group(part, &CAPITALS, ['仟', '佰', '拾']));
        text.push_str(if unit == "万亿" && (yuan / 100_000_000) % 10_000 != 0 {
            "万"
        } else {
            unit
        });
    }
    Some(text)
}

/// Returns a number with thousands separators and at least `places` decimals; a quotient as `a/b`.
#[must_use]
pub fn grouped(number: Exact, places: usize) -> String {
    let Some(decimal) = number.to_decimal(places) else { return number.to_string() };
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", decimal.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = sign.to_owned();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(c);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// Returns a date for people: 2026年11月2日, or `2 November 2026`.
#[must_use]
pub fn date(date: Date, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::English => format!("{} {}", date.day(), month(Month::of(date), language)),
    }
}

/// Returns a month for people: 2026年5月, or `May 2026`.
#[must_use]
pub fn month(month: Month, language: Language) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match language {
        Language::Chinese => format!("{}年{}月", month.year(), month.number()),
        Language::English => {
            let name =
                usize::try_from(month.number()).ok().and_then(|n| NAMES.get(n.wrapping_sub(1)));
            format!("{} {}", name.copied().unwrap_or(""), month.year())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_follow_the_rules_for_bills() {
        for (amount, words) in [
            ("1409.50", "壹仟肆佰零玖元伍角"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("107000.53", "壹拾万零柒仟元伍角叁分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("0.53", "伍角叁分"),
            ("10", "壹拾元整"),
            ("1000000.01", "壹佰万元零壹分"),
            ("100000005", "壹亿零伍元整"),
            ("1000000000000", "壹万亿元整"),
            ("1000200000000", "壹万零贰亿元整"),
            ("0", "零元整"),
        ] {
            assert_eq!(
                capitals(Exact::parse(amount).expect("number")).as_deref(),
                Some(words),
                "{amount}"
            );
        }
    }

    #[test]
    fn articles_are_written_in_words() {
        for (place, words) in [
            ("40(2)", "第四十条第二项"),
            ("26(1)", "第二十六条第一款"),
            ("47(2)", "第四十七条第二款"),
            ("10", "第十条"),
            ("46, 47", "第四十六条、第四十七条"),
            ("113", "第一百一十三条"),
            ("Q63", "Q63"),
        ] {
            assert_eq!(article(place, &["40".to_owned()]), words);
        }
    }

    #[test]
    fn periods_are_written_as_the_law_has_them() {
        for (number, chinese, english) in [
            ("1", "一", "one"),
            ("15", "十五", "fifteen"),
            ("30", "三十", "thirty"),
            ("45", "四十五", "forty-five"),
            ("110", "一百一十", "110"),
        ] {
            let number = Exact::parse(number).expect("number");
            assert_eq!(spelled(number, Language::Chinese).as_deref(), Some(chinese));
            assert_eq!(spelled(number, Language::English).as_deref(), Some(english));
        }
        let half = Exact::parse("0.5").expect("number");
        assert_eq!(spelled(half, Language::Chinese), None);
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(Exact::parse("-1234567.5").expect("number"), 2), "-1,234,567.50");
    }
}
