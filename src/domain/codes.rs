//! The closed lists of the work, each entry with the code that is stored and the key of its label.
//!
//! Words and codes follow the status vocabularies of the field; the labels stand in `assets/strings`.

use super::Value;

/// A closed list as a field declares it: its codes in the order of a pick list, and where their labels stand.
#[derive(Debug, PartialEq, Eq)]
pub struct Choices {
    /// A label's key is this, a hyphen and the code.
    pub prefix: &'static str,
    /// The stored codes.
    pub codes: &'static [&'static str],
    /// Further codes from other lists, each the whole key of its label.
    pub keys: &'static [&'static str],
}

impl Choices {
    /// The key of an entry's label.
    pub fn label_key(&self, code: &str) -> String {
        if self.keys.contains(&code) { code.to_owned() } else { format!("{}-{code}", self.prefix) }
    }

    /// Is it an entry of the list?
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains(&code) || self.keys.contains(&code)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident ($prefix:literal) { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every entry, in the order of a pick list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The list as fields declare it.
            pub const CHOICES: Choices = Choices { prefix: $prefix, codes: &[$($code),+], keys: &[] };

            /// The keys of the labels, in the order of the list.
            pub const LABEL_KEYS: &'static [&'static str] = &[$(concat!($prefix, "-", $code)),+];

            /// The stored code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The key of its label.
            pub const fn label_key(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, "-", $code)),+ }
            }

            /// The entry a stored code stands for.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|entry| entry.code() == code)
            }
        }

        impl From<$name> for Value {
            fn from(entry: $name) -> Self {
                Value::Text(entry.code().to_owned())
            }
        }
    )+};
}

