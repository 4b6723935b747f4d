//! Addresses of mailboxes: what is whole enough to be written to. Shown from left to right, as other codes are.

/// Is it the whole address of one mailbox? Letters of any script may stand in it; what is missing on either side of the @,
/// or behind its last dot, makes it none.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || ODD.contains(&letter);
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_host = host.contains('.') && host.split('.').all(is_part);
    // A number behind the last dot is the end of a number, not of a name.
    let is_ended = last.chars().count() > 1 && !last.chars().all(char::is_numeric);
    let is_clean = |part: &str| !part.is_empty() && !part.contains(is_odd);
    is_clean(name) && is_clean(host) && is_host && is_ended
}

/// What parts two addresses, or stands around one.
const ODD: [char; 15] = ['@', ',', ';', '،', '؛', '<', '>', '(', ')', '[', ']', '"', '\\', ':', '/'];

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn a_whole_address_is_told_from_what_is_none() {
        for whole in ["info@example.org", "a.b-c+d@mail.example.gov.sa", "بريد@مثال.السعودية", "x_1@e-x.co"]
        {
            assert!(is_email(whole), "{whole}");
        }
        for none in [
            "",
            "not-an-email",
            "info@",
            "@example.org",
            "info@example",
            "info@example.",
            "info@.org",
            "info@example.s",
            "in fo@example.org",
            "a@b@example.org",
            "a@example.org, b@example.org",
            "<a@example.org>",
            "mailto:a@example.org",
            "a@192.168.10.20",
            "a@-example.org",
        ] {
            assert!(!is_email(none), "{none}");
        }
    }
}
