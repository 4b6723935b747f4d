//! What can be said on the command line of a report's time and of a letter.

use crate::calendar::Calendar;
use crate::domain::NamedPeriod;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// From when to when, and of whom.
#[derive(Clone, Debug, Args)]
pub struct PeriodArguments {
    /// A period by its name; without it and without days, the month before this one.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["from", "until"])]
    pub period: Option<PeriodChoice>,
    /// Whose months and years are meant; without it, the calendar that comes first in the store.
    #[arg(long, value_name = "NAME")]
    pub calendar: Option<CalendarChoice>,
    /// Its first day, in either calendar.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Its last day; without it, today.
    #[arg(long, visible_alias = "to", value_name = "DATE")]
    pub until: Option<String>,
    /// Only what has to do with this body.
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// A period by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PeriodChoice {
    /// This month.
    ThisMonth,
    /// The month before it.
    LastMonth,
    /// The quarter in which today lies.
    ThisQuarter,
    /// The quarter before it.
    LastQuarter,
    /// This year.
    ThisYear,
    /// The year before it.
    LastYear,
}

impl From<PeriodChoice> for NamedPeriod {
    fn from(choice: PeriodChoice) -> Self {
        match choice {
            PeriodChoice::ThisMonth => Self::ThisMonth,
            PeriodChoice::LastMonth => Self::LastMonth,
            PeriodChoice::ThisQuarter => Self::ThisQuarter,
            PeriodChoice::LastQuarter => Self::LastQuarter,
            PeriodChoice::ThisYear => Self::ThisYear,
            PeriodChoice::LastYear => Self::LastYear,
        }
    }
}

/// A calendar on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CalendarChoice {
    /// Umm al-Qura.
    Hijri,
    /// Gregorian.
    Gregorian,
}

impl From<CalendarChoice> for Calendar {
    fn from(choice: CalendarChoice) -> Self {
        match choice {
            CalendarChoice::Hijri => Self::Hijri,
            CalendarChoice::Gregorian => Self::Gregorian,
        }
    }
}

/// What a letter says, and to whom.
#[derive(Clone, Debug, Args)]
pub struct LetterArguments {
    /// The body or the person it goes to, by name.
    #[arg(long, value_name = "NAME")]
    pub to: String,
    /// What it is about.
    #[arg(long, value_name = "TEXT")]
    pub subject: String,
    /// The file that holds what it says, or `-` for what comes on stdin; each line is a paragraph. Greeting and closing are added.
    #[arg(long, value_name = "FILE")]
    pub text: PathBuf,
    /// The number that the sending office gave it; without it, room is left.
    #[arg(long, value_name = "NUMBER", default_value = "")]
    pub number: String,
    /// Its day, in either calendar; without it, today.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// What goes with it.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub attachments: String,
    /// Who signs it; without it, the coordinator of the store.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub signed_by: String,
    /// The post of who signs it.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub post: String,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}
