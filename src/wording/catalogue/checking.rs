//! Messages about what a policy or a case contradicts.

crate::catalogue! {
    /// What `check` finds when it holds a file against requirements about files.
    pub enum CheckMessage {
        /// A requirement that does not hold; the code printed is that of the requirement.
        Conflict { title: String, cited: String } = "E0901",
            zh: "不成立：{title}（{cited}）",
            en: "this does not hold: {title} ({cited})";
        /// A parameter that the law leaves to the policy and the policy does not set.
        NotSet { title: String, name: String, codes: String } = "W0902",
            zh: "制度没有设定“{title}”（`{name}`），无法核对 {codes}",
            en: "the policy does not set the {title} (`{name}`), so {codes} cannot be checked";
        /// Where it is set.
        SetIt { name: String } = "W0902",
            zh: "在 `set:` 中写明 `{name}`",
            en: "state `{name}` under `set:`";
        /// No order of dates is possible.
        NoSchedule { periods: String, days: String } = "E0903",
            zh: "以下期限无法同时满足，相差 {days} 天：{periods}",
            en: "these periods cannot all be kept, {days} days are missing: {periods}";
        /// How periods are brought together.
        LoosenOne = "E0903",
            zh: "延长其中一个最长期限，或者缩短其中一个最短期限",
            en: "lengthen one of the greatest periods or shorten one of the least";
        /// A least gap between two steps.
        AtLeast { from: String, to: String, days: String } = "E0903",
            zh: "“{from}”至“{to}”至少 {days} 天",
            en: "{from} to {to} at least {days} days";
        /// A greatest gap between two steps.
        AtMost { from: String, to: String, days: String } = "E0903",
            zh: "“{from}”至“{to}”至多 {days} 天",
            en: "{from} to {to} at most {days} days";
    }
}
