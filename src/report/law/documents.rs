//! The documents of a pack, by ground.

use super::WIDTH;
use crate::compile::RuleSet;
use crate::report::page::Page;
use crate::report::speech::Speech;
use crate::vocabulary::DocumentKind;
use crate::wording::Language;
use crate::wording::catalogue::explaining::LawWords;

/// Returns the list of documents: code, id and title, under each ground they belong to.
#[must_use]
pub fn documents(rules: &RuleSet, language: Language, color: bool) -> String {
    let speech = Speech { rules, language };
    let mut page = Page::new(WIDTH, color);
    for ground in rules.vocabulary().grounds() {
        let of_ground: Vec<&DocumentKind> =
            rules.vocabulary().documents().iter().filter(|d| d.belongs_to(ground.name())).collect();
        if !of_ground.is_empty() {
            let title = speech.title(ground.title(), ground.name());
            page.heading(&format!("■ {title}{}", speech.aside(ground.name())));
        }
        for kind in of_ground {
            let title = speech.title(kind.title(), kind.name());
            page.pair(2, kind.code(), 6, &format!("{title}{}", speech.aside(kind.name())));
        }
    }
    let of_policy = |d: &&DocumentKind| d.is_of_policy();
    let of_policy: Vec<_> = rules.vocabulary().documents().iter().filter(of_policy).collect();
    if !of_policy.is_empty() {
        page.heading(&speech.say(&LawWords::OfPolicy.text()));
    }
    for kind in of_policy {
        let title = speech.title(kind.title(), kind.name());
        page.pair(2, kind.code(), 6, &format!("{title}{}", speech.aside(kind.name())));
    }
    page.finish()
}
