//! Random expressions over random cases: what is settled is settled for every completion.

mod completion;
mod writer;

use duecause::assess::{Assessment, Overrides, Question, assess};
use duecause::case::CaseFile;
use duecause::compile::{DefinitionId, Input, RuleSet, compile};
use duecause::source::Sources;
use duecause::syntax::yaml;
use duecause::value::Date;
use proptest::prelude::*;

use super::super::language::covers;
use super::tries;
use super::values::Dice;
use completion::fill;
use writer::Writer;

/// Words of which the expressions are made.
const WORDS: &str = "
duecause: pack/1
currency: CNY
sources: { LAW: { title: { zh: 法, en: law } } }
grounds: { ending: { law_date: d1 } }
choices: { kind: { members: { a: { zh: 甲, en: a }, b: { zh: 乙, en: b }, c: { zh: 丙, en: c } } } }
facts:
  t1: { type: yes/no }
  t2: { type: yes/no }
  tn: { type: yes/no, optional: yes }
  n1: { type: number }
  n2: { type: number }
  nn: { type: number, optional: yes }
  d1: { type: date }
  d2: { type: date }
  dn: { type: date, optional: yes }
  k1: { type: choice of kind }
  kn: { type: choice of kind, optional: yes }
lists:
  items:
    key: [ id ]
    fields: { id: { type: number }, size: { type: number }, score: { type: number, optional: yes }, good: { type: yes/no }, kind: { type: choice of kind }, on: { type: date } }
  results:
    key: [ metric, month ]
    every: month
    fields: { metric: { type: choice of kind }, month: { type: month }, actual: { type: number }, excluded: { type: yes/no } }
";

/// Parameters the expressions read.
const PARAMETERS: &str = "
parameters:
  level: { title: { zh: 数, en: level }, type: number, cite: LAW, value: 3 }
  dated: { title: { zh: 数, en: dated }, type: number, cite: LAW, values: [ { from: 1900-01-01, value: 3 }, { from: 2022-01-01, value: 5 }, { from: 2024-01-01, value: 4 } ] }
  table: { title: { zh: 表, en: table }, type: number, cite: LAW, by: kind, values: { a: 1, b: 2, c: 2 } }
definitions:
";

/// Returns rules with random definitions; some are yes or no, some numbers, bands, exceptions and calls.
fn rules(dice: &mut Dice) -> (RuleSet, String) {
    let mut text = String::from(PARAMETERS);
    let mut writer = Writer { dice, above: 0 };
    for index in 0..3 {
        let (key, low, high) = (writer.plain(1), writer.dice.below(5), 5 + writer.dice.below(5));
        let [a, b, c] = [(); 3].map(|()| writer.plain(1));
        text.push_str(&format!(
            "  part_{index}: {{ type: number, takes: {{ n: number }}, bands: {{ by: \"n + {key}\", rows: [ {{ below: {low}, value: \"{a}\" }}, {{ up_to: {high}, value: \"{b}\" }}, {{ value: \"{c}\" }} ] }} }}\n"
        ));
        writer.above = index + 1;
    }
    for index in 0..8 {
        let (truth, number) = (writer.truth(3), writer.number(3));
        let [when, other, base, value] =
            [writer.truth(2), writer.truth(1), writer.number(2), writer.number(1)];
        text.push_str(&format!(
            "  truth_{index}: {{ type: yes/no, optional: yes, value: \"{truth}\" }}\n"
        ));
        text.push_str(&format!(
            "  number_{index}: {{ type: number, optional: yes, value: \"{number}\" }}\n"
        ));
        text.push_str(&format!(
            "  except_{index}: {{ type: number, optional: yes, value: \"{base}\", except: [ {{ when: \"{when}\", value: \"{value}\" }}, {{ when: \"{other}\", value: 4 }} ] }}\n"
        ));
    }
    let mut sources = Sources::new();
    let mut read = |text: &str| {
        let file = sources.add("random", text);
        yaml::read(&sources, file).0.unwrap()
    };
    let (words, definitions) = (read(WORDS), read(&text));
    let (vocabulary, wrong) = duecause::vocabulary::load(&[&words]);
    assert!(wrong.is_empty());
    let (layer, wrong) = duecause::rules::load("random", &[&definitions]);
    assert!(!wrong.has_errors(), "{text}\n{wrong:?}");
    let (rules, wrong) =
        compile(Input { vocabulary, layers: vec![(0, &layer)], policy: None }, &sources);
    let wrong: Vec<_> = wrong
        .iter()
        .map(|d| (d.message().to_string(), d.span().map(|s| sources.slice(s))))
        .collect();
    (rules.unwrap_or_else(|| panic!("{text}\n{wrong:?}")), text)
}

fn differences(poor: &Assessment<'_>, rich: &Assessment<'_>, text: &str) -> Vec<String> {
    let rules = poor.rules();
    let mut found = Vec::new();
    for (index, entry) in rules.definitions().iter().enumerate() {
        let id = DefinitionId::at(index);
        let (Some((poor, _)), Some((rich, _))) = (poor.value(id), rich.value(id)) else { continue };
        if rich.what_went_wrong().is_none() && !covers(poor, rich) {
            let line =
                text.lines().find(|l| l.trim_start().starts_with(&format!("{}:", entry.name)));
            found.push(format!("{}\n    {poor:?}\n    {rich:?}", line.unwrap_or_default()));
        }
    }
    found
}

proptest! {
    #![proptest_config(tries(250))]

    #[test]
    fn what_is_settled_is_settled_for_every_completion(seed: u64) {
        let mut dice = Dice::new(seed);
        let (rules, text) = rules(&mut dice);
        let question = Question {
            ground: "ending".to_owned(),
            as_of: Date::from_ymd_opt(2026, 1, 1).unwrap(),
            version: None,
            overrides: Overrides::default(),
        };
        for _ in 0..3 {
            let mut poor = CaseFile::unknown(rules.vocabulary());
            let share = dice.below(100);
            fill(&mut poor, &rules, share, &mut dice);
            let told = assess(&rules, &poor, &question);
            for share in [50, 100, 100] {
                let mut richer = poor.clone();
                fill(&mut richer, &rules, share, &mut dice);
                let found = differences(&told, &assess(&rules, &richer, &question), &text);
                prop_assert!(found.is_empty(), "{}", found.join("\n"));
            }
        }
    }
}
