### errors

error-store-in-use = نسخة أخرى من البرنامج تعمل على هذا المجلد. أغلقها ثم أعد المحاولة، أو افتح مجلدًا آخر.
error-store-newer = كُتبت هذه البيانات بإصدار أحدث من البرنامج، فتُفتح للقراءة فقط. حدّث البرنامج لتعدّل عليها.
error-store-foreign = هذا الملف ليس من ملفات تنسيق، ولم يُمسّ. اختر مجلدًا آخر.
error-store-corrupt = ملف البيانات تالف، ولم يُغيَّر فيه شيء. استعد آخر نسخة احتياطية من مجلد النسخ.
error-store-empty = ملف البيانات موجود ولكنه فارغ، فقد يكون نسخه لم يكتمل. استعد نسخة احتياطية، أو انقله من مكانه لتبدأ من جديد.
error-store-read-only = لا تسمح صلاحيات المجلد بالكتابة فيه. اطلب صلاحية الكتابة، أو اختر مجلدًا آخر.
error-disk-full = امتلأ القرص، وما كتبته باقٍ أمامك ولم يُحفظ بعد. احذف ما لا تحتاج إليه من القرص، أو احفظ في مكان آخر.
error-disk = تعذرت الكتابة على القرص. تحقق من توصيله ومن المساحة، ثم أعد المحاولة، أو احفظ في مكان آخر.
error-stale = عُدّل هذا السجل في مكان آخر أثناء عملك عليه. راجع النصين واختر ما يبقى.
error-not-found = لم يعد هذا السجل موجودًا، فقد يكون حُذف. تراجع عن الحذف، أو ابحث عنه باسم آخر.
error-minutes-approved = اعتُمد محضر هذا الاجتماع، فلا يُعدَّل. لتصحيح شيء فيه أعد فتح المحضر من أوامر الاجتماع واذكر السبب.
error-addendum-approved = اعتُمد هذا الملحق، فلا يُعدَّل. لتصحيح شيء فيه أعد فتحه من صفحة المحضر واذكر السبب، أو أضف ملحقًا بعده.
error-minutes-signed = وُقّع محضر هذا الاجتماع وأُرفقت نسخته الموقّعة، فلا يُعاد فتحه. إن أُرفقت خطأً فأزلها من مرفقات الاجتماع أولًا.
error-store-unsound = لم يجد الفحص البيانات كما تركها البرنامج، والخلل مذكور أعلاه. استعد نسخة احتياطية من قبل ذلك، أو أرسل التفاصيل الآتية إلى الدعم.
error-minutes-altered = نص المحضر { $text } المحفوظ عند اعتماده تغيّر خارج البرنامج، فلا يُصدَّر. استعد نسخة احتياطية من قبل ذلك.
error-minutes-unverified = لم يثبت أن هذا الملف محضر معتمد: { $text }
error-move-refused = لا يُنتقل إلى هذه الحالة من الحالة الحاضرة. اختر حالة من القائمة المتاحة.
error-held-ahead = موعد الاجتماع لم يحن بعد. صحّح تاريخه أولًا إن كان قد انعقد.
error-reason-missing = اكتب سبب هذا الانتقال، فهو يبقى في سجل المتابعة.
error-missing-first = أكمل «{ $text }» أولًا، ثم غيّر حالة الاجتماع.
error-field-too-long = النص في «{ $text }» أطول مما يتسع له، ولم يُحفظ. اختصره، أو انقل التفصيل إلى الملاحظات.
error-field-refused = ما كُتب في «{ $text }» لا يصلح له، ولم يُحفظ. صحّحه ثم احفظ.
error-ends-too-early = ما في «{ $text }» قبل البداية، ولم يُحفظ. صحّح أحد التاريخين ثم احفظ.
error-number-taken = الرقم { $text } لسجل آخر. اكتب رقمًا غيره، أو اترك الخانة فارغة ليُعطى رقمًا.
error-not-alike = لا يُدمج إلا سجلان من نوع واحد. اختر سجلين من السجل نفسه.
error-nothing-to-undo = لا يوجد ما يُتراجع عنه أو يُعاد.
error-date-unreadable = لم يُفهم التاريخ «{ $text }». اكتبه مثل 15 رجب 1448 أو 24/12/2026 أو بعد أسبوعين.
error-date-impossible = «{ $text }» ليس يومًا في التقويم. تحقق من رقم اليوم والشهر والسنة واسم اليوم.
error-date-out-of-range = «{ $text }» خارج ما يحسبه تقويم أم القرى. اكتب سنة من 1300 إلى 1600هـ، أو من 1883 إلى 2174م.
error-no-such-meeting = لا يوجد اجتماع عنوانه أو رقمه { $text }. تحقق منهما في قائمة الاجتماعات.
error-no-next-meeting = لا اجتماع قادمًا له تاريخ. اذكر رقم الاجتماع أو عنوانه كاملًا.
error-several-meetings = بهذا العنوان أكثر من اجتماع: { $text }. اذكر رقم أحدها.
error-not-invited = لا جهة مدعوة إلى هذا الاجتماع باسم { $text }. تحقق من الاسم في الجهات المشاركة.
error-no-such-record = لا سجل باسم { $text }. اكتب الاسم كاملًا كما هو في السجل، أو رقمه.
error-several-records = بهذا الاسم أكثر من سجل: { $text }. اكتب اسم أحدها كاملًا.
error-period-reversed = الفترة تنتهي قبل أن تبدأ. اجعل تاريخ النهاية بعد تاريخ البداية.
error-file-unwritable = تعذرت كتابة الملف { $text }. أغلقه إن كان مفتوحًا في برنامج آخر، أو اختر مجلدًا تملك الكتابة فيه.
error-file-unreadable = تعذرت قراءة الملف { $text }. تحقق من مكانه ومن صلاحية قراءته.
error-file-too-large = الملف «{ $text }» أكبر من 200 ميغابايت، ولم يُرفق. اضغطه، أو أرفق الجزء الذي تحتاج إليه منه.
error-file-empty = الملف «{ $text }» فارغ، ولم يُرفق. افتحه وتحقق من محتواه ثم أعد المحاولة.
error-file-is-folder = «{ $text }» مجلد وليس ملفًا. أرفق ملفاته، أو اضغطه في ملف واحد.
error-file-gone = لم يعد الملف «{ $text }» في مكانه، ولم يُرفق. أعد القرص أو المجلد الذي هو فيه، ثم أعد المحاولة.
error-file-changing = تغيّر الملف «{ $text }» أثناء نسخه، ولم يُرفق. احفظه وأغلقه في البرنامج الآخر، ثم أعد المحاولة.
error-no-room = لا مساحة في القرص للملف «{ $text }»، ولم يُنسخ منه شيء. أفرغ بعض المساحة، ثم أعد المحاولة.
error-file-attached = هذا الملف مرفق بالسجل نفسه، وعنوانه «{ $text }».
error-file-missing = الملف «{ $text }» ليس في مجلد البيانات. أرفقه من جديد، أو استعد نسخة احتياطية فيها ملفاتها.
error-file-altered = تغيّر محتوى الملف «{ $text }» عما حُفظ، ولذلك لم يُفتح. أرفقه من جديد، أو استعد نسخة احتياطية فيها ملفاتها.
error-file-runs = الملف «{ $text }» برنامج، ولا يُفتح من هنا حفاظًا على جهازك. احفظ نسخة منه إن كنت تثق بمصدره.
error-file-unopened = لا برنامج في هذا الجهاز يفتح الملف «{ $text }». احفظ نسخة منه وافتحها ببرنامج تختاره.
error-file-not-text = «{ $text }» ليس نصًا، أو أطول كثيرًا من المعتاد. انسخ كلماته إلى ملف نصي أو ألصقها، ثم أعد المحاولة.
error-no-meeting-in-text = لا يتحدث هذا النص عن اجتماع، ولم يُحفظ منه شيء. تحقق من أن النص نُسخ كاملًا.
error-import-refused = لم يُستورد شيء. { $text }
error-import-cancelled = أُلغي الاستيراد، ولم يُكتب منه شيء. أعده متى شئت.
error-document = تعذر إعداد المستند، وبياناتك سليمة. أعد المحاولة، فإن تكرر ذلك فأرسل التفاصيل إلى الدعم.
error-usage = الأمر غير مكتوب كما يجب. طريقة كتابته: { $text }
error-internal = توقف جزء من البرنامج لخلل فيه، وما ظهر أنه محفوظ فهو محفوظ. أعد فتح البرنامج، وأرسل التفاصيل إلى الدعم.
error-no-window = تعذر فتح نافذة: لم يعمل أي من محركات الرسم. حدّث برنامج تشغيل الشاشة، أو جرّب الأوامر بلا نافذة.
error-no-display = لا شاشة هنا تُفتح عليها نافذة. شغّل البرنامج من سطح المكتب، أو استعمل أوامره بلا نافذة.
error-missing-package = تنقص النظامَ حزمٌ تحتاجها النافذة، ثبّتها ثم أعد المحاولة: { $text }


### codes

meeting-kind-coordination = تنسيقي
meeting-kind-regular = دوري
meeting-kind-urgent = طارئ
meeting-kind-workshop = ورشة عمل
meeting-kind-visit = زيارة
meeting-kind-introduction = لقاء تعريفي
meeting-kind-committee = لجنة
meeting-kind-other = أخرى

meeting-mode-in-person = حضوري
meeting-mode-remote = عن بُعد
meeting-mode-hybrid = مدمج

meeting-status-draft = مسودة
meeting-status-scheduled = مجدول
meeting-status-invited = أُرسلت الدعوات
meeting-status-in-progress = جارٍ
meeting-status-held = انعقد
meeting-status-postponed = مؤجل
meeting-status-cancelled = ملغى
meeting-status-approved = محضر معتمد
minutes-state-draft = مسودة محضر
minutes-state-in-review = المحضر قيد المراجعة
minutes-state-returned = أُعيد المحضر بملاحظات
minutes-state-approved = محضر معتمد
minutes-state-signed = محضر موقّع

confidentiality-public = عام
confidentiality-internal = داخلي
confidentiality-restricted = محدود
confidentiality-confidential = سري

document-kind-letter = خطاب
document-kind-scan = محضر ممسوح
document-kind-photo = صورة
document-kind-agreement = اتفاقية
document-kind-evidence = شاهد إنجاز
document-kind-licence = ترخيص
document-kind-presentation = عرض تقديمي
document-kind-other = ملف

agenda-state-listed = مدرج
agenda-state-discussing = قيد النقاش
agenda-state-discussed = نوقش
agenda-state-deferred = مؤجل
agenda-state-withdrawn = مسحوب

attendance-status-invited = مدعو
attendance-status-confirmed = أكّد الحضور
attendance-status-present = حاضر
attendance-status-remote = حاضر عن بُعد
attendance-status-late = متأخر
attendance-status-left-early = غادر مبكرًا
attendance-status-apology = معتذر
attendance-status-absent = غائب
attendance-status-deputised = ينوب عنه غيره
attendance-status-invited-her = مدعوة
attendance-status-confirmed-her = أكّدت الحضور
attendance-status-present-her = حاضرة
attendance-status-remote-her = حاضرة عن بُعد
attendance-status-late-her = متأخرة
attendance-status-left-early-her = غادرت مبكرًا
attendance-status-apology-her = معتذرة
attendance-status-absent-her = غائبة
attendance-status-deputised-her = ينوب عنها غيرها
attendance-status-invited-group = مدعوون
attendance-status-confirmed-group = أكّدوا الحضور
attendance-status-present-group = حاضرون
attendance-status-remote-group = حاضرون عن بُعد
attendance-status-late-group = متأخرون
attendance-status-left-early-group = غادروا مبكرًا
attendance-status-apology-group = معتذرون
attendance-status-absent-group = غائبون
attendance-status-deputised-group = ينوب عنهم غيرهم

block-kind-discussion = نقاش
block-kind-quote = اقتباس
block-kind-private = ملاحظة خاصة

side-host = الجهة المنظمة
side-co-host = بالتعاون مع
side-invited = مدعوة
side-observer = مراقبة
side-media = إعلامية
side-first = الطرف الأول
side-other = طرف آخر
side-sponsor = راعية

outcome-kind-proposal = مقترح
outcome-kind-initiative = مبادرة
outcome-kind-follow-up = متابعة
outcome-kind-decision = قرار
outcome-kind-recommendation = توصية
outcome-kind-challenge = تحدٍّ
outcome-kind-opportunity = فرصة
outcome-kind-obligation = التزام

outcome-status-not-started = لم تبدأ
outcome-status-in-progress = قيد التنفيذ
outcome-status-stalled = متعثرة
outcome-status-on-hold = قيد التعليق
outcome-status-done = منجزة
outcome-status-cancelled = ملغاة
outcome-status-idea = فكرة
outcome-status-submitted = تم التقديم
outcome-status-under-study = قيد الدراسة
outcome-status-needs-info = بحاجة إلى استكمال
outcome-status-approved = تم الاعتماد
outcome-status-completed = اكتمل التنفيذ
outcome-status-declined = تم الاعتذار
outcome-status-archived = في الأرشيف
outcome-status-logged = مرصود
outcome-status-analysing = قيد التحليل
outcome-status-in-treatment = قيد المعالجة
outcome-status-escalated = مصعّد
outcome-status-resolved = مُعالج
outcome-status-closed = مغلق
outcome-status-available = متاحة
outcome-status-offered = مطروحة للجمعيات
outcome-status-assigned = مسندة
outcome-status-converted = محوّلة إلى مبادرة
outcome-status-expired = منتهية
outcome-status-consultation = مطروح للاستطلاع
outcome-status-issued = صادر
outcome-status-in-force = ساري
outcome-status-amended = معدّل
outcome-status-repealed = ملغى
outcome-status-negotiating = قيد التفاوض
outcome-status-drafted = مسودة
outcome-status-legal-review = قيد المراجعة القانونية
outcome-status-ready = جاهزة للتوقيع
outcome-status-signed = موقّعة
outcome-status-active = سارية
outcome-status-renewed = مجددة
outcome-status-terminated = مفسوخة

# Said of one record: it agrees with its kind.
outcome-status-not-started-of = { $kind ->
    [decision] لم يبدأ
    [obligation] لم يبدأ
   *[other] { outcome-status-not-started }
}
outcome-status-stalled-of = { $kind ->
    [decision] متعثر
    [obligation] متعثر
   *[other] { outcome-status-stalled }
}
outcome-status-done-of = { $kind ->
    [decision] منجز
    [obligation] منجز
   *[other] { outcome-status-done }
}
outcome-status-cancelled-of = { $kind ->
    [decision] ملغى
    [obligation] ملغى
   *[other] { outcome-status-cancelled }
}

priority-urgent = عاجلة
priority-high = عالية
priority-medium = متوسطة
priority-low = منخفضة

organisation-kind-amana = أمانة
organisation-kind-municipality = بلدية
organisation-kind-ministry = وزارة
organisation-kind-government = جهة حكومية أخرى
organisation-kind-ngo = جمعية أهلية
organisation-kind-foundation = مؤسسة أهلية
organisation-kind-family-fund = صندوق عائلي
organisation-kind-cooperative = جمعية تعاونية
organisation-kind-council = مجلس
organisation-kind-company = شركة
organisation-kind-media = وسيلة إعلام
organisation-kind-unit = وحدة/إدارة
organisation-kind-other = أخرى

role-member = عضو
role-presenter = مقدّم
role-guest = ضيف

severity-critical = حرج
severity-high = مرتفع
severity-medium = متوسط
severity-low = منخفض

review-not-shown = لم يُعرض
review-shown = عُرض
review-circulated = عُمّم

alias-kind-former = اسم سابق
alias-kind-short = اسم مختصر
alias-kind-spelling = صيغة أخرى

gender-male = ذكر
gender-female = أنثى


link-related = ذو صلة بـ
link-raised-in = طُرح في
link-shown-in = عُرض في
link-addresses = يعالج
link-led-to = نتج عنه
link-documents = يوثّق
link-replaces = حلّ محلّ
link-serves = يخدم
link-tagged = موسوم بـ
link-invites = يُدعى إليها
link-back-raised-in = طُرح فيه
link-back-shown-in = عُرض فيه
link-back-addresses = يعالجه
link-back-led-to = نتج عن
link-back-documents = يوثّقه
link-back-replaces = حلّ محلّه
link-back-serves = يخدمه
link-back-tagged = وسم لـ
link-back-invites = مدعو إلى

honorific-mr = الأستاذ
honorific-mrs = الأستاذة
honorific-dr = الدكتور
honorific-dr-f = الدكتورة
honorific-eng = المهندس
honorific-eng-f = المهندسة
honorific-sheikh = الشيخ
honorific-general = اللواء

entity-meeting = اجتماع
entity-agenda_item = بند
entity-attendance = حضور
entity-party = جهة مشاركة
entity-block = ملاحظات
entity-outcome = مخرج
entity-person = شخص
entity-organisation = جهة
entity-setting = إعداد
entity-entry = قيمة قائمة
entity-alias = اسم آخر
entity-post = منصب
entity-series = سلسلة اجتماعات
entity-partnership = شراكة
entity-regulation = مستجد نظامي
entity-progress = تحديث
entity-link = رابط
entity-reservation = تحفّظ
entity-addendum = ملحق محضر
entity-document = مرفق

field-meeting-title = عنوان الاجتماع
field-meeting-number = رقم الاجتماع
field-meeting-kind = نوع الاجتماع
field-meeting-purpose = الهدف من الاجتماع
field-meeting-date = التاريخ
field-meeting-start_time = وقت البداية
field-meeting-began_at = بدأ فعليًا
field-meeting-end_time = وقت الانتهاء
field-meeting-mode = آلية الانعقاد
field-meeting-venue = مكان الانعقاد
field-meeting-city = المدينة
field-meeting-chair = رئيس الاجتماع
field-meeting-secretary = أمين الاجتماع
field-meeting-status = الحالة
field-meeting-confidentiality = درجة السرية
field-meeting-next_date = موعد الاجتماع القادم
field-meeting-other_business = ما يستجد من أعمال
field-meeting-minutes_number = رقم المحضر
field-meeting-approved_on = تاريخ الاعتماد
field-meeting-content_hash = بصمة المحضر المعتمد
field-meeting-review = مراجعة المحضر
field-meeting-layout = ترتيب المحضر ونصوصه
field-meeting-running_since = بدء المؤقت
field-meeting-ran_seconds = المدة المنقضية
field-meeting-source_text = النص المأخوذ منه
field-meeting-source_hash = بصمة النص
field-meeting-series = السلسلة
field-meeting-standing = ما بلغه الاجتماع
field-meeting-host = الجهة المنظمة
field-meeting-attended = الحضور
field-meeting-listed = المتوقع حضورهم
field-meeting-results = المخرجات
field-meeting-proposals = المقترحات والمبادرات
field-meeting-follow_ups = المتابعات
field-meeting-decisions = القرارات والتوصيات

field-party-meeting = الاجتماع
field-party-organisation = الجهة
field-party-side = صفة المشاركة
field-party-position = الترتيب
field-party-partnership = الشراكة
field-party-series = القالب
field-party-group_name = اسم المجموعة
field-party-group_count = العدد
field-party-signatory = الموقّع
field-party-signatory_post = منصب الموقّع

field-agenda_item-meeting = الاجتماع
field-agenda_item-series = السلسلة
field-agenda_item-position = الترتيب
field-agenda_item-title = البند
field-agenda_item-presenter = مقدم البند
field-agenda_item-planned_minutes = المدة
field-agenda_item-state = الحالة
field-agenda_item-wording = نص البند في المحضر
field-agenda_item-running_since = تُناقش منذ
field-agenda_item-ran_seconds = مدة مناقشته

field-attendance-meeting = الاجتماع
field-attendance-position = الترتيب
field-attendance-person = الاسم
field-attendance-organisation = الجهة
field-attendance-group_name = اسم المجموعة
field-attendance-group_count = العدد
field-attendance-status = الحضور
field-attendance-excuse = العذر
field-attendance-post = المنصب
field-attendance-role = الصفة
field-attendance-deputises = ينوب عن
field-attendance-came_at = وقت الحضور
field-attendance-left_at = وقت المغادرة

field-block-meeting = الاجتماع
field-block-agenda_item = البند
field-block-position = الترتيب
field-block-body = الملاحظات
field-block-outcome = المخرج
field-block-regulation = المستجد النظامي
field-block-kind = النوع
field-block-speaker = القائل
field-block-may_be_published = يجوز نشره
field-block-line_times = أوقات الأسطر

field-outcome-kind = النوع
field-outcome-number = الرقم
field-outcome-text = النص
field-outcome-details = التفاصيل
field-outcome-meeting = الاجتماع
field-outcome-agenda_item = البند
field-outcome-person = المسؤول
field-outcome-organisation = الجهة
field-outcome-area = المجال
field-outcome-due = تاريخ الاستحقاق
field-outcome-status = الحالة
field-outcome-priority = الأولوية
field-outcome-percent = نسبة الإنجاز
field-outcome-done_on = تاريخ الإنجاز
field-outcome-partnership = الشراكة
field-outcome-support = الجهة المساندة
field-outcome-challenge_class = نوع التحدي
field-outcome-opportunity_class = نوع الفرصة
field-outcome-severity = الخطورة
field-outcome-causes = الأسباب
field-outcome-treatment = خطة المعالجة
field-outcome-escalated_to = مصعّد إلى
field-outcome-beneficiaries = المستفيدون
field-outcome-cost = التكلفة التقديرية
field-outcome-starts_on = تاريخ البداية
field-outcome-obstacles = المعوقات
field-outcome-support_needed = الدعم المطلوب
field-outcome-resolution = القرار بشأنها
field-outcome-carried = مرات الترحيل
field-outcome-may_be_published = قابل للنشر

field-person-name = الاسم
field-person-honorific = اللقب
field-person-post = المنصب
field-person-organisation = الجهة
field-person-phone = الجوال
field-person-email = البريد
field-person-notes = ملاحظات
field-person-name_en = الاسم بالإنجليزية
field-person-gender = الجنس
field-person-post_level = مستوى المنصب
field-person-post_since = في المنصب منذ
field-person-is_contact = ضابط اتصال
field-person-may_be_named = يُنشر اسمه
field-person-consented_on = تاريخ الموافقة
field-person-keep_until = تُحفظ بياناته إلى

