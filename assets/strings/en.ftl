### errors

error-store-in-use = Another copy of the program has this folder open. Close it and try again, or open another folder.
error-store-newer = This data was written by a newer version of the program, so it opens for reading only. Update the program to edit it.
error-store-foreign = This file does not belong to Tansiq and was left untouched. Choose another folder.
error-store-corrupt = The data file is damaged; nothing in it was changed. Restore the latest backup from the backup folder.
error-store-empty = The data file is there but has no content; a copy may have been cut short. Restore a backup, or move the file away to start anew.
error-store-read-only = This folder may not be written to. Ask for permission to write, or choose another folder.
error-disk-full = The disk is full. What you typed is still here but not saved yet. Free some space, or save to another place.
error-disk = The disk could not be written. Check that it is connected and has space, then try again, or save to another place.
error-stale = This record was changed elsewhere while you worked on it. Compare both texts and choose what stays.
error-not-found = This record is no longer there; it may have been deleted. Undo the deletion, or search for it under another name.
error-minutes-approved = The minutes of this meeting are approved, so they cannot be edited. To correct something, reopen them from the meeting’s commands and say why.
error-addendum-approved = This addendum is approved and does not change. To correct it, reopen it on the page of the minutes and say why, or add another one.
error-minutes-signed = The minutes of this meeting are signed and the signed copy is attached, so they are not reopened. If it was attached by mistake, remove it from the meeting’s files first.
error-store-unsound = The data is not as the program left it; what is wrong stands above. Restore a backup from before that, or send the details that follow to support.
error-minutes-altered = What was kept of minutes { $text } when they were approved was changed outside the program, so they are not exported. Restore a backup from before that.
error-minutes-unverified = This file is not shown to be approved minutes: { $text }
error-move-refused = This status cannot follow the present one. Choose one from the list offered.
error-held-ahead = The day of this meeting is still to come. Correct its date first if it was held already.
error-reason-missing = Say why it moves there; the reason stays in its history.
error-missing-first = Fill in “{ $text }” first, then change the meeting's status.
error-field-too-long = The text in “{ $text }” is longer than it takes, and was not saved. Shorten it, or move the detail to the notes.
error-field-refused = What was typed in “{ $text }” does not fit there, and was not saved. Correct it, then save.
error-ends-too-early = “{ $text }” is before the beginning, and was not saved. Correct one of the two dates, then save.
error-number-taken = Another record has the number { $text }. Type another, or leave the field empty to be given one.
error-not-alike = Only two records of one kind can be merged. Choose two of the same register.
error-nothing-to-undo = There is nothing to undo or redo.
error-date-unreadable = The date “{ $text }” was not understood. Write it like 15 Rajab 1448, 24/12/2026 or in 2 weeks.
error-date-impossible = “{ $text }” is not a day of the calendar. Check the day, the month, the year and the day of the week.
error-date-out-of-range = “{ $text }” is outside the Umm al-Qura calendar. Write a year from 1300 to 1600 AH, or from 1883 to 2174.
error-no-such-meeting = There is no meeting with the number or title { $text }. Check them in the list of meetings.
error-no-next-meeting = No meeting with a date stands ahead. Give the number or the whole title of a meeting.
error-several-meetings = Several meetings have that title: { $text }. Give the number of one of them.
error-not-invited = No body called { $text } is invited to this meeting. Check the name among the bodies that take part.
error-no-such-record = No record is called { $text }. Give the whole name as the register has it, or its number.
error-several-records = Several records have that name: { $text }. Give the whole name of one of them.
error-period-reversed = The period ends before it begins. Choose an end after its beginning.
error-file-unwritable = The file { $text } could not be written. Close it if another program has it open, or choose a folder you may write to.
error-file-unreadable = The file { $text } could not be read. Check that it is there and that you may read it.
error-file-too-large = The file “{ $text }” is larger than 200 MB and was not attached. Compress it, or attach the part that you need.
error-file-empty = The file “{ $text }” is empty and was not attached. Open it, check what is in it, and try again.
error-file-is-folder = “{ $text }” is a folder, not a file. Attach the files in it, or compress it into one.
error-file-gone = The file “{ $text }” is no longer there and was not attached. Bring back the disk or folder it was in, and try again.
error-file-changing = The file “{ $text }” changed while it was copied and was not attached. Save and close it in the other program, and try again.
error-no-room = There is no room on the disk for the file “{ $text }”, and nothing of it was copied. Free some space, and try again.
error-file-attached = This record has the file already, titled “{ $text }”.
error-file-missing = The file “{ $text }” is not in the data folder. Attach it again, or restore a backup that has its files.
error-file-altered = The content of the file “{ $text }” is not what was kept, so it was not opened. Attach it again, or restore a backup that has its files.
error-file-runs = The file “{ $text }” is a program and is not opened from here, to protect this computer. Save a copy of it if you trust where it came from.
error-file-unopened = No program on this computer opens the file “{ $text }”. Save a copy and open that with a program of your choice.
error-file-not-text = “{ $text }” is not text, or is far too long. Copy its words into a plain text file, or paste them, and try again.
error-no-meeting-in-text = This text tells of no meeting, so nothing was kept. Check that all of it was copied.
error-import-refused = Nothing was imported. { $text }
error-import-cancelled = The import was called off and nothing of it was written. Start it again whenever you like.
error-document = The document could not be composed; your data is safe. Try again, and if it recurs send the details to support.
error-usage = The command is not written as it should be. Usage: { $text }
error-internal = A part of the program stopped because of a fault of its own; what was shown as saved is saved. Reopen the program and send the details to support.
error-no-window = No window could be opened: no graphics renderer works. Update the display driver, or use the commands without a window.
error-no-display = There is no display to open a window on. Start the program from the desktop, or use its commands without a window.
error-missing-package = The system lacks packages the window needs. Install them and try again: { $text }


### codes

meeting-kind-coordination = Coordination
meeting-kind-regular = Regular
meeting-kind-urgent = Urgent
meeting-kind-workshop = Workshop
meeting-kind-visit = Visit
meeting-kind-introduction = Introductory
meeting-kind-committee = Committee
meeting-kind-other = Other

meeting-mode-in-person = In person
meeting-mode-remote = Remote
meeting-mode-hybrid = Hybrid

meeting-status-draft = Draft
meeting-status-scheduled = Scheduled
meeting-status-invited = Invited
meeting-status-in-progress = In progress
meeting-status-held = Held
meeting-status-postponed = Postponed
meeting-status-cancelled = Cancelled
meeting-status-approved = Approved
minutes-state-draft = Draft minutes
minutes-state-in-review = Minutes in review
minutes-state-returned = Minutes returned
minutes-state-approved = Minutes approved
minutes-state-signed = Minutes signed

confidentiality-public = Public
confidentiality-internal = Internal
confidentiality-restricted = Restricted
confidentiality-confidential = Confidential

document-kind-letter = Letter
document-kind-scan = Scanned minutes
document-kind-photo = Photo
document-kind-agreement = Agreement
document-kind-evidence = Evidence
document-kind-licence = Licence
document-kind-presentation = Presentation
document-kind-other = File

agenda-state-listed = Listed
agenda-state-discussing = Under discussion
agenda-state-discussed = Discussed
agenda-state-deferred = Deferred
agenda-state-withdrawn = Withdrawn

attendance-status-invited = Invited
attendance-status-confirmed = Confirmed
attendance-status-present = Present
attendance-status-remote = Present remotely
attendance-status-late = Late
attendance-status-left-early = Left early
attendance-status-apology = Apologies
attendance-status-absent = Absent
attendance-status-deputised = Represented by a deputy
attendance-status-invited-her = Invited
attendance-status-confirmed-her = Confirmed
attendance-status-present-her = Present
attendance-status-remote-her = Present remotely
attendance-status-late-her = Late
attendance-status-left-early-her = Left early
attendance-status-apology-her = Apologies
attendance-status-absent-her = Absent
attendance-status-deputised-her = Represented by a deputy
attendance-status-invited-group = Invited
attendance-status-confirmed-group = Confirmed
attendance-status-present-group = Present
attendance-status-remote-group = Present remotely
attendance-status-late-group = Late
attendance-status-left-early-group = Left early
attendance-status-apology-group = Apologies
attendance-status-absent-group = Absent
attendance-status-deputised-group = Represented by a deputy

block-kind-discussion = Discussion
block-kind-quote = Quote
block-kind-private = Private note

side-host = Host
side-co-host = In cooperation with
side-invited = Invited
side-observer = Observer
side-media = Media
side-first = First party
side-other = Other party
side-sponsor = Sponsor

outcome-kind-proposal = Proposal
outcome-kind-initiative = Initiative
outcome-kind-follow-up = Follow-up
outcome-kind-decision = Decision
outcome-kind-recommendation = Recommendation
outcome-kind-challenge = Challenge
outcome-kind-opportunity = Opportunity
outcome-kind-obligation = Obligation

outcome-status-not-started = Not started
outcome-status-in-progress = In progress
outcome-status-stalled = Stalled
outcome-status-on-hold = On hold
outcome-status-done = Done
outcome-status-cancelled = Cancelled
outcome-status-idea = Idea
outcome-status-submitted = Submitted
outcome-status-under-study = Under study
outcome-status-needs-info = Needs information
outcome-status-approved = Approved
outcome-status-completed = Completed
outcome-status-declined = Declined
outcome-status-archived = Archived
outcome-status-logged = Logged
outcome-status-analysing = Being analysed
outcome-status-in-treatment = Being treated
outcome-status-escalated = Escalated
outcome-status-resolved = Resolved
outcome-status-closed = Closed
outcome-status-available = Available
outcome-status-offered = Offered to NGOs
outcome-status-assigned = Assigned
outcome-status-converted = Became an initiative
outcome-status-expired = Expired
outcome-status-consultation = Under consultation
outcome-status-issued = Issued
outcome-status-in-force = In force
outcome-status-amended = Amended
outcome-status-repealed = Repealed
outcome-status-negotiating = Negotiating
outcome-status-drafted = Draft
outcome-status-legal-review = Legal review
outcome-status-ready = Ready to sign
outcome-status-signed = Signed
outcome-status-active = Active
outcome-status-renewed = Renewed
outcome-status-terminated = Terminated

# Said of one record: it agrees with its kind.
outcome-status-not-started-of = { $kind ->
   *[other] { outcome-status-not-started }
}
outcome-status-stalled-of = { $kind ->
   *[other] { outcome-status-stalled }
}
outcome-status-done-of = { $kind ->
   *[other] { outcome-status-done }
}
outcome-status-cancelled-of = { $kind ->
   *[other] { outcome-status-cancelled }
}

priority-urgent = Urgent
priority-high = High
priority-medium = Medium
priority-low = Low

organisation-kind-amana = Amana
organisation-kind-municipality = Municipality
organisation-kind-ministry = Ministry
organisation-kind-government = Other government body
organisation-kind-ngo = NGO
organisation-kind-foundation = Foundation
organisation-kind-family-fund = Family fund
organisation-kind-cooperative = Cooperative
organisation-kind-council = Council
organisation-kind-company = Company
organisation-kind-media = Media outlet
organisation-kind-unit = Unit or department
organisation-kind-other = Other

role-member = Member
role-presenter = Presenter
role-guest = Guest

severity-critical = Critical
severity-high = High
severity-medium = Medium
severity-low = Low

review-not-shown = Not shown
review-shown = Shown
review-circulated = Circulated

alias-kind-former = Former name
alias-kind-short = Short name
alias-kind-spelling = Another spelling

gender-male = Male
gender-female = Female


link-related = Related to
link-raised-in = Raised in
link-shown-in = Shown in
link-addresses = Addresses
link-led-to = Led to
link-documents = Documents
link-replaces = Replaces
link-serves = Serves
link-tagged = Tagged
link-invites = Invites
link-back-raised-in = Was raised here
link-back-shown-in = Was shown here
link-back-addresses = Addressed by
link-back-led-to = Came of
link-back-documents = Documented by
link-back-replaces = Replaced by
link-back-serves = Served by
link-back-tagged = Tag of
link-back-invites = Invited to

honorific-mr = Mr
honorific-mrs = Ms
honorific-dr = Dr
honorific-dr-f = Dr (f.)
honorific-eng = Eng.
honorific-eng-f = Eng. (f.)
honorific-sheikh = Sheikh
honorific-general = Major General

entity-meeting = Meeting
entity-agenda_item = Agenda item
entity-attendance = Attendance
entity-party = Participating body
entity-block = Notes
entity-outcome = Outcome
entity-person = Person
entity-organisation = Organisation
entity-setting = Setting
entity-entry = List entry
entity-alias = Other name
entity-post = Post
entity-series = Meeting series
entity-partnership = Partnership
entity-regulation = Regulation update
entity-progress = Update
entity-link = Link
entity-reservation = Reservation
entity-addendum = Addendum to minutes
entity-document = Attachment

field-meeting-title = Title
field-meeting-number = Number
field-meeting-kind = Kind
field-meeting-purpose = Purpose
field-meeting-date = Date
field-meeting-start_time = Start
field-meeting-began_at = Began at
field-meeting-end_time = End
field-meeting-mode = Mode
field-meeting-venue = Venue
field-meeting-city = City
field-meeting-chair = Chair
field-meeting-secretary = Secretary
field-meeting-status = Status
field-meeting-confidentiality = Confidentiality
field-meeting-next_date = Next meeting
field-meeting-other_business = Other business
field-meeting-minutes_number = Minutes number
field-meeting-approved_on = Approved on
field-meeting-content_hash = Mark of the approved minutes
field-meeting-review = Review of the minutes
field-meeting-layout = Layout and words of the minutes
field-meeting-running_since = Timer started
field-meeting-ran_seconds = Time elapsed
field-meeting-source_text = Text it was taken from
field-meeting-source_hash = Fingerprint of that text
field-meeting-series = Series
field-meeting-standing = Stage reached
field-meeting-host = Host
field-meeting-attended = Attendance
field-meeting-listed = Expected
field-meeting-results = Outcomes
field-meeting-proposals = Proposals and initiatives
field-meeting-follow_ups = Follow-ups
field-meeting-decisions = Decisions and recommendations

field-party-meeting = Meeting
field-party-organisation = Organisation
field-party-side = Part
field-party-position = Order
field-party-partnership = Partnership
field-party-series = Template
field-party-group_name = Group name
field-party-group_count = Count
field-party-signatory = Signatory
field-party-signatory_post = Signatory’s post

field-agenda_item-meeting = Meeting
field-agenda_item-series = Series
field-agenda_item-position = Order
field-agenda_item-title = Item
field-agenda_item-presenter = Presenter
field-agenda_item-planned_minutes = Duration
field-agenda_item-state = Status
field-agenda_item-wording = Words in the minutes
field-agenda_item-running_since = Discussed since
field-agenda_item-ran_seconds = How long it was discussed

field-attendance-meeting = Meeting
field-attendance-position = Order
field-attendance-person = Name
field-attendance-organisation = Organisation
field-attendance-group_name = Group
field-attendance-group_count = Number
field-attendance-status = Attendance
field-attendance-excuse = Reason
field-attendance-post = Post
field-attendance-role = Role
field-attendance-deputises = Deputises for
field-attendance-came_at = Came at
field-attendance-left_at = Left at