codes! {
    /// What sort of meeting it is.
    MeetingKind ("meeting-kind") {
        /// تنسيقي
        Coordination = "coordination",
        /// دوري
        Regular = "regular",
        /// طارئ
        Urgent = "urgent",
        /// ورشة عمل
        Workshop = "workshop",
        /// زيارة
        Visit = "visit",
        /// لقاء تعريفي
        Introduction = "introduction",
        /// لجنة
        Committee = "committee",
        /// أخرى
        Other = "other",
    }

    /// How people meet.
    MeetingMode ("meeting-mode") {
        /// حضوري
        InPerson = "in-person",
        /// عن بُعد
        Remote = "remote",
        /// مدمج
        Hybrid = "hybrid",
    }

    /// Where a meeting stands.
    MeetingStatus ("meeting-status") {
        /// مسودة
        Draft = "draft",
        /// مجدول
        Scheduled = "scheduled",
        /// أُرسلت الدعوات
        Invited = "invited",
        /// جارٍ
        InProgress = "in-progress",
        /// انعقد
        Held = "held",
        /// مؤجل
        Postponed = "postponed",
        /// ملغى
        Cancelled = "cancelled",
    }

    /// Where the minutes of a meeting that was held stand.
    MinutesState ("minutes-state") {
        /// مسودة
        Draft = "draft",
        /// قيد المراجعة
        InReview = "in-review",
        /// أُعيد بملاحظات
        Returned = "returned",
        /// معتمد
        Approved = "approved",
        /// موقّع
        Signed = "signed",
    }

    /// What a later paper does to approved minutes.
    AddendumKind ("addendum-kind") {
        /// ملحق
        Addendum = "addendum",
        /// تصويبي
        Correction = "correction",
    }

    /// Who may read it.
    Confidentiality ("confidentiality") {
        /// عام
        Public = "public",
        /// داخلي
        Internal = "internal",
        /// محدود
        Restricted = "restricted",
        /// سري
        Confidential = "confidential",
    }

    /// What a kept file is.
    DocumentKind ("document-kind") {
        /// خطاب
        Letter = "letter",
        /// محضر ممسوح
        Scan = "scan",
        /// صورة
        Photo = "photo",
        /// اتفاقية
        Agreement = "agreement",
        /// شاهد إنجاز
        Evidence = "evidence",
        /// ترخيص
        Licence = "licence",
        /// عرض تقديمي
        Presentation = "presentation",
        /// أخرى
        Other = "other",
    }

    /// Where an agenda item stands.
    AgendaState ("agenda-state") {
        /// مدرج
        Listed = "listed",
        /// قيد النقاش
        Discussing = "discussing",
        /// نوقش
        Discussed = "discussed",
        /// مؤجل
        Deferred = "deferred",
        /// مسحوب
        Withdrawn = "withdrawn",
    }

    /// A line of attendance.
    AttendanceStatus ("attendance-status") {
        /// مدعو
        Invited = "invited",
        /// أكّد الحضور
        Confirmed = "confirmed",
        /// حاضر
        Present = "present",
        /// حاضر عن بُعد
        Remote = "remote",
        /// متأخر
        Late = "late",
        /// غادر مبكرًا
        LeftEarly = "left-early",
        /// معتذر
        Apology = "apology",
        /// غائب
        Absent = "absent",
        /// ينوب عنه غيره
        Deputised = "deputised",
    }

    /// What a block of notes is.
    BlockKind ("block-kind") {
        /// نقاش
        Discussion = "discussion",
        /// اقتباس
        Quote = "quote",
        /// ملاحظة خاصة
        Private = "private",
    }

    /// A body's part in a meeting or a partnership.
    Side ("side") {
        /// الجهة المنظمة
        Host = "host",
        /// بالتعاون مع
        CoHost = "co-host",
        /// مدعوة
        Invited = "invited",
        /// مراقبة
        Observer = "observer",
        /// إعلامية
        Media = "media",
        /// الطرف الأول
        First = "first",
        /// طرف آخر
        Other = "other",
        /// راعية
        Sponsor = "sponsor",
    }

    /// What somebody does in a meeting.
    Role ("role") {
        /// عضو
        Member = "member",
        /// مقدّم
        Presenter = "presenter",
        /// ضيف
        Guest = "guest",
    }

    /// What came out of a meeting. The kind keeps one colour everywhere.
    OutcomeKind ("outcome-kind") {
        /// مقترح
        Proposal = "proposal",
        /// مبادرة
        Initiative = "initiative",
        /// متابعة
        FollowUp = "follow-up",
        /// قرار
        Decision = "decision",
        /// توصية
        Recommendation = "recommendation",
        /// تحدٍّ
        Challenge = "challenge",
        /// فرصة
        Opportunity = "opportunity",
        /// التزام
        Obligation = "obligation",
    }

    /// Where an outcome stands; [`super::lifecycle`] says which of these a kind uses and which moves are allowed.
    OutcomeStatus ("outcome-status") {
        /// لم تبدأ
        NotStarted = "not-started",
        /// جارية، قيد التنفيذ
        InProgress = "in-progress",
        /// متعثرة
        Stalled = "stalled",
        /// قيد التعليق
        OnHold = "on-hold",
        /// منجزة
        Done = "done",
        /// ملغاة
        Cancelled = "cancelled",
        /// فكرة
        Idea = "idea",
        /// تم التقديم
        Submitted = "submitted",
        /// قيد الدراسة
        UnderStudy = "under-study",
        /// بحاجة إلى استكمال
        NeedsInfo = "needs-info",
        /// تم الاعتماد
        Approved = "approved",
        /// اكتمل التنفيذ
        Completed = "completed",
        /// تم الاعتذار
        Declined = "declined",
        /// في الأرشيف
        Archived = "archived",
        /// مرصود
        Logged = "logged",
        /// قيد التحليل
        Analysing = "analysing",
        /// قيد المعالجة
        InTreatment = "in-treatment",
        /// مصعّد
        Escalated = "escalated",
        /// معالَج
        Resolved = "resolved",
        /// مغلق
        Closed = "closed",
        /// متاحة
        Available = "available",
        /// مطروحة للجمعيات
        Offered = "offered",
        /// مسندة
        Assigned = "assigned",
        /// محوّلة إلى مبادرة
        Converted = "converted",
        /// منتهية
        Expired = "expired",
        /// مطروح للاستطلاع
        Consultation = "consultation",
        /// صادر
        Issued = "issued",
        /// ساري
        InForce = "in-force",
        /// معدّل
        Amended = "amended",
        /// ملغى
        Repealed = "repealed",
        /// قيد التفاوض
        Negotiating = "negotiating",
        /// مسودة
        Drafted = "drafted",
        /// قيد المراجعة القانونية
        LegalReview = "legal-review",
        /// جاهزة للتوقيع
        Ready = "ready",
        /// موقّعة
        Signed = "signed",
        /// سارية
        Active = "active",
        /// مجددة
        Renewed = "renewed",
        /// مفسوخة
        Terminated = "terminated",
    }

    /// How grave a challenge is.
    Severity ("severity") {
        /// حرج
        Critical = "critical",
        /// مرتفع
        High = "high",
        /// متوسط
        Medium = "medium",
        /// منخفض
        Low = "low",
    }

    /// Whether the charities know of a regulation.
    ReviewState ("review") {
        /// لم يُعرض
        NotShown = "not-shown",
        /// عُرض
        Shown = "shown",
        /// عُمّم
        Circulated = "circulated",
    }

    /// What sort of name another name of a body or of somebody is.
    AliasKind ("alias-kind") {
        /// اسم سابق
        Former = "former",
        /// اسم مختصر
        Short = "short",
        /// صيغة أخرى
        Spelling = "spelling",
    }

    /// For the agreement of words with a person.
    Gender ("gender") {
        /// ذكر
        Male = "male",
        /// أنثى
        Female = "female",
    }

    /// What ties one record to another, read from the first to the second.
    LinkKind ("link") {
        /// ذو صلة بـ
        Related = "related",
        /// طُرح في
        RaisedIn = "raised-in",
        /// عُرض في
        ShownIn = "shown-in",
        /// يعالج
        Addresses = "addresses",
        /// نتج عنه
        LedTo = "led-to",
        /// يوثّق
        Documents = "documents",
        /// حلّ محلّ
        Replaces = "replaces",
        /// يخدم
        Serves = "serves",
        /// موسوم بـ
        Tagged = "tagged",
        /// يُدعى إليها
        Invites = "invites",
    }

    /// The lists that ship filled and stay editable.
    EntryList ("list") {
        /// مناطق المملكة
        Region = "region",
        /// المحافظات
        Governorate = "governorate",
        /// الأمانات
        Amana = "amana",
        /// تصنيفات الجمعيات
        NgoClass = "ngo-class",
        /// الأهداف
        Goal = "goal",
        /// مستويات المناصب
        PostLevel = "post-level",
        /// أنواع التحديات
        ChallengeClass = "challenge-class",
        /// أنواع الفرص
        OpportunityClass = "opportunity-class",
        /// الأدوات النظامية
        Instrument = "instrument",
        /// أنواع الاتفاقيات
        Agreement = "agreement",
        /// الأماكن
        Place = "place",
        /// الوسوم
        Tag = "tag",
        /// مسميات الحالات
        Label = "label",
    }

    /// How much it presses.
    Priority ("priority") {
        /// عاجل
        Urgent = "urgent",
        /// عالية
        High = "high",
        /// متوسطة
        Medium = "medium",
        /// منخفضة
        Low = "low",
    }

    /// What sort of body it is.
    OrganisationKind ("organisation-kind") {
        /// أمانة
        Amana = "amana",
        /// بلدية
        Municipality = "municipality",
        /// وزارة
        Ministry = "ministry",
        /// جهة حكومية أخرى
        Government = "government",
        /// جمعية أهلية
        Ngo = "ngo",
        /// مؤسسة أهلية
        Foundation = "foundation",
        /// صندوق عائلي
        FamilyFund = "family-fund",
        /// جمعية تعاونية
        Cooperative = "cooperative",
        /// مجلس
        Council = "council",
        /// شركة
        Company = "company",
        /// وسيلة إعلام
        Media = "media",
        /// وحدة/إدارة: a part of another body
        Unit = "unit",
        /// أخرى
        Other = "other",
    }
}

