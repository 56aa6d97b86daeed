//! Texts of `--help`: commands, arguments, options and their values.
//!
//! The English of a text is its key: `cli` declares arguments in English and looks the Chinese up
//! here; a test holds the two together.

crate::catalogue! {
    /// Texts of `--help`.
    pub enum HelpWords {
        /// The program.
        Program = "R0901",
            zh: "依照公司制度和法律审查因绩效解除劳动合同的个案，并生成文书",
            en: "Check a performance dismissal against policy and law, and write the papers";
        /// Below the list of commands.
        ExitCodes = "R0901",
            zh: "退出码：\n  0  可以办理，或没有问题\n  1  存在阻碍，或有达到 --fail-on 的发现\n  2  用法有误，或文件无法读取\n  3  尚不能判断\n  4  文件与登记不符",
            en: "Exit codes:\n  0  ready, or nothing found\n  1  blocked, or findings at or above --fail-on\n  2  wrong usage, or a file that cannot be read\n  3  undetermined\n  4  a file is not what was recorded";
        /// Command.
        Init = "R0902", zh: "建立工作区：待填写的公司制度和案卷", en: "Make a workspace with a policy and a case to fill in";
        /// Command.
        Check = "R0902", zh: "检查规则包、公司制度和案卷有无错误", en: "Check packs, policies and cases for mistakes";
        /// Command.
        Review = "R0902", zh: "审查个案：结论、各项发现、金额、待查明的问题", en: "Assess a case: verdict, findings, figures, questions";
        /// Command.
        Explain = "R0902", zh: "说明一项发现或一笔金额是怎样得出的", en: "Show how a finding or figure came about";
        /// Command.
        Render = "R0902", zh: "生成个案的文书", en: "Write the papers of a case";
        /// Command.
        Test = "R0902", zh: "运行法律规则的算例", en: "Run the worked examples of the law";
        /// Command.
        Schema = "R0902", zh: "输出一种文件的 JSON Schema", en: "Print the JSON Schema of a kind of file";
        /// Command.
        Law = "R0902", zh: "输出规则和参数的说明页", en: "Print rule and parameter pages";
        /// Command.
        Help = "R0902", zh: "显示本说明或某个命令的说明", en: "Print this message or the help of the given subcommand(s)";
        /// Option.
        Lang = "R0903", zh: "提示和文书的语言（默认取自系统语言）", en: "Language of messages and papers (default: from the locale)";
        /// Value.
        Zh = "R0903", zh: "简体中文", en: "Simplified Chinese";
        /// Value.
        En = "R0903", zh: "英文", en: "English";
        /// Option.
        ShowValues = "R0903", zh: "在案卷摘录中显示个人信息", en: "Show personal values in excerpts of case files";
        /// Option.
        PrintHelp = "R0903", zh: "显示说明", en: "Print help";
        /// Option.
        PrintVersion = "R0903", zh: "显示版本", en: "Print version";
        /// Argument.
        Folder = "R0904", zh: "要建立的目录，须不存在或为空", en: "Folder to make; must be absent or empty";
        /// Option.
        Region = "R0904", zh: "适用哪个地区的规则", en: "Region whose rules apply";
        /// Option.
        Select = "R0904", zh: "只列出编号以此开头的发现，以逗号分隔，如 CN-K,W05", en: "Tell only findings whose code begins so, separated by commas, such as CN-K,W05";
        /// Option.
        Ignore = "R0904", zh: "不列出编号以此开头的发现；使文件无法使用的错误总会列出", en: "Leave out findings whose code begins so; errors that make a file unusable are always told";
        /// Option.
        LawSources = "R0904", zh: "列出所依据的文件：所读版本、可信程度、核对日期、引用者，以及以未核实内容为依据的规则", en: "List the instruments: version read, how far trusted, when checked, what cites them, and what rests on something not verified";
        /// Option.
        LawDocuments = "R0904", zh: "按解除或终止的依据列出全部文书", en: "List the documents of each ground";
        /// Command.
        Rulebook = "R0902", zh: "把公司制度与法律逐项对照写成文书，供工会、职工代表和决策者审阅", en: "Write a policy with the law beside it, for those who decide about it";
        /// Argument.
        PolicyFile = "R0904", zh: "公司制度文件", en: "Policy file";
        /// Option.
        VersionOn = "R0904", zh: "按哪一天施行的制度版本和法律（YYYY-MM-DD，默认当天）", en: "Day whose version of policy and law is written (YYYY-MM-DD, default: today)";
        /// Option.
        RulebookOut = "R0904", zh: "输出目录（默认为制度所在目录）", en: "Folder to write to (default: that of the policy)";
        /// Command.
        Diff = "R0902", zh: "列出两份公司制度之间的变动，以及受影响的案件", en: "Show what changes from one policy to another, and in which cases";
        /// Argument.
        Old = "R0904", zh: "变动前的公司制度", en: "Policy before";
        /// Argument.
        New = "R0904", zh: "变动后的公司制度", en: "Policy after";
        /// Option.
        ImpactOn = "R0904", zh: "案卷文件或其目录；结论变差的，退出码为 1", en: "Case or folder of cases; a verdict that gets worse makes the exit code 1";
        /// Command.
        Completions = "R0902", zh: "输出命令行补全脚本", en: "Print completions for a shell";
        /// Argument.
        Shell = "R0904", zh: "命令行程序", en: "Shell";
        /// Command.
        Man = "R0902", zh: "生成手册页（man）", en: "Write the manual pages";
        /// Argument.
        ManFolder = "R0904", zh: "写入的目录", en: "Folder to write to";
        /// Option.
        FirstGround = "R0904", zh: "第一份案卷的解除或终止依据（默认为规则包中的第一种）", en: "Ground of the first case (default: the pack's first)";
        /// Argument.
        Paths = "R0904", zh: "要检查的文件或目录；不写则检查工作区的规则包、制度和案卷", en: "Files or folders to check; without any, the packs, policies and cases of the workspace";
        /// Argument.
        Case = "R0904", zh: "案卷文件", en: "Case file";
        /// Option.
        AsOf = "R0904", zh: "审查所依据的日期，优先于案卷所写（YYYY-MM-DD）", en: "Date of knowledge, wins over the case's own (YYYY-MM-DD)";
        /// Option.
        Document = "R0904", zh: "要判断的文书（默认为该解除路径的主文书）", en: "Document to decide about (default: the ground's main document)";
        /// Option.
        Format = "R0904", zh: "输出形式", en: "Form of the output";
        /// Value.
        Human = "R0904", zh: "供人阅读", en: "For people";
        /// Value.
        Json = "R0904", zh: "供程序读取", en: "For programs";
        /// Value.
        Sarif = "R0904", zh: "SARIF 2.1.0，供代码扫描", en: "SARIF 2.1.0, for code scanning";
        /// Value.
        Junit = "R0904", zh: "JUnit XML，供测试报告", en: "JUnit XML, for test reports";
        /// Value.
        Github = "R0904", zh: "GitHub Actions 批注", en: "Annotations of GitHub Actions";
        /// Value.
        Markdown = "R0904", zh: "Markdown，供评论和任务摘要", en: "Markdown, for comments and job summaries";
        /// Option.
        FailOn = "R0904", zh: "未满足的要求达到何种权重时退出码为 1", en: "Least severity of an unmet requirement that makes the exit code 1";
        /// Value.
        FailBlock = "R0904", zh: "仅阻碍事项", en: "Only what stands in the way";
        /// Value.
        FailWarn = "R0904", zh: "提示事项也算", en: "Warnings too";
        /// Value.
        FailInfo = "R0904", zh: "备注事项也算", en: "Notes too";
        /// Option.
        Verbose = "R0904", zh: "列出每一项要求，以及各项金额的来源", en: "Print every requirement and where each figure comes from";
        /// Argument.
        ExplainName = "R0905", zh: "要求（标识或编号）、金额、定义、参数或事实", en: "Requirement (id or code), figure, definition, parameter or fact";
        /// Argument.
        Documents = "R0905", zh: "要生成的文书（默认为有模板的全部文书）", en: "Documents to write (default: all that have a template)";
        /// Option.
        To = "R0905", zh: "文件形式，以逗号分隔", en: "Forms to write, separated by commas";
        /// Value.
        Pdf = "R0905", zh: "PDF/A-2a 兼 PDF/UA-1，供签署", en: "PDF/A-2a with PDF/UA-1, for signing";
        /// Value.
        Docx = "R0905", zh: "Word，供修改", en: "Word, for editing";
        /// Value.
        Html = "R0905", zh: "网页", en: "A page for the browser";
        /// Value.
        Md = "R0905", zh: "Markdown", en: "Markdown";
        /// Value.
        Typ = "R0905", zh: "Typst 源文件", en: "Typst source";
        /// Option.
        Out = "R0905", zh: "写入的目录（默认为案卷旁的 `papers`）", en: "Folder to write to (default: `papers` beside the case)";
        /// Option.
        Draft = "R0905", zh: "文书未获放行时生成带水印的草稿", en: "Make a watermarked draft where a paper is not cleared";
        /// Option.
        Force = "R0905", zh: "覆盖已有文件", en: "Overwrite what exists";
        /// Option.
        Number = "R0905", zh: "文号，签发时编定", en: "Number of the paper (文号), given when it is issued";
        /// Option.
        FontDir = "R0905", zh: "另外的字体目录，用于内置字体没有的字", en: "Folder with more fonts, for characters the embedded ones lack";
        /// Argument.
        Filter = "R0906", zh: "只运行文件名、名称、编号或所涉要求含有此文字的算例；与 --mutate 同用时，只改动此名称、编号或文件的规则", en: "Only vectors whose file, name, id or requirement this is part of; with --mutate only rules of this name, code or file";
        /// Option.
        Coverage = "R0906", zh: "列出哪些要求缺少符合、不符合、不能确定或边界的算例", en: "Print which requirement lacks a satisfied, a failing, an indeterminate or a boundary vector";
        /// Option.
        Mutate = "R0906", zh: "逐处小改规则，列出没有算例能够察觉的改动", en: "Change the rules in one small place at a time and print the changes that no vector notices";
        /// Argument.
        Kind = "R0906", zh: "文件种类：pack、vocabulary、rules、documents、policy、case、test；输出种类：review、explain", en: "Kind of file: pack, vocabulary, rules, documents, policy, case, test; of output: review, explain";
        /// Option.
        SchemaLaw = "R0906", zh: "将 `case` 和 `policy` 按某个规则包或地区细化，例如 `cn` 或 `cn/regions/sh`", en: "Specialise `case` and `policy` to a pack or region, such as `cn` or `cn/regions/sh`";
        /// Argument.
        LawName = "R0906", zh: "要求（标识或编号）、参数、金额或定义；不写则列出全部", en: "Requirement (id or code), parameter, figure or definition; without one, the list";
        /// Option.
        Layer = "R0906", zh: "读取哪一层规则", en: "Layer to read";
        /// Name of a value.
        NameCase = "R0907", zh: "案卷", en: "CASE";
        /// Name of a value.
        NameDate = "R0907", zh: "日期", en: "DATE";
        /// Name of a value.
        NameId = "R0907", zh: "标识", en: "ID";
        /// Name of a value.
        NameFormat = "R0907", zh: "形式", en: "FORMAT";
        /// Name of a value.
        NameSeverity = "R0907", zh: "权重", en: "SEVERITY";
        /// Name of a value.
        NameDir = "R0907", zh: "目录", en: "DIR";
        /// Name of a value.
        NameText = "R0907", zh: "文字", en: "TEXT";
        /// Name of a value.
        NameLayer = "R0907", zh: "规则层", en: "LAYER";
        /// Name of a value.
        NameName = "R0907", zh: "名称", en: "NAME";
        /// Name of a value.
        NameDocuments = "R0907", zh: "文书", en: "DOCUMENTS";
        /// Name of a value.
        NamePaths = "R0907", zh: "路径", en: "PATHS";
        /// Name of a value.
        NameKind = "R0907", zh: "种类", en: "KIND";
        /// Name of a value.
        NameFilter = "R0907", zh: "筛选", en: "FILTER";
        /// Name of a value.
        NameFolder = "R0907", zh: "目录", en: "FOLDER";
        /// Name of a value.
        NameRegion = "R0907", zh: "地区", en: "REGION";
        /// Placeholder.
        NamePolicy = "R0907", zh: "制度", en: "POLICY";
        /// Name of a value.
        NameOld = "R0907", zh: "旧制度", en: "OLD";
        /// Name of a value.
        NameNew = "R0907", zh: "新制度", en: "NEW";
        /// Name of a value.
        NameCases = "R0907", zh: "案卷", en: "CASES";
        /// Name of a value.
        NameCodes = "R0907", zh: "编号", en: "CODES";
        /// Name of a value.
        NameShell = "R0907", zh: "命令行", en: "SHELL";
        /// Name of a value.
        NameGround = "R0907", zh: "依据", en: "GROUND";
        /// Name of a value.
        NameForms = "R0907", zh: "形式", en: "FORMS";
        /// Name of a value.
        NameLang = "R0907", zh: "zh|en", en: "zh|en";
    }
}

crate::catalogue! {
    /// Fixed words around the texts of `--help`; the English is that of the parser of arguments.
    pub enum HelpFrameWords {
        /// Heading.
        Usage = "R0908", zh: "用法：", en: "Usage: ";
        /// Heading.
        Commands = "R0908", zh: "命令：", en: "Commands:";
        /// Heading.
        Arguments = "R0908", zh: "参数：", en: "Arguments:";
        /// Heading.
        Options = "R0908", zh: "选项：", en: "Options:";
        /// Heading.
        PossibleValues = "R0908", zh: "可选值：", en: "Possible values:";
        /// Place of options.
        OptionsPlace = "R0908", zh: "[选项]", en: "[OPTIONS]";
        /// Place of a command.
        CommandPlace = "R0908", zh: "<命令>", en: "<COMMAND>";
        /// Place of a command that may be left out.
        CommandMaybe = "R0908", zh: "[命令]", en: "[COMMAND]";
        /// Default.
        Default = "R0908", zh: "[默认：", en: "[default: ";
        /// Values in short.
        ShortValues = "R0908", zh: "[可选：", en: "[possible values: ";
    }
}