field-block-meeting = Meeting
field-block-agenda_item = Agenda item
field-block-position = Order
field-block-body = Notes
field-block-outcome = Outcome
field-block-regulation = Regulation update
field-block-kind = Kind
field-block-speaker = Said by
field-block-may_be_published = May be published
field-block-line_times = Times of its lines

field-outcome-kind = Kind
field-outcome-number = Number
field-outcome-text = Text
field-outcome-details = Details
field-outcome-meeting = Meeting
field-outcome-agenda_item = Agenda item
field-outcome-person = Responsible person
field-outcome-organisation = Organisation
field-outcome-area = Area
field-outcome-due = Due
field-outcome-status = Status
field-outcome-priority = Priority
field-outcome-percent = Progress
field-outcome-done_on = Done on
field-outcome-partnership = Partnership
field-outcome-support = Supporting body
field-outcome-challenge_class = Kind of challenge
field-outcome-opportunity_class = Kind of opportunity
field-outcome-severity = Severity
field-outcome-causes = Causes
field-outcome-treatment = Treatment plan
field-outcome-escalated_to = Escalated to
field-outcome-beneficiaries = Beneficiaries
field-outcome-cost = Estimated cost
field-outcome-starts_on = Starts on
field-outcome-obstacles = Obstacles
field-outcome-support_needed = Support needed
field-outcome-resolution = Decision on it
field-outcome-carried = Times carried
field-outcome-may_be_published = May be published

field-person-name = Name
field-person-honorific = Title
field-person-post = Post
field-person-organisation = Organisation
field-person-phone = Mobile
field-person-email = E-mail
field-person-notes = Notes
field-person-name_en = Name in English
field-person-gender = Gender
field-person-post_level = Level of post
field-person-post_since = In the post since
field-person-is_contact = Contact person
field-person-may_be_named = May be named in the press
field-person-consented_on = Consented on
field-person-keep_until = Keep data until

field-organisation-name = Name
field-organisation-short_name = Short name
field-organisation-kind = Kind
field-organisation-city = City
field-organisation-licence = Licence number
field-organisation-phone = Phone
field-organisation-email = E-mail
field-organisation-notes = Notes
field-organisation-name_en = Name in English
field-organisation-parent = Belongs to
field-organisation-region = Region
field-organisation-governorate = Governorate
field-organisation-amana = Amana
field-organisation-address = Address
field-organisation-website = Website
field-organisation-contact = Contact person
field-organisation-licensed_on = Licensed on
field-organisation-licence_ends_on = Licence ends on
field-organisation-unified_number = Unified national number
field-organisation-class = Class
field-organisation-supervisor = Technical supervisor
field-organisation-scope = Geographic scope
field-organisation-chair = Chair of the board
field-organisation-director = Executive director
field-organisation-board_ends_on = Board term ends on
field-organisation-beneficiaries = Beneficiaries
field-organisation-governance_percent = Governance score
field-organisation-has_premises = Premises from the amana
field-organisation-precedence = Order of precedence

field-entry-list = List
field-entry-name = Name
field-entry-name_en = Name in English
field-entry-parent = Belongs to
field-entry-code = Code
field-entry-position = Order
field-entry-is_hidden = Hidden

field-alias-organisation = Body
field-alias-person = Person
field-alias-name = Name
field-alias-kind = Kind
field-alias-starts_on = From
field-alias-ends_on = Until

field-post-person = Person
field-post-title = Post
field-post-organisation = Body
field-post-level = Level
field-post-starts_on = From
field-post-ends_on = Until

field-series-title = Series name
field-series-kind = Meeting type
field-series-organisation = Host
field-series-repeats = Repeats
field-series-start_time = Start
field-series-end_time = End
field-series-mode = Mode
field-series-venue = Venue
field-series-city = City
field-series-chair = Chair
field-series-secretary = Secretary
field-series-is_ended = Ended
field-series-is_template = Template
field-series-notes = Notes

field-partnership-title = Partnership title
field-partnership-number = Number
field-partnership-agreement = Kind of agreement
field-partnership-status = Status
field-partnership-purpose = Purpose
field-partnership-starts_on = Starts on
field-partnership-ends_on = Ends on
field-partnership-renews_itself = Renews itself
field-partnership-notice_days = Days of notice
field-partnership-person = Responsible
field-partnership-meeting = Began in meeting
field-partnership-outcome = Began with
field-partnership-sponsor = Sponsor
field-partnership-budget = Budget
field-partnership-notes = Notes

field-regulation-title = Title
field-regulation-number = Number
field-regulation-instrument = Instrument
field-regulation-instrument_number = Instrument number
field-regulation-organisation = Issued by
field-regulation-status = Status
field-regulation-review = Review
field-regulation-issued_on = Issued on
field-regulation-effective_on = In force from
field-regulation-summary = Summary
field-regulation-impact = Impact on NGOs
field-regulation-required_action = Required action
field-regulation-due = Due on
field-regulation-address = Source address

field-progress-subject = Record
field-progress-day = Date
field-progress-person = By
field-progress-text = Action
field-progress-from_status = From status
field-progress-to_status = To status
field-progress-percent = Percent done

field-link-source = First record
field-link-kind = Relation
field-link-target = Second record
field-link-note = Note

field-document-subject = Record
field-document-name = Title
field-document-kind = Kind
field-document-ends_on = Valid until
field-document-confidentiality = Confidentiality
field-document-file_name = File name
field-document-notes = Description
field-document-day = Date
field-document-hash = Fingerprint
field-document-bytes = Size

field-setting-key = Setting
field-setting-value = Value

not-given = Not given


### calendar

weekday-sunday = Sunday
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday

holiday-founding-day = Founding Day
holiday-national-day = National Day
holiday-eid-al-fitr = Eid al-Fitr
holiday-eid-al-adha = Eid al-Adha
holiday-official = { $holiday }, an official holiday
holiday-expected = { $holiday }, an expected holiday by the Umm al-Qura calendar
weekday-short-sunday = Sun
weekday-short-monday = Mon
weekday-short-tuesday = Tue
weekday-short-wednesday = Wed
weekday-short-thursday = Thu
weekday-short-friday = Fri
weekday-short-saturday = Sat

hijri-month-1 = Muharram
hijri-month-2 = Safar
hijri-month-3 = Rabi al-Awwal
hijri-month-4 = Rabi al-Akhir
hijri-month-5 = Jumada al-Ula
hijri-month-6 = Jumada al-Akhirah
hijri-month-7 = Rajab
hijri-month-8 = Shaban
hijri-month-9 = Ramadan
hijri-month-10 = Shawwal
hijri-month-11 = Dhu al-Qadah
hijri-month-12 = Dhu al-Hijjah

gregorian-month-1 = January
gregorian-month-2 = February
gregorian-month-3 = March
gregorian-month-4 = April
gregorian-month-5 = May
gregorian-month-6 = June
gregorian-month-7 = July
gregorian-month-8 = August
gregorian-month-9 = September
gregorian-month-10 = October
gregorian-month-11 = November
gregorian-month-12 = December

date-words-hijri = { $day } { $month } { $year } AH
date-words-gregorian = { $day } { $month } { $year }
date-numbers-hijri = { $numbers } AH
date-numbers-gregorian = { $numbers }
date-year-hijri = { $year } AH
date-year-gregorian = { $year }
date-month-hijri = { $month } { $year } AH
date-month-gregorian = { $month } { $year }
date-months = { $first } – { $last }
date-weekday = { $weekday } { $date }
date-long-both = { $first }, corresponding to { $second }
date-medium-both = { $first } · { $second }
date-short-both = { $first } – { $second }
time-am = { $clock } AM
time-pm = { $clock } PM
time-range = { $start } – { $end }

count-meetings = { $count ->
    [0] No meetings
   *[other] { $count-category ->
        [one] 1 meeting
       *[other] { $count } meetings
    }
}
count-people = { $count ->
    [0] No people
   *[other] { $count-category ->
        [one] 1 person
       *[other] { $count } people
    }
}
count-units = { $count-category ->
    [one] { $count } unit
   *[other] { $count } units
}
count-organisations = { $count ->
    [0] No organisations
   *[other] { $count-category ->
        [one] 1 organisation
       *[other] { $count } organisations
    }
}
count-follow-ups = { $count ->
    [0] No follow-ups
   *[other] { $count-category ->
        [one] 1 follow-up
       *[other] { $count } follow-ups
    }
}
count-obligations = { $count ->
    [0] No obligations
   *[other] { $count-category ->
        [one] 1 obligation
       *[other] { $count } obligations
    }
}
count-proposals = { $count ->
    [0] No proposals
   *[other] { $count-category ->
        [one] 1 proposal
       *[other] { $count } proposals
    }
}
count-initiatives = { $count ->
    [0] No initiatives
   *[other] { $count-category ->
        [one] 1 initiative
       *[other] { $count } initiatives
    }
}
count-decisions = { $count ->
    [0] No decisions
   *[other] { $count-category ->
        [one] 1 decision
       *[other] { $count } decisions
    }
}
count-recommendations = { $count ->
    [0] No recommendations
   *[other] { $count-category ->
        [one] 1 recommendation
       *[other] { $count } recommendations
    }
}
count-challenges = { $count ->
    [0] No challenges
   *[other] { $count-category ->
        [one] 1 challenge
       *[other] { $count } challenges
    }
}
count-opportunities = { $count ->
    [0] No opportunities
   *[other] { $count-category ->
        [one] 1 opportunity
       *[other] { $count } opportunities
    }
}
count-days = { $count ->
    [0] No days
   *[other] { $count-category ->
        [one] 1 day
       *[other] { $count } days
    }
}
count-weeks = { $count ->
    [0] No weeks
   *[other] { $count-category ->
        [one] 1 week
       *[other] { $count } weeks
    }
}
count-minutes = { $count ->
    [0] No minutes
   *[other] { $count-category ->
        [one] 1 minute
       *[other] { $count } minutes
    }
}
count-words = { $count ->
    [0] No words
   *[other] { $count-category ->
        [one] 1 word
       *[other] { $count } words
    }
}
count-results = { $count ->
    [0] No results
   *[other] { $count-category ->
        [one] 1 result
       *[other] { $count } results
    }
}

due-today = Today
due-tomorrow = Tomorrow
due-in-days = { $count ->
    [0] Today
   *[other] { $count-category ->
        [one] Tomorrow
       *[other] In { $count } days
    }
}
days-left = { $count ->
    [0] Ends today
   *[other] { $count-category ->
        [one] 1 day left
       *[other] { $count } days left
    }
}
days-late-of = { $kind ->
   *[other] { $count-category ->
        [one] 1 day late
       *[other] { $count } days late
    }
}
days-late = { $count ->
    [0] Due today
   *[other] { $count-category ->
        [one] 1 day late
       *[other] { $count } days late
    }
}
days-ago = { $count ->
    [0] Today
   *[other] { $count-category ->
        [one] Yesterday
       *[other] { $count } days ago
    }
}
done-on = Done on { $date }


### commands

command-new-meeting = New meeting
command-new-meeting-also = add appointment
command-search = Search
command-undo = Undo
command-redo = Redo
command-go-meetings = Go to meetings
command-go-follow-ups = Go to follow-ups
command-go-proposals = Go to initiatives and proposals
command-go-organisations = Go to organisations
command-go-people = Go to people
command-go-settings = Go to settings
command-go-settings-also = preferences options backup
command-switch-language = Switch to العربية
command-switch-language-also = Arabic English
command-switch-theme = Switch between light and dark
command-switch-theme-also = night appearance colour
command-text-larger = Larger text
command-text-larger-also = font size bigger
command-text-smaller = Smaller text
command-text-smaller-also = font size
command-text-usual = Text at its usual size
command-export-minutes = Export the minutes
command-export-minutes-also = save PDF Word print
command-back = Back to what was shown before
command-forward = Forward to what you came back from
command-go-message = Go to the newest message and back
command-quit = Quit

# What undo and redo name: «undo: …».
edit-any = change
edit-undo = undo
edit-redo = redo
edit-new-meeting = new meeting
edit-set-meeting = change meeting
edit-remove-meeting = delete meeting
edit-add-party = add participating body
edit-set-party = change body’s role
edit-remove-party = remove participating body
edit-add-agenda-item = add agenda item
edit-set-agenda-item = change agenda item
edit-remove-agenda-item = delete agenda item
edit-add-attendee = add to attendance
edit-set-attendance = change attendance
edit-remove-attendance = remove from attendance
edit-add-block = add note
edit-set-block = write notes
edit-remove-block = delete note
edit-add-outcome = add outcome
edit-set-outcome = change outcome
edit-remove-outcome = delete outcome
edit-add-person = add person
edit-set-person = change person
edit-remove-person = delete person
edit-add-organisation = add body
edit-set-organisation = change body
edit-remove-organisation = delete body
edit-add-entry = add list entry
edit-set-entry = change list entry
edit-remove-entry = delete list entry
edit-add-alias = add other name
edit-set-alias = change other name
edit-remove-alias = delete other name
edit-add-post = add post
edit-set-post = change post
edit-remove-post = delete post
edit-add-series = add meeting series
edit-set-series = change meeting series
edit-remove-series = delete meeting series
edit-add-partnership = add partnership
edit-set-partnership = change partnership
edit-remove-partnership = delete partnership
edit-add-regulation = add regulation update
edit-set-regulation = change regulation update
edit-remove-regulation = delete regulation update
edit-add-progress = add update
edit-set-progress = change update
edit-remove-progress = delete update
edit-add-link = add link
edit-set-link = change link
edit-remove-link = delete link
edit-add-document = attach file
edit-attach-several = { $count-category ->
    [one] attach file
   *[other] attach { $count } files
}
edit-set-document = change attachment
edit-remove-document = delete attachment
edit-move-partnership = move partnership
edit-move-regulation = move regulation update
edit-restore = restore from the bin
edit-merge = merge two records
edit-merge-person = merge two people
edit-merge-organisation = merge two organisations
edit-merge-entry = merge two entries of a list
edit-next-meeting = make the next meeting
edit-order-attendance = order the attendance
edit-discuss = going to an item
edit-pause = stopping or starting the clock
edit-sign = sign the attendance
edit-change-post = change post
edit-put-on-agenda = put on an agenda
edit-tie-to-item = link an item to a record
edit-keep-agenda = make an agenda that of its series
edit-keep-template = save a meeting as a template
edit-take-in = take in a text
edit-together = several changes
edit-capture = turn line into outcome
edit-quote = make a line a quote
edit-private = make a line private
edit-release = turn outcome back into notes
edit-start-meeting = starting the meeting
edit-move-meeting = change meeting’s status
edit-move-outcome = change outcome’s status
edit-approve-minutes = approve minutes
edit-reopen-minutes = reopen minutes
edit-review-minutes = send minutes for review
edit-return-minutes = return minutes
edit-configure = change setting
edit-sample = add sample data

# What a find of the search is.
hit-meeting = Meeting
hit-outcome = Outcome
hit-block = Notes
hit-agenda-item = Agenda item
hit-attendance = Attendance
hit-party = Participating body
hit-person = Person
hit-organisation = Body
hit-setting = Setting
hit-entry = List entry
hit-alias = Other name
hit-post = Post
hit-series = Meeting series
hit-partnership = Partnership
hit-regulation = Regulation update
hit-progress = Update
hit-link = Link
hit-document = Attachment