field-organisation-name = اسم الجهة
field-organisation-short_name = الاسم المختصر
field-organisation-kind = النوع
field-organisation-city = المدينة
field-organisation-licence = رقم الترخيص
field-organisation-phone = الهاتف
field-organisation-email = البريد
field-organisation-notes = ملاحظات
field-organisation-name_en = الاسم بالإنجليزية
field-organisation-parent = تتبع
field-organisation-region = المنطقة
field-organisation-governorate = المحافظة
field-organisation-amana = الأمانة
field-organisation-address = العنوان
field-organisation-website = الموقع
field-organisation-contact = ضابط الاتصال
field-organisation-licensed_on = تاريخ الترخيص
field-organisation-licence_ends_on = انتهاء الترخيص
field-organisation-unified_number = الرقم الوطني الموحد
field-organisation-class = التصنيف
field-organisation-supervisor = جهة الإشراف الفني
field-organisation-scope = النطاق الجغرافي
field-organisation-chair = رئيس مجلس الإدارة
field-organisation-director = المدير التنفيذي
field-organisation-board_ends_on = نهاية دورة المجلس
field-organisation-beneficiaries = المستفيدون
field-organisation-governance_percent = درجة الحوكمة
field-organisation-has_premises = لديها مقر من الأمانة
field-organisation-precedence = ترتيب البروتوكول

field-entry-list = القائمة
field-entry-name = الاسم
field-entry-name_en = الاسم بالإنجليزية
field-entry-parent = تتبع
field-entry-code = الرمز
field-entry-position = الترتيب
field-entry-is_hidden = مخفية

field-alias-organisation = الجهة
field-alias-person = الشخص
field-alias-name = الاسم
field-alias-kind = النوع
field-alias-starts_on = من تاريخ
field-alias-ends_on = إلى تاريخ

field-post-person = الشخص
field-post-title = المنصب
field-post-organisation = الجهة
field-post-level = المستوى
field-post-starts_on = من تاريخ
field-post-ends_on = إلى تاريخ

field-series-title = اسم السلسلة
field-series-kind = نوع الاجتماع
field-series-organisation = الجهة المنظمة
field-series-repeats = التكرار
field-series-start_time = وقت البداية
field-series-end_time = وقت الانتهاء
field-series-mode = آلية الانعقاد
field-series-venue = مكان الانعقاد
field-series-city = المدينة
field-series-chair = رئيس الاجتماع
field-series-secretary = أمين الاجتماع
field-series-is_ended = منتهية
field-series-is_template = قالب
field-series-notes = ملاحظات

field-partnership-title = عنوان الشراكة
field-partnership-number = الرقم
field-partnership-agreement = نوع الاتفاقية
field-partnership-status = الحالة
field-partnership-purpose = الهدف
field-partnership-starts_on = تاريخ البداية
field-partnership-ends_on = تاريخ الانتهاء
field-partnership-renews_itself = تتجدد تلقائيًا
field-partnership-notice_days = أيام الإشعار
field-partnership-person = المسؤول
field-partnership-meeting = نشأت في اجتماع
field-partnership-outcome = نشأت من
field-partnership-sponsor = الراعي
field-partnership-budget = الميزانية
field-partnership-notes = ملاحظات

field-regulation-title = عنوان المستجد
field-regulation-number = الرقم
field-regulation-instrument = الأداة النظامية
field-regulation-instrument_number = رقم الأداة
field-regulation-organisation = الجهة المصدرة
field-regulation-status = الحالة
field-regulation-review = العرض
field-regulation-issued_on = تاريخ الصدور
field-regulation-effective_on = تاريخ النفاذ
field-regulation-summary = الملخص
field-regulation-impact = الأثر على الجمعيات
field-regulation-required_action = المطلوب
field-regulation-due = تاريخ الاستحقاق
field-regulation-address = رابط المصدر

field-progress-subject = السجل
field-progress-day = التاريخ
field-progress-person = بواسطة
field-progress-text = الإجراء
field-progress-from_status = من حالة
field-progress-to_status = إلى حالة
field-progress-percent = نسبة الإنجاز

field-link-source = السجل الأول
field-link-kind = العلاقة
field-link-target = السجل الثاني
field-link-note = ملاحظة

field-document-subject = السجل
field-document-name = العنوان
field-document-kind = نوع المرفق
field-document-ends_on = صالح حتى
field-document-confidentiality = درجة السرية
field-document-file_name = اسم الملف
field-document-notes = وصف المرفق
field-document-day = التاريخ
field-document-hash = البصمة
field-document-bytes = الحجم

field-setting-key = الإعداد
field-setting-value = القيمة

not-given = غير محدد


### calendar

weekday-sunday = الأحد
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت

holiday-founding-day = يوم التأسيس
holiday-national-day = اليوم الوطني
holiday-eid-al-fitr = عيد الفطر
holiday-eid-al-adha = عيد الأضحى
holiday-official = { $holiday }، إجازة رسمية
holiday-expected = { $holiday }، إجازة متوقعة بتقويم أم القرى
weekday-short-sunday = أحد
weekday-short-monday = اثنين
weekday-short-tuesday = ثلاثاء
weekday-short-wednesday = أربعاء
weekday-short-thursday = خميس
weekday-short-friday = جمعة
weekday-short-saturday = سبت

hijri-month-1 = محرم
hijri-month-2 = صفر
hijri-month-3 = ربيع الأول
hijri-month-4 = ربيع الآخر
hijri-month-5 = جمادى الأولى
hijri-month-6 = جمادى الآخرة
hijri-month-7 = رجب
hijri-month-8 = شعبان
hijri-month-9 = رمضان
hijri-month-10 = شوال
hijri-month-11 = ذو القعدة
hijri-month-12 = ذو الحجة

gregorian-month-1 = يناير
gregorian-month-2 = فبراير
gregorian-month-3 = مارس
gregorian-month-4 = أبريل
gregorian-month-5 = مايو
gregorian-month-6 = يونيو
gregorian-month-7 = يوليو
gregorian-month-8 = أغسطس
gregorian-month-9 = سبتمبر
gregorian-month-10 = أكتوبر
gregorian-month-11 = نوفمبر
gregorian-month-12 = ديسمبر

date-words-hijri = { $day } { $month } { $year }هـ
date-words-gregorian = { $day } { $month } { $year }م
date-numbers-hijri = { $numbers }هـ
date-numbers-gregorian = { $numbers }م
date-year-hijri = { $year }هـ
date-year-gregorian = { $year }م
date-month-hijri = { $month } { $year }هـ
date-month-gregorian = { $month } { $year }م
date-months = { $first } – { $last }
date-weekday = { $weekday } { $date }
date-long-both = { $first } الموافق { $second }
date-medium-both = { $first } · { $second }
date-short-both = { $first } – { $second }
time-am = { $clock } ص
time-pm = { $clock } م
time-range = { $start } – { $end }

