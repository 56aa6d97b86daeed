//! Remedies for the shape of files, for folders and commands.

remedies! {
    "E0101"
        zh: "请拆分为几个文件",
        en: "split it into several files";
    "E0102"
        zh: "请拆分为几个文件；一份案卷只写一名员工",
        en: "split it into several files; a case is about one employee";
    "E0132"
        zh: "补上逗号或右括号；文字中含有逗号、冒号或括号的，给整段文字加双引号",
        en: "add the comma or the bracket; put text with commas, colons or brackets into double quotation marks";
    "E0134"
        zh: "对照 `duecause init` 生成的样例检查这一行的缩进、冒号和引号",
        en: "compare indentation, colon and quotation marks of this line with a file that `duecause init` writes";
    "E0203"
        zh: "在此处补上所缺的键；`duecause schema` 列出各键的写法",
        en: "add the missing keys here; `duecause schema` prints how each is written";
    "E0204"
        zh: "单个值写成 `键: 值`；列表另起各行，每项以 `- ` 开头；其他写法见 `duecause schema`",
        en: "write a single value as `key: value`, a list one item a line, each after `- `; `duecause schema` prints the rest";
    "E0205"
        zh: "按上文所说的写法改正此值；不清楚的，删去这一行，程序会列为待查",
        en: "write the value as said above; if it is not known, remove the line and it will be asked for";
    "E0206"
        zh: "从上文列出的词中选一个，照原样填写",
        en: "choose one of the words above and write it exactly so";
    "E0207"
        zh: "换一个符合上文写法的名称",
        en: "choose a name of the form said above";
    "E0208"
        zh: "补上其中一个键",
        en: "add one of these keys";
    "E0210"
        zh: "填写至少一项，或删去这个键",
        en: "enter at least one, or remove the key";
    "E0212"
        zh: "首行写 `duecause: case/1`（案件）或 `duecause: policy/1`（公司制度）",
        en: "begin with `duecause: case/1` for a case or `duecause: policy/1` for a policy";
    "E0213"
        zh: "改用新版程序，或按上文的版本改写首行",
        en: "use a newer program, or write the first line as said above";
    "E0214"
        zh: "`duecause schema` 列出此处可以写什么",
        en: "`duecause schema` prints what may stand here";
    "E0501"
        zh: "核对路径：从当前目录算起，须指向一个您有权打开的文件，例如 cases/case.yaml",
        en: "check the path: it starts in the current folder and leads to a file you may open, such as cases/case.yaml";
    "E0503"
        zh: "换一个可以写入的目录（render 用 --out 指定）",
        en: "choose a folder that may be written to (`render` takes --out)";
    "E0508"
        zh: "核对案件中 `policy:` 后的名称；制度文件放在工作区的 policies 目录，其 `name:` 须与此相同",
        en: "check the name behind `policy:`; the policy stands in the folder policies of the workspace, with the same `name:`";
    "E0509"
        zh: "换成该种类的文件；文件种类写在首行 `duecause: …`",
        en: "give a file of that kind; its first line `duecause: …` says which kind it is";
    "E0510"
        zh: "在 `ground:` 之后写规则包中的一种依据",
        en: "write one of the grounds of the pack behind `ground:`";
    "E0511"
        zh: "在案件中加一行 `ground: …`，从上文所列中选一种",
        en: "add a line `ground: …` with one of these to the case";
    "E0512"
        zh: "在案件中加一行 `policy: 制度名称`；没有书面制度的，写 `extends: [ cn, cn/regions/… ]`",
        en: "add a line `policy: …` with the name of the policy, or `extends: [ cn, cn/regions/… ]` if there is none";
    "E0514"
        zh: "用 --lang 换一种语言，或在工作区的 templates 目录中放入自己的模板",
        en: "choose another language with --lang, or put a template of your own into the folder templates of the workspace";
    "E0515"
        zh: "写事实、要求、金额或期限的名称，或要求的编号；`duecause law` 列出全部名称",
        en: "name a fact, a requirement, a figure or a deadline, or a code; `duecause law` lists them all";
    "E0516"
        zh: "写日历上有的日期，年月日以 `-` 相连，如 2026-03-31",
        en: "write a day the calendar has, such as 2026-03-31";
    "W0519"
        zh: "按该要求补正，或停止签发；`duecause law` 说明哪些要求可以豁免",
        en: "meet the requirement or do not issue the document; `duecause law` says which may be waived";
    "E0520"
        zh: "改用 --to docx 或 --to html，或使用含 PDF 功能的程序",
        en: "choose --to docx or --to html, or a program that was built with PDF";
    "E0521"
        zh: "换一个新的目录名，例如 duecause init our-cases；已在该目录中工作的，直接编辑其中的文件",
        en: "name a new folder, such as duecause init our-cases; if you already work in this one, edit its files";
    "E0522"
        zh: "这是程序的错误，请连同文书种类一并反馈；可先用 --to docx 或 --to html 生成",
        en: "this is a fault of the program, please report it with the kind of document; --to docx or --to html may do meanwhile";
    "E0524"
        zh: "核对 `parameter`、`region` 和 `from`；`duecause law` 列出了参数及其各段数值",
        en: "check `parameter`, `region` and `from`; `duecause law` lists parameters and their values";
    "W0525"
        zh: "核对采用的日期 `on`，或用 --as-of 指定较晚的审查日期",
        en: "check the day of the acceptance (`on`), or review on a later day with --as-of";
    "E0526"
        zh: "输出到磁盘的，清理空间后重试",
        en: "if the output goes to a disk, make room there and run it again";
    "E0529"
        zh: "确认您有权打开该文件，或把它复制到案件所在目录",
        en: "see that you may open the file, or copy it into the folder of the case";
    "W0531"
        zh: "核对批准日期 `on`，或用 --as-of 指定较晚的审查日期",
        en: "check the day it was granted (`on`), or review on a later day with --as-of";
    "W0532"
        zh: "由有权的人重新批准，并写明新的日期",
        en: "have it granted again by a person who may, with new dates";
    "E0533"
        zh: "核对 `on`（批准日期）和 `until`（失效日期），改正写错的一个",
        en: "check `on`, the day it was granted, and `until`, the day it ends, and correct the wrong one";
    "E0537"
        zh: "从上文列出的种类中选一种",
        en: "choose one of the kinds above";
    "E0538"
        zh: "指定案件或制度文件，或包含这些文件的目录",
        en: "name a file of a case or policy, or a folder with such files";
    "E0544"
        zh: "去掉其中一个选项",
        en: "leave one of the two out";
    "E0545"
        zh: "`duecause --help` 列出全部用法",
        en: "`duecause --help` lists what there is";
    "E0546"
        zh: "换一个可以写入的目录（render 用 --out 指定）",
        en: "choose a folder that may be written to (`render` takes --out)";
    "E0547"
        zh: "写完整编号或其开头，如 W05；编号见 check 的输出，或运行 duecause law",
        en: "write a code or its beginning, such as W05, as check or duecause law prints it";
    "E0548"
        zh: "按提示改正文件；--select 和 --ignore 只用于警告（W）和与法律不符的发现",
        en: "mend the file; --select and --ignore are for warnings (W) and for what does not fit the law";
    "E0549"
        zh: "新制度沿用旧制度的 `name:`，在 `versions:` 下增加版本",
        en: "keep the `name:` of the policy, and add a version under `versions:`";
}
