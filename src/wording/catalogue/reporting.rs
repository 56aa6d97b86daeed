//! Words of reports: values, facts, questions, reviews.

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
        /// The company's formula for a figure.
        CompanyFormula { title: String } = "R0205", zh: "{title}（公司公式）", en: "{title}, by the company's formula";
        /// The policy sets it.
        ByPolicy = "R0205", zh: "公司制度设定", en: "set by the company's policy";
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

crate::catalogue! {
    /// Words of a review.
    pub enum ReviewWords {
        /// Head.
        Title { case: String } = "R0401", zh: "审查结果  {case}", en: "Review of {case}";
        /// Label.
        Ground = "R0401", zh: "解除路径", en: "ground";
        /// Label.
        Document = "R0401", zh: "拟出文书", en: "document";
        /// Label.
        AsOf = "R0401", zh: "法律截至", en: "law as of";
        /// Label.
        Policy = "R0401", zh: "公司制度", en: "policy";
        /// Label.
        Layers = "R0401", zh: "适用规则", en: "rules";
        /// No policy.
        NoPolicy = "R0401", zh: "未指定，只按法律核对", en: "none named, checked against the law alone";
        /// Verdict.
        Ready { document: String } = "R0402",
            zh: "结论：可以办理。未发现阻碍出具{document}的事项。",
            en: "READY: nothing that was checked stands in the way of the {document}.";
        /// Verdict.
        ReadyWithWarnings { document: String, count: String } = "R0402",
            zh: "结论：可以办理，但出具{document}之前有{count}项提示须整改或者具名放行。",
            en: "READY, with warnings to be mended or waived by name before the {document} is issued: {count}.";
        /// Verdict.
        Blocked { document: String, count: String } = "R0402",
            zh: "结论：存在阻碍。有{count}项要求未满足，消除之前不应出具{document}。",
            en: "BLOCKED: the {document} should not be issued. Requirements not met: {count}.";
        /// Verdict.
        BlockedButWaived { document: String, count: String } = "R0402",
            zh: "结论：存在阻碍，{count}项均已具名放行，可以出具{document}；放行不改变该项未满足的事实。",
            en: "BLOCKED, but everything in the way was waived by name ({count}) and the {document} may be issued; a waiver does not turn an unmet requirement into a met one.";
        /// Verdict.
        Undetermined { document: String, count: String } = "R0402",
            zh: "结论：尚不能判断。有{count}项要求因事实未查明而无法判断，查明之前不应出具{document}。",
            en: "UNDETERMINED: facts that decide are not known; until they are, the {document} should not be issued. Requirements open: {count}.";
        /// Count.
        CountBlocking { count: String } = "R0403", zh: "未满足{count}项", en: "{count} not met";
        /// Count.
        CountOpen { count: String } = "R0403", zh: "待查明{count}项", en: "{count} open";
        /// Count.
        CountWarnings { count: String } = "R0403", zh: "提示{count}项", en: "{count} warnings";
        /// Count.
        CountSatisfied { count: String } = "R0403", zh: "已满足{count}项", en: "{count} met";
        /// What the verdict does not say.
        Caution = "R0403",
            zh: "本结论只针对所列要求和案卷记载的事实，不表示合法，也不预测仲裁或者诉讼结果。",
            en: "This covers the requirements listed and the facts on file. It does not say that the dismissal is lawful and predicts no outcome.";
        /// Heading.
        Blocking { count: String } = "R0404", zh: "■ 阻碍事项（{count}项）", en: "■ In the way ({count})";
        /// Heading.
        Warnings { count: String } = "R0404", zh: "■ 提示事项（{count}项，须整改或者具名放行）", en: "■ Warnings ({count}), to be mended or waived by name";
        /// Heading.
        Notes { count: String } = "R0404", zh: "■ 备注（{count}项）", en: "■ Notes ({count})";
        /// Heading.
        Open { count: String, questions: String } = "R0404",
            zh: "■ 待查明事项（{count}项要求，{questions}个问题）",
            en: "■ Open (requirements: {count}, questions: {questions})";
        /// Heading.
        OpenFindings = "R0404", zh: "等待上述答复的要求", en: "requirements waiting for these answers";
        /// Questions left out.
        MoreQuestions { group: String, count: String } = "R0404",
            zh: "{group}：另有{count}个问题（--verbose 全部列出）",
            en: "{group}: {count} more (all with --verbose)";
        /// How to waive.
        WaiverForm = "R0405",
            zh: "确需在未整改的情况下继续的，由有权人具名放行，在案卷中写入：",
            en: "To go on all the same, somebody with authority waives it by name in the case file:";
        /// Label.
        Article = "R0406", zh: "依据", en: "on";
        /// Label.
        OnFile = "R0406", zh: "案内证据", en: "on file";
        /// Label.
        Evidence = "R0406", zh: "尚缺证据", en: "wanted";
        /// Values that no exhibit proves.
        WithoutEvidence { count: String } = "R0406", zh: "{count}项事实未附证据", en: "facts without an exhibit: {count}";
        /// Label.
        Remedy = "R0406", zh: "补正", en: "remedy";
        /// Label.
        More = "R0406", zh: "推导", en: "more";
        /// Label.
        DoesNotHold = "R0406", zh: "不成立", en: "fails";
        /// Label.
        NoneHolds = "R0406", zh: "均不成立", en: "none holds";
        /// Values left out.
        MoreValues { count: String } = "R0406", zh: "另有{count}项", en: "and {count} more";
        /// Heading.
        Figures = "R0407", zh: "■ 金额与天数", en: "■ Money";
        /// Heading.
        Deadlines = "R0407", zh: "■ 日期与期限", en: "■ Dates";
        /// What a figure waits for.
        WaitsFor { waits: String } = "R0407", zh: "待查明：{waits}", en: "waits for {waits}";
        /// A figure between two values.
        Range { low: String, high: String } = "R0407", zh: "{low}至{high}", en: "{low} to {high}";
        /// Figures that cannot be computed yet.
        NotComputed { figures: String } = "R0407", zh: "尚不能计算：{figures}", en: "not computed yet: {figures}";
        /// More of the same.
        AndMore { count: String } = "R0407", zh: "等，另有{count}项", en: " and {count} more";
        /// A lawyer must look.
        LawyerReview = "R0407", zh: "须由法务确认", en: "for counsel to confirm";
        /// The span of a figure where opinions differ.
        OtherReadings { low: String, high: String } = "R0407",
            zh: "计算口径有不同意见，各口径结果在{low}与{high}之间，须由法务确认（--verbose 逐项列出）",
            en: "opinions differ on how it is computed; between {low} and {high}, for counsel to confirm (each with --verbose)";
        /// Another reading of a divided question, with its result.
        OtherReading { value: String, question: String, reading: String, who: String } = "R0407",
            zh: "{question}有不同意见，采“{reading}”的为{value}（{who}），须由法务确认",
            en: "opinions differ on {question}; {value} under “{reading}” ({who}); for counsel to confirm";
        /// Heading.
        Waived { count: String } = "R0408", zh: "■ 具名放行（{count}项）", en: "■ Waived by name ({count})";
        /// A waiver.
        WaivedBy { by: String, role: String, on: String, until: String, reason: String } = "R0408",
            zh: "{role}{by}于{on}放行，有效期至{until}。理由：{reason}",
            en: "by {by} ({role}) on {on}, until {until}: {reason}";
        /// Heading.
        Accepted { count: String } = "R0408", zh: "■ 具名采用的未核实数值（{count}项）", en: "■ Unverified values accepted by name ({count})";
        /// An acceptance.
        AcceptedBy { title: String, value: String, by: String, role: String, on: String, reason: String } = "R0408",
            zh: "{title}“{value}”：{role}{by}于{on}采用。理由：{reason}",
            en: "{title}, {value}: by {by} ({role}) on {on}: {reason}";
        /// Heading.
        Unsettled { count: String } = "R0409", zh: "■ 尚不能判断、但不构成阻碍（{count}项）", en: "■ Not settled, but not in the way ({count})";
        /// Heading.
        WeaklyProven { count: String } = "R0409", zh: "■ 已满足，但证据薄弱（{count}项）", en: "■ Met, but weakly proven ({count})";
        /// Heading.
        Satisfied { count: String } = "R0409", zh: "■ 已满足（{count}项）", en: "■ Met ({count})";
        /// Heading.
        NotApplicable { count: String } = "R0409", zh: "■ 不适用（{count}项）", en: "■ Not applicable ({count})";
        /// Heading.
        Later = "R0409", zh: "■ 其他文书", en: "■ Other papers";
        /// Verdict in a word.
        ShortReady = "R0409", zh: "可以办理", en: "ready";
        /// Verdict in a word.
        ShortBlocked = "R0409", zh: "存在阻碍", en: "blocked";
        /// Verdict in a word.
        ShortUndetermined = "R0409", zh: "尚不能判断", en: "undetermined";
        /// Heading.
        NotChecked = "R0410", zh: "■ 未核对的内容", en: "■ Not checked";
        /// Receipt.
        Receipt { fingerprint: String } = "R0410", zh: "■ 输入指纹 {fingerprint}", en: "■ Fingerprint of the inputs {fingerprint}";
    }
}

