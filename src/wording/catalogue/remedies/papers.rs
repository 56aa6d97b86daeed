//! Remedies for templates and printing.

remedies! {
    "E0701"
        zh: "文件开头写 `---`、`id: …`、`language: …`、`---` 四行",
        en: "begin with the four lines `---`, `id: …`, `language: …`, `---`";
    "E0702"
        zh: "写成 `键: 值`，每行一项",
        en: "write `key: value`, one a line";
    "E0704"
        zh: "写上文所列的值",
        en: "write one of the values above";
    "E0705"
        zh: "在两行 `---` 之间补上这一项",
        en: "add it between the two lines `---`";
    "E0706"
        zh: "补上结尾的 `}}` 或 `%}`",
        en: "add the closing `}}` or `%}`";
    "E0707"
        zh: "补上开头，或删去这个结尾",
        en: "add its beginning, or remove it";
    "E0708"
        zh: "删去该字符",
        en: "remove the character";
    "E0712"
        zh: "对照 docs/formats/templates.md 改正语句",
        en: "write the statement as docs/formats/templates.md shows";
    "E0714"
        zh: "补上前面的 `{% if … %}` 或 `{% for … %}`，或删去这一句",
        en: "add `{% if … %}` or `{% for … %}` before it, or remove it";
    "E0715"
        zh: "在这一段之后补上结束语句",
        en: "add its end behind the part it governs";
    "E0716"
        zh: "移到 `{% for … %}` 之内",
        en: "move it between `{% for … %}` and `{% endfor %}`";
    "E0717"
        zh: "核对名称；docs/formats/sheet.md 说明模板中可以打印什么",
        en: "check the name; docs/formats/sheet.md says what a template may print";
    "E0718"
        zh: "核对名称；条件须是规则中有名称的定义",
        en: "check the name; a condition is a named definition of the rules";
    "E0719"
        zh: "核对名称；docs/formats/sheet.md 列出各列表",
        en: "check the name; docs/formats/sheet.md says which lists there are";
    "E0720"
        zh: "使用外层 `{% for … %}` 所写的行名",
        en: "use the name that the enclosing `{% for … %}` gives to its row";
    "E0721"
        zh: "写成 `{% if … %}`，在其中写要打印的文字",
        en: "write `{% if … %}` around the words to print";
    "E0722"
        zh: "写成 `{% for … in … %}`，逐行打印其中的字段",
        en: "write `{% for … in … %}` and print the fields of each row";
    "E0723"
        zh: "核对名称；共用段落放在模板目录的 partials 之下",
        en: "check the name; partials stand in the folder partials beside the templates";
    "E0724"
        zh: "从该段落中删去对自身的引用",
        en: "remove the include of itself from the partial";
    "E0725"
        zh: "把模板放进其语言的目录，或改正 `language:`",
        en: "move the template into the folder of its language, or correct `language:`";
    "E0728"
        zh: "从列表的每一行补上该字段，或用条件语句避开",
        en: "give every row the field, or print it under a condition";
    "E0730"
        zh: "在版式末尾另起一行写 `:::`",
        en: "end the shape with a line `:::`";
    "E0731"
        zh: "补上开头 `::: …`，或删去这一行",
        en: "add its beginning `::: …`, or remove the line";
    "E0732"
        zh: "先用 `:::` 结束外层，再开始里层",
        en: "end the outer one with `:::` before the inner one begins";
    "E0733"
        zh: "改用 Markdown；要显示 `<` 的，写 `\\<`",
        en: "use Markdown; for the character itself write `\\<`";
    "E0734"
        zh: "写明文字；材料作为附件列出",
        en: "write the words themselves, and list material as annexes";
    "E0735"
        zh: "删去反引号和行首的四个空格",
        en: "remove the backticks, or the four blanks at the beginning of the line";
    "E0738"
        zh: "减少 `#`，最多四个",
        en: "use at most four `#`";
    "E0739"
        zh: "对照 docs/formats/templates.md 换一种写法",
        en: "write it another way; docs/formats/templates.md shows what there is";
    "E0741"
        zh: "把里层的内容移到外层，或拆成几个列表",
        en: "move the innermost entries up, or split the list";
    "E0743"
        zh: "删去双花括号，写 `name:` 加名称",
        en: "remove the braces and write `name:` and the name";
    "E0744"
        zh: "给其中一处换一个名称",
        en: "give one of them another name";
    "W0745"
        zh: "改为全角标点",
        en: "use full-width punctuation";
    "W0746"
        zh: "改为全角标点，或把标点移到值之外",
        en: "use full-width punctuation beside the value";
    "E0747"
        zh: "对照 docs/formats/templates.md 检查这一处的语句",
        en: "compare the statement with docs/formats/templates.md";
    "E0801"
        zh: "核对原件，确认该字有无误录；确需该字的，用 `--font-dir` 指定含有该字的字体",
        en: "check the original for a slip, or name a folder with a font that has it by `--font-dir`";
    "E0802"
        zh: "用 `--font-dir` 指定含有该字的字体",
        en: "name a folder with a font that has it by `--font-dir`";
    "E0803"
        zh: "换成 TrueType 或 OpenType 字体文件（.ttf、.otf、.ttc、.otc）",
        en: "use TrueType or OpenType files (.ttf, .otf, .ttc, .otc)";
    "E0804"
        zh: "把过长的一项拆成几段，或者减少表格的列",
        en: "split the longest entry into paragraphs, or give the table fewer columns";
    "E0805"
        zh: "写成 2026-03-31 的形式",
        en: "write it as 2026-03-31";
    "E0806"
        zh: "这是程序的错误，请连同文书种类一并反馈",
        en: "this is a fault of the program; please report it with the kind of document";
}
