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

documents-minutes = Minutes
documents-page-of = Page { $page } of { $pages }
documents-logo = Emblem of { $body }

minutes-unknown = Not specified
minutes-none = None
minutes-draft = Unapproved draft – for information only
minutes-draft-short = Unapproved draft
minutes-heading = { $ordinal } { $heading }
minutes-ordinal-1 = 1.
minutes-ordinal-2 = 2.
minutes-ordinal-3 = 3.
minutes-ordinal-4 = 4.
minutes-ordinal-5 = 5.
minutes-ordinal-6 = 6.
minutes-ordinal-7 = 7.
minutes-ordinal-8 = 8.
minutes-ordinal-9 = 9.
minutes-ordinal-10 = 10.
minutes-ordinal-11 = 11.
minutes-ordinal-12 = 12.

minutes-title = Minutes of Meeting
minutes-title-coordination = Minutes of Coordination Meeting
minutes-title-regular = Minutes of Regular Meeting
minutes-title-urgent = Minutes of Urgent Meeting
minutes-title-workshop = Minutes of Workshop
minutes-title-visit = Minutes of Visit
minutes-title-introduction = Minutes of Introductory Meeting
minutes-title-committee = Minutes of Committee Meeting
minutes-number = No. ({ $number })
minutes-number-of-year = No. ({ $number }) of { $year }
minutes-footer = Minutes { $number }

minutes-reference-number = Number
minutes-reference-date = Date
minutes-reference-corresponding = Corresponding to
minutes-reference-attachments = Attachments

minutes-heading-facts = Meeting Details
minutes-heading-purpose = Purpose of the Meeting
minutes-heading-attendance = Attendance
minutes-heading-agenda = Agenda
minutes-heading-earlier = Follow-up of Earlier Recommendations
minutes-heading-discussion = Proceedings and Discussion
minutes-heading-proposals = Initiatives and Proposals
minutes-heading-decisions = Decisions and Recommendations
minutes-heading-tasks = Assignments (Tasks)
minutes-heading-other = Any Other Business
minutes-heading-next = Next Meeting
minutes-heading-approval = Approval and Signatures

minutes-fact-title = Title
minutes-fact-kind = Kind
minutes-fact-number = Number
minutes-fact-hijri = Hijri date
minutes-fact-gregorian = Gregorian date
minutes-fact-weekday = Day
minutes-fact-start = Start
minutes-fact-end = End
minutes-fact-place = Place
minutes-fact-mode = Mode
minutes-fact-host = Host
minutes-fact-co-host = In cooperation with
minutes-fact-chair = Chair
minutes-fact-secretary = Secretary
minutes-fact-confidentiality = Confidentiality

minutes-present = Present
minutes-invited = Invited
minutes-apologies = Apologies
minutes-absent = Absent
minutes-group = Representatives of { $name }
minutes-group-count = Number: { $count }
minutes-group-uncounted = Number not specified
minutes-attendance-summary = Present: { $attended } of { $expected }; bodies: { $bodies }
minutes-attendance-summary-uncounted = Present: { $attended } of { $expected }; bodies: { $bodies }; and representatives whose number is not specified

minutes-column-index = No.
minutes-column-name = Name
minutes-column-post = Position
minutes-column-body = Body
minutes-column-presence = Attendance
minutes-column-signature = Signature
minutes-column-excuse = Reason
minutes-column-item = Item
minutes-column-presenter = Presenter
minutes-column-minutes = Minutes
minutes-column-recommendation-number = Number
minutes-column-recommendation-text = Recommendation
minutes-column-responsible-body = Responsible body
minutes-column-due = Due
minutes-column-status = Status
minutes-column-percent = Done
minutes-column-number = Number
minutes-column-proposal = Initiative / proposal
minutes-column-proposer = Proposed by
minutes-column-area = Area
minutes-column-verdict = Decision on it
minutes-column-kind = Kind
minutes-column-text = Text
minutes-column-carried-out-by = Responsible
minutes-column-task = Task
minutes-column-responsible = Responsible
minutes-column-priority = Priority

minutes-name-with-post = { $name }, { $post },
minutes-opened = { $chair } opened the meeting and welcomed those present
minutes-opened-at = { $chair } opened the meeting at { $time } and welcomed those present
minutes-opened-by-her = { $chair } opened the meeting and welcomed those present
minutes-opened-by-her-at = { $chair } opened the meeting at { $time } and welcomed those present
minutes-opened-by-nobody = The meeting opened with a welcome to those present
minutes-opened-by-nobody-at = The meeting opened at { $time } with a welcome to those present
minutes-opening-agenda = { $opened }. The agenda was reviewed, and the items were discussed as follows:
minutes-opening-no-agenda = { $opened }.
minutes-item = Item { $number }: { $title }
minutes-item-deferred = This item was deferred.
minutes-item-withdrawn = This item was withdrawn.
minutes-item-without-notes = No discussion was recorded under this item.
minutes-closed = The meeting was then closed.
minutes-closed-at = The meeting closed at { $time }.

minutes-next-both = { $weekday }, { $first }, corresponding to { $second }
minutes-next-one = { $weekday }, { $date }

minutes-signed-prepared = Prepared by (secretary)
minutes-signed-reviewed = Reviewed by
minutes-signed-approved = Approved by (chair)
minutes-signature-post = Position
minutes-signature-date = Date

minutes-list-joiner = {", "}
minutes-place-joiner = {", "}
minutes-day-hijri = { $date } AH
minutes-day-gregorian = { $date }
minutes-time-morning = { $time } AM
minutes-time-evening = { $time } PM
minutes-weekday-sunday = Sunday
minutes-weekday-monday = Monday
minutes-weekday-tuesday = Tuesday
minutes-weekday-wednesday = Wednesday
minutes-weekday-thursday = Thursday
minutes-weekday-friday = Friday
minutes-weekday-saturday = Saturday


### cli

# (cli)


### widgets

# (widgets)