crate::catalogue! {
    /// Words of derivations.
    pub enum ExplainWords {
        /// Label.
        Name = "R0601", zh: "名称", en: "name";
        /// Label.
        Outcome = "R0601", zh: "结果", en: "outcome";
        /// Label.
        Article = "R0601", zh: "依据", en: "on";
        /// Label.
        Proof = "R0601", zh: "证据", en: "evidence";
        /// Label.
        Layer = "R0601", zh: "规则层", en: "layer";
        /// Label.
        Weight = "R0601", zh: "权重", en: "weight";
        /// Label.
        Kind = "R0601", zh: "说明", en: "remark";
        /// Label.
        Written = "R0601", zh: "公式", en: "formula";
        /// Label.
        Source = "R0601", zh: "来源", en: "source";
        /// Label.
        Place = "R0601", zh: "位置", en: "place";
        /// Label.
        SelectedBy = "R0601", zh: "取值日期", en: "read for";
        /// Label.
        Question = "R0601", zh: "问题", en: "question";
        /// Label.
        Form = "R0601", zh: "写法", en: "written as";
        /// Label.
        Value = "R0601", zh: "本案", en: "this case";
        /// Outcome.
        Satisfied = "R0602", zh: "✓ 已满足", en: "✓ met";
        /// Outcome.
        NotSatisfied = "R0602", zh: "✗ 未满足", en: "✗ not met";
        /// Outcome.
        Indeterminate = "R0602", zh: "? 尚不能判断", en: "? not settled";
        /// Outcome.
        NotApplicable = "R0602", zh: "– 不适用", en: "– not applicable";
        /// Effect.
        Stands = "R0602", zh: "阻碍事项", en: "in the way";
        /// Effect.
        MayStand = "R0602", zh: "可能构成阻碍", en: "may stand in the way";
        /// Effect.
        Warning = "R0602", zh: "提示，须整改或者具名放行", en: "a warning, to be mended or waived by name";
        /// Effect.
        Note = "R0602", zh: "备注", en: "a note";
        /// A waiver.
        WaivedBy { by: String, on: String } = "R0602", zh: "{by}于{on}放行", en: "waived by {by} on {on}";
        /// A requirement of another ground.
        OtherGround = "R0602", zh: "该要求不属于本案的解除路径。", en: "The requirement belongs to another ground than this case.";
        /// A change of weight.
        Change { when: String, to: String } = "R0603", zh: "{when}的，{to}", en: "{to} if {when}";
        /// To a block.
        ToBlock = "R0603", zh: "升为阻碍", en: "a block";
        /// To a warning.
        ToWarn = "R0603", zh: "按提示处理", en: "a warning";
        /// To a note.
        ToInfo = "R0603", zh: "降为备注", en: "a note";
        /// Heading.
        Applies = "R0604", zh: "适用条件", en: "It binds if";
        /// Heading.
        AllOf = "R0604", zh: "以下须全部成立", en: "All of these must hold";
        /// Heading.
        AnyOf = "R0604", zh: "以下有一项成立即可", en: "One of these must hold";
        /// Heading.
        MustHold = "R0604", zh: "以下须成立", en: "This must hold";
        /// Heading.
        Remedy = "R0604", zh: "补正", en: "Remedy";
        /// Heading.
        Questions = "R0604", zh: "待查明", en: "Open questions";
        /// Heading.
        Derivation = "R0604", zh: "推导", en: "Derivation";
        /// Heading.
        ReadBy { count: String } = "R0604", zh: "用于（{count}项）", en: "Read by ({count})";
        /// A comparison with its values.
        Holds = "R0605", zh: "成立", en: "holds";
        /// A comparison with its values.
        Fails = "R0605", zh: "不成立", en: "does not hold";
        /// A step that stands above.
        SeeAbove = "R0605", zh: "推导见上", en: "derived above";
        /// The cells of a row.
        Row { list: String, row: String, fields: String } = "R0605", zh: "{list}（{row}）：{fields}", en: "{list}, {row}: {fields}";
        /// Not stated.
        NotStated = "R0605", zh: "案卷未填写（未知）", en: "not stated (unknown)";
        /// Rows of a list.
        Rows { count: String } = "R0605", zh: "{count}行", en: "rows: {count}";
        /// Kind of a deadline.
        Earliest = "R0605", zh: "最早日期", en: "the earliest day";
        /// Kind of a deadline.
        Latest = "R0605", zh: "最迟日期", en: "the latest day";
        /// A lawyer must look.
        LawyerReview = "R0605", zh: "须由法务确认", en: "for counsel to confirm";
    }
}

