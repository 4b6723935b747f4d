//! Texts in English: who met, of which body, when, and what is to be done.

use super::*;

#[test]
fn a_news_item_in_english_tells_who_met_and_what_came_of_it() {
    let intake = found(
        "TABUK — The Tabuk Region Municipality held a coordination meeting on Wednesday with the Ministry of Municipalities and Housing and Namaa Charitable Society, at the municipality's headquarters.
The meeting was chaired by Deputy Mayor for Services Eng. Khalid Al-Wahi and attended by Dr. Sara Al-Naeem, Director of Partnerships at the Ministry of Municipalities and Housing, and Mr. Salem Al-Jabri, CEO of Namaa Charitable Society.
The society will submit a list of parks by 15 Rajab 1448. The next meeting will be held on 12 January 2027.",
    );
    assert_eq!(
        people(&intake),
        [
            "Eng Khalid Al-Wahi | Deputy Mayor for Services | أمانة منطقة تبوك",
            "Dr Sara Al-Naeem | Director of Partnerships | وزارة البلديات والإسكان",
            "Mr Salem Al-Jabri | CEO | Namaa Charitable Society",
        ]
    );
    assert_eq!(bodies(&intake), ["أمانة منطقة تبوك", "وزارة البلديات والإسكان", "Namaa Charitable Society"]);
    assert_eq!(hosts(&intake), ["أمانة منطقة تبوك"]);
    assert_eq!(intake.chair().map(|chair| chair.name.as_str()), Some("Khalid Al-Wahi"));
    // A bare weekday of what was may be any, and the next meeting's day is not this one's.
    assert_eq!(date(&intake), None);
    assert_eq!(
        tasks(&intake),
        ["The society will submit a list of parks by 15 Rajab 1448 | Namaa Charitable Society | 2026-12-24"]
    );
}

#[test]
fn an_invitation_in_english_has_a_sender_a_day_and_a_place() {
    let intake = found(
        "From: Reem Al-Jabri <reem@gardens.example>
To: Coordination Office
Date: 22 November 2026
Subject: Green Neighbourhoods workshop

Dear colleagues,
The Gardens Friends Association and Riyadh Municipality would like to invite you to a workshop next Tuesday at 10:00 am in the Oasis Hall.
Our speakers are Prof. Huda Al-Naeem (Oasis University) and Eng. Tariq Nasser, Head of Landscaping at Riyadh Municipality.
Please confirm your attendance before 30 November 2026.
Kind regards,
Reem Al-Jabri
Programme Manager, Gardens Friends Association",
    );
    assert_eq!(
        people(&intake),
        [
            "Reem Al-Jabri | Programme Manager | Gardens Friends Association",
            "Prof Huda Al-Naeem | - | Oasis University",
            "Eng Tariq Nasser | Head of Landscaping | أمانة منطقة الرياض",
        ]
    );
    assert_eq!(hosts(&intake), ["Gardens Friends Association", "أمانة منطقة الرياض"]);
    assert_eq!((date(&intake).as_deref(), time(&intake).as_deref()), (Some("2026-11-24"), Some("10:00")));
    assert_eq!(place(&intake), Some("Oasis Hall"));
    assert_eq!(tasks(&intake), ["Please confirm your attendance before 30 November 2026 | - | 2026-11-30"]);
}

#[test]
fn names_of_bodies_in_english_end_where_they_end() {
    let check = |text: &str, expected: &[&str]| {
        let intake = found(text);
        assert_eq!(bodies(&intake), expected, "{text}");
    };
    check(
        "We met the Society for the Care of Orphans and the Oasis Foundation.",
        &["Society for the Care of Orphans", "Oasis Foundation"],
    );
    check("The Ministry of Health and Jeddah Municipality signed it.", &["وزارة الصحة", "أمانة محافظة جدة"]);
    check("The Eastern Province Municipality hosted Ertiqa Society.", &["أمانة المنطقة الشرقية", "Ertiqa Society"]);
    check("Every Society has a council. The meeting was in the Cultural Centre.", &[]);
    check(
        "Green Hands Volunteering Society, Oasis University & Palm Fund came.",
        &["Green Hands Volunteering Society", "Oasis University", "Palm Fund"],
    );
}

#[test]
fn a_dateline_is_the_day_that_relative_days_count_from() {
    let intake = found(
        "JEDDAH, 18 November 2026 – Jeddah Municipality signed a cooperation agreement yesterday with the Neighbourhood Centres Association.
It was signed by Eng. Anas Al-Jabri, Deputy Mayor for Development, and Dr. Hala Al-Naeem, Executive Director of the Neighbourhood Centres Association.
The association must provide an operating plan within 30 days.",
    );
    assert_eq!(date(&intake).as_deref(), Some("2026-11-17"));
    assert_eq!(people(&intake)[1], "Dr Hala Al-Naeem | Executive Director | Neighbourhood Centres Association");
    assert_eq!(intake.follow_ups.len(), 1, "{:?}", tasks(&intake));
}

#[test]
fn what_was_agreed_that_somebody_will_do_is_theirs() {
    let intake = found(
        "We held a meeting with Ataa Foundation for Development and the National Center for Non-Profit Sector.
We agreed that Ataa Foundation for Development will share the draft budget by 5 December 2026.
Eng. Waleed Al-Jabri, Head of Parks at Asir Municipality, will send the site maps before 3 December 2026.",
    );
    assert_eq!(
        bodies(&intake),
        ["Ataa Foundation for Development", "المركز الوطني لتنمية القطاع غير الربحي", "أمانة منطقة عسير"]
    );
    assert_eq!(
        tasks(&intake),
        [
            "Ataa Foundation for Development will share the draft budget by 5 December 2026 | Ataa Foundation for Development | 2026-12-05",
            "Eng. Waleed Al-Jabri, Head of Parks at Asir Municipality, will send the site maps before 3 December 2026 | Waleed Al-Jabri | 2026-12-03",
        ]
    );
}
