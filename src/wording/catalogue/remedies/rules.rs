//! Remedies for names, values, rules and expressions.

remedies! {
    "E0301"
        zh: "核对名称的拼写；`duecause law` 列出规则的名称，`duecause schema case --law cn` 列出事实的名称",
        en: "check the spelling; `duecause law` lists the names of the rules, `duecause schema case --law cn` those of the facts";
    "E0302"
        zh: "保留一处，另一处删去或改名",
        en: "keep one of the two, and remove or rename the other";
    "E0303"
        zh: "从上文列出的类型中选一种",
        en: "choose one of the types";
    "E0304"
        zh: "按上文所说的写法改正；不清楚的，删去这一行",
        en: "write it as said above; if it is not known, remove the line";
    "E0305"
        zh: "从上文列出的选项中选一个，照原样填写；不清楚的，删去这一行",
        en: "choose one of these and write it exactly so; if it is not known, remove the line";
    "E0306"
        zh: "填写实际的值；尚不清楚的，删去这一行",
        en: "enter the value, or remove the line until it is known";
    "E0307"
        zh: "写成 value: yes, by: …, role: …, on: 2026-03-01, reasons: …",
        en: "write value: yes, by: …, role: …, on: 2026-03-01, reasons: …";
    "E0308"
        zh: "给其中一行换一个编号；两行说的是同一件事的，合并为一行",
        en: "give one of the rows another id, or merge them if they say the same thing";
    "E0309"
        zh: "给这一行补上主键，在同一列表中不得重复，如 `id: M1`",
        en: "give the row its key, one that no other row of the list has, such as `id: M1`";
    "E0310"
        zh: "写该列表中某一行的编号；尚不清楚的删去此处",
        en: "write the id of one of its rows, or leave this out if it is not known";
    "E0311"
        zh: "在 `evidence` 下登记这份证据，或改正编号",
        en: "enter the exhibit under `evidence`, or correct the number";
    "W0312"
        zh: "在它所证明的事实中写明 `evidence:`，或删去这一份",
        en: "name it under `evidence:` of the fact it proves, or remove it";
    "E0313"
        zh: "去掉负号，写实际的数额；扣减的款项另有名称的，填入该名称之下",
        en: "remove the minus sign and write the amount itself; what was deducted belongs under its own name";
    "E0314"
        zh: "对照原件核对是否写错；确实如此的，在案件之外另行说明，不要改写数字",
        en: "check it against the original for a slip; do not change the figure to make it fit";
    "W0315"
        zh: "对照原件核对两处日期；文书上的日期确实不同的，按文书改事实，不得改文书",
        en: "check both dates against the original; if the paper bears another day, correct the fact, never the paper";
    "W0316"
        zh: "核对日期；另有当时或者其后形成的证据的，登记并在该事实中引用",
        en: "check the dates; if there is an exhibit made on that day or later, register it and name it for the fact";
    "E0401"
        zh: "换成此处所需种类的值，或改用返回该种类的函数",
        en: "write a value of the kind that is needed, or a function that returns one";
    "E0402"
        zh: "两侧换成同一种类的值：金额与金额、日期与日期、天数与天数",
        en: "give both sides the same kind: amount and amount, date and date, days and days";
    "E0403"
        zh: "用 default(x, y) 给出替代值，或写在 `if exists(x) then … else …` 里",
        en: "give another value with default(x, y), or put it into `if exists(x) then … else …`";
    "E0404"
        zh: "核对函数名的拼写；docs/formats/expressions.md 列出全部函数",
        en: "check the spelling; docs/formats/expressions.md lists all functions";
    "E0405"
        zh: "按 docs/formats/expressions.md 所列补足或删去参数",
        en: "add or remove arguments as docs/formats/expressions.md lists them";
    "E0406"
        zh: "改写其中一个定义，使它不再引用上文列出的其他定义",
        en: "rewrite one of them so that it does not use the others named above";
    "E0407"
        zh: "写成 round(…, 0.01)，或用 floor、ceil、truncate",
        en: "write round(…, 0.01), or use floor, ceil or truncate";
    "E0408"
        zh: "折算成规则包的货币，并注明汇率和日期",
        en: "convert it into the currency of the pack and note the rate and its day";
    "E0409"
        zh: "第一个参数换成列表，或删去 `as`、`from`、`where`",
        en: "give a list as first argument, or remove `as`, `from` and `where`";
    "E0410"
        zh: "在 `cite:` 中注明条文，并在 sources 中声明其出处",
        en: "name the article under `cite:` and declare its instrument under sources";
    "E0411"
        zh: "在 sources 中声明该法规文件，或改正引用的写法",
        en: "declare the instrument under sources, or correct the citation";
    "E0412"
        zh: "补上缺少的区间；末尾加一档只写 `value:`，即为其余情形",
        en: "add the range that is missing; a last row with only `value:` stands for the rest";
    "E0413"
        zh: "删去这一档，或把它移到范围更宽的一档之前",
        en: "remove this band, or move it before the wider one";
    "E0414"
        zh: "把前一段的结束日改为后一段开始日的前一天",
        en: "end the earlier value on the day before the later one begins";
    "E0415"
        zh: "改为不低于法律标准的值，或删去这一行，适用法律标准",
        en: "set a value that is no worse than the law's, or remove the line and the law's applies";
    "E0416"
        zh: "删去这一行，适用法律规定的值",
        en: "remove the line; the law's value applies";
    "W0417"
        zh: "删去该参数，或在规则中使用它",
        en: "remove the parameter, or use it in a rule";
    "E0418"
        zh: "核对 `replaces:` 后的名称；新增规则的，删去 `replaces:`",
        en: "check the name behind `replaces:`, or remove that key if the rule is a new one";
    "E0419"
        zh: "同一层级只保留一处替换",
        en: "keep one of the two replacements";
    "E0420"
        zh: "补上 `title: { zh: …, en: … }`",
        en: "add `title: { zh: …, en: … }`";
    "E0421"
        zh: "写该制度中已有的版本日期，或在制度文件 `versions:` 下补上这一版本",
        en: "name a version the policy has, or add this one under `versions:` of the policy";
    "E0422"
        zh: "补上取值，或用 `required: policy`、`required: region` 注明由谁提供",
        en: "give a value, or say who supplies it: `required: policy` or `required: region`";
    "E0423"
        zh: "拆成几个较小的 definitions",
        en: "split it into several smaller definitions";
    "E0424"
        zh: "删去 `from … to …` 改用 `where`，或为该列表声明 `every: month`",
        en: "use `where` in place of `from … to …`, or declare the list with `every: month`";
    "E0425"
        zh: "通过某一行读取，或在遍历该列表的函数之内使用",
        en: "read it from a row, or inside a function that goes through the list";
    "E0426"
        zh: "写明 `value:`、`all:`、`any:` 或 `bands:` 之一",
        en: "give one of `value:`, `all:`, `any:` and `bands:`";
    "E0427"
        zh: "换一个新的名称，或在有权限的规则层中改动",
        en: "choose a new name, or change it in the layer that may";
    "E0428"
        zh: "对照该名称的声明：分项表带 `[…]`，其他的不带",
        en: "look at its declaration: a table is read with `[…]`, anything else without";
    "E0429"
        zh: "在 proof 的括号内写事实、字段或一行的名称",
        en: "name a fact, a field or a row in the brackets of proof";
    "E0430"
        zh: "对调或改正这段取值的两个日期",
        en: "correct the two dates of this value";
    "E0431"
        zh: "设为大于 0 的值，或删去这一行",
        en: "set it above zero, or remove the line";
    "E0601"
        zh: "删去该字符；文字加双引号",
        en: "remove the character, or put text into quotation marks";
    "E0602"
        zh: "减少位数，写成 0.85 或 1200.50 的形式",
        en: "use fewer digits, in the form 0.85 or 1200.50";
    "E0603"
        zh: "核对月份和日子，如 2026-03-31",
        en: "check month and day, such as 2026-03-31";
    "E0604"
        zh: "补上另一半引号",
        en: "add the second quotation mark";
    "E0605"
        zh: "此处写名称、数字、日期、加引号的文字或括号内的表达式",
        en: "write a name, a number, a date, quoted text or an expression in brackets here";
    "E0606"
        zh: "把表达式写完整，或删去末尾多余的运算符",
        en: "finish the expression, or remove the operator at its end";
    "E0607"
        zh: "用 `and`、`or` 或运算符连接，或删去多余部分",
        en: "join the parts with `and`, `or` or an operator, or remove what is too much";
    "E0608"
        zh: "写成 `a - b`",
        en: "write `a - b`";
    "E0609"
        zh: "把里层的部分写成单独的 definitions",
        en: "move inner parts into definitions of their own";
    "E0610"
        zh: "写成 `a < b and b < c`",
        en: "write `a < b and b < c`";
    "E0611"
        zh: "切换到半角输入后重新输入该符号",
        en: "type the sign again with the keyboard set to half-width";
    "E0612"
        zh: "把一部分写成单独的 definitions",
        en: "move parts into definitions of their own";
    "E0613"
        zh: "名称换一个词，例如 from 改为 start、to 改为 last；若是漏写了一侧的值，补上即可",
        en: "choose another name, such as start for from and last for to; or add the value that is missing beside it";
}