crate::catalogue! {
    /// Words of pages of the law.
    pub enum LawWords {
        /// Heading.
        Requirements { count: String } = "R0701", zh: "■ 要求（{count}项）", en: "■ Requirements ({count})";
        /// Heading.
        Figures { count: String } = "R0701", zh: "■ 金额与天数（{count}项）", en: "■ Figures ({count})";
        /// Heading.
        Deadlines { count: String } = "R0701", zh: "■ 期限（{count}项）", en: "■ Deadlines ({count})";
        /// Heading.
        Parameters { count: String } = "R0701", zh: "■ 参数（{count}项）", en: "■ Parameters ({count})";
        /// Heading.
        OtherSteps = "R0701", zh: "其他", en: "others";
        /// Where pages are.
        More = "R0701", zh: "逐项查看：duecause law 编号或者名称", en: "one of them: duecause law CODE or NAME";
        /// Severity.
        Block = "R0702", zh: "阻碍", en: "block";
        /// Severity.
        Warn = "R0702", zh: "提示", en: "warning";
        /// Severity.
        Info = "R0702", zh: "备注", en: "note";
        /// Label.
        Step = "R0703", zh: "环节", en: "step";
        /// Label.
        Gates = "R0703", zh: "把关文书", en: "gates";
        /// Label.
        Waiver = "R0703", zh: "具名放行", en: "waiver";
        /// May be waived.
        MayBeWaived = "R0703", zh: "可以", en: "possible";
        /// May not be waived.
        NotWaivable = "R0703", zh: "不可以", en: "not possible";
        /// Label.
        Grounds = "R0703", zh: "解除路径", en: "ground";
        /// Heading.
        Reads = "R0704", zh: "需要的事实", en: "Facts it reads";
        /// Heading.
        Evidence = "R0704", zh: "证据种类", en: "Kinds of evidence";
        /// Heading.
        Values = "R0705", zh: "数值", en: "Values";
        /// Label.
        Direction = "R0705", zh: "公司权限", en: "company";
        /// Direction.
        MayRaise = "R0705", zh: "可以提高，不得降低", en: "may raise it, not lower it";
        /// Direction.
        MayLower = "R0705", zh: "可以降低，不得提高", en: "may lower it, not raise it";
        /// Direction.
        Fixed = "R0705", zh: "不得变更", en: "may not change it";
        /// Direction.
        Free = "R0705", zh: "可以自行设定", en: "may set it";
        /// Label.
        Supplier = "R0705", zh: "设定者", en: "set by";
        /// Supplier.
        ByPolicy = "R0705", zh: "公司制度（法律没有规定）", en: "the company's policy (the law sets none)";
        /// Supplier.
        ByRegion = "R0705", zh: "地方", en: "the region";
        /// Label.
        SelectedBy = "R0705", zh: "取值依据", en: "read for";
        /// No values.
        NoValues = "R0705", zh: "没有收录数值。", en: "There are no values.";
        /// Period of a value.
        From { from: String } = "R0706", zh: "{from}起", en: "from {from}";
        /// Period of a value.
        FromTo { from: String, to: String } = "R0706", zh: "{from}至{to}", en: "{from} to {to}";
        /// Period of a value.
        Always = "R0706", zh: "不分日期", en: "at all times";
        /// Status.
        Unverified = "R0706", zh: "未核实，须具名采用", en: "not verified, to be accepted by name";
        /// Status.
        Carries = "R0706", zh: "下一数值公布前继续适用", en: "carries on until the next one";
        /// Publication.
        Published { on: String } = "R0706", zh: "{on}公布", en: "published {on}";
        /// A value the policy sets.
        PolicyValue { value: String, version: String } = "R0706", zh: "公司制度（{version}）：{value}", en: "policy ({version}): {value}";
        /// Every version.
        EveryVersion = "R0706", zh: "各版本", en: "every version";
        /// A reading.
        Reading { member: String, who: String } = "R0706", zh: "{member}：{who}", en: "{member}: {who}";
    }
}
