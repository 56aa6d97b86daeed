//! What is said about changes of the rules that no vector notices.

crate::catalogue! {
    /// Words of `test --mutate`.
    pub enum MutatingWords {
        /// A change.
        Unnoticed { rule: String, at: String, becomes: String } = "R0806",
            zh: "{rule}：`{at}` 改为 `{becomes}`，没有算例察觉",
            en: "{rule}: no vector notices `{at}` as `{becomes}`";
        /// A change of one of several equal places.
        UnnoticedOfSeveral { rule: String, at: String, becomes: String, nth: usize } = "R0806",
            zh: "{rule}：第 {nth} 处 `{at}` 改为 `{becomes}`，没有算例察觉",
            en: "{rule}: no vector notices `{at}` (number {nth}) as `{becomes}`";
        /// An explanation of what is noticed.
        Stale { rule: String, at: String, becomes: String } = "R0807",
            zh: "说明已过时：{rule} 的 `{at}` 改为 `{becomes}`，有算例察觉",
            en: "this explanation is stale: a vector notices {rule}, `{at}` as `{becomes}`";
        /// An explanation of what there is not.
        NoSuchPlace { rule: String } = "R0807",
            zh: "说明所指的改动不存在：{rule}",
            en: "this explanation speaks of a change that {rule} does not allow";
        /// The sum.
        Sum { all: usize, noticed: usize, rest: usize, percent: String, explained: usize } = "R0808",
            zh: "改动 {all} 处：算例察觉 {noticed} 处，未察觉 {rest} 处（{percent}），其中已说明理由 {explained} 处",
            en: "{all} changes: vectors notice {noticed}, not {rest} ({percent}), of which {explained} are explained";
    }
}
