use super::*;
use crate::source::Sources;

/// Writes an expression with every grouping in parentheses.
fn grouped(e: &Expression) -> String {
    let list = |items: &[Expression], joint: &str| {
        items.iter().map(grouped).collect::<Vec<_>>().join(joint)
    };
    match e.kind() {
        ExpressionKind::Literal(Literal::Number(n)) => n.to_string(),
        ExpressionKind::Literal(Literal::Days(n)) => format!("{n}d"),
        ExpressionKind::Literal(Literal::Months(n)) => format!("{n}m"),
        ExpressionKind::Literal(Literal::Money(n, c)) => format!("{n}{c}"),
        ExpressionKind::Literal(l) => format!("{l:?}"),
        ExpressionKind::Name(n) => n.text.clone(),
        ExpressionKind::Entry(n, k) => format!("{}[{}]", n.text, grouped(k)),
        ExpressionKind::At(x, at) => format!("({} at {})", grouped(x), grouped(at)),
        ExpressionKind::Negate(x) => format!("(-{})", grouped(x)),
        ExpressionKind::Not(x) => format!("(not {})", grouped(x)),
        ExpressionKind::And(items) => format!("({})", list(items, " and ")),
        ExpressionKind::Or(items) => format!("({})", list(items, " or ")),
        ExpressionKind::Compare(c, a, b) => format!("({} {c:?} {})", grouped(a), grouped(b)),
        ExpressionKind::Among(x, items) => format!("({} in {})", grouped(x), list(items, "|")),
        ExpressionKind::Arithmetic(o, a, b) => format!("({} {o:?} {})", grouped(a), grouped(b)),
        ExpressionKind::If(a, b, c) => {
            format!("if({}, {}, {})", grouped(a), grouped(b), grouped(c))
        }
        ExpressionKind::Call(call) => {
            let mut text = format!("{}({}", call.name.text, list(&call.arguments, ", "));
            call.alias.iter().for_each(|a| text.push_str(&format!(" as {}", a.text)));
            call.range.iter().for_each(|(a, b)| {
                text.push_str(&format!(" from {} to {}", grouped(a), grouped(b)))
            });
            call.filter.iter().for_each(|f| text.push_str(&format!(" where {}", grouped(f))));
            text + ")"
        }
    }
}

fn parsed(text: &str) -> Result<String, &'static str> {
    let span = Span::new(Sources::new().add("test", text), 0, text.len());
    parse(text, span).map(|e| grouped(&e)).map_err(|d| d.code())
}

#[test]
fn operators_bind_as_the_grammar_says() {
    for (text, expected) in [
        ("a or b and not c = d + 1 * 2", "(a or (b and (not (c Equal (d Add (1 Multiply 2))))))"),
        ("1 - 2 - 3", "((1 Subtract 2) Subtract 3)"),
        (
            "months(start, last) div 12 months + part(start)",
            "((months(start, last) Quotient 12m) Add part(start))",
        ),
        (
            "attained < underperformance.ratio at month",
            "(attained Less (underperformance.ratio at month))",
        ),
        (
            "retirement.from[category] + 1 * 1 month",
            "(retirement.from[category] Add (1 Multiply 1m))",
        ),
        (
            "longest_run(results as r from first to last where metric = sales and not excluded, r.x < 80%)",
            "longest_run(results, (r.x Less 0.8) as r from first to last where ((metric Equal sales) and (not excluded)))",
        ),
        ("if a then b else if c then d else e", "if(a, b, if(c, d, e))"),
        ("x in [sales, visits]", "(x in sales|visits)"),
        ("37731.00 CNY * 3", "(37731CNY Multiply 3)"),
        ("-(2 weeks)", "(-14d)"),
        ("count(wages)", "count(wages)"),
        ("employee.pregnant = 否", "(employee.pregnant Equal Truth(false))"),
    ] {
        assert_eq!(parsed(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn mistakes_have_codes() {
    for (text, code) in [
        ("a < b < c", "E0610"),
        ("a -b", "E0608"),
        ("2026-02-30 < x", "E0603"),
        ("1e3", "E0602"),
        ("1234567890123456789012345678901234567890", "E0602"),
        ("f(a, b", "E0606"),
        ("a b", "E0607"),
        ("a，b", "E0611"),
        ("\"open", "E0604"),
        ("a ? b", "E0601"),
        ("", "E0606"),
    ] {
        assert_eq!(parsed(text), Err(code), "{text}");
    }
}

#[test]
fn an_end_too_early_is_shown_at_the_last_character() {
    let text = "f(a, 表";
    let mut sources = Sources::new();
    let file = sources.add("rules.yaml", text);
    let mistake = parse(text, Span::new(file, 0, text.len())).unwrap_err();
    assert_eq!(sources.slice(mistake.span().unwrap()), "表");
}

#[test]
fn depth_and_length_are_bounded_however_they_are_reached() {
    for opening in ["(", "not ", "a[", "a at ", "if ", "f(", "-(", "x in [(", "count(a where "] {
        assert_eq!(parsed(&opening.repeat(100)), Err("E0609"), "{opening}");
        assert_eq!(parsed(&opening.repeat(100_000)), Err("E0612"), "{opening}");
    }
    for chained in ["1 + ", "1 * ", "a and ", "a or ", "1 - "] {
        assert!(parsed(&format!("{}1", chained.repeat(200))).is_ok(), "{chained}");
        assert_eq!(parsed(&format!("{}1", chained.repeat(300))), Err("E0612"), "{chained}");
    }
}
