//! Reads layers of a bundle once and compiles them into rule sets.

use std::collections::BTreeMap;

use super::embedded::Bundle;
use crate::assess::Receipt;
use crate::compile::{Input, RuleSet, compile};
use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::rules::{Layer, Policy};
use crate::source::{Digest, FileId, Sources, Span};
use crate::syntax::{Node, prepared, schema, yaml};
use crate::vocabulary::Vocabulary;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// A bundle with the files read so far.
#[derive(Debug, Default)]
pub struct Library {
    bundle: Bundle,
    sources: Sources,
    nodes: BTreeMap<String, Option<Node>>,
    diagnostics: Diagnostics,
}

/// A compiled rule set and what it was made from.
#[derive(Debug, Clone)]
pub struct RuleBook {
    /// The rules.
    pub rules: RuleSet,
    /// Names and digests of the layers.
    pub receipt: Receipt,
}

impl Library {
    /// Returns a library over a bundle.
    #[must_use]
    pub fn new(bundle: Bundle) -> Self {
        Self { bundle, ..Self::default() }
    }

    /// Returns the texts.
    #[must_use]
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// Returns all files read so far.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Adds a file that is not in the bundle, such as a case, and reads it.
    pub fn add(&mut self, shown: &str, text: &str) -> (FileId, Option<Node>, Diagnostics) {
        let file = self.sources.add(shown, text);
        let (node, diagnostics) = yaml::read(&self.sources, file);
        (file, node, diagnostics)
    }

    /// Returns what was wrong with the files of the bundle read so far.
    pub fn take_diagnostics(&mut self) -> Diagnostics {
        std::mem::take(&mut self.diagnostics)
    }

    /// Returns the tree of a file of the bundle; read once, checked against its schema unless embedded.
    pub fn node(&mut self, path: &str) -> Option<&Node> {
        if !self.nodes.contains_key(path) {
            let node = self.read(path);
            self.nodes.insert(path.to_owned(), node);
        }
        self.nodes.get(path)?.as_ref()
    }

    fn read(&mut self, path: &str) -> Option<Node> {
        let text = self.bundle.texts.get(path)?;
        let (shown, carried) = (text.shown.clone(), text.carried());
        let file = match carried {
            Some(carried) => self.sources.add_carried(shown, carried),
            None => self.sources.add(shown, text.text.clone()),
        };
        let tree = text.tree.zip(carried);
        if let Some(node) = tree.and_then(|(tree, carried)| prepared::read(tree, file, carried)) {
            return Some(node);
        }
        let (node, diagnostics) = yaml::read(&self.sources, file);
        self.diagnostics.extend(diagnostics);
        let node = node?;
        if carried.is_none() {
            match schema::kind(&node) {
                Ok(kind) => self.diagnostics.extend(schema::check(&node, kind)),
                Err(diagnostics) => self.diagnostics.extend(diagnostics),
            }
        }
        Some(node)
    }

    /// Returns a text of the bundle as a source file, such as a template.
    pub fn text(&mut self, path: &str) -> Option<(FileId, String)> {
        let text = self.bundle.texts.get(path)?;
        let content = text.text.to_string();
        Some((self.sources.add(text.shown.clone(), content.clone()), content))
    }

    /// Returns the paths that make a layer: of a pack its folder without regions and tests, of a region its file.
    #[must_use]
    pub fn paths(&self, layer: &str) -> Vec<String> {
        let file = format!("rules/{layer}.yaml");
        if self.bundle.texts.contains_key(&file) {
            return vec![file];
        }
        let folder = format!("rules/{layer}");
        let own = |path: &str| {
            !path.contains("/tests/") && !path.contains("/regions/") && path.ends_with(".yaml")
        };
        self.bundle.below(&folder).map(|(p, _)| p.to_owned()).filter(|p| own(p)).collect()
    }

    /// Returns the names of the layers there are: packs and regions.
    #[must_use]
    pub fn layer_names(&self) -> Vec<String> {
        let is_region = |path: &str| path.contains("/regions/") && !path.contains("/tests/");
        let names = self.bundle.texts.keys().filter_map(|path| {
            let path = path.strip_prefix("rules/")?;
            let pack = path.strip_suffix("/pack.yaml").map(str::to_owned);
            let region = path.strip_suffix(".yaml").filter(|p| is_region(p)).map(str::to_owned);
            pack.or(region)
        });
        names.collect()
    }

