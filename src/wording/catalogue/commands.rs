//! What commands say about their own work: how much was done, what comes next.

crate::catalogue! {
    /// What commands say about their own work.
    pub enum CommandWords {
        /// A count of files.
        Files { count: usize } = "R0801", zh: "{count} 个文件", en: "{count} files";
        /// One file.
        OneFile = "R0801", zh: "1 个文件", en: "1 file";
        /// A count of errors.
        Errors { count: usize } = "R0801", zh: "{count} 个错误", en: "{count} errors";
        /// One error.
        OneError = "R0801", zh: "1 个错误", en: "1 error";
        /// A count of warnings.
        Warnings { count: usize } = "R0801", zh: "{count} 条警告", en: "{count} warnings";
        /// One warning.
        OneWarning = "R0801", zh: "1 条警告", en: "1 warning";
        /// A count of vectors.
        Vectors { count: usize } = "R0801", zh: "{count} 个算例", en: "{count} vectors";
        /// One vector.
        OneVector = "R0801", zh: "1 个算例", en: "1 vector";
        /// A count of assertions.
        Assertions { count: usize } = "R0801", zh: "{count} 项", en: "{count} assertions";
        /// One assertion.
        OneAssertion = "R0801", zh: "1 项", en: "1 assertion";
        /// Nothing wrong.
        CheckedClean { files: String } = "R0802",
            zh: "检查了 {files}，没有发现问题",
            en: "{files} checked, no mistakes";
        /// Only warnings.
        CheckedWarned { files: String, warnings: String } = "R0802",
            zh: "检查了 {files}，没有错误，有 {warnings}",
            en: "{files} checked, no errors, {warnings}";
        /// Files of a folder that are not ours.
        LeftOut { files: String } = "R0802",
            zh: "；另有 {files} 没有写明 `duecause: …`，未予检查",
            en: "; {files} without a line `duecause: …` left out";
        /// Errors.
        CheckedWrong { files: String, errors: String } = "R0802",
            zh: "检查了 {files}，有 {errors}",
            en: "{files} checked, {errors}";
        /// Errors and warnings.
        CheckedBoth { files: String, errors: String, warnings: String } = "R0802",
            zh: "检查了 {files}，有 {errors}、{warnings}",
            en: "{files} checked, {errors} and {warnings}";
        /// Findings that a named person has released.
        Waived { count: usize } = "R0802",
            zh: "；具名豁免 {count} 项",
            en: "; {count} waived by name";
        /// Findings that were not selected.
        NotSelected { count: usize } = "R0802",
            zh: "；按 --select、--ignore 未列出 {count} 项",
            en: "; {count} left out by --select or --ignore";
        /// Findings of a case that were not selected.
        NotTold { count: usize } = "R0802",
            zh: "按 --select、--ignore 未列出 {count} 项；总结论和放行仍以全部要求为准",
            en: "{count} left out by --select or --ignore; verdict and clearance rest on all of them";
        /// Heading of what `check` found.
        CheckTitle = "R0802", zh: "duecause 检查结果", en: "duecause check";
        /// A case that cannot be opened.
        NotReviewed = "R0802", zh: "案卷无法读取，未予审查", en: "the case cannot be read and was not reviewed";
        /// What to do after `init`.
        NextAfterInit { case: String } = "R0803",
            zh: "下一步：填写 {case}，再运行 duecause review {case}",
            en: "next: fill in {case}, then run duecause review {case}";
        /// A paper that may not be issued as it is.
        Drafted { document: String } = "R0805",
            zh: "《{document}》只生成草稿，不得签发：",
            en: "draft only, not to be issued: {document}";
        /// More than is printed.
        AndMore { left: usize } = "R0805", zh: "另有 {left} 项", en: "and {left} more";
        /// All vectors hold.
        VectorsPassed { vectors: String, asserted: String } = "R0804",
            zh: "{vectors}全部通过，共核对 {asserted}",
            en: "{vectors} passed, {asserted}";
        /// Some do not.
        VectorsFailed { vectors: String, failed: usize, asserted: String } = "R0804",
            zh: "{vectors}中有 {failed} 个不通过，共核对 {asserted}",
            en: "{failed} of {vectors} failed, {asserted}";
        /// Of which some differ from another source.
        VectorsDiffer { count: usize } = "R0804",
            zh: "；其中 {count} 个与其他来源的算法不同，已注明",
            en: "; {count} differ from another source, which they name";
        /// A requirement lacks vectors.
        Lacks { code: String, id: String, lacking: String } = "R0804",
            zh: "{code} {id} 缺少算例：{lacking}",
            en: "{code} {id} lacks {lacking}";
        /// A kind of vector.
        Satisfying = "R0804", zh: "符合", en: "a satisfied one";
        /// A kind of vector.
        Failing = "R0804", zh: "不符合", en: "a failing one";
        /// A kind of vector.
        Open = "R0804", zh: "不能确定", en: "an indeterminate one";
        /// A kind of vector.
        Boundary = "R0804", zh: "边界", en: "a boundary one";
    }
}

impl CommandWords {
    /// Returns so many files.
    #[must_use]
    pub fn files(count: usize) -> Self {
        if count == 1 { Self::OneFile } else { Self::Files { count } }
    }

    /// Returns so many errors.
    #[must_use]
    pub fn errors(count: usize) -> Self {
        if count == 1 { Self::OneError } else { Self::Errors { count } }
    }

    /// Returns so many warnings.
    #[must_use]
    pub fn warnings(count: usize) -> Self {
        if count == 1 { Self::OneWarning } else { Self::Warnings { count } }
    }

    /// Returns so many vectors.
    #[must_use]
    pub fn vectors(count: usize) -> Self {
        if count == 1 { Self::OneVector } else { Self::Vectors { count } }
    }

    /// Returns so many assertions.
    #[must_use]
    pub fn assertions(count: usize) -> Self {
        if count == 1 { Self::OneAssertion } else { Self::Assertions { count } }
    }
}
