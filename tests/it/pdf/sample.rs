//! Papers that the tests print: a dismissal notice with its calculation sheet,
//! and an English letter, made by hand as `document` would make them.

use duecause::document::model::{
    Align, Block, Document, Draft, FieldKind, Inline, Origin, OriginKind, PageStyle,
    ParagraphShape, SignatureLine, SignatureParty,
};
use duecause::wording::Language;

/// Returns words of the template.
pub fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

/// Returns a fact.
pub fn fact(words: &str, name: &str) -> Inline {
    let origin = Origin { kind: OriginKind::Fact, name: name.to_owned(), place: None };
    Inline::Value { text: words.to_owned(), origin }
}

/// Returns strong words.
pub fn strong(words: &str) -> Inline {
    Inline::Strong(vec![text(words)])
}

/// Returns a heading.
pub fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, content: vec![text(words)] }
}

/// Returns a paragraph.
pub fn paragraph(shape: ParagraphShape, content: Vec<Inline>) -> Block {
    Block::Paragraph { shape, content }
}

/// Returns running text.
pub fn body(words: &str) -> Block {
    paragraph(ParagraphShape::Body, vec![text(words)])
}

/// Returns a numbered list of sentences.
pub fn numbered(start: u64, items: &[&str]) -> Block {
    Block::List { start: Some(start), items: items.iter().map(|words| vec![body(words)]).collect() }
}

/// Returns a line to be filled by hand.
pub fn line(id: &str, label: &str, kind: FieldKind) -> SignatureLine {
    SignatureLine { id: id.to_owned(), label: label.to_owned(), kind }
}

/// Returns a signatory.
pub fn party(
    id: &str,
    label: &str,
    name: Vec<Inline>,
    lines: Vec<SignatureLine>,
) -> SignatureParty {
    SignatureParty { id: id.to_owned(), label: label.to_owned(), name, lines, seal: false }
}

/// Returns a table of plain words.
pub fn table(align: &[Align], head: &[&str], rows: &[&[&str]]) -> Block {
    let row = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| match cell.strip_prefix("**") {
                Some(words) => vec![strong(words)],
                None => vec![text(cell)],
            })
            .collect()
    };
    Block::Table {
        align: align.to_vec(),
        head: row(head),
        rows: rows.iter().map(|cells| row(cells)).collect(),
    }
}

/// Returns the document around `blocks`.
pub fn document(language: Language, title: &str, blocks: Vec<Block>) -> Document {
    Document {
        kind: "dismissal-notice".to_owned(),
        title: title.to_owned(),
        language,
        region: "CN".to_owned(),
        number: Some("沪某人〔2026〕15号".to_owned()),
        date: "2026-11-12".to_owned(),
        fingerprint: "7c1e 90ab 33f2".to_owned(),
        draft: None,
        style: PageStyle::Company,
        blocks,
    }
}

/// Returns `document` as a draft.
pub fn draft(mut document: Document) -> Document {
    document.number = None;
    document.draft = Some(match document.language {
        Language::Chinese => Draft {
            watermark: "草稿 未经审批 不得送达".to_owned(),
            reasons: vec![
                "尚未记载工会收到通知的日期（`union.received_on`）。".to_owned(),
                "第二次认定的送达凭证缺少原件。".to_owned(),
            ],
        },
        Language::English => Draft {
            watermark: "DRAFT – NOT APPROVED – DO NOT SERVE".to_owned(),
            reasons: vec!["the day on which the union received the letter is not known".to_owned()],
        },
    });
    document
}

/// Returns a Chinese notice of two pages with the calculation sheet as annex.
pub fn notice() -> Document {
    let mut blocks = notice_head();
    blocks.extend(notice_body());
    blocks.extend(notice_end());
    blocks.push(Block::PageBreak);
    blocks.extend(calculation());
    document(Language::Chinese, "解除劳动合同通知书", blocks)
}

