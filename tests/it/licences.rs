//! Licences: every dependency, on every platform, comes under one that `deny.toml` allows. Needs no network.

use serde_json::Value;
use std::process::Command;

/// The licences of `allow = [ … ]`, and the `crate = "…", allow = ["…"]` pairs of `exceptions = [ … ]`.
fn rules() -> (Vec<spdx::LicenseReq>, Vec<(String, spdx::LicenseReq)>) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).expect("deny.toml is there");
    let (allow, exceptions) = text.split_once("exceptions = [").expect("deny.toml has both lists");
    let allow = allow.split_once("allow = [").expect("deny.toml has an allow list").1;
    let exceptions = exceptions.lines().filter(|line| line.contains("crate =")).map(|line| {
        let quoted: Vec<_> = line.split('"').skip(1).step_by(2).collect();
        (quoted[0].to_owned(), requirement(quoted[1]))
    });
    (allow.split('"').skip(1).step_by(2).map(requirement).collect(), exceptions.collect())
}

fn requirement(name: &str) -> spdx::LicenseReq {
    spdx::Licensee::parse(name).unwrap_or_else(|error| panic!("deny.toml: {name}: {error}")).into_req()
}

/// Name and licence expression of each package in the lock file.
fn dependencies() -> Vec<(String, Option<String>)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "run `cargo fetch` first: the licence check reads every crate from the local cache\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("it lists packages");
    packages
        .iter()
        .map(|package| {
            let text = |key: &str| package[key].as_str().map(str::to_owned);
            (text("name").unwrap_or_default(), text("license"))
        })
        .collect()
}

fn is_allowed(expression: &str, allowed: &[spdx::LicenseReq]) -> bool {
    let parsed = spdx::Expression::parse_mode(expression, spdx::ParseMode::LAX);
    parsed.is_ok_and(|parsed| parsed.evaluate(|requirement| allowed.contains(requirement)))
}

#[test]
fn every_dependency_comes_under_an_allowed_licence() {
    let (allowed, exceptions) = rules();
    let refused: Vec<_> = dependencies()
        .into_iter()
        .filter(|(name, licence)| {
            let mut allowed = allowed.clone();
            allowed.extend(exceptions.iter().filter(|(exception, _)| exception == name).map(|(_, rule)| rule.clone()));
            !licence.as_deref().is_some_and(|licence| is_allowed(licence, &allowed))
        })
        .collect();
    assert!(refused.is_empty(), "not under a licence of deny.toml: {refused:#?}");
}

#[test]
fn a_copyleft_licence_is_refused_and_a_choice_with_a_permissive_one_is_not() {
    let (allowed, _) = rules();
    let check = |expression: &str, expected: bool| {
        assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
    };
    check("GPL-3.0-only", false);
    check("MIT AND GPL-3.0-only", false);
    check("MIT OR GPL-3.0-only", true);
    check("MIT/Apache-2.0", true);
}
