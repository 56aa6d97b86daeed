//! Arguments, and nothing else.

use std::path::PathBuf;

use crate::report::annotations::Form;
use crate::rules::Severity;
use crate::wording::Language;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

/// Check a performance dismissal against policy and law, and write the papers
#[derive(Debug, Parser)]
#[command(name = "duecause", version, propagate_version = true, max_term_width = 100)]
#[command(disable_help_flag = true, disable_version_flag = true)]
#[command(after_help = "Exit codes:
  0  ready, or nothing found
  1  blocked, or findings at or above --fail-on
  2  wrong usage, or a file that cannot be read
  3  undetermined
  4  a file is not what was recorded")]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// Options of every command
    #[command(flatten)]
    pub common: Common,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Language of messages and papers (default: from the locale)
    #[arg(long, global = true, value_name = "zh|en")]
    pub lang: Option<Tongue>,
    /// Show personal values in excerpts of case files
    #[arg(long, global = true)]
    pub show_values: bool,
    /// Print help
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Print version
    #[arg(long, short = 'V', global = true, action = ArgAction::Version)]
    version: Option<bool>,
}

/// A language.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Tongue {
    /// Simplified Chinese
    Zh,
    /// English
    En,
}

impl Tongue {
    /// Returns the language.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Self::Zh => Language::Chinese,
            Self::En => Language::English,
        }
    }
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For programs
    Json,
}

/// Form of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReviewFormat {
    /// For people
    Human,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, for test reports
    Junit,
    /// Annotations of GitHub Actions
    Github,
    /// Markdown, for comments and job summaries
    Markdown,
}

/// Form of what `check` finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Human,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, for test reports
    Junit,
    /// Annotations of GitHub Actions
    Github,
    /// Markdown, for comments and job summaries
    Markdown,
}

impl ReviewFormat {
    /// Returns the form for other programs, if it is one.
    #[must_use]
    pub fn form(self) -> Option<Form> {
        match self {
            Self::Human | Self::Json => None,
            Self::Sarif => Some(Form::Sarif),
            Self::Junit => Some(Form::Junit),
            Self::Github => Some(Form::Github),
            Self::Markdown => Some(Form::Markdown),
        }
    }
}

impl CheckFormat {
    /// Returns the form for other programs, if it is one.
    #[must_use]
    pub fn form(self) -> Option<Form> {
        match self {
            Self::Human => None,
            Self::Sarif => Some(Form::Sarif),
            Self::Junit => Some(Form::Junit),
            Self::Github => Some(Form::Github),
            Self::Markdown => Some(Form::Markdown),
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace with a policy and a case to fill in
    Init(Init),
    /// Check packs, policies and cases for mistakes
    Check(Check),
    /// Assess a case: verdict, findings, figures, questions
    Review(Review),
    /// Show how a finding or figure came about
    Explain(Explain),
    /// Write the papers of a case
    Render(Render),
    /// Run the worked examples of the law
    Test(Test),
    /// Print the JSON Schema of a kind of file
    Schema(Schema),
    /// Print rule and parameter pages
    Law(Law),
    /// Show what changes from one policy to another, and in which cases
    Diff(Diff),
    /// Write a policy with the law beside it, for those who decide about it
    Rulebook(Rulebook),
    /// Print completions for a shell
    Completions(Completions),
    /// Write the manual pages
    Man(Man),
}

/// `diff`
#[derive(Debug, Args)]
pub struct Diff {
    /// Policy before
    pub old: PathBuf,
    /// Policy after
    pub new: PathBuf,
    /// Case or folder of cases; a verdict that gets worse makes the exit code 1
    #[arg(long, value_name = "CASES")]
    pub impact: Option<PathBuf>,
}

/// `rulebook`
#[derive(Debug, Args)]
pub struct Rulebook {
    /// Policy file
    pub policy: PathBuf,
    /// Day whose version of policy and law is written (YYYY-MM-DD, default: today)
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Forms to write, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "pdf,docx",
        value_name = "FORMS"
    )]
    pub to: Vec<Target>,
    /// Folder to write to (default: that of the policy)
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Overwrite what exists
    #[arg(long)]
    pub force: bool,
    /// Folder with more fonts, for characters the embedded ones lack
    #[arg(long, value_name = "DIR")]
    pub font_dir: Option<PathBuf>,
}

/// `completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// Shell
    pub shell: clap_complete::Shell,
}

/// `man`
#[derive(Debug, Args)]
pub struct Man {
    /// Folder to write to
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Overwrite what exists
    #[arg(long)]
    pub force: bool,
}