/// Returns letterhead, number, title and addressee.
fn notice_head() -> Vec<Block> {
    vec![
        paragraph(ParagraphShape::Right, vec![text("沪某人〔2026〕15号")]),
        heading(1, "解除劳动合同通知书"),
        paragraph(
            ParagraphShape::Flush,
            vec![
                fact("张䶮㛃", "employee.name"),
                text("（身份证号码："),
                fact("310101199003071234", "employee.id_number"),
                text("；工号："),
                fact("A0137", "employee.number"),
                text("）："),
            ],
        ),
    ]
}

/// Returns the numbered sections.
fn notice_body() -> Vec<Block> {
    vec![
        body(
            "您与某某（上海）有限公司（以下简称“公司”）于2022年3月1日签订劳动合同，担任华东区域销售经理。因您不能胜任工作，经过培训，仍不能胜任工作，公司依据《中华人民共和国劳动合同法》（以下简称《劳动合同法》）第四十条第二项，决定解除与您的劳动合同。现将有关事项通知如下。",
        ),
        heading(2, "一、解除的事实和理由"),
        numbered(
            1,
            &[
                "2026年1月至3月，您的月度销售目标为每月80,000.00元，实际完成46,240.00元、51,873.50元、49,012.00元，完成率依次为57.8%、64.8%、61.3%，均低于《绩效管理制度》（2025年版）第十二条规定的80.0%。公司于2026年4月10日向您送达《首次不胜任工作认定书》。",
                "2026年5月1日至7月31日（共92日，首尾两日均计入），公司为您安排与上述差距对应的培训，共4门课程、36学时，您均已签到并参加考核。",
                "2026年8月至10月，您的完成率依次为62.1%、59.7%、66.0%，仍低于80.0%。公司于2026年11月3日向您送达《再次不胜任工作认定书》，您在期限内提出的异议已于2026年11月9日书面答复。",
            ],
        ),
        heading(2, "二、已履行的程序"),
        paragraph(
            ParagraphShape::Body,
            vec![
                text("公司已于"),
                fact("2026年11月4日", "union.notified_on"),
                text("将解除理由书面通知工会，并于"),
                fact("2026年11月10日", "union.replied_on"),
                text("收到工会意见。公司已核查，您不存在《劳动合同法》第四十二条规定的情形。"),
            ],
        ),
        heading(2, "三、解除日期"),
        paragraph(
            ParagraphShape::Body,
            vec![
                text("您的最后工作日为"),
                strong("2026年12月31日"),
                text("，劳动合同于该日解除。公司以书面形式提前三十日通知，不另行支付一个月工资。"),
            ],
        ),
        heading(2, "四、经济补偿和其他款项"),
        paragraph(
            ParagraphShape::Body,
            vec![
                text("经济补偿按5个月工资计算，合计"),
                fact("人民币（大写）壹拾捌万捌仟陆佰伍拾伍元零伍分（¥188,655.05）", "severance"),
                text(
                    "，税前，计算过程见附件1。公司在您办结工作交接时支付。未休年休假3天的工资报酬与最后一个月工资一并于2027年1月5日支付。",
                ),
            ],
        ),
        heading(2, "五、工作交接"),
        body("请您于最后工作日前按附件2办理工作交接，交还公司财物。"),
        heading(2, "六、证明和社会保险"),
        body(
            "公司将在解除劳动合同时出具解除劳动合同的证明，并在十五日内为您办理档案和社会保险关系转移手续。",
        ),
        heading(2, "七、异议与救济"),
        body(
            "您如对本通知书有异议，可以书面向公司提出，也可以自知道或者应当知道权利被侵害之日起一年内，向有管辖权的劳动人事争议仲裁委员会申请仲裁。",
        ),
        body("特此通知。"),
    ]
}

