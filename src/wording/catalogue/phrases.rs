//! Formulas read aloud: comparisons, operators, functions, counts over lists.

crate::catalogue! {
    /// Parts of a formula in words.
    pub enum PhraseWords {
        /// Earlier.
        Before { a: String, b: String } = "R0501", zh: "{a}早于{b}", en: "{a} is before {b}";
        /// Earlier or the same.
        NotAfter { a: String, b: String } = "R0501", zh: "{a}不晚于{b}", en: "{a} is not after {b}";
        /// Later.
        After { a: String, b: String } = "R0501", zh: "{a}晚于{b}", en: "{a} is after {b}";
        /// Later or the same.
        NotBefore { a: String, b: String } = "R0501", zh: "{a}不早于{b}", en: "{a} is not before {b}";
        /// Less.
        Below { a: String, b: String } = "R0501", zh: "{a}低于{b}", en: "{a} is below {b}";
        /// Less or equal.
        AtMost { a: String, b: String } = "R0501", zh: "{a}不高于{b}", en: "{a} is at most {b}";
        /// More.
        Above { a: String, b: String } = "R0501", zh: "{a}高于{b}", en: "{a} is above {b}";
        /// More or equal.
        AtLeast { a: String, b: String } = "R0501", zh: "{a}不低于{b}", en: "{a} is at least {b}";
        /// The same.
        Equal { a: String, b: String } = "R0501", zh: "{a}为{b}", en: "{a} is {b}";
        /// Not the same.
        Unequal { a: String, b: String } = "R0501", zh: "{a}不是{b}", en: "{a} is not {b}";
        /// One of several.
        Among { a: String, b: String } = "R0501", zh: "{a}属于{b}", en: "{a} is one of {b}";
        /// Denied.
        Not { a: String } = "R0502", zh: "不属于“{a}”", en: "not “{a}”";
        /// All.
        And = "R0502", zh: "，且", en: " and ";
        /// Any.
        Or = "R0502", zh: "，或者", en: " or ";
        /// A condition.
        If { a: String, b: String, c: String } = "R0502", zh: "{a}的，{b}；否则{c}", en: "if {a}: {b}; otherwise {c}";
        /// A condition that only binds where it holds.
        Where { a: String, b: String } = "R0502", zh: "{a}的，{b}", en: "if {a}: {b}";
        /// A condition that binds where it does not hold.
        Unless { a: String, b: String } = "R0502", zh: "除{a}以外，{b}", en: "unless {a}: {b}";
        /// A value exists.
        Exists { a: String } = "R0502", zh: "{a}已载明", en: "{a} is on record";
        /// A value or another.
        Default { a: String, b: String } = "R0502", zh: "{a}（没有的，为{b}）", en: "{a} (or {b} if there is none)";
        /// Strength of proof.
        ProofOf { a: String } = "R0502", zh: "{a}的证明力", en: "proof of {a}";
        /// A field of the row a fact names.
        FieldOf { row: String, field: String } = "R0502", zh: "{row}的{field}", en: "{field} of the {row}";
        /// A value on another date.
        At { a: String, b: String } = "R0502", zh: "{b}时的{a}", en: "{a} at {b}";
        /// Nothing.
        Nothing = "R0502", zh: "无", en: "none";
        /// The row in question.
        ThisRow = "R0502", zh: "该行", en: "this row";
        /// The month in question.
        ThisMonth = "R0502", zh: "当月", en: "that month";
        /// Rounding.
        Rounded { a: String, place: String, mode: String } = "R0503", zh: "{a}，{mode}至{place}", en: "{a}, {mode} to {place}";
        /// Rounding mode.
        HalfUp = "R0503", zh: "四舍五入", en: "rounded half up";
        /// Rounding mode.
        HalfEven = "R0503", zh: "四舍六入五成双", en: "rounded half to even";
        /// Rounding mode.
        Floor = "R0503", zh: "向下取整", en: "rounded down";
        /// Rounding mode.
        Ceiling = "R0503", zh: "向上取整", en: "rounded up";
        /// Rounding mode.
        Truncate = "R0503", zh: "截去尾数", en: "cut off";
        /// Whole quotient.
        Quotient { a: String, b: String } = "R0503", zh: "{a} ÷ {b}取整数", en: "whole part of {a} ÷ {b}";
        /// What division leaves.
        Remainder { a: String, b: String } = "R0503", zh: "{a} ÷ {b}的余数", en: "rest of {a} ÷ {b}";
        /// The least.
        Minimum { a: String } = "R0504", zh: "{a}中的较小者", en: "the lesser of {a}";
        /// The greatest.
        Maximum { a: String } = "R0504", zh: "{a}中的较大者", en: "the greater of {a}";
        /// Kept between.
        Clamp { a: String, b: String, c: String } = "R0504", zh: "{a}（限于{b}至{c}）", en: "{a}, kept between {b} and {c}";
        /// Without sign.
        Absolute { a: String } = "R0504", zh: "{a}的绝对值", en: "{a} without its sign";
        /// Full months.
        Months { a: String, b: String } = "R0504", zh: "自{a}至{b}的整月数", en: "full months from {a} to {b}";
        /// Full years.
        Years { a: String, b: String } = "R0504", zh: "自{a}至{b}的整年数", en: "full years from {a} to {b}";
        /// Days beyond the full months.
        HasRest { a: String, b: String } = "R0504", zh: "自{a}至{b}在整月之外还有余日", en: "days are left beyond the full months from {a} to {b}";
        /// Days.
        Days { a: String, b: String } = "R0504", zh: "自{a}至{b}的天数（首尾均计入）", en: "days from {a} to {b}, both counted";
        /// Months between months.
        MonthsBetween { a: String, b: String } = "R0504", zh: "{a}与{b}相隔的月数", en: "months from {a} to {b}";
        /// Shared days.
        OverlapDays { a: String } = "R0504", zh: "两段期间（{a}）重叠的天数", en: "days shared by the spans {a}";
        /// Shared months.
        OverlapMonths { a: String } = "R0504", zh: "两段期间（{a}）重叠的整月数", en: "full months shared by the spans {a}";
        /// Month of a date.
        MonthOf { a: String } = "R0504", zh: "{a}所在月份", en: "the month of {a}";
        /// First day.
        FirstDay { a: String } = "R0504", zh: "{a}的首日", en: "the first day of {a}";
        /// Last day.
        LastDay { a: String } = "R0504", zh: "{a}的末日", en: "the last day of {a}";
        /// Digits of a date.
        BearsDate { a: String, b: String } = "R0504", zh: "{a}中有{b}的八位数字", en: "{a} holds the eight digits of {b}";
        /// Day of the month.
        DayOf { a: String } = "R0504", zh: "{a}是当月第几日", en: "the day of the month of {a}";
        /// Year.
        YearOf { a: String } = "R0504", zh: "{a}的年份", en: "the year of {a}";
        /// Days of a month.
        DaysIn { a: String } = "R0504", zh: "{a}的天数", en: "the days of {a}";
        /// First day of a year.
        YearStart { a: String } = "R0504", zh: "{a}年的1月1日", en: "1 January of {a}";
        /// Working days.
        WorkingDays { a: String, b: String } = "R0504", zh: "自{a}至{b}的工作日数", en: "working days from {a} to {b}";
        /// Working days later.
        AddWorkingDays { a: String, b: String } = "R0504", zh: "{a}之后{b}个工作日", en: "{b} working days after {a}";
        /// Next working day.
        NextWorkingDay { a: String } = "R0504", zh: "{a}（遇休息日顺延）", en: "{a}, moved to the next working day";
        /// Some months later.
        MonthsLater { a: String, b: String } = "R0504", zh: "{a}之后{b}", en: "{b} after {a}";
        /// The months of a span.
        MonthsOf = "R0505", zh: "各月", en: "months";
        /// A list.
        List { a: String } = "R0505", zh: "“{a}”各行", en: "rows of {a}";
        /// From a month to a month.
        Range { a: String, b: String, c: String } = "R0505", zh: "{b}至{c}的{a}", en: "{a} from {b} to {c}";
        /// With a filter.
        Filtered { a: String, b: String } = "R0505", zh: "{a}（限于{b}的）", en: "{a} with {b}";
        /// Number of rows.
        Count { a: String } = "R0505", zh: "{a}的个数", en: "the number of {a}";
        /// Sum.
        Sum { a: String, b: String } = "R0505", zh: "{a}的{b}合计", en: "the sum of {b} over {a}";
        /// Mean.
        Average { a: String, b: String } = "R0505", zh: "{a}的{b}平均值", en: "the mean of {b} over {a}";
        /// Least of rows.
        Least { a: String, b: String } = "R0505", zh: "{a}中最小的{b}", en: "the least {b} of {a}";
        /// Greatest of rows.
        Greatest { a: String, b: String } = "R0505", zh: "{a}中最大的{b}", en: "the greatest {b} of {a}";
        /// All rows.
        All { a: String, b: String } = "R0505", zh: "{a}均符合：{b}", en: "all {a} fulfil: {b}";
        /// Any row.
        Any { a: String, b: String } = "R0505", zh: "{a}中有一行符合：{b}", en: "one of the {a} fulfils: {b}";
        /// First row.
        First { a: String, b: String } = "R0505", zh: "{a}中最早的{b}", en: "the first {b} of {a}";
        /// Last row.
        Last { a: String, b: String } = "R0505", zh: "{a}中最晚的{b}", en: "the last {b} of {a}";
        /// Longest run.
        LongestRun { a: String, b: String } = "R0505", zh: "{a}中连续“{b}”的最长次数", en: "the longest run of {a} with {b}";
        /// A table of bands.
        Bands { a: String, b: String } = "R0506", zh: "按{a}分档：{b}", en: "by {a}: {b}";
        /// Below a bound.
        BandBelow { a: String, b: String } = "R0506", zh: "低于{a}的，{b}", en: "below {a}, {b}";
        /// Up to a bound.
        BandUpTo { a: String, b: String } = "R0506", zh: "不高于{a}的，{b}", en: "up to {a}, {b}";
        /// A member.
        BandIs { a: String, b: String } = "R0506", zh: "{a}的，{b}", en: "{a}, {b}";
        /// Everything else.
        BandElse { b: String } = "R0506", zh: "其余，{b}", en: "else {b}";
        /// A base with exceptions.
        Except { a: String, b: String } = "R0506", zh: "{a}；但{b}", en: "{a}; but {b}";
    }
}
