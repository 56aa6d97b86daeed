//! A workspace to begin with: a policy and a case in which every line says what to fill in.

mod ground;

use super::specialised_schema;
use crate::compile::RuleSet;
use crate::rules::{Better, Supplier};
use crate::syntax::SchemaKind;
use crate::value::Date;
use crate::vocabulary::{Fact, List, Type};
use crate::wording::{Language, Localized};

/// Returns the files of a new workspace by path; its case is on a ground.
#[must_use]
pub fn workspace(
    rules: &RuleSet,
    layers: &[String],
    ground: &str,
    language: Language,
    today: Date,
) -> Vec<(String, String)> {
    let starter = Starter { rules, layers, ground, language, today };
    let schema = |kind| format!("{:#}\n", specialised_schema(kind, rules));
    vec![
        ("README.md".to_owned(), starter.readme()),
        ("policies/our-policy.yaml".to_owned(), starter.policy()),
        ("cases/case.yaml".to_owned(), starter.case()),
        ("schemas/case.json".to_owned(), schema(SchemaKind::Case)),
        ("schemas/policy.json".to_owned(), schema(SchemaKind::Policy)),
    ]
}

struct Starter<'a> {
    rules: &'a RuleSet,
    layers: &'a [String],
    ground: &'a str,
    language: Language,
    today: Date,
}

