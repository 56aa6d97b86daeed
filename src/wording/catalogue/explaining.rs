//! Words of derivations and of pages of the law.

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
        /// The better of two results counts.
        BetterOf { law: String, company: String } = "R0605",
            zh: "取对员工有利的结果：依法为{law}，依公司公式为{company}",
            en: "the better for the employee counts: {law} by law, {company} by the company's formula";
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
        /// Heading of documents about a policy.
        OfPolicy = "R0701", zh: "■ 公司制度（duecause rulebook）", en: "■ a company's policy (duecause rulebook)";
        /// Heading of an example.
        BadExample = "R0701", zh: "不符合的例子（由 duecause test 验证）", en: "An example that fails (run by duecause test)";
        /// Heading of an example.
        GoodExample = "R0701", zh: "符合的例子（由 duecause test 验证）", en: "An example that holds (run by duecause test)";
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

crate::catalogue! {
    /// Words of what changes from one policy to another.
    pub enum ChangeWords {
        /// Heading.
        Values { count: String } = "R0702", zh: "■ 变动的数值和公式（{count}项）", en: "■ Values and formulas that change ({count})";
        /// A value from a day on.
        From { day: String, before: String, after: String } = "R0702", zh: "自{day}起：{before} → {after}", en: "from {day}: {before} → {after}";
        /// A value with its layer.
        Given { value: String, layer: String } = "R0702", zh: "{value}（{layer}）", en: "{value} ({layer})";
        /// No value.
        Unset = "R0702", zh: "没有设定", en: "not set";
        /// Heading.
        Cases { changed: String, count: String } = "R0702", zh: "■ 案件（{count}件，结论或者金额有变动的{changed}件）", en: "■ Cases ({count}, of which {changed} change)";
        /// Something before and after.
        Changed { what: String, before: String, after: String } = "R0702", zh: "{what}：{before} → {after}", en: "{what}: {before} → {after}";
        /// A case without change.
        Unchanged = "R0702", zh: "没有变动", en: "no change";
        /// Outcome.
        Satisfied = "R0702", zh: "已满足", en: "met";
        /// Outcome.
        NotSatisfied = "R0702", zh: "未满足", en: "not met";
        /// Outcome.
        Indeterminate = "R0702", zh: "尚不能判断", en: "open";
        /// Outcome.
        NotApplicable = "R0702", zh: "不适用", en: "not applicable";
        /// Nothing to compare with.
        Absent = "R0702", zh: "没有这一项", en: "absent";
    }
}

crate::catalogue! {
    /// Words of the list of instruments.
    pub enum SourceWords {
        /// Heading.
        Kind { heading: String, count: String } = "R0704", zh: "■ {heading}（{count}件）", en: "■ {heading} ({count})";
        /// Label.
        Version = "R0704", zh: "版本", en: "version";
        /// Label.
        Checked = "R0704", zh: "核对日期", en: "checked on";
        /// Label.
        Region = "R0704", zh: "适用地区", en: "region";
        /// Label.
        Url = "R0704", zh: "查阅处", en: "read at";
        /// Label.
        Note = "R0704", zh: "说明", en: "remark";
        /// Label.
        CitedBy = "R0704", zh: "引用者", en: "cited by";
        /// Nothing.
        Nothing = "R0704", zh: "无", en: "nothing";
        /// Heading.
        Resting { count: String } = "R0704", zh: "■ 以未核实的文本或者数值为依据（{count}项）", en: "■ Resting on a text or value that is not verified ({count})";
        /// What that means.
        RestingNote = "R0704", zh: "未核实的数值按未知处理，经负责人具名采用后方可使用；仅以未核实的文本为依据的，结论应当由律师复核。", en: "A value that is not verified reads as unknown until somebody accepts it by name; where only the text is not verified, a lawyer should look at the finding.";
        /// A rule whose own basis is not verified.
        Basis = "R0704", zh: "规则的依据未核实", en: "the basis of the rule is not verified";
        /// A value that is not verified.
        Row { from: String, layer: String } = "R0704", zh: "自{from}起的数值（{layer}）", en: "the value from {from} ({layer})";
    }
}
