//! Messages about the shape of a file: which keys stand where, and what kind of value they take.

catalogue! {
    /// What is wrong with the shape of a file.
    pub enum SchemaMistake {
        /// A key with nothing behind it.
        NoValue = "E0201",
            zh: "没有填写值",
            en: "there is no value";
        /// A key nobody knows in this place.
        UnknownKey = "E0202",
            zh: "此处没有这个键",
            en: "there is no such key here";
        /// Keys that must be there and are not; the names are joined per language.
        MissingKeys { chinese: String, english: String } = "E0203",
            zh: "缺少 {chinese}",
            en: "missing {english}";
        /// A value, list or mapping where another of the three belongs.
        WrongShape { chinese: String, english: String } = "E0204",
            zh: "此处应为{chinese}",
            en: "expected {english}";
        /// A value that is not written the way this place needs.
        WrongForm { chinese: String, english: String } = "E0205",
            zh: "此处应为{chinese}",
            en: "expected {english}";
        /// A value that is none of the words this place knows.
        NotOneOf { chinese: String, english: String } = "E0206",
            zh: "此处应为 {chinese}",
            en: "expected {english}";
        /// A key that is not written the way names are.
        WrongName { chinese: String, english: String } = "E0207",
            zh: "此处的键不能作为名称：应为{chinese}",
            en: "this key cannot be a name: expected {english}";
        /// None of several keys, one of which must be there.
        NoneOfKeys { chinese: String, english: String } = "E0208",
            zh: "须有 {chinese} 之一",
            en: "one of {english} is missing";
        /// Several keys that exclude each other.
        SeveralOfKeys { chinese: String, english: String } = "E0209",
            zh: "{chinese} 只能有一个",
            en: "only one of {english} can be given";
        /// A list or mapping without content.
        Empty = "E0210",
            zh: "至少要有一项",
            en: "there must be at least one entry";
        /// A file that does not say what it is.
        NoKind = "E0211",
            zh: "文件没有写明种类",
            en: "the file does not say what kind it is";
        /// A kind of file that does not exist.
        UnknownKind = "E0212",
            zh: "没有这种文件",
            en: "there is no such kind of file";
        /// A version of a format this program does not read.
        UnknownVersion { kind: String } = "E0213",
            zh: "本程序只读取 `{kind}/1`",
            en: "this program reads `{kind}/1` only";
        /// Anything else the schema refuses.
        NotAllowed = "E0214",
            zh: "此处的值不符合格式",
            en: "the value does not fit the format";
    }
}

catalogue! {
    /// Remedies and labels for [`SchemaMistake`]; the code is that of the mistake.
    pub enum SchemaHelp {
        /// Remedy for a key without a value.
        WriteValue = "E0201",
            zh: "填写值，或删除此行",
            en: "write a value, or remove the line";
        /// Remedy for a fact without a value.
        WriteFact = "E0201",
            zh: "尚不清楚则删除此行；确知不存在则写 `none`",
            en: "remove the line if it is not known yet; write `none` if it is known not to exist";
        /// The nearest name.
        DidYouMean { name: String } = "E0202",
            zh: "是否想写 `{name}`？",
            en: "did you mean `{name}`?";
        /// All names that are known in this place.
        KnownKeys { chinese: String, english: String } = "E0202",
            zh: "此处可用的键：{chinese}",
            en: "the keys known here are {english}";
        /// Where names of facts and lists stand.
        NamesOfCase = "E0207",
            zh: "事实和列表的名称由规则包规定，`duecause schema case --law cn` 列出全部名称",
            en: "the pack gives names to facts and lists; `duecause schema case --law cn` prints them all";
        /// Remedy for a key that belongs to the top level.
        TopLevel { key: String } = "E0202",
            zh: "`{key}` 属于最外层，请取消缩进",
            en: "`{key}` belongs to the top level; remove the indentation";
        /// What stands there: a value.
        FoundValue = "E0204",
            zh: "此处是单个值",
            en: "this is a single value";
        /// What stands there: a list.
        FoundList = "E0204",
            zh: "此处是列表",
            en: "this is a list";
        /// What stands there: a mapping.
        FoundMapping = "E0204",
            zh: "此处是 `键: 值`",
            en: "these are `key: value` entries";
        /// Remedy for a full-width colon.
        AsciiColon = "E0204",
            zh: "键之后的冒号须为半角冒号加空格 `: `",
            en: "a key is followed by `: `, an ASCII colon and a space";
        /// Remedy for a dash without a space.
        SpaceAfterDash = "E0204",
            zh: "列表项的 `-` 之后须有空格",
            en: "the `-` of a list item is followed by a space";
        /// Remedy for keys that exclude each other.
        KeepOne = "E0209",
            zh: "只保留一个",
            en: "keep one of them";
        /// Remedy for a file that does not say what it is.
        FirstLine { chinese: String, english: String } = "E0211",
            zh: "首行写 `duecause: case/1` 等；种类有 {chinese}",
            en: "start with a line such as `duecause: case/1`; the kinds are {english}";
    }
}
