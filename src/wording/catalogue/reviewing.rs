//! Words of reviews.

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
            zh: "结论：可以办理，但出具{document}之前有{count}项提示须整改、查明或者具名放行。",
            en: "READY, with warnings to be mended, settled or waived by name before the {document} is issued: {count}.";
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
        CountWarnings { count: String } = "R0403", zh: "提示{count}项", en: "warnings: {count}";
        /// Count.
        CountDoubts { count: String } = "R0403", zh: "未查明的提示{count}项", en: "warnings not settled: {count}";
        /// Count.
        CountDisputed { count: String } = "R0403", zh: "有争议的事实{count}项", en: "facts disputed: {count}";
        /// What a verdict supposes.
        Supposes { as_of: String, count: String } = "R0403",
            zh: "结论以晚于{as_of}的{count}项事实均按案卷所写发生为前提（见下文）",
            en: "This supposes that what is dated after {as_of} ({count}, see below) comes about as stated";
        /// A verdict that waits for days to come.
        NotYet { document: String, as_of: String, count: String } = "R0402",
            zh: "结论：尚不能判断。截至{as_of}，有{count}项作为前提的事实尚未发生，发生之前不应出具{document}。",
            en: "UNDETERMINED: on {as_of} what is supposed had not happened yet; until it has, the {document} should not be issued. Facts ahead: {count}.";
        /// The day of the document is over.
        Missed { document: String, day: String } = "R0403",
            zh: "{document}最迟应于{day}作出，该日已过：本次审查只供复核，不得据此补作或者倒签",
            en: "The {document} had to be made by {day}; that day is over: this review serves to look back, not to make or date back the document";
        /// Heading.
        Disputed { count: String } = "R0411",
            zh: "■ 对方有争议的事实（{count}项；本次审查仍按案卷所写认定）",
            en: "■ Disputed ({count}; the review takes them as stated)";
        /// What rests on a fact.
        RestsOnIt { what: String } = "R0411", zh: "关系到：{what}", en: "bears on {what}";
        /// A finding rests on a disputed fact.
        OnDisputed = "R0411", zh: "所依据的事实有争议", en: "rests on disputed facts";
        /// Heading.
        Later { as_of: String, count: String } = "R0412",
            zh: "■ 结论所依据的、晚于{as_of}的事实（{count}项）",
            en: "■ Supposed, since dated after {as_of} ({count})";
        /// Events of the future that have exhibits.
        LaterWithExhibits { count: String } = "R0412",
            zh: "其中{count}项已附证据：核对日期，或者用 --as-of 指定较晚的审查日期",
            en: "exhibits are on file already for {count} of them: check the dates, or review on a later day with --as-of";
        /// More of them.
        MoreLater { count: String } = "R0412", zh: "另有{count}处（--verbose 全部列出）", en: "{count} more (all with --verbose)";
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
        Doubts { count: String, questions: String } = "R0404",
            zh: "■ 提示事项待查明（{count}项提示，{questions}个问题；查明或者具名放行之前，文书不予放行）",
            en: "■ Warnings not settled ({count}, questions: {questions}); the paper is not cleared until they are settled or waived by name";
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
        InDispute = "R0406", zh: "争议", en: "disputed";
        /// Label.
        Evidence = "R0406", zh: "尚缺证据", en: "wanted";
        /// Values that no exhibit proves.
        WithoutEvidence { count: String } = "R0406", zh: "{count}项事实未附证据", en: "facts without an exhibit: {count}";
        /// Label.
        Remedy = "R0406", zh: "补正", en: "remedy";
        /// Label.
        More = "R0406", zh: "推导", en: "more";
        /// Heading over findings that fail on one thing.
        FailOnLack { what: String, count: String } = "R0404",
            zh: "{what}，以下{count}项要求因此未满足",
            en: "{what}; requirements that fail on it: {count}";
        /// Lines of one finding that fail on one thing.
        LinesOnLack { what: String, count: String } = "R0404",
            zh: "{what}，因此{count}项条件不成立（推导中逐项列出）",
            en: "{what}; conditions that fail on it: {count} (listed by explain)";
        /// Label.
        DoesNotHold = "R0406", zh: "不成立", en: "fails";
        /// Label.
        NoneHolds = "R0406", zh: "均不成立", en: "none holds";
        /// Values left out.
        MoreValues { count: String } = "R0406", zh: "另有{count}项", en: "and {count} more";
        /// Heading.
        Exposure = "R0407", zh: "■ 各种结果的成本", en: "■ Exposure";
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
        DoubtsLater { count: String } = "R0409",
            zh: "■ 提示事项待查明（{count}项；不影响结论，但查明或者具名放行之前，文书不予放行）",
            en: "■ Warnings not settled ({count}; without bearing on the verdict, but the paper is not cleared until they are settled or waived by name)";
        /// Heading.
        Unsettled { count: String } = "R0409", zh: "■ 尚不能判断，但不影响结论（{count}项）", en: "■ Not settled, without bearing on the verdict ({count})";
        /// Heading.
        WeaklyProven { count: String } = "R0409", zh: "■ 已满足，但证据薄弱（{count}项）", en: "■ Met, but weakly proven ({count})";
        /// Heading.
        Satisfied { count: String } = "R0409", zh: "■ 已满足（{count}项）", en: "■ Met ({count})";
        /// Heading.
        NotApplicable { count: String } = "R0409", zh: "■ 不适用（{count}项）", en: "■ Not applicable ({count})";
        /// Heading.
        OtherPapers = "R0409", zh: "■ 其他文书", en: "■ Other papers";
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
