//! Messages about the shape of expressions.

crate::catalogue! {
    /// What can be wrong with the shape of an expression.
    pub enum ExpressionMessage {
        /// A character that no token begins with.
        StrayCharacter { found: String } = "E0601",
            zh: "此处不能出现 `{found}`",
            en: "`{found}` cannot stand here";
        /// A number with too many digits or a malformed one.
        BadNumber { found: String } = "E0602",
            zh: "`{found}` 不是可用的数字（最多 28 位有效数字，不用科学记数法）",
            en: "`{found}` is not a usable number (28 digits at most, no exponent)";
        /// A date that does not exist.
        BadDate { found: String } = "E0603",
            zh: "日期 `{found}` 不存在",
            en: "the date `{found}` does not exist";
        /// A quoted text that does not end.
        OpenText = "E0604",
            zh: "引号没有闭合",
            en: "the quotation mark is not closed";
        /// Something else where a value should be.
        ExpectedValue { found: String } = "E0605",
            zh: "此处应为一个值，实际是 `{found}`",
            en: "expected a value, found `{found}`";
        /// A word of the language where a value should be.
        Reserved { found: String } = "E0613",
            zh: "`{found}` 是表达式的保留词，不能用作名称，也不能代替值",
            en: "`{found}` is a word of the language and stands neither for a name nor for a value";
        /// The end where a value should be.
        EndedBeforeValue = "E0606",
            zh: "表达式到此中断，后面还缺一个值",
            en: "the expression ends here, a value is missing";
        /// Another token was needed.
        Expected { wanted: String, found: String } = "E0605",
            zh: "此处应为 {wanted}，实际是 `{found}`",
            en: "expected {wanted}, found `{found}`";
        /// The expression ends too early.
        Ended { wanted: String } = "E0606",
            zh: "表达式到此中断，还缺 {wanted}",
            en: "the expression ends here, {wanted} is missing";
        /// Words behind the end of an expression.
        Trailing { found: String } = "E0607",
            zh: "表达式已经结束，`{found}` 多余",
            en: "the expression has ended, `{found}` is too much";
        /// A minus without spaces.
        TightMinus = "E0608",
            zh: "减号两侧要留空格",
            en: "a minus sign needs a space on both sides";
        /// Too deep.
        TooDeep = "E0609",
            zh: "表达式嵌套过深（最多 64 层）",
            en: "the expression is nested too deeply (64 levels at most)";
        /// Too long.
        TooLong = "E0612",
            zh: "表达式过长（最多 512 个词和符号），请拆成几个 definitions",
            en: "the expression is too long (512 words and signs at most), split it into definitions";
        /// A chained comparison.
        ChainedComparison = "E0610",
            zh: "比较不能连写",
            en: "comparisons cannot be chained";
        /// Help for a chained comparison.
        ChainedHelp = "E0610",
            zh: "写成 `a < b and b < c`",
            en: "write `a < b and b < c`";
        /// A full-width sign.
        FullWidth { found: String, wanted: String } = "E0611",
            zh: "表达式中请用半角符号 `{wanted}`，不用 `{found}`",
            en: "use the half-width `{wanted}` in an expression, not `{found}`";
    }
}