/// Returns annex note, seal, contact and receipt.
fn notice_end() -> Vec<Block> {
    let employer = SignatureParty {
        seal: true,
        ..party(
            "employer",
            "",
            vec![
                fact("某某（上海）有限公司", "employer.name"),
                Inline::Break,
                fact("2026年11月12日", "paper.date"),
            ],
            Vec::new(),
        )
    };
    let receipt = vec![
        line("employee_comment", "本人意见（可另附页）", FieldKind::Text),
        line("employee_sign", "签收人", FieldKind::Signature),
        line("employee_date", "日期", FieldKind::Date),
    ];
    vec![
        paragraph(
            ParagraphShape::Flush,
            vec![text("附件：1. 经济补偿计算表"), Inline::Break, text("　　　2. 离职交接清单")],
        ),
        Block::Signatures { parties: vec![employer] },
        paragraph(
            ParagraphShape::Flush,
            vec![text("（联系人：周𬭎；电话：021-5555 0137；邮箱：hr@example.cn）")],
        ),
        Block::Slip {
            blocks: vec![
                paragraph(ParagraphShape::Center, vec![strong("回　　执")]),
                body(
                    "本人已收到《解除劳动合同通知书》（编号：沪某人〔2026〕15号，共2页，附件2份）原件一份。签收仅表示收到，不表示同意其内容。",
                ),
                Block::Signatures { parties: vec![party("employee", "", Vec::new(), receipt)] },
            ],
        },
    ]
}

/// Returns the calculation sheet.
pub fn calculation() -> Vec<Block> {
    let both = vec![
        SignatureParty {
            seal: true,
            ..party(
                "employer2",
                "用人单位（盖章）",
                vec![fact("某某（上海）有限公司", "employer.name")],
                vec![
                    line("employer_sign", "授权代表签字", FieldKind::Signature),
                    line("employer_date", "日期", FieldKind::Date),
                ],
            )
        },
        party(
            "employee2",
            "员工",
            vec![fact("张䶮㛃", "employee.name")],
            vec![
                line("employee2_sign", "签字", FieldKind::Signature),
                line("employee2_date", "日期", FieldKind::Date),
            ],
        ),
    ];
    vec![
        paragraph(ParagraphShape::Flush, vec![text("附件1")]),
        heading(1, "经济补偿计算表"),
        table(
            &[Align::Left; 4],
            &["", "", "", ""],
            &[
                &["**姓名", "张䶮㛃", "**工号", "A0137"],
                &["**入职日期", "2022年3月1日", "**解除日期", "2026年12月31日"],
            ],
        ),
        heading(2, "一、解除前十二个月工资"),
        months(),
        heading(2, "二、计算"),
        table(
            &[Align::Left, Align::Left, Align::Right, Align::Left],
            &["项目", "算式", "金额（人民币元）", "依据"],
            &[
                &["月平均工资", "452,772.12 ÷ 12", "37,731.01", "《劳动合同法》第四十七条第三款"],
                &[
                    "工作年限",
                    "2022年3月1日至2026年12月31日：4年10个月",
                    "5个月",
                    "《劳动合同法》第四十七条第一款",
                ],
                &[
                    "**经济补偿合计（税前）",
                    "37,731.01 × 5",
                    "**188,655.05",
                    "大写：壹拾捌万捌仟陆佰伍拾伍元零伍分",
                ],
            ],
        ),
        paragraph(
            ParagraphShape::Note,
            vec![text(
                "说明：月平均工资未超过本市上年度职工月平均工资三倍，不适用第四十七条第二款的上限。",
            )],
        ),
        body("双方确认以上数据与工资发放记录一致。"),
        Block::Signatures { parties: both },
    ]
}

/// Returns the table of twelve months.
fn months() -> Block {
    let rows: Vec<Vec<String>> = (1..=12)
        .map(|month| {
            let pay = ["30,000.00", "5,250.00", "2,481.01", "37,731.01"].map(str::to_owned);
            std::iter::once(format!("2026-{month:02}")).chain(pay).collect()
        })
        .collect();
    let cells: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
    let right = Align::Right;
    table(
        &[Align::Center, right, right, right, right],
        &["月份", "基本工资", "提成", "津贴", "应发合计（人民币元）"],
        &rows,
    )
}

