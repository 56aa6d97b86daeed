//! Messages about the YAML and JSON of a file, before anybody asks what it means.

catalogue! {
    /// What is wrong with the YAML of a file.
    pub enum YamlMistake {
        /// The file is larger than the reader takes.
        TooLarge { mebibytes: usize } = "E0101",
            zh: "文件超过 {mebibytes} MiB，不予读取",
            en: "the file is larger than {mebibytes} MiB";
        /// The file has more nodes than the reader takes.
        TooManyNodes { limit: usize } = "E0102",
            zh: "文件中的值超过 {limit} 个",
            en: "the file has more than {limit} values";
        /// Collections are nested deeper than the reader takes.
        TooDeep { limit: usize } = "E0103",
            zh: "嵌套超过 {limit} 层",
            en: "nesting is deeper than {limit} levels";
        /// There is nothing in the file.
        EmptyFile = "E0104",
            zh: "文件没有内容",
            en: "the file is empty";
        /// There is a second document in the file.
        SeveralDocuments = "E0105",
            zh: "一个文件只能有一份 YAML 文档，此处开始了第二份",
            en: "a file holds one YAML document, and a second one starts here";
        /// A directive line (`%YAML`, `%TAG`).
        Directive = "E0106",
            zh: "不接受以 `%` 开头的 YAML 指令",
            en: "YAML directives that start with `%` are not accepted";
        /// A tag such as `!!int`.
        Tag = "E0107",
            zh: "不接受 YAML 标签（`!` 开头）",
            en: "a YAML tag that starts with `!` is not accepted";
        /// An anchor definition.
        Anchor = "E0108",
            zh: "不接受 YAML 锚点（`&` 开头）",
            en: "a YAML anchor that starts with `&` is not accepted";
        /// An alias.
        Alias = "E0109",
            zh: "不接受 YAML 引用（`*` 开头）",
            en: "a YAML alias that starts with `*` is not accepted";
        /// A key written twice in one mapping.
        DuplicateKey = "E0110",
            zh: "同一个键重复出现",
            en: "this key is given twice";
        /// A key that is a list or a mapping.
        KeyNotText = "E0111",
            zh: "键必须是一个名称，不能是列表或映射",
            en: "a key must be a name, not a list or a mapping";
        /// A character that changes the direction of text.
        BidiControl { code_point: String } = "E0112",
            zh: "含有改变文字方向的不可见字符 {code_point}",
            en: "the invisible character {code_point} changes the direction of text";
        /// A character without width.
        ZeroWidth { code_point: String } = "E0113",
            zh: "含有不可见的零宽字符 {code_point}",
            en: "the character {code_point} is invisible";
        /// A control character.
        ControlCharacter { code_point: String } = "E0114",
            zh: "含有控制字符 {code_point}",
            en: "the control character {code_point} is not accepted";
        /// A code point that is no character.
        Noncharacter { code_point: String } = "E0115",
            zh: "码位 {code_point} 不是字符",
            en: "the code point {code_point} is not a character";
        /// A text in flow style that a comma cut in pieces.
        CutByComma = "E0116",
            zh: "花括号或方括号内的这段文字被逗号截断",
            en: "a comma cuts this text in pieces";
        /// A tab where indentation should be.
        TabIndentation = "E0117",
            zh: "缩进中使用了制表符",
            en: "a tab is used for indentation";
        /// A quotation mark without its partner.
        UnclosedQuote = "E0118",
            zh: "引号没有闭合",
            en: "this quotation mark is not closed";
        /// A bracket without its partner.
        UnclosedBracket { open: char } = "E0119",
            zh: "`{open}` 没有闭合",
            en: "`{open}` is not closed";
        /// A bracket closed by one of another kind.
        MismatchedBracket { open: char, close: char } = "E0120",
            zh: "`{open}` 被 `{close}` 闭合，两者不配对",
            en: "`{open}` is closed by `{close}`";
        /// A closing bracket that nothing opened.
        StrayBracket = "E0121",
            zh: "多余的右括号",
            en: "nothing opened this bracket";
        /// A full-width colon after a key.
        FullWidthColon = "E0122",
            zh: "键后用了全角冒号 `：`",
            en: "a full-width colon `：` stands after a key";
        /// A full-width comma between entries of a flow collection.
        FullWidthComma = "E0123",
            zh: "花括号或方括号内用了全角逗号 `，` 分隔",
            en: "a full-width comma `，` separates entries";
        /// A colon and a space inside an unquoted text.
        ColonInText = "E0124",
            zh: "未加引号的文字中含有 `: `",
            en: "an unquoted text contains `: `";
        /// A line that is taken for the continuation of the text above.
        Continuation = "E0125",
            zh: "此行缩进过深，被当作上一行文字的延续",
            en: "this line is indented so deep that it continues the text above";
        /// A line whose indentation fits nothing above.
        Indentation = "E0126",
            zh: "此行的缩进与上文不一致",
            en: "the indentation of this line fits nothing above it";
        /// A line in a mapping without a colon.
        NoColon = "E0127",
            zh: "此行应为 `键: 值`，但没有 `: `",
            en: "this line should read `key: value` but has no `: `";
        /// A text that starts with a character YAML keeps for itself.
        ReservedCharacter { character: char } = "E0128",
            zh: "未加引号的文字不能以 `{character}` 开头",
            en: "an unquoted text cannot start with `{character}`";
        /// Something follows a closing quotation mark.
        AfterQuote = "E0129",
            zh: "右引号之后还有文字",
            en: "there is text after the closing quotation mark";
        /// A backslash sequence that does not exist.
        Escape = "E0130",
            zh: "双引号内的反斜杠写法无效",
            en: "the backslash in double quotation marks starts no known escape";
        /// A block text (`|`, `>`) that is not written as it should be.
        BlockText = "E0131",
            zh: "`|` 或 `>` 引出的多行文字写法有误",
            en: "the text introduced by `|` or `>` is not well formed";
        /// A comma is missing in a flow collection.
        NoComma = "E0132",
            zh: "此处应为 `,` 或右括号",
            en: "a comma or a closing bracket is missing here";
        /// A dash where no list item may stand.
        Dash = "E0133",
            zh: "此处不能出现列表项 `- `",
            en: "a list item `- ` cannot stand here";
        /// A blank that is not an ASCII space, where YAML wants one.
        WideSpace { code_point: String } = "E0135",
            zh: "此处的空格 {code_point} 不是半角空格",
            en: "the blank {code_point} is not an ASCII space";
        /// A comment without a blank before it, or inside a text of several lines.
        Comment = "E0136",
            zh: "注释不能写在这里",
            en: "a comment cannot stand here";
        /// Text after the end of the one value a file holds.
        AfterEnd = "E0137",
            zh: "文件的内容到此应已结束，后面还有文字",
            en: "the file should end here, and there is more text";
        /// Anything else.
        Syntax { wording: String } = "E0134",
            zh: "不是有效的 YAML（解析器：{wording}）",
            en: "not valid YAML: {wording}";
    }
}

