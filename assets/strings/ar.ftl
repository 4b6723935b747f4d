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
error-minutes-approved = اعتُمد محضر هذا الاجتماع، فلا يُعدَّل. أنشئ محضرًا ملحقًا لما تريد تصحيحه.
error-move-refused = لا يُنتقل إلى هذه الحالة من الحالة الحاضرة. اختر حالة من القائمة المتاحة.
error-nothing-to-undo = لا يوجد ما يُتراجع عنه أو يُعاد.
error-date-unreadable = لم يُفهم التاريخ «{ $text }». اكتبه مثل 15 رجب 1448 أو 24/12/2026 أو بعد أسبوعين.
error-date-impossible = «{ $text }» ليس يومًا في التقويم. تحقق من رقم اليوم والشهر والسنة واسم اليوم.
error-date-out-of-range = «{ $text }» خارج ما يحسبه تقويم أم القرى. اكتب سنة من 1300 إلى 1600هـ، أو من 1883 إلى 2174م.
error-no-such-meeting = لا يوجد اجتماع رقمه { $text }. تحقق من الرقم في قائمة الاجتماعات.
error-file-unwritable = تعذرت كتابة الملف { $text }. أغلقه إن كان مفتوحًا في برنامج آخر، أو اختر مجلدًا تملك الكتابة فيه.
error-file-unreadable = تعذرت قراءة الملف { $text }. تحقق من مكانه ومن صلاحية قراءته.
error-document = تعذر إعداد المستند، وبياناتك سليمة. أعد المحاولة، فإن تكرر ذلك فأرسل التفاصيل إلى الدعم.
error-usage = الأمر غير مكتوب كما يجب. طريقة كتابته: { $text }
error-internal = توقف جزء من البرنامج لخلل فيه، وما ظهر أنه محفوظ فهو محفوظ. أعد فتح البرنامج، وأرسل التفاصيل إلى الدعم.


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
meeting-status-in-progress = منعقد
meeting-status-held = انعقد
meeting-status-postponed = مؤجل
meeting-status-cancelled = ملغى

confidentiality-public = عام
confidentiality-internal = داخلي
confidentiality-restricted = محدود
confidentiality-confidential = سري

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

side-host = الجهة المنظمة
side-co-host = بالتعاون مع
side-invited = مدعوة

outcome-kind-proposal = مقترح
outcome-kind-initiative = مبادرة
outcome-kind-follow-up = متابعة
outcome-kind-decision = قرار
outcome-kind-recommendation = توصية
outcome-kind-challenge = تحدٍّ
outcome-kind-opportunity = فرصة

outcome-status-not-started = لم تبدأ
outcome-status-in-progress = قيد التنفيذ
outcome-status-stalled = متعثرة
outcome-status-on-hold = معلّقة
outcome-status-done = منجزة
outcome-status-cancelled = ملغاة
outcome-status-idea = فكرة
outcome-status-submitted = مقدّمة
outcome-status-under-study = قيد الدراسة
outcome-status-needs-info = تحتاج استكمال
outcome-status-approved = معتمدة
outcome-status-completed = مكتملة
outcome-status-declined = معتذر عنها
outcome-status-archived = مؤرشفة

priority-urgent = عاجل
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
organisation-kind-other = أخرى

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

field-meeting-title = عنوان الاجتماع
field-meeting-number = رقم الاجتماع
field-meeting-kind = نوع الاجتماع
field-meeting-purpose = الهدف من الاجتماع
field-meeting-date = التاريخ
field-meeting-start_time = وقت البداية
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
field-meeting-running_since = بدء المؤقت
field-meeting-ran_seconds = المدة المنقضية

field-party-meeting = الاجتماع
field-party-organisation = الجهة
field-party-side = صفة المشاركة
field-party-position = الترتيب

field-agenda_item-meeting = الاجتماع
field-agenda_item-position = الترتيب
field-agenda_item-title = البند
field-agenda_item-presenter = مقدم البند
field-agenda_item-planned_minutes = المدة
field-agenda_item-state = الحالة

field-attendance-meeting = الاجتماع
field-attendance-position = الترتيب
field-attendance-person = الاسم
field-attendance-organisation = الجهة
field-attendance-group_name = اسم المجموعة
field-attendance-group_count = العدد
field-attendance-status = الحضور
field-attendance-excuse = العذر

field-block-meeting = الاجتماع
field-block-agenda_item = البند
field-block-position = الترتيب
field-block-body = الملاحظات
field-block-outcome = المخرج

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

field-person-name = الاسم
field-person-honorific = اللقب
field-person-post = المنصب
field-person-organisation = الجهة
field-person-phone = الجوال
field-person-email = البريد
field-person-notes = ملاحظات

