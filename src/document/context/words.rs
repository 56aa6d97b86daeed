//! Values in the words of one language.

use crate::assess::{Assessment, Eval, Reason, Wait};
use crate::case::{Cell, Stated};
use crate::value::{Exact, Rounding, Value};
use crate::vocabulary::{Citation, ListId, Type};
use crate::wording::amounts::{article, date, grouped, month, spelled};
use crate::wording::{Language, Localized};

pub(super) struct Words<'a, 'o> {
    assessment: &'o Assessment<'a>,
    language: Language,
}

impl<'a, 'o> Words<'a, 'o> {
    pub(super) fn new(assessment: &'o Assessment<'a>, language: Language) -> Self {
        Self { assessment, language }
    }

    pub(super) fn of<'t>(&self, text: &'t Localized) -> &'t str {
        text.get(self.language)
    }

    pub(super) fn pick(&self, zh: &str, en: &str) -> String {
        match self.language {
            Language::Chinese => zh.to_owned(),
            Language::English => en.to_owned(),
        }
    }

    /// A title that stands at the head of a line: English ones begin with a capital letter.
    pub(super) fn heading(&self, text: &Localized) -> String {
        let text = self.of(text);
        match self.language {
            Language::Chinese => text.to_owned(),
            Language::English => {
                let mut letters = text.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string());
                format!("{}{}", first.unwrap_or_default(), letters.as_str())
            }
        }
    }

    /// A value as a paper prints it: bare numbers, the template says the unit.
    pub(super) fn value(&self, value: &Value, kind: Type) -> String {
        match value {
            Value::Truth(true) => self.pick("是", "yes"),
            Value::Truth(false) => self.pick("否", "no"),
            Value::Number(n) | Value::Days(n) | Value::Months(n) => grouped(*n, 0),
            Value::Money(n) => grouped(*n, 2),
            Value::Date(d) => date(*d, self.language),
            Value::Month(m) => month(*m, self.language),
            Value::Words(words) => words.to_string(),
            Value::Proof(proof) => self.proof(*proof),
            Value::Choice(member) => self.member(kind, *member),
            Value::Row(at) => self.row_name(kind, *at),
        }
    }

    /// A number, a count of days or of months in words, as the law writes its periods.
    pub(super) fn spelled(&self, value: &Value) -> Option<String> {
        match value {
            Value::Number(n) | Value::Days(n) | Value::Months(n) => spelled(*n, self.language),
            _ => None,
        }
    }

    /// A count with what is counted: `1 month`, `2.5 months`, `2个月`.
    pub(super) fn counted(&self, value: &Value, one: &str, many: &str, zh: &str) -> Option<String> {
        let (Value::Number(n) | Value::Days(n) | Value::Months(n)) = value else { return None };
        let counted = if *n == Exact::ONE { one } else { many };
        let bare = grouped(*n, 0);
        Some(self.pick(&format!("{bare}{zh}"), &format!("{bare} {counted}")))
    }

    /// A value with its unit, for calculations and findings.
    pub(super) fn with_unit(&self, value: &Value, kind: Type) -> String {
        let bare = self.value(value, kind);
        match (value, self.language) {
            (Value::Money(_), Language::Chinese) => format!("{bare}元"),
            (Value::Money(_), Language::English) => format!("{} {bare}", self.currency()),
            (Value::Days(_), Language::Chinese) => format!("{bare}日"),
            (Value::Days(n), Language::English) => {
                format!("{bare} {}", if *n == Exact::ONE { "day" } else { "days" })
            }
            (Value::Months(_), Language::Chinese) => format!("{bare}个月"),
            (Value::Months(n), Language::English) => {
                format!("{bare} {}", if *n == Exact::ONE { "month" } else { "months" })
            }
            _ => bare,
        }
    }

    /// The currency before an amount: letters in English write RMB.
    fn currency(&self) -> &'a str {
        match self.assessment.rules().vocabulary().currency() {
            "CNY" => "RMB",
            other => other,
        }
    }

    /// The state of a value with its unit.
    pub(super) fn state(&self, value: &Eval, kind: Type) -> String {
        match value {
            Eval::Known(value) => self.with_unit(value, kind),
            Eval::None => self.pick("无", "none"),
            Eval::Unknown(unknown) => match (&unknown.low, &unknown.high) {
                (Some(low), Some(high)) => {
                    let (low, high) = (self.with_unit(low, kind), self.with_unit(high, kind));
                    self.pick(
                        &format!("未知（{low}至{high}）"),
                        &format!("unknown ({low} to {high})"),
                    )
                }
                _ => self.pick("未知", "unknown"),
            },
        }
    }

    pub(super) fn unit(&self, kind: Type) -> String {
        match kind {
            Type::Money => self.pick("元", self.currency()),
            Type::Days => self.pick("日", "days"),
            Type::Months => self.pick("个月", "months"),
            _ => String::new(),
        }
    }

    pub(super) fn proof(&self, proof: crate::value::Proof) -> String {
        use crate::value::Proof;
        match proof {
            Proof::None => self.pick("无证据", "no evidence"),
            Proof::Weak => self.pick("弱", "weak"),
            Proof::Fair => self.pick("中", "fair"),
            Proof::Strong => self.pick("强", "strong"),
        }
    }

    fn member(&self, kind: Type, member: u32) -> String {
        let Type::Choice(id) = kind else { return String::new() };
        let choice = self.assessment.rules().vocabulary().choice(id);
        let member = choice.and_then(|c| c.members().get(member as usize));
        member.map_or_else(String::new, |m| self.of(m.title()).to_owned())
    }

    /// The key of a row in words: 销售额、2026年1月.
    pub(super) fn row_title(&self, list: ListId, at: u32) -> String {
        let shape = self.assessment.rules().vocabulary().list(list);
        let row = self.assessment.case().rows(list).and_then(|r| r.row(at));
        let (Some(shape), Some(row)) = (shape, row) else { return String::new() };
        let key = shape.key().iter().filter_map(|id| {
            let kind = shape.field(*id)?.kind();
            match row.cell(*id)?.cell() {
                Cell::Known(value) => Some(self.value(value, kind)),
                _ => None,
            }
        });
        key.collect::<Vec<_>>().join(&self.pick("、", ", "))
    }

    fn row_name(&self, kind: Type, at: u32) -> String {
        let Type::Row(list) = kind else { return String::new() };
        let row = self.assessment.case().rows(list).and_then(|r| r.row(at));
        row.map_or_else(String::new, |r| r.name().to_owned())
    }

    /// A number as a percentage with one decimal, rounded half up.
    pub(super) fn percent(&self, number: Exact) -> Option<String> {
        let tenth = Exact::parse("0.1").ok()?;
        let percent =
            number.checked_mul(Exact::whole(100)).ok()?.round(tenth, Rounding::HalfUp).ok()?;
        Some(format!("{}%", grouped(percent, 0)))
    }

    /// Citations at their first mention: 《中华人民共和国劳动合同法》（以下简称《劳动合同法》）第四十条第二项.
    pub(super) fn in_full(&self, citations: &[Citation]) -> String {
        if self.language == Language::English {
            return self.prose(citations);
        }
        let sources = self.assessment.rules().vocabulary().sources();
        let groups = self.by_source(citations);
        let words = groups.iter().map(|(name, places)| {
            let short = self.cited(name, &[], false);
            let title = sources.get(*name).map_or("", |s| self.of(s.title()));
            let full = format!("《{title}》");
            let cited = self.cited(name, places, false);
            let places = cited.strip_prefix(short.as_str()).unwrap_or_default();
            // A text that is known by one title only is not shortened.
            match short.starts_with('《') && short != full && !title.contains('《') {
                true => format!("{full}（以下简称{short}）{places}"),
                false => cited.clone(),
            }
        });
        words.collect::<Vec<_>>().join("、")
    }

    /// Citations as a table has them, short: 《劳动合同法》第四十六条第三项、第四十七条; LCL art. 46(3), 47.
    pub(super) fn citations(&self, citations: &[Citation]) -> String {
        let groups = self.by_source(citations);
        let words = groups.iter().map(|(source, places)| self.cited(source, places, false));
        words.collect::<Vec<_>>().join(&self.pick("、", ", "))
    }

    /// Citations as a sentence has them, in English with the instrument's full title.
    pub(super) fn prose(&self, citations: &[Citation]) -> String {
        let groups = self.by_source(citations);
        let words: Vec<String> =
            groups.iter().map(|(source, places)| self.cited(source, places, true)).collect();
        match self.language {
            Language::Chinese => words.join("、"),
            Language::English => enumerated(&words),
        }
    }

    /// The places cited of each instrument; texts of other regions bind nobody here.
    fn by_source<'c>(&self, citations: &'c [Citation]) -> Vec<(&'c str, Vec<&'c str>)> {
        let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
        for citation in self.assessment.rules().of_here(citations) {
            let (source, place) = (citation.source(), citation.place());
            match groups.iter_mut().find(|(name, _)| *name == source) {
                Some((_, places)) if places.contains(&place) => {}
                Some((_, places)) => places.push(place),
                None => groups.push((source, vec![place])),
            }
        }
        for (_, places) in &mut groups {
            places.retain(|p| !p.is_empty());
        }
        groups
    }

    /// One instrument with its places.
    fn cited(&self, name: &str, places: &[&str], full: bool) -> String {
        let source = self.assessment.rules().vocabulary().sources().get(name);
        let title = source.map_or(name, |s| self.of(if full { s.title() } else { s.short() }));
        let short = source.map_or(name, |s| self.of(s.short()));
        match (self.language, full) {
            (Language::Chinese, _) => {
                let items = source.map_or(&[][..], |s| s.item_articles());
                let places: Vec<String> = places.iter().map(|p| article(p, items)).collect();
                format!("{short}{}", places.join("、"))
            }
            (Language::English, _) if places.is_empty() => title.to_owned(),
            (Language::English, _) if !places.iter().all(|p| starts_with_digit(p)) => {
                format!("{title}, {}", places.join(", "))
            }
            (Language::English, false) => {
                let articles = if places.len() == 1 { "art." } else { "arts." };
                format!("{short} {articles} {}", places.join(", "))
            }
            (Language::English, true) => {
                let articles = if places.len() == 1 { "article" } else { "articles" };
                let places: Vec<String> = places.iter().map(|p| (*p).to_owned()).collect();
                format!("{articles} {} of the {title}", enumerated(&places))
            }
        }
    }

    /// The full titles of the instruments cited, each once.
    pub(super) fn instruments(&self, citations: &[Citation]) -> String {
        let sources = self.assessment.rules().vocabulary().sources();
        let mut titles: Vec<&str> = Vec::new();
        for source in citations.iter().filter_map(|c| sources.get(c.source())) {
            let title = self.of(source.title());
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles.join(&self.pick("、", ", "))
    }

    /// What to ask so that something becomes known.
    pub(super) fn question(&self, wait: &Wait) -> String {
        let rules = self.assessment.rules();
        let v = rules.vocabulary();
        match wait {
            Wait::Fact(id) => v.fact(*id).map_or("", |f| self.of(f.question())).to_owned(),
            Wait::List(id) => v.list(*id).map_or("", |l| self.of(l.question())).to_owned(),
            Wait::Row(id, name) => {
                let title = v.list(*id).map_or("", |l| self.of(l.title()));
                self.pick(
                    &format!("{title}：{name} 一行缺失"),
                    &format!("{title}: the row {name} is missing"),
                )
            }
            Wait::Cell(id, at, field) => {
                let list = v.list(*id);
                let row = self.assessment.case().rows(*id).and_then(|r| r.row(*at));
                let name = row.map_or("", |r| r.name());
                let question =
                    list.and_then(|l| l.field(*field)).map_or("", |f| self.of(f.question()));
                self.pick(&format!("{question}（{name}）"), &format!("{question} ({name})"))
            }
            Wait::Parameter(id, on, reason) => {
                let title = rules.parameter(*id).map_or("", |p| self.of(&p.title));
                let on = on.map(|d| date(d, self.language)).unwrap_or_default();
                self.parameter_question(title, &on, *reason)
            }
            Wait::Calendar(year) => self.pick(
                &format!("{year}年的法定工作日历未收录"),
                &format!("there is no working-day calendar for {year}"),
            ),
        }
    }

    fn parameter_question(&self, title: &str, on: &str, reason: Reason) -> String {
        match reason {
            Reason::NoValue => self.pick(
                &format!("规则包中没有{on}的{title}"),
                &format!("there is no {title} for {on}"),
            ),
            Reason::Unverified => self.pick(
                &format!("{on}的{title}尚未核实，须由负责人具名采用"),
                &format!("the {title} for {on} is not verified; somebody must accept it by name"),
            ),
            Reason::NotPublished => self.pick(
                &format!("{on}的{title}当时尚未公布"),
                &format!("the {title} for {on} was not published yet"),
            ),
            Reason::NotSet => self.pick(
                &format!("公司制度没有规定{title}"),
                &format!("the policy does not set the {title}"),
            ),
        }
    }

    /// The question behind an unknown value: of the first thing it waits for.
    pub(super) fn question_of(&self, value: &Eval, title: &str) -> String {
        match value.waits().first() {
            Some(wait) => self.question(wait),
            None => self.pick(&format!("{title}无法计算"), &format!("{title} cannot be computed")),
        }
    }

    /// The ids of the exhibits of something stated.
    pub(super) fn exhibits(&self, evidence: &[u32]) -> String {
        let all = self.assessment.case().evidence();
        let ids = evidence.iter().filter_map(|i| all.get(*i as usize)).map(|e| e.id());
        ids.collect::<Vec<_>>().join(&self.pick("、", ", "))
    }

    pub(super) fn strength(&self, stated: &Stated) -> crate::value::Proof {
        let all = self.assessment.case().evidence();
        let exhibits = stated.evidence().iter().filter_map(|i| all.get(*i as usize));
        let as_of = self.assessment.question().as_of;
        exhibits.map(|e| e.strength(as_of)).max().unwrap_or(crate::value::Proof::None)
    }
}

fn starts_with_digit(place: &str) -> bool {
    place.starts_with(|c: char| c.is_ascii_digit())
}

/// Things one after the other, the last with "and".
fn enumerated(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
