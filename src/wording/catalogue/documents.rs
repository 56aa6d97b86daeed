//! Messages about templates and composed papers.

crate::catalogue! {
    /// Messages about templates and composed papers.
    pub enum DocumentMessage {
        /// The front matter is missing or not closed.
        NoFrontMatter = "E0701",
            zh: "模板开头缺少两行 `---` 之间的说明（id、language）",
            en: "the template does not begin with its id and language between two lines `---`";
        /// A line of the front matter is not `key: value`.
        FrontMatterLine { line: String } = "E0702",
            zh: "`{line}` 不是“键: 值”的形式",
            en: "`{line}` is not of the form `key: value`";
        /// A key of the front matter is unknown.
        FrontMatterKey { key: String } = "E0703",
            zh: "模板说明中没有 `{key}` 这一项",
            en: "a template has no `{key}`";
        /// A value of the front matter is not allowed.
        FrontMatterValue { key: String, value: String, allowed: String } = "E0704",
            zh: "`{key}` 不能是 `{value}`，只能是 {allowed}",
            en: "`{key}` cannot be `{value}`, only {allowed}";
        /// A required key of the front matter is missing.
        FrontMatterMissing { key: String } = "E0705",
            zh: "模板说明中缺少 `{key}`",
            en: "the template does not say its `{key}`";
        /// A tag is opened and not closed.
        UnclosedTag { open: String } = "E0706",
            zh: "`{open}` 没有闭合",
            en: "`{open}` is not closed";
        /// A closing brace without an opening one.
        StrayClosing { close: String } = "E0707",
            zh: "`{close}` 前面没有对应的开头",
            en: "`{close}` closes nothing";
        /// A character that composing keeps for itself.
        ReservedCharacter { code_point: String } = "E0708",
            zh: "模板中不能有字符 {code_point}",
            en: "a template cannot hold the character {code_point}";
        /// A character inside braces that is not part of the template language.
        StrangeCharacter { found: String } = "E0709",
            zh: "标签里不能写 `{found}`",
            en: "`{found}` has no meaning inside a tag";
        /// Something in braces that is not a name.
        NotAName { found: String } = "E0710",
            zh: "双花括号里只能写名称，不能写 `{found}`",
            en: "only a name may stand in double braces, not `{found}`";
        /// An unknown statement.
        UnknownTag { found: String } = "E0711",
            zh: "没有 `{found}` 这种语句",
            en: "there is no statement `{found}`";
        /// A statement that is not written as it should be.
        BadTag { expected: String, found: String } = "E0712",
            zh: "此处应为 {expected}，而不是 `{found}`",
            en: "expected {expected}, found `{found}`";
        /// A value or something computed stands as a condition.
        BareCondition { found: String } = "E0713",
            zh: "`{found}` 不是条件：条件必须是规则中有名称的定义",
            en: "`{found}` is not a condition: a condition is a named definition of the rules";
        /// A closing statement without its opening one.
        StrayEnd { found: String } = "E0714",
            zh: "`{found}` 前面没有对应的语句",
            en: "`{found}` belongs to nothing";
        /// A statement without its end.
        UnclosedBlock { open: String, end: String } = "E0715",
            zh: "`{open}` 没有用 `{end}` 结束",
            en: "`{open}` is not ended by `{end}`";
        /// `loop` outside of `for`.
        LoopOutside = "E0716",
            zh: "`loop` 只能用在 `for` 里面",
            en: "`loop` has a meaning only inside `for`";
        /// A name the sheet does not have.
        UnknownName { name: String } = "E0717",
            zh: "没有名为 `{name}` 的值",
            en: "there is no value named `{name}`";
        /// A condition the sheet does not have.
        UnknownCondition { name: String } = "E0718",
            zh: "没有名为 `{name}` 的条件",
            en: "there is no condition named `{name}`";
        /// A list the sheet does not have.
        UnknownList { name: String } = "E0719",
            zh: "没有名为 `{name}` 的列表",
            en: "there is no list named `{name}`";
        /// A row variable that no `for` declares.
        UnknownRow { name: String } = "E0720",
            zh: "`{name}` 不是外层 `for` 的行",
            en: "`{name}` is not a row of an enclosing `for`";
        /// A condition is printed.
        ConditionPrinted { name: String } = "E0721",
            zh: "`{name}` 是条件，不能打印",
            en: "`{name}` is a condition and cannot be printed";
        /// A list is printed.
        ListPrinted { name: String } = "E0722",
            zh: "`{name}` 是列表，要用 `for` 逐行打印",
            en: "`{name}` is a list and is printed row by row with `for`";
        /// A partial that does not exist.
        UnknownPartial { name: String } = "E0723",
            zh: "没有名为 `{name}` 的共用段落",
            en: "there is no partial named `{name}`";
        /// Partials that include each other.
        PartialCycle { name: String } = "E0724",
            zh: "共用段落 `{name}` 引用了自己",
            en: "the partial `{name}` includes itself";
        /// The template's language is not the paper's.
        OtherLanguage { template: String, paper: String } = "E0725",
            zh: "模板的语言是 {template}，文书的语言是 {paper}",
            en: "the template is written in {template}, the paper in {paper}";
        /// A value that is known not to exist is printed.
        NonePrinted { name: String } = "E0726",
            zh: "`{name}` 已知不存在，不能打印",
            en: "`{name}` is known not to exist and cannot be printed";
        /// A cleared paper needs something that is not known.
        MissingInCleared { name: String, question: String } = "E0727",
            zh: "缺少 `{name}`，正式文书不能生成：{question}",
            en: "`{name}` is missing and the paper cannot be issued: {question}";
        /// A cleared paper needs something that follows from facts that are not known.
        MissingBehind { question: String } = "E0727",
            zh: "尚缺以下信息，正式文书不能生成：{question}",
            en: "an answer is missing and the paper cannot be issued: {question}";
        /// A row without a field that the template prints.
        NoField { name: String } = "E0728",
            zh: "列表中有一行没有 `{name}`",
            en: "a row of the list has no `{name}`";
        /// A fence of an unknown kind.
        UnknownFence { found: String } = "E0729",
            zh: "没有 `::: {found}` 这种版式",
            en: "there is no shape `::: {found}`";
        /// A fence without an end.
        UnclosedFence { found: String } = "E0730",
            zh: "`::: {found}` 没有用 `:::` 结束",
            en: "`::: {found}` is not ended by `:::`";
        /// An end of a fence without a beginning.
        StrayFence = "E0731",
            zh: "`:::` 前面没有对应的开头",
            en: "`:::` ends nothing";
        /// A fence inside a shape that takes paragraphs only.
        NestedFence { inner: String, outer: String } = "E0732",
            zh: "`{inner}` 不能放在 `::: {outer}` 里面",
            en: "`{inner}` cannot stand inside `::: {outer}`";
        /// HTML in the text.
        Html = "E0733",
            zh: "文书中不能写 HTML",
            en: "a paper has no HTML";
        /// A link, an image or a reference definition.
        Link = "E0734",
            zh: "文书中不能有链接和图片",
            en: "a paper has no links and no images";
        /// Code.
        Code = "E0735",
            zh: "文书中没有代码格式",
            en: "a paper has no code";
        /// A block quotation.
        Quotation = "E0736",
            zh: "不能用 `>` 引用",
            en: "quotations with `>` are not used";
        /// A heading with a line below it.
        UnderlinedHeading = "E0737",
            zh: "文字下面紧接着横线，会变成标题",
            en: "words with a line directly below them become a heading";
        /// A heading of a level that papers do not have.
        DeepHeading = "E0738",
            zh: "标题最多四级",
            en: "headings have four levels at most";
        /// Another construct of Markdown that papers do not have.
        OtherMarkdown = "E0739",
            zh: "文书中不能用这种 Markdown 写法",
            en: "a paper has no such Markdown";
        /// An asterisk left over in the text.
        LiteralAsterisk = "E0740",
            zh: "正文里留下了星号：强调没有配对",
            en: "an asterisk is left in the text: an emphasis is not closed";
        /// Lists nested too deep.
        TooDeep { limit: String } = "E0741",
            zh: "层次超过 {limit} 层",
            en: "nested deeper than {limit} levels";
        /// A line of a signature block that cannot be read.
        SignatureLine { line: String } = "E0742",
            zh: "签署栏中看不懂这一行：`{line}`",
            en: "a signature block has no line such as `{line}`";
        /// A value pasted into a signature block.
        SignatureValue = "E0743",
            zh: "签署栏里不能用双花括号：写 `name: 名称`",
            en: "no braces in a signature block: write `name:` with the name of a value";
        /// Two fields to fill in have the same name.
        DuplicateField { id: String } = "E0744",
            zh: "签署栏重复：`{id}`",
            en: "two places to sign are called `{id}`";
        /// ASCII punctuation beside a Chinese character in the template.
        HalfWidth { found: String, wanted: String } = "W0745",
            zh: "中文旁边的半角标点 `{found}`，应为“{wanted}”",
            en: "ASCII `{found}` beside a Chinese character, write {wanted}";
        /// ASCII punctuation where a value and the text around it meet, or inside a value.
        HalfWidthValue { found: String } = "W0746",
            zh: "此处的值里或旁边有紧挨中文的半角标点 `{found}`",
            en: "ASCII `{found}` beside a Chinese character, in this value or next to it";
        /// The template engine refused something that was not foreseen.
        Engine { message: String } = "E0747",
            zh: "模板引擎报告：{message}",
            en: "the template engine says: {message}";
    }
}