    /// Compiles the rule set of some layers and a policy.
    ///
    /// # Errors
    ///
    /// Returns everything that is wrong with the layers; the diagnostics of a
    /// success are warnings.
    pub fn rule_book(
        &mut self,
        names: &[(String, Option<Span>)],
        policy: Option<&Policy>,
    ) -> (Option<RuleBook>, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let chain = self.chain(names, &mut diagnostics);
        let mut receipt = Receipt::default();
        let mut layers: Vec<(usize, Layer)> = Vec::new();
        let mut vocabulary = Vocabulary::default();
        for (depth, name) in chain {
            let paths = self.paths(&name);
            receipt.inputs.push((name.clone(), self.digest(&paths)));
            for path in &paths {
                self.node(path);
            }
            let files: Vec<&Node> =
                paths.iter().filter_map(|path| self.nodes.get(path)?.as_ref()).collect();
            // Without a file that cannot be read, the others would seem wrong too.
            if files.len() < paths.len() {
                diagnostics.extend(std::mem::take(&mut self.diagnostics));
                return (None, diagnostics);
            }
            if depth == 0 {
                let (loaded, found) = crate::vocabulary::load(&files);
                vocabulary = loaded;
                diagnostics.extend(found);
            }
            let (layer, found) = crate::rules::load(&name, &files);
            diagnostics.extend(found);
            layers.push((depth, layer));
        }
        diagnostics.extend(self.take_diagnostics());
        if diagnostics.has_errors() {
            return (None, diagnostics);
        }
        let layers = layers.iter().map(|(depth, layer)| (*depth, layer)).collect();
        let (rules, found) = compile(Input { vocabulary, layers, policy }, &self.sources);
        diagnostics.extend(found);
        (rules.map(|rules| RuleBook { rules, receipt }), diagnostics)
    }

    fn digest(&self, paths: &[String]) -> Digest {
        let mut text = String::new();
        for path in paths {
            let content = self.bundle.text(path).unwrap_or("");
            text.push_str(&format!("{path} {}\n", Digest::of(content.as_bytes())));
        }
        Digest::of(text.as_bytes())
    }

    /// The layers in order, each with its distance from the nation; a region brings the regions it extends.
    fn chain(
        &mut self,
        names: &[(String, Option<Span>)],
        diagnostics: &mut Diagnostics,
    ) -> Vec<(usize, String)> {
        let mut chain: Vec<(usize, String)> = Vec::new();
        for (name, span) in names {
            self.follow(name, *span, &mut chain, diagnostics, 0);
        }
        chain.sort_by_key(|(depth, _)| *depth);
        chain
    }

    /// Says that there is no layer of a name, and which there are.
    fn no_layer(&self, name: &str, span: Option<Span>) -> Diagnostic {
        let message = Message::NoLayer { name: name.to_owned() };
        let error = crate::diag::Severity::Error;
        let diagnostic = Diagnostic::new(message.code(), error, message.text());
        let diagnostic = span.into_iter().fold(diagnostic, Diagnostic::at);
        let known = self.layer_names();
        let last = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
        let lasts: Vec<String> = known.iter().map(|name| last(name)).collect();
        // Regions differ in their last part only: the rest must not make all of them near.
        let near = match name.contains('/') || lasts.iter().any(|l| l == name) {
            true => nearest(&last(name), lasts.iter().map(String::as_str)),
            false => nearest(name, known.iter().map(String::as_str)),
        };
        let near = near.and_then(|near| known.iter().find(|k| last(k) == near));
        diagnostic.with_help(match near {
            Some(near) => Message::DidYouMean { name: near.clone() }.text(),
            None => Message::LayersAre { known: known.join(", ") }.text(),
        })
    }

    fn follow(
        &mut self,
        name: &str,
        span: Option<Span>,
        chain: &mut Vec<(usize, String)>,
        diagnostics: &mut Diagnostics,
        steps: usize,
    ) -> usize {
        if let Some((depth, _)) = chain.iter().find(|(_, known)| known == name) {
            return *depth;
        }
        let paths = self.paths(name);
        let Some(first) = paths.first().filter(|_| steps < 8).cloned() else {
            diagnostics.push(self.no_layer(name, span));
            return 0;
        };
        let heads: Vec<(String, Span)> = match self.node(&first).and_then(|n| n.get("region")) {
            Some(region) => crate::syntax::fields::items(region, "extends")
                .filter_map(|n| Some((n.text()?.to_owned(), n.span())))
                .collect(),
            None => Vec::new(),
        };
        let mut depth = 0;
        for (head, span) in heads {
            depth = depth.max(self.follow(&head, Some(span), chain, diagnostics, steps + 1) + 1);
        }
        chain.push((depth, name.to_owned()));
        depth
    }
}