### shell

app-name = Tansiq
screen-meetings = Meetings
screen-follow-ups = Follow-ups
screen-proposals = Initiatives & proposals
screen-organisations = Organisations
screen-people = People
screen-settings = Settings
shell-registers = Directory
shell-program = Program
shell-on-this-device = Stored on this device
shell-last-backup = Last backup: { $age }
shell-no-backup = No backup yet
shell-overdue = { $count } late
shell-saved = Saved
shell-saving = Saving…
shell-unsaved = Not saved
shell-unsaved-disk-full = Not saved: the disk is full
shell-unsaved-read-only = Not saved: no permission to write
shell-not-saved = What you typed is not saved
shell-retry = Try again
shell-rescue = Write it to another place…
shell-rescue-folder = Folder for the text copy
shell-rescued = What was not saved is now in { $file }
shell-rescued-already = The text has been written to another place and is safe.
shell-leave-unsaved = Leave without saving
shell-search = Search everything
shell-search-hint = Search meetings, organisations, proposals…
shell-search-nothing = Nothing holds these words. Try a shorter word.
search-is-building-now = The search index is still being built. More will be found when it is done.
search-is-building = The search index is still being built
search-is-building-about = More will be found when it is done; this happens once after the program was updated.
shell-search-found = { $count-category ->
    [one] { $count } result
   *[other] { $count } results
}
shell-command = Command
search-newest = The newest { $count } of more
search-among = { $count-category ->
    [one] of { $count } record
   *[other] of { $count } records
}
search-among-thousands = of { $count } thousand records
search-took = { $count } ms
search-foot = { $found } { $among } · { $took }
search-filter-kind = kind
search-filter-body = body
search-filter-before = before
search-filter-after = after
search-filter-word = { $word }:
search-filter = { $word }: { $value }
search-filter-remove = Remove “{ $filter }”
search-day-today = today
search-day-month = start of the month
search-day-year = start of the year
search-day = Date
search-go-day = Go to { $day }
search-meeting-on = New meeting on this day
command-prepare = Prepare the meeting
command-roll = Call the roll
find-notes = Find in the notes
find-minutes = Find in the minutes
find-before = Previous place
find-next = Next place
find-close = Close the search
find-place = { $number } of { $count }
find-count = { $count ->
    [0] No results
   *[other] { $count-category ->
        [one] 1 result
       *[other] { $count } results
    }
}
shell-key-commands = commands
shell-key-walk = move
shell-key-open = open
shell-key-close = close
shell-close = Close
shell-cancel = Cancel
shell-choose = Choose
shell-path = Path
shell-path-help = Type the full path
shell-undone = Undone: { $what }
shell-no-message = No message
settings-page-name = Settings: { $page }
shell-back-to-form = Back to the form
former-name-offered = The body has another name; it was “{ $name }”.
former-name-keep = Keep the former name
former-name-kept = The former name is kept, until today.
shell-redone = Redone: { $what }
shell-exported = Minutes exported: { $file }
shell-paper-written = Written: { $file }
shell-text-copied = The invitation was copied as text
shell-exporting = Exporting the minutes
shell-open-folder = Open the folder
shell-open-meeting-first = First open the meeting whose minutes you want.
shell-notice-newer = This store was written by a newer version and can only be read. Update the program to change it.
shell-notice-read-only = The folder can't be written, so the store can only be read. Ask for permission or move the folder.
shell-notice-risky = The folder seems to be on a shared or synchronised place ({ $place }), where data can be damaged. Move it to a disk of this device.
age-now = just now
age-minutes = { $count-category ->
    [one] a minute ago
   *[other] { $count } minutes ago
}
age-hours = { $count-category ->
    [one] an hour ago
   *[other] { $count } hours ago
}
age-days = { $count-category ->
    [one] a day ago
   *[other] { $count } days ago
}


### meetings

