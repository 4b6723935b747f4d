//! A pasted text through the real binary: read, kept once, taken back, refused in words.

use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const TEXT: &str = "\
عقدت أمانة المنطقة الشرقية بالتعاون مع وزارة الشؤون البلدية والقروية اجتماعًا دوريًا مع جمعية جيرة بمقر الأمانة، وذلك يوم الاثنين 13/6/1448هـ، لمناقشة تشغيل الحدائق.
وحضر الاجتماع وكيل الأمين للخدمات المهندس سعد بن ناصر الواحي، ومدير إدارة البرامج بالوزارة الدكتور عبد الرحمن الجيري.
وعلى جمعية جيرة أن ترسل قائمة المواقع غدًا.
";

fn tansiq(arguments: &[&str], given: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
    command.args(arguments).env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().expect("the program runs");
    program.stdin.take().expect("a pipe").write_all(given.as_bytes()).expect("written");
    program.wait_with_output().expect("it ends")
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn answer(arguments: &[&str]) -> Value {
    let said = stdout(&tansiq(arguments, TEXT));
    serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"))
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

#[test]
fn a_text_is_answered_as_json_with_null_for_what_it_does_not_say() {
    let found = answer(&["intake", "-", "--json", "--today", "2026-11-23"]);
    assert_eq!(
        found["meeting"],
        json!({"title": "اجتماع دوري مع جمعية جيرة", "date": "2026-11-23", "place": "مقر الأمانة",
            "hosts": ["أمانة المنطقة الشرقية", "وزارة البلديات والإسكان"]})
    );
    assert_eq!(
        found["people"][0],
        json!({"name": "سعد بن ناصر الواحي", "title": "المهندس", "post": "وكيل الأمين للخدمات",
            "organisation": "أمانة المنطقة الشرقية"})
    );
    assert_eq!(found["people"][1]["organisation"], "وزارة البلديات والإسكان");
    assert_eq!(
        found["follow_ups"],
        json!([{"text": "على جمعية جيرة أن ترسل قائمة المواقع غدًا", "owner": "جمعية جيرة", "due": "2026-11-24"}])
    );
    assert_eq!(found["missing"], json!(["time", "chair", "decisions"]));
    let nothing: Value = serde_json::from_str(&stdout(&tansiq(&["intake", "-", "--json"], ""))).expect("JSON");
    assert_eq!(nothing["meeting"], json!({"title": null, "date": null, "place": null, "hosts": []}));
}

#[test]
fn a_text_is_kept_once_and_known_from_then_on() {
    let place = tempfile::tempdir().expect("a folder");
    let data = path(place.path());
    let intake = ["intake", "-", "--data", data, "--today", "2026-11-23"];
    let with = |more: &[&'static str]| [&intake[..], more].concat();
    assert_eq!(answer(&with(&["--json"]))["people"][0]["known"], false);
    let records = || stdout(&tansiq(&["check", "--data", data], ""));
    let before = records();
    assert!(stdout(&tansiq(&with(&["--save"]), TEXT)).contains("Kept as meeting"));
    let once = records();
    assert_ne!(before, once);
    // Pasted with a paragraph twice and other blanks, it is the same text.
    let again = format!("{}\n\n{}", TEXT.replace(' ', "  "), TEXT);
    assert!(stdout(&tansiq(&with(&["--save"]), &again)).contains("nothing new was made"));
    assert_eq!(records(), once);
    let known = answer(&with(&["--json"]));
    assert_eq!((&known["people"][0]["known"], &known["organisations"][0]["known"]), (&json!(true), &json!(true)));
    assert!(known["meeting"]["known"].is_string());
    for asked in ["عبدالرحمن الجيري", "مدير ادارة البرامج", "قائمه المواقع"]
    {
        assert!(stdout(&tansiq(&["search", asked, "--data", data], "")).lines().count() > 1, "{asked}");
    }
}

#[test]
fn the_aim_of_unnamed_proposals_is_told_and_not_kept() {
    let place = tempfile::tempdir().expect("a folder");
    let data = path(place.path());
    let text = format!("{TEXT}\nوطُرحت خلاله مجموعة من الأفكار الهادفة إلى إحياء الساحات.");
    let run = |more: &[&'static str]| {
        stdout(&tansiq(&[&["intake", "-", "--data", data, "--today", "2026-11-23"][..], more].concat(), &text))
    };
    let found: Value = serde_json::from_str(&run(&["--json"])).expect("JSON");
    assert_eq!(found["unconfirmed"], json!(["إحياء الساحات"]));
    assert!(run(&["--language", "ar"]).contains("إحياء الساحات · يحتاج تأكيدًا"));
    assert!(run(&["--save"]).contains("Kept as meeting"));
    let kept = stdout(&tansiq(&["search", "إحياء الساحات", "--data", data, "--json"], ""));
    assert!(!kept.contains("إحياء"), "{kept}");
}

#[test]
fn what_is_no_text_and_what_tells_of_no_meeting_is_refused_in_words() {
    let place = tempfile::tempdir().expect("a folder");
    let file = place.path().join("picture.png");
    std::fs::write(&file, [0x89, b'P', b'N', b'G', 0, 0xFF]).expect("written");
    let refused = |arguments: &[&str], given: &str, said: &str| {
        let output = tansiq(arguments, given);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(words.contains(said), "{words}");
    };
    refused(&["intake", path(&file), "--json"], "", "is not text");
    refused(&["intake", "no-such-file.txt"], "", "could not be read");
    refused(&["intake", "-", "--today", "ليس تاريخا"], TEXT, "was not understood");
    refused(&["intake", "-", "--save", "--data", path(place.path())], "نغسل الأرز ونتركه ساعة.", "no meeting");
    let arabic = tansiq(&["intake", path(&file), "--language", "ar"], "");
    assert!(String::from_utf8_lossy(&arabic.stderr).contains("ليس نصًا"));
}
