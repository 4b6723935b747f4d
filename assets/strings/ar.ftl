### errors

# (errors)


### codes

# (codes)


### calendar

# (calendar)


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
minutes-fact-secretary = أمين الاجتماع
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

minutes-next-both = { $weekday } { $first } الموافق { $second }
minutes-next-one = { $weekday } { $date }

minutes-signed-prepared = أعدّه (أمين الاجتماع)
minutes-signed-reviewed = راجعه
minutes-signed-approved = اعتمده (رئيس الاجتماع)
minutes-signature-post = المنصب
minutes-signature-date = التاريخ

minutes-list-joiner = {"، و"}
minutes-place-joiner = {"، "}
minutes-day-hijri = { $date }هـ
minutes-day-gregorian = { $date }م
minutes-time-morning = { $time } ص
minutes-time-evening = { $time } م
minutes-weekday-sunday = الأحد
minutes-weekday-monday = الاثنين
minutes-weekday-tuesday = الثلاثاء
minutes-weekday-wednesday = الأربعاء
minutes-weekday-thursday = الخميس
minutes-weekday-friday = الجمعة
minutes-weekday-saturday = السبت


### cli

# (cli)


### widgets

# (widgets)


