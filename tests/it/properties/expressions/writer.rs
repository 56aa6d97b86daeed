//! Writes random expressions, well typed and well guarded.

use super::super::values::Dice;

/// Writes random expressions, well typed and well guarded.
pub struct Writer<'a> {
    pub dice: &'a mut Dice,
    /// How many definitions stand above.
    pub above: usize,
}

impl Writer<'_> {
    fn one(&mut self, forms: &[fn(&mut Self, usize) -> String], depth: usize) -> String {
        let form = *self.dice.pick(forms);
        form(self, depth.saturating_sub(1))
    }

    fn sign(&mut self) -> &'static str {
        self.dice.pick::<&str>(&["<", "<=", ">", ">=", "=", "!="])
    }

    fn member(&mut self) -> &'static str {
        self.dice.pick::<&str>(&["a", "b", "c"])
    }

    /// A yes or no that may stand under `not`: no optional operand is compared unguarded.
    fn strict(&mut self, depth: usize) -> String {
        if depth == 0 {
            return (*self.dice.pick(&["t1", "t2", "yes", "no", "exists(nn)", "exists(tn)"]))
                .to_owned();
        }
        self.one(
            &[
                |w, d| format!("({} and {})", w.strict(d), w.strict(d)),
                |w, d| format!("({} or {})", w.strict(d), w.strict(d)),
                |w, d| format!("not ({})", w.strict(d)),
                |w, d| format!("({} {} {})", w.number(d), w.sign(), w.number(d)),
                |w, d| format!("({} {} {})", w.date(d), w.sign(), w.date(d)),
                |w, d| format!("({} in [1, 2, 7])", w.number(d)),
                |w, _| format!("(k1 = {})", w.member()),
                |_, _| "(k1 in [a, b])".to_owned(),
                |w, d| format!("(if {} then {} else {})", w.strict(d), w.strict(d), w.strict(d)),
                |w, d| format!("(exists(nn) and not (nn > {}))", w.number(d)),
                |w, d| format!("default(tn, {})", w.strict(d)),
                |w, d| format!("any(items where {}, {})", w.row(d), w.row(d)),
                |w, d| format!("all(items where {}, {})", w.row(d), w.row(d)),
                |w, d| format!("all(items as x, any(items as y where y.id != x.id, {}))", w.row(d)),
                |w, d| format!("all({}, {})", w.series(), w.result(d)),
                |_, _| "has_rest(d1, d2)".to_owned(),
            ],
            depth,
        )
    }

    /// A yes or no of any kind.
    pub fn truth(&mut self, depth: usize) -> String {
        if depth > 0 && self.dice.one_in(3) {
            return self.one(
                &[
                    |w, d| format!("(nn {} {})", w.sign(), w.number(d)),
                    |w, d| format!("(dn {} {})", w.sign(), w.date(d)),
                    |w, d| format!("(tn and {})", w.truth(d)),
                    |w, _| format!("(kn = {})", w.member()),
                    |w, d| format!("(max(items, size) {} {})", w.sign(), w.number(d)),
                    |w, d| format!("any(items, score {} {})", w.sign(), w.plain(d)),
                ],
                depth,
            );
        }
        self.strict(depth)
    }

    /// A condition on a row of items.
    fn row(&mut self, depth: usize) -> String {
        if depth == 0 {
            return (*self.dice.pick(&[
                "good",
                "yes",
                "t1",
                "exists(score)",
                "size > 3",
                "kind = a",
            ]))
            .to_owned();
        }
        self.one(
            &[
                |w, d| format!("({} and {})", w.row(d), w.row(d)),
                |w, d| format!("not ({})", w.row(d)),
                |w, d| format!("(size {} {})", w.sign(), w.plain(d)),
                |w, d| format!("(on {} {})", w.sign(), w.date(d)),
                |w, d| format!("(exists(score) and score {} {})", w.sign(), w.plain(d)),
                |w, _| format!("(kind = {})", w.member()),
                |_, _| "(kind = k1)".to_owned(),
            ],
            depth,
        )
    }

    fn series(&mut self) -> String {
        let filter = *self.dice.pick(&["", " and not excluded", " and actual > 2", " and t1"]);
        let key = *self.dice.pick(&["metric = a", "metric = b", "b = metric", "metric = k1"]);
        format!("results from 2025-01 to 2025-04 where {key}{filter}")
    }

    fn result(&mut self, depth: usize) -> String {
        self.one(
            &[
                |w, d| format!("actual {} {}", w.sign(), w.plain(d)),
                |w, _| format!("actual {} dated at month", w.sign()),
                |_, _| "not excluded".to_owned(),
                |w, _| format!("actual {} table[metric]", w.sign()),
            ],
            depth,
        )
    }

    /// A number that reads no list, for use inside one.
    pub fn plain(&mut self, depth: usize) -> String {
        if depth == 0 {
            let literal = self.dice.below(9).to_string();
            return (*self.dice.pick(&["n1", "n2", "level", literal.as_str()])).to_owned();
        }
        self.one(
            &[
                |w, d| format!("({} + {})", w.plain(d), w.plain(d)),
                |w, d| format!("({} - {})", w.plain(d), w.plain(d)),
                |w, d| format!("default(nn, {})", w.plain(d)),
                |w, d| format!("(if t1 then {} else {})", w.plain(d), w.plain(d)),
            ],
            depth,
        )
    }

    pub fn number(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.plain(0);
        }
        self.one(
            &[
                |w, d| w.plain(d),
                |w, d| format!("({} + {})", w.number(d), w.number(d)),
                |w, d| format!("({} - {})", w.number(d), w.number(d)),
                |w, d| format!("({} * {})", w.number(d), w.plain(0)),
                |w, d| format!("({} * -2)", w.number(d)),
                |w, d| format!("-({})", w.number(d)),
                |w, d| format!("min({}, {})", w.number(d), w.number(d)),
                |w, d| format!("max({}, {})", w.number(d), w.number(d)),
                |w, d| format!("clamp({}, {}, {})", w.number(d), w.plain(0), w.plain(0)),
                |w, d| format!("abs({})", w.number(d)),
                |w, d| format!("({} div 3)", w.number(d)),
                |w, d| format!("({} mod 3)", w.number(d)),
                |w, d| format!("round({} / 3, 0.1)", w.number(d)),
                |w, d| format!("floor({})", w.number(d)),
                |w, d| format!("default({} / n1, {})", w.number(d), w.number(d)),
                |w, d| format!("(if {} then {} else {})", w.truth(d), w.number(d), w.number(d)),
                |w, d| format!("(if exists(nn) then nn + 1 else {})", w.number(d)),
                |w, d| format!("count(items where {})", w.row(d)),
                |w, d| format!("sum(items where {}, size)", w.row(d)),
                |w, d| format!("default(last(items where {}, size), {})", w.row(d), w.plain(0)),
                |w, d| format!("default(first(items where {}, size), {})", w.row(d), w.plain(0)),
                |w, d| format!("default(min(items where {}, size), {})", w.row(d), w.plain(0)),
                |w, d| {
                    format!(
                        "default(round(average(items where {}, size), 0.1), {})",
                        w.row(d),
                        w.plain(0)
                    )
                },
                |w, d| format!("longest_run(items where {}, {})", w.row(d), w.row(d)),
                |w, d| format!("longest_run({}, {})", w.series(), w.result(d)),
                |w, _| format!("count({})", w.series()),
                |w, _| format!("sum({}, actual)", w.series()),
                |w, d| format!("dated at {}", w.date(d)),
                |_, _| "dated".to_owned(),
                |_, _| "table[k1]".to_owned(),
                |_, _| "default(table[kn], 9)".to_owned(),
                |w, d| format!("(days({}, {}) div 1 day)", w.date(d), w.date(d)),
                |w, d| format!("(months({}, {}) div 1 month)", w.date(d), w.date(d)),
                |w, d| match w.above {
                    0 => w.number(d),
                    n => format!("part_{}({})", w.dice.below(n), w.number(d)),
                },
            ],
            depth,
        )
    }

    fn date(&mut self, depth: usize) -> String {
        if depth == 0 {
            return (*self.dice.pick(&["d1", "d2", "2023-02-28", "2024-02-29"])).to_owned();
        }
        self.one(
            &[
                |w, _| w.date(0),
                |w, d| format!("({} + {} days)", w.date(d), w.dice.below(400)),
                |w, d| format!("({} + {} months)", w.date(d), w.dice.below(30)),
                |w, d| format!("add({}, {} months, clip)", w.date(d), w.dice.below(30)),
                |w, d| format!("max({}, {})", w.date(d), w.date(d)),
                |w, d| format!("default(dn, {})", w.date(d)),
                |w, d| format!("(if {} then {} else {})", w.truth(d), w.date(d), w.date(d)),
            ],
            depth,
        )
    }
}
