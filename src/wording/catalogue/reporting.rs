//! Words of reports: values, facts, questions.

crate::catalogue! {
    /// Words around a value.
    pub enum ValueWords {
        /// Yes.
        Yes = "R0101", zh: "是", en: "yes";
        /// No.
        No = "R0101", zh: "否", en: "no";
        /// Known not to exist.
        None = "R0101", zh: "无", en: "none";
        /// Not known.
        Unknown = "R0101", zh: "未知", en: "unknown";
        /// Not known, but between two values.
        Between { low: String, high: String } = "R0102",
            zh: "未知，在{low}与{high}之间",
            en: "unknown, between {low} and {high}";
        /// Not known whether it exists.
        OrNone { value: String } = "R0102", zh: "{value}，或者没有", en: "{value}, or none";
        /// Not known, but not less.
        AtLeast { low: String } = "R0102", zh: "未知，不低于{low}", en: "unknown, at least {low}";
        /// Not known, but not more.
        AtMost { high: String } = "R0102", zh: "未知，不高于{high}", en: "unknown, at most {high}";
        /// Not known, but not earlier.
        NotBefore { low: String } = "R0102", zh: "未知，不早于{low}", en: "unknown, not before {low}";
        /// Not known, but not later.
        NotAfter { high: String } = "R0102", zh: "未知，不晚于{high}", en: "unknown, not after {high}";
        /// An amount in yuan.
        Yuan { amount: String } = "R0103", zh: "{amount}元", en: "CNY {amount}";
        /// One day.
        OneDay = "R0103", zh: "1天", en: "1 day";
        /// Days.
        Days { number: String } = "R0103", zh: "{number}天", en: "{number} days";
        /// One month.
        OneMonth = "R0103", zh: "1个月", en: "1 month";
        /// Months.
        Months { number: String } = "R0103", zh: "{number}个月", en: "{number} months";
        /// One year.
        OneYear = "R0103", zh: "1年", en: "1 year";
        /// Years.
        Years { number: String } = "R0103", zh: "{number}年", en: "{number} years";
        /// A row without a name at hand.
        Row { number: String } = "R0103", zh: "第{number}行", en: "row {number}";
        /// Strength of proof.
        ProofNone = "R0104", zh: "未附证据", en: "no exhibit";
        /// Strength of proof.
        ProofWeak = "R0104", zh: "弱", en: "weak";
        /// Strength of proof.
        ProofFair = "R0104", zh: "中", en: "fair";
        /// Strength of proof.
        ProofStrong = "R0104", zh: "强", en: "strong";
        /// A number does not fit.
        Overflow = "R0105", zh: "无法计算：数值过大", en: "cannot be computed: a number is too large";
        /// A date does not exist.
        NoSuchDate = "R0105", zh: "无法计算：日期不存在或者超出范围", en: "cannot be computed: a date does not exist or is out of range";
        /// A formula needs itself.
        Circle = "R0105", zh: "无法计算：公式循环引用", en: "cannot be computed: a formula needs itself";
    }
}

crate::catalogue! {
    /// Words about facts and where they come from.
    pub enum FactWords {
        /// A year of the working-day calendar.
        CalendarYear { year: String } = "R0207", zh: "{year}年工作日日历", en: "working-day calendar of {year}";
        /// A cell of a row.
        Cell { list: String, row: String, field: String } = "R0201",
            zh: "{list}（{row}）{field}",
            en: "{field} ({list}, {row})";
        /// Nobody said what proves it.
        NoEvidence = "R0202", zh: "未附证据", en: "no exhibit";
        /// A strength with its label.
        Proof { strength: String } = "R0202", zh: "证明力{strength}", en: "proof {strength}";
        /// A judgement.
        Judged { by: String, role: String, on: String } = "R0203",
            zh: "{role}{by}于{on}判断",
            en: "judged by {by} ({role}) on {on}";
        /// The other side disputes it.
        Disputed = "R0203", zh: "对方有争议", en: "disputed";
        /// A row of a series that the case does not have.
        NoSuchRow = "R0204", zh: "案卷没有该行", en: "the case has no such row";
        /// A month for which a list has no row.
        NoRowFor { list: String } = "R0204", zh: "“{list}”中没有对应的行", en: "{list} has no row for it";
        /// The company's formula for a figure.
        CompanyFormula { title: String } = "R0205", zh: "{title}（公司公式）", en: "{title}, by the company's formula";
        /// The policy sets it.
        ByPolicy = "R0205", zh: "公司制度设定", en: "set by the company's policy";
        /// A version of the policy.
        PolicyVersion { from: String } = "R0205", zh: "公司制度，{from}起施行的版本", en: "the company's policy, version from {from}";
        /// Given directly.
        Given = "R0205", zh: "直接给定", en: "given directly";
        /// The test of a row that is not there.
        Row { row: String } = "R0204", zh: "{row}", en: "{row}";
        /// The date that selected the value.
        ReadFor { on: String } = "R0206", zh: "按{on}取值", en: "read for {on}";
        /// Day of publication.
        Published { on: String } = "R0206", zh: "{on}公布", en: "published {on}";
    }
}

crate::catalogue! {
    /// Words of questions.
    pub enum QuestionWords {
        /// Facts in no group.
        Others = "R0301", zh: "其他", en: "others";
        /// Values of law and policy.
        Values = "R0301", zh: "法律与制度中的数值", en: "values of law and policy";
        /// A list that may have more rows.
        MoreRows { list: String } = "R0302",
            zh: "“{list}”是否已列全？已列全的删去 `complete: no`。",
            en: "Is the list of {list} complete? If so remove `complete: no`.";
        /// Rows of a series that are missing.
        Rows { list: String, rows: String } = "R0302",
            zh: "“{list}”缺少以下各行：{rows}",
            en: "Rows missing from {list}: {rows}";
        /// Cells that are missing.
        Cells { list: String, row: String, fields: String } = "R0302",
            zh: "“{list}”{row}：{fields}？",
            en: "{list} {row}: {fields}?";
        /// The policy is silent.
        NotSet { title: String } = "R0303",
            zh: "公司制度没有设定“{title}”，法律也没有规定。",
            en: "The policy does not set the {title} and the law does not either.";
        /// No value at all.
        NoValueAtAll { title: String } = "R0303",
            zh: "规则包没有收录“{title}”的数值。",
            en: "The pack has no value of the {title}.";
        /// No value on a date.
        NoValue { title: String, on: String } = "R0303",
            zh: "规则包没有收录{on}的“{title}”。",
            en: "The pack has no value of the {title} for {on}.";
        /// Not published yet.
        NotPublished { title: String, on: String, as_of: String } = "R0303",
            zh: "{on}的“{title}”截至{as_of}尚未公布。",
            en: "The {title} for {on} was not published yet on {as_of}.";
        /// Not verified.
        Unverified { title: String, value: String, source: String } = "R0303",
            zh: "“{title}”的数值“{value}”未核实（{source}）。核实后可具名采用，在案卷中写入：",
            en: "The {title} of {value} is not verified ({source}). Once checked, accept it by name in the case file:";
        /// No calendar.
        Calendar { year: String } = "R0304",
            zh: "规则包没有{year}年的工作日日历，须更新规则包。",
            en: "The pack has no working-day calendar of {year}; it needs an update.";
        /// A calendar in a few words.
        CalendarName { year: String } = "R0304", zh: "{year}年工作日日历", en: "working-day calendar of {year}";
    }
}