count-meetings = { $count-category ->
    [zero] لا اجتماعات
    [one] اجتماع واحد
    [two] اجتماعان
    [few] { $count } اجتماعات
    [many] { $count } اجتماعًا
   *[other] { $count } اجتماع
}
count-people = { $count-category ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
count-units = { $count-category ->
    [zero] لا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $count } وحدات
    [many] { $count } وحدة
   *[other] { $count } وحدة
}
count-organisations = { $count-category ->
    [zero] لا جهات
    [one] جهة واحدة
    [two] جهتان
    [few] { $count } جهات
    [many] { $count } جهة
   *[other] { $count } جهة
}
count-follow-ups = { $count-category ->
    [zero] لا متابعات
    [one] متابعة واحدة
    [two] متابعتان
    [few] { $count } متابعات
    [many] { $count } متابعة
   *[other] { $count } متابعة
}
count-obligations = { $count-category ->
    [zero] لا التزامات
    [one] التزام واحد
    [two] التزامان
    [few] { $count } التزامات
    [many] { $count } التزامًا
   *[other] { $count } التزام
}
count-proposals = { $count-category ->
    [zero] لا مقترحات
    [one] مقترح واحد
    [two] مقترحان
    [few] { $count } مقترحات
    [many] { $count } مقترحًا
   *[other] { $count } مقترح
}
count-initiatives = { $count-category ->
    [zero] لا مبادرات
    [one] مبادرة واحدة
    [two] مبادرتان
    [few] { $count } مبادرات
    [many] { $count } مبادرة
   *[other] { $count } مبادرة
}
count-decisions = { $count-category ->
    [zero] لا قرارات
    [one] قرار واحد
    [two] قراران
    [few] { $count } قرارات
    [many] { $count } قرارًا
   *[other] { $count } قرار
}
count-recommendations = { $count-category ->
    [zero] لا توصيات
    [one] توصية واحدة
    [two] توصيتان
    [few] { $count } توصيات
    [many] { $count } توصية
   *[other] { $count } توصية
}
count-challenges = { $count-category ->
    [zero] لا تحديات
    [one] تحدٍّ واحد
    [two] تحديان
    [few] { $count } تحديات
    [many] { $count } تحديًا
   *[other] { $count } تحدٍّ
}
count-opportunities = { $count-category ->
    [zero] لا فرص
    [one] فرصة واحدة
    [two] فرصتان
    [few] { $count } فرص
    [many] { $count } فرصة
   *[other] { $count } فرصة
}
count-days = { $count-category ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
count-weeks = { $count-category ->
    [zero] لا أسابيع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
count-minutes = { $count-category ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
count-words = { $count-category ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
count-results = { $count-category ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}

due-today = اليوم
due-tomorrow = غدًا
due-in-days = { $count-category ->
    [zero] اليوم
    [one] غدًا
    [two] بعد يومين
    [few] بعد { $count } أيام
    [many] بعد { $count } يومًا
   *[other] بعد { $count } يوم
}
days-left = { $count-category ->
    [zero] ينتهي اليوم
    [one] باقي يوم واحد
    [two] باقي يومان
    [few] باقي { $count } أيام
    [many] باقي { $count } يومًا
   *[other] باقي { $count } يوم
}
days-late-of = { $kind ->
    [decision] متأخر
    [obligation] متأخر
    [proposal] متأخر
    [challenge] متأخر
   *[other] متأخرة
} { $count-category ->
    [one] يومًا واحدًا
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
days-late = { $count-category ->
    [zero] تستحق اليوم
    [one] متأخرة يومًا واحدًا
    [two] متأخرة يومين
    [few] متأخرة { $count } أيام
    [many] متأخرة { $count } يومًا
   *[other] متأخرة { $count } يوم
}
days-ago = { $count-category ->
    [zero] اليوم
    [one] أمس
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}
done-on = أُنجزت في { $date }


### commands

command-new-meeting = اجتماع جديد
command-new-meeting-also = إضافة موعد لقاء
command-search = بحث
command-undo = تراجع
command-redo = إعادة
command-go-meetings = الانتقال إلى الاجتماعات
command-go-follow-ups = الانتقال إلى المتابعات
command-go-proposals = الانتقال إلى المبادرات والمقترحات
command-go-organisations = الانتقال إلى الجهات
command-go-people = الانتقال إلى الأشخاص
command-go-settings = الانتقال إلى الإعدادات
command-go-settings-also = تفضيلات خيارات نسخة احتياطية
command-switch-language = التحويل إلى English
command-switch-language-also = إنجليزي عربي لغة
command-switch-theme = التحويل بين الفاتح والداكن
command-switch-theme-also = الوضع الليلي مظهر لون
command-text-larger = تكبير النص
command-text-larger-also = خط حجم أكبر
command-text-smaller = تصغير النص
command-text-smaller-also = خط حجم أصغر
command-text-usual = النص بحجمه المعتاد
command-export-minutes = تصدير المحضر
command-export-minutes-also = حفظ PDF وورد طباعة
command-back = العودة إلى ما كان معروضًا
command-forward = المضي إلى ما عدت منه
command-go-message = الانتقال إلى آخر رسالة والعودة
command-quit = إغلاق البرنامج

# What undo and redo name: «undo: …».
edit-any = تعديل
edit-undo = تراجع
edit-redo = إعادة
edit-new-meeting = إنشاء اجتماع
edit-set-meeting = تعديل بيانات الاجتماع
edit-remove-meeting = حذف اجتماع
edit-add-party = إضافة جهة مشاركة
edit-set-party = تعديل دور الجهة
edit-remove-party = إزالة جهة مشاركة
edit-add-agenda-item = إضافة بند
edit-set-agenda-item = تعديل بند
edit-remove-agenda-item = حذف بند
edit-add-attendee = إضافة إلى الحضور
edit-set-attendance = تعديل الحضور
edit-remove-attendance = إزالة من الحضور
edit-add-block = إضافة ملاحظة
edit-set-block = كتابة الملاحظات
edit-remove-block = حذف ملاحظة
edit-add-outcome = إضافة مخرج
edit-set-outcome = تعديل مخرج
edit-remove-outcome = حذف مخرج
edit-add-person = إضافة شخص
edit-set-person = تعديل بيانات شخص
edit-remove-person = حذف شخص
edit-add-organisation = إضافة جهة
edit-set-organisation = تعديل بيانات جهة
edit-remove-organisation = حذف جهة
edit-add-entry = إضافة قيمة في قائمة
edit-set-entry = تعديل قيمة في قائمة
edit-remove-entry = حذف قيمة في قائمة
edit-add-alias = إضافة اسم آخر
edit-set-alias = تعديل اسم آخر
edit-remove-alias = حذف اسم آخر
edit-add-post = إضافة منصب
edit-set-post = تعديل منصب
edit-remove-post = حذف منصب
edit-add-series = إضافة سلسلة اجتماعات
edit-set-series = تعديل سلسلة اجتماعات
edit-remove-series = حذف سلسلة اجتماعات
edit-add-partnership = إضافة شراكة
edit-set-partnership = تعديل شراكة
edit-remove-partnership = حذف شراكة
edit-add-regulation = إضافة مستجد نظامي
edit-set-regulation = تعديل مستجد نظامي
edit-remove-regulation = حذف مستجد نظامي
edit-add-progress = إضافة تحديث
edit-set-progress = تعديل تحديث
edit-remove-progress = حذف تحديث
edit-add-link = إضافة رابط
edit-set-link = تعديل رابط
edit-remove-link = حذف رابط
edit-add-document = إرفاق ملف
edit-attach-several = { $count-category ->
    [zero] إرفاق ملفات
    [one] إرفاق ملف
    [two] إرفاق ملفين
    [few] إرفاق { $count } ملفات
    [many] إرفاق { $count } ملفًا
   *[other] إرفاق { $count } ملف
}
edit-set-document = تعديل مرفق
edit-remove-document = حذف مرفق
edit-move-partnership = تغيير حالة شراكة
edit-move-regulation = تغيير حالة مستجد
edit-restore = استعادة من المحذوفات
edit-merge = دمج سجلين
edit-merge-person = دمج شخصين
edit-merge-organisation = دمج جهتين
edit-merge-entry = دمج قيمتين في قائمة
edit-next-meeting = إنشاء الاجتماع التالي
edit-order-attendance = ترتيب الحضور
edit-discuss = الانتقال إلى بند
edit-pause = إيقاف الوقت أو استئنافه
edit-sign = توقيع الحضور
edit-change-post = تغيير منصب
edit-put-on-agenda = إدراج في جدول الأعمال
edit-tie-to-item = ربط بند بسجل
edit-keep-agenda = اعتماد جدول الأعمال للسلسلة
edit-keep-template = حفظ اجتماع قالبًا
edit-take-in = إضافة ما ورد في نص
edit-together = عدة تعديلات
edit-capture = التقاط سطر من الملاحظات
edit-quote = جعل سطر اقتباسًا
edit-private = جعل سطر ملاحظة خاصة
edit-release = إعادة المخرج إلى الملاحظات
edit-start-meeting = بدء الاجتماع
edit-move-meeting = تغيير حالة الاجتماع
edit-move-outcome = تغيير حالة المخرج
edit-approve-minutes = اعتماد المحضر
edit-reopen-minutes = إعادة فتح المحضر
edit-review-minutes = إرسال المحضر للمراجعة
edit-return-minutes = إعادة المحضر بملاحظات
edit-configure = تغيير إعداد
edit-sample = إضافة بيانات تجريبية

# What a find of the search is.
hit-meeting = اجتماع
hit-outcome = مخرج
hit-block = ملاحظات
hit-agenda-item = بند
hit-attendance = حضور
hit-party = جهة مشاركة
hit-person = شخص
hit-organisation = جهة
hit-setting = إعداد
hit-entry = قيمة قائمة
hit-alias = اسم آخر
hit-post = منصب
hit-series = سلسلة اجتماعات
hit-partnership = شراكة
hit-regulation = مستجد نظامي
hit-progress = تحديث
hit-link = رابط
hit-document = مرفق


### shell

app-name = تنسيق
screen-meetings = الاجتماعات
screen-follow-ups = المتابعات
screen-proposals = المبادرات والمقترحات
screen-organisations = الجهات
screen-people = الأشخاص
screen-settings = الإعدادات
shell-registers = السجلات
shell-program = البرنامج
shell-on-this-device = محفوظ على هذا الجهاز
shell-last-backup = آخر نسخة احتياطية: { $age }
shell-no-backup = لا نسخة احتياطية بعد
shell-overdue = { $count-category ->
    [zero] لا متأخرة
    [one] متأخرة واحدة
    [two] متأخرتان
    [few] { $count } متأخرة
    [many] { $count } متأخرة
   *[other] { $count } متأخرة
}
shell-saved = حُفظ الآن
shell-saving = جارٍ الحفظ…
shell-unsaved = لم يُحفظ
shell-unsaved-disk-full = لم يُحفظ: القرص ممتلئ
shell-unsaved-read-only = لم يُحفظ: لا صلاحية للكتابة
shell-not-saved = لم يُحفظ ما كتبته
shell-retry = إعادة المحاولة
shell-rescue = حفظ نسخة نصية في مكان آخر…
shell-rescue-folder = مجلد النسخة النصية
shell-rescued = كُتب ما لم يُحفظ في { $file }
shell-rescued-already = كُتب النص في مكان آخر، وهو في أمان.
shell-leave-unsaved = الخروج دون حفظ
shell-search = البحث في كل شيء
shell-search-hint = ابحث في الاجتماعات والجهات والمقترحات…
shell-search-nothing = لا شيء بهذه الكلمات. جرّب كلمة أقصر أو إملاءً آخر.
search-is-building-now = فهرس البحث قيد البناء، وسيظهر المزيد حين يكتمل.
search-is-building = فهرس البحث قيد البناء
search-is-building-about = سيظهر المزيد حين يكتمل، ويحدث هذا مرة واحدة بعد تحديث البرنامج.
shell-search-found = { $count-category ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
shell-command = أمر
search-newest = الأحدث { $count } من أكثر
search-among = { $count-category ->
    [one] من سجل واحد
    [two] من سجلين
    [few] من { $count } سجلات
    [many] من { $count } سجلًا
   *[other] من { $count } سجل
}
search-among-thousands = من { $count } ألف سجل
search-took = { $count } مللي ثانية
search-foot = { $found } { $among } · { $took }
search-filter-kind = نوع
search-filter-body = جهة
search-filter-before = قبل
search-filter-after = بعد
search-filter-word = { $word }:
search-filter = { $word }: { $value }
search-filter-remove = إزالة «{ $filter }»
search-day-today = اليوم
search-day-month = بداية الشهر
search-day-year = بداية السنة
search-day = تاريخ
search-go-day = انتقال إلى اليوم { $day }
search-meeting-on = اجتماع جديد في هذا اليوم
command-prepare = التحضير للاجتماع
command-roll = نداء الحضور
find-notes = البحث في الملاحظات
find-minutes = البحث في المحضر
find-before = الموضع السابق
find-next = الموضع التالي
find-close = إغلاق البحث
find-place = { $number } من { $count }
find-count = { $count-category ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
shell-key-commands = أوامر
shell-key-walk = تنقّل
shell-key-open = فتح
shell-key-close = إغلاق
shell-close = إغلاق
shell-cancel = إلغاء
shell-choose = اختيار
shell-path = المسار
shell-path-help = اكتب المسار كاملًا
shell-undone = تراجع عن: { $what }
shell-no-message = لا رسالة
settings-page-name = الإعدادات: { $page }
shell-back-to-form = العودة إلى النموذج
former-name-offered = تغيّر اسم الجهة، وكان «{ $name }».
former-name-keep = احفظ الاسم السابق
former-name-kept = حُفظ الاسم السابق إلى تاريخ اليوم.
shell-redone = أُعيد: { $what }
shell-exported = صُدّر المحضر: { $file }
shell-paper-written = كُتب: { $file }
shell-text-copied = نُسخ نص الدعوة
shell-exporting = جارٍ تصدير المحضر
shell-open-folder = فتح المجلد
shell-open-meeting-first = افتح الاجتماع الذي تريد محضره أولًا.
shell-notice-newer = كُتبت هذه البيانات بإصدار أحدث، فهي للقراءة فقط. حدّث البرنامج لتعدّل عليها.
shell-notice-read-only = لا تسمح صلاحيات المجلد بالكتابة، فالبيانات للقراءة فقط. اطلب صلاحية الكتابة أو انقل المجلد.
shell-notice-risky = يبدو أن المجلد في مكان مشترك أو متزامن ({ $place })، وقد تتلف فيه البيانات. انقله إلى قرص هذا الجهاز.
age-now = الآن
age-minutes = { $count-category ->
    [zero] الآن
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
age-hours = { $count-category ->
    [zero] الآن
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
age-days = { $count-category ->
    [zero] اليوم
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}


### meetings

meetings-add = اجتماع
meetings-new = اجتماع جديد
meetings-create = إنشاء الاجتماع
meetings-empty = لا اجتماعات بعد
meetings-empty-about = هنا اجتماعاتك مع الجمعيات والجهات: جدول الأعمال والحضور والملاحظات وما نتج عنها.
meetings-as-list = قائمة
meetings-as-month = شهر
meetings-key-day = من يوم إلى يوم
meetings-date = التاريخ
meetings-number = الرقم
meetings-title = الاجتماع
meetings-host = الجهة المنظمة
meetings-venue = المكان
meetings-status = الحالة
meetings-attendance = الحضور
meetings-outcomes = المخرجات
meetings-count = { $count-category ->
    [zero] لا اجتماعات
    [one] اجتماع واحد
    [two] اجتماعان
    [few] { $count } اجتماعات
    [many] { $count } اجتماعًا
   *[other] { $count } اجتماع
}
meetings-attended = { $present } من { $all }
meetings-proposals = { $count-category ->
    [zero] لا مقترحات
    [one] مقترح واحد
    [two] مقترحان
    [few] { $count } مقترحات
    [many] { $count } مقترحًا
   *[other] { $count } مقترح
}
meetings-follow-ups = { $count-category ->
    [zero] لا متابعات
    [one] متابعة واحدة
    [two] متابعتان
    [few] { $count } متابعات
    [many] { $count } متابعة
   *[other] { $count } متابعة
}
meetings-decisions = { $count-category ->
    [zero] لا قرارات
    [one] قرار واحد
    [two] قراران
    [few] { $count } قرارات
    [many] { $count } قرارًا
   *[other] { $count } قرار
}
meetings-title-needed = اكتب عنوانًا للاجتماع. ما بقي يمكن أن يبقى «غير محدد».
meetings-agenda = جدول الأعمال
meetings-agenda-line = البند { $number }
meetings-agenda-hint = عنوان البند
meetings-agenda-minutes = مدة البند { $number } بالدقائق
meetings-minutes-hint = دقائق
meetings-agenda-remove = إزالة البند { $number }
meetings-agenda-add = بند آخر


### meeting-workspace

# (meeting-workspace)
unspecified = غير محدد
list-comma = {"، "}
list-region = المناطق
list-governorate = المحافظات
list-amana = الأمانات
list-ngo-class = تصنيفات الجمعيات
list-goal = الأهداف
goals-title = مستهدفات رؤية 2030
goals-hint = مثل: جودة الحياة
entry-goal = هدف
entry-tag = وسم
list-post-level = مستويات المناصب
list-challenge-class = أنواع التحديات
list-opportunity-class = أنواع الفرص
list-instrument = الأدوات النظامية
list-agreement = أنواع الاتفاقيات
list-place = الأماكن
list-tag = الوسوم
list-label = مسميات الحالات
meeting-attendance-count = الحضور { $attended } من { $expected }
meeting-export = المحضر PDF
meeting-export-tooltip = تصدير المحضر وفتحه (Ctrl E)
meeting-start = بدء الاجتماع
meeting-end = إنهاء الاجتماع
meeting-was-held = انعقد من قبل
meeting-mark-held = تسجيل انعقاده
meeting-mark-held-tooltip = مضى يوم هذا الاجتماع ولم يُبدأ هنا: يُسجَّل أنه انعقد، ولا تُحسب له ساعة.
meeting-resume = متابعة الاجتماع من حيث توقف
meeting-approve = اعتماد المحضر
meeting-review = إرسال للمراجعة
meeting-review-tooltip = المحضر جاهز لمن يراجعه؛ يبقى قابلًا للتعديل حتى اعتماده
meeting-return = إعادة بملاحظات
meeting-returned-with = ملاحظات المراجعة: { $remark }
meeting-other-day = بدأ الاجتماع اليوم، وتاريخه المسجَّل { $date }.
meeting-date-today = حدّث التاريخ إلى اليوم
meeting-date-time-today = حدّث الموعد إلى اليوم، { $time }
meeting-approve-anyway = اعتماد مع هذا النقص
approving-title = قبل اعتماد المحضر
approving-needed = لا يُعتمد المحضر قبلها
approving-refused = لا يُعتمد محضر بلا رئيس وأمين، ولا وفيه قرار بلا نص. أكملها من هنا ثم اعتمد.
approving-words = نص كل قرار وتوصية
approving-about = ينقص المحضرَ ما يأتي، ولا يُكمَل بعد اعتماده؛ وما بقي يُطبع «غير محدد».
reason-return-title = إعادة المحضر بملاحظات
reason-return-label = ما المطلوب تعديله
reason-reopen-title = إعادة فتح المحضر المعتمد
meeting-approve-tooltip = يأخذ المحضر رقمه وتُرفع عنه علامة المسودة، ثم لا يُعدَّل إلا بعد إعادة فتحه
meeting-reopen = إعادة فتح المحضر للتعديل
meeting-more = أوامر أخرى للاجتماع
meeting-status-of = حالة الاجتماع
meeting-history = سجل الاجتماع وتغييراته
meeting-facts = بيانات الاجتماع
meeting-parties = الجهات المشاركة
meeting-remove = نقل الاجتماع إلى السلة
meeting-approved = معتمد { $number }
meeting-signed = موقّع { $number }
meeting-paused = متوقف مؤقتًا { $clock }
meeting-pause = إيقاف مؤقت
meeting-go-on = استئناف
meeting-running = جارٍ الآن { $clock }
meeting-number = رقم { $number }
agenda-title = جدول الأعمال
agenda-new = بند جديد
agenda-new-hint = بند جديد
agenda-general = نقاش عام
agenda-item-name = البند { $number }: { $title }
agenda-item-menu = أوامر البند: { $title }
agenda-edit = تعديل البند
agenda-discuss = مناقشته الآن
agenda-up = إلى أعلى
agenda-down = إلى أسفل
agenda-remove = حذف البند
agenda-removed = حُذف البند
agenda-removed-with = حُذف البند، ومعه { $along }
minutes-of-planned = { $count } من { $planned } د
minutes-short = { $count } د
agenda-no-next = لا بند بعده
agenda-no-previous = لا بند قبله
item-minutes-of = { $minutes } من { $planned }
item-over = زاد { $minutes }
item-notes-open = ملاحظاته مفتوحة
attendance-title = الحضور
attendance-add = إضافة إلى الحضور
attendance-add-hint = اكتب اسمًا…
attendance-create = إضافة «{ $name }»
attendance-unknown-count = العدد غير محدد
attendance-toggle = انقر لتسجيل الحضور أو الغياب
attendance-edit = تفاصيل حضور { $name }
attendance-order = الترتيب حسب البروتوكول
attendance-came = الوصول { $time }
attendance-left = المغادرة { $time }
attendance-roll-tooltip = نداء الحضور: مفتاح لكل اسم (Ctrl Shift A)
roll-key = المفتاح { $key }
roll-about = مفتاح الاسم يسجّل حضوره أو غيابه، ومع Shift مغادرته. Esc للعودة إلى الملاحظات.
roll-about-names = اكتب أول الاسم للوصول إليه. Enter حاضر أو غائب، وShift Enter غادر، وEsc للعودة إلى الملاحظات.
# What stands on the keys of an Arabic keyboard, in the order of a Latin one: three rows from the top.
roll-typed = بحث عن: { $name }
roll-nobody = لا أحد في القائمة باسم «{ $name }»
roll-letters = ض ص ث ق ف غ ع ه خ ح ش س ي ب ل ا ت ن م ئ ء ؤ ر لا ى ة
hall-title = عرض للقاعة
hall-keys = ملء الشاشة F11 · فاتح أو داكن D · إغلاق Esc
notes-line-times = إظهار الوقت
notes-stamp = [{ $clock }]
notes-stamp-running = [{ $clock }، +{ $count } د]
attendance-signed = تم التوقيع
attendance-for = نيابة عن { $name }
attendance-details = تفاصيل الحضور…
attendance-removed = أُزيل من الحضور: { $name }
attendance-remove = إزالة من الحضور
attendee-new-person = شخص جديد في الحضور
attendee-new-group = مجموعة في الحضور
attendee-person = شخص
attendee-group = مجموعة
attendee-group-name = اسم المجموعة
attendee-group-count = العدد (يُترك فارغًا إن لم يُعرف)
attendee-add = إضافة إلى الحضور
attendee-title-kept = صار لقبه في سجل الأشخاص: { $title }
outcomes-title = ما نتج عن الاجتماع
outcomes-empty = ما تلتقطه من الملاحظات من مقترحات ومتابعات وقرارات يظهر هنا، ويبقى في سجله.
outcome-card-name = { $kind }: { $text }
set-apart-line-name = سطر { $kind }
quote-line-name = اقتباس من { $name }
quote-no-speaker = القائل؟ اكتب @
quote-open = القائل والنشر
outcome-line-name = سطر { $kind } { $number }
outcome-open = تفاصيل { $number }
earlier-left-more = ويوجد غيرها مفتوح — افتح السجل
earlier-left = { $count-category ->
    [one] وواحدة أخرى مفتوحة — افتح السجل
    [two] واثنتان أخريان مفتوحتان — افتح السجل
    [few] و{ $count } أخرى مفتوحة — افتح السجل
    [many] و{ $count } أخرى مفتوحة — افتح السجل
   *[other] و{ $count } أخرى مفتوحة — افتح السجل
}
earlier-left-of-bodies-more = ويوجد غيرها مفتوح مع الجهات المدعوة — افتح السجل
earlier-left-of-bodies = { $count-category ->
    [one] وواحدة أخرى مفتوحة مع الجهات المدعوة — افتح السجل
    [two] واثنتان أخريان مفتوحتان مع الجهات المدعوة — افتح السجل
    [few] و{ $count } أخرى مفتوحة مع الجهات المدعوة — افتح السجل
    [many] و{ $count } أخرى مفتوحة مع الجهات المدعوة — افتح السجل
   *[other] و{ $count } أخرى مفتوحة مع الجهات المدعوة — افتح السجل
}
minutes-earlier-left-more = وما زاد على ذلك من التوصيات المفتوحة مدوّن في سجل المتابعة.
minutes-earlier-left = { $count-category ->
    [one] وتوصية أخرى مفتوحة في سجل المتابعة لم تُدرج في هذا الجدول.
    [two] وتوصيتان أخريان مفتوحتان في سجل المتابعة لم تُدرجا في هذا الجدول.
    [few] و{ $count } توصيات أخرى مفتوحة في سجل المتابعة لم تُدرج في هذا الجدول.
    [many] و{ $count } توصية أخرى مفتوحة في سجل المتابعة لم تُدرج في هذا الجدول.
   *[other] و{ $count } توصية أخرى مفتوحة في سجل المتابعة لم تُدرج في هذا الجدول.
}
earlier-title = من الاجتماعات السابقة
earlier-open-more = أكثر من { $count }
earlier-open = { $count-category ->
    [zero] لا شيء مفتوح
    [one] واحدة مفتوحة
    [two] اثنتان مفتوحتان
    [few] { $count } مفتوحة
    [many] { $count } مفتوحة
   *[other] { $count } مفتوحة
}
kind-count-proposal = { $count-category ->
    [one] مقترح واحد
    [two] مقترحان
    [few] مقترحات { $count }
    [many] مقترحات { $count }
   *[other] مقترحات { $count }
}
kind-count-initiative = { $count-category ->
    [one] مبادرة واحدة
    [two] مبادرتان
    [few] مبادرات { $count }
    [many] مبادرات { $count }
   *[other] مبادرات { $count }
}
kind-count-follow-up = { $count-category ->
    [one] متابعة واحدة
    [two] متابعتان
    [few] متابعات { $count }
    [many] متابعات { $count }
   *[other] متابعات { $count }
}
kind-count-decision = { $count-category ->
    [one] قرار واحد
    [two] قراران
    [few] قرارات { $count }
    [many] قرارات { $count }
   *[other] قرارات { $count }
}
kind-count-recommendation = { $count-category ->
    [one] توصية واحدة
    [two] توصيتان
    [few] توصيات { $count }
    [many] توصيات { $count }
   *[other] توصيات { $count }
}
kind-count-challenge = { $count-category ->
    [one] تحدٍّ واحد
    [two] تحديان
    [few] تحديات { $count }
    [many] تحديات { $count }
   *[other] تحديات { $count }
}
kind-count-opportunity = { $count-category ->
    [one] فرصة واحدة
    [two] فرصتان
    [few] فرص { $count }
    [many] فرص { $count }
   *[other] فرص { $count }
}
kind-count-regulation = { $count-category ->
    [one] نظام واحد
    [two] نظامان
    [few] أنظمة { $count }
    [many] أنظمة { $count }
   *[other] أنظمة { $count }
}
kind-count-obligation = { $count-category ->
    [one] التزام واحد
    [two] التزامان
    [few] التزامات { $count }
    [many] التزامات { $count }
   *[other] التزامات { $count }
}
notes-name = ملاحظات: { $title }
notes-opened = فُتحت ملاحظات البند: { $title }
notes-place = البند { $number } من { $count }
clock-elsewhere = المؤقت يعمل على البند { $number }: «{ $title }».
clock-nowhere = المؤقت لا يعمل على أي بند.
clock-here = انقل المؤقت إلى هذا البند
clock-here-tooltip = ينتقل النقاش والمؤقت إلى البند المفتوحة ملاحظاته
notes-hint = اكتب ما يدور في هذا البند. يُحفظ ما تكتبه وحده.
notes-no-item = لا بنود بعد
notes-no-item-about = أضف بندًا في جدول الأعمال، وتُكتب ملاحظاته هنا.
notes-write = ابدأ الكتابة
notes-stale = تغيّر هذا النص في مكان آخر بعد أن بدأت تكتب.
notes-keep-mine = إبقاء ما كتبت
notes-take-other = أخذ النص الآخر
capture-regulation = نظام
capture-as = تحويل السطر إلى:
capture-tooltip = تحويل السطر الحالي إلى { $kind } ({ $keys })
capture-heard = التُقط { $line }
capture-released = عاد السطر ملاحظة
capture-as-another = هذا السطر ملتقط من قبل. لتغيير نوعه أعده إلى ملاحظة أولًا: مفتاح الحذف (Backspace) قبل أوله.
told-running = الاجتماع جارٍ الآن
told-ended = انتهى الاجتماع، ومدته { $ran }
minutes-approved = اعتُمد المحضر
told-discussed = البند { $number } قيد النقاش
told-item-done = نوقش البند { $number }
told-item-added = أُضيف البند { $number }: { $title }، والعدد { $count }
told-items-added = أُضيف إلى جدول الأعمال { $added }، والعدد { $count }
told-added = أُضيف إلى الحضور: { $name }، والعدد { $count }
told-added-several = أُضيف إلى الحضور { $added }، والعدد { $count }
closing-title = قبل إنهاء الاجتماع
closing-about = ينقص المحضرَ ما يأتي. أكمل ما تعرفه والحاضرون حولك؛ وما بقي يُكتب «غير محدد».
closing-needed = لا يُنهى الاجتماع قبله
closing-refused = لا يُنهى اجتماع لم يُسجَّل فيه حضور أحد. أضف من حضر من هنا، ثم أنهِ الاجتماع.
closing-left = المتبقي: { $count }
closing-complete = لا ينقص المحضرَ شيء.
closing-of-meeting = بيانات الاجتماع
closing-of-records = القرارات والمتابعات
closing-with-next = إنهاء وإنشاء الاجتماع القادم
closing-fill = إكمال
closing-fill-name = إكمال: { $words }
closing-nobody = لم يُسجَّل حضور أحد
closing-attendance = { $count-category ->
    [one] مدعو واحد لم يُسجَّل حضوره
    [two] مدعوان لم يُسجَّل حضورهما
    [few] { $count } مدعوين لم يُسجَّل حضورهم
    [many] { $count } مدعوًا لم يُسجَّل حضورهم
   *[other] { $count } مدعو لم يُسجَّل حضورهم
}
closing-agenda = { $count-category ->
    [one] بند واحد لم يُناقش
    [two] بندان لم يُناقشا
    [few] { $count } بنود لم تُناقش
    [many] { $count } بندًا لم تُناقش
   *[other] { $count } بند لم تُناقش
}
closing-item = لم يُناقش: { $title }
closing-discussed = نوقش
closing-all-discussed = نوقشت كلها
closing-answer-name = { $answer }: { $words }
closing-owner = بلا مسؤول: { $text }
closing-term = بلا موعد: { $text }
closing-fact = { $name }: غير محدد
closing-words = قرار أو توصية بلا نص: { $number }
keys-capture = لإدراج مقترح أو متابعة أو قرار
keys-name = لذكر شخص أو جهة
keys-record = لذكر سجل أو وسم
keys-next-item = البند التالي
suggest-kinds = تحويل السطر إلى
suggest-names = أشخاص وجهات
suggest-records = سجلات ووسوم
suggest-new-person = شخص جديد «{ $name }»
suggest-new-body = جهة جديدة «{ $name }»
suggest-tag = وسم
suggest-new-tag = وسم جديد «{ $name }»
line-no-term = بلا موعد
line-no-owner = بلا مسؤول
line-owner = المسؤول { $name }
party-add-hint = أضف جهة…
party-remove = إخراج { $name }
refusal-title = تعذر فتح السجل
refusal-folder = المجلد: { $folder }
refusal-again = إعادة المحاولة
refusal-restore = استرجاع آخر نسخة احتياطية
refusal-other = فتح مجلد آخر…
refusal-quit = إغلاق
upgrade-title = يُهيَّأ السجل لهذا الإصدار
upgrade-backing-up = تُحفظ أولًا نسخة احتياطية من السجل كما هو.
upgrade-changing = حُفظت النسخة الاحتياطية، ويُحدَّث السجل الآن.
upgrade-stays = يحدث هذا مرة واحدة بعد تحديث البرنامج. في السجلات الكبيرة قد يستغرق دقيقة أو أكثر.


### registers

register-filter = تصفية القائمة
register-nothing = لا شيء بهذه الكلمات
register-nothing-about = جرّب كلمة أقصر، أو امسح التصفية لترى القائمة كلها.
register-shown = { $count-category ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
register-shown-and-selected = { $shown } في القائمة · { $selected-category ->
    [zero] لا صف محدد
    [one] صف محدد
    [two] صفان محددان
    [few] { $selected } صفوف محددة
    [many] { $selected } صفًا محددًا
   *[other] { $selected } صف محدد
}
register-loading = تُحمَّل القائمة
register-as-table = جدول
register-as-board = لوحة
register-key-move = نقل
register-card-progress = الإنجاز { $percent }
register-move-refused = لا حالة «{ $status }» في «{ $kind }»، فبقيت البطاقة مكانها.
register-move-read-only = البيانات للقراءة فقط، فلم يُنقل شيء.
register-mark = أُنجز
register-menu-copy = نسخ الصفوف المحددة
register-menu-meeting = فتح الاجتماع
register-key-walk = تنقّل
register-key-done = إنجاز
register-add = إضافة
register-save = حفظ
register-remove = حذف
register-needed = لا بد من كتابة هذا الحقل.
register-new-person = شخص جديد «{ $name }»
form-left = لم يُحفظ ما كتبته في «{ $title }»
form-returned = هذا ما كتبته هنا ولم تحفظه
form-start-anew = نموذج فارغ
form-as-stored = العودة إلى المحفوظ
form-too-long = فيه { $used-category ->
    [zero] { $used } حرف
    [one] حرف واحد
    [two] حرفان
    [few] { $used } أحرف
    [many] { $used } حرفًا
   *[other] { $used } حرف
}، ويتسع لـ{ $most }. اختصره.
form-not-known = غير معروف. اختر من القائمة.
form-use-typed = استعمل ما كتبته: { $words }
form-number-taken = هذا الرقم لـ«{ $name }». اكتب غيره.
form-number-of-binned = هذا الرقم لسجل محذوف «{ $name }». اكتب غيره.
form-before-start = قبل «{ $field }». صحّح أحد التاريخين.
form-time-before-start = قبل «{ $field }» في اليوم نفسه. صحّح أحد الوقتين.
likely-title = قد يكون موجودًا:
likely-row = { $name } — { $about }
likely-use = استخدم: { $what }
likely-licence = رقم الترخيص هذا لـ«{ $name }».
merge-title = دمج سجلين
merge-about = ينتقل إلى الباقي كل ما يتصل بالآخر، ويذهب الآخر إلى المحذوفات.
merge-with = السجل الآخر
merge-which = أيهما يبقى؟
merge-keep = أبقِ «{ $name }»
merge-choose = { $field }: { $what }
merge-confirm = دمج
post-change = تغيير المنصب…
post-since = من تاريخ
post-since-refused = هذا اليوم قبل بداية المنصب الحالي أو عندها. اختر يومًا بعدها.
post-since-about = يبقى المنصب السابق في صفحة الشخص بمدته، ولا تتغير قوائم الاجتماعات السابقة.
period-from-to = من{"\u00A0"}{ $start } إلى{"\u00A0"}{ $end }
period-from = من { $start }
period-years = { $start } – { $end }
period-since = منذ { $start }
period-until = حتى { $end }
period-to = إلى { $end }
rule-by-weeks = بالأسابيع
rule-by-months = بالأشهر
rule-every = كل
rule-place = أيّها
rule-day = اليوم
rule-place-1 = أول
rule-place-2 = ثاني
rule-place-3 = ثالث
rule-place-4 = رابع
rule-place-5 = آخر
rule-weeks = { $every-category ->
    [one] كل أسبوع يوم { $day }
    [two] كل أسبوعين يوم { $day }
    [few] كل { $every } أسابيع يوم { $day }
    [many] كل { $every } أسبوعًا يوم { $day }
   *[other] كل { $every } أسبوع يوم { $day }
}
rule-months = { $every-category ->
    [one] { $which } { $day } من كل شهر
    [two] { $which } { $day } من كل شهرين
    [few] { $which } { $day } من كل { $every } أشهر
    [many] { $which } { $day } من كل { $every } شهرًا
   *[other] { $which } { $day } من كل { $every } شهر
}
rule-coming = القادم: { $days }
series-next = الاجتماع التالي في السلسلة
series-invited = المدعوون إلى الاجتماع التالي
series-invited-nobody = لا أحد بعد. ادعُ من تريد، أو يُدعى من كان في آخر اجتماع.
series-invited-as-last = هم من كان في آخر اجتماع، ما لم تُحدِّد مدعوي السلسلة.
series-invited-by-ties = هم مدعوو السلسلة، وتجدهم في روابطها.
series-invite = دعوة إلى السلسلة
series-page = صفحة السلسلة
series-all = السلاسل
series-new = سلسلة جديدة…
series-new-named = سلسلة جديدة «{ $name }»
meetings-source = ابدأ من
meetings-source-hint = قالب أو اجتماع سابق
meetings-template = قالب
meetings-template-named = قالب: { $name }
template-meeting = اجتماع من هذا القالب…
register-new-entry = قيمة جديدة في القائمة «{ $name }»
yes = نعم
no = لا
register-new-organisation = جهة جديدة «{ $name }»
register-status = الحالة
register-kind-and-text = { $kind }: { $text }
register-empty = لا سجلات.
register-due = الاستحقاق
register-done-on = { $kind ->
    [decision] أُنجز { $date }
    [obligation] أُنجز { $date }
   *[other] أُنجزت { $date }
}
register-mark-done = إنجاز: { $what }
register-status-of = حالة: { $what }
reason-title = سبب الانتقال إلى «{ $status }»
reason-label = السبب
reason-letters = { $used } من { $most }
reason-confirm = انقل
reason-return-confirm = أعد المحضر
reason-reopen-confirm = افتح المحضر
register-progress-of = إنجاز: { $what }
register-open-meeting = فتح الاجتماع { $number }
register-record-title = { $kind } { $number }
people-add = شخص
people-new = شخص جديد
people-removed = حُذف الشخص
people-removed-with = حُذف الشخص، ومعه { $along }
people-empty = لا أشخاص بعد
people-empty-about = هنا من تجتمع بهم: أسماؤهم ومناصبهم وجهاتهم. يكبر السجل أيضًا من حضور الاجتماعات.
people-name = الاسم والمنصب
organisations-add = جهة
organisations-new = جهة جديدة
organisations-removed = حُذفت الجهة
organisations-removed-with = حُذفت الجهة، ومعها { $along }
organisations-empty = لا جهات بعد
organisations-empty-about = هنا الأمانات والوزارات والجمعيات التي تنسّق معها. يكبر السجل أيضًا من الاجتماعات.
follow-ups-add = متابعة
follow-ups-new = متابعة جديدة
follow-ups-removed = حُذفت المتابعة
follow-ups-removed-with = حُذفت المتابعة، ومعها { $along }
follow-ups-empty = لا متابعات بعد
follow-ups-empty-about = هنا ما كُلّف به أحد وموعده. تأتي المتابعات من ملاحظات الاجتماع، أو تُضاف هنا.
follow-ups-open = { $count-category ->
    [zero] لا شيء مفتوح
    [one] متابعة مفتوحة
    [two] متابعتان مفتوحتان
    [few] { $count } مفتوحة
    [many] { $count } مفتوحة
   *[other] { $count } مفتوحة
}
follow-ups-task = التكليف
follow-ups-owner = المسؤول
follow-ups-progress = الإنجاز
proposals-add = مقترح
proposals-new = مقترح جديد
proposals-removed = حُذف المقترح
proposals-removed-with = حُذف المقترح، ومعه { $along }
proposals-empty = لا مبادرات ولا مقترحات بعد
proposals-empty-about = هنا ما طُرح في الاجتماعات من مبادرات ومقترحات، ومن طرحها، وأين وصلت.
proposals-open = { $count-category ->
    [zero] لا شيء نشط
    [one] مقترح نشط
    [two] مقترحان نشطان
    [few] { $count } نشطة
    [many] { $count } نشطًا
   *[other] { $count } نشط
}
proposals-text = المقترح
proposals-proposer = مقدّمه


### settings

settings-shown = العرض
settings-language = اللغة
settings-digits = الأرقام
settings-digits-latin = 123
settings-digits-arabic = ١٢٣
settings-theme = المظهر
settings-theme-system = كما في النظام
settings-theme-light = فاتح
settings-theme-dark = داكن
settings-density = الكثافة
settings-density-comfortable = مريحة
settings-density-compact = متراصّة
settings-text-size = حجم النص
settings-calendars = التقويم
settings-calendars-hijri-first = الهجري ثم الميلادي
settings-calendars-gregorian-first = الميلادي ثم الهجري
settings-calendars-hijri = الهجري وحده
settings-calendars-gregorian = الميلادي وحده
settings-sample = مثال: { $date }
settings-documents = المستندات
settings-coordinator = اسم المنسّق
settings-coordinator-help = يظهر في المحضر في «أعدّه»
settings-letterhead = ترويسة المستندات
settings-letterhead-help = سطر لكل جهة، الأوسع أولًا
settings-logo = الشعار
settings-logo-none = بلا شعار
settings-places = الأماكن
settings-export-folder = مجلد التصدير
settings-export-default = مجلد المستندات
settings-backup-folder = مجلد النسخ الاحتياطية
settings-backup-none = مجلد البيانات وحده
settings-store = مكان البيانات
settings-choose = اختيار…
settings-change = تغيير { $what }
settings-clear = مسح { $what }
settings-version = الإصدار { $version }
settings-general = العرض والمستندات
settings-lists = القوائم
settings-labels = مسميات الحالات
settings-writing = الترقيم والمخاطبة
lists-which = القائمة
lists-new = قيمة جديدة
lists-there = «{ $name }» في القائمة من قبل.
lists-up = نقل «{ $name }» لأعلى
lists-down = نقل «{ $name }» لأسفل
lists-more = أوامر «{ $name }»
lists-rename = تعديل الاسم…
lists-retire = لا تُعرض بعد الآن
lists-offer = تُعرض من جديد
lists-hidden = لا تُعرض
lists-retired = لن تُعرض في القوائم، وتبقى حيث استُعملت
lists-offered = تُعرض في القوائم من جديد
labels-which = المسميات
labels-about = اترك الخانة فارغة لتبقى الكلمة كما هي.
labels-meeting = حالات الاجتماع
labels-outcome = حالات المخرجات والشراكات والأنظمة
labels-attendance = حالات الحضور
labels-agenda = حالات بنود جدول الأعمال
labels-priority = الأولويات
labels-severity = درجات الخطورة
labels-minutes = حالات المحضر
labels-review = عرض المستجدات
labels-confidentiality = درجات السرية
numbering-title = الترقيم
numbering-pattern = صيغة الرقم
numbering-pattern-help = فيها {"{"}رمز{"}"} و{"{"}سنة{"}"} و{"{"}تسلسل{"}"}، كل منها مرة
numbering-digits = خانات التسلسل
numbering-example = مثال: { $numbers }
numbering-about = يسري على الأرقام القادمة، وما أُعطي من قبل يبقى كما هو.
numbering-part-code = رمز
numbering-part-year = سنة
numbering-part-seq = تسلسل
numbering-refused-parts = ينقصها جزء من الثلاثة أو تكرر.
numbering-refused-letters = حروف ورموز قليلة بلا مسافات.
settings-restore = تراجع
settings-restore-name = تراجع عن تعديل «{ $what }»
numbering-code-meeting = الاجتماعات
numbering-code-minutes = المحاضر
numbering-code-task = المتابعات والتوصيات
numbering-code-decision = القرارات
numbering-code-proposal = المبادرات والمقترحات
numbering-code-challenge = التحديات
numbering-code-opportunity = الفرص
numbering-code-obligation = الالتزامات
numbering-code-partnership = الشراكات
numbering-code-regulation = الأنظمة
address-title = تسمية الأشخاص
address-letter = في الخطابات
address-minutes = في المحاضر
address-press = في الأخبار
address-rank-and-post = سعادة + المنصب
address-rank-post-and-name = سعادة + المنصب + اللقب + الاسم
address-post-title-and-name = المنصب + اللقب + الاسم
address-post-and-name = المنصب + الاسم
address-rank = سعادة
address-sample-post = وكيل الأمين للخدمات
address-sample-name = سالم الغافي
address-sample = مثال: { $sample }
settings-read-only = البيانات للقراءة فقط، فلا تُغيَّر الإعدادات.
language-ar = العربية
language-en = English


### documents

# (documents)

documents-minutes = محضر
documents-page-of = صفحة { $page } من { $pages }
documents-logo = شعار { $body }

gaps-in-facts = لم يُذكر
gaps-in-table = لم يُذكر: { $columns }.
minutes-unknown = غير محدد
minutes-none = لا توجد
minutes-draft = مسودة غير معتمدة – للاطلاع فقط
minutes-draft-short = مسودة غير معتمدة
minutes-ahead = لم يُعقد الاجتماع بعد – مسودة للتحضير
minutes-ahead-short = لم يُعقد الاجتماع بعد
minutes-postponed = أُجّل الاجتماع ولم يُعقد بعد
minutes-postponed-short = اجتماع مؤجل
minutes-cancelled = أُلغي الاجتماع ولم يُعقد
minutes-cancelled-short = اجتماع ملغى
minutes-preparing-marks = للتحضير: | تحضير: | للإعداد: | For preparation: | To prepare:
minutes-heading = { $ordinal }: { $heading }
minutes-note-at = { $time } – { $text }
minutes-ordinal-1 = أولًا
minutes-ordinal-2 = ثانيًا
minutes-ordinal-3 = ثالثًا
minutes-ordinal-4 = رابعًا
minutes-ordinal-5 = خامسًا
minutes-ordinal-6 = سادسًا
minutes-ordinal-7 = سابعًا
minutes-ordinal-8 = ثامنًا
minutes-ordinal-9 = تاسعًا
minutes-ordinal-10 = عاشرًا
minutes-ordinal-11 = حادي عشر
minutes-ordinal-12 = ثاني عشر
minutes-ordinal-13 = ثالث عشر
minutes-ordinal-14 = رابع عشر

minutes-title = محضر اجتماع
minutes-title-coordination = محضر اجتماع تنسيقي
minutes-title-regular = محضر اجتماع دوري
minutes-title-urgent = محضر اجتماع طارئ
minutes-title-workshop = محضر ورشة عمل
minutes-title-visit = محضر زيارة
minutes-title-introduction = محضر لقاء تعريفي
minutes-title-committee = محضر اجتماع لجنة
minutes-what = الاجتماع
minutes-what-workshop = ورشة العمل
minutes-what-visit = الزيارة
minutes-what-introduction = اللقاء
minutes-what-begins = الاجتماع
minutes-what-begins-workshop = ورشة العمل
minutes-what-begins-visit = الزيارة
minutes-what-begins-introduction = اللقاء
minutes-number = رقم ({ $number })
minutes-number-of-year = رقم ({ $number }) لعام { $year }
minutes-footer = محضر { $number }

minutes-reference-number = الرقم
minutes-reference-date = التاريخ
minutes-reference-corresponding = الموافق
minutes-reference-attachments = المرفقات

minutes-heading-facts = بيانات الاجتماع
minutes-heading-purpose = الهدف من الاجتماع
minutes-regulation-shown = واستُعرض من مستجدات الأنظمة والتشريعات: { $title }
minutes-quote = وأكد { $name }: "{ $text }"
minutes-quote-by-her = وأكدت { $name }: "{ $text }"
minutes-quote-by-nobody = وقيل في النقاش: "{ $text }"
minutes-heading-attendance = الحضور
minutes-heading-agenda = جدول الأعمال
minutes-heading-earlier = متابعة توصيات الاجتماعات السابقة
minutes-heading-discussion = وقائع الاجتماع والمناقشات
minutes-heading-regulations = مستجدات الأنظمة والتشريعات
minutes-heading-proposals = المبادرات والمقترحات
minutes-heading-decisions = القرارات والتوصيات
minutes-task = تكليف
minutes-heading-tasks = التكليفات (المهام)
minutes-heading-other = ما يستجد من أعمال
minutes-heading-next = موعد الاجتماع القادم
minutes-heading-approval = الاعتماد والتواقيع
minutes-heading-attachments = المرفقات

minutes-fact-title = عنوان الاجتماع
minutes-fact-kind = نوع الاجتماع
minutes-fact-number = رقم الاجتماع
minutes-fact-hijri = التاريخ الهجري
minutes-fact-gregorian = التاريخ الميلادي
minutes-fact-weekday = اليوم
minutes-fact-start = وقت البداية
minutes-fact-end = وقت الانتهاء
minutes-fact-place = مكان الانعقاد
minutes-fact-mode = آلية الانعقاد
minutes-fact-host = الجهة المنظمة
minutes-fact-co-host = بالتعاون مع
minutes-fact-chair = رئيس الاجتماع
minutes-fact-secretary = أمين الاجتماع (مقرر)
minutes-fact-confidentiality = درجة السرية

minutes-present = الحاضرون
minutes-invited = المدعوون
minutes-apologies = المعتذرون
minutes-absent = الغائبون
minutes-group = ممثلو { $name }
minutes-group-count = العدد: { $count }
minutes-group-uncounted = العدد غير محدد
minutes-deputises = نيابةً عن { $name }
minutes-deputy = بالإنابة: { $name }
minutes-her-chair = رئيسة الاجتماع
minutes-her-secretary = أمينة الاجتماع (مقررة)
minutes-capacity-secretary = أمين الاجتماع
minutes-capacity-secretary-her = أمينة الاجتماع
minutes-her-member = عضوة
minutes-her-presenter = مقدّمة
minutes-her-guest = ضيفة
minutes-attendance-summary = الحضور { $attended } من { $expected }، وعدد الجهات { $bodies }
minutes-attendance-summary-uncounted = الحضور { $attended } من { $expected }، وعدد الجهات { $bodies }، إضافة إلى ممثلين لم يُحدَّد عددهم

minutes-column-index = م
minutes-column-name = الاسم
minutes-column-post = الصفة / المنصب
minutes-column-body = الجهة
minutes-column-presence = الحضور
minutes-column-signature = التوقيع
minutes-column-excuse = سبب الاعتذار
minutes-column-item = البند
minutes-column-presenter = مقدم البند
minutes-column-minutes = المدة (دقيقة)
minutes-column-recommendation-number = رقم التوصية
minutes-column-recommendation-text = نص التوصية
minutes-column-responsible-body = الجهة المسؤولة
minutes-column-due = تاريخ الاستحقاق
minutes-column-status = الحالة
minutes-carried = { $count-category ->
    [zero] لم تُرحَّل
    [one] رُحّلت مرة واحدة
    [two] رُحّلت مرتين
    [few] رُحّلت { $count } مرات
    [many] رُحّلت { $count } مرة
   *[other] رُحّلت { $count } مرة
}
minutes-last-action = آخر إجراء: { $text }
minutes-column-number = الرقم
minutes-column-proposal = المبادرة / المقترح
minutes-column-proposer = مقدمها
minutes-column-area = المجال
minutes-purpose-goals = يخدم الاجتماع مستهدفات رؤية السعودية 2030 في { $goals }.
report-partnership-goals = تخدم الشراكة مستهدفات رؤية السعودية 2030 في { $goals }.
minutes-serves-goals = بما يخدم مستهدفات رؤية السعودية 2030 في { $goals }.
minutes-column-goal = هدف رؤية 2030
minutes-column-verdict = القرار بشأنها
minutes-column-kind = النوع
minutes-column-text = النص
minutes-column-carried-out-by = المسؤول عن التنفيذ
minutes-column-regulation = المستجد
minutes-column-instrument = الأداة النظامية
minutes-column-effective = تاريخ النفاذ
minutes-column-impact = الأثر على الجمعيات
minutes-column-required = المطلوب
minutes-required-by = قبل { $day }
minutes-column-task = المهمة
minutes-column-responsible = المسؤول
minutes-column-priority = الأولوية

minutes-name-with-post = { $post } { $name }
minutes-opened = افتتح { $chair } { $what } مرحبًا بالحضور
minutes-opened-at = افتتح { $chair } { $what } في تمام الساعة { $time } مرحبًا بالحضور
minutes-opened-by-her = افتتحت { $chair } { $what } مرحبةً بالحضور
minutes-opened-by-her-at = افتتحت { $chair } { $what } في تمام الساعة { $time } مرحبةً بالحضور
minutes-opened-by-nobody = افتُتح { $what } بالترحيب بالحضور
minutes-opened-by-nobody-she = افتُتحت { $what } بالترحيب بالحضور
minutes-opened-by-nobody-at = افتُتح { $what } في تمام الساعة { $time } بالترحيب بالحضور
minutes-opened-by-nobody-at-she = افتُتحت { $what } في تمام الساعة { $time } بالترحيب بالحضور
minutes-opening-agenda = { $opened }، ثم جرى استعراض جدول الأعمال، ونوقشت البنود على النحو الآتي:
minutes-opening-agenda-only = { $opened }، ثم جرى استعراض جدول الأعمال.
minutes-opening-no-agenda = { $opened }.
minutes-item = البند { $number }: { $title }
minutes-item-deferred = أُجّل هذا البند.
minutes-item-withdrawn = سُحب هذا البند.
minutes-item-without-notes = لم تُدوَّن مناقشات في هذا البند.
minutes-without-notes = لم تُدوَّن مناقشات البنود.
minutes-closed = واختُتم { $what }، والله الموفق.
minutes-closed-she = واختُتمت { $what }، والله الموفق.
minutes-closed-at = واختُتم { $what } في تمام الساعة { $time }، والله الموفق.
minutes-closed-at-she = واختُتمت { $what } في تمام الساعة { $time }، والله الموفق.

minutes-signed-prepared = أعدّه (أمين الاجتماع)
minutes-signed-reviewed = راجعه
minutes-signed-approved = اعتمده (رئيس الاجتماع)
minutes-signed-prepared-her = أعدّته (أمينة الاجتماع)
minutes-signed-reviewed-her = راجعته
minutes-signed-approved-her = اعتمدته (رئيسة الاجتماع)
minutes-signature-post = المنصب
minutes-signature-date = التاريخ

minutes-honorific-mr = الأستاذ
minutes-honorific-mrs = الأستاذة
minutes-honorific-dr = الدكتور
minutes-honorific-dr-f = الدكتورة
minutes-honorific-eng = المهندس
minutes-honorific-eng-f = المهندسة
minutes-honorific-sheikh = الشيخ
minutes-honorific-general = اللواء

minutes-place-joiner = {"، "}


### cli

# (cli)
cli-demo = أُعدّ سجل تجريبي في: { $folder }
cli-generated = أُعدّ سجل للقياس فيه { count-meetings } في: { $folder }
cli-letters = كُتبت الدعوات ({ $count }): { $file }
cli-imported = اكتمل الاستيراد: جديد { $new }، محدّث { $updated }، متروك لتكراره { $skipped }، مرفوض { $refused }. وأُضيف مما ذُكر فيه: جهات { $bodies }، أشخاص { $people }
cli-import-planned = لم يُكتب شيء. لو استُورد: جديد { $new }، محدّث { $updated }، متروك لتكراره { $skipped }، مرفوض { $refused }. ويُضاف مما ذُكر فيه: جهات { $bodies }، أشخاص { $people }
press-held-names = { $count-category ->
    [one] اسم واحد ممن حضر
    [two] اسمان ممن حضر
    [few] { $count } أسماء ممن حضر
    [many] { $count } اسمًا ممن حضر
   *[other] { $count } اسم ممن حضر
}
press-held-texts = { $count-category ->
    [one] أمر واحد مما نتج وقيل
    [two] أمران مما نتج وقيل
    [few] { $count } أمور مما نتج وقيل
    [many] { $count } أمرًا مما نتج وقيل
   *[other] { $count } أمر مما نتج وقيل
}
cli-press-held-back = لم يُذكر في الخبر ما لم يُؤذن بنشره: { $what }. ائذن بنشره في نافذة الخبر الصحفي، أو أضف --tell-all ليُذكر كله في هذا الملف.
cli-invitation-cancelled = الاجتماع ملغى، وكُتبت الدعوة إليه كما طلبت.
cli-invitation-postponed = الاجتماع مؤجل، وكُتبت الدعوة إليه كما طلبت.
cli-invitation-over = انعقد الاجتماع أو مضى موعده، وكُتبت الدعوة إليه كما طلبت.
cli-invitation-undated = ليس للاجتماع تاريخ بعد، فلا موعد في الدعوة.
cli-kept-language = المحضر معتمد، فكُتب بنصه المعتمد وبلغة اعتماده، لا باللغة المطلوبة.
cli-exported = كُتب المستند في: { $file }
cli-backup = كُتبت نسخة مفحوصة في: { $file }
cli-backup-files = وملفاته في المجلد المجاور: { $folder }
cli-check-sound = السجل سليم: فُحص { $count } من السجلات وفهرسها وسلسلة التغييرات
cli-intake-line = { $label }: { $text }
cli-intake-saved = حُفظ في الاجتماع { $number }، والتراجع يعيد كل شيء كما كان
cli-intake-added = أُضيف ما كان ينقص الاجتماع { $number }، والتراجع يعيد كل شيء كما كان
cli-intake-known = سبق أن حُفظ هذا النص في الاجتماع { $number }، ولم يُضف شيء جديد
intake-title = الاجتماع
intake-date = التاريخ
intake-time = الوقت
intake-place = المكان
intake-hosts = الجهة المنظمة
intake-chair = رئيس الاجتماع
intake-people = شخص
intake-organisations = جهة
intake-goals = هدف
intake-topics = محور
intake-proposals = مقترح
intake-decisions = قرار
intake-follow-ups = متابعة
intake-owner = المسؤول عن متابعة
intake-due = موعد متابعة
intake-missing = لم يرد في النص
check-file = ملف البيانات نفسه تالف، ولا يُقرأ بعضه.
check-link = في البيانات ما يشير إلى سجل غير موجود.
check-index = فهرس البحث لا يطابق السجلات، فقد لا يُعثر على بعضها.
check-counts = الأعداد المحفوظة في القوائم والمؤشرات لا تطابق السجلات.
check-log = سجل التغييرات غُيّر خارج البرنامج أو حُذف منه.
check-minutes-altered = نص المحضر المعتمد { $about } المحفوظ عند اعتماده غُيّر خارج البرنامج.
check-minutes-missing = نص المحضر المعتمد { $about } المحفوظ عند اعتماده حُذف خارج البرنامج.
check-minutes-unlogged = بيانات اعتماد المحضر { $about } غُيّرت خارج البرنامج، ولا تطابق سجل التغييرات.
check-version-altered = نسخة من محضر الاجتماع { $about } حُفظت قبل اعتماده غُيّرت خارج البرنامج.
check-evidence-altered = نسخة محفوظة من محضر أُعيد فتحه غُيّرت خارج البرنامج.
check-file-missing = الملف المرفق «{ $about }» ليس في مجلد البيانات.
check-file-altered = الملف المرفق «{ $about }» غُيّر خارج البرنامج.
cli-check-unkept = { $count-category ->
    [one] محضر واحد اعتُمد قبل أن يُحفظ نص المحاضر عند اعتمادها، وليس ذلك خللًا
    [two] محضران اعتُمدا قبل أن يُحفظ نص المحاضر عند اعتمادها، وليس ذلك خللًا
    [few] { $count } محاضر اعتُمدت قبل أن يُحفظ نص المحاضر عند اعتمادها، وليس ذلك خللًا
    [many] { $count } محضرًا اعتُمدت قبل أن يُحفظ نص المحاضر عند اعتمادها، وليس ذلك خللًا
   *[other] { $count } محضر اعتُمدت قبل أن يُحفظ نص المحاضر عند اعتمادها، وليس ذلك خللًا
}
cli-verified = هذا الملف هو المحضر المعتمد { $number } كما اعتُمد، حرفًا بحرف
cli-verified-other = كُتب هذا الملف بإصدار آخر من البرنامج: بصمة نصه هي بصمة المحضر المعتمد { $number }، أما سلامة الملف نفسه حرفًا حرفًا فلا يحكم بها إلا ذلك الإصدار. صدّر المحضر من جديد لتقارن.
verify-no-pdf = ليس ملف PDF
verify-unmarked = لا يحمل بصمة محضر معتمد؛ لعله مسودة، أو صُدّر قبل الاعتماد
verify-unknown = بصمته ليست لأي محضر في هذا السجل
verify-store-altered = نص المحضر المحفوظ في السجل نفسه تغيّر خارج البرنامج
verify-altered = يحمل بصمة محضر معتمد، لكنه ليس ما يكتبه البرنامج من نصه المحفوظ: عُدّل الملف بعد تصديره
verify-reopened = كان معتمدًا، ثم أُعيد فتح المحضر بعد تصديره


### widgets

widgets-date-hint = مثل 15 رجب، 24/12، بعد أسبوعين
widgets-date-holiday = { $date } · { $holiday }
widgets-date-weekend = { $date } · يوافق { $weekday }، يوم إجازة
widgets-date-open = تقويم: { $label }
widgets-date-today = اليوم
widgets-date-is-today = { $date } (اليوم)
widgets-month-before = الشهر السابق
widgets-year-before = السنة السابقة
widgets-year-after = السنة التالية
widgets-month-after = الشهر التالي
widgets-calendar-hijri = بالهجري
widgets-calendar-gregorian = بالميلادي
widgets-wrong = غير صحيح
widgets-time-hint = مثل 10:30 ص
widgets-time-error = لم يُفهم الوقت «{ $text }». اكتبه مثل 10:30 ص.
widgets-number-error = اكتب رقمًا صحيحًا.
widgets-number-least = لا يقل عن { $least }
widgets-number-range = من { $least } إلى { $most }
widgets-phone-hint = 05X XXX XXXX
widgets-phone-error = ليس رقم هاتف، مثل 0551234567
widgets-email-hint = name@example.sa
widgets-email-error = العنوان ناقص: اكتبه كاملًا، مثل name@example.sa
shell-screens = الشاشات
meeting-part-notes = الملاحظات
meeting-part-start = الجدول والحضور
meeting-part-end = ما نتج
widgets-characters = { $used } من { $most-category ->
    [one] حرف واحد
    [two] حرفين
    [few] { $most } أحرف
    [many] { $most } حرفًا
   *[other] { $most } حرف
}
widgets-clear = مسح: { $label }
widgets-remove = إزالة { $what }

widgets-table-columns = الأعمدة
widgets-table-width = عرض العمود: { $column }
widgets-table-head-menu = قائمة العمود: { $column }
widgets-table-ascending = ترتيب تصاعدي
widgets-table-descending = ترتيب تنازلي
widgets-table-sorted-up = مرتّب تصاعديًّا
widgets-table-sorted-down = مرتّب تنازليًّا
widgets-table-fit = ملاءمة العرض للمحتوى
widgets-table-hide = إخفاء العمود: { $column }
widgets-table-reset = إعادة الأعمدة كما كانت
widgets-board-column = { $column }: { $count-category ->
    [zero] لا بطاقات
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $count } بطاقات
    [many] { $count } بطاقة
   *[other] { $count } بطاقة
}
widgets-board-about = الأعمدة { $columns }، والبطاقات { $cards }. الأسهم تتنقل بينها، ومع Ctrl تنقل البطاقة.
widgets-board-moved-into = نُقلت «{ $card }» إلى { $column }
widgets-board-moved = نُقلت «{ $card }» إلى { $column }، الموضع { $place } من { $count }
widgets-month-day = { $day }: { $count-category ->
    [zero] لا شيء
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
widgets-month-events = { $count-category ->
    [zero] لا شيء
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
widgets-month-more = { $count-category ->
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } أخرى
    [many] و{ $count } أخرى
   *[other] و{ $count } أخرى
}

### editing text

text-cut = قص
text-copy = نسخ
text-paste = لصق
text-select-all = تحديد الكل
text-undo = تراجع
text-redo = إعادة
text-direction-auto = الاتجاه من النص
text-right-to-left = من اليمين إلى اليسار
text-left-to-right = من اليسار إلى اليمين


### registers that follow from their fields, pages of records, tidying

screen-challenges = التحديات والفرص
screen-partnerships = الشراكات
screen-regulations = الأنظمة والتشريعات
screen-tidying = المحذوفات والمتشابهات
command-go-challenges = الانتقال إلى التحديات والفرص
command-go-partnerships = الانتقال إلى الشراكات
command-go-regulations = الانتقال إلى الأنظمة
command-go-tidying = الانتقال إلى المحذوفات والمتشابهات
command-go-tidying-also = سلة استعادة مكرر دمج
challenges-add = تحدٍّ
challenges-new = تحدٍّ جديد
challenges-removed = حُذف السجل
challenges-removed-with = حُذف السجل، ومعه { $along }
challenges-empty = لا تحديات ولا فرص بعد
challenges-empty-about = هنا ما رُصد في الاجتماعات من تحديات وفرص، وكيف عولج كل منها.
partnerships-add = شراكة
partnerships-new = شراكة جديدة
partnerships-removed = حُذفت الشراكة
partnerships-removed-with = حُذفت الشراكة، ومعها { $along }
partnerships-empty = لا شراكات بعد
partnerships-empty-about = هنا مذكرات التفاهم والاتفاقيات: أطرافها، والتزامات كل طرف، وموعد انتهائها.
regulations-add = مستجد
regulations-new = مستجد نظامي جديد
regulations-removed = حُذف المستجد
regulations-removed-with = حُذف المستجد، ومعه { $along }
regulations-empty = لا مستجدات نظامية بعد
regulations-empty-about = هنا ما صدر من أنظمة ولوائح، وأثره على الجمعيات، ومتى عُرض عليها.
register-clear-filters = إزالة التصفية
register-filtered = { $field }: { $values }
register-menu-open = فتح
register-move-not-allowed = لا يُنتقل من «{ $from }» إلى «{ $to }» مباشرة.
record-name-and-detail = { $name } ({ $detail })
record-gone = لم يعد هذا السجل موجودًا
record-gone-about = قد يكون حُذف. تجده في المحذوفات.
record-removed = حُذف السجل
record-removed-with = حُذف السجل، ومعه { $along }
record-on-agenda = إدراج في اجتماع
record-on-agenda-done = أُدرج في جدول الأعمال
record-edit = تعديل
record-story = سجل العلاقة
record-history = التغييرات
record-day-unknown = تاريخه غير محدد
record-story-empty = لا شيء هنا بعد
record-story-empty-about = كل ما يتصل بهذا السجل يظهر هنا بتاريخه.
record-somebody = مستخدم هذا الجهاز
record-made = أُنشئ السجل
record-was-removed = حُذف السجل
record-was-restored = استُعيد السجل
record-file-added = أُرفق ملف «{ $name }»
record-file-removed = حُذف الملف «{ $name }»
record-file-restored = استُعيد الملف «{ $name }»
record-story-file-added = ملف أُرفق
record-story-file-removed = ملف حُذف
record-part-added = إضافة { $what }: «{ $name }»
record-part-removed = حذف { $what }: «{ $name }»
record-part-restored = استعادة { $what }: «{ $name }»
record-return = استعادة
record-return-what = استعادة ما في «{ $what }»
record-person-joined = إضافة إلى منسوبيها: «{ $name }»
record-person-left = خروج من منسوبيها: «{ $name }»
record-notes-changed = تغيّرت ملاحظات البند «{ $item }»
record-notes-changed-bare = تغيّرت ملاحظات الاجتماع
record-part-changed = تعديل { $what } «{ $name }» — { $change }
record-changed-only = تغيّر: { $field }
record-changed = { $field }: من «{ $before }» إلى «{ $after }»
record-by = { $who } · { $age }
record-restore = أعد القيمة السابقة
record-commitments = التزامات الطرفين
record-ours = على الأمانة وغيرها
record-others = على الجهات الأخرى
record-theirs = على الجهة
record-done-of = { $done } من { $all }
record-facts = البيانات
record-facts-empty = لا بيانات بعد
record-ties = الروابط
record-add-tie = ربط بسجل آخر
record-open = فتح «{ $name }»
record-cut-tie = حذف الرابط مع «{ $name }»
record-progress = المتابعة
record-update = ما الذي تم؟
record-add-update = إضافة تحديث
update-keys = تصل إلى هنا بـ Ctrl U، وتضيف بـ Ctrl Enter
update-add-witnessed = إضافة مع شاهد…
update-why = اكتب السبب: الحالة المختارة تحتاجه.
update-done-witness = الشاهد اختياري: أضف التحديث معه، أو أرفقه لاحقًا.
update-status = الحالة بعده
update-witness = إرفاق شاهد
update-witness-of = إرفاق شاهد لتحديث { $day }
update-obstacles = المعوقات: { $text }
record-tie-what = نوع السجل
record-tie-which = السجل
record-tie-meaning = العلاقة
record-tie-confirm = اربط
record-tag-there = الوسم «{ $name }» موجود عليه من قبل.
record-tie-there = الرابط مع «{ $name }» موجود بهذا المعنى من قبل.
record-story-of = قصة «{ $title }»
record-side-of = بيانات «{ $title }»
record-page-of = صفحة «{ $title }»
record-edge = الحد بين السجل والبيانات
record-page = صفحة السجل
record-parties = الأطراف
record-obligations = الالتزامات
record-aliases = أسماء أخرى
record-units = الوحدات
record-parties-new = طرف جديد
record-obligations-new = التزام جديد
record-aliases-new = اسم جديد
record-units-new = وحدة جديدة
record-posts-new = منصب جديد
record-units-add = وحدة
record-people = منسوبوها
record-posts = المناصب
record-post-present = المنصب الحالي
record-post-since-unknown = بدايته غير محددة
record-add-to = إضافة إلى «{ $list }»
record-meetings = اجتماعات السلسلة
record-more = أوامر أخرى للسجل
record-merge = دمج مع…
tidying-bin = المحذوفات
tidying-bodies = جهات متشابهة
tidying-people = أشخاص متشابهون
tidying-bin-empty = لا محذوفات
tidying-bin-empty-about = ما تحذفه ينتقل إلى هنا، ويعود كاملًا متى شئت.
tidying-removed = حُذف { $age }
tidying-restore = استعادة
tidying-restore-name = استعادة «{ $name }»
tidying-restored = استُعيد السجل
tidying-twins-empty = لا سجلات متشابهة
tidying-twins-empty-about = إذا تكرر اسم أو هاتف أو ترخيص ظهر السجلان هنا لتدمجهما.
tidying-keep = أبقِ هذا وادمج
tidying-keep-name = أبقِ «{ $name }» وادمج الباقي
tidying-compare = قارن وادمج…
tidying-compare-name = قارن «{ $first }» و«{ $second }» وادمج
tidying-merged = دُمجت السجلات
likeness-licence = رقم الترخيص نفسه
likeness-phone = الهاتف نفسه
likeness-known = اسمان معروفان لجهة واحدة
likeness-email = البريد نفسه
likeness-name = الاسم نفسه أو قريب منه
register-ties = { $count-category ->
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
    [many] { $count } رابطًا
   *[other] { $count } رابط
}
tidying-removed-with = حُذف { $age }، ومعه { $along }

### what went into the bin along with something

along-agenda_item = { $count-category ->
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندًا
   *[other] { $count } بند
}
along-attendance = { $count-category ->
    [one] اسم واحد في الحضور
    [two] اسمان في الحضور
    [few] { $count } أسماء في الحضور
    [many] { $count } اسمًا في الحضور
   *[other] { $count } اسم في الحضور
}
along-party = { $count-category ->
    [one] جهة مشاركة
    [two] جهتان مشاركتان
    [few] { $count } جهات مشاركة
    [many] { $count } جهة مشاركة
   *[other] { $count } جهة مشاركة
}
along-block = { $count-category ->
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
along-outcome = { $count-category ->
    [one] مخرج واحد
    [two] مخرجان
    [few] { $count } مخرجات
    [many] { $count } مخرجًا
   *[other] { $count } مخرج
}
along-regulation = { $count-category ->
    [one] مستجد نظامي
    [two] مستجدان نظاميان
    [few] { $count } مستجدات نظامية
    [many] { $count } مستجدًا نظاميًا
   *[other] { $count } مستجد نظامي
}
along-alias = { $count-category ->
    [one] اسم آخر
    [two] اسمان آخران
    [few] { $count } أسماء أخرى
    [many] { $count } اسمًا آخر
   *[other] { $count } اسم آخر
}
along-post = { $count-category ->
    [one] منصب واحد
    [two] منصبان
    [few] { $count } مناصب
    [many] { $count } منصبًا
   *[other] { $count } منصب
}
along-document = { $count-category ->
    [one] مرفق واحد
    [two] مرفقان
    [few] { $count } مرفقات
    [many] { $count } مرفقًا
   *[other] { $count } مرفق
}
along-progress = { $count-category ->
    [one] تحديث واحد
    [two] تحديثان
    [few] { $count } تحديثات
    [many] { $count } تحديثًا
   *[other] { $count } تحديث
}
along-reservation = { $count-category ->
    [one] تحفّظ واحد
    [two] تحفّظان
    [few] { $count } تحفّظات
    [many] { $count } تحفّظًا
   *[other] { $count } تحفّظ
}
along-link = { $count-category ->
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
    [many] { $count } رابطًا
   *[other] { $count } رابط
}
along-proposal = { $count-category ->
    [one] مقترح واحد
    [two] مقترحان
    [few] { $count } مقترحات
    [many] { $count } مقترحًا
   *[other] { $count } مقترح
}
along-initiative = { $count-category ->
    [one] مبادرة واحدة
    [two] مبادرتان
    [few] { $count } مبادرات
    [many] { $count } مبادرة
   *[other] { $count } مبادرة
}
along-follow-up = { $count-category ->
    [one] متابعة واحدة
    [two] متابعتان
    [few] { $count } متابعات
    [many] { $count } متابعة
   *[other] { $count } متابعة
}
along-decision = { $count-category ->
    [one] قرار واحد
    [two] قراران
    [few] { $count } قرارات
    [many] { $count } قرارًا
   *[other] { $count } قرار
}
along-recommendation = { $count-category ->
    [one] توصية واحدة
    [two] توصيتان
    [few] { $count } توصيات
    [many] { $count } توصية
   *[other] { $count } توصية
}
along-challenge = { $count-category ->
    [one] تحدٍّ واحد
    [two] تحديان
    [few] { $count } تحديات
    [many] { $count } تحديًا
   *[other] { $count } تحدٍّ
}
along-opportunity = { $count-category ->
    [one] فرصة واحدة
    [two] فرصتان
    [few] { $count } فرص
    [many] { $count } فرصة
   *[other] { $count } فرصة
}
along-obligation = { $count-category ->
    [one] التزام واحد
    [two] التزامان
    [few] { $count } التزامات
    [many] { $count } التزامًا
   *[other] { $count } التزام
}
along-others = { $count-category ->
    [one] سجل آخر
    [two] سجلان آخران
    [few] { $count } سجلات أخرى
    [many] { $count } سجلًا آخر
   *[other] { $count } سجل آخر
}

### registers: views, filters, groups, several at once

field-outcome-is_closed = انتهى
field-outcome-minutes_number = رقم المحضر
field-outcome-meeting_series = سلسلة الاجتماع
field-outcome-meeting_host = الجهة المنظمة للاجتماع
field-outcome-met_on = تاريخ الاجتماع
field-outcome-last_action = آخر إجراء
field-outcome-updated_on = تاريخ آخر تحديث
field-outcome-days_late = أيام التأخير
field-outcome-evidence = الشاهد / المرفق
follow-ups-done-on = تاريخ الإنجاز الفعلي
follow-ups-notes = ملاحظات
field-partnership-is_closed = انتهت
field-regulation-is_closed = انتهى
field-organisation-people = الأشخاص
field-organisation-meetings = الاجتماعات
field-organisation-open_tasks = متابعات مفتوحة
field-person-meetings = الاجتماعات
field-person-open_tasks = متابعات مفتوحة
ready-open = المفتوحة
ready-overdue = المتأخرة
ready-due-soon = خلال 14 يومًا
ready-carried = المُرحّلة
ready-expiring = تنتهي خلال 90 يومًا
ready-ended = انقضت مدتها
ready-licence-expiring = ترخيصها ينتهي خلال 90 يومًا
ready-licence-ended = انتهى ترخيصها
ready-board-ending = مجلسها ينتهي خلال 90 يومًا
ready-not-shown = لم تُعرض بعد
ready-units = الوحدات
ready-contacts = ضباط الاتصال
ready-keep-ending = تنتهي مدة حفظ بياناتهم
ready-coming = القادمة
ready-no-minutes = بلا محضر معتمد
register-ready = { $name } { $count }
period-past = ما مضى
period-today = اليوم
period-week = هذا الأسبوع
period-month = هذا الشهر
period-next-14 = خلال 14 يومًا
period-next-90 = خلال 90 يومًا
filter-of = تصفية: { $field }
filter-remove = إزالة التصفية: { $field }
filter-add = تصفية
filter-given = محدد
filter-other = اختيار غيرها…
filter-range = من – إلى…
filter-letters-of = فيه كلمة…
filter-letters = الكلمة
filter-containing = فيه «{ $letters }»
filter-from = من
filter-until = إلى
filter-up-to = حتى { $until }
filter-from-on = من { $from }
filter-between = { $from } – { $until }
filter-apply = طبّق
views-all = الكل
views-menu = العروض
views-keep = احفظ هذا العرض باسم…
views-keep-changes = احفظ التغييرات في العرض
views-reset = أعد العرض كما حُفظ
views-rename = أعد تسمية العرض…
views-remove = احذف العرض
views-keep-title = حفظ العرض
views-rename-title = إعادة تسمية العرض
views-name = اسم العرض
views-taken = لديك عرض بهذا الاسم، اختر اسمًا آخر.
views-kept = حُفظ العرض «{ $name }»
views-removed = حُذف العرض «{ $name }»
register-group = تجميع
register-grouped = تجميع: { $field }
register-group-none = بلا تجميع
register-fold-all = طي المجموعات كلها أو فتحها
register-sort = ترتيب
register-sorted = ترتيب: { $field } { $way }
register-sort-none = الترتيب المعتاد
register-key-range = تحديد
register-key-fold = طي وفتح
challenges-open = { $count-category ->
    [zero] لا شيء مفتوح
    [one] سجل مفتوح
    [two] سجلان مفتوحان
    [few] { $count } مفتوحة
    [many] { $count } مفتوحًا
   *[other] { $count } مفتوح
}
partnerships-open = { $count-category ->
    [zero] لا شيء قائم
    [one] شراكة قائمة
    [two] شراكتان قائمتان
    [few] { $count } قائمة
    [many] { $count } قائمة
   *[other] { $count } قائمة
}
partnerships-late = { $count-category ->
    [zero] لا شيء انقضت مدته
    [one] واحدة انقضت مدتها
    [two] اثنتان انقضت مدتهما
    [few] { $count } انقضت مدتها
    [many] { $count } انقضت مدتها
   *[other] { $count } انقضت مدتها
}
register-open-and-late = { $open } · { $late }
regulations-open = { $count-category ->
    [zero] لا مستجدات قائمة
    [one] مستجد قائم
    [two] مستجدان قائمان
    [few] { $count } مستجدات قائمة
    [many] { $count } مستجدًا قائمًا
   *[other] { $count } مستجد قائم
}
organisations-count = { $count-category ->
    [zero] لا جهات
    [one] جهة واحدة
    [two] جهتان
    [few] { $count } جهات
    [many] { $count } جهة
   *[other] { $count } جهة
}
people-count = { $count-category ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
bulk-selected = { $count-category ->
    [zero] لا شيء محدد
    [one] سجل محدد
    [two] سجلان محددان
    [few] { $count } سجلات محددة
    [many] { $count } سجلًا محددًا
   *[other] { $count } سجل محدد
}
bulk-set = { $field }…
bulk-other = حقل آخر…
bulk-merge = دمج…
bulk-tag = وسم…
bulk-tag-name = الوسم
bulk-tag-there = الوسم موجود على ما حُدِّد كله من قبل، فلم يتغير شيء.
bulk-tag-some = { $tagged }؛ والوسم موجود من قبل على { $count-category ->
    [one] سجل واحد
    [two] سجلين
    [few] { $count } سجلات
    [many] { $count } سجلًا
   *[other] { $count } سجل
}
bulk-unselect = إلغاء التحديد
bulk-title = { $field }: { $count-category ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $count } سجلات
    [many] { $count } سجلًا
   *[other] { $count } سجل
}
bulk-apply = طبّق على المحدد
bulk-reading = تُقرأ السجلات المحددة كلها…
moved-to-status = { $count-category ->
    [one] الحالة الآن: { $status }
    [two] حالة سجلين الآن: { $status }
    [few] حالة { $count } سجلات الآن: { $status }
    [many] حالة { $count } سجلًا الآن: { $status }
   *[other] حالة { $count } سجل الآن: { $status }
}
bulk-done = { $count-category ->
    [zero] لم يُعدَّل شيء
    [one] عُدِّل سجل واحد
    [two] عُدِّل سجلان
    [few] عُدِّلت { $count } سجلات
    [many] عُدِّل { $count } سجلًا
   *[other] عُدِّل { $count } سجل
}
bulk-removed = { $count-category ->
    [zero] لم يُحذف شيء
    [one] حُذف سجل واحد
    [two] حُذف سجلان
    [few] حُذفت { $count } سجلات
    [many] حُذف { $count } سجلًا
   *[other] حُذف { $count } سجل
}
bulk-removed-with = { $count-category ->
    [one] حُذف سجل واحد، ومعه { $along }
    [two] حُذف سجلان، ومعهما { $along }
    [few] حُذفت { $count } سجلات، ومعها { $along }
    [many] حُذف { $count } سجلًا، ومعها { $along }
   *[other] حُذف { $count } سجل، ومعها { $along }
}
bulk-refused = { $count-category ->
    [zero] عُدِّل كل شيء
    [one] سجل واحد بقي كما هو
    [two] سجلان بقيا كما هما
    [few] { $count } سجلات بقيت كما هي
    [many] { $count } سجلًا بقيت كما هي
   *[other] { $count } سجل بقيت كما هي
}
bulk-others = { $count-category ->
    [zero] لم يُعدَّل غيرها.
    [one] وعُدِّل سجل واحد.
    [two] وعُدِّل سجلان.
    [few] وعُدِّلت { $count } سجلات.
    [many] وعُدِّل { $count } سجلًا.
   *[other] وعُدِّل { $count } سجل.
}
bulk-further = { $count-category ->
    [zero] لا غيرها
    [one] وسجل آخر
    [two] وسجلان آخران
    [few] و{ $count } سجلات أخرى
    [many] و{ $count } سجلًا آخر
   *[other] و{ $count } سجل آخر
}
bulk-understood = حسنًا
bulk-locked = محضر اجتماعه معتمد، فلا يتغير.
bulk-locked-meeting = محضره معتمد، فلا يتغير.
bulk-no-field = لا حقل «{ $field }» في «{ $kind }».
edit-set-several = { $count-category ->
    [zero] تعديل سجلات
    [one] تعديل سجل
    [two] تعديل سجلين
    [few] تعديل { $count } سجلات
    [many] تعديل { $count } سجلًا
   *[other] تعديل { $count } سجل
}
edit-move-several = { $count-category ->
    [zero] تغيير حالة سجلات
    [one] تغيير حالة سجل
    [two] تغيير حالة سجلين
    [few] تغيير حالة { $count } سجلات
    [many] تغيير حالة { $count } سجلًا
   *[other] تغيير حالة { $count } سجل
}
edit-remove-several = { $count-category ->
    [zero] حذف سجلات
    [one] حذف سجل
    [two] حذف سجلين
    [few] حذف { $count } سجلات
    [many] حذف { $count } سجلًا
   *[other] حذف { $count } سجل
}
command-quick-add = جديد
command-quick-add-also = إضافة إنشاء
quick-add = + جديد
quick-hint = ماذا تضيف؟ متابعة، مقترح، شخص…
quick-nothing = لا نوع بهذا الاسم.
kind-new-proposal = مقترح جديد
kind-new-initiative = مبادرة جديدة
kind-new-follow-up = متابعة جديدة
kind-new-decision = قرار جديد
kind-new-recommendation = توصية جديدة
kind-new-challenge = تحدٍّ جديد
kind-new-opportunity = فرصة جديدة
kind-new-obligation = التزام جديد
quick-new = + { $what }
quick-added = أُضيف: { $what }
quick-open = فتح
quick-read-only = البيانات للقراءة فقط، فلا يُضاف شيء.

head-licence-number = ترخيص { $number }
head-licence = الترخيص { $state }
head-board = دورة المجلس { $state }
head-ended = انتهى { $day }
head-expiring = ينتهي { $day }
head-running = سارٍ إلى { $day }
head-contact = ضابط الاتصال: { $name }
head-meeting = اجتماع
head-follow-up = متابعة
head-theirs = متابعات عليها
head-unit-of = تتبع { $name }
head-ours = متابعات لها
head-proposals = المقترحات
head-last = آخرها { $day }
head-ending = { $count-category ->
    [zero] لا شيء ينتهي قريبًا
    [one] واحدة تنتهي قريبًا
    [two] اثنتان تنتهيان قريبًا
    [few] { $count } تنتهي قريبًا
    [many] { $count } تنتهي قريبًا
   *[other] { $count } تنتهي قريبًا
}
head-ends = تنتهي { $when }
meetings-invited = جهة مدعوة
register-columns = الأعمدة
menu-find = ابحث…
### files kept with records

attach-title = المرفقات
attach-add = إرفاق ملف
attach-empty = لا مرفقات بعد. أفلت الملفات في النافذة، أو اختر «إرفاق ملف».
attach-drop = أفلت الملفات لإرفاقها
attach-drop-to = تُنسخ إلى مجلد البيانات، وتبقى ملفاتك في مكانها
attach-open = فتح
attach-save-copy = حفظ نسخة باسم…
attach-edit = تعديل البيانات
attach-remove = حذف
attach-removed = حُذف المرفق
attach-removed-with = حُذف المرفق، ومعه { $along }
attach-more = أوامر المرفق «{ $name }»
attach-missing = الملف ليس في مجلد البيانات
attach-altered = تغيّر محتوى الملف عما حُفظ
attach-progress = جارٍ إرفاق «{ $name }»
attach-waiting = { $count-category ->
    [one] ملف واحد ينتظر
    [two] ملفان ينتظران
    [few] { $count } ملفات تنتظر
    [many] { $count } ملفًا تنتظر
   *[other] { $count } ملف تنتظر
}
attach-cancel = إلغاء إرفاق «{ $name }»
attach-cancel-all = إلغاء ما ينتظر
attach-again = إعادة المحاولة
attach-dismiss = إخفاء
attach-failed = لم يُرفق «{ $name }»
attach-copy-saved = حُفظت نسخة: { $file }
attach-closing = يُغلق البرنامج حين تُنسخ الملفات
attach-name = { $name }، { $about }
attach-bytes = { $number } بايت
attach-kilobytes = { $number } ك.ب
attach-megabytes = { $number } م.ب
attach-elsewhere = افتح صفحة سجل أو اجتماع، ثم أفلت الملفات فيها
attach-ended = انتهت صلاحيته
attach-ends = ينتهي { $when }
register-none-such = لا سجلات بهذه التصفية
register-none-such-about = خفّف شروط التصفية أو أزلها لترى السجل كله.

# قبل الاجتماع

meeting-prepare = التحضير
minutes-word = المحضر بصيغة Word
meeting-keep-agenda = اعتماد جدول الأعمال للسلسلة
meeting-keep-template = حفظ كقالب
meeting-copy = نسخة من هذا الاجتماع…
meeting-removed = حُذف الاجتماع
meeting-removed-with = حُذف الاجتماع، ومعه { $along }
meeting-template-kept = حُفظ القالب «{ $title }»
meeting-agenda-kept = تبدأ اجتماعات السلسلة بجدول الأعمال هذا
agenda-total = المجموع { $count } د
agenda-total-of = المجموع { $count } د من { $planned } د
agenda-total-ends = { $total }، ينتهي { $time }
agenda-minutes = المدة بالدقائق
agenda-link = ربط بسجل
agenda-link-hint = رقم السجل أو كلمات منه
agenda-link-short = { $text }…
agenda-remove-name = حذف البند: { $title }
keys-edit-item = تعديل البند
keys-move-item = نقله
keys-remove-item = حذفه
offered-title = مفتوح من قبل
offered-about = من اجتماعات السلسلة السابقة ومع الجهات المدعوة، وما لم يُدرج بعد.
offered-empty = لا شيء مفتوح من اجتماعات السلسلة أو مع الجهات المدعوة، أو أُدرج كله.
offered-item = متابعة ما سبق
offered-all = إدراج الكل في «{ $title }»
offered-own = بند مستقل
offered-own-name = إدراج بند مستقل: { $text }
offered-under = في المتابعة
offered-under-name = إدراج في متابعة ما سبق: { $text }
offered-carried = ترحيل { $count }
offered-from = من { $number }
offered-done = أُنجزت منذ الاجتماع السابق
series-agenda-new = بند جديد
series-agenda = جدول أعمال السلسلة

paper-invitation = دعوة
paper-invitations = الدعوات
paper-signing-sheet = كشف الحضور والتوقيع
paper-preparation = ملف التحضير
paper-format = الصيغة
paper-format-pdf = للطباعة (PDF)
paper-format-docx = للتعديل (Word)
paper-format-ics = ملف تقويم
paper-format-text = نص
paper-for-all = للجميع
paper-all-in-one = كل الدعوات في ملف واحد
paper-general = خطاب عام
paper-calendar = ملف تقويم (ICS)
paper-copy-text = نسخ النص
paper-write-letters = { $count-category ->
    [zero] لا خطابات
    [one] كتابة خطاب واحد
    [two] كتابة خطابين
    [few] كتابة { $count } خطابات
    [many] كتابة { $count } خطابًا
   *[other] كتابة { $count } خطاب
}
paper-nobody = لم تُدعَ جهة ولا شخص بعد. أضف الجهات المشاركة أو المدعوين أولًا، أو اكتب خطابًا عامًا.
paper-bodies = الجهات
paper-people = الأشخاص
paper-letter-to = خطاب إلى: { $name }
paper-invitation-title = دعوة لحضور { $sort }
paper-footer = { $paper } · { $number }
paper-meeting = اجتماع
paper-meeting-coordination = اجتماع تنسيقي
paper-meeting-regular = اجتماع دوري
paper-meeting-urgent = اجتماع طارئ
paper-meeting-workshop = ورشة عمل
paper-meeting-visit = زيارة
paper-meeting-introduction = لقاء تعريفي
paper-meeting-committee = اجتماع لجنة
paper-heading-when = الموعد والمكان
paper-heading-bodies = الجهات
paper-fact-time = الوقت
paper-column-begins = يبدأ
paper-column-length = المدة
paper-to-everybody = السادة المدعوون إلى الاجتماع
paper-to-body = السادة / { $body }
paper-name-with-post = { $name }، { $post }
paper-greeting = السلام عليكم ورحمة الله وبركاته، وبعد:
paper-invites = يسرنا دعوتكم إلى حضور { $sort } «{ $title }»
paper-invites-of = يسرنا في { $hosts } دعوتكم إلى حضور { $sort } «{ $title }»
paper-invites-to-titled = يسرنا دعوتكم إلى حضور «{ $title }»
paper-invites-of-to-titled = يسرنا في { $hosts } دعوتكم إلى حضور «{ $title }»
paper-on-day = { $sentence } يوم { $day }
paper-on-day-at = { $sentence } يوم { $day } في تمام الساعة { $time }
paper-at-place = { $sentence }، وذلك في { $place }
paper-sentence = { $sentence }.
paper-purpose = والهدف من الاجتماع: { $purpose }
paper-asks-answer = نأمل تأكيد الحضور، أو تسمية من يمثلكم قبل موعد الاجتماع.
paper-regards = وتقبلوا تحياتي.
paper-signing-count = { $count-category ->
    [zero] لم يُدعَ أحد بعد؛ الصفوف الفارغة لمن يحضر.
    [one] المدعوون: واحد. الصفوف الفارغة لمن يحضر غيره.
    [two] المدعوون: اثنان. الصفوف الفارغة لمن يحضر غيرهما.
    [few] المدعوون: { $count }. الصفوف الفارغة لمن يحضر غيرهم.
    [many] المدعوون: { $count }. الصفوف الفارغة لمن يحضر غيرهم.
   *[other] المدعوون: { $count }. الصفوف الفارغة لمن يحضر غيرهم.
}
paper-no-bodies = لم تُدعَ إلى هذا الاجتماع جهة بعد.
paper-open = المفتوح معها
paper-theirs = ما على الجهة
paper-theirs-none = لا شيء مفتوح على الجهة.
paper-ours = ما للجهة على غيرها
paper-ours-none = لا شيء مفتوح للجهة على غيرها.
paper-proposals = مقترحاتها ومبادراتها المفتوحة
paper-proposals-none = لا مقترحات ولا مبادرات مفتوحة لها.
paper-challenges = التحديات
paper-challenges-none = لا تحديات مفتوحة لديها.
paper-partnerships = الشراكات وما يستحق منها
paper-partnerships-none = لا شراكة معها.
paper-nothing-owed = لا التزام مفتوح
paper-meetings = آخر ما حضرت من اجتماعات
paper-meetings-none = لم تحضر اجتماعًا من قبل.
paper-column-agreement = الشراكة
paper-column-ends = تنتهي في
paper-column-owed = الالتزامات المفتوحة
paper-column-meeting = الاجتماع
paper-column-day = التاريخ
record-place-up = نقل «{ $name }» إلى أعلى
record-place-down = نقل «{ $name }» إلى أسفل
# The page of the minutes
command-minutes = محضر الاجتماع المفتوح
meeting-minutes = المحضر
meeting-minutes-tooltip = ترتيب أجزاء المحضر ونصوصه، ومعاينة صفحاته
minutes-heading-opening = جملة الافتتاح
minutes-heading-closing = جملة الختام
minutes-page-title = المحضر: { $title }
minutes-page-back = العودة إلى الاجتماع
minutes-page-reopen = إعادة فتح المحضر
minutes-page-edge = الحد بين المحرر والمعاينة
minutes-page-parts = أجزاء المحضر
minutes-page-parts-about = أزل العلامة عن الجزء لإسقاطه، واسحبه أو انقله بمفتاح Alt مع السهمين لتغيير ترتيبه، وافتحه لتعديل نصه.
minutes-page-usual-order = الترتيب المعتاد
minutes-page-switch = إظهار: { $part }
minutes-page-times = إظهار وقت كل سطر من الملاحظات
minutes-page-place = الجزء { $place } من { $count }
minutes-page-changed = نص معدّل
minutes-page-words = { $part }
minutes-page-instead = نص يحل محل: { $part }
minutes-page-hint = يُؤلَّف من السجلات، واكتب هنا ليحل نصك محله
minutes-page-own-words = نص منك، لا المؤلَّف من السجلات
minutes-page-restore = استعادة المؤلَّف
minutes-page-restore-name = استعادة المؤلَّف: { $part }
minutes-page-captured = { $count-category ->
    [zero] لم يُلتقط شيء من البند
    [one] يُطبع بعده ما التُقط من البند: سطر واحد
    [two] يُطبع بعده ما التُقط من البند: سطران
    [few] يُطبع بعده ما التُقط من البند: { $count } أسطر
    [many] يُطبع بعده ما التُقط من البند: { $count } سطرًا
   *[other] يُطبع بعده ما التُقط من البند: { $count } سطر
}
minutes-page-from-meeting = يُملأ هذا الجزء من بيانات الاجتماع، وتُعدَّل هناك.
minutes-page-to-meeting = إلى صفحة الاجتماع
minutes-page-locked = المحضر معتمد، فلا تُعدَّل نصوصه.
minutes-page-preview = { $count-category ->
    [zero] معاينة
    [one] معاينة: صفحة واحدة
    [two] معاينة: صفحتان
    [few] معاينة: { $count } صفحات
    [many] معاينة: { $count } صفحة
   *[other] معاينة: { $count } صفحة
}
minutes-page-making = تُحدَّث المعاينة…
minutes-page-not-made = تعذرت معاينة المحضر: { $why }
minutes-page-pages = صفحات المحضر
minutes-page-keys-find = البحث
minutes-page-keys-move = نقل الجزء
minutes-page-keys-export = تصدير المحضر
minutes-page-keys-back = إلى الاجتماع

# Reservations and addenda
numbering-code-addendum = الملاحق
addendum-kind-addendum = ملحق
addendum-kind-correction = تصويب
field-progress-obstacles = المعوقات
field-progress-content = نص المحضر عندها
field-reservation-outcome = القرار
field-reservation-person = صاحب التحفّظ
field-reservation-text = التحفّظ وأسبابه
field-addendum-meeting = الاجتماع
field-addendum-kind = النوع
field-addendum-text = النص
field-addendum-number = الرقم
field-addendum-approved_on = تاريخ الاعتماد
field-addendum-content_hash = بصمة النص المعتمد
field-addendum-review = المراجعة
edit-add-reservation = إضافة تحفّظ
edit-set-reservation = تعديل تحفّظ
edit-remove-reservation = حذف تحفّظ
edit-add-addendum = إضافة ملحق للمحضر
edit-set-addendum = تعديل ملحق المحضر
edit-remove-addendum = حذف ملحق المحضر
edit-approve-addendum = اعتماد ملحق المحضر
edit-reopen-addendum = إعادة فتح ملحق المحضر
edit-review-addendum = مراجعة ملحق المحضر
hit-reservation = تحفّظ
hit-addendum = ملحق محضر
minutes-reservation = تحفّظ { $name }: { $text }
minutes-addendum-title = محضر ملحق
minutes-correction-title = محضر تصويبي
minutes-addendum-heading = نص الملحق
minutes-correction-heading = نص التصويب
minutes-addendum-of = للمحضر رقم ({ $number })
minutes-addendum-minutes = رقم المحضر
reservation-add = تحفّظ على هذا القرار
reservation-title = تحفّظ على { $number }
reservation-of = تحفّظ { $name }
addenda-title = الملاحق والتصويبات
addenda-about = ما اعتُمد لا يُعدَّل: ما يُضاف إليه أو يُصحَّح فيه يُكتب في محضر ملحق أو تصويبي له رقمه واعتماده.
addenda-none = لا ملاحق لهذا المحضر.
addenda-add = ملحق
addenda-add-name = إضافة محضر ملحق
addenda-correct = تصويب
addenda-correct-name = إضافة محضر تصويبي
addenda-name = { $kind } { $number }
addenda-new = { $kind } جديد
addenda-text = النص: { $name }
addenda-export = PDF: { $name }
addenda-review = إرسال للمراجعة: { $name }
addenda-return = إعادة بملاحظات: { $name }
addenda-approve = اعتماد: { $name }
addenda-reopen = إعادة فتح: { $name }
addenda-remove = حذف: { $name }
addenda-act-export = PDF
addenda-act-review = إرسال للمراجعة
addenda-act-return = إعادة بملاحظات
addenda-act-approve = اعتماد
addenda-act-reopen = إعادة فتح
addenda-act-remove = حذف
addenda-shown = في المعاينة
count-reservations = { $count-category ->
    [zero] لا تحفّظ
    [one] تحفّظ
    [two] تحفّظان
    [few] { $count } تحفّظات
    [many] { $count } تحفّظًا
   *[other] { $count } تحفّظ
}
addenda-state-draft = مسودة
addenda-state-in-review = قيد المراجعة
addenda-state-returned = أُعيد بملاحظات
addenda-state-approved = معتمد
addenda-state-signed = موقّع

# Versions side by side
versions-open = النسخ
versions-open-tooltip = ما تغيّر في المحضر بين إرساله وإعادته واعتماده
versions-title = نسخ المحضر
versions-none = لم تُحفظ نسخة بعد: تُحفظ نسخة كلما أُرسل المحضر للمراجعة أو أُعيد أو اعتُمد.
versions-now = كما هو الآن
versions-name = { $state } · { $day } · { $age }
versions-earlier = النسخة الأولى
versions-later = النسخة الثانية
versions-show-all = إظهار ما لم يتغيّر
versions-comparing = تجري المقارنة…
versions-nothing = ليس فيها
versions-changed = { $count-category ->
    [zero] لا فرق بين النسختين
    [one] فقرة واحدة مختلفة
    [two] فقرتان مختلفتان
    [few] { $count } فقرات مختلفة
    [many] { $count } فقرة مختلفة
   *[other] { $count } فقرة مختلفة
}

# ما يخرج إلى الصحافة، والسجلات جداول

paper-format-html = صفحة ويب
paper-format-markdown = Markdown
paper-format-json = JSON
paper-press = خبر صحفي
error-press-confidential = الاجتماع محدود أو سري، فلا يُكتب عنه خبر. غيّر درجة سريته أولًا إن كان يُنشر.
error-press-ahead = لم يُعقد الاجتماع بعد، فلا خبر عنه. ابدأه أو سجّل أنه انعقد أولًا.
sheet-plain-code = { $column } (للبحث)
sheet-hijri = { $column } (هـ)
cli-exported-rows = { $count-category ->
    [one] كُتب صف واحد في: { $file }
    [two] كُتب صفان في: { $file }
    [few] كُتبت { $count } صفوف في: { $file }
    [many] كُتب { $count } صفًا في: { $file }
   *[other] كُتب { $count } صف في: { $file }
}
press-kind-coordination = اجتماعًا تنسيقيًا
press-kind-regular = اجتماعًا دوريًا
press-kind-urgent = اجتماعًا طارئًا
press-kind-workshop = ورشة عمل
press-kind-visit = زيارة
press-kind-introduction = لقاءً تعريفيًا
press-kind-committee = اجتماع لجنة
press-kind-other = اجتماعًا
press-held = عقد { $host } { $what }
press-held-by-her = عقدت { $host } { $what }
press-was-held = عُقد اجتماع
press-no-title = اجتماع
press-with-partners = { " " }بالتعاون مع { $text }
press-with-guests = { " " }مع { $text }
press-at = ، وذلك في { $text }
press-on = { " " }يوم { $text }
press-on-there = ، يوم { $text }
press-topics-of-course = ما يستجد من أعمال | ما يستجد | الافتتاح | الافتتاح والترحيب | كلمة الافتتاح | كلمة ترحيبية | الترحيب بالحضور | الختام | ختام الاجتماع
press-verbs = أكد أكدت أوضح أوضحت أشار أشارت ذكر ذكرت قال قالت ناقش ناقشت استعرض استعرضت يهدف تهدف يسعى تسعى نسعى نهدف تم جرى عُقد
press-about = ، لمناقشة { $text }
press-about-acts = ، ل{ $text }
press-topic-discussion = مناقشة
press-topic-acts = استعراض عرض بحث متابعة مراجعة إقرار اعتماد
press-stop = .
press-purpose = وجاء اللقاء بهدف { $purpose }.
press-purpose-told = وكان الهدف من اللقاء: { $purpose }.
press-goals = وجاء اللقاء بما يخدم مستهدفات رؤية السعودية 2030 في { $goals }.
press-purpose-and-goals = وجاء اللقاء بهدف { $purpose }، وبما يخدم مستهدفات رؤية السعودية 2030 في { $goals }.
press-present = وشهد اللقاء حضور { $names }.
press-name-with-post = { $post } { $name }
press-name-with-post-of = { $post } { $body } { $name }
press-name-of = { $name } من { $body }
press-raised = { $count ->
    [2] وخلال اللقاء طُرحت مبادرة ومقترح: { $texts }.
   *[other] وخلال اللقاء طُرحت مبادرات ومقترحات، هي: { $texts }.
}
press-raised-initiatives = { $count ->
    [1] وخلال اللقاء طُرحت المبادرة الآتية: { $texts }.
    [2] وخلال اللقاء طُرحت مبادرتان: { $texts }.
   *[other] وخلال اللقاء طُرحت المبادرات الآتية: { $texts }.
}
press-raised-proposals = { $count ->
    [1] وخلال اللقاء طُرح المقترح الآتي: { $texts }.
    [2] وخلال اللقاء طُرح مقترحان: { $texts }.
   *[other] وخلال اللقاء طُرحت المقترحات الآتية: { $texts }.
}
press-discussed = ونوقش: { $texts }.
press-agreed = واتُّفق على { $texts }.
press-said = وقال { $name }: «{ $text }».
press-said-by-her = وقالت { $name }: «{ $text }».
press-was-said = ومما قيل في اللقاء: «{ $text }».
sheet-format-xlsx = Excel
sheet-format-csv = CSV
sheet-format-pdf = PDF
sheet-format-docx = Word
register-export = تصدير…
register-import = استيراد…
register-import-tooltip = استيراد قائمة من ملف
register-export-sheet = تصدير ما يظهر في القائمة إلى Excel
views-export = تصدير ما يظهر: { $format }

### a pasted text becomes records

# (intake)
screen-intake = من نصٍّ إلى سجلّ
command-go-intake = من نص ملصوق إلى سجل
command-go-intake-also = لصق نص خبر صحفي دعوة بريد رسالة واتساب
quick-from-text = + من نص ملصوق…
meetings-from-text = من نص…
intake-about = { $count-category ->
    [zero] لم يُعثر في النص على عناصر بعد
    [one] تعرّف البرنامج على عنصر واحد، راجعه ثم احفظ
    [two] تعرّف البرنامج على عنصرين، راجعهما ثم احفظ
    [few] تعرّف البرنامج على { $count } عناصر، راجعها ثم احفظ
    [many] تعرّف البرنامج على { $count } عنصرًا، راجعها ثم احفظ
   *[other] تعرّف البرنامج على { $count } عنصر، راجعها ثم احفظ
}
intake-about-kept = { $count-category ->
    [zero] لم يُعثر في النص على عناصر بعد
    [one] في النص عنصر واحد، ولا يُضاف منه شيء
    [two] في النص عنصران، ولا يُضاف منهما شيء
    [few] في النص { $count } عناصر، ولا يُضاف منها شيء
    [many] في النص { $count } عنصرًا، ولا يُضاف منها شيء
   *[other] في النص { $count } عنصر، ولا يُضاف منها شيء
}
intake-save = حفظ المقبول ({ $count })
intake-add = إضافة المقبول إلى الاجتماع ({ $count })
intake-like = يبدو أن هذا الاجتماع في السجل ({ $meeting })، فيُضاف إليه ما ينقصه.
intake-like-approved = يبدو أن هذا الاجتماع في السجل ({ $meeting })، ومحضره معتمد فلا يُضاف إليه شيء.
intake-another = يُحفظ اجتماعًا آخر غير الذي في السجل ({ $meeting }).
intake-as-another = هو اجتماع آخر
intake-same = هو الاجتماع نفسه
intake-accept-all = قبول الكل
intake-clear = مسح النص
intake-open-meeting = فتح الاجتماع
intake-saved = حُفظ ما ورد في النص
intake-known = سبق أن حُفظ هذا النص، فلن يُضاف شيء مرة أخرى. افتح اجتماعه لمتابعة العمل فيه.
intake-text = النص
intake-hint = ألصق هنا نص خبر أو دعوة أو خطاب أو رسائل…
intake-finds = ما وُجد في النص
intake-edge = الحد بين النص وما وُجد فيه
intake-reading = قراءة النص
intake-empty = من نص ملصوق إلى اجتماع كامل
intake-empty-about = ألصق خبرًا أو دعوة، فيستخرج البرنامج الأشخاص والجهات وما تقرر.
intake-paste = لصق النص
intake-key-walk = بين العناصر
intake-key-open = قبول أو تصحيح
intake-key-drop = ترك أو إعادة
intake-key-all = قبول الكل
intake-key-save = حفظ
intake-section-meeting = الاجتماع
intake-section-people = الأشخاص
intake-section-bodies = الجهات
intake-section-goals = الأهداف
intake-section-topics = المحاور
intake-section-proposals = المقترحات
intake-section-decisions = القرارات والتوصيات
intake-section-follow-ups = المتابعات
intake-group = مجموعة دون أسماء
intake-group-count = العدد
intake-group-of = العدد: { $count }
intake-there = موجود
intake-new = جديد
intake-corrected = صُحّح
intake-added = أُضيف
intake-dropped = متروك
intake-open = يحتاج تأكيدًا
intake-not-said = غير مذكور، أدخله
intake-not-said-either = غير مذكور
intake-date-open = غير محسوم: { $days }
intake-missing-all = لم يرد في النص: { $what }
intake-also = يُذكر أيضًا باسم: { $names }
intake-side = صفة الجهة
intake-kind = النوع
intake-due-date = الموعد
intake-owner-label = المسؤول
intake-owner-is = المسؤول: { $name }
intake-due-is = الموعد: { $day }
intake-owner-missing = المسؤول غير مذكور
intake-due-missing = الموعد غير مذكور
intake-presence = المشاركة
intake-presence-comes = حاضر
intake-presence-chairs = رئيس الاجتماع
intake-presence-named = مذكور فقط
intake-correct = تصحيح: { $what }
intake-accept = قبول: { $what }
intake-drop = ترك: { $what }
intake-correct-done = تم
intake-unlisted = خارج قائمة الأهداف
intake-bring-back = إعادة آخر نص حُفظ

### import

edit-import = { $count-category ->
    [zero] استيراد قائمة
    [one] استيراد سجل
    [two] استيراد سجلين
    [few] استيراد { $count } سجلات
    [many] استيراد { $count } سجلًا
   *[other] استيراد { $count } سجل
}
import-refused-too-large = الملف أكبر مما يُستورد: 64 ميغابايت، أو أربعة ملايين خلية. قسّمه إلى ملفات أصغر.
import-refused-too-many-rows = في الورقة أكثر من 100 ألف صف. قسّمها إلى ملفات أصغر.
import-refused-bomb = يتمدد هذا الملف عند فتحه إلى حجم لا تبلغه القوائم، ولذلك لم يُفتح. اطلب من مرسله نسخة أخرى.
import-refused-broken = الملف تالف أو مقطوع. افتحه في برنامج الجداول واحفظه من جديد، أو اطلب نسخة أخرى منه.
import-refused-locked = الملف محمي بكلمة مرور. افتحه في برنامج الجداول واحفظه بلا كلمة مرور، ثم أعد المحاولة.
import-refused-no-table = ليس هذا ملف جدول. المقبول: XLSX وXLS وODS وCSV، وجهات الاتصال VCF، والتقويم ICS.
import-refused-web-page = هذا الملف صفحة ويب وإن سُمّي جدولًا. افتحه في برنامج الجداول واحفظه بصيغة XLSX.
import-refused-binary-workbook = صيغة XLSB لا تُقرأ هنا. افتح الملف في Excel واحفظه بصيغة XLSX.
import-refused-encoding = لم يُعرف ترميز حروف الملف. احفظه بترميز UTF-8، أو بصيغة XLSX.
import-refused-empty = لا شيء في الملف. افتحه وتحقق من محتواه.
import-refused-no-header = لم يُعثر على صف فيه أسماء أعمدة معروفة. سمِّ الأعمدة في صف واحد فوق البيانات، أو عيّنها بنفسك.
import-refused-no-sheet = لا ورقة في الملف بهذا الاسم. تحقق من أسماء أوراقه.
import-refused-nothing = لا صف في القائمة يُستورد: كلها مكررة أو مرفوضة، أو ليس تحت الأعمدة صفوف.
import-verdict-fine = سليم
import-verdict-incomplete = ناقص
import-verdict-refused = مرفوض
import-verdict-duplicate = مكرر
import-note-no-title = خانة «{ $field }» فارغة، ولا يُستورد صف بلا اسم.
import-note-oversized = { $field }: في الخلية أكثر من { $number } حرف.
import-note-too-long = { $field }: النص أطول من { $number } حرف.
import-note-unread = { $field }: لم يُفهم «{ $text }»، ويُحفظ ضمن الملاحظات.
import-note-no-day = { $field }: «{ $text }» يوم لا وجود له في التقويم، ويُحفظ ضمن الملاحظات.
import-note-first-phone = { $field }: في الخانة أكثر من رقم؛ يُؤخذ أولها، ويُحفظ «{ $text }» ضمن الملاحظات.
import-note-doubtful = { $field }: «{ $text }» ليس رقم هاتف، ويُحفظ كما كُتب.
import-note-doubtful-email = { $field }: «{ $text }» ليس عنوان بريد كاملًا، ويُحفظ كما كُتب.
import-note-before-start = { $field }: «{ $text }» قبل البداية المذكورة في الصف، ويُحفظ ضمن الملاحظات.
import-note-missing = { $field }: لم يُذكر.
import-note-no-entry = { $field }: «{ $text }» ليس في القائمة، ويُحفظ ضمن الملاحظات.
import-note-entry-like = { $field }: أُخذ من القائمة أقرب ما فيها: «{ $text }».
import-note-no-record = { $field }: لا سجل باسم «{ $text }» أو رقمه، ويُحفظ ضمن الملاحظات.
import-note-approved-meeting = { $field }: محضر «{ $text }» معتمد ولا يُضاف إليه، ويُحفظ رقمه ضمن الملاحظات.
import-note-approved = محضر اجتماعه معتمد، فلا يُحدَّث.
import-note-twin = موجود في السجل: «{ $text }».
import-note-same-licence = رقم الترخيص نفسه لدى «{ $text }» في السجل، والاسمان مختلفان: تحقّق من أيهما الصحيح.
import-note-twin-row = تكرار للصف { $number } من القائمة نفسها.
import-report-refused = الصفوف المرفوضة
import-report-left-out = ما لم يؤخذ من القائمة
import-report-refused-written = حُفظت الصفوف المرفوضة: { $file }
import-report-left-out-written = حُفظ ما لم يؤخذ من القائمة: { $file }
import-report-row = الصف
import-report-reason = سبب الرفض
command-import = استيراد قائمة…
command-import-also = إكسل جدول ملف ملفات بيانات
import-choose = ملف القائمة
import-title = استيراد: { $file }
import-target = ما في القائمة
import-target-organisations = جهات وجمعيات
import-target-people = أشخاص
import-target-register = سجل توصيات وقرارات ومتابعات
import-target-proposals = مبادرات ومقترحات
import-target-meetings = اجتماعات
import-duplicates = الصفوف المكررة
import-duplicates-skip = تُترك، ويبقى الموجود كما هو
import-duplicates-update = تُحدِّث الموجود: تملأ الفارغ وتبدّل المختلف
import-duplicates-new = تُضاف سجلات جديدة
import-sheet = الورقة
import-header = صف أسماء الأعمدة
import-header-row = { $number }: { $cells }
import-looking = يُقرأ ما في القائمة…
import-columns = الأعمدة
import-column = العمود { $letter }
import-column-none = لا يُستورد
import-rows = { $count-category ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
import-sums = { $count-category ->
    [zero] لا صف مجموع
    [one] وتُرك صف المجموع
    [two] وتُرك صفا مجموع
    [few] وتُركت { $count } صفوف مجموع
    [many] وتُرك { $count } صف مجموع
   *[other] وتُرك { $count } صف مجموع
}
import-count-fine = سليم: { $count }
import-count-incomplete = ناقص: { $count }
import-count-refused = مرفوض: { $count }
import-count-duplicate = مكرر: { $count }
import-named-bodies = ويُضاف مما ذُكر في الصفوف ولم يكن معروفًا: جهات { $bodies }
import-named-people = ويُضاف مما ذُكر في الصفوف ولم يكن معروفًا: أشخاص { $people }
import-named = ويُضاف مما ذُكر في الصفوف ولم يكن معروفًا: جهات { $bodies }، أشخاص { $people }
import-shared = { $count-category ->
    [two] عمودان لحقل واحد هو «{ $field }»: { $columns }. يؤخذ أولهما، ولا يؤخذ الآخر إلا حيث يخلو الأول. غيّر حقل أحدهما إن لزم.
    [few] { $count } أعمدة لحقل واحد هو «{ $field }»: { $columns }. يؤخذ أولها، ولا يؤخذ غيره إلا حيث يخلو ما قبله. غيّر حقولها إن لزم.
    [many] { $count } عمودًا لحقل واحد هو «{ $field }»: { $columns }. يؤخذ أولها، ولا يؤخذ غيره إلا حيث يخلو ما قبله. غيّر حقولها إن لزم.
    [one] عمود لحقل «{ $field }»: { $columns }.
   *[other] { $count } عمود لحقل واحد هو «{ $field }»: { $columns }. يؤخذ أولها، ولا يؤخذ غيره إلا حيث يخلو ما قبله. غيّر حقولها إن لزم.
}
import-shared-column = «{ $column }»
import-untitled = (بلا اسم)
import-table = صفوف القائمة كما ستُحفظ
import-nothing-new = لا جديد فيها: كل صفوفها مكررة أو مرفوضة
import-head-row = الصف
import-head-verdict = الحكم
import-head-why = السبب
import-verdict-duplicate-skip = مكرر: يُترك
import-verdict-duplicate-update = مكرر: يُحدَّث
import-verdict-duplicate-new = مكرر: يُضاف
import-beside-close = أخفِ تفاصيل الصف
import-row-number = الصف { $number }
import-this-row = هذا الصف المكرر
import-row-as-others = كسائر الصفوف المكررة
import-row-skip = يُترك، ويبقى الموجود كما هو
import-row-update = يُحدِّث الموجود
import-row-new = يُضاف سجلًا جديدًا
import-there = الموجود
import-here = في القائمة
import-change-fills = يُملأ
import-change-replaces = يتغيّر
import-change-same = كما هو
import-writing = كُتب { $done } من { $rows }
import-calling-off = يُلغى الاستيراد…
import-call-off = ألغِ الاستيراد
import-do = استورد ({ $count })
import-save-refused = احفظ الصفوف المرفوضة…
import-done = { $count-category ->
    [zero] لم يُستورد شيء
    [one] استُورد سجل
    [two] استُورد سجلان
    [few] استُوردت { $count } سجلات
    [many] استُورد { $count } سجلًا
   *[other] استُورد { $count } سجل
}
import-updated = { $count-category ->
    [zero] لم يُحدَّث شيء
    [one] طُبِّقت القائمة على سجل موجود
    [two] طُبِّقت القائمة على سجلين موجودين
    [few] طُبِّقت القائمة على { $count } سجلات موجودة
    [many] طُبِّقت القائمة على { $count } سجلًا موجودًا
   *[other] طُبِّقت القائمة على { $count } سجل موجود
}
import-left = لم يؤخذ كل ما في القائمة: { $parts }
import-left-refused = { $count-category ->
    [zero] لم يُرفض صف
    [one] رُفض صف
    [two] رُفض صفان
    [few] رُفضت { $count } صفوف
    [many] رُفض { $count } صفًا
   *[other] رُفض { $count } صف
}
import-left-duplicates = { $count-category ->
    [zero] لم يُترك صف مكرر
    [one] تُرك صف مكرر
    [two] تُرك صفان مكرران
    [few] تُركت { $count } صفوف مكررة
    [many] تُرك { $count } صفًا مكررًا
   *[other] تُرك { $count } صف مكرر
}
import-set-aside = { $count-category ->
    [zero] فُهمت القيم كلها
    [one] حُفظت قيمة لم تُفهم ضمن الملاحظات
    [two] حُفظت قيمتان لم تُفهما ضمن الملاحظات
    [few] حُفظت { $count } قيم لم تُفهم ضمن الملاحظات
    [many] حُفظت { $count } قيمة لم تُفهم ضمن الملاحظات
   *[other] حُفظت { $count } قيمة لم تُفهم ضمن الملاحظات
}
import-left-save = احفظه مع الأسباب…

# Papers' templates
error-not-printed = لم يُطبع الملف: { $text }. تحقق من إعداد الطابعة في النظام، أو احفظ الملف واطبعه من برنامج آخر.
error-batch-broken = توقف إخراج الأوراق قبل تمامه، وكُتب منها { $text }. ما كُتب محفوظ في المجلد؛ أعد الإخراج لإكمال الباقي.
error-nothing-to-write = لا أوراق لإخراجها. اختر اجتماعًا أو أكثر أولًا.
template-kind-minutes = المحضر
template-kind-addendum = المحضر الملحق
template-kind-invitation = خطاب الدعوة
template-kind-signing-sheet = كشف الحضور والتوقيع
template-kind-preparation = ملف التحضير
template-kind-press-item = الخبر الصحفي
template-kind-register = السجل
template-kind-common = كل الأوراق
template-font-amiri = أميري (نص الملف أسهل بحثًا ونسخًا)
template-font-plex = IBM Plex (خط الشاشة)
template-language-program = لغة البرنامج
template-language-arabic = العربية
template-language-english = الإنجليزية
template-language-both = اللغتان جنبًا إلى جنب
template-section-text = النص
template-section-letter = الخطاب
template-section-closing = الختام والتوقيع
template-section-list = الأسماء
template-section-rows = الجدول
template-words-title = عنوان الورقة
template-words-everybody = المخاطَب في الخطاب العام
template-words-greeting = التحية
template-words-answer = طلب التأكيد
template-words-regards = الخاتمة
template-part-chair = الرئيس
template-part-time = الوقت
template-part-day = اليوم
template-part-place = المكان
template-part-title = الاجتماع
template-refused-long = { $count-category ->
    [one] النص أطول من حرف واحد. اختصره.
    [two] النص أطول من حرفين. اختصره.
    [few] النص أطول من { $count } أحرف. اختصره.
    [many] النص أطول من { $count } حرفًا. اختصره.
   *[other] النص أطول من { $count } حرف. اختصره.
}
template-refused-lines = { $count-category ->
    [one] لا يتسع رأس الورقة إلا لسطر واحد.
    [two] لا يتسع رأس الورقة إلا لسطرين.
    [few] لا يتسع رأس الورقة إلا إلى { $count } أسطر.
    [many] لا يتسع رأس الورقة إلا إلى { $count } سطرًا.
   *[other] لا يتسع رأس الورقة إلا إلى { $count } سطر.
}
template-refused-part = لا يُعرف { $part }. المتاح: { $parts }
template-refused-one-line = العنوان سطر واحد.
template-sample-title = لقاء تنسيقي مع الجمعيات الأهلية (مثال)
template-sample-venue = قاعة الاجتماعات (مثال)
template-sample-purpose = تنسيق أعمال المبادرات المشتركة.
template-sample-chair = سالم بن حمد (مثال)
template-sample-post = وكيل الأمين
template-sample-host = أمانة الواحة (مثال)
template-sample-body = جمعية البيئة (مثال)
template-sample-item-1 = المبادرات القائمة
template-sample-item-2 = خطة الفصل القادم
template-sample-note = استُعرض ما أُنجز من المبادرات، وما تحتاج إليه من مواقع.
template-sample-decision = اعتماد قائمة المواقع.
template-sample-task = إعداد دراسة المواقع.
template-sample-addendum = يُضاف إلى المحضر ما ورد بعد اعتماده من ملحوظات (مثال).
screen-templates = قوالب الأوراق
command-go-templates = فتح قوالب الأوراق
command-go-templates-also = ترويسة شعار خطاب نموذج نماذج
command-show-paper = معاينة ورقة المفتوح وطباعتها
command-show-paper-also = عرض PDF وورد حفظ
template-kind = الورقة
template-about-common = ما يُضبط هنا يسري على كل الأوراق، ما لم يُضبط غيره لورقة بعينها.
template-about-own = ما لم يُضبط هنا فهو كما في كل الأوراق.
template-editor = محرر القالب
template-look = المظهر
template-font = خط الورقة
template-language = لغة الورقة
template-size = حجم النص (نقطة)
template-margin = الهامش الجانبي (ملم)
template-as-common = كما في كل الأوراق
template-as-composed = كما يُصاغ من البيانات
template-head = رأس الورقة وذيلها
template-letterhead-ar = أسطر الترويسة بالعربية
template-letterhead-en = أسطر الترويسة بالإنجليزية
template-footer-ar = عبارة الذيل بالعربية
template-footer-en = عبارة الذيل بالإنجليزية
template-logo-none = بلا شعار
template-logo-common = شعار كل الأوراق
template-words = العبارات
template-in-arabic = { $label } بالعربية
template-in-english = { $label } بالإنجليزية
template-parts = يمكن أن يُذكر: { $parts }
template-sections = الأجزاء
template-sections-about = أزل العلامة عن الجزء لإسقاطه، واسحبه أو انقله بمفتاح Alt مع السهمين لتغيير ترتيبه، وافتحه لتغيير عنوانه.
template-renamed = عنوان آخر
template-heading-ar = عنوان «{ $section }» بالعربية
template-heading-en = عنوان «{ $section }» بالإنجليزية
template-reset = إعادة الأصل
template-reset-tooltip = كما جاء مع البرنامج؛ ويمكن التراجع
template-reset-done = عاد الأصل: { $name }
template-left-out = { $count-category ->
    [one] أُسقط جزء واحد في قالب المحضر.
    [two] أُسقط جزآن في قالب المحضر.
    [few] أُسقطت { $count } أجزاء في قالب المحضر.
    [many] أُسقط { $count } جزءًا في قالب المحضر.
   *[other] أُسقط { $count } جزء في قالب المحضر.
}
paper-view = معاينة الورقة
paper-pages = صفحات الورقة
paper-not-made = تعذرت معاينة الورقة: { $why }
paper-print = طباعة
paper-save = حفظ باسم…
paper-copy = نسخ
paper-copy-tooltip = الورقة بجداولها، ونصًا لما لا يعرف الجداول
paper-page-before = الصفحة السابقة
paper-page-next = الصفحة التالية
paper-zoom-width = بعرض المكان
paper-zoom-page = صفحة كاملة
paper-zoom-smaller = أصغر
paper-zoom-larger = أكبر
paper-zoom-minus = −
paper-zoom-plus = +
paper-which = ورقة الاجتماع
paper-none-open = لا ورقة لما هو مفتوح الآن. افتح اجتماعًا أو سجلًا.
paper-preview = معاينة وطباعة…
paper-see = معاينة
paper-printing = تُرسل الورقة إلى الطابعة…
paper-printed = أُرسلت الورقة إلى الطابعة.
paper-print-opened = لا طابعة معرّفة في النظام، ففُتحت الورقة في عارض الملفات للطباعة منه.
paper-copied = نُسخت الورقة بجداولها.
batch-papers = الأوراق…
batch-title-meeting = { $count-category ->
    [one] أوراق اجتماع واحد
    [two] أوراق اجتماعين
    [few] أوراق { $count } اجتماعات
    [many] أوراق { $count } اجتماعًا
   *[other] أوراق { $count } اجتماع
}
batch-title-organisation = { $count-category ->
    [one] ملف جهة واحدة
    [two] ملفا جهتين
    [few] ملفات { $count } جهات
    [many] ملفات { $count } جهة
   *[other] ملفات { $count } جهة
}
batch-title-partnership = { $count-category ->
    [one] سجل شراكة واحدة
    [two] سجلا شراكتين
    [few] سجلات { $count } شراكات
    [many] سجلات { $count } شراكة
   *[other] سجلات { $count } شراكة
}
batch-which = الأوراق المطلوبة
batch-start = { $count-category ->
    [zero] اختر ورقة
    [one] إخراج ورقة واحدة…
    [two] إخراج ورقتين…
    [few] إخراج { $count } أوراق…
    [many] إخراج { $count } ورقة…
   *[other] إخراج { $count } ورقة…
}
batch-about = تُكتب كل ورقة ملفًا في المجلد الذي تختاره، ويمكن متابعة العمل أثناء ذلك.
batch-folder = مجلد الأوراق
batch-writing = تُكتب الأوراق: { $done } من { $count }
batch-cancelling = يُوقف الإخراج: { $done } من { $count }
batch-cancel = إيقاف
batch-running = تُكتب أوراق الآن. انتظر تمامها أو أوقفها أولًا.
batch-closing = تُكتب أوراق الآن. انتظر تمامها أو أوقفها، ثم أغلق البرنامج.
batch-done = { $count-category ->
    [zero] لم تُكتب أي ورقة.
    [one] كُتبت ورقة واحدة.
    [two] كُتبت ورقتان.
    [few] كُتبت { $count } أوراق.
    [many] كُتبت { $count } ورقة.
   *[other] كُتبت { $count } ورقة.
}
batch-cancelled = { $count-category ->
    [zero] أُوقف الإخراج قبل أول ورقة.
    [one] أُوقف الإخراج بعد ورقة واحدة.
    [two] أُوقف الإخراج بعد ورقتين.
    [few] أُوقف الإخراج بعد { $count } أوراق.
    [many] أُوقف الإخراج بعد { $count } ورقة.
   *[other] أُوقف الإخراج بعد { $count } ورقة.
}
batch-refused = { $count-category ->
    [one] ورقة واحدة لم تُكتب
    [two] ورقتان لم تُكتبا
    [few] { $count } أوراق لم تُكتب
    [many] { $count } ورقة لم تُكتب
   *[other] { $count } ورقة لم تُكتب
}
cli-batch = { $count-category ->
    [zero] لم تُكتب أي ورقة في { $folder }
    [one] كُتبت ورقة واحدة في { $folder }
    [two] كُتبت ورقتان في { $folder }
    [few] كُتبت { $count } أوراق في { $folder }
    [many] كُتبت { $count } ورقة في { $folder }
   *[other] كُتبت { $count } ورقة في { $folder }
}
cli-batch-refused = لم تُكتب: { $name } – { $why }
settings-templates = قوالب الأوراق…
settings-templates-help = الخط والترويسة واللغة وأجزاء كل ورقة وعباراتها، مع معاينة.
# جدول الأعمال والتقارير والخطابات
paper-agenda = جدول الأعمال
paper-agenda-empty = لا بنود في جدول الأعمال بعد.
paper-record-number = { $kind } { $number }
paper-record-named = { $what }: { $name }
paper-record-carried = { $record } ({ $carried })
report-profile = ملف الجهة
report-partnership = سجل شراكة
report-period = تقرير دوري
report-from-to = من { $start }
    إلى { $end }
report-goals = مصفوفة مستهدفات رؤية 2030
report-heading-body = بيانات الجهة
report-heading-licence = الترخيص والإشراف والمجلس
report-heading-names = الأسماء الأخرى والسابقة
report-heading-people = المسؤولون والمنسوبون
report-heading-units = الوحدات
report-heading-partnerships = الشراكات
report-heading-meetings = الاجتماعات معها
report-heading-proposals = المبادرات والمقترحات
report-heading-challenges = التحديات والفرص
report-heading-documents = المستندات المحفوظة
report-heading-partnership = بيانات الشراكة
report-heading-team = ضباط الاتصال والمتابعة
report-heading-term = المدة والتجديد
report-heading-progress = آخر المستجدات
report-heading-signatures = التواقيع
report-heading-summary = الخلاصة
report-heading-period-meetings = اجتماعات الفترة
report-heading-decisions = ما صدر بحسب حالته
report-heading-owed = ما صدر في الفترة
report-heading-done = ما أُنجز في الفترة
report-heading-overdue = المتأخر عن موعده
report-column-period = المدة
report-column-file = المستند
report-column-name = الاسم
report-column-contact = التواصل
report-column-side = الصفة
report-column-represented = الممثل
report-party-1 = الطرف الأول
report-party-2 = الطرف الثاني
report-party-3 = الطرف الثالث
report-party-4 = الطرف الرابع
report-party-5 = الطرف الخامس
report-party-6 = الطرف السادس
report-party-7 = الطرف السابع
report-party-8 = الطرف الثامن
report-party-9 = الطرف التاسع
report-party-10 = الطرف العاشر
report-column-done = ما تم
report-column-finished = يوم الإنجاز
report-column-by = بواسطة
report-column-stopped = متعثرة أو معلّقة
report-column-all = المجموع
report-column-late = متأخرة
report-column-results = ما نتج عنه
report-column-shown-in = عُرض في
report-people-none = لم يُسجَّل أحد من منسوبيها.
report-theirs-none = لا متابعات ولا التزامات عليها.
report-open-none = لا شيء مفتوح.
report-theirs-closed = ما أوفت به وما أُلغي
report-ours-none = لا متابعات ولا التزامات لها على غيرها.
report-ours-closed = ما وُفّي به لها وما أُلغي
report-proposals-none = لم تقدّم مبادرة ولا مقترحًا.
report-documents-none = لا مستندات محفوظة لها.
report-parties-none = لم تُسجَّل أطرافها بعد.
report-obligations-none = لم يُسجَّل التزام على أي طرف.
report-obligations-of = التزامات { $side }: { $name }
report-obligations-others = التزامات على غير الأطراف
report-obligations-count = الالتزامات: { $all }، المنجز منها: { $done }، المتأخر: { $late }.
report-team-none = لم يُسمَّ لها مسؤول ولا ضابط اتصال.
report-term-from-to = تبدأ يوم { $start } وتنتهي يوم { $end }.
report-term-began-and-ends = بدأت يوم { $start } وتنتهي يوم { $end }.
report-term-was-from-to = بدأت يوم { $start } وانتهت يوم { $end }.
report-term-was-to-end = بدأت يوم { $start }، وكان مقررًا أن تنتهي يوم { $end }.
report-term-began = بدأت يوم { $start }، ولم يُحدد يوم انتهائها.
report-term-ended = انتهت يوم { $end }، ولم يُحدد يوم بدايتها.
report-term-ahead = ولم تبدأ بعد.
report-term-from = تبدأ يوم { $start }، ولم يُحدد يوم انتهائها.
report-term-until = تنتهي يوم { $end }، ولم يُحدد يوم بدايتها.
report-term-unknown = لم تُحدد مدتها.
report-term-renews = وتتجدد تلقائيًا.
report-term-ends = ولا تتجدد تلقائيًا.
report-term-notice = { $count-category ->
    [zero] ولا يلزم إشعار بإنهائها.
    [one] ويُشعَر بإنهائها قبل يوم واحد.
    [two] ويُشعَر بإنهائها قبل يومين.
    [few] ويُشعَر بإنهائها قبل { $count } أيام.
    [many] ويُشعَر بإنهائها قبل { $count } يومًا.
   *[other] ويُشعَر بإنهائها قبل { $count } يوم.
}
report-term-notice-by = { $count-category ->
    [zero] ولا يلزم إشعار بإنهائها.
    [one] ويُشعَر بإنهائها قبل يوم واحد، وآخر موعد للإشعار { $day }.
    [two] ويُشعَر بإنهائها قبل يومين، وآخر موعد للإشعار { $day }.
    [few] ويُشعَر بإنهائها قبل { $count } أيام، وآخر موعد للإشعار { $day }.
    [many] ويُشعَر بإنهائها قبل { $count } يومًا، وآخر موعد للإشعار { $day }.
   *[other] ويُشعَر بإنهائها قبل { $count } يوم، وآخر موعد للإشعار { $day }.
}
report-term-over = وقد انقضت مدتها.
report-term-left = { $count-category ->
    [zero] وتنتهي اليوم.
    [one] وبقي منها يوم واحد.
    [two] وبقي منها يومان.
    [few] وبقي منها { $count } أيام.
    [many] وبقي منها { $count } يومًا.
   *[other] وبقي منها { $count } يوم.
}
report-signs-for = { $side }: { $name }
report-present = حاليًا
report-former = سابقًا
report-ends = تنتهي { $when }
report-left = { $count-category ->
    [zero] لا مزيد.
    [one] وبقي واحد مدوّن في السجلات.
    [two] وبقي اثنان مدوّنان في السجلات.
    [few] وبقي { $count } أخرى مدوّنة في السجلات.
    [many] وبقي { $count } أخرى مدوّنة في السجلات.
   *[other] وبقي { $count } أخرى مدوّنة في السجلات.
}
report-nothing-held = لم يُعقد اجتماع في هذه الفترة.
report-nothing-held-of-body = لم يُعقد مع هذه الجهة اجتماع في هذه الفترة.
report-held = عُقد في هذه الفترة { $meetings }.
report-held-of-body = عُقد مع هذه الجهة في هذه الفترة { $meetings }.
report-attended = وبلغ الحضور { $attended } من { $listed }.
report-bodies = { $count-category ->
    [zero] وشاركت فيها { $bodies }.
    [one] وشاركت فيه { $bodies }.
    [two] وشاركت فيهما { $bodies }.
    [few] وشاركت فيها { $bodies }.
    [many] وشاركت فيها { $bodies }.
   *[other] وشاركت فيها { $bodies }.
}
report-came-out = { $count-category ->
    [zero] ونتج عنها أو سُجّل في الفترة: { $counts }.
    [one] ونتج عنه أو سُجّل في الفترة: { $counts }.
    [two] ونتج عنهما أو سُجّل في الفترة: { $counts }.
    [few] ونتج عنها أو سُجّل في الفترة: { $counts }.
    [many] ونتج عنها أو سُجّل في الفترة: { $counts }.
   *[other] ونتج عنها أو سُجّل في الفترة: { $counts }.
}
report-recorded = وسُجّل في الفترة: { $counts }.
report-done-count = { $count-category ->
    [zero] ولم يُنجز في الفترة شيء من القرارات والتوصيات والمتابعات والالتزامات.
    [one] وأُنجز في الفترة بند واحد من القرارات والتوصيات والمتابعات والالتزامات.
    [two] وأُنجز في الفترة بندان من القرارات والتوصيات والمتابعات والالتزامات.
    [few] وأُنجز في الفترة { $count } بنود من القرارات والتوصيات والمتابعات والالتزامات.
    [many] وأُنجز في الفترة { $count } بندًا من القرارات والتوصيات والمتابعات والالتزامات.
   *[other] وأُنجز في الفترة { $count } بند من القرارات والتوصيات والمتابعات والالتزامات.
}
report-overdue-count = { $count-category ->
    [zero] ولا متأخر عن موعده حتى { $day }، من هذه الفترة وما قبلها.
    [one] والمتأخر عن موعده حتى { $day }، من هذه الفترة وما قبلها، بند واحد.
    [two] والمتأخر عن موعده حتى { $day }، من هذه الفترة وما قبلها، بندان.
    [few] والمتأخر عن موعده حتى { $day }، من هذه الفترة وما قبلها، { $count } بنود.
    [many] والمتأخر عن موعده حتى { $day }، من هذه الفترة وما قبلها، { $count } بندًا.
   *[other] والمتأخر عن موعده حتى { $day }، من هذه الفترة وما قبلها، { $count } بند.
}
report-of = { $part } من { $all }
report-results-proposals = مقترحات ومبادرات: { $count }
report-results-decisions = قرارات وتوصيات: { $count }
report-results-follow-ups = متابعات: { $count }
report-meetings-none = لا اجتماعات في هذه الفترة.
report-undated = { $count-category ->
    [zero] لا اجتماعات بلا تاريخ.
    [one] وانعقد اجتماع واحد لم يُسجَّل تاريخه، فلا يدخل في الحساب.
    [two] وانعقد اجتماعان لم يُسجَّل تاريخهما، فلا يدخلان في الحساب.
    [few] وانعقدت { $count } اجتماعات لم يُسجَّل تاريخها، فلا تدخل في الحساب.
    [many] وانعقد { $count } اجتماعًا لم يُسجَّل تاريخها، فلا تدخل في الحساب.
   *[other] وانعقد { $count } اجتماع لم يُسجَّل تاريخها، فلا تدخل في الحساب.
}
report-decisions-none = لم يصدر في هذه الفترة قرار ولا توصية ولا متابعة.
report-decisions-none-of-body = لم يصدر في هذه الفترة قرار ولا توصية ولا متابعة على هذه الجهة.
report-as-of = الحالة كما هي يوم { $day }. وما سُجّل بلا اجتماع يُحسب بيوم تسجيله.
report-done-undated = { $count-category ->
    [zero] يوم إنجاز كل منجز مسجّل.
    [one] ومن المنجز بند واحد لم يُسجَّل يوم إنجازه، فلا يُعدّ مما أُنجز في الفترة.
    [two] ومن المنجز بندان لم يُسجَّل يوم إنجازهما، فلا يُعدّان مما أُنجز في الفترة.
    [few] ومن المنجز { $count } بنود لم يُسجَّل يوم إنجازها، فلا تُعدّ مما أُنجز في الفترة.
    [many] ومن المنجز { $count } بندًا لم يُسجَّل يوم إنجازها، فلا تُعدّ مما أُنجز في الفترة.
   *[other] ومن المنجز { $count } بند لم يُسجَّل يوم إنجازها، فلا تُعدّ مما أُنجز في الفترة.
}
report-done-none = لم يُنجز شيء في هذه الفترة.
report-done-none-of-body = لم يُنجز في هذه الفترة شيء مما على هذه الجهة.
report-overdue-none = لا شيء متأخر عن موعده.
report-overdue-none-of-body = لا شيء متأخر مما على هذه الجهة.
report-period-proposals-none = لم تُقدَّم في هذه الفترة مبادرة ولا مقترح.
report-period-proposals-none-of-body = لم تقدّم هذه الجهة في هذه الفترة مبادرة ولا مقترحًا.
report-period-challenges-none = لم يُرصد في هذه الفترة تحدٍّ ولا فرصة.
report-period-challenges-none-of-body = لم يُرصد لهذه الجهة في هذه الفترة تحدٍّ ولا فرصة.
report-period-partnerships-none = لا شراكة قائمة في هذه الفترة.
report-period-regulations-none = لم يُعرض في هذه الفترة مستجد من الأنظمة.
report-period-this-month-hijri = الشهر الهجري الحالي
report-period-last-month-hijri = الشهر الهجري الماضي
report-period-this-quarter-hijri = الربع الهجري الحالي
report-period-last-quarter-hijri = الربع الهجري الماضي
report-period-this-year-hijri = السنة الهجرية الحالية
report-period-last-year-hijri = السنة الهجرية الماضية
report-period-this-month-gregorian = الشهر الميلادي الحالي
report-period-last-month-gregorian = الشهر الميلادي الماضي
report-period-this-quarter-gregorian = الربع الميلادي الحالي
report-period-last-quarter-gregorian = الربع الميلادي الماضي
report-period-this-year-gregorian = السنة الميلادية الحالية
report-period-last-year-gregorian = السنة الميلادية الماضية
report-period-other = فترة أخرى
report-form-period = الفترة
report-form-from = من يوم
report-form-until = إلى يوم
report-form-body = جهة بعينها (اختياري)
report-form-body-hint = كل الجهات
report-form-body-unknown = لا جهة بهذا الاسم في السجل
report-copied = نُسخ النص، فالصقه حيث تريد
report-form-write = اكتب التقرير
report-menu-period = تقرير دوري…
report-menu-organisation = ملف الجهة ({ $format })
report-menu-organisation-preview = معاينة ملف الجهة
report-menu-partnership = سجل الشراكة ({ $format })
report-menu-partnership-preview = معاينة سجل الشراكة
command-report = تقرير دوري…
command-report-also = إحصاء إنجاز ربع سنوي شهري
command-goals = مصفوفة مستهدفات رؤية 2030…
goals-form-title = مصفوفة مستهدفات رؤية 2030
goals-form-about = كم يخدم كل هدف من الاجتماعات والمبادرات والقرارات والشراكات، وما هي.
goals-form-write = اكتب المصفوفة
goals-heading-matrix = الأهداف وما يخدمها
goals-heading-records = ما يخدم كل هدف
goals-heading-without = أهداف لم يُربط بها شيء
goals-column-goal = الهدف
goals-column-record = السجل
goals-column-meetings = اجتماعات
goals-column-initiatives = مبادرات
goals-column-proposals = مقترحات
goals-column-decisions = قرارات
goals-column-recommendations = توصيات
goals-column-follow-ups = متابعات
goals-column-obligations = التزامات
goals-column-challenges = تحديات
goals-column-opportunities = فرص
goals-column-partnerships = شراكات
goals-column-regulations = أنظمة
goals-column-organisations = جهات
goals-column-other = غيرها
goals-other = سجل آخر
goals-sum = المجموع
goals-counted = السجل الذي يخدم هدفين يُحسب مع كل منهما.
goals-none = لم يُربط بأي هدف شيء بعد.
goals-without = { $count-category ->
    [zero] لا هدف بلا ما يخدمه.
    [one] هدف واحد: { $goals }.
    [two] هدفان: { $goals }.
    [few] { $count } أهداف: { $goals }.
    [many] { $count } هدفًا: { $goals }.
   *[other] { $count } هدف: { $goals }.
}
letter-title = خطاب
letter-sign-here = الاسم والتوقيع: ........................
letter-subject = الموضوع: { $subject }
letter-new = خطاب…
letter-form-title = خطاب إلى { $name }
letter-form-subject = الموضوع
letter-form-text = نص الخطاب
letter-form-text-hint = التحية والخاتمة تُضافان، فاكتب ما بينهما
letter-form-number = رقم الصادر (من نظام الجهة)
letter-form-date = التاريخ
letter-form-attachments = المرفقات
letter-form-signatory = الموقّع
letter-form-signatory-post = منصبه
letter-form-keep = حفظ نسخة في مستندات { $name }
letter-form-write = اكتب الخطاب
letter-form-left = خطاب لم يُكتب بعد محفوظ كما تركته
letter-form-missing = لا يُكتب الخطاب بلا هذا
letter-form-anew = ابدأ من جديد
letter-kept = كُتب الخطاب وحُفظت نسخة منه في المستندات: { $file }
press-form-title = خبر صحفي
press-form-about = يُؤخذ مما أُذن بنشره فقط: كل جملة من سجل، ولا يُذكر من لم يُؤذن بنشر اسمه.
press-form-named = من يُذكر اسمه
press-form-published = ما يُنشر مما نتج وقيل
press-form-all = السماح للكل
press-form-none = منع الكل
press-form-all-of = { $all }: { $what }
press-form-allow = يُنشر: { $what }
press-form-outlet = الوسيلة الإعلامية (اختياري)
press-form-outlet-hint = مثل: صحيفة المنطقة
press-form-write = اكتب الخبر
press-form-copy = نسخ النص
paper-press-menu = خبر صحفي…
template-kind-agenda = جدول الأعمال
template-kind-letter = الخطاب
template-kind-profile = ملف الجهة
template-kind-partnership = سجل الشراكة
template-kind-period = التقرير الدوري
template-kind-goals = مصفوفة المستهدفات
template-section-addressee = المخاطَب
