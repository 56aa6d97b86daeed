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
        /// A formula of a company that can give less than the law.
        MayBeWorse { title: String, law: String, company: String, inputs: String } = "W0904",
            zh: "公司的“{title}”算法可能劣于法定：{inputs}时，法定为{law}，公司为{company}",
            en: "the company's formula for the {title} can be worse than the law: with {inputs} the law gives {law}, the company {company}";
        /// A formula of a company that always gives less than the law.
        IsWorse { title: String, law: String, company: String, inputs: String } = "E0904",
            zh: "公司的“{title}”算法在试算的每一种情形下都劣于法定，例如{inputs}时，法定为{law}，公司为{company}",
            en: "the company's formula for the {title} is worse than the law in every case tried; with {inputs} the law gives {law}, the company {company}";
        /// One value of a generated case.
        With { name: String, value: String } = "W0904", zh: "{name}为{value}", en: "{name} {value}";
        /// What happens then.
        BetterApplies = "W0904",
            zh: "审查案件时两种结果都会算出，取对员工有利的一种；请按法定下限改正算法",
            en: "a review computes both and takes the better one for the employee; mend the formula";
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
