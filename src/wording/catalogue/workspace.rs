//! Messages about files, folders and the command line.

crate::catalogue! {
    /// What goes wrong between the program and the machine, or between files.
    pub enum WorkspaceMessage {
        /// A file that cannot be read.
        CannotRead { path: String, chinese: String, english: String } = "E0501",
            zh: "无法读取 `{path}`：{chinese}",
            en: "cannot read `{path}`: {english}";
        /// A file larger than any text the program reads.
        TooLargeHelp = "E0501",
            zh: "核对是否选错了文件：案件、制度和模板文件通常不到 1 MiB；证据材料不在此处打开，只在案件中登记",
            en: "check whether this is the file you meant: cases, policies and templates rarely reach 1 MiB; exhibits are listed in a case, not opened here";
        /// A file that is not UTF-8.
        NotText { path: String, line: usize, byte: usize } = "E0502",
            zh: "`{path}` 不是 UTF-8 文本：第 {line} 行第 {byte} 个字节无法读取",
            en: "`{path}` is not UTF-8 text: line {line}, byte {byte} cannot be read";
        /// How to save as UTF-8.
        NotTextHelp = "E0502",
            zh: "文件可能是 GBK（ANSI）编码，请用编辑器另存为 UTF-8 编码",
            en: "it may be GBK (ANSI): save it as UTF-8 in your editor";
        /// How to save a file of sixteen-bit characters as UTF-8.
        NotTextHelpWide = "E0502",
            zh: "文件是 UTF-16（Unicode）编码，请用编辑器另存为 UTF-8 编码",
            en: "it is UTF-16 (\"Unicode\"): save it as UTF-8 in your editor";
        /// What to do about a file that is no text at all.
        NotTextHelpBinary = "E0502",
            zh: "文件含有空字节，不像文本，核对是否选错了文件",
            en: "it holds zero bytes and does not look like text: check whether this is the file you meant";
        /// A file that cannot be written.
        CannotWrite { path: String, chinese: String, english: String } = "E0503",
            zh: "无法写入 `{path}`：{chinese}；已有文件未改动",
            en: "cannot write `{path}`: {english}; what was there is untouched";
        /// A folder that cannot be made.
        CannotMakeFolder { path: String, chinese: String, english: String } = "E0546",
            zh: "无法建立目录 `{path}`：{chinese}；已有文件未改动",
            en: "cannot make the folder `{path}`: {english}; what was there is untouched";
        /// A place where the machine makes no folders.
        NoFolderHere { path: String } = "E0546",
            zh: "此处不能建立目录 `{path}`；已有文件未改动",
            en: "no folder can be made at `{path}`; what was there is untouched";
        /// A file where the output folder should be.
        NotAFolder { path: String } = "E0534",
            zh: "`{path}` 是文件，不能作为输出目录",
            en: "`{path}` is a file and cannot be the folder to write to";
        /// A folder where an output file should be.
        FolderInTheWay { path: String } = "E0535",
            zh: "`{path}` 是目录，同名文件无法写入",
            en: "`{path}` is a folder, so no file of that name can be written";
        /// What to do about it.
        NotAFolderHelp = "E0534",
            zh: "换一个目录，或先将其改名",
            en: "choose another folder, or rename it";
        /// What to do about a folder that cannot be written to.
        OtherFolder = "E0503",
            zh: "换一个可以写入的目录（render 用 --out 指定）",
            en: "choose a folder that may be written to (`render` takes --out)";
        /// What to do about a full disk.
        MakeRoom = "E0503",
            zh: "清理磁盘后重试，或换一个磁盘",
            en: "make room and run it again, or choose another disk";
        /// A file that exists.
        Exists { path: String } = "E0504",
            zh: "`{path}` 已存在，未覆盖",
            en: "`{path}` exists and was not overwritten";
        /// How to overwrite.
        ExistsHelp = "E0504",
            zh: "加 --force 覆盖，或换一个目录（render 用 --out 指定）",
            en: "add --force to overwrite, or choose another folder (`render` takes --out)";
        /// An exhibit's file that is not there.
        EvidenceMissing = "E0505",
            zh: "找不到这份证据的文件",
            en: "the file of this exhibit does not exist";
        /// Where it was looked for.
        EvidenceMissingHelp = "E0505",
            zh: "路径从案卷文件（制度的证据从制度文件）所在目录算起；核对目录名、文件名和扩展名",
            en: "a path starts in the folder of the case, or of the policy that names it; check folder, name and ending";
        /// An exhibit's file with another digest.
        EvidenceChanged { found: String } = "E0506",
            zh: "证据文件与登记的 SHA-256 不一致，实际为 {found}",
            en: "the file of this exhibit does not have the recorded SHA-256, it has {found}";
        /// What to do about it.
        EvidenceChangedHelp = "E0506",
            zh: "文件可能被改动过：找回原件；确认无误后再更新登记值",
            en: "the file may have been changed: find the original, and update the record only if you are sure";
        /// An exhibit without a digest.
        EvidenceUndigested = "W0507",
            zh: "这份证据没有登记 SHA-256，日后无法证明文件未被改动",
            en: "this exhibit has no SHA-256, so nobody can show later that the file is unchanged";
        /// The digest to enter.
        DigestHelp { digest: String } = "W0507",
            zh: "写入 sha256: \"{digest}\"",
            en: "enter sha256: \"{digest}\"";
        /// An exhibit outside the folder of its case.
        EvidenceOutside = "E0527",
            zh: "证据文件必须放在案卷（制度的证据放在制度）所在目录之内，目录之外的文件不予读取",
            en: "the file of an exhibit lies in the folder of its case or policy; nothing outside of it is read";
        /// What to do about it.
        EvidenceOutsideHelp = "E0527",
            zh: "把文件复制到该目录（例如 `evidence/`）之下，写从案卷文件算起的路径，不用绝对路径、`..` 和指向目录之外的链接",
            en: "copy it into that folder, for example below `evidence/`, and write the path from there, without `..`, a leading `/`, or a link that leads outside";
        /// An exhibit that is a folder or a device.
        EvidenceNoFile = "E0528",
            zh: "证据的路径指向的不是文件",
            en: "the path of this exhibit leads to something that is not a file";
        /// What to do about it.
        EvidenceNoFileHelp = "E0528",
            zh: "一份证据写一个文件；整个目录请逐份登记，或先打包成一个文件",
            en: "an exhibit is one file: enter those of a folder one by one, or pack them into one";
        /// An exhibit that cannot be read.
        EvidenceUnreadable { chinese: String, english: String } = "E0529",
            zh: "证据文件无法读取：{chinese}",
            en: "the file of this exhibit cannot be read: {english}";
        /// An exhibit without content.
        EvidenceEmpty = "W0530",
            zh: "证据文件是空的（0字节），证明不了任何事",
            en: "the file of this exhibit is empty and proves nothing";
        /// What to do about it.
        EvidenceEmptyHelp = "W0530",
            zh: "重新导出或扫描后替换，再登记新的 SHA-256",
            en: "export or scan it again, replace it and record the new SHA-256";
        /// A policy that was not found.
        NoPolicy { name: String } = "E0508",
            zh: "找不到名为 `{name}` 的公司制度",
            en: "there is no policy named `{name}`";
        /// Where policies are looked for.
        NoPolicyHelp { places: String } = "E0508",
            zh: "在以下位置找过：{places}",
            en: "looked in {places}";
        /// A file of another kind than needed.
        WrongKind { wanted: String, found: String } = "E0509",
            zh: "这里需要 {wanted} 文件，该文件是 {found}",
            en: "a {wanted} file is needed here, this is {found}";
        /// A ground that does not exist.
        NoGround { name: String } = "E0510",
            zh: "规则包中没有 `{name}` 这一解除或终止依据",
            en: "the pack has no ground `{name}`";
        /// The grounds there are.
        GroundsAre { known: String } = "E0510",
            zh: "可选：{known}",
            en: "there are {known}";
        /// A case without ground.
        GroundMissing { known: String } = "E0511",
            zh: "案件没有写明解除或终止的依据（ground），可选：{known}",
            en: "the case names no ground; there are {known}";
        /// A case that names neither policy nor layers.
        NothingToExtend = "E0512",
            zh: "案件既没有写明公司制度（policy），也没有写明适用的规则层（extends）",
            en: "the case names neither a policy nor the layers it extends";
        /// A document the pack does not have.
        NoDocument { name: String } = "E0513",
            zh: "规则包中没有 `{name}` 这种文书",
            en: "the pack has no document `{name}`";
        /// The documents whose names are nearest.
        DocumentsNear { known: String } = "E0513",
            zh: "是否想写 {known}？全部文书见 `duecause law --documents`",
            en: "did you mean {known}? `duecause law --documents` lists all of them";
        /// Where all documents are listed.
        DocumentsAre = "E0513",
            zh: "全部文书见 `duecause law --documents`",
            en: "`duecause law --documents` lists all of them";
        /// A document without template.
        NoTemplate { name: String, language: String } = "E0514",
            zh: "文书 `{name}` 还没有 {language} 模板",
            en: "the document `{name}` has no template in {language} yet";
        /// Nothing with this name to explain.
        NothingNamed { name: String } = "E0515",
            zh: "规则和案件中都没有 `{name}`",
            en: "neither the rules nor the case have `{name}`";
        /// A date that is none.
        NotADate { text: String } = "E0516",
            zh: "`{text}` 不是真实存在的日期（YYYY-MM-DD）",
            en: "`{text}` is no existing date as YYYY-MM-DD";
        /// Output of the last render that is refused.
        Refused { document: String, verdict: String } = "E0517",
            zh: "《{document}》未获放行（{verdict}），只能生成草稿",
            en: "`{document}` is not cleared ({verdict}), only a draft can be made";
        /// A paper that is not made with the others, and the last day for it.
        LeftOutPaper { document: String, day: String } = "E0517",
            zh: "《{document}》（{day}）",
            en: "`{document}` ({day})";
        /// Papers that are not made with the others.
        LeftOut { documents: String } = "E0517",
            zh: "未生成：{documents}；括号内为最迟应当作出的日期，现已逾期，不得补作、倒签；与原件核对用的草稿加 --draft 生成",
            en: "left out: {documents}; the day in brackets is the last on which it could be made, and nothing is dated back; --draft makes drafts to compare with the originals";
        /// How to see why.
        RefusedHelp { case: String } = "E0517",
            zh: "先运行 `duecause review {case}` 查看原因；需要草稿时加 --draft",
            en: "run `duecause review {case}` to see why; add --draft for a watermarked draft";
        /// A waiver of a requirement that does not exist.
        WaiverUnknown = "E0518",
            zh: "豁免所指的要求不存在",
            en: "the waiver names a requirement that does not exist";
        /// How a requirement is named.
        WaiverUnknownHelp = "E0518",
            zh: "写 `duecause review` 列出的编号，或 `duecause law` 列出的标识",
            en: "name it by its code, as `duecause review` prints it, or by its id, as `duecause law` does";
        /// A waiver of something nobody may waive.
        WaiverForbidden { name: String } = "W0519",
            zh: "{name} 是法定要求，不能豁免，该豁免不生效",
            en: "{name} is required by statute and cannot be waived; the waiver has no effect";
        /// A waiver that has not begun.
        WaiverLater { name: String } = "W0531",
            zh: "对 {name} 的豁免晚于审查所依据的日期，尚不生效",
            en: "the waiver of {name} is later than the date of the review and has no effect yet";
        /// A waiver whose days are over.
        WaiverExpired { name: String } = "W0532",
            zh: "对 {name} 的豁免在审查所依据的日期之前已经失效",
            en: "the waiver of {name} expired before the date of the review and has no effect";
        /// A waiver that ends before it begins.
        WaiverBackwards = "E0533",
            zh: "豁免的失效日期早于批准日期",
            en: "the waiver expires before it was granted";
        /// An acceptance of a value that does not exist.
        AcceptanceUnknown = "E0524",
            zh: "规则中没有这里所采用的数值",
            en: "the rules have no such value to accept";
        /// How a value is named.
        AcceptanceUnknownHelp = "E0524",
            zh: "核对 `parameter`、`region` 和 `from`；`duecause law` 列出了参数及其各段数值",
            en: "check `parameter`, `region` and `from`; `duecause law` lists parameters and their values";
        /// The latest value there is.
        AcceptanceRow { row: String } = "E0524",
            zh: "该参数最近一段数值是 {row}",
            en: "the latest value of this parameter is {row}";
        /// An acceptance made after the date of knowledge.
        AcceptanceLater { name: String } = "W0525",
            zh: "对 `{name}` 的采用晚于审查所依据的日期，不生效",
            en: "the acceptance of `{name}` is later than the date of the review and has no effect";
        /// A filter that means no vector.
        NoVector { filter: String } = "E0536",
            zh: "没有文件名、名称、编号或所涉要求含有 `{filter}` 的算例，未运行任何算例",
            en: "no vector has `{filter}` in its file, name or id, or is about a requirement of that name; none was run";
        /// How vectors are found.
        NoVectorHelp = "E0536",
            zh: "不带参数运行全部算例；要求按编号指定",
            en: "run all of them without a filter, or name a requirement by its code";
        /// A filter that means no rule.
        NothingToChange { filter: String } = "E0550",
            zh: "没有名称、编号或文件与 `{filter}` 相符的规则，未作任何改动",
            en: "no rule has the name or code `{filter}` or stands in a file of that name; none was changed";
        /// How rules are found.
        NothingToChangeHelp = "E0550",
            zh: "不带参数改动全部规则；也可以写要求的编号、其他规则的名称或者目录",
            en: "change all of them without a filter, or name a requirement by its code, another rule by its name, or a folder";
        /// Vectors that fail without any change.
        VectorsFail { count: usize } = "E0551",
            zh: "有 {count} 个算例在规则未改动时即不通过，无法据以判断改动是否被察觉",
            en: "{count} vectors fail without any change, so nothing can be said about changes";
        /// What to do first.
        VectorsFailHelp = "E0551", zh: "先运行 duecause test", en: "run `duecause test` first";
        /// A kind of file that does not exist.
        NoKindOfFile { name: String, known: String } = "E0537",
            zh: "没有 `{name}` 这种文件，可选：{known}",
            en: "there is no kind of file `{name}`; there are {known}";
        /// A place without files of ours.
        NothingToCheck { path: String } = "E0538",
            zh: "`{path}` 中没有可检查的文件（.yaml、.yml、.json）",
            en: "`{path}` has no files to check (.yaml, .yml, .json)";
        /// A command that does not exist.
        NoCommand { name: String } = "E0539",
            zh: "没有 `{name}` 这个命令",
            en: "there is no command `{name}`";
        /// No command at all.
        CommandMissing = "E0539",
            zh: "没有写明命令",
            en: "a command is missing";
        /// An option that does not exist.
        NoOption { name: String } = "E0540",
            zh: "没有 `{name}` 这个选项",
            en: "there is no option `{name}`";
        /// An argument too many.
        Surplus { name: String } = "E0540",
            zh: "参数 `{name}` 多余",
            en: "the argument `{name}` is one too many";
        /// An argument that is missing.
        ArgumentMissing { names: String } = "E0541",
            zh: "缺少 {names}",
            en: "missing {names}";
        /// A value an option does not take.
        NotAValue { option: String, value: String } = "E0542",
            zh: "`{option}` 不能是 `{value}`",
            en: "`{option}` cannot be `{value}`";
        /// The values an option takes.
        ValuesAre { known: String } = "E0542",
            zh: "可选：{known}",
            en: "it is one of {known}";
        /// An option without its value.
        ValueMissing { option: String } = "E0543",
            zh: "`{option}` 之后没有值",
            en: "`{option}` has no value";
        /// An option given twice, or one that does not go with another.
        Excludes { option: String, other: String } = "E0544",
            zh: "`{option}` 不能与 `{other}` 同时使用",
            en: "`{option}` does not go with `{other}`";
        /// Anything else about arguments.
        NotUnderstood { wording: String } = "E0545",
            zh: "无法理解命令行（{wording}）",
            en: "the command line is not understood ({wording})";
        /// Where the help is.
        AskHelp { command: String } = "E0545",
            zh: "`{command} --help` 列出全部用法",
            en: "`{command} --help` lists what there is";
        /// A code nothing has.
        NoCode { code: String } = "E0547",
            zh: "没有以 `{code}` 开头的编号",
            en: "no code begins with `{code}`";
        /// An error that cannot be left out.
        NotLeftOut { code: String } = "E0548",
            zh: "`{code}` 是使文件无法使用的错误，不能筛选",
            en: "`{code}` is an error that makes a file unusable and is always told";
        /// Two policies whose cases cannot be compared.
        OtherPolicy { old: String, new: String } = "E0549",
            zh: "两份制度名称不同（`{old}`、`{new}`），无法比较案件",
            en: "the policies have different names, `{old}` and `{new}`, so cases cannot be compared";
        /// Standard output that cannot be written.
        OutputLost { chinese: String, english: String } = "E0526",
            zh: "输出没有写完：{chinese}",
            en: "the output could not be written: {english}";
        /// The PDF feature is off.
        NoPdf = "E0520",
            zh: "本程序编译时未包含 PDF 功能",
            en: "this program was built without PDF";
        /// A folder that is not empty.
        NotEmpty { path: String } = "E0521",
            zh: "目录 `{path}` 不为空，未创建任何文件",
            en: "the folder `{path}` is not empty, nothing was created";
        /// A program failure of an exporter.
        ExportFailed { reason: String } = "E0522",
            zh: "文书生成失败：{reason}",
            en: "the document could not be made: {reason}";
        /// A policy version the case names that does not exist.
        PolicyVersionMissing { policy: String, version: String, known: String } = "E0523",
            zh: "制度 `{policy}` 没有自 {version} 起施行的版本，现有版本：{known}",
            en: "the policy `{policy}` has no version from {version}; it has {known}";
        /// A policy that is not in force yet on the day of the review.
        PolicyNotYet { policy: String, as_of: String, first: String } = "E0523",
            zh: "制度 `{policy}` 在 {as_of} 尚未施行，最早的版本自 {first} 起施行",
            en: "the policy `{policy}` was not in force on {as_of}, its first version begins on {first}";
        /// What to do about it.
        PolicyNotYetHelp = "E0523",
            zh: "核对 as_of（或 --as-of），或在制度名称后写明版本，如 `@2026-01-01`",
            en: "check as_of or --as-of, or name a version behind the policy, such as `@2026-01-01`";
    }
}

