//! What sort of body a name sounds like.

use super::OrganisationKind;

/// What sort of body a new name sounds like; the person corrects it in the register.
pub fn guess_kind(name: &str) -> OrganisationKind {
    let Some(first) = name.split_whitespace().next() else { return OrganisationKind::Other };
    match first {
        "أمانة" | "امانة" => OrganisationKind::Amana,
        "بلدية" => OrganisationKind::Municipality,
        "وزارة" => OrganisationKind::Ministry,
        "جمعية" => OrganisationKind::Ngo,
        "مؤسسة" => OrganisationKind::Foundation,
        "صندوق" => OrganisationKind::FamilyFund,
        "مجلس" => OrganisationKind::Council,
        "شركة" => OrganisationKind::Company,
        "هيئة" | "إدارة" | "الإدارة" | "مركز" | "المركز" => OrganisationKind::Government,
        _ => OrganisationKind::Other,
    }
}
