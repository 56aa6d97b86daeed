//! Words of annotations for other programs.

crate::catalogue! {
    /// Words of annotations for other programs.
    pub enum AnnotationWords {
        /// Verdict.
        Ready { document: String } = "R1001", zh: "可以办理：未发现阻碍出具《{document}》的事项", en: "Ready: nothing that was checked stands in the way of the {document}";
        /// Verdict.
        Blocked { document: String } = "R1001", zh: "存在阻碍：不应出具《{document}》", en: "Blocked: the {document} should not be issued";
        /// Verdict.
        Undetermined { document: String } = "R1001", zh: "尚不能判断：事实查明之前不应出具《{document}》", en: "Undetermined: facts that decide are not known; until they are, the {document} should not be issued";
        /// Lines that fail.
        DoNotHold { what: String } = "R1002", zh: "以下不成立：{what}", en: "does not hold: {what}";
        /// What is not known.
        NotKnown { what: String } = "R1002", zh: "尚未查明{what}", en: "not known: {what}";
        /// More of the same.
        AndMore { count: usize } = "R1002", zh: "等，另有 {count} 项", en: " and {count} more";
        /// A waiver.
        WaivedBy { by: String, role: String, reason: String } = "R1002", zh: "{role}{by}已具名放行。理由：{reason}", en: "waived by {by} ({role}): {reason}";
        /// Count.
        Failed { count: usize } = "R1003", zh: "未通过 {count} 项", en: "{count} failed";
        /// Count.
        Open { count: usize } = "R1003", zh: "待查明 {count} 项", en: "{count} open";
        /// Count.
        Passed { count: usize } = "R1003", zh: "通过 {count} 项", en: "{count} passed";
        /// Count.
        Skipped { count: usize } = "R1003", zh: "不适用或者不影响结论 {count} 项", en: "{count} without bearing";
        /// What an outcome would cost.
        Cost { outcome: String, cost: String } = "R1003", zh: "{outcome}：{cost}", en: "{outcome}: {cost}";
        /// A cost that is not known.
        CostOpen = "R1003", zh: "尚不能计算", en: "not computed yet";
        /// Heading of a column.
        Weight = "R1004", zh: "程度", en: "weight";
        /// Heading of a column.
        Code = "R1004", zh: "编号", en: "code";
        /// Heading of a column.
        What = "R1004", zh: "内容", en: "what";
        /// Heading of a column.
        Where = "R1004", zh: "位置", en: "where";
        /// Heading of a column.
        Article = "R1004", zh: "依据", en: "on";
        /// Weight.
        Error = "R1005", zh: "错误", en: "error";
        /// Weight.
        Warning = "R1005", zh: "警告", en: "warning";
        /// Weight.
        Note = "R1005", zh: "提示", en: "note";
        /// Weight.
        Waived = "R1005", zh: "已放行", en: "waived";
    }
}
