//! The house rules a machine can check; `src/lib.rs` says why each of them is one.

use std::path::{Path, PathBuf};

/// A source file: its path below the project, and its text.
struct Source {
    path: String,
    text: String,
}

fn files_below(folder: &Path, into: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("a folder entry").path()) {
        if path.is_dir() { files_below(&path, into) } else { into.push(path) }
    }
}

/// Rust sources below some folders of the project.
fn sources(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        files_below(&root.join(folder), &mut paths);
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    paths
        .iter()
        .map(|path| Source {
            path: path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/"),
            text: std::fs::read_to_string(path).expect("UTF-8 source"),
        })
        .collect()
}

/// The code of a file without its comments and without its tests' module at the end.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let before_tests = text.split_once("\nmod tests {").map(|(before, _)| before);
    before_tests
        .filter(|before| before.contains("#[cfg(test)]"))
        .unwrap_or(text)
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.split("//").next().unwrap_or_default()))
        .filter(|(_, line)| !line.trim().is_empty())
}

/// Is the whole file a module of tests?
fn is_tests(source: &Source) -> bool {
    source.path.starts_with("src/") && (source.path.ends_with("/tests.rs") || source.path.contains("/tests/"))
}

/// Every line of the folders' code that breaks a rule.
fn offences(folders: &[&str], breaks: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources(folders).into_iter().filter(|source| !is_tests(source)) {
        for (number, line) in code(&source.text) {
            if breaks(&source, line) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    found
}

#[track_caller]
fn check(rule: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{rule}:\n{}", offences.join("\n"));
}

#[test]
fn sql_is_known_only_below_the_store() {
    let found = offences(&["src"], |source, line| line.contains("rusqlite") && !source.path.starts_with("src/store/"));
    check("rusqlite is named only below src/store", &found);
}

#[test]
fn the_window_is_unknown_to_the_layers_below_it() {
    let folders = [
        "src/store",
        "src/documents",
        "src/intake",
        "src/import",
        "src/domain",
        "src/arabic",
        "src/calendar",
        "src/strings",
    ];
    check(
        "these layers know no window",
        &offences(&folders, |_, line| line.contains("egui") || line.contains("eframe")),
    );
}

#[test]
fn each_module_imports_only_what_the_map_allows() {
    let layers = [
        "arabic",
        "calendar",
        "domain",
        "intake",
        "store",
        "documents",
        "import",
        "jobs",
        "text",
        "widgets",
        "screens",
        "app",
        "cli",
    ];
    // What the map of src/lib.rs allows, besides `error` and `strings`, which all may use but where it says otherwise.
    let allowed: &[(&str, &[&str])] = &[
        ("arabic", &[]),
        ("calendar", &["arabic"]),
        ("domain", &["arabic", "calendar"]),
        ("intake", &["arabic", "calendar", "domain"]),
        ("store", &["arabic", "calendar", "domain"]),
        ("documents", &["arabic", "calendar", "domain"]),
        ("import", &["arabic", "calendar", "domain"]),
        ("text", &[]),
        ("widgets", &["text", "arabic", "calendar"]),
        ("screens", &["text", "widgets", "store", "intake", "import", "domain", "arabic", "calendar"]),
    ];
    let mut found = Vec::new();
    for (layer, may) in allowed {
        let forbidden: Vec<String> = layers
            .iter()
            .filter(|other| *other != layer && !may.contains(other))
            .map(|other| format!("crate::{other}::"))
            .collect();
        found.extend(offences(&[&format!("src/{layer}")], |_, line| {
            forbidden.iter().any(|path| line.contains(path.as_str()))
        }));
    }
    check("imports follow the map in src/lib.rs", &found);
}

#[test]
fn screens_never_see_each_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/screens");
    let names: Vec<String> = std::fs::read_dir(folder)
        .expect("src/screens")
        .map(|entry| entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned())
        // What several screens share is no screen.
        .filter(|name| {
            const SHARED: [&str; 14] = [
                "mod",
                "attachments",
                "find_bar",
                "form",
                "goals",
                "merge",
                "next_meeting",
                "panes",
                "paper_pane",
                "shown_pages",
                "paper_view",
                "parts",
                "reason",
                "shown",
            ];
            !SHARED.contains(&name.as_str())
        })
        .collect();
    let found = offences(&["src/screens"], |source, line| {
        names.iter().any(|name| {
            let own = source.path.starts_with(&format!("src/screens/{name}/"))
                || source.path == format!("src/screens/{name}.rs");
            !own && source.path != "src/screens/mod.rs" && line.contains(&format!("screens::{name}"))
        })
    });
    check("a screen imports no other screen", &found);
}

#[test]
fn screens_and_widgets_touch_no_file() {
    let found = offences(
        &["src/screens", "src/widgets", "src/text", "src/documents", "src/intake", "src/import", "src/domain"],
        |_, line| line.contains("std::fs") || line.contains("fs::"),
    );
    check("only main, cli, store and jobs touch the file system", &found);
}

#[test]
fn no_file_is_too_long_to_read() {
    let found: Vec<String> = sources(&["src", "tests", "benches", "examples"])
        .into_iter()
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > 600)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    check("a file has at most 600 lines", &found);
}

#[test]
fn every_source_file_says_what_it_is() {
    let found: Vec<String> = sources(&["src", "tests", "benches", "examples"])
        .into_iter()
        .filter(|source| !source.text.starts_with("//!"))
        .map(|source| source.path)
        .collect();
    check("a file opens with //! what it is", &found);
}

#[test]
fn source_text_holds_no_invisible_direction_marks() {
    let invisible = |letter: char| matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let found: Vec<String> = sources(&["src", "tests", "benches", "examples"])
        .into_iter()
        .filter(|source| source.text.contains(invisible))
        .map(|source| source.path)
        .collect();
    check("write direction marks as escapes, such as \\u{200F}", &found);
}

#[test]
fn no_shown_word_stands_in_the_code_of_the_interface() {
    let arabic = |letter: char| matches!(letter, '\u{0600}'..='\u{06FF}');
    let found =
        offences(&["src/screens", "src/app", "src/widgets", "src/text", "src/cli"], |_, line| line.contains(arabic));
    check("shown words stand in assets/strings", &found);
}

#[test]
fn the_window_shares_the_systems_clipboard() {
    let manifest = std::fs::read_to_string("Cargo.toml").expect("the manifest");
    let window = manifest.lines().find(|line| line.starts_with("eframe = ")).expect("the window's library");
    assert!(window.contains("\"clipboard\""), "without it copied text stays in the program: {window}");
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["todo!(", "unimplemented!(", "FIXME", "XXX", "#[ignore"];
    let found = offences(&["src", "tests", "benches", "examples"], |source, line| {
        !source.path.ends_with("tidy.rs") && words.iter().any(|word| line.contains(word))
    });
    check("no work is left for later", &found);
}

#[test]
fn a_rule_that_is_broken_is_seen() {
    let source =
        "let a = 1;\n// rusqlite in a comment\nuse rusqlite::Connection;\n#[cfg(test)]\nmod tests { use rusqlite; }";
    let found: Vec<usize> =
        code(source).filter(|(_, line)| line.contains("rusqlite")).map(|(number, _)| number).collect();
    assert_eq!(found, [3]);
}
