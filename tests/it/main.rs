//! The one integration-test binary: the real interface, the real store, the real command line.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what it needs and stops when it is not there"
)]

mod approved;
mod approved_untouched;
mod attachments;
mod bad_input;
mod batch;
mod body_page;
mod bulk;
mod cli;
mod declared;
mod durability;
mod editing;
mod failing_disk;
mod faults;
mod fields;
mod first_day;
mod follow_through;
mod gallery;
mod goals;
mod hour;
mod importing;
mod intake;
mod intake_screen;
mod kept_views;
mod left_forms;
mod licences;
mod lists;
mod lists_in;
mod lists_screen;
mod meeting;
mod meetings_register;
mod merging;
mod minutes;
mod minutes_page;
mod narrowing;
mod one_step;
mod other_day;
mod other_names;
mod paper_templates;
mod paper_view;
mod people;
mod preparing;
mod presence;
mod quick_add;
mod register_views;
mod registers;
mod removed;
mod reports;
mod roll;
mod saving;
mod search;
mod search_recall;
mod series;
mod settings_screen;
mod shell;
mod support;
mod templates;
mod text_reference;
mod tidy;
mod views;
mod wayfinding;
mod web_pages;
mod whole_lists;
mod wrong_fields;