impl Starter<'_> {
    fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn of<'t>(&self, text: &'t Localized) -> &'t str {
        text.get(self.language)
    }

    fn readme(&self) -> String {
        self.pick(
            "# 工作区\n\n1. 在 `policies/our-policy.yaml` 写入公司的考核制度。\n2. 在 `cases/case.yaml` 写入案件事实：去掉行首的 `#`，填写冒号后的内容；不清楚的保持原样，程序会列为待查。\n3. 运行 `duecause check` 检查有无书写错误，运行 `duecause review cases/case.yaml` 查看结论和待补事项。\n4. 结论为可以签发后，运行 `duecause render cases/case.yaml` 生成文书。\n",
            "# Workspace\n\n1. Enter the company's appraisal rules in `policies/our-policy.yaml`.\n2. Enter the facts in `cases/case.yaml`: remove the `#` and fill in what comes after the colon; leave alone what is not known, it will be asked for.\n3. Run `duecause check` to find mistakes, `duecause review cases/case.yaml` for verdict and open questions.\n4. Once the case is ready, `duecause render cases/case.yaml` writes the papers.\n",
        )
        .to_owned()
    }

    fn policy(&self) -> String {
        let mut text = format!(
            "# yaml-language-server: $schema=../schemas/policy.json\nduecause: policy/1\nname: our-policy\ntitle: {{ zh: 绩效管理制度, en: Performance management rules }}\nextends: [ {} ]\nversions:\n  - from: {}-01-01\n",
            self.layers.join(", "),
            chrono::Datelike::year(&self.today),
        );
        text.push_str(self.pick(
            "    # 制度的制定和公布（民主程序、公示），去掉行首的 # 后填写\n    facts:\n",
            "    # how the rules were made and made known; remove the # and fill in\n    facts:\n",
        ));
        // The facts a policy states about itself are those of the group that bears its name.
        let group = |f: &&Fact| f.name().split('.').next() == Some(SchemaKind::Policy.name());
        let own: Vec<&Fact> = self.rules.vocabulary().facts().iter().filter(group).collect();
        if own.is_empty() {
            text.push_str("      {}\n");
        }
        own.iter().for_each(|f| text.push_str(&format!("      # {}\n", self.fact(f))));
        text.push_str(self.pick(
            "    # 公司自定的标准：法律没有规定的须由公司规定；法律有规定的只能对员工更有利\n    set:\n",
            "    # what the company sets: what the law leaves open, and what it may better\n    set:\n",
        ));
        for parameter in self.rules.parameters() {
            let fixed =
                parameter.better == Better::Fixed && parameter.series.iter().any(|s| !s.is_empty());
            if fixed || parameter.supplier == Some(Supplier::Region) {
                continue;
            }
            let kind = parameter.kind.words(self.rules.vocabulary());
            let needed = match parameter.supplier {
                Some(Supplier::Policy) => self.pick("公司须规定", "the company must set it"),
                _ => self.pick("可选", "optional"),
            };
            let (title, kind) = (self.of(&parameter.title), self.of(&kind));
            let between = self.pick("；", "; ");
            let form = self.bracketed(&format!("{kind}{between}{needed}"));
            text.push_str(&format!("      # {}:    # {title}{form}\n", parameter.name));
        }
        text
    }

    fn case(&self) -> String {
        let mut text = format!(
            "# yaml-language-server: $schema=../schemas/case.json\nduecause: case/1\npolicy: our-policy\nground: {}\nas_of: {}\n",
            self.ground, self.today,
        );
        text.push_str(self.pick(
            "# 不清楚的事实不要写；确知不存在的写 none。每一项都可以写成 { value: …, evidence: E01 }。\nfacts:\n",
            "# Leave out what is not known; write none for what is known not to exist. Any value may be { value: …, evidence: E01 }.\nfacts:\n",
        ));
        let groups = ground::asked(self.rules, self.ground);
        for asked in groups.iter().filter(|g| !g.facts.is_empty()) {
            text.push_str(&format!("  # {}\n", self.of(asked.group.title())));
            asked.facts.iter().for_each(|f| text.push_str(&format!("  # {}\n", self.fact(f))));
        }
        let rest = ground::ungrouped(self.rules, self.ground);
        if !rest.is_empty() {
            text.push_str(self.pick("  # 其他\n", "  # other\n"));
            rest.iter().for_each(|f| text.push_str(&format!("  # {}\n", self.fact(f))));
        }
        text.push_str("lists:\n");
        let lists = groups.iter().flat_map(|g| &g.lists);
        lists.for_each(|l| text.push_str(&self.list(l)));
        text.push_str(self.pick(
            "# 证据：编号、文件、种类、SHA-256（check 会给出）\nevidence:\n  # E01: { file: evidence/kpi.pdf, kind: …, sha256: \"…\" }\n",
            "# exhibits: id, file, kind, SHA-256 (check prints it)\nevidence:\n  # E01: { file: evidence/kpi.pdf, kind: …, sha256: \"…\" }\n",
        ));
        text
    }

    fn fact(&self, fact: &Fact) -> String {
        format!(
            "{}:    # {}{}",
            fact.name(),
            self.of(fact.question()),
            self.form(fact.kind(), fact.is_optional())
        )
    }

    /// How the value is written, in brackets behind the question.
    fn form(&self, kind: Type, optional: bool) -> String {
        let v = self.rules.vocabulary();
        let form = match kind {
            Type::Date => "2026-03-31".to_owned(),
            Type::Month => "2026-03".to_owned(),
            Type::Truth => "yes / no".to_owned(),
            Type::Judgement => self
                .pick(
                    "判断：value、by、role、on、reasons",
                    "judgement: value, by, role, on, reasons",
                )
                .to_owned(),
            Type::Money => "12000.50".to_owned(),
            Type::Days => "30 days".to_owned(),
            Type::Months => "3 months".to_owned(),
            Type::Choice(id) => {
                let members = v.choice(id).map_or(&[][..], |c| c.members());
                members.iter().map(|m| m.name()).collect::<Vec<_>>().join(" / ")
            }
            Type::Row(id) => {
                let name = v.list(id).map_or("", |l| l.name());
                format!("{} {name}", self.pick("编号，见列表", "id, in the list"))
            }
            Type::Number | Type::Words | Type::Proof => String::new(),
        };
        match (form.is_empty(), optional) {
            (true, false) => String::new(),
            (true, true) => self.bracketed("none"),
            (false, false) => self.bracketed(&form),
            (false, true) => self.bracketed(&format!("{form} / none")),
        }
    }

    fn bracketed(&self, text: &str) -> String {
        match self.language {
            Language::Chinese => format!("（{text}）"),
            Language::English => format!(" ({text})"),
        }
    }

    fn list(&self, list: &List) -> String {
        let mut text = format!("  # {}\n  # {}:\n", self.of(list.question()), list.name());
        let fields: Vec<String> =
            list.fields().iter().map(|f| format!("{}: …", f.name())).collect();
        text.push_str(&format!("  #   - {{ {} }}\n", fields.join(", ")));
        text
    }
}
