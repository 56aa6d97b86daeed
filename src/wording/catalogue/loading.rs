//! Messages about declarations and case files.

crate::catalogue! {
    /// What a loader finds that a schema cannot see.
    pub enum LoadingMessage {
        /// A name nobody declared.
        UnknownName { what: String, name: String } = "E0301",
            zh: "没有名为 `{name}` 的{what}",
            en: "there is no {what} named `{name}`";
        /// A key of a case that nobody declared; a case's own words are not repeated.
        UnknownHere { what: String } = "E0301",
            zh: "此处的{what}名称没有声明过",
            en: "there is no {what} of this name";
        /// A layer nobody wrote.
        NoLayer { name: String } = "E0317",
            zh: "没有名为 `{name}` 的规则层",
            en: "there is no layer named `{name}`";
        /// The layers there are.
        LayersAre { known: String } = "E0317",
            zh: "可用的规则包和地区：{known}",
            en: "packs and regions are {known}";
        /// The nearest known name.
        DidYouMean { name: String } = "E0301",
            zh: "是否指 `{name}`？",
            en: "did you mean `{name}`?";
        /// Where all names of a pack stand.
        AllNames { pack: String } = "E0301",
            zh: "全部名称见 `duecause schema case --law {pack}` 输出的格式文件",
            en: "`duecause schema case --law {pack}` prints a schema with all names";
        /// A name declared twice.
        DeclaredTwice { name: String } = "E0302",
            zh: "`{name}` 重复声明",
            en: "`{name}` is declared twice";
        /// Where it was declared first.
        FirstHere = "E0302",
            zh: "首次声明在此",
            en: "first declared here";
        /// An unknown type.
        UnknownType { name: String } = "E0303",
            zh: "没有 `{name}` 这种类型",
            en: "`{name}` is not a type";
        /// The types there are.
        TypesAre = "E0303",
            zh: "可用类型：yes/no、number、money、days、months、date、month、choice of …、words、judgement、row of …、proof",
            en: "types are yes/no, number, money, days, months, date, month, choice of …, words, judgement, row of …, proof";
        /// A value that is not of its type.
        NotOfType { name: String, wanted: String } = "E0304",
            zh: "`{name}` 应为{wanted}",
            en: "`{name}` must be {wanted}";
        /// Form of a date.
        DateForm = "E0304",
            zh: "写成 2026-03-31 的形式",
            en: "write it as 2026-03-31";
        /// A day the calendar does not have.
        NoSuchDay = "E0304",
            zh: "日历上没有这一天：核对月份和日子",
            en: "the calendar has no such day: check month and day";
        /// Years a case can speak of.
        Years { first: i32, last: i32 } = "E0304",
            zh: "年份须在 {first} 至 {last} 之间：核对是否写错",
            en: "the year must lie between {first} and {last}: check for a slip";
        /// Form of a month.
        MonthForm = "E0304",
            zh: "写成 2026-03 的形式",
            en: "write it as 2026-03";
        /// Form of a yes/no.
        TruthForm = "E0304",
            zh: "写 yes 或 no（也可写 是、否）；不清楚就删去该行",
            en: "write yes or no, or leave the line out if it is not known";
        /// More digits than a number may have.
        TooManyDigits { digits: usize } = "E0304",
            zh: "数字最多 {digits} 位（含小数），此处超出：核对是否多打或粘连",
            en: "a number has at most {digits} digits, decimals included, and this has more: check for a slip";
        /// Form of a number.
        NumberForm = "E0304",
            zh: "只写数字，如 3、0.85 或 85%，不加逗号，不用 1e3 一类写法",
            en: "write digits only, such as 3, 0.85 or 85%, without commas or an exponent such as 1e3";
        /// Form of an amount.
        MoneyForm = "E0304",
            zh: "只写数字，如 12000.50，不加逗号、货币符号，也不写“万”",
            en: "write digits only, such as 12000.50, without commas or the sign of a currency";
        /// The decimals of a currency.
        MoneyDecimals { currency: String, decimals: usize } = "E0304",
            zh: "{currency} 金额最多 {decimals} 位小数，此处超出：核对小数点的位置；确为计算结果的，按原件取整到该位",
            en: "an amount in {currency} has at most {decimals} decimals and this has more: check where the point stands; round a computed amount as the original does";
        /// The currency of a pack.
        MoneyCurrency { currency: String } = "E0304",
            zh: "金额以 {currency} 为单位；其他货币请折算，并在 source 中写明汇率",
            en: "amounts are in {currency}; convert others and say at what rate under `source`";
        /// Form of a number of days.
        DaysForm = "E0304",
            zh: "写成 30 days 或 30天 的形式",
            en: "write it as 30 days";
        /// Form of a number of months.
        MonthsForm = "E0304",
            zh: "写成 3 months 或 3个月 的形式",
            en: "write it as 3 months";
        /// Words of several lines.
        NotOneLine { name: String } = "E0315",
            zh: "`{name}` 须写成一行，不能含有换行或制表符",
            en: "`{name}` is one line, without line breaks and tabs";
        /// How a long text is written.
        OneLineHelp = "E0315",
            zh: "删去换行；文字较长的，可在键之后写 `>-`，另起各行会合成一行",
            en: "remove the break; a long text may begin with `>-` after the key, its lines are joined into one";
        /// Words that are too long.
        TooLong { name: String, limit: usize } = "E0316",
            zh: "`{name}` 超过 {limit} 个字",
            en: "`{name}` has more than {limit} characters";
        /// What to do about it.
        TooLongHelp = "E0316",
            zh: "写明要点，其余放进证据文件",
            en: "keep the essentials here and put the rest into an exhibit";
        /// A choice without this member.
        NotAMember { name: String, members: String } = "E0305",
            zh: "`{name}` 只能是下列之一：{members}",
            en: "`{name}` must be one of {members}";
        /// `none` where a value must exist.
        NotOptional { name: String } = "E0306",
            zh: "`{name}` 必然存在，不能写 none；不清楚时删去该行即可",
            en: "`{name}` always exists and cannot be none; leave the line out if it is not known";
        /// An amount or period below zero.
        Negative { name: String } = "E0313",
            zh: "`{name}` 不能为负数",
            en: "`{name}` cannot be negative";
        /// A value below the least one.
        BelowLeast { name: String, least: String } = "E0314",
            zh: "`{name}` 不能小于 {least}",
            en: "`{name}` cannot be less than {least}";
        /// A value above the greatest one.
        AboveMost { name: String, most: String } = "E0314",
            zh: "`{name}` 不能大于 {most}",
            en: "`{name}` cannot be more than {most}";
        /// A value outside its range.
        NotBetween { name: String, least: String, most: String } = "E0314",
            zh: "`{name}` 应在 {least} 至 {most} 之间",
            en: "`{name}` must lie between {least} and {most}";
        /// A judgement without its author.
        BareJudgement { name: String } = "E0307",
            zh: "`{name}` 是需要判断的事项，须写明判断人、职务、日期和理由",
            en: "`{name}` is a judgement and needs who made it, in what role, on what day and why";
        /// Form of a judgement.
        JudgementForm = "E0307",
            zh: "写成 value: yes, by: …, role: …, on: 2026-03-01, reasons: …",
            en: "write value: yes, by: …, role: …, on: 2026-03-01, reasons: …";
        /// Two rows with the same key.
        DuplicateRow { list: String } = "E0308",
            zh: "列表 `{list}` 中有两行主键相同",
            en: "two rows of `{list}` have the same key";
        /// A row without its key.
        KeyMissing { list: String, field: String } = "E0309",
            zh: "列表 `{list}` 的每一行都要有 `{field}`",
            en: "every row of `{list}` needs `{field}`";
        /// A reference to a row that is not there.
        NoSuchRow { list: String } = "E0310",
            zh: "列表 `{list}` 中没有这一行",
            en: "`{list}` has no such row";
        /// The row or exhibit that was probably meant.
        DidYouMeanThis = "E0310",
            zh: "是否指这一个？",
            en: "did you mean this one?";
        /// Remedy for a row that is not there.
        NameOfRow = "E0310",
            zh: "写该列表中某一行的编号；尚不清楚的删去此处",
            en: "write the id of one of its rows, or leave this out if it is not known";
        /// A reference to evidence that is not there.
        NoSuchEvidence = "E0311",
            zh: "证据清单中没有这个编号",
            en: "there is no evidence of this number";
        /// Remedy for a reference to evidence that is not there.
        DeclareEvidence = "E0311",
            zh: "在 `evidence` 下登记这份证据，或改正编号",
            en: "enter the exhibit under `evidence`, or correct the number";
        /// Evidence that nothing refers to.
        UnusedEvidence = "W0312",
            zh: "没有任何事实引用这份证据",
            en: "no fact refers to this exhibit";
        /// An exhibit that bears another day than the fact it is said to prove.
        OtherDayOnExhibit = "W0315",
            zh: "这份证据上的日期与它所要证明的日期不一致，不能证明该日期",
            en: "this exhibit bears another day than the one it is said to prove, so it does not prove it";
        /// An exhibit from before the event.
        ExhibitTooEarly = "W0316",
            zh: "这份证据形成于所要证明的日期之前，不能证明其后的事情",
            en: "this exhibit is older than the day it is said to prove, so it does not prove it";
        /// The day in question.
        DayToProve = "W0315",
            zh: "所要证明的日期",
            en: "the day to be proven";
        /// An expression of the wrong type.
        TypeMismatch { wanted: String, found: String } = "E0401",
            zh: "此处需要{wanted}，实际是{found}",
            en: "{wanted} is needed here, this is {found}";
        /// Operands that do not go together.
        BadOperands { operator: String, left: String, right: String } = "E0402",
            zh: "`{operator}` 不能用于{left}与{right}",
            en: "`{operator}` does not go with {left} and {right}";
        /// What one operand is.
        IsOfType { name: String } = "E0402",
            zh: "这是{name}",
            en: "this is {name}";
        /// An optional operand that nobody guarded.
        Unguarded { name: String } = "E0403",
            zh: "`{name}` 可能不存在（none），用在算式或 not 中之前要先判断",
            en: "`{name}` may be none and must be guarded before arithmetic or `not`";
        /// How to guard.
        GuardHelp = "E0403",
            zh: "用 default(x, y) 给出替代值，或写在 `if exists(x) then … else …` 里",
            en: "give another value with default(x, y), or put it into `if exists(x) then … else …`";
        /// An unknown function.
        UnknownFunction { name: String } = "E0404",
            zh: "没有名为 `{name}` 的函数",
            en: "there is no function `{name}`";
        /// The wrong number of arguments.
        ArgumentCount { name: String, wanted: String, found: usize } = "E0405",
            zh: "`{name}` 需要 {wanted} 个参数，实际给了 {found} 个",
            en: "`{name}` takes {wanted} arguments, {found} given";
        /// A cycle of definitions.
        Cycle { path: String } = "E0406",
            zh: "定义互相循环引用：{path}",
            en: "definitions refer to each other in a circle: {path}";
        /// A quotient where a number must be.
        Unrounded { name: String } = "E0407",
            zh: "`{name}` 是除法的结果，输出前必须取整或四舍五入",
            en: "`{name}` is a quotient and must be rounded before it is printed";
        /// How to round.
        RoundHelp = "E0407",
            zh: "写成 round(…, 0.01)，或用 floor、ceil、truncate",
            en: "write round(…, 0.01), or use floor, ceil or truncate";
        /// A foreign currency.
        OtherCurrency { found: String, wanted: String } = "E0408",
            zh: "货币 {found} 与规则包的货币 {wanted} 不一致",
            en: "the currency {found} is not the pack's, {wanted}";
        /// A clause on something that is no aggregate.
        NotAnAggregate { name: String } = "E0409",
            zh: "`{name}` 的第一个参数不是列表，不能带 as、from 或 where",
            en: "the first argument of `{name}` is not a list, so `as`, `from` and `where` do not apply";
        /// A rule without a citation.
        NoCitation { name: String } = "E0410",
            zh: "`{name}` 没有注明法律依据",
            en: "`{name}` has no citation";
        /// A citation of a source nobody declared.
        UnknownSource { citation: String } = "E0411",
            zh: "引用 `{citation}` 的出处没有在 sources 中声明",
            en: "the citation `{citation}` is of no declared source";
        /// Bands that leave a gap.
        OpenBands { name: String } = "E0412",
            zh: "`{name}` 的分档没有覆盖全部取值",
            en: "the bands of `{name}` do not cover every value";
        /// A band nothing can reach.
        UnreachableBand { name: String } = "E0413",
            zh: "`{name}` 的这一档永远不会用到",
            en: "this band of `{name}` can never be reached";
        /// Values of a parameter that overlap in time.
        OverlappingValues { name: String } = "E0414",
            zh: "`{name}` 的两段取值在时间上重叠",
            en: "two values of `{name}` overlap in time";
        /// A company value worse than the law.
        BelowFloor { name: String, ours: String, law: String } = "E0415",
            zh: "`{name}` 定为 {ours}，低于法律标准 {law}",
            en: "`{name}` is set to {ours}, worse for the employee than the law's {law}";
        /// Where the law's value stands.
        LawHere = "E0415",
            zh: "法律标准在此",
            en: "the law's value stands here";
        /// A parameter a company may not set.
        NotSettable { name: String } = "E0416",
            zh: "`{name}` 由法律规定，公司制度不能更改",
            en: "`{name}` is fixed by law, a policy cannot change it";
        /// A parameter nothing reads.
        UnusedParameter { name: String } = "W0417",
            zh: "没有规则使用参数 `{name}`",
            en: "no rule reads the parameter `{name}`";
        /// Something replaced that does not exist.
        NothingToReplace { name: String } = "E0418",
            zh: "没有可供替换的 `{name}`",
            en: "there is no `{name}` to replace";
        /// Two regions replace the same rule at the same distance.
        ReplacedTwice { name: String } = "E0419",
            zh: "`{name}` 被同一层级替换了两次",
            en: "`{name}` is replaced twice at the same distance";
        /// A missing title.
        NoTitle { name: String } = "E0420",
            zh: "`{name}` 缺少中英文标题",
            en: "`{name}` lacks a title in Chinese and English";
        /// A case names a policy version that does not exist.
        NoSuchVersion { policy: String, version: String } = "E0421",
            zh: "制度 `{policy}` 没有 {version} 起施行的版本",
            en: "the policy `{policy}` has no version from {version}";
        /// A parameter whose value is missing although nobody else supplies it.
        NoValue { name: String } = "E0422",
            zh: "参数 `{name}` 没有取值，也没有注明由谁提供（required）",
            en: "the parameter `{name}` has no value and does not say who supplies it (required)";
        /// A range over a list that is no series.
        NotASeries { list: String } = "E0424",
            zh: "列表 `{list}` 没有按月排列（every），不能用 from … to …",
            en: "`{list}` does not have a row for every month, so `from … to …` does not apply";
        /// A computed column where there is no row.
        NoRow { name: String, list: String } = "E0425",
            zh: "`{name}` 是列表 `{list}` 的计算列，只在该列表的某一行上才有值",
            en: "`{name}` is a column of `{list}` and has a value only in one of its rows";
        /// A requirement that says nothing.
        NothingRequired { name: String } = "E0426",
            zh: "`{name}` 没有写明要求的内容（value、all、any 或 bands）",
            en: "`{name}` does not say what must hold (value, all, any or bands)";
        /// A layer that changes what it may not change.
        NoRight { name: String } = "E0427",
            zh: "`{name}` 由上级规则规定，这一层只能新增，不能改动",
            en: "`{name}` is given by the law above, this layer may add but not change it";
        /// A table read without a key.
        NeedsKey { name: String } = "E0428",
            zh: "`{name}` 是分项表，须写成 `{name}[…]`",
            en: "`{name}` is a table and is read as `{name}[…]`";
        /// A key on something that is no table.
        NoTable { name: String } = "E0428",
            zh: "`{name}` 不是分项表，不能用 `[…]`",
            en: "`{name}` is no table, `[…]` does not apply";
        /// Something whose proof is asked for that nobody states.
        NotStated = "E0429",
            zh: "proof 只能用于案件中填报的事实、字段或一行",
            en: "proof is of a fact, a field or a row that a case states";
        /// A value of a parameter that ends before it begins.
        EndsFirst { name: String } = "E0430",
            zh: "`{name}` 的这段取值结束日早于开始日",
            en: "this value of `{name}` ends before it begins";
        /// A divisor that a policy sets to zero.
        ZeroDivisor { name: String } = "E0431",
            zh: "`{name}` 在计算中作除数，不能设为 0",
            en: "`{name}` is a divisor and cannot be set to zero";
        /// Too many arguments or nested calls once definitions are inlined.
        TooLarge { name: String } = "E0423",
            zh: "`{name}` 展开后过大",
            en: "`{name}` is too large once its definitions are inlined";
    }
}