meetings-add = Meeting
meetings-new = New meeting
meetings-create = Create the meeting
meetings-empty = No meetings yet
meetings-empty-about = Your meetings with NGOs and other bodies: agenda, attendance, notes and what came out of them.
meetings-as-list = List
meetings-as-month = Month
meetings-key-day = from day to day
meetings-date = Date
meetings-number = No.
meetings-title = Meeting
meetings-host = Host
meetings-venue = Venue
meetings-status = Status
meetings-attendance = Attended
meetings-outcomes = Outcomes
meetings-count = { $count-category ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
meetings-attended = { $present } of { $all }
meetings-proposals = { $count-category ->
    [one] { $count } proposal
   *[other] { $count } proposals
}
meetings-follow-ups = { $count-category ->
    [one] { $count } follow-up
   *[other] { $count } follow-ups
}
meetings-decisions = { $count-category ->
    [one] { $count } decision
   *[other] { $count } decisions
}
meetings-title-needed = Give the meeting a title. The rest can stay “not given”.
meetings-agenda = Agenda
meetings-agenda-line = Item { $number }
meetings-agenda-hint = What the item is about
meetings-agenda-minutes = Minutes for item { $number }
meetings-minutes-hint = minutes
meetings-agenda-remove = Remove item { $number }
meetings-agenda-add = Another item


### meeting-workspace

# (meeting-workspace)
unspecified = Not specified
list-comma = {", "}
list-region = Regions
list-governorate = Governorates
list-amana = Amanat
list-ngo-class = NGO classes
list-goal = Goals
goals-title = Goals of Vision 2030
goals-hint = Such as quality of life
entry-goal = Goal
entry-tag = Tag
list-post-level = Levels of posts
list-challenge-class = Kinds of challenges
list-opportunity-class = Kinds of opportunities
list-instrument = Regulatory instruments
list-agreement = Kinds of agreements
list-place = Places
list-tag = Tags
list-label = Names of statuses
meeting-attendance-count = Attendance { $attended } of { $expected }
meeting-export = Minutes PDF
meeting-export-tooltip = Export the minutes and open them (Ctrl E)
meeting-start = Start meeting
meeting-end = End meeting
meeting-was-held = It was held before
meeting-mark-held = Mark as held
meeting-mark-held-tooltip = The day of this meeting is over and it was not begun here: it is noted as held, without a clock.
meeting-resume = Go on where the meeting stopped
meeting-approve = Approve minutes
meeting-review = Send for review
meeting-review-tooltip = The minutes are ready for whoever reviews them; they can be changed until they are approved
meeting-return = Return with remarks
meeting-returned-with = Remarks of the review: { $remark }
meeting-other-day = The meeting began today; its date is { $date }.
meeting-date-today = Set the date to today
meeting-date-time-today = Set it to today, { $time }
meeting-approve-anyway = Approve as it is
approving-title = Before the minutes are approved
approving-needed = Not approved without
approving-refused = Minutes are not approved without a chair and a secretary, nor with a decision that says nothing. Fill these in from here, then approve.
approving-words = the words of every decision and recommendation
approving-about = The minutes lack the following, and once approved it can’t be filled in; the rest is printed as “not given”.
reason-return-title = Return the minutes with remarks
reason-return-label = What is to be changed
reason-reopen-title = Reopen approved minutes
meeting-approve-tooltip = The minutes get their number and lose the draft mark; after that they change only when reopened
meeting-reopen = Reopen the minutes for changes
meeting-more = More for this meeting
meeting-status-of = Status of the meeting
meeting-history = History of the meeting
meeting-facts = Meeting facts
meeting-parties = Bodies taking part
meeting-remove = Move the meeting to the bin
meeting-approved = Approved { $number }
meeting-signed = Signed { $number }
meeting-paused = Paused { $clock }
meeting-pause = Pause
meeting-go-on = Go on
meeting-running = Running { $clock }
meeting-number = No. { $number }
agenda-title = Agenda
agenda-new = New item
agenda-new-hint = New item
agenda-general = General discussion
agenda-item-name = Item { $number }: { $title }
agenda-item-menu = Commands of item: { $title }
agenda-edit = Edit item
agenda-discuss = Discuss it now
agenda-up = Up
agenda-down = Down
agenda-remove = Delete item
agenda-removed = Agenda item deleted
agenda-removed-with = Agenda item deleted, with { $along }
minutes-of-planned = { $count } of { $planned } min
minutes-short = { $count } min
agenda-no-next = No item after this one
agenda-no-previous = No item before this one
item-minutes-of = { $minutes } of { $planned }
item-over = { $minutes } over
item-notes-open = its notes are open
attendance-title = Attendance
attendance-add = Add to the attendance
attendance-add-hint = Type a name…
attendance-create = Add “{ $name }”
attendance-unknown-count = Number unknown
attendance-toggle = Click to mark present or absent
attendance-edit = Attendance details of { $name }
attendance-order = In the order of protocol
attendance-came = came { $time }
attendance-left = left { $time }
attendance-roll-tooltip = Call the roll: one key a person (Ctrl Shift A)
roll-key = key { $key }
roll-about = A person’s key marks them present or absent, with Shift that they left. Esc goes back to the notes.
roll-about-names = Type the beginning of a name to get there. Enter: present or absent. Shift Enter: left. Esc goes back to the notes.
# What stands on the keys, three rows from the top.
roll-typed = Looking for: { $name }
roll-nobody = Nobody on the list is called “{ $name }”
roll-letters = Q W E R T Y U I O P A S D F G H J K L Z X C V B N M
hall-title = View for the room
hall-keys = F11 full screen · D light or dark · Esc closes
notes-line-times = Show times
notes-stamp = [{ $clock }]
notes-stamp-running = [{ $clock }, +{ $count } min]
attendance-signed = Signed
attendance-for = for { $name }
attendance-details = Details…
attendance-removed = Removed from the attendance: { $name }
attendance-remove = Remove from the attendance
attendee-new-person = New person in the attendance
attendee-new-group = A group in the attendance
attendee-person = Person
attendee-group = Group
attendee-group-name = Name of the group
attendee-group-count = How many (leave empty when unknown)
attendee-add = Add to the attendance
attendee-title-kept = Their title in the register is now: { $title }
outcomes-title = What came out
outcomes-empty = Proposals, follow-ups and decisions that you capture from the notes appear here, and stay in their registers.
outcome-card-name = { $kind }: { $text }
set-apart-line-name = { $kind } line
quote-line-name = Quote of { $name }
quote-no-speaker = Said by? Type @
quote-open = Speaker and publishing
outcome-line-name = { $kind } line { $number }
outcome-open = Details of { $number }
earlier-left-more = and more open: open the register
earlier-left = { $count-category ->
    [one] and { $count } more open: open the register
   *[other] and { $count } more open: open the register
}
earlier-left-of-bodies-more = and more open with the invited bodies: open the register
earlier-left-of-bodies = { $count-category ->
    [one] and { $count } more open with the invited bodies: open the register
   *[other] and { $count } more open with the invited bodies: open the register
}
minutes-earlier-left-more = More open recommendations of earlier meetings are in the register and not in this table.
minutes-earlier-left = { $count-category ->
    [one] { $count } more open recommendation of earlier meetings is in the register and not in this table.
   *[other] { $count } more open recommendations of earlier meetings are in the register and not in this table.
}
earlier-title = From earlier meetings
earlier-open-more = over { $count }
earlier-open = { $count } open
kind-count-proposal = Proposals { $count }
kind-count-initiative = Initiatives { $count }
kind-count-follow-up = Follow-ups { $count }
kind-count-decision = Decisions { $count }
kind-count-recommendation = Recommendations { $count }
kind-count-challenge = Challenges { $count }
kind-count-opportunity = Opportunities { $count }
kind-count-regulation = Regulations { $count }
kind-count-obligation = Obligations { $count }
notes-name = Notes: { $title }
notes-opened = The notes of the item are open: { $title }
notes-place = Item { $number } of { $count }
clock-elsewhere = The clock runs on item { $number }: “{ $title }”.
clock-nowhere = The clock runs on no item.
clock-here = Move the clock here
clock-here-tooltip = The discussion and its clock move to the item whose notes are open
notes-hint = Write what is said under this item. It is saved as you type.
notes-no-item = No items yet
notes-no-item-about = Add an item to the agenda; its notes are written here.
notes-write = Start writing
notes-stale = This text was changed elsewhere after you began to type.
notes-keep-mine = Keep what I wrote
notes-take-other = Take the other text
capture-regulation = Regulation
capture-as = Turn the line into:
capture-tooltip = Turn this line into: { $kind } ({ $keys })
capture-heard = Captured: { $line }
capture-released = The line is a note again
capture-as-another = This line is captured already. To change its kind, first make it a note again: Backspace before its first letter.
told-running = The meeting is running
told-ended = The meeting has ended after { $ran }
minutes-approved = The minutes are approved
told-discussed = Item { $number } is under discussion
told-item-done = Item { $number } has been discussed
told-item-added = Item { $number } added: { $title }, { $count } in all
told-items-added = { $added } added to the agenda, { $count } in all
told-added = Added to the attendance: { $name }, { $count } in all
told-added-several = { $added } added to the attendance, { $count } in all
closing-title = Before the meeting ends
closing-about = The minutes lack the following. Fill in what you know while all are around you; the rest is written as “not given”.
closing-needed = No meeting ends without it
closing-refused = A meeting at which nobody is listed does not end. Add who came from here, then end it.
closing-left = { $count } left
closing-complete = The minutes lack nothing.
closing-of-meeting = The meeting
closing-of-records = Decisions and follow-ups
closing-with-next = End, and make the next meeting
closing-fill = Fill in
closing-fill-name = Fill in: { $words }
closing-nobody = Nobody’s presence was noted
closing-attendance = { $count-category ->
    [one] { $count } person whose presence was not noted
   *[other] { $count } people whose presence was not noted
}
closing-agenda = { $count-category ->
    [one] { $count } item was not discussed
   *[other] { $count } items were not discussed
}
closing-item = Not discussed: { $title }
closing-discussed = Was discussed
closing-all-discussed = All were discussed
closing-answer-name = { $answer }: { $words }
closing-owner = Nobody named: { $text }
closing-term = No term: { $text }
closing-fact = { $name }: not given
closing-words = Decision or recommendation without words: { $number }
keys-capture = capture
keys-name = person or body
keys-record = record or tag
keys-next-item = next item
suggest-kinds = Turn the line into
suggest-names = People and bodies
suggest-records = Records and tags
suggest-new-person = New person “{ $name }”
suggest-new-body = New body “{ $name }”
suggest-tag = Tag
suggest-new-tag = New tag “{ $name }”
line-no-term = no term
line-no-owner = nobody named
line-owner = by { $name }
party-add-hint = Add a body…
party-remove = Take out { $name }
refusal-title = The records could not be opened
refusal-folder = Folder: { $folder }
refusal-again = Try again
refusal-restore = Restore the newest backup
refusal-other = Open another folder…
refusal-quit = Close
upgrade-title = The records are being prepared for this version
upgrade-backing-up = First a backup of the records as they are is kept.
upgrade-changing = The backup is kept; now the records are brought up to date.
upgrade-stays = This happens once after the program was updated. Large records may take a minute or more.


### registers

register-filter = Filter the list
register-nothing = Nothing holds these words
register-nothing-about = Try a shorter word, or clear the filter to see the whole list.
register-shown = { $count-category ->
    [one] { $count } row
   *[other] { $count } rows
}
register-shown-and-selected = { $shown } shown · { $selected } selected
register-loading = Loading the list
register-as-table = Table
register-as-board = Board
register-key-move = move on
register-card-progress = Progress { $percent }
register-move-refused = “{ $kind }” has no status “{ $status }”, so it stays where it is.
register-move-read-only = The store can only be read, so nothing was moved.
register-mark = Done
register-menu-copy = Copy the selected rows
register-menu-meeting = Open the meeting
register-key-walk = move
register-key-done = done
register-add = Add
register-save = Save
register-remove = Delete
register-needed = This field is needed.
register-new-person = New person “{ $name }”
form-left = What you typed in “{ $title }” was not saved
form-returned = This is what you typed here and did not save
form-start-anew = Empty form
form-as-stored = Back to what is saved
form-too-long = { $used } letters; it takes { $most }. Shorten it.
form-not-known = Not known. Choose from the list.
form-use-typed = Use what you typed: { $words }
form-number-taken = This number is of “{ $name }”. Write another.
form-number-of-binned = This number is of “{ $name }” in the bin. Write another.
form-before-start = This is before “{ $field }”. Correct one of the two dates.
form-time-before-start = This is before “{ $field }” on the same day. Correct one of the two times.
likely-title = May be here already:
likely-row = { $name } — { $about }
likely-use = Use: { $what }
likely-licence = This licence is of “{ $name }”.
merge-title = Make two records one
merge-about = All that points to the other will point to the one that stays; the other goes to the bin.
merge-with = The other record
merge-which = Which of them stays?
merge-keep = Keep “{ $name }”
merge-choose = { $field }: { $what }
merge-confirm = Merge
post-change = Another post…
post-since = From
post-since-refused = The present post does not begin before this day. Choose a later one.
post-since-about = The earlier post stays on the person's page with its period; lists of past meetings do not change.
period-from-to = { $start } to{"\u00A0"}{ $end }
period-from = from { $start }
period-years = { $start } – { $end }
period-since = Since { $start }
period-until = Until { $end }
period-to = until { $end }
rule-by-weeks = By weeks
rule-by-months = By months
rule-every = Every
rule-place = Which
rule-day = Day
rule-place-1 = first
rule-place-2 = second
rule-place-3 = third
rule-place-4 = fourth
rule-place-5 = last
rule-weeks = { $every-category ->
    [one] Every week on { $day }
   *[other] Every { $every } weeks on { $day }
}
rule-months = { $every-category ->
    [one] The { $which } { $day } of every month
   *[other] The { $which } { $day } of every { $every } months
}
rule-coming = Next: { $days }
series-next = Next meeting of the series
series-invited = Invited to the next meeting
series-invited-nobody = Nobody yet. Invite whom you wish; else those of the last meeting are invited.
series-invited-as-last = Those of the last meeting, unless the series names its own.
series-invited-by-ties = Those the series itself invites; they stand among its ties.
series-invite = Invite to the series
series-page = Page of the series
series-all = Series
series-new = New series…
series-new-named = New series “{ $name }”
meetings-source = Start from
meetings-source-hint = A template or an earlier meeting
meetings-template = template
meetings-template-named = Template: { $name }
template-meeting = Meeting from this template…
register-new-entry = New in the list: “{ $name }”
yes = Yes
no = No
register-new-organisation = New organisation “{ $name }”
register-status = Status
register-kind-and-text = { $kind }: { $text }
register-empty = No records.
register-due = Due
register-done-on = { $kind ->
   *[other] Done { $date }
}
register-mark-done = Done: { $what }
register-status-of = Status of: { $what }
reason-title = Why it moves to “{ $status }”
reason-label = Reason
reason-letters = { $used } of { $most }
reason-confirm = Move
reason-return-confirm = Return
reason-reopen-confirm = Reopen
register-progress-of = Progress of: { $what }
register-open-meeting = Open meeting { $number }
register-record-title = { $kind } { $number }
people-add = Person
people-new = New person
people-removed = The person was deleted
people-removed-with = The person was deleted, with { $along }
people-empty = No people yet
people-empty-about = The people you meet: names, posts, bodies. The list also grows from attendance.
people-name = Name and post
organisations-add = Organisation
organisations-new = New organisation
organisations-removed = The organisation was deleted
organisations-removed-with = The organisation was deleted, with { $along }
organisations-empty = No organisations yet
organisations-empty-about = Municipalities, ministries and NGOs you work with. The list also grows from meetings.
follow-ups-add = Follow-up
follow-ups-new = New follow-up
follow-ups-removed = The follow-up was deleted
follow-ups-removed-with = The follow-up was deleted, with { $along }
follow-ups-empty = No follow-ups yet
follow-ups-empty-about = What someone has to do, and by when. Follow-ups come from meeting notes or are added here.
follow-ups-open = { $count-category ->
    [one] { $count } open
   *[other] { $count } open
}
follow-ups-task = Task
follow-ups-owner = Owner
follow-ups-progress = Progress
proposals-add = Proposal
proposals-new = New proposal
proposals-removed = The proposal was deleted
proposals-removed-with = The proposal was deleted, with { $along }
proposals-empty = No initiatives or proposals yet
proposals-empty-about = What was proposed in meetings, by whom, and where it stands.
proposals-open = { $count-category ->
    [one] { $count } active
   *[other] { $count } active
}
proposals-text = Proposal
proposals-proposer = Proposed by


### settings

settings-shown = Display
settings-language = Language
settings-digits = Digits
settings-digits-latin = 123
settings-digits-arabic = ١٢٣
settings-theme = Theme
settings-theme-system = As in the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-density = Density
settings-density-comfortable = Comfortable
settings-density-compact = Compact
settings-text-size = Text size
settings-calendars = Calendars
settings-calendars-hijri-first = Hijri, then Gregorian
settings-calendars-gregorian-first = Gregorian, then Hijri
settings-calendars-hijri = Hijri only
settings-calendars-gregorian = Gregorian only
settings-sample = Sample: { $date }
settings-documents = Documents
settings-coordinator = Coordinator’s name
settings-coordinator-help = Stands in the minutes as “prepared by”
settings-letterhead = Letterhead
settings-letterhead-help = One body a line, the widest first
settings-logo = Logo
settings-logo-none = No logo
settings-places = Places
settings-export-folder = Export folder
settings-export-default = Documents folder
settings-backup-folder = Backup folder
settings-backup-none = The store’s own folder only
settings-store = Where the store lives
settings-choose = Choose…
settings-change = Change { $what }
settings-clear = Clear { $what }
settings-version = Version { $version }
settings-general = Look and documents
settings-lists = Lists
settings-labels = Names of statuses
settings-writing = Numbers and titles
lists-which = List
lists-new = New entry
lists-there = “{ $name }” is in the list already.
lists-up = Move “{ $name }” up
lists-down = Move “{ $name }” down
lists-more = More for “{ $name }”
lists-rename = Change the name…
lists-retire = Offer no longer
lists-offer = Offer again
lists-hidden = Not offered
lists-retired = No longer offered; it stays where it is used
lists-offered = Offered again
labels-which = Names of
labels-about = Leave a field empty to keep the word as it is.
labels-meeting = Statuses of meetings
labels-outcome = Statuses of outcomes, partnerships and regulations
labels-attendance = Statuses of attendance
labels-agenda = States of agenda items
labels-priority = Priorities
labels-severity = Severities
labels-minutes = Minutes
labels-review = Showing of regulations
labels-confidentiality = Confidentiality
numbering-title = Numbers
numbering-pattern = Pattern
numbering-pattern-help = With {"{"}code{"}"}, {"{"}year{"}"} and {"{"}sequence{"}"}, each once
numbering-digits = Digits of the sequence
numbering-example = Example: { $numbers }
numbering-about = It holds for coming numbers; those given out stay as they are.
numbering-part-code = code
numbering-part-year = year
numbering-part-seq = sequence
numbering-refused-parts = One of the three parts is missing or stands twice.
numbering-refused-letters = A few letters and signs, without blanks.
settings-restore = Restore
settings-restore-name = Restore “{ $what }”
numbering-code-meeting = Meetings
numbering-code-minutes = Minutes
numbering-code-task = Follow-ups
numbering-code-decision = Decisions
numbering-code-proposal = Proposals and initiatives
numbering-code-challenge = Challenges
numbering-code-opportunity = Opportunities
numbering-code-obligation = Obligations
numbering-code-partnership = Partnerships
numbering-code-regulation = Regulations
address-title = Naming people
address-letter = In letters
address-minutes = In minutes
address-press = In news
address-rank-and-post = Rank + post
address-rank-post-and-name = Rank + post + title + name
address-post-title-and-name = Post + title + name
address-post-and-name = Post + name
address-rank = سعادة
address-sample-post = وكيل الأمين للخدمات
address-sample-name = سالم الغافي
address-sample = Example: { $sample }
settings-read-only = The store can only be read, so settings can’t be changed.
language-ar = العربية
language-en = English


### documents

# (documents)

documents-minutes = Minutes
documents-page-of = Page { $page } of { $pages }
documents-logo = Emblem of { $body }

gaps-in-facts = Not stated
gaps-in-table = Not stated: { $columns }.
minutes-unknown = Not specified
minutes-none = None
minutes-draft = Unapproved draft – for information only
minutes-draft-short = Unapproved draft
minutes-ahead = The meeting has not been held yet – draft to prepare with
minutes-ahead-short = Not held yet
minutes-postponed = The meeting was postponed and has not been held
minutes-postponed-short = Postponed
minutes-cancelled = The meeting was cancelled and was not held
minutes-cancelled-short = Cancelled
minutes-preparing-marks = For preparation: | To prepare:
minutes-heading = { $ordinal } { $heading }
minutes-note-at = { $time } – { $text }
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
minutes-ordinal-13 = 13.
minutes-ordinal-14 = 14.

minutes-title = Minutes of a Meeting
minutes-title-coordination = Minutes of a Coordination Meeting
minutes-title-regular = Minutes of a Regular Meeting
minutes-title-urgent = Minutes of an Urgent Meeting
minutes-title-workshop = Minutes of a Workshop
minutes-title-visit = Minutes of a Visit
minutes-title-introduction = Minutes of an Introductory Meeting
minutes-title-committee = Minutes of a Committee Meeting
minutes-what = the meeting
minutes-what-workshop = the workshop
minutes-what-visit = the visit
minutes-what-introduction = the meeting
minutes-what-begins = The meeting
minutes-what-begins-workshop = The workshop
minutes-what-begins-visit = The visit
minutes-what-begins-introduction = The meeting
minutes-number = No. ({ $number })
minutes-number-of-year = No. ({ $number }) of { $year }
minutes-footer = Minutes { $number }

minutes-reference-number = Number
minutes-reference-date = Date
minutes-reference-corresponding = Corresponding to
minutes-reference-attachments = Attachments

minutes-heading-facts = Meeting Details
minutes-heading-purpose = Purpose of the Meeting
minutes-regulation-shown = Of the changes in laws and by-laws was shown: { $title }
minutes-quote = { $name } affirmed: “{ $text }”
minutes-quote-by-her = { $name } affirmed: “{ $text }”
minutes-quote-by-nobody = It was said in the discussion: “{ $text }”
minutes-heading-attendance = Attendance
minutes-heading-agenda = Agenda
minutes-heading-earlier = Follow-up of Earlier Recommendations
minutes-heading-discussion = Proceedings and Discussion
minutes-heading-regulations = Regulation Updates
minutes-heading-proposals = Initiatives and Proposals
minutes-heading-decisions = Decisions and Recommendations
minutes-task = Assignment
minutes-heading-tasks = Assignments (Tasks)
minutes-heading-other = Any Other Business
minutes-heading-next = Next Meeting
minutes-heading-approval = Approval and Signatures
minutes-heading-attachments = Attachments

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
minutes-deputises = On behalf of { $name }
minutes-deputy = Deputy: { $name }
minutes-her-chair = Chair
minutes-her-secretary = Secretary
minutes-capacity-secretary = Secretary
minutes-capacity-secretary-her = Secretary
minutes-her-member = Member
minutes-her-presenter = Presenter
minutes-her-guest = Guest
minutes-attendance-summary = Present: { $attended } of { $expected }; bodies: { $bodies }
minutes-attendance-summary-uncounted = Present: { $attended } of { $expected }; bodies: { $bodies }; and representatives whose number is not specified

minutes-column-index = #
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
minutes-carried = { $count-category ->
    [one] Carried once
   *[other] Carried { $count } times
}
minutes-last-action = Last action: { $text }
minutes-column-number = Number
minutes-column-proposal = Initiative / proposal
minutes-column-proposer = Proposed by
minutes-column-area = Area
minutes-purpose-goals = The meeting serves the goals of Saudi Vision 2030: { $goals }.
report-partnership-goals = The partnership serves the goals of Saudi Vision 2030: { $goals }.
minutes-serves-goals = In service of the goals of Saudi Vision 2030: { $goals }.
minutes-column-goal = Vision 2030 goal
minutes-column-verdict = Decision on it
minutes-column-kind = Kind
minutes-column-text = Text
minutes-column-carried-out-by = Responsible
minutes-column-regulation = Update
minutes-column-instrument = Instrument
minutes-column-effective = In force from
minutes-column-impact = Impact on NGOs
minutes-column-required = Required action
minutes-required-by = By { $day }
minutes-column-task = Task
minutes-column-responsible = Responsible
minutes-column-priority = Priority

minutes-name-with-post = { $name }, { $post },
minutes-opened = { $chair } opened { $what } and welcomed those present
minutes-opened-at = { $chair } opened { $what } at { $time } and welcomed those present
minutes-opened-by-her = { $chair } opened { $what } and welcomed those present
minutes-opened-by-her-at = { $chair } opened { $what } at { $time } and welcomed those present
minutes-opened-by-nobody = { $what } opened with a welcome to those present
minutes-opened-by-nobody-she = { $what } opened with a welcome to those present
minutes-opened-by-nobody-at = { $what } opened at { $time } with a welcome to those present
minutes-opened-by-nobody-at-she = { $what } opened at { $time } with a welcome to those present
minutes-opening-agenda = { $opened }. The agenda was reviewed, and the items were discussed as follows:
minutes-opening-agenda-only = { $opened }. The agenda was then gone through.
minutes-opening-no-agenda = { $opened }.
minutes-item = Item { $number }: { $title }
minutes-item-deferred = This item was deferred.
minutes-item-withdrawn = This item was withdrawn.
minutes-item-without-notes = No discussion was recorded under this item.
minutes-without-notes = Nothing was noted of what was said on the items.
minutes-closed = { $what } was then closed.
minutes-closed-she = { $what } was then closed.
minutes-closed-at = { $what } closed at { $time }.
minutes-closed-at-she = { $what } closed at { $time }.

minutes-signed-prepared = Prepared by (secretary)
minutes-signed-reviewed = Reviewed by
minutes-signed-approved = Approved by (chair)
minutes-signed-prepared-her = Prepared by (secretary)
minutes-signed-reviewed-her = Reviewed by
minutes-signed-approved-her = Approved by (chair)
minutes-signature-post = Position
minutes-signature-date = Date

minutes-honorific-mr = Mr
minutes-honorific-mrs = Ms
minutes-honorific-dr = Dr
minutes-honorific-dr-f = Dr
minutes-honorific-eng = Eng.
minutes-honorific-eng-f = Eng.
minutes-honorific-sheikh = Sheikh
minutes-honorific-general = Maj. Gen.

minutes-place-joiner = {", "}


### cli

# (cli)
cli-demo = A sample store was made in: { $folder }
cli-generated = A store for measuring was made with { count-meetings } in: { $folder }
cli-letters = Letters written ({ $count }): { $file }
cli-imported = Imported: { $new } new, { $updated } updated, { $skipped } passed over as duplicates, { $refused } refused. Added because they are named there: { $bodies } bodies, { $people } people
cli-import-planned = Nothing was written. An import would make: { $new } new, { $updated } updated, { $skipped } passed over as duplicates, { $refused } refused. Added because they are named there: { $bodies } bodies, { $people } people
press-held-names = { $count-category ->
    [one] 1 name of those present
   *[other] { $count } names of those present
}
press-held-texts = { $count-category ->
    [one] 1 outcome or quotation
   *[other] { $count } outcomes and quotations
}
cli-press-held-back = Left out, since nobody has released it: { $what }. Release it in the program's press item form, or add --tell-all to tell all of it in this file.
cli-invitation-cancelled = The meeting was cancelled; the invitation was written as asked.
cli-invitation-postponed = The meeting was postponed; the invitation was written as asked.
cli-invitation-over = The meeting was held or its day is over; the invitation was written as asked.
cli-invitation-undated = The meeting has no date yet, so that the invitation names no day.
cli-kept-language = The minutes are approved: they are written as they were approved, in the language of that day and not in the one asked for.
cli-exported = The document is in: { $file }
cli-backup = A checked copy is in: { $file }
cli-backup-files = The files it refers to are beside it in: { $folder }
cli-check-sound = The store is sound: { $count } records, their index and the chain of changes were checked
cli-intake-line = { $label }: { $text }
cli-intake-saved = Kept as meeting { $number }; undo takes all of it back
cli-intake-added = Meeting { $number } has what it lacked; undo puts everything back as it was
cli-intake-known = The same text made meeting { $number } before; nothing new was made
intake-title = Meeting
intake-date = Date
intake-time = Time
intake-place = Place
intake-hosts = Host
intake-chair = Chair
intake-people = Person
intake-organisations = Body
intake-goals = Goal
intake-topics = Topic
intake-proposals = Proposal
intake-decisions = Decision
intake-follow-ups = Follow-up
intake-owner = Owner of a follow-up
intake-due = Due date of a follow-up
intake-missing = Not in the text
check-file = The data file itself is damaged; parts of it cannot be read.
check-link = Something in the data points to a record that is not there.
check-index = The search index does not match the records, so some of them may not be found.
check-counts = The counts kept for lists and figures do not match the records.
check-log = The log of changes was changed outside the program, or something was removed from it.
check-minutes-altered = What was kept of approved minutes { $about } when they were approved was changed outside the program.
check-minutes-missing = What was kept of approved minutes { $about } when they were approved was removed outside the program.
check-minutes-unlogged = The approval of minutes { $about } was changed outside the program and does not match the log of changes.
check-version-altered = A version of the minutes of meeting { $about } kept before their approval was changed outside the program.
check-evidence-altered = A version kept of minutes that were opened again was changed outside the program.
check-file-missing = The attached file “{ $about }” is not in the data folder.
check-file-altered = The attached file “{ $about }” was changed outside the program.
cli-check-unkept = { $count-category ->
    [one] { $count } set of minutes was approved before the content of minutes was kept; that is no fault
   *[other] { $count } sets of minutes were approved before the content of minutes was kept; that is no fault
}
cli-verified = This file matches approved minutes { $number }, to the byte
cli-verified-other = Another version of the program wrote this file: the fingerprint of its text is that of approved minutes { $number }; whether the file itself is unchanged to the byte, only that version can tell. Export the minutes again to compare.
verify-no-pdf = it is no PDF
verify-unmarked = it carries no mark of approved minutes; it may be a draft, or exported before the approval
verify-unknown = its mark belongs to no minutes of this store
verify-store-altered = what the store itself kept of these minutes was changed outside the program
verify-altered = it carries the mark of approved minutes, but is not what the program writes from what it kept of them: the file was changed after it was exported
verify-reopened = it was approved once, and the minutes were reopened since


### widgets

widgets-date-hint = e.g. 15 Rajab, 24/12, in two weeks
widgets-date-holiday = { $date } · { $holiday }
widgets-date-weekend = { $date } · a { $weekday }, a day off
widgets-date-open = Calendar: { $label }
widgets-date-today = Today
widgets-date-is-today = { $date } (today)
widgets-month-before = Month before
widgets-year-before = Year before
widgets-year-after = Year after
widgets-month-after = Month after
widgets-calendar-hijri = Hijri
widgets-calendar-gregorian = Gregorian
widgets-wrong = Wrong
widgets-time-hint = e.g. 10:30 AM
widgets-time-error = The time “{ $text }” was not understood. Write it like 10:30 AM.
widgets-number-error = Type a number.
widgets-number-least = At least { $least }
widgets-number-range = From { $least } to { $most }
widgets-phone-hint = 05X XXX XXXX
widgets-phone-error = Not a phone number: write it like 0551234567
widgets-email-hint = name@example.com
widgets-email-error = The address is incomplete: write all of it, as in name@example.com
shell-screens = Screens
meeting-part-notes = Notes
meeting-part-start = Agenda and attendance
meeting-part-end = Outcomes
widgets-characters = { $used } of { $most } characters
widgets-clear = Clear: { $label }
widgets-remove = Remove { $what }

widgets-table-columns = Columns
widgets-table-width = Width of: { $column }
widgets-table-head-menu = Menu of: { $column }
widgets-table-ascending = Sort ascending
widgets-table-descending = Sort descending
widgets-table-sorted-up = Sorted ascending
widgets-table-sorted-down = Sorted descending
widgets-table-fit = Fit to contents
widgets-table-hide = Hide: { $column }
widgets-table-reset = Columns as they were
widgets-board-column = { $column }: { $count-category ->
    [one] { $count } card
   *[other] { $count } cards
}
widgets-board-about = { $columns } columns, { $cards } cards. Arrows walk among them, and with Ctrl they move a card.
widgets-board-moved-into = “{ $card }” moved to { $column }
widgets-board-moved = “{ $card }” moved to { $column }, place { $place } of { $count }
widgets-month-day = { $day }: { $count-category ->
    [one] { $count } event
   *[other] { $count } events
}
widgets-month-events = { $count-category ->
    [one] { $count } event
   *[other] { $count } events
}
widgets-month-more = { $count } more

### editing text

text-cut = Cut
text-copy = Copy
text-paste = Paste
text-select-all = Select all
text-undo = Undo
text-redo = Redo
text-direction-auto = Direction from the text
text-right-to-left = Right to left
text-left-to-right = Left to right


### registers that follow from their fields, pages of records, tidying

screen-challenges = Challenges & opportunities
screen-partnerships = Partnerships
screen-regulations = Regulations
screen-tidying = Bin and likely twins
command-go-challenges = Go to challenges and opportunities
command-go-partnerships = Go to partnerships
command-go-regulations = Go to regulations
command-go-tidying = Go to the bin and likely twins
command-go-tidying-also = trash restore duplicates merge
challenges-add = Challenge
challenges-new = New challenge
challenges-removed = Record deleted
challenges-removed-with = Record deleted, with { $along }
challenges-empty = No challenges or opportunities yet
challenges-empty-about = What meetings brought up as challenges and opportunities, and how each was dealt with.
partnerships-add = Partnership
partnerships-new = New partnership
partnerships-removed = Partnership deleted
partnerships-removed-with = Partnership deleted, with { $along }
partnerships-empty = No partnerships yet
partnerships-empty-about = Memoranda and agreements: their parties, what each owes, and when they end.
regulations-add = Update
regulations-new = New regulation update
regulations-removed = Update deleted
regulations-removed-with = Update deleted, with { $along }
regulations-empty = No regulation updates yet
regulations-empty-about = Laws and regulations that came out, what they mean for NGOs, and when they were shown.
register-clear-filters = Clear filters
register-filtered = { $field }: { $values }
register-menu-open = Open
register-move-not-allowed = “{ $from }” does not lead straight to “{ $to }”.
record-name-and-detail = { $name } ({ $detail })
record-gone = This record is no longer there
record-gone-about = It may have been deleted. Look in the bin.
record-removed = Record deleted
record-removed-with = Record deleted, with { $along }
record-on-agenda = Put on an agenda
record-on-agenda-done = It is on the agenda
record-edit = Edit
record-story = Story
record-history = Changes
record-day-unknown = No date given
record-story-empty = Nothing here yet
record-story-empty-about = Everything that touches this record appears here by date.
record-somebody = User of this device
record-made = The record was made
record-was-removed = It was deleted
record-was-restored = It was restored
record-file-added = File “{ $name }” was attached
record-file-removed = File “{ $name }” was removed
record-file-restored = File “{ $name }” was restored
record-story-file-added = File attached
record-story-file-removed = File removed
record-part-added = Added { $what }: “{ $name }”
record-part-removed = Removed { $what }: “{ $name }”
record-part-restored = Restored { $what }: “{ $name }”
record-return = Restore
record-return-what = Restore: { $what }
record-person-joined = “{ $name }” joined it
record-person-left = “{ $name }” left it
record-notes-changed = The notes of item “{ $item }” were changed
record-notes-changed-bare = The notes of the meeting were changed
record-part-changed = Changed { $what } “{ $name }” — { $change }
record-changed-only = Changed: { $field }
record-changed = { $field }: from “{ $before }” to “{ $after }”
record-by = { $who } · { $age }
record-restore = Put the earlier value back
record-commitments = Both sides’ commitments
record-ours = On the municipality and others
record-others = On other bodies
record-theirs = On this body
record-done-of = { $done } of { $all }
record-facts = Facts
record-facts-empty = No facts yet
record-ties = Links
record-add-tie = Link to another record
record-open = Open “{ $name }”
record-cut-tie = Remove the link with “{ $name }”
record-progress = Progress
record-update = What was done?
record-add-update = Add update
update-keys = Ctrl U leads here, Ctrl Enter adds
update-add-witnessed = Add with evidence…
update-why = Say why: the chosen status needs a reason.
update-done-witness = Evidence is optional: add it with the update, or attach it later.
update-status = Status after it
update-witness = Attach evidence
update-witness-of = Attach evidence to the update of { $day }
update-obstacles = Obstacles: { $text }
record-tie-what = What it is
record-tie-which = Which one
record-tie-meaning = Relation
record-tie-confirm = Link
record-tag-there = It has the tag “{ $name }” already.
record-tie-there = It is tied to “{ $name }” in that sense already.
record-story-of = Story of “{ $title }”
record-side-of = Facts of “{ $title }”
record-page-of = Page of “{ $title }”
record-edge = Edge between the story and the facts
record-page = Record page
record-parties = Parties
record-obligations = Obligations
record-aliases = Other names
record-units = Units
record-parties-new = New party
record-obligations-new = New obligation
record-aliases-new = New name
record-units-new = New unit
record-posts-new = New post
record-units-add = Unit
record-people = People
record-posts = Posts
record-post-present = Present post
record-post-since-unknown = Since an unknown day
record-add-to = Add to “{ $list }”
record-meetings = Meetings of the series
record-more = More for this record
record-merge = Merge with…
tidying-bin = Bin
tidying-bodies = Similar bodies
tidying-people = Similar people
tidying-bin-empty = The bin is empty
tidying-bin-empty-about = What you delete goes here, and comes back whole whenever you want.
tidying-removed = Deleted { $age }
tidying-restore = Restore
tidying-restore-name = Restore “{ $name }”
tidying-restored = Record restored
tidying-twins-empty = No similar records
tidying-twins-empty-about = Two records with the same name, phone or licence appear here, to be merged.
tidying-keep = Keep this and merge
tidying-keep-name = Keep “{ $name }” and merge the rest
tidying-compare = Compare and merge…
tidying-compare-name = Compare “{ $first }” with “{ $second }” and merge
tidying-merged = Records merged
likeness-licence = The same licence number
likeness-phone = The same phone
likeness-known = Two known names of one organisation
likeness-email = The same e-mail
likeness-name = The same or nearly the same name
register-ties = { $count-category ->
    [one] 1 link
   *[other] { $count } links
}
tidying-removed-with = Deleted { $age }, with { $along }

### what went into the bin along with something

along-agenda_item = { $count-category ->
    [one] 1 agenda item
   *[other] { $count } agenda items
}
along-attendance = { $count-category ->
    [one] 1 line of attendance
   *[other] { $count } lines of attendance
}
along-party = { $count-category ->
    [one] 1 participating body
   *[other] { $count } participating bodies
}
along-block = { $count-category ->
    [one] 1 note
   *[other] { $count } notes
}
along-outcome = { $count-category ->
    [one] 1 outcome
   *[other] { $count } outcomes
}
along-regulation = { $count-category ->
    [one] 1 regulation update
   *[other] { $count } regulation updates
}
along-alias = { $count-category ->
    [one] 1 other name
   *[other] { $count } other names
}
along-post = { $count-category ->
    [one] 1 post
   *[other] { $count } posts
}
along-document = { $count-category ->
    [one] 1 attachment
   *[other] { $count } attachments
}
along-progress = { $count-category ->
    [one] 1 update
   *[other] { $count } updates
}
along-reservation = { $count-category ->
    [one] 1 reservation
   *[other] { $count } reservations
}
along-link = { $count-category ->
    [one] 1 link
   *[other] { $count } links
}
along-proposal = { $count-category ->
    [one] 1 proposal
   *[other] { $count } proposals
}
along-initiative = { $count-category ->
    [one] 1 initiative
   *[other] { $count } initiatives
}
along-follow-up = { $count-category ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}
along-decision = { $count-category ->
    [one] 1 decision
   *[other] { $count } decisions
}
along-recommendation = { $count-category ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
along-challenge = { $count-category ->
    [one] 1 challenge
   *[other] { $count } challenges
}
along-opportunity = { $count-category ->
    [one] 1 opportunity
   *[other] { $count } opportunities
}
along-obligation = { $count-category ->
    [one] 1 obligation
   *[other] { $count } obligations
}
along-others = { $count-category ->
    [one] 1 other record
   *[other] { $count } other records
}


### registers: views, filters, groups, several at once

field-outcome-is_closed = Over
field-outcome-minutes_number = Minutes no.
field-outcome-meeting_series = Meeting series
field-outcome-meeting_host = Meeting host
field-outcome-met_on = Meeting date
field-outcome-last_action = Last action
field-outcome-updated_on = Last update
field-outcome-days_late = Days late
field-outcome-evidence = Evidence
follow-ups-done-on = Actually done on
follow-ups-notes = Notes
field-partnership-is_closed = Over
field-regulation-is_closed = Over
field-organisation-people = People
field-organisation-meetings = Meetings
field-organisation-open_tasks = Open follow-ups
field-person-meetings = Meetings
field-person-open_tasks = Open follow-ups
ready-open = Open
ready-overdue = Overdue
ready-due-soon = Due in 14 days
ready-carried = Carried over
ready-expiring = Ending in 90 days
ready-ended = Past their end
ready-licence-expiring = Licence ends in 90 days
ready-licence-ended = Licence ended
ready-board-ending = Board ends in 90 days
ready-not-shown = Not shown yet
ready-units = Units
ready-contacts = Contacts
ready-keep-ending = Data due for review
ready-coming = Coming up
ready-no-minutes = Minutes not approved
register-ready = { $name } { $count }
period-past = In the past
period-today = Today
period-week = This week
period-month = This month
period-next-14 = In 14 days
period-next-90 = In 90 days
filter-of = Filter: { $field }
filter-remove = Remove the filter: { $field }
filter-add = Filter
filter-given = Given
filter-other = Choose another…
filter-range = From – to…
filter-letters-of = Contains…
filter-letters = Contains
filter-containing = contains “{ $letters }”
filter-from = From
filter-until = To
filter-up-to = up to { $until }
filter-from-on = from { $from }
filter-between = { $from } – { $until }
filter-apply = Apply
views-all = All
views-menu = Views
views-keep = Save this view as…
views-keep-changes = Save the changes to the view
views-reset = Back to the view as it was saved
views-rename = Rename the view…
views-remove = Delete the view
views-keep-title = Save the view
views-rename-title = Rename the view
views-name = Name of the view
views-taken = You have a view with this name. Choose another one.
views-kept = Saved the view “{ $name }”
views-removed = Deleted the view “{ $name }”
register-group = Group
register-grouped = Group: { $field }
register-group-none = No groups
register-fold-all = Close or open all groups
register-sort = Sort
register-sorted = Sort: { $field } { $way }
register-sort-none = Usual order
register-key-range = select
register-key-fold = close and open
challenges-open = { $count } open
partnerships-open = { $count } running
partnerships-late = { $count } past their end
register-open-and-late = { $open } · { $late }
regulations-open = { $count } current
organisations-count = { $count-category ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
people-count = { $count-category ->
    [one] { $count } person
   *[other] { $count } people
}
bulk-selected = { $count } selected
bulk-set = { $field }…
bulk-other = Another field…
bulk-merge = Merge…
bulk-tag = Tag…
bulk-tag-name = Tag
bulk-tag-there = All that is selected has the tag already; nothing was changed.
bulk-tag-some = { $tagged }; { $count-category ->
    [one] { $count } record
   *[other] { $count } records
} had the tag already
bulk-unselect = Clear the selection
bulk-title = { $field }: { $count-category ->
    [one] { $count } record
   *[other] { $count } records
}
bulk-apply = Apply to the selected
bulk-reading = Reading all selected records…
moved-to-status = { $count-category ->
    [one] Status now: { $status }
   *[other] Status of { $count } records now: { $status }
}
bulk-done = { $count-category ->
    [one] Changed { $count } record
   *[other] Changed { $count } records
}
bulk-removed = { $count-category ->
    [one] Deleted { $count } record
   *[other] Deleted { $count } records
}
bulk-removed-with = { $count-category ->
    [one] Deleted 1 record, with { $along }
   *[other] Deleted { $count } records, with { $along }
}
bulk-refused = { $count-category ->
    [one] { $count } record stays as it is
   *[other] { $count } records stay as they are
}
bulk-others = { $count-category ->
    [zero] Nothing else was changed.
    [one] { $count } record was changed.
   *[other] { $count } records were changed.
}
bulk-further = { $count-category ->
    [one] and { $count } more
   *[other] and { $count } more
}
bulk-understood = OK
bulk-locked = The minutes of its meeting are approved, so it can’t change.
bulk-locked-meeting = Its minutes are approved, so it stays as it is.
bulk-no-field = There is no “{ $field }” in: { $kind }.
edit-set-several = { $count-category ->
    [one] change of a record
   *[other] change of { $count } records
}
edit-move-several = { $count-category ->
    [one] status of a record
   *[other] status of { $count } records
}
edit-remove-several = { $count-category ->
    [one] deletion of a record
   *[other] deletion of { $count } records
}
command-quick-add = New
command-quick-add-also = add create
quick-add = + New
quick-hint = What is new? A follow-up, a proposal, a person…
quick-nothing = There is no kind of that name.
kind-new-proposal = New proposal
kind-new-initiative = New initiative
kind-new-follow-up = New follow-up
kind-new-decision = New decision
kind-new-recommendation = New recommendation
kind-new-challenge = New challenge
kind-new-opportunity = New opportunity
kind-new-obligation = New obligation
quick-new = + { $what }
quick-added = Added: { $what }
quick-open = Open
quick-read-only = The store can only be read, so nothing is added.

head-licence-number = Licence { $number }
head-licence = Licence { $state }
head-board = Board’s term { $state }
head-ended = ended { $day }
head-expiring = ends { $day }
head-running = valid until { $day }
head-contact = Contact: { $name }
head-meeting = Meeting
head-follow-up = Follow-up
head-theirs = Owed by them
head-unit-of = part of { $name }
head-ours = Owed to them
head-proposals = Proposals
head-last = last on { $day }
head-ending = { $count-category ->
    [one] { $count } ends soon
   *[other] { $count } end soon
}
head-ends = Ends: { $when }
meetings-invited = Invited organisation
register-columns = Columns
menu-find = Find…
### files kept with records

attach-title = Attachments
attach-add = Attach a file
attach-empty = No attachments yet. Drop files onto the window, or choose “Attach a file”.
attach-drop = Drop the files to attach them
attach-drop-to = They are copied into the data folder; your own files stay where they are
attach-open = Open
attach-save-copy = Save a copy as…
attach-edit = Edit details
attach-remove = Delete
attach-removed = Attachment deleted
attach-removed-with = Attachment deleted, with { $along }
attach-more = Commands for the attachment “{ $name }”
attach-missing = The file is not in the data folder
attach-altered = The file is not what was kept
attach-progress = Attaching “{ $name }”
attach-waiting = { $count-category ->
    [one] { $count } file is waiting
   *[other] { $count } files are waiting
}
attach-cancel = Stop attaching “{ $name }”
attach-cancel-all = Stop those waiting
attach-again = Try again
attach-dismiss = Dismiss
attach-failed = “{ $name }” was not attached
attach-copy-saved = A copy was saved: { $file }
attach-closing = The program closes when the files are copied
attach-name = { $name }, { $about }
attach-bytes = { $number } bytes
attach-kilobytes = { $number } KB
attach-megabytes = { $number } MB
attach-elsewhere = Open the page of a record or a meeting, then drop the files there
attach-ended = Expired
attach-ends = Ends: { $when }
register-none-such = No records with these filters
register-none-such-about = Ask for less, or clear the filters to see the whole register.

# Before the meeting

meeting-prepare = Prepare
minutes-word = Minutes for Word
meeting-keep-agenda = Make this the agenda of the series
meeting-keep-template = Save as template
meeting-copy = Copy of this meeting…
meeting-removed = Meeting deleted
meeting-removed-with = Meeting deleted, with { $along }
meeting-template-kept = Template “{ $title }” saved
meeting-agenda-kept = Meetings of the series start with this agenda
agenda-total = { $count } min in all
agenda-total-of = { $count } of { $planned } min
agenda-total-ends = { $total }, ends { $time }
agenda-minutes = Minutes
agenda-link = Link to a record
agenda-link-hint = its number, or words of it
agenda-link-short = { $text }…
agenda-remove-name = Remove item: { $title }
keys-edit-item = change the item
keys-move-item = move it
keys-remove-item = remove it
offered-title = Open from before
offered-about = From earlier meetings of the series and with the invited bodies; not on the agenda yet.
offered-empty = Nothing is open from the series or with the invited bodies, or all of it is on the agenda.
offered-item = Follow-up of earlier meetings
offered-all = Put all under “{ $title }”
offered-own = Own item
offered-own-name = Put on as an item of its own: { $text }
offered-under = Under follow-up
offered-under-name = Put under follow-up: { $text }
offered-carried = Carried { $count }
offered-from = from { $number }
offered-done = Done since the last meeting
series-agenda-new = New item
series-agenda = Agenda of the series

paper-invitation = Invitation
paper-invitations = Invitations
paper-signing-sheet = Attendance and signatures
paper-preparation = Preparation file
paper-format = Format
paper-format-pdf = To print (PDF)
paper-format-docx = To edit (Word)
paper-format-ics = Calendar file
paper-format-text = Text
paper-for-all = For all
paper-all-in-one = All letters in one file
paper-general = One letter for all
paper-calendar = Calendar file (ICS)
paper-copy-text = Copy as text
paper-write-letters = { $count-category ->
    [one] Write one letter
   *[other] Write { $count } letters
}
paper-nobody = No body and nobody is invited yet. Add the bodies that take part or those who are invited first, or write one letter for all.
paper-bodies = Bodies
paper-people = People
paper-letter-to = Letter to: { $name }
paper-invitation-title = Invitation to { $sort }
paper-footer = { $paper } · { $number }
paper-meeting = a meeting
paper-meeting-coordination = a coordination meeting
paper-meeting-regular = a regular meeting
paper-meeting-urgent = an urgent meeting
paper-meeting-workshop = a workshop
paper-meeting-visit = a visit
paper-meeting-introduction = an introductory meeting
paper-meeting-committee = a committee meeting
paper-heading-when = When and where
paper-heading-bodies = Bodies
paper-fact-time = Time
paper-column-begins = Begins
paper-column-length = Takes
paper-to-everybody = To all who are invited
paper-to-body = To { $body }
paper-name-with-post = { $name }, { $post }
paper-greeting = Greetings,
paper-invites = We are pleased to invite you to { $sort }, “{ $title }”
paper-invites-of = We at { $hosts } are pleased to invite you to { $sort }, “{ $title }”
paper-invites-to-titled = We are pleased to invite you to “{ $title }”
paper-invites-of-to-titled = We at { $hosts } are pleased to invite you to “{ $title }”
paper-on-day = { $sentence }, on { $day }
paper-on-day-at = { $sentence }, on { $day } at { $time }
paper-at-place = { $sentence }, at { $place }
paper-sentence = { $sentence }.
paper-purpose = Its purpose: { $purpose }
paper-asks-answer = Please confirm that you will attend, or name who will represent you.
paper-regards = With kind regards,
paper-signing-count = { $count-category ->
    [one] One is invited. The empty rows are for others who come.
   *[other] { $count } are invited. The empty rows are for others who come.
}
paper-no-bodies = No body is invited to this meeting yet.
paper-open = Open with it
paper-theirs = What it owes
paper-theirs-none = It has no open obligations.
paper-ours = What others owe to it
paper-ours-none = Nobody has an open obligation towards it.
paper-proposals = Its open proposals and initiatives
paper-proposals-none = It has no open proposals or initiatives.
paper-challenges = Challenges
paper-challenges-none = It has no open challenge.
paper-partnerships = Partnerships and what is due
paper-partnerships-none = There is no partnership with it.
paper-nothing-owed = Nothing open
paper-meetings = The last meetings it attended
paper-meetings-none = It has attended no meeting before.
paper-column-agreement = Partnership
paper-column-ends = Ends on
paper-column-owed = Open obligations
paper-column-meeting = Meeting
paper-column-day = Date
record-place-up = Move “{ $name }” up
record-place-down = Move “{ $name }” down
# The page of the minutes
command-minutes = Minutes of the open meeting
meeting-minutes = Minutes
meeting-minutes-tooltip = The parts of the minutes and their words, beside the pages
minutes-heading-opening = Opening sentence
minutes-heading-closing = Closing sentence
minutes-page-title = Minutes: { $title }
minutes-page-back = Back to the meeting
minutes-page-reopen = Reopen the minutes
minutes-page-edge = Edge between editor and preview
minutes-page-parts = Parts of the minutes
minutes-page-parts-about = Uncheck a part to leave it out; drag it, or press Alt with the arrows, to move it; open it to change its words.
minutes-page-usual-order = Usual order
minutes-page-switch = Show: { $part }
minutes-page-times = Show when each line of the notes was written
minutes-page-place = Part { $place } of { $count }
minutes-page-changed = Changed
minutes-page-words = { $part }
minutes-page-instead = Words in place of: { $part }
minutes-page-hint = Composed from the records; what you write here takes its place
minutes-page-own-words = Your words, not those composed from the records
minutes-page-restore = Restore what was composed
minutes-page-restore-name = Restore what was composed: { $part }
minutes-page-captured = { $count-category ->
    [one] Below it stands what was captured from the item: one line
   *[other] Below it stands what was captured from the item: { $count } lines
}
minutes-page-from-meeting = This part is filled from the meeting’s details; change them there.
minutes-page-to-meeting = To the meeting
minutes-page-locked = The minutes are approved: their words do not change.
minutes-page-preview = { $count-category ->
    [one] Preview: one page
   *[other] Preview: { $count } pages
}
minutes-page-making = Updating the preview…
minutes-page-not-made = The minutes can’t be shown: { $why }
minutes-page-pages = Pages of the minutes
minutes-page-keys-find = Find
minutes-page-keys-move = Move the part
minutes-page-keys-export = Export the minutes
minutes-page-keys-back = To the meeting

# Reservations and addenda
numbering-code-addendum = Addenda
addendum-kind-addendum = Addendum
addendum-kind-correction = Correction
field-progress-obstacles = Obstacles
field-progress-content = The minutes as they were then
field-reservation-outcome = Decision
field-reservation-person = Who has the reservation
field-reservation-text = Reservation and its reasons
field-addendum-meeting = Meeting
field-addendum-kind = Kind
field-addendum-text = Text
field-addendum-number = Number
field-addendum-approved_on = Approved on
field-addendum-content_hash = Fingerprint of the approved text
field-addendum-review = Review
edit-add-reservation = Add a reservation
edit-set-reservation = Change a reservation
edit-remove-reservation = Remove a reservation
edit-add-addendum = Add an addendum to the minutes
edit-set-addendum = Change an addendum to the minutes
edit-remove-addendum = Remove an addendum to the minutes
edit-approve-addendum = Approve an addendum to the minutes
edit-reopen-addendum = Reopen an addendum to the minutes
edit-review-addendum = Review an addendum to the minutes
hit-reservation = Reservation
hit-addendum = Addendum to minutes
minutes-reservation = Reservation of { $name }: { $text }
minutes-addendum-title = Addendum to Minutes
minutes-correction-title = Correction to Minutes
minutes-addendum-heading = Addendum
minutes-correction-heading = Correction
minutes-addendum-of = To minutes no. ({ $number })
minutes-addendum-minutes = Minutes number
reservation-add = Reservation on this decision
reservation-title = Reservation on { $number }
reservation-of = Reservation of { $name }
addenda-title = Addenda and corrections
addenda-about = What is approved does not change: what is added to it, or corrected in it, goes into a paper of its own with its number and approval.
addenda-none = These minutes have no addenda.
addenda-add = Addendum
addenda-add-name = Add an addendum
addenda-correct = Correction
addenda-correct-name = Add a correction
addenda-name = { $kind } { $number }
addenda-new = New: { $kind }
addenda-text = Text: { $name }
addenda-export = PDF: { $name }
addenda-review = Send for review: { $name }
addenda-return = Return with remarks: { $name }
addenda-approve = Approve: { $name }
addenda-reopen = Reopen: { $name }
addenda-remove = Remove: { $name }
addenda-act-export = PDF
addenda-act-review = Send for review
addenda-act-return = Return with remarks
addenda-act-approve = Approve
addenda-act-reopen = Reopen
addenda-act-remove = Remove
addenda-shown = In the preview
count-reservations = { $count-category ->
    [one] Reservation
   *[other] { $count } reservations
}
addenda-state-draft = Draft
addenda-state-in-review = In review
addenda-state-returned = Returned with remarks
addenda-state-approved = Approved
addenda-state-signed = Signed

# Versions side by side
versions-open = Versions
versions-open-tooltip = What changed in the minutes between review, return and approval
versions-title = Versions of the minutes
versions-none = No version is kept yet: one is kept whenever the minutes are sent for review, returned or approved.
versions-now = As they are now
versions-name = { $state } · { $day } · { $age }
versions-earlier = First version
versions-later = Second version
versions-show-all = Show what did not change
versions-comparing = Comparing…
versions-nothing = Not in this one
versions-changed = { $count-category ->
    [one] One paragraph differs
   *[other] { $count } paragraphs differ
}

# What goes to the press, and registers as tables

paper-format-html = Web page
paper-format-markdown = Markdown
paper-format-json = JSON
paper-press = Press item
error-press-confidential = The meeting is restricted or confidential, so nothing is written about it for the press. Change its confidentiality first if it may be published.
error-press-ahead = The meeting has not been held, so there is no news of it yet. Start it, or record that it was held, first.
sheet-plain-code = { $column } (to look up)
sheet-hijri = { $column } (AH)
cli-exported-rows = { $count-category ->
    [one] 1 row written to: { $file }
   *[other] { $count } rows written to: { $file }
}
press-kind-coordination = a coordination meeting
press-kind-regular = a regular meeting
press-kind-urgent = an urgent meeting
press-kind-workshop = a workshop
press-kind-visit = a visit
press-kind-introduction = an introductory meeting
press-kind-committee = a committee meeting
press-kind-other = a meeting
press-held = { $host } held { $what }
press-held-by-her = { $host } held { $what }
press-was-held = A meeting was held
press-no-title = A meeting
press-with-partners = { " " }in cooperation with { $text }
press-with-guests = { " " }with { $text }
press-at = , at { $text }
press-on = { " " }on { $text }
press-on-there = , on { $text }
press-topics-of-course = Any other business | Other business | Opening | Welcome | Closing
press-verbs = To
press-about = , to discuss { $text }
press-about-acts = , to discuss { $text }
press-topic-discussion = Discussing
press-topic-acts = Reviewing Presenting Following
press-stop = .
press-purpose = The purpose of the meeting was: { $purpose }.
press-purpose-told = The purpose of the meeting was: { $purpose }.
press-goals = It serves the targets of Saudi Vision 2030 in { $goals }.
press-purpose-and-goals = The purpose of the meeting was: { $purpose }; it serves the targets of Saudi Vision 2030 in { $goals }.
press-present = It was attended by { $names }.
press-name-with-post = { $name } ({ $post })
press-name-with-post-of = { $name } ({ $post }, { $body })
press-name-of = { $name } ({ $body })
press-raised = { $count ->
    [2] During the meeting an initiative and a proposal were made: { $texts }.
   *[other] During the meeting initiatives and proposals were made: { $texts }.
}
press-raised-initiatives = { $count ->
    [1] During the meeting an initiative was put forward: { $texts }.
   *[other] During the meeting initiatives were put forward: { $texts }.
}
press-raised-proposals = { $count ->
    [1] During the meeting a proposal was made: { $texts }.
   *[other] During the meeting proposals were made: { $texts }.
}
press-discussed = It discussed: { $texts }.
press-agreed = It was agreed: { $texts }.
press-said = { $name } said: “{ $text }”.
press-said-by-her = { $name } said: “{ $text }”.
press-was-said = It was said in the meeting: “{ $text }”.
sheet-format-xlsx = Excel
sheet-format-csv = CSV
sheet-format-pdf = PDF
sheet-format-docx = Word
register-export = Export…
register-import = Import…
register-import-tooltip = Import a list from a file
register-export-sheet = Export what the list shows to Excel
views-export = Export what is shown: { $format }

### a pasted text becomes records

# (intake)
screen-intake = From text to records
command-go-intake = Records from a pasted text
command-go-intake-also = paste press item invitation e-mail message WhatsApp
quick-from-text = + From a pasted text…
meetings-from-text = From a text…
intake-about = { $count-category ->
    [zero] Nothing was found in the text yet
    [one] One find: look at it, then save
   *[other] { $count } finds: look through them, then save
}
intake-about-kept = { $count-category ->
    [zero] Nothing was found in the text yet
    [one] One find, which is not added
   *[other] { $count } finds, none of which is added
}
intake-save = Save accepted ({ $count })
intake-add = Add what is accepted to the meeting ({ $count })
intake-like = The register seems to have this meeting ({ $meeting }); what it lacks is added to it.
intake-like-approved = The register seems to have this meeting ({ $meeting }); its minutes are approved, so nothing is added.
intake-another = Kept as another meeting than the one in the register ({ $meeting }).
intake-as-another = It is another meeting
intake-same = It is the same meeting
intake-accept-all = Accept all
intake-clear = Clear the text
intake-open-meeting = Open the meeting
intake-saved = What the text says was saved
intake-known = This text was saved before, so nothing is added again. Open its meeting to go on there.
intake-text = Text
intake-hint = Paste a news item, an invitation, a letter or messages here…
intake-finds = What was found in the text
intake-edge = Edge between the text and its finds
intake-reading = Reading the text
intake-empty = From a pasted text to a whole meeting
intake-empty-about = Paste a news item or an invitation: people, bodies and decisions are found in it.
intake-paste = Paste the text
intake-key-walk = walk the finds
intake-key-open = accept or correct
intake-key-drop = drop or bring back
intake-key-all = accept all
intake-key-save = save
intake-section-meeting = Meeting
intake-section-people = People
intake-section-bodies = Bodies
intake-section-goals = Goals
intake-section-topics = Topics
intake-section-proposals = Proposals
intake-section-decisions = Decisions and recommendations
intake-section-follow-ups = Follow-ups
intake-group = Group without names
intake-group-count = How many
intake-group-of = How many: { $count }
intake-there = Known
intake-new = New
intake-corrected = Corrected
intake-added = Added
intake-dropped = Dropped
intake-open = To be confirmed
intake-not-said = Not in the text: fill it in
intake-not-said-either = Not in the text
intake-date-open = Undecided: { $days }
intake-missing-all = Not in the text: { $what }
intake-also = Also called: { $names }
intake-side = Part in the meeting
intake-kind = Kind
intake-due-date = Due
intake-owner-label = Owner
intake-owner-is = Owner: { $name }
intake-due-is = Due: { $day }
intake-owner-missing = Owner not in the text
intake-due-missing = Due date not in the text
intake-presence = Presence
intake-presence-comes = Attends
intake-presence-chairs = Chairs
intake-presence-named = Only named
intake-correct = Correct: { $what }
intake-accept = Accept: { $what }
intake-drop = Drop: { $what }
intake-correct-done = Done
intake-unlisted = Not in the list of goals
intake-bring-back = Bring back the text saved last

### import

edit-import = { $count-category ->
    [one] import of a record
   *[other] import of { $count } records
}
import-refused-too-large = The file is larger than what is imported: 64 megabytes, or four million cells. Divide it into smaller files.
import-refused-too-many-rows = The sheet has more than 100 thousand rows. Divide it into smaller files.
import-refused-bomb = This file would unpack to a size that no list has, so it was not opened. Ask its sender for another copy.
import-refused-broken = The file is damaged or cut short. Open it in a spreadsheet program and save it anew, or ask for another copy.
import-refused-locked = The file is protected by a password. Open it in a spreadsheet program, save it without one, and try again.
import-refused-no-table = This is no file of a table. Taken are XLSX, XLS, ODS and CSV, contacts as VCF, a calendar as ICS.
import-refused-web-page = This file is a web page, whatever it is called. Open it in a spreadsheet program and save it as XLSX.
import-refused-binary-workbook = XLSB is not read here. Open the file in Excel and save it as XLSX.
import-refused-encoding = The letters of the file are in no known encoding. Save it as UTF-8, or as XLSX.
import-refused-empty = There is nothing in the file. Open it and check its content.
import-refused-no-header = No row names columns that are known. Name the columns in one row above the data, or say which they are.
import-refused-no-sheet = No sheet of the file has that name. Check the names of its sheets.
import-refused-nothing = No row of the list can be imported: all are duplicates or refused, or there are none below the columns.
import-verdict-fine = Fine
import-verdict-incomplete = Incomplete
import-verdict-refused = Refused
import-verdict-duplicate = Duplicate
import-note-no-title = “{ $field }” is empty, and a row without a name is not imported.
import-note-oversized = { $field }: the cell has more than { $number } letters.
import-note-too-long = { $field }: the text is longer than { $number } letters.
import-note-unread = { $field }: “{ $text }” was not understood; it is kept in the notes.
import-note-no-day = { $field }: there is no such day as “{ $text }”; it is kept in the notes.
import-note-first-phone = { $field }: the cell has several numbers; the first is taken, and “{ $text }” is kept in the notes.
import-note-doubtful = { $field }: “{ $text }” is no phone number; it is kept as written.
import-note-doubtful-email = { $field }: “{ $text }” is no whole e-mail address; it is kept as written.
import-note-before-start = { $field }: “{ $text }” is before the beginning that the row tells; it is kept in the notes.
import-note-missing = { $field }: not given.
import-note-no-entry = { $field }: “{ $text }” is not in the list; it is kept in the notes.
import-note-entry-like = { $field }: taken as what comes nearest in the list, “{ $text }”.
import-note-no-record = { $field }: there is no record called or numbered “{ $text }”; it is kept among the remarks.
import-note-approved-meeting = { $field }: the minutes of “{ $text }” are approved and nothing joins them; the number is kept among the remarks.
import-note-approved = The minutes of its meeting are approved, so it is not updated.
import-note-twin = Already kept: “{ $text }”.
import-note-same-licence = “{ $text }” is kept under the same licence number and another name: see which is right.
import-note-twin-row = Repeats row { $number } of this list.
import-report-refused = Refused rows
import-report-left-out = What was left out
import-report-refused-written = The refused rows were saved: { $file }
import-report-left-out-written = What was left out of the list was saved: { $file }
import-report-row = Row
import-report-reason = Why it is refused
command-import = Import a list…
command-import-also = Excel CSV spreadsheet file
import-choose = File of the list
import-title = Import: { $file }
import-target = What the list is of
import-target-organisations = Organisations
import-target-people = People
import-target-register = Register of recommendations, decisions and follow-ups
import-target-proposals = Initiatives and proposals
import-target-meetings = Meetings
import-duplicates = Duplicate rows
import-duplicates-skip = Pass them over; what is there stays as it is
import-duplicates-update = Update what is there: fill what is empty, replace what differs
import-duplicates-new = Add them as new records
import-sheet = Sheet
import-header = Row of the columns’ names
import-header-row = { $number }: { $cells }
import-looking = Looking at the list…
import-columns = Columns
import-column = Column { $letter }
import-column-none = Not imported
import-rows = { $count-category ->
    [one] One row
   *[other] { $count } rows
}
import-sums = { $count-category ->
    [one] the row of totals was left out
   *[other] { $count } rows of totals were left out
}
import-count-fine = Fine: { $count }
import-count-incomplete = Incomplete: { $count }
import-count-refused = Refused: { $count }
import-count-duplicate = Duplicate: { $count }
import-named-bodies = added because rows name them and nobody knew them: organisations { $bodies }
import-named-people = added because rows name them and nobody knew them: people { $people }
import-named = added because rows name them and nobody knew them: organisations { $bodies }, people { $people }
import-shared = { $count-category ->
    [one] One column is taken for “{ $field }”: { $columns }.
   *[other] { $count } columns are taken for one field, “{ $field }”: { $columns }. The first one counts, another only where those before it are empty. Change the field of one if that is not meant.
}
import-shared-column = “{ $column }”
import-untitled = (no name)
import-table = Rows of the list as they will be kept
import-nothing-new = nothing new in it: all its rows are duplicates or refused
import-head-row = Row
import-head-verdict = Verdict
import-head-why = Why
import-verdict-duplicate-skip = Duplicate: skip
import-verdict-duplicate-update = Duplicate: update
import-verdict-duplicate-new = Duplicate: new
import-beside-close = Hide the row’s details
import-row-number = Row { $number }
import-this-row = This duplicate row
import-row-as-others = As the other duplicates
import-row-skip = Pass it over; what is there stays as it is
import-row-update = Update what is there
import-row-new = Add it as a new record
import-there = Already kept
import-here = In the list
import-change-fills = Filled in
import-change-replaces = Changes
import-change-same = The same
import-writing = { $done } of { $rows } written
import-calling-off = Calling the import off…
import-call-off = Call it off
import-do = Import ({ $count })
import-save-refused = Save the refused rows…
import-done = { $count-category ->
    [one] One record imported
   *[other] { $count } records imported
}
import-updated = { $count-category ->
    [one] The list was applied to one existing record
   *[other] The list was applied to { $count } existing records
}
import-left = Not all of the list was taken: { $parts }
import-left-refused = { $count-category ->
    [one] one row refused
   *[other] { $count } rows refused
}
import-left-duplicates = { $count-category ->
    [one] one duplicate row left out
   *[other] { $count } duplicate rows left out
}
import-set-aside = { $count-category ->
    [one] one value not understood and kept in the notes
   *[other] { $count } values not understood and kept in the notes
}
import-left-save = Save it with the reasons…

# Papers' templates
error-not-printed = The file was not printed: { $text }. Check the printer in the system’s settings, or save the file and print it from another program.
error-batch-broken = Writing the papers ended early; { $text } of them are there. What was written is kept in the folder; write again for the rest.
error-nothing-to-write = There is no paper to write. Choose one meeting or more first.
template-kind-minutes = Minutes
template-kind-addendum = Addendum
template-kind-invitation = Invitation
template-kind-signing-sheet = Attendance sheet
template-kind-preparation = Preparation file
template-kind-press-item = Press item
template-kind-register = Register
template-kind-common = All papers
template-font-amiri = Amiri (its text is found and copied best)
template-font-plex = IBM Plex (as on the screen)
template-language-program = The program’s
template-language-arabic = Arabic
template-language-english = English
template-language-both = Both side by side
template-section-text = Text
template-section-letter = Letter
template-section-closing = Closing and signature
template-section-list = Names
template-section-rows = Table
template-words-title = Title of the paper
template-words-everybody = Addressee of a general letter
template-words-greeting = Greeting
template-words-answer = Request for an answer
template-words-regards = Regards
template-part-chair = chair
template-part-time = time
template-part-day = day
template-part-place = place
template-part-title = meeting
template-refused-long = { $count-category ->
    [one] The text is longer than one letter. Shorten it.
   *[other] The text is longer than { $count } letters. Shorten it.
}
template-refused-lines = { $count-category ->
    [one] The head of a paper has room for one line.
   *[other] The head of a paper has room for { $count } lines.
}
template-refused-part = { $part } is unknown. There are: { $parts }
template-refused-one-line = A heading is one line.
template-sample-title = Coordination meeting with NGOs (sample)
template-sample-venue = Meeting hall (sample)
template-sample-purpose = To coordinate the work on common initiatives.
template-sample-chair = Salem bin Hamad (sample)
template-sample-post = Deputy Mayor
template-sample-host = Oasis Municipality (sample)
template-sample-body = Environment Society (sample)
template-sample-item-1 = Initiatives under way
template-sample-item-2 = Plan of the next quarter
template-sample-note = What was done in the initiatives was reviewed, and which sites they need.
template-sample-decision = The list of sites is approved.
template-sample-task = Study the sites.
template-sample-addendum = What was remarked after the approval is added to the minutes (sample).
screen-templates = Paper templates
command-go-templates = Open the paper templates
command-go-templates-also = letterhead logo form
command-show-paper = Preview and print the paper of what is open
command-show-paper-also = view PDF Word save
template-kind = Paper
template-about-common = What is set here holds for all papers, unless something else is set for one of them.
template-about-own = What is not set here is as on all papers.
template-editor = Template editor
template-look = Look
template-font = Letters
template-language = Language of the paper
template-size = Text size (points)
template-margin = Side margin (mm)
template-as-common = As on all papers
template-as-composed = As composed from what is known
template-head = Head and foot
template-letterhead-ar = Lines of the letterhead in Arabic
template-letterhead-en = Lines of the letterhead in English
template-footer-ar = Words at the foot in Arabic
template-footer-en = Words at the foot in English
template-logo-none = No emblem
template-logo-common = The emblem of all papers
template-words = Sentences
template-in-arabic = { $label }, in Arabic
template-in-english = { $label }, in English
template-parts = It may name: { $parts }
template-sections = Sections
template-sections-about = Uncheck a section to leave it out; drag it, or press Alt with the arrows, to move it; open it to change its heading.
template-renamed = Other heading
template-heading-ar = Heading of “{ $section }” in Arabic
template-heading-en = Heading of “{ $section }” in English
template-reset = Back to what ships
template-reset-tooltip = As it came with the program; it can be undone
template-reset-done = As it ships again: { $name }
template-left-out = { $count-category ->
    [one] One part is left out by the minutes’ template.
   *[other] { $count } parts are left out by the minutes’ template.
}
paper-view = Preview of the paper
paper-pages = Pages of the paper
paper-not-made = The paper can’t be shown: { $why }
paper-print = Print
paper-save = Save as…
paper-copy = Copy
paper-copy-tooltip = The paper with its tables, and as text for what knows no tables
paper-page-before = Page before
paper-page-next = Next page
paper-zoom-width = Full width
paper-zoom-page = Whole page
paper-zoom-smaller = Smaller
paper-zoom-larger = Larger
paper-zoom-minus = −
paper-zoom-plus = +
paper-which = Paper of the meeting
paper-none-open = What is open has no paper. Open a meeting or a register.
paper-preview = Preview and print…
paper-see = Preview
paper-printing = The paper goes to the printer…
paper-printed = The paper is in the printer’s queue.
paper-print-opened = No printer is set up in this system; the paper is open in the viewer, which prints.
paper-copied = The paper was copied with its tables.
batch-papers = Papers…
batch-title-meeting = { $count-category ->
    [one] Papers of one meeting
   *[other] Papers of { $count } meetings
}
batch-title-organisation = { $count-category ->
    [one] Profile of one organisation
   *[other] Profiles of { $count } organisations
}
batch-title-partnership = { $count-category ->
    [one] Record of one partnership
   *[other] Records of { $count } partnerships
}
batch-which = Papers
batch-start = { $count-category ->
    [one] Write one paper…
   *[other] Write { $count } papers…
}
batch-about = Each paper becomes a file in the folder you choose; you can go on working meanwhile.
batch-folder = Folder of the papers
batch-writing = Writing papers: { $done } of { $count }
batch-cancelling = Stopping: { $done } of { $count }
batch-cancel = Stop
batch-running = Papers are being written. Wait for them, or stop them first.
batch-closing = Papers are being written. Wait for them or stop them, then close the program.
batch-done = { $count-category ->
    [one] One paper was written.
   *[other] { $count } papers were written.
}
batch-cancelled = { $count-category ->
    [one] Stopped after one paper.
   *[other] Stopped after { $count } papers.
}
batch-refused = { $count-category ->
    [one] One paper was not written
   *[other] { $count } papers were not written
}
cli-batch = { $count-category ->
    [one] One paper was written to { $folder }
   *[other] { $count } papers were written to { $folder }
}
cli-batch-refused = Not written: { $name } – { $why }
settings-templates = Paper templates…
settings-templates-help = Letters, letterhead, language, and each paper’s sections and sentences, with a preview.
# Agenda, reports and letters
paper-agenda = Agenda
paper-agenda-empty = The agenda has no items yet.
paper-record-number = { $kind } { $number }
paper-record-named = { $what }: { $name }
paper-record-carried = { $record } ({ $carried })
report-profile = Organisation profile
report-partnership = Partnership record
report-period = Periodic report
report-from-to = { $start }
    to { $end }
report-goals = Vision 2030 goals matrix
report-heading-body = About the body
report-heading-licence = Licence, supervision and board
report-heading-names = Other and former names
report-heading-people = People
report-heading-units = Units
report-heading-partnerships = Partnerships
report-heading-meetings = Meetings with it
report-heading-proposals = Initiatives and proposals
report-heading-challenges = Challenges and opportunities
report-heading-documents = Documents on file
report-heading-partnership = About the partnership
report-heading-team = Liaison and follow-up
report-heading-term = Term and renewal
report-heading-progress = Latest updates
report-heading-signatures = Signatures
report-heading-summary = Summary
report-heading-period-meetings = Meetings of the period
report-heading-decisions = Issued in the period, by status
report-heading-owed = Issued in the period
report-heading-done = Finished in the period
report-heading-overdue = Overdue
report-column-period = Period
report-column-file = Document
report-column-name = Name
report-column-contact = Contact
report-column-side = Party
report-column-represented = Representative
report-party-1 = First party
report-party-2 = Second party
report-party-3 = Third party
report-party-4 = Fourth party
report-party-5 = Fifth party
report-party-6 = Sixth party
report-party-7 = Seventh party
report-party-8 = Eighth party
report-party-9 = Ninth party
report-party-10 = Tenth party
report-column-done = What was done
report-column-finished = Finished on
report-column-by = By
report-column-stopped = Stalled or on hold
report-column-all = Total
report-column-late = Overdue
report-column-results = What came of it
report-column-shown-in = Shown in
report-people-none = None of its people are on record.
report-theirs-none = It owes no follow-up or obligation.
report-open-none = Nothing is open.
report-theirs-closed = Done or cancelled
report-ours-none = Nobody owes it a follow-up or an obligation.
report-ours-closed = Done or cancelled
report-proposals-none = It has made no initiative or proposal.
report-documents-none = No documents of it are on file.
report-parties-none = Its parties are not on record yet.
report-obligations-none = No obligation of any party is on record.
report-obligations-of = Obligations, { $side }: { $name }
report-obligations-others = Obligations of others
report-obligations-count = Obligations: { $all }, done: { $done }, overdue: { $late }.
report-team-none = Nobody is named to look after it.
report-term-from-to = It begins on { $start } and ends on { $end }.
report-term-began-and-ends = It began on { $start } and ends on { $end }.
report-term-was-from-to = It began on { $start } and ended on { $end }.
report-term-was-to-end = It began on { $start } and was to end on { $end }.
report-term-began = It began on { $start }; the day on which it ends is not set.
report-term-ended = It ended on { $end }; the day on which it began is not set.
report-term-ahead = It has not begun yet.
report-term-from = It begins on { $start }; the day on which it ends is not set.
report-term-until = It ends on { $end }; the day on which it begins is not set.
report-term-unknown = Its term is not set.
report-term-renews = It renews itself.
report-term-ends = It does not renew itself.
report-term-notice = { $count-category ->
    [one] Notice of its end is given 1 day before.
   *[other] Notice of its end is given { $count } days before.
}
report-term-notice-by = { $count-category ->
    [one] Notice of its end is given 1 day before, by { $day } at the latest.
   *[other] Notice of its end is given { $count } days before, by { $day } at the latest.
}
report-term-over = Its term is over.
report-term-left = { $count ->
    [0] It ends today.
   *[other] { $count-category ->
        [one] 1 day of it is left.
       *[other] { $count } days of it are left.
    }
}
report-signs-for = { $side }: { $name }
report-present = At present
report-former = Formerly
report-ends = Ends { $when }
report-left = { $count-category ->
    [one] 1 more is on record.
   *[other] { $count } more are on record.
}
report-nothing-held = No meeting was held in this period.
report-nothing-held-of-body = No meeting with this body was held in this period.
report-held = The period saw { $meetings }.
report-held-of-body = The period saw { $meetings } with this body.
report-attended = Attendance was { $attended } of { $listed }.
report-bodies = { $count-category ->
    [one] { $bodies } took part in it.
   *[other] { $bodies } took part in them.
}
report-came-out = { $count-category ->
    [one] What came of it or was recorded in the period: { $counts }.
   *[other] What came of them or was recorded in the period: { $counts }.
}
report-recorded = Recorded in the period: { $counts }.
report-done-count = { $count ->
    [0] None of the decisions, recommendations, follow-ups and obligations was finished in the period.
   *[other] { $count } of the decisions, recommendations, follow-ups and obligations { $count-category ->
        [one] was
       *[other] were
    } finished in the period.
}
report-overdue-count = { $count ->
    [0] Nothing of this period or before it is overdue on { $day }.
   *[other] Of this period and before it, { $count } { $count-category ->
        [one] item is
       *[other] items are
    } overdue on { $day }.
}
report-of = { $part } of { $all }
report-results-proposals = Proposals and initiatives: { $count }
report-results-decisions = Decisions and recommendations: { $count }
report-results-follow-ups = Follow-ups: { $count }
report-meetings-none = No meetings fall in this period.
report-undated = { $count-category ->
    [one] 1 meeting was held on a day that nobody recorded, and is not counted.
   *[other] { $count } meetings were held on days that nobody recorded, and are not counted.
}
report-decisions-none = No decision, recommendation or follow-up came out in this period.
report-decisions-none-of-body = No decision, recommendation or follow-up for this body came out in this period.
report-as-of = As it stands on { $day }. What was written down without a meeting counts by the day on which it was.
report-done-undated = { $count-category ->
    [one] 1 item that is done has no day of completion, and is not counted as finished in the period.
   *[other] { $count } items that are done have no day of completion, and are not counted as finished in the period.
}
report-done-none = Nothing was finished in this period.
report-done-none-of-body = Nothing that this body owes was finished in this period.
report-overdue-none = Nothing is overdue.
report-overdue-none-of-body = Nothing that this body owes is overdue.
report-period-proposals-none = No initiative or proposal was made in this period.
report-period-proposals-none-of-body = This body made no initiative or proposal in this period.
report-period-challenges-none = No challenge or opportunity was noted in this period.
report-period-challenges-none-of-body = No challenge or opportunity of this body was noted in this period.
report-period-partnerships-none = No partnership was in force in this period.
report-period-regulations-none = No regulation updates were presented in this period.
report-period-this-month-hijri = This Hijri month
report-period-last-month-hijri = Last Hijri month
report-period-this-quarter-hijri = This Hijri quarter
report-period-last-quarter-hijri = Last Hijri quarter
report-period-this-year-hijri = This Hijri year
report-period-last-year-hijri = Last Hijri year
report-period-this-month-gregorian = This Gregorian month
report-period-last-month-gregorian = Last Gregorian month
report-period-this-quarter-gregorian = This Gregorian quarter
report-period-last-quarter-gregorian = Last Gregorian quarter
report-period-this-year-gregorian = This Gregorian year
report-period-last-year-gregorian = Last Gregorian year
report-period-other = Another period
report-form-period = Period
report-form-from = From
report-form-until = To
report-form-body = One body only (optional)
report-form-body-hint = All bodies
report-form-body-unknown = No body of this name is in the register
report-copied = The text was copied: paste it wherever you like
report-form-write = Write the report
report-menu-period = Periodic report…
report-menu-organisation = Profile ({ $format })
report-menu-organisation-preview = Preview the profile
report-menu-partnership = Partnership record ({ $format })
report-menu-partnership-preview = Preview the partnership record
command-report = Periodic report…
command-report-also = statistics quarter month
command-goals = Vision 2030 goals matrix…
goals-form-title = Vision 2030 goals matrix
goals-form-about = How many meetings, initiatives, decisions and partnerships serve each goal, and which they are.
goals-form-write = Write the matrix
goals-heading-matrix = The goals and what serves them
goals-heading-records = What serves each goal
goals-heading-without = Goals that nothing is tied to
goals-column-goal = Goal
goals-column-record = Record
goals-column-meetings = Meetings
goals-column-initiatives = Initiatives
goals-column-proposals = Proposals
goals-column-decisions = Decisions
goals-column-recommendations = Recommendations
goals-column-follow-ups = Follow-ups
goals-column-obligations = Obligations
goals-column-challenges = Challenges
goals-column-opportunities = Opportunities
goals-column-partnerships = Partnerships
goals-column-regulations = Regulations
goals-column-organisations = Bodies
goals-column-other = Other
goals-other = Another record
goals-sum = Total
goals-counted = A record that serves two goals counts with each of them.
goals-none = Nothing is tied to any goal yet.
goals-without = { $count-category ->
    [one] 1 goal: { $goals }.
   *[other] { $count } goals: { $goals }.
}
letter-title = Letter
letter-sign-here = Name and signature: ........................
letter-subject = Subject: { $subject }
letter-new = Letter…
letter-form-title = Letter to { $name }
letter-form-subject = Subject
letter-form-text = Text of the letter
letter-form-text-hint = The greeting and the closing are added: write what stands between them
letter-form-number = Outgoing number (from your office)
letter-form-date = Date
letter-form-attachments = Attachments
letter-form-signatory = Signed by
letter-form-signatory-post = Their post
letter-form-keep = Keep a copy with the documents of { $name }
letter-form-write = Write the letter
letter-form-left = A letter that is not written yet is kept as you left it
letter-form-missing = The letter needs this
letter-form-anew = Start anew
letter-kept = The letter was written, and a copy kept with the documents: { $file }
press-form-title = Press item
press-form-about = Taken only from what may be published: each sentence is a record, and nobody is named without their consent.
press-form-named = Who is named
press-form-published = What is published of results and words
press-form-all = Allow all
press-form-none = Allow none
press-form-all-of = { $all }: { $what }
press-form-allow = Published: { $what }
press-form-outlet = Outlet (optional)
press-form-outlet-hint = Such as a local newspaper
press-form-write = Write the item
press-form-copy = Copy the text
paper-press-menu = Press item…
template-kind-agenda = Agenda
template-kind-letter = Letter
template-kind-profile = Organisation profile
template-kind-partnership = Partnership record
template-kind-period = Periodic report
template-kind-goals = Goals matrix
template-section-addressee = Addressee