impl AttendanceStatus {
    /// Does this line count among those who were expected? Who is represented by another on the list does not count beside
    /// them.
    pub const fn expected(self) -> bool {
        match self {
            Self::Present
            | Self::Remote
            | Self::Late
            | Self::LeftEarly
            | Self::Invited
            | Self::Confirmed
            | Self::Apology
            | Self::Absent => true,
            Self::Deputised => false,
        }
    }

    /// Was this line in the room, or on the call, for at least a part of the meeting?
    pub const fn attended(self) -> bool {
        match self {
            Self::Present | Self::Remote | Self::Late | Self::LeftEarly => true,
            Self::Invited | Self::Confirmed | Self::Apology | Self::Absent | Self::Deputised => false,
        }
    }
}

/// A move of a record, as its progress keeps it: an outcome's status, or that of a meeting or its minutes under the key of
/// its label, for some of their codes are the same and mean something else.
pub(super) const MOVED: Choices = Choices {
    keys: &[
        MeetingStatus::Draft.label_key(),
        MeetingStatus::Scheduled.label_key(),
        MeetingStatus::Invited.label_key(),
        MeetingStatus::InProgress.label_key(),
        MeetingStatus::Held.label_key(),
        MeetingStatus::Postponed.label_key(),
        MeetingStatus::Cancelled.label_key(),
        MinutesState::Draft.label_key(),
        MinutesState::InReview.label_key(),
        MinutesState::Returned.label_key(),
        MinutesState::Approved.label_key(),
        MinutesState::Signed.label_key(),
    ],
    ..OutcomeStatus::CHOICES
};