crate::catalogue! {
    /// Why the machine refuses, in words a person can act upon.
    pub enum MachineWords {
        /// Nothing there.
        NotFound = "E0501", zh: "没有这个文件或目录", en: "there is no such file or folder";
        /// No right.
        Denied = "E0501", zh: "没有访问权限", en: "permission denied";
        /// A folder where a file is needed.
        IsFolder = "E0501", zh: "这是目录，不是文件", en: "this is a folder, not a file";
        /// A file where a folder is needed.
        IsFile = "E0501", zh: "路径中应为目录之处是一个文件", en: "a file stands where the path needs a folder";
        /// Neither file nor folder.
        IsDevice = "E0501", zh: "这是设备或管道，不是普通文件", en: "this is a device or pipe, not an ordinary file";
        /// No room left.
        Full = "E0501", zh: "磁盘空间不足", en: "the disk is full";
        /// Nothing can be written there.
        ReadOnly = "E0501", zh: "该位置只读", en: "the place is read-only";
        /// A link that leads to itself.
        Loop = "E0501", zh: "符号链接互相指向，没有尽头", en: "symbolic links lead in a circle";
        /// A name the machine does not take.
        BadName = "E0501", zh: "文件名过长，或含有系统不接受的字符", en: "the name is too long or has characters the system does not take";
        /// A file larger than the program takes.
        TooLarge { mebibytes: u64 } = "E0501", zh: "文件超过 {mebibytes} MiB", en: "the file is larger than {mebibytes} MiB";
        /// Anything else, in the system's own words.
        Other { wording: String } = "E0501", zh: "系统报告“{wording}”", en: "the system reports \"{wording}\"";
    }
}
