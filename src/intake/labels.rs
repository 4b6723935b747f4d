//! Words with a colon that say what follows: «المكان:», «جدول الأعمال:», `Subject:`.

use crate::arabic::{fold, tokens};

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Title,
    Subject,
    Place,
    Date,
    Time,
    Host,
    CoHost,
    Attendees,
    Chair,
    Agenda,
    Proposals,
    Decisions,
    Recommendations,
    Tasks,
    From,
    To,
    /// The day on which a letter was sent.
    Sent,
}

impl Label {
    /// Does it stand in the head of a letter, and nowhere else?
    pub const fn is_of_mail_alone(self) -> bool {
        matches!(self, Self::From | Self::To)
    }

    /// Does it stand in the head of a meeting's record?
    pub const fn is_of_record(self) -> bool {
        matches!(self, Self::Place | Self::Time | Self::Host | Self::CoHost | Self::Attendees)
    }

    /// Does it stand in the head of a letter?
    pub const fn is_of_mail(self) -> bool {
        matches!(self, Self::From | Self::To | Self::Subject | Self::Sent)
    }
}

/// The labels, folded and parted by bars.
const LABELS: [(Label, &str); 17] = [
    (Label::Title, "عنوان الاجتماع|عنوان اللقاء|عنوان الورشه|اسم الاجتماع|مسمي الاجتماع|title|meeting|meeting title"),
    (Label::Subject, "الموضوع|موضوع|موضوع الاجتماع|موضوع الدعوه|subject|re|fw|fwd"),
    (
        Label::Place,
        "المكان|مكان الاجتماع|مكان الانعقاد|مكان اللقاء|مكان الورشه|الموقع|موقع الاجتماع|المقر|القاعه|location|venue|place|where",
    ),
    (
        Label::Date,
        "التاريخ|تاريخ الاجتماع|اليوم والتاريخ|اليوم|الموعد|موعد الاجتماع|الزمان|التاريخ والوقت|الموعد والمكان|date|when|date and time",
    ),
    (Label::Time, "الوقت|وقت الاجتماع|الساعه|time"),
    (
        Label::Host,
        "الجهه المنظمه|الجهه الداعيه|الداعي|المنظم|الجهه المستضيفه|المستضيف|host|organizer|organiser|hosted by",
    ),
    (Label::CoHost, "بالتعاون مع|بالشراكه مع|in cooperation with"),
    (
        Label::Attendees,
        "الحضور|الحاضرون|الحاضرين|المشاركون|المشاركين|اسماء الحضور|قايمه الحضور|attendees|present|participants|attended",
    ),
    (Label::Chair, "رييس الاجتماع|رييس الجلسه|برياسه|رياسه الاجتماع|يراس الاجتماع|chair|chaired by"),
    (
        Label::Agenda,
        "جدول الاعمال|جدول اعمال الاجتماع|محاور الاجتماع|محاور اللقاء|محاور الورشه|محاور النقاش|المحاور|بنود الاجتماع|الاجنده|الموضوعات|المواضيع|agenda|topics",
    ),
    (
        Label::Proposals,
        "المقترحات|المبادرات|مقترح|اقتراح|مبادره|المبادرات والمقترحات|المقترحات والمبادرات|proposals|proposal|ideas",
    ),
    (
        Label::Decisions,
        "القرارات|قرار|القرار|القرارات والتوصيات|التوصيات والقرارات|ما تم الاتفاق عليه|decisions|decision|agreed",
    ),
    (Label::Recommendations, "التوصيات|توصيه|توصيات الاجتماع|توصيات اللقاء|recommendations|recommendation"),
    (
        Label::Tasks,
        "المطلوب|التكليفات|المهام|مهام|المتابعات|المتابعه|الاجراءات|الاجراءات المطلوبه|الاجراء|الخطوات القادمه|تكليف|متابعه|actions|action items|action|to do|todo|follow ups|next steps|tasks",
    ),
    (Label::From, "من|from|المرسل|sender"),
    (Label::To, "الي|to|cc|نسخه|المستلم"),
    (Label::Sent, "sent|تاريخ الارسال|ارسل|ارسلت|تم الارسال"),
];

/// A label has so few words.
const LONGEST: usize = 5;

/// The label at the beginning of a line, and the byte behind its colon. `is_head`: the line may be of a letter's head.
pub(super) fn label(line: &str, is_head: bool) -> Option<(Label, usize)> {
    let (head, rest) = line.split_once([':', '：'])?;
    let words: Vec<String> = tokens(head).into_iter().map(|(_, word)| word).take(LONGEST + 1).collect();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let head = words.join(" ");
    let (label, _) = LABELS.into_iter().find(|(_, heads)| heads.split('|').any(|label| label == head))?;
    if matches!(label, Label::From | Label::To | Label::Sent) && !is_head {
        return None;
    }
    // «تاريخ الاجتماع» is the meeting's wherever it stands.
    let label = if is_head && matches!(head.as_str(), "التاريخ" | "date") { Label::Sent } else { label };
    Some((label, line.len() - rest.len()))
}

/// Words that say what is listed below a line that ends with a colon: «وخرج الاجتماع بالتوصيات التالية:».
const OPENING: [(Label, &str); 6] = [
    (Label::Recommendations, "توصيات التوصيات بالتوصيات توصياته اوصي اوصت recommendations"),
    (Label::Tasks, "المهام التكليفات المتابعات المطلوب بالمهام متابعه بمتابعه tasks actions"),
    (Label::Decisions, "القرارات بالقرارات قرارات قرر قررت تقرر وتقرر اتفق واتفق الاتفاق decisions agreed"),
    (Label::Proposals, "المقترحات مقترحات المبادرات مبادرات بالمقترحات proposals"),
    (Label::Attendees, "الحضور الحاضرون المشاركون بحضور attendees"),
    (Label::Agenda, "جدول محاور المحاور بنود الموضوعات الاجنده agenda topics"),
];

/// What is listed below a line that ends with a colon.
pub(super) fn opening(line: &str) -> Option<Label> {
    let line = line.trim_end();
    line.ends_with([':', '：']).then_some(())?;
    let folded = fold(line);
    let has = |list: &str| folded.split([' ', ':', '،']).any(|word| list.split(' ').any(|listed| listed == word));
    OPENING.into_iter().find(|(_, words)| has(words)).map(|(label, _)| label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_folded_words() {
        for (_, heads) in LABELS.into_iter().chain(OPENING) {
            assert_eq!(fold(heads), heads);
        }
    }

    #[test]
    fn a_label_is_short_and_has_a_colon() {
        assert_eq!(label("المَكان: قاعة الواحة", false), Some((Label::Place, 15)));
        assert_eq!(label("قال المدير: المكان بعيد", false), None);
        assert_eq!((label("من: سعد", false), label("من: سعد", true)), (None, Some((Label::From, 5))));
        assert_eq!(opening("وخرج اللقاء بالتوصيات الآتية:"), Some(Label::Recommendations));
        assert_eq!(opening("وخرج اللقاء بتوصيات"), None);
    }
}