impl EntryList {
    /// Among which list's entries those of this one stand below each other; `None` where they don't.
    pub const fn parents(self) -> Option<Self> {
        match self {
            Self::Governorate | Self::Amana => Some(Self::Region),
            Self::NgoClass | Self::Goal => Some(self),
            Self::Region
            | Self::PostLevel
            | Self::ChallengeClass
            | Self::OpportunityClass
            | Self::Instrument
            | Self::Agreement
            | Self::Place
            | Self::Tag
            | Self::Label => None,
        }
    }
}

impl OutcomeKind {
    /// Proposals and initiatives share a register; so do decisions, recommendations and follow-ups.
    pub const fn is_proposal(self) -> bool {
        matches!(self, Self::Proposal | Self::Initiative)
    }

    /// May one become the other by a change of its kind? Where they live the same life.
    pub fn is_alike(self, other: Self) -> bool {
        let is_obligation = |kind| kind == Self::Obligation;
        super::lifecycle::cycle(self) == super::lifecycle::cycle(other) && is_obligation(self) == is_obligation(other)
    }

    /// Does it bind somebody until it is done? These share a register and a life.
    pub const fn binds(self) -> bool {
        matches!(self, Self::FollowUp | Self::Decision | Self::Recommendation | Self::Obligation)
    }

    /// May a press item tell of it? What somebody is to do stays inside.
    pub const fn is_news(self) -> bool {
        !self.is_task()
    }

    /// Does someone owe this by a day?
    pub const fn is_task(self) -> bool {
        matches!(self, Self::FollowUp | Self::Obligation)
    }
}

impl LinkKind {
    /// The key of its label as the second record reads it: «طُرح فيه», «يعالجه».
    pub const fn backward_key(self) -> &'static str {
        match self {
            Self::Related => "link-related",
            Self::RaisedIn => "link-back-raised-in",
            Self::ShownIn => "link-back-shown-in",
            Self::Addresses => "link-back-addresses",
            Self::LedTo => "link-back-led-to",
            Self::Documents => "link-back-documents",
            Self::Replaces => "link-back-replaces",
            Self::Serves => "link-back-serves",
            Self::Tagged => "link-back-tagged",
            Self::Invites => "link-back-invites",
        }
    }
}
