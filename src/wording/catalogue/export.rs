//! Messages about printing papers.

catalogue! {
    /// Why a paper cannot be printed.
    pub enum PrintMistake {
        /// No font has a glyph for characters of a value.
        MissingGlyph { code_points: String, name: String } = "E0801",
            zh: "没有字体能印出 `{name}` 中的字（{code_points}）",
            en: "no font has a glyph for these characters of `{name}`: {code_points}";
        /// No font has a glyph for characters of the template.
        MissingGlyphOfTemplate { characters: String } = "E0802",
            zh: "没有字体能印出文书固定文字中的字（{characters}）",
            en: "no font has a glyph for these characters in the fixed words of the paper: {characters}";
        /// A file given as a font is none.
        NotAFont { name: String } = "E0803",
            zh: "`{name}` 不是可用的字体文件",
            en: "`{name}` is not a font file that can be used";
        /// Words would stand outside the page.
        OffThePage { page: usize } = "E0804",
            zh: "第{page}页有文字超出纸张",
            en: "words run off page {page}";
        /// The date of the document is not a date.
        NotADate { date: String } = "E0805",
            zh: "文书日期 `{date}` 不是 YYYY-MM-DD 形式的日期",
            en: "the date of the paper, `{date}`, is not a date of the form YYYY-MM-DD";
        /// The typesetter refused the document: a fault of the program.
        Refused { message: String } = "E0806",
            zh: "排版程序报错：{message}",
            en: "the typesetter reports: {message}";
    }
}

catalogue! {
    /// What to do about a paper that cannot be printed.
    pub enum PrintHelp {
        /// Give a font that has the character.
        GiveFont = "H0801",
            zh: "用 `--font-dir` 指定一个文件夹，其中的字体含有这些字；也可能是录入有误，请核对原件",
            en: "name a folder with a font that has them by `--font-dir`, or check the original: it may be a slip";
        /// Take a TrueType or OpenType font.
        GiveTrueType = "H0802",
            zh: "可用的字体是 TrueType 或 OpenType 文件（.ttf、.otf、.ttc、.otc）",
            en: "use TrueType or OpenType files (.ttf, .otf, .ttc, .otc)";
        /// Shorten what does not fit.
        Shorten = "H0803",
            zh: "把过长的一项拆成几段，或者减少表格的列",
            en: "split the longest entry into paragraphs, or give the table fewer columns";
        /// A fault of the program.
        Report = "H0804",
            zh: "这是程序的错误，请连同文书种类一并反馈",
            en: "this is a fault of the program; please report it with the kind of document";
    }
}