/// Returns an English letter with every kind of block.
pub fn letter() -> Document {
    let employer = SignatureParty {
        seal: true,
        ..party(
            "employer",
            "For the company (seal)",
            vec![fact("Mou Mou (Shanghai) Co., Ltd.", "employer.name")],
            vec![
                line("employer_sign", "Authorised signatory", FieldKind::Signature),
                line("employer_date", "Date", FieldKind::Date),
            ],
        )
    };
    let employee = party(
        "employee",
        "Employee",
        vec![fact("Zhang Yanjie", "employee.name")],
        vec![
            line("employee_sign", "Signature", FieldKind::Signature),
            line("employee_date", "Date", FieldKind::Date),
        ],
    );
    let blocks = vec![
        paragraph(ParagraphShape::Right, vec![text("No. HR-2026-15")]),
        heading(1, "Notice of Termination of Employment Contract"),
        paragraph(
            ParagraphShape::Flush,
            vec![
                text("To: "),
                fact("Zoë Šimková-O’Brien", "employee.name"),
                text(" (staff no. A0137)"),
            ],
        ),
        body(
            "You and the company entered into an employment contract on 1 March 2022. Because you were unable to perform your work and remained unable to perform it after training, the company has decided to terminate the contract under article 40, item 2 of the Labour Contract Law of the People’s Republic of China (“the Law”).",
        ),
        heading(2, "1. Facts and reasons"),
        Block::List {
            start: None,
            items: vec![
                vec![body(
                    "From January to March 2026 your attainment was 57.8%, 64.8% and 61.3% of the monthly target of CNY 80,000.00.",
                )],
                vec![
                    body("From 1 May to 31 July 2026 you attended training:"),
                    numbered(1, &["negotiation, 12 hours;", "key accounts, 24 hours."]),
                ],
            ],
        },
        heading(3, "Money"),
        table(
            &[Align::Left, Align::Right, Align::Left],
            &["Item", "Amount (CNY)", "Basis"],
            &[
                &["Severance", "188,655.05", "article 47(1)"],
                &["**Total", "**188,655.05", "before tax"],
            ],
        ),
        paragraph(
            ParagraphShape::Note,
            vec![
                text("The Chinese text prevails. The English text is provided for "),
                Inline::Emphasis(vec![text("reference only")]),
                text("."),
            ],
        ),
        Block::Rule,
        body("Please hand over your work by the last working day."),
        Block::Signatures { parties: vec![employer, employee] },
        Block::Slip {
            blocks: vec![
                heading(2, "Receipt"),
                paragraph(
                    ParagraphShape::Body,
                    vec![
                        text("I have received one original of this letter on "),
                        Inline::Blank { width: 8 },
                        text(". My signature confirms receipt only, not agreement."),
                    ],
                ),
                Block::Signatures {
                    parties: vec![party(
                        "reader",
                        "",
                        Vec::new(),
                        vec![
                            line("reader_sign", "Signed", FieldKind::Signature),
                            line("reader_date", "Date", FieldKind::Date),
                        ],
                    )],
                },
            ],
        },
    ];
    let mut letter =
        document(Language::English, "Notice of Termination of Employment Contract", blocks);
    letter.number = Some("HR-2026-15".to_owned());
    letter
}

/// Returns every sample with a name, in both page styles.
pub fn all() -> Vec<(String, Document)> {
    let mut all = vec![("everything-zh".to_owned(), super::everything::everything())];
    for (name, document) in [("notice-zh", notice()), ("letter-en", letter())] {
        for style in [PageStyle::Company, PageStyle::Sheet, PageStyle::Official] {
            let document = Document { style, ..document.clone() };
            let mut unfinished = draft(document.clone());
            let question = if document.language == Language::Chinese {
                "工会何时收到通知？"
            } else {
                "when did the union receive the letter?"
            };
            unfinished.blocks.insert(
                4,
                paragraph(
                    ParagraphShape::Body,
                    vec![
                        text(if document.language == Language::Chinese {
                            "工会于"
                        } else {
                            "The union received it on "
                        }),
                        Inline::Missing {
                            question: question.to_owned(),
                            origin: Origin {
                                kind: OriginKind::Fact,
                                name: "union.received_on".to_owned(),
                                place: None,
                            },
                        },
                        text(if document.language == Language::Chinese {
                            "收到通知。"
                        } else {
                            "."
                        }),
                    ],
                ),
            );
            let style = match style {
                PageStyle::Company => "company",
                PageStyle::Sheet => "sheet",
                PageStyle::Official => "official",
            };
            all.push((format!("{name}-{style}"), document));
            all.push((format!("{name}-{style}-draft"), unfinished));
        }
    }
    all
}
