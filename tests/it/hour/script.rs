//! What is typed in the hour, key by key: lines in Arabic with some English and digits, the ways to capture one, names
//! behind «@», slips of the finger, and what else is done meanwhile.

use eframe::egui::Key;
use tansiq::domain::OutcomeKind;

/// The lines of an hour.
pub const LINES: usize = 300;
pub const TITLE: &str = "اجتماع ساعة كاملة";
pub const ITEMS: [&str; 6] =
    ["الافتتاح", "المبادرات والمقترحات", "التراخيص والفعاليات", "الشراكات", "التطوع", "ما يستجد من أعمال"];
/// Who attends, and what is typed of their names.
pub const ATTENDING: [(&str, &str); 6] = [
    ("سارة العنزي", "ساره"),
    ("ماجد بن سعد الدوسري", "ماجد"),
    ("إبراهيم القصيبي", "ابراه"),
    ("نورة الشمراني", "نوره"),
    ("خالد الحربي", "خالد"),
    ("ريم الزهراني", "ريم"),
];
/// Who stands in the directory only.
pub const ELSEWHERE: [(&str, &str); 3] =
    [("عبد الرحمن الوادعي", "عبد الرح"), ("هند المطيري", "هند"), ("يوسف الساحلي", "يوسف")];
/// Who is new.
pub const NEW: [&str; 2] = ["فيصل الراسي", "لطيفة السدري"];

/// The kinds with their keys (the flag asks for Shift), and what is typed of them behind «/».
pub const KINDS: [(OutcomeKind, Key, bool, &str, &str); 7] = [
    (OutcomeKind::FollowUp, Key::T, false, "مت", "متابعة"),
    (OutcomeKind::Proposal, Key::I, false, "مق", "مقترح"),
    (OutcomeKind::Decision, Key::D, false, "قر", "قرار"),
    (OutcomeKind::Recommendation, Key::R, false, "تو", "توصية"),
    (OutcomeKind::Challenge, Key::L, false, "تحد", "تحدٍّ"),
    (OutcomeKind::Opportunity, Key::O, false, "فر", "فرصة"),
    (OutcomeKind::Initiative, Key::I, true, "مبا", "مبادرة"),
];

const WHO: [&str; 8] = [
    "أوضح مدير الإدارة",
    "طلبت الجمعية",
    "أشار الوكيل إلى",
    "ناقش الحضور",
    "يُعدّ الفريق",
    "اقترح ممثل الأمانة",
    "Team confirmed",
    "سأل المستشار عن",
];
const WHAT: [&str; 9] = [
    "خطة تشجير حدائق الأحياء",
    "تخصيص أرض لمقر التطوع",
    "دليل إجراءات التراخيص (v2.1)",
    "ربط المنصة بنظام GIS",
    "مؤشرات الأداء KPI للربع الأول 2027",
    "توزيع 350 حقيبة مدرسية",
    "حملة «حيّ نظيف» بنسبة 75%",
    "اتفاقية Quality of Life",
    "مسارات المشي الآمنة",
];
const WHEN: [&str; 7] = [
    "قبل 15 رجب",
    "خلال أسبوعين",
    "في الاجتماع القادم",
    "بعد اعتماد الميزانية",
    "بالتنسيق مع بلدية النخيل.",
    "دون تحديد موعد،  وتُرك للجنة",
    "— عند 10:30",
];

/// What a person does in one moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A line begins here: nothing is done.
    Line,
    /// Letters, one after another.
    Text(String),
    /// Goes on in a new line.
    Enter,
    /// Takes the last letter back.
    Erase,
    /// Puts in what was copied somewhere else.
    Paste(String),
    /// Takes that back.
    Unpaste(String),
    /// The line becomes a record, by its keys: the index in [`KINDS`].
    Keys(usize),
    /// By the button below.
    Chip(usize),
    /// By Enter in the list behind «/».
    Slash(usize),
    /// Somebody is chosen by Enter in the list behind «@».
    Name {
        /// What was typed so far, with the sign.
        typed: String,
        /// What stands there then.
        becomes: String,
        /// What the list is to show before Enter is pressed.
        shows: String,
        /// Is it there at once, as who attends is?
        is_near: bool,
    },
    /// What was captured last is taken back.
    TakeBack,
    /// And done again.
    DoAgain,
    /// The next item, or the one before.
    Item(bool),
    /// Somebody has come; the caret goes back to the end of the notes.
    Attend(&'static str),
    /// Nobody types for a moment.
    Pause,
}

impl Step {
    /// Does it capture a line?
    pub const fn captures(&self) -> bool {
        matches!(self, Self::Keys(_) | Self::Chip(_) | Self::Slash(_))
    }

    /// Does it name somebody?
    pub const fn names(&self) -> bool {
        matches!(self, Self::Name { .. })
    }
}