field-organisation-name = اسم الجهة
field-organisation-short_name = الاسم المختصر
field-organisation-kind = النوع
field-organisation-city = المدينة
field-organisation-licence = رقم الترخيص
field-organisation-phone = الهاتف
field-organisation-email = البريد
field-organisation-notes = ملاحظات

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
date-month-hijri = { $month } { $year }هـ
date-month-gregorian = { $month } { $year }م
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

# (commands)


### shell

# (shell)


### meetings

# (meetings)


### meeting-workspace

# (meeting-workspace)


### registers

# (registers)


### settings

# (settings)


### documents

# (documents)

documents-minutes = محضر
documents-page-of = صفحة { $page } من { $pages }
documents-logo = شعار { $body }

minutes-unknown = غير محدد
minutes-none = لا يوجد
minutes-draft = مسودة غير معتمدة – للاطلاع فقط
minutes-draft-short = مسودة غير معتمدة
minutes-heading = { $ordinal }: { $heading }
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

minutes-title = محضر اجتماع
minutes-title-coordination = محضر اجتماع تنسيقي
minutes-title-regular = محضر اجتماع دوري
minutes-title-urgent = محضر اجتماع طارئ
minutes-title-workshop = محضر اجتماع (ورشة عمل)
minutes-title-visit = محضر اجتماع (زيارة)
minutes-title-introduction = محضر اجتماع (لقاء تعريفي)
minutes-title-committee = محضر اجتماع لجنة
minutes-number = رقم ({ $number })
minutes-number-of-year = رقم ({ $number }) لعام { $year }
minutes-footer = محضر { $number }

minutes-reference-number = الرقم
minutes-reference-date = التاريخ
minutes-reference-corresponding = الموافق
minutes-reference-attachments = المرفقات

minutes-heading-facts = بيانات الاجتماع
minutes-heading-purpose = الهدف من الاجتماع
minutes-heading-attendance = الحضور
minutes-heading-agenda = جدول الأعمال
minutes-heading-earlier = متابعة توصيات الاجتماعات السابقة
minutes-heading-discussion = وقائع الاجتماع والمناقشات
minutes-heading-proposals = المبادرات والمقترحات
minutes-heading-decisions = القرارات والتوصيات
minutes-heading-tasks = التكليفات (المهام)
minutes-heading-other = ما يستجد من أعمال
minutes-heading-next = موعد الاجتماع القادم
minutes-heading-approval = الاعتماد والتواقيع

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
minutes-column-percent = نسبة الإنجاز
minutes-column-number = الرقم
minutes-column-proposal = المبادرة / المقترح
minutes-column-proposer = مقدمها
minutes-column-area = المجال
minutes-column-verdict = القرار بشأنها
minutes-column-kind = النوع
minutes-column-text = النص
minutes-column-carried-out-by = المسؤول عن التنفيذ
minutes-column-task = المهمة
minutes-column-responsible = المسؤول
minutes-column-priority = الأولوية

minutes-name-with-post = { $post } { $name }
minutes-opened = افتتح { $chair } الاجتماع مرحبًا بالحضور
minutes-opened-at = افتتح { $chair } الاجتماع في تمام الساعة { $time } مرحبًا بالحضور
minutes-opened-by-her = افتتحت { $chair } الاجتماع مرحبةً بالحضور
minutes-opened-by-her-at = افتتحت { $chair } الاجتماع في تمام الساعة { $time } مرحبةً بالحضور
minutes-opened-by-nobody = افتُتح الاجتماع بالترحيب بالحضور
minutes-opened-by-nobody-at = افتُتح الاجتماع في تمام الساعة { $time } بالترحيب بالحضور
minutes-opening-agenda = { $opened }، ثم جرى استعراض جدول الأعمال، ونوقشت البنود على النحو الآتي:
minutes-opening-no-agenda = { $opened }.
minutes-item = البند { $number }: { $title }
minutes-item-deferred = أُجّل هذا البند.
minutes-item-withdrawn = سُحب هذا البند.
minutes-item-without-notes = لم تُدوَّن مناقشات تحت هذا البند.
minutes-closed = واختُتم الاجتماع، والله الموفق.
minutes-closed-at = واختُتم الاجتماع في تمام الساعة { $time }، والله الموفق.

minutes-signed-prepared = أعدّه (أمين الاجتماع)
minutes-signed-reviewed = راجعه
minutes-signed-approved = اعتمده (رئيس الاجتماع)
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
minutes-year-hijri = { $year }هـ
minutes-year-gregorian = { $year }م


### cli

# (cli)


### widgets

# (widgets)


