//! One language's messages, parsed: the only code that knows Fluent and ICU's plural rules.

use super::{Argument, Language};
use crate::arabic::{Digits, isolate::isolate_within, to_digits};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_locale::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use unic_langid::LanguageIdentifier;

/// The concurrent bundle, so that a translator can go with an export to its thread.
pub(super) struct Messages {
    bundle: FluentBundle<FluentResource>,
    locale: Locale,
}

impl Messages {
    /// Parses a language's embedded file.
    pub(super) fn new(language: Language, digits: Digits) -> Self {
        let (code, source, locale) = match language {
            Language::Arabic => ("ar", include_str!("../../assets/strings/ar.ftl"), locale!("ar")),
            Language::English => ("en", include_str!("../../assets/strings/en.ftl"), locale!("en")),
        };
        let mut bundle = FluentBundle::new_concurrent(code.parse::<LanguageIdentifier>().into_iter().collect());
        // We isolate what we put in ourselves, and only where it is needed.
        bundle.set_use_isolating(false);
        if digits == Digits::ArabicIndic {
            bundle.set_formatter(Some(in_arabic_digits));
            // The digits that stand in the messages themselves.
            bundle.set_transform(Some(|text| to_digits(text, Digits::ArabicIndic).into()));
        }
        // What could be read is used; a test keeps the files free of errors.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
            log::error!("{code}.ftl: {errors:?}");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            log::error!("{code}.ftl: {errors:?}");
        }
        Self { bundle, locale }
    }

    /// Is there such a message?
    pub(super) fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The message with its arguments put in.
    pub(super) fn text(&self, key: &str, arguments: &[(&str, Argument)], rtl: bool) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = message.value()?;
        let mut given = FluentArgs::with_capacity(arguments.len() * 2);
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => given.set(*name, isolate_within(text, rtl).into_owned()),
                Argument::Code(code) => given.set(*name, *code),
                Argument::Number(number) => {
                    given.set(*name, FluentValue::from(*number));
                    given.set(format!("{name}-category"), self.category(*number));
                }
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned();
        if !errors.is_empty() {
            log::warn!("message {key:?}: {errors:?}");
        }
        Some(text)
    }

    /// The plural category's name, as messages select on it.
    fn category(&self, number: i64) -> &'static str {
        // Made anew each time: the rules can't be shared between threads, and are a look-up in compiled data.
        let rules = PluralRules::try_new((&self.locale).into(), PluralRulesOptions::default());
        match rules.map(|rules| rules.category_for(number)).ok() {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        }
    }
}

/// Shows a bundle's numbers as ١٢٣.
fn in_arabic_digits<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    if let FluentValue::Number(number) = value {
        return Some(to_digits(&number.as_string(), Digits::ArabicIndic));
    }
    None
}