crate::catalogue! {
    /// Remedies for mistakes in templates.
    pub enum DocumentHelp {
        /// The name that was probably meant.
        Nearest { name: String } = "H0701",
            zh: "是不是 `{name}`？",
            en: "did you mean `{name}`?";
        /// Guard a value that may be none.
        Guard { name: String } = "H0702",
            zh: "用 `{{% if exists(name=\"{name}\") %}} … {{% endif %}}` 包起来",
            en: "put `{{% if exists(name=\"{name}\") %}} … {{% endif %}}` around it";
        /// Use a named condition.
        Condition = "H0703",
            zh: "写 `holds(name=\"…\")`、`exists(name=\"…\")`、`is_none(name=\"…\")` 或 `has_rows(name=\"…\")`",
            en: "write `holds(name=\"…\")`, `exists(name=\"…\")`, `is_none(name=\"…\")` or `has_rows(name=\"…\")`";
        /// Figures and other forms of a value are names of their own.
        Name = "H0704",
            zh: "换算、取整和其他写法都应是规则中另有名称的值",
            en: "a figure that needs rounding or another form is a value with a name of its own";
        /// Straight quotation marks.
        Quotes = "H0705",
            zh: "标签里用英文直引号 `\"`",
            en: "use straight quotation marks `\"` inside a tag";
        /// Supply the fact.
        Supply = "H0706",
            zh: "补充该事实，或者先生成草稿",
            en: "supply the fact, or make a draft";
        /// Where a template prints what is missing.
        AskedHere = "H0706",
            zh: "文书在这里用到它",
            en: "the paper prints it here";
        /// Statements that exist.
        Tags = "H0707",
            zh: "可用的语句：if、elif、else、endif、for、endfor、include",
            en: "the statements are if, elif, else, endif, for, endfor and include";
        /// Do not indent.
        Indent = "H0708",
            zh: "不要用空格缩进段落，缩进由排版完成",
            en: "do not indent paragraphs with blanks, the exporter indents";
        /// Headings.
        Heading = "H0709",
            zh: "标题用 `##`，横线 `---` 前面空一行",
            en: "write headings with `##`, and leave a blank line before a rule `---`";
        /// Shapes.
        Note = "H0710",
            zh: "写 `::: note`",
            en: "write `::: note`";
        /// Escaped asterisk.
        Asterisk = "H0711",
            zh: "补上另一半 `**`，或者用 `\\*` 表示星号本身",
            en: "close the emphasis, or write `\\*` for the character itself";
        /// Lines of a signature block.
        SignatureLines = "H0712",
            zh: "每个签署方以 `- id: 标题` 开头，下面是 `name:`、`seal`、`sign:`、`date:` 或 `text:`",
            en: "a party begins with `- id: heading`; below it stand `name:`, `seal`, `sign:`, `date:` or `text:`";
    }
}