catalogue! {
    /// Remedies and labels for [`YamlMistake`]; the code is that of the mistake.
    pub enum YamlHelp {
        /// Remedy for a file that is too large, long or deep.
        Split = "E0101",
            zh: "请拆分为几个文件",
            en: "split it into several files";
        /// Remedy for nesting that is too deep.
        CheckBrackets = "E0103",
            zh: "检查是否漏写右括号",
            en: "look for brackets that are not closed";
        /// Remedy for an empty file.
        StartWithKind = "E0104",
            zh: "首行写明文件种类，例如 `duecause: case/1`",
            en: "start with the kind of the file, for example `duecause: case/1`";
        /// Remedy for a second document.
        OneFileEach = "E0105",
            zh: "删除 `---`，或将第二份文档另存为文件",
            en: "remove the `---`, or move the second document to a file of its own";
        /// Label of the first document.
        FirstDocument = "E0105",
            zh: "第一份文档从此处开始",
            en: "the first document starts here";
        /// Remedy for a directive.
        RemoveLine = "E0106",
            zh: "删除此行；文件一律按 YAML 1.2 读取",
            en: "remove the line; files are always read as YAML 1.2";
        /// Remedy for a tag.
        RemoveTag = "E0107",
            zh: "删除标签；值的类型由词汇表决定。若 `!` 是文字的一部分，请加引号",
            en: "remove the tag, the vocabulary gives the type; quote the text if the `!` belongs to it";
        /// Remedy for an anchor or alias.
        WriteOut = "E0108",
            zh: "在每一处写出完整的值。若 `&` 或 `*` 是文字的一部分，请加引号",
            en: "write the value out in each place; quote the text if the `&` or `*` belongs to it";
        /// Label of the first occurrence of a key.
        FirstKey = "E0110",
            zh: "首次出现在此处",
            en: "first given here";
        /// Remedy for a duplicate key.
        KeepOne = "E0110",
            zh: "保留一处，删除或改名另一处",
            en: "keep one of them; remove or rename the other";
        /// Remedy for a key that is a collection.
        QuoteKey = "E0111",
            zh: "若括号是名称的一部分，请给键加引号",
            en: "quote the key if the brackets belong to the name";
        /// Remedy for an invisible character.
        DeleteCharacter = "E0112",
            zh: "删除该字符；从网页或聊天软件粘贴时常会带入",
            en: "delete it; text pasted from web pages or chats often carries such characters";
        /// Remedy for a text cut by a comma.
        QuoteText = "E0116",
            zh: "给整段文字加上双引号",
            en: "put the whole text in double quotation marks";
        /// Remedy for a number with separators.
        PlainNumber = "E0116",
            zh: "数字不加千位分隔符，如 12000.50；若是几项，分别写成 `键: 值`",
            en: "write a number without separators, such as 12000.50; several things are `key: value` each";
        /// Remedy for tabs.
        UseSpaces = "E0117",
            zh: "缩进改用空格，每层两个",
            en: "indent with spaces, two for each level";
        /// Remedy for an unclosed quotation mark.
        CloseQuote = "E0118",
            zh: "在文字末尾补上同样的引号",
            en: "put the same quotation mark at the end of the text";
        /// Label of a quotation mark that may lack its partner.
        QuoteOpened = "E0118",
            zh: "引号从此处开始，可能漏写右引号",
            en: "the quotation mark opened here may lack its partner";
        /// Remedy for an unclosed bracket.
        CloseBracket { close: char } = "E0119",
            zh: "补上 `{close}`",
            en: "add `{close}`";
        /// Label of the bracket still open.
        BracketOpened = "E0119",
            zh: "括号从此处开始",
            en: "the bracket opened here";
        /// Remedy for a bracket closed by one of another kind.
        CloseAlike { open: char, close: char } = "E0120",
            zh: "用 `{close}` 闭合 `{open}`；中间的括号可能没有闭合",
            en: "close `{open}` with `{close}`; a bracket between them may not be closed";
        /// Remedy for a closing bracket that nothing opened.
        RemoveBracket = "E0121",
            zh: "删除它，或补上左括号",
            en: "remove it, or add the opening bracket";
        /// Remedy for a full-width colon.
        AsciiColon = "E0122",
            zh: "改用半角冒号加空格 `: `",
            en: "use `: `, a colon and a space";
        /// Remedy for a full-width comma.
        AsciiComma = "E0123",
            zh: "改用半角逗号加空格 `, `",
            en: "use `, `, a comma and a space";
        /// Remedy for a line indented wrongly.
        AlignLine = "E0126",
            zh: "同一层的键或列表项须左对齐",
            en: "align the keys or items of one level";
        /// Remedy for a line without a colon.
        AddColon = "E0127",
            zh: "在键之后加 `: `；若是上一行文字的延续，请缩进得比上一行的键更深",
            en: "put `: ` after the key, or indent the line deeper than the key above if it continues its text";
        /// Remedy for text behind a closing quotation mark.
        QuoteAll = "E0129",
            zh: "用单引号括起整段文字",
            en: "put single quotation marks around the whole text";
        /// Remedy for an unknown escape.
        SingleQuotes = "E0130",
            zh: "改用单引号，或把 `\\` 写成 `\\\\`",
            en: "use single quotation marks, or write `\\\\` for a backslash";
        /// Remedy for a block text.
        BlockIndent = "E0131",
            zh: "`|` 或 `>` 之后换行，正文每行缩进相同",
            en: "start a new line after `|` or `>` and indent every line of the text alike";
        /// Remedy where a comma is missing or a text wants quotes.
        CommaOrQuotes = "E0132",
            zh: "补上逗号或右括号；若文字中含有 `[ ] {{ }} ,`，请给整段文字加双引号",
            en: "add the comma or bracket, or put the whole text in double quotation marks if it contains `[ ] {{ }} ,`";
        /// Remedy for a blank that is not an ASCII space.
        AsciiSpace = "E0135",
            zh: "改用半角空格",
            en: "use an ASCII space";
        /// Remedy for a comment in the wrong place.
        BlankBeforeComment = "E0136",
            zh: "在 `#` 之前加空格；不要在一段多行文字中间写注释",
            en: "put a space before the `#`; do not write comments inside a text of several lines";
        /// Remedy for text after the end.
        OneValue = "E0137",
            zh: "最外层应是 `键: 值` 的各行，或一对完整的花括号",
            en: "the outermost level is lines of `key: value`, or one pair of braces";
        /// Remedy for a dash.
        DashOnOwnLine = "E0133",
            zh: "列表项另起一行；若 `-` 是文字的一部分，请加引号",
            en: "start the list on a line of its own, or quote the text if the `-` belongs to it";
    }
}