/// The hour, or the beginning of it.
pub struct Script {
    pub steps: Vec<Step>,
    random: u64,
}

impl Script {
    /// The same for the same number of lines.
    pub fn of(lines: usize) -> Self {
        let mut script = Self { steps: Vec::new(), random: 0x2545_F491_4F6C_DD1D };
        let (mut captures, mut names) = (0, 0);
        for line in 0..lines {
            script.steps.push(Step::Line);
            script.between(line);
            let captured = matches!(line % 15, 3 | 7).then_some(captures);
            let named = (line % 12 == 5).then_some(names);
            captures += usize::from(captured.is_some());
            names += usize::from(named.is_some());
            script.line(line, captured, named);
        }
        script
    }

    /// How many steps are such.
    pub fn count(&self, is_such: fn(&Step) -> bool) -> usize {
        self.steps.iter().filter(|step| is_such(step)).count()
    }

    /// The first line that begins at this step or after it.
    pub fn line_from(&self, at: usize) -> usize {
        let rest = self.steps.iter().enumerate().skip(at);
        rest.filter(|(_, step)| **step == Step::Line).map(|(index, _)| index).next().unwrap_or(self.steps.len())
    }

    /// The item that is open when this step comes.
    pub fn item_at(&self, at: usize) -> usize {
        let goes = |is_next| move |step: &&Step| **step == Step::Item(is_next);
        let before = &self.steps[..at];
        before.iter().filter(goes(true)).count() - before.iter().filter(goes(false)).count()
    }

    /// What is done before a line is typed.
    fn between(&mut self, line: usize) {
        match line {
            50 | 100 | 150 | 200 | 250 | 122 | 272 => self.steps.push(Step::Item(true)),
            120 | 270 => self.steps.push(Step::Item(false)),
            _ => {}
        }
        if line % 40 == 10
            && let Some((name, _)) = ATTENDING.get(line / 40)
        {
            self.steps.push(Step::Attend(name));
        }
        if line.is_multiple_of(2) {
            self.steps.push(Step::Pause);
        }
    }

    fn line(&mut self, line: usize, captured: Option<usize>, named: Option<usize>) {
        let way = captured.map(|number| number % 4);
        let kind = captured.unwrap_or_default() % KINDS.len();
        if way == Some(3) {
            // chosen first, and filled in afterwards
            self.text("/");
            self.text(KINDS[kind].3);
            self.steps.push(Step::Slash(kind));
        }
        let words = format!("{} {} {} ({line})", self.pick(&WHO), self.pick(&WHAT), self.pick(&WHEN));
        if self.below(40) == 0 {
            for letter in words.chars() {
                self.text(&letter.to_string());
            }
        } else if self.below(6) == 0 {
            for word in words.split_inclusive(' ') {
                self.text(word);
            }
        } else {
            self.text(&words);
        }
        if line % 9 == 4 {
            self.text("خطا");
            self.steps.extend([Step::Erase, Step::Erase, Step::Erase]);
        }
        if let Some(named) = named {
            self.name(named);
        }
        if line % 23 == 11 {
            let slip = format!(" لصق سهوًا {line}");
            self.steps.extend([Step::Paste(slip.clone()), Step::Unpaste(slip)]);
        }
        match way {
            Some(0) => self.steps.push(Step::Keys(kind)),
            Some(1) => self.steps.push(Step::Chip(kind)),
            Some(2) => {
                self.text(&format!(" /{}", KINDS[kind].3));
                self.steps.push(Step::Slash(kind));
            }
            _ => self.steps.push(Step::Enter),
        }
        if captured.is_some_and(|number| number % 8 == 4) {
            self.steps.extend([Step::TakeBack, Step::DoAgain]);
        }
    }

    fn name(&mut self, number: usize) {
        self.text(" ");
        let (name, typed, is_near) = match number {
            9 => (NEW[0], NEW[0], false),
            17 => (NEW[1], NEW[1], false),
            _ if number % 5 == 4 => {
                let (name, typed) = ELSEWHERE[number / 5 % ELSEWHERE.len()];
                (name, typed, false)
            }
            _ => {
                let (name, typed) = ATTENDING[number % ATTENDING.len()];
                (name, typed, true)
            }
        };
        let typed = format!("@{typed}");
        if self.below(2) == 0 {
            self.text(&typed);
        } else {
            for letter in typed.chars() {
                self.text(&letter.to_string());
            }
        }
        self.steps.push(Step::Name { typed, becomes: format!("@{name} "), shows: name.to_owned(), is_near });
        self.text("بذلك");
    }

    fn text(&mut self, text: &str) {
        self.steps.push(Step::Text(text.to_owned()));
    }

    fn pick(&mut self, list: &[&'static str]) -> &'static str {
        list[self.below(list.len())]
    }

    fn below(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % u64::try_from(limit).expect("small")).expect("small")
    }
}
