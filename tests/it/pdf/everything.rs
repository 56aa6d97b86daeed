//! A sheet with every kind of block, in sizes that strain the page.

use duecause::document::model::{
    Align, Block, Document, FieldKind, Inline, Origin, OriginKind, ParagraphShape,
};
use duecause::wording::Language;

use super::sample::{
    body, document, fact, heading, line, numbered, paragraph, party, strong, table, text,
};

/// A digest, too long for a cell.
pub const DIGEST: &str = "3f1c90ab7c1e33f2aa01bb02cc03dd04ee05ff0617283940a1b2c3d4e5f60718";

/// Returns a Chinese sheet of several pages.
pub fn everything() -> Document {
    let mut blocks = words();
    blocks.extend(tables());
    blocks.extend(ends());
    document(Language::Chinese, "绩效改进计划执行情况登记表", blocks)
}

/// Returns headings, paragraphs and lists.
fn words() -> Vec<Block> {
    let nested = vec![
        body("培训应当对应差距："),
        numbered(
            9,
            &[
                "客户谈判，12学时；",
                "重点客户管理，24学时，由外部讲师授课，考核成绩不低于合格线，并保留签到表、课件和试卷。",
            ],
        ),
    ];
    let origin = Origin { kind: OriginKind::Fact, name: "training.hours".to_owned(), place: None };
    vec![
        heading(2, "一、说明"),
        paragraph(
            ParagraphShape::Body,
            vec![
                text("本表由直接上级填写，"),
                strong("不得事后补记"),
                text("。其中"),
                Inline::Emphasis(vec![text("差距")]),
                text("一栏写明目标与实际之差；学时为"),
                Inline::Missing { question: "培训共多少学时？".to_owned(), origin },
                text("，员工意见："),
                Inline::Blank { width: 12 },
                text("，日期："),
                Inline::Blank { width: 4 },
                text("年"),
                Inline::Blank { width: 2 },
                text("月"),
                Inline::Blank { width: 2 },
                text("日。"),
            ],
        ),
        heading(3, "（一）安排"),
        Block::List {
            start: Some(8),
            items: vec![vec![body("目标自下达之日起执行。")], nested, vec![body("每月复核一次。")]],
        },
        heading(4, "1. 要点"),
        Block::List {
            start: None,
            items: vec![vec![body("谁")], vec![body("何时，在何处，依据哪一条")]],
        },
        paragraph(ParagraphShape::Note, vec![text("提示：员工缺席的，写明原因和补课日期。")]),
        paragraph(ParagraphShape::Center, vec![text("（以下为数据）")]),
    ]
}

/// Returns a long table, a wide one, and one with digests and long cells.
fn tables() -> Vec<Block> {
    let rows: Vec<[String; 9]> = (1..=34)
        .map(|n| {
            [
                format!("2026-{:02}", n % 12 + 1),
                "新签合同额".to_owned(),
                "80,000.00".to_owned(),
                "72,000.00".to_owned(),
                "46,240.00".to_owned(),
                "57.8%".to_owned(),
                "60%".to_owned(),
                "34.7".to_owned(),
                format!("CRM系统导出，证据{n}"),
            ]
        })
        .collect();
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let long = "员工陈述其完成率受季节影响，公司核查后认为目标已按季节折算。".repeat(3);
    vec![
        heading(2, "二、逐月结果"),
        table(
            &[
                Align::Center,
                Align::Left,
                Align::Right,
                Align::Right,
                Align::Right,
                Align::Right,
                Align::Right,
                Align::Right,
                Align::Left,
            ],
            &["月份", "指标", "目标", "折算后目标", "实际", "完成率", "权重", "得分", "数据来源"],
            &rows,
        ),
        heading(2, "三、证据"),
        table(
            &[Align::Left, Align::Left, Align::Left],
            &["编号", "文件和摘要", "证明内容"],
            &[
                &["E01", DIGEST, &long],
                &["E02", "evidence/2025-q2-kpi-export-of-the-crm-system.pdf", "第二季度数据"],
            ],
        ),
    ]
}

/// Returns three signatories.
fn ends() -> Vec<Block> {
    let lines = |id: &str| {
        vec![
            line(&format!("{id}_sign"), "签字", FieldKind::Signature),
            line(&format!("{id}_date"), "日期", FieldKind::Date),
        ]
    };
    vec![
        Block::Rule,
        body("以上内容经三方核对无误。"),
        Block::Signatures {
            parties: vec![
                party("employee", "员工", vec![fact("张䶮㛃", "employee.name")], lines("employee")),
                party(
                    "manager",
                    "直接上级",
                    vec![fact("周𬭎", "employee.manager")],
                    lines("manager"),
                ),
                party("hr", "人力资源部", Vec::new(), lines("hr")),
            ],
        },
    ]
}
