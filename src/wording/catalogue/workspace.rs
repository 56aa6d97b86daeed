//! Messages about files, folders and the command line.

crate::catalogue! {
    /// What goes wrong between the program and the machine, or between files.
    pub enum WorkspaceMessage {
        /// A file that cannot be read.
        CannotRead { path: String, reason: String } = "E0501",
            zh: "无法读取 `{path}`：{reason}",
            en: "cannot read `{path}`: {reason}";
        /// A file that is not UTF-8.
        NotText { path: String } = "E0502",
            zh: "`{path}` 不是 UTF-8 文本",
            en: "`{path}` is not UTF-8 text";
        /// How to save as UTF-8.
        NotTextHelp = "E0502",
            zh: "请用编辑器另存为 UTF-8 编码",
            en: "save it as UTF-8 in your editor";
        /// A file that cannot be written.
        CannotWrite { path: String, reason: String } = "E0503",
            zh: "无法写入 `{path}`：{reason}；已有文件未改动",
            en: "cannot write `{path}`: {reason}; what was there is untouched";
        /// A file that exists.
        Exists { path: String } = "E0504",
            zh: "`{path}` 已存在，未覆盖",
            en: "`{path}` exists and was not overwritten";
        /// How to overwrite.
        ExistsHelp = "E0504",
            zh: "加 --force 覆盖，或用 --out 换一个目录",
            en: "add --force to overwrite, or choose another folder with --out";
        /// An exhibit's file that is not there.
        EvidenceMissing { id: String, path: String } = "E0505",
            zh: "证据 `{id}` 的文件 `{path}` 不存在或无法读取",
            en: "the file `{path}` of the evidence `{id}` is missing or cannot be read";
        /// An exhibit's file with another digest.
        EvidenceChanged { id: String, found: String } = "E0506",
            zh: "证据 `{id}` 的文件与登记的 SHA-256 不一致，实际为 {found}",
            en: "the file of the evidence `{id}` does not have the recorded SHA-256, it has {found}";
        /// What to do about it.
        EvidenceChangedHelp = "E0506",
            zh: "文件可能被改动过：找回原件；确认无误后再更新登记值",
            en: "the file may have been changed: find the original, and update the record only if you are sure";
        /// An exhibit without a digest.
        EvidenceUndigested { id: String } = "W0507",
            zh: "证据 `{id}` 没有登记 SHA-256，日后无法证明文件未被改动",
            en: "the evidence `{id}` has no SHA-256, so nobody can show later that the file is unchanged";
        /// The digest to enter.
        DigestHelp { digest: String } = "W0507",
            zh: "写入 sha256: \"{digest}\"",
            en: "enter sha256: \"{digest}\"";
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
        /// How to see why.
        RefusedHelp { case: String } = "E0517",
            zh: "先运行 `duecause review {case}` 查看原因；需要草稿时加 --draft",
            en: "run `duecause review {case}` to see why; add --draft for a watermarked draft";
        /// A waiver of a requirement that does not exist.
        WaiverUnknown { name: String } = "E0518",
            zh: "豁免指向的要求 `{name}` 不存在",
            en: "the waiver names a requirement `{name}` that does not exist";
        /// A waiver of something nobody may waive.
        WaiverForbidden { name: String } = "W0519",
            zh: "`{name}` 是法定要求，不能豁免，该豁免不生效",
            en: "`{name}` is required by statute and cannot be waived; the waiver has no effect";
        /// An acceptance of a value that does not exist.
        AcceptanceUnknown { name: String } = "E0524",
            zh: "规则中没有这里所采用的 `{name}` 的数值（核对 parameter、region 和 from）",
            en: "the rules have no such value of `{name}` to accept (check parameter, region and from)";
        /// An acceptance made after the date of knowledge.
        AcceptanceLater { name: String } = "W0525",
            zh: "对 `{name}` 的采用晚于审查所依据的日期，不生效",
            en: "the acceptance of `{name}` is later than the date of the review and has no effect";
        /// Standard output that cannot be written.
        OutputLost { reason: String } = "E0526",
            zh: "输出没有写完：{reason}",
            en: "the output could not be written: {reason}";
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
    }
}