/// `init`
#[derive(Debug, Args)]
pub struct Init {
    /// Folder to make; must be absent or empty
    pub folder: PathBuf,
    /// Region whose rules apply
    #[arg(long, default_value = "cn/regions/sh")]
    pub region: String,
    /// Ground of the first case (default: the pack's first)
    #[arg(long)]
    pub ground: Option<String>,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// Files or folders to check; without any, the packs, policies and cases of the workspace
    pub paths: Vec<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "human")]
    pub format: CheckFormat,
    /// What is told of
    #[command(flatten)]
    pub selected: Selected,
}

/// What a command tells of, by code.
#[derive(Debug, Args)]
pub struct Selected {
    /// Tell only findings whose code begins so, separated by commas, such as CN-K,W05
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub select: Vec<String>,
    /// Leave out findings whose code begins so; errors that make a file unusable are always told
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub ignore: Vec<String>,
}

/// The case a command is about.
#[derive(Debug, Args)]
pub struct CaseArgument {
    /// Case file
    pub case: PathBuf,
    /// Date of knowledge, wins over the case's own (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

/// `review`
#[derive(Debug, Args)]
pub struct Review {
    /// The case
    #[command(flatten)]
    pub case: CaseArgument,
    /// Document to decide about (default: the ground's main document)
    #[arg(long, value_name = "ID")]
    pub document: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "human")]
    pub format: ReviewFormat,
    /// Least severity of an unmet requirement that makes the exit code 1
    #[arg(long, value_enum, default_value = "block", value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// Print every requirement and where each figure comes from
    #[arg(long, short)]
    pub verbose: bool,
    /// What is told of; the verdict rests on all findings
    #[command(flatten)]
    pub selected: Selected,
}

/// Least severity that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Only what stands in the way
    Block,
    /// Warnings too
    Warn,
    /// Notes too
    Info,
}

impl FailOn {
    /// Returns the least weight that fails.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Block => Severity::Block,
            Self::Warn => Severity::Warn,
            Self::Info => Severity::Info,
        }
    }
}

/// `explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The case
    #[command(flatten)]
    pub case: CaseArgument,
    /// Requirement (id or code), figure, definition, parameter or fact
    pub name: String,
    /// Form of the output
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
}

/// `render`
#[derive(Debug, Args)]
pub struct Render {
    /// The case
    #[command(flatten)]
    pub case: CaseArgument,
    /// Documents to write (default: all that have a template)
    pub documents: Vec<String>,
    /// Forms to write, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "pdf,docx",
        value_name = "FORMS"
    )]
    pub to: Vec<Target>,
    /// Folder to write to (default: `papers` beside the case)
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Make a watermarked draft where a paper is not cleared
    #[arg(long)]
    pub draft: bool,
    /// Overwrite what exists
    #[arg(long)]
    pub force: bool,
    /// Number of the paper (文号), given when it is issued
    #[arg(long, value_name = "TEXT")]
    pub number: Option<String>,
    /// Folder with more fonts, for characters the embedded ones lack
    #[arg(long, value_name = "DIR")]
    pub font_dir: Option<PathBuf>,
}

/// A form of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// PDF/A-2a with PDF/UA-1, for signing
    Pdf,
    /// Word, for editing
    Docx,
    /// A page for the browser
    Html,
    /// Markdown
    Md,
    /// Typst source
    Typ,
}

impl Target {
    /// Returns the ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Md => "md",
            Self::Typ => "typ",
        }
    }
}

/// `test`
#[derive(Debug, Args)]
pub struct Test {
    /// Only vectors whose file, name, id or requirement this is part of; with --mutate only rules of this name, code or file
    pub filter: Option<String>,
    /// Print which requirement lacks a satisfied, a failing, an indeterminate or a boundary vector
    #[arg(long)]
    pub coverage: bool,
    /// Change the rules in one small place at a time and print the changes that no vector notices
    #[arg(long, conflicts_with = "coverage")]
    pub mutate: bool,
}

/// `schema`
#[derive(Debug, Args)]
pub struct Schema {
    /// Kind of file: pack, vocabulary, rules, documents, policy, case, test; of output: review, explain
    pub kind: String,
    /// Specialise `case` and `policy` to a pack or region, such as `cn` or `cn/regions/sh`
    #[arg(long, value_name = "LAYER")]
    pub law: Option<String>,
}

/// `law`
#[derive(Debug, Args)]
pub struct Law {
    /// Requirement (id or code), parameter, figure or definition; without one, the list
    pub name: Option<String>,
    /// Layer to read
    #[arg(long, value_name = "LAYER", default_value = "cn")]
    pub law: String,
    /// List the instruments: version read, how far trusted, when checked, what cites them, and what
    /// rests on something not verified
    #[arg(long, conflicts_with = "name")]
    pub sources: bool,
    /// List the documents of each ground
    #[arg(long, conflicts_with_all = ["name", "sources"])]
    pub documents: bool,
}
