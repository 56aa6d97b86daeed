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
        NoSchedule { days: String } = "E0903",
            zh: "这些期限合在一起无法满足，至少相差 {days} 天",
            en: "these periods cannot all be kept; they are at least {days} days apart";
    }
}
