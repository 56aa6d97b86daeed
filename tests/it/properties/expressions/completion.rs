//! Fills what is unknown in a case with random values.

use duecause::case::{CaseFile, Cell, Row, Rows, Stated};
use duecause::compile::RuleSet;
use duecause::value::{Exact, Month, Value};
use duecause::vocabulary::{FactId, FieldId, ListId, Type};

use super::super::values::{Dice, value};

/// Fills what is unknown in a case; `share` of a hundred places get a value, the others stay unknown.
pub fn fill(case: &mut CaseFile, rules: &RuleSet, share: usize, dice: &mut Dice) {
    let v = rules.vocabulary();
    for (index, fact) in v.facts().iter().enumerate() {
        let id = FactId::at(index);
        let is_open = case.fact(id).is_none_or(|s| *s.cell() == Cell::Unknown);
        if is_open && dice.below(100) < share {
            let cell = cell(fact.kind(), fact.is_optional(), rules, case, dice);
            case.set_fact(id, Stated::bare(cell));
        }
    }
    items(case, rules, share, dice);
    results(case, rules, share, dice);
}

fn cell(kind: Type, optional: bool, rules: &RuleSet, case: &CaseFile, dice: &mut Dice) -> Cell {
    if optional && dice.one_in(3) {
        return Cell::None;
    }
    let value = match kind {
        // Small numbers meet each other and the bounds of bands.
        Type::Number => Value::Number(Exact::whole(i64::try_from(dice.below(12)).unwrap() - 2)),
        kind => value(kind, rules.vocabulary(), case, dice).unwrap(),
    };
    Cell::Known(value)
}

/// Cells of a row in the order of its list: those it has, and values for some of the others.
fn row(
    list: ListId,
    old: Option<&Row>,
    keys: &[Value],
    rules: &RuleSet,
    share: usize,
    case: &CaseFile,
    dice: &mut Dice,
) -> Row {
    let shape = rules.vocabulary().list(list).unwrap();
    let cells = (0..shape.fields().len()).map(FieldId::at).map(|id| {
        if let Some(at) = shape.key().iter().position(|key| *key == id) {
            return Stated::bare(Cell::Known(keys[at].clone()));
        }
        let known = old.and_then(|row| row.cell(id)).filter(|s| *s.cell() != Cell::Unknown);
        let field = shape.field(id).unwrap();
        match known {
            Some(stated) => stated.clone(),
            None if dice.below(100) < share => {
                Stated::bare(cell(field.kind(), field.is_optional(), rules, case, dice))
            }
            None => Stated::default(),
        }
    });
    Row::new(format!("{keys:?}"), cells.collect())
}

/// Items keep their rows; a list that is not complete may get more of them.
fn items(case: &mut CaseFile, rules: &RuleSet, share: usize, dice: &mut Dice) {
    let id = rules.vocabulary().list_named("items").unwrap().0;
    let old = case.rows(id).cloned().filter(Rows::is_given);
    if old.is_none() && dice.below(100) >= share {
        return;
    }
    let may_grow = old.as_ref().is_none_or(|rows| !rows.is_complete());
    let known = old.as_ref().map_or(0, |rows| rows.rows().len());
    let complete = !may_grow || dice.below(100) < share;
    let more = if may_grow { dice.below(4) } else { 0 };
    let mut made = Vec::new();
    for at in 0..known + more {
        let key = Value::Number(Exact::whole(i64::try_from(at).unwrap()));
        let old = old.as_ref().and_then(|rows| rows.rows().get(at));
        made.push(row(id, old, &[key], rules, share, case, dice));
    }
    // A key below those of the known rows, so that the new row is not always the last.
    if more > 0 && dice.one_in(2) && known > 0 {
        made.rotate_right(1);
        let key = Value::Number(Exact::whole(-1));
        made[0] = row(id, None, &[key], rules, share, case, dice);
    }
    case.set_rows(id, Rows::known(made, complete));
}

/// Results get rows for months they lack.
fn results(case: &mut CaseFile, rules: &RuleSet, share: usize, dice: &mut Dice) {
    let id = rules.vocabulary().list_named("results").unwrap().0;
    let old = case.rows(id).cloned().filter(Rows::is_given);
    if old.is_none() && dice.below(100) >= share {
        return;
    }
    let mut made = Vec::new();
    for metric in 0..3 {
        for month in 1..=4 {
            let keys = [Value::Choice(metric), Value::Month(Month::new(2025, month).unwrap())];
            let name = format!("{keys:?}");
            let known = old.as_ref().and_then(|rows| rows.rows().iter().find(|r| r.name() == name));
            if known.is_some() || dice.below(100) < share {
                made.push(row(id, known, &keys, rules, share, case, dice));
            }
        }
    }
    case.set_rows(id, Rows::known(made, true));
}
