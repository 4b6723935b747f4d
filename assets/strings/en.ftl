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
error-minutes-approved = The minutes of this meeting are approved, so they cannot be edited. Make an addendum for what needs correcting.
error-move-refused = This status cannot follow the present one. Choose one from the list offered.
error-nothing-to-undo = There is nothing to undo or redo.
error-date-unreadable = The date “{ $text }” was not understood. Write it like 15 Rajab 1448, 24/12/2026 or in 2 weeks.
error-date-impossible = “{ $text }” is not a day of the calendar. Check the day, the month, the year and the day of the week.
error-date-out-of-range = “{ $text }” is outside the Umm al-Qura calendar. Write a year from 1300 to 1600 AH, or from 1883 to 2174.
error-no-such-meeting = There is no meeting number { $text }. Check the number in the list of meetings.
error-file-unwritable = The file { $text } could not be written. Close it if another program has it open, or choose a folder you may write to.
error-file-unreadable = The file { $text } could not be read. Check that it is there and that you may read it.
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

confidentiality-public = Public
confidentiality-internal = Internal
confidentiality-restricted = Restricted
confidentiality-confidential = Confidential

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

side-host = Host
side-co-host = In cooperation with
side-invited = Invited

outcome-kind-proposal = Proposal
outcome-kind-initiative = Initiative
outcome-kind-follow-up = Follow-up
outcome-kind-decision = Decision
outcome-kind-recommendation = Recommendation
outcome-kind-challenge = Challenge
outcome-kind-opportunity = Opportunity

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
organisation-kind-other = Other

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

field-meeting-title = Title
field-meeting-number = Number
field-meeting-kind = Kind
field-meeting-purpose = Purpose
field-meeting-date = Date
field-meeting-start_time = Start
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
field-meeting-running_since = Timer started
field-meeting-ran_seconds = Time elapsed

field-party-meeting = Meeting
field-party-organisation = Organisation
field-party-side = Part
field-party-position = Order

field-agenda_item-meeting = Meeting
field-agenda_item-position = Order
field-agenda_item-title = Item
field-agenda_item-presenter = Presenter
field-agenda_item-planned_minutes = Duration
field-agenda_item-state = Status

field-attendance-meeting = Meeting
field-attendance-position = Order
field-attendance-person = Name
field-attendance-organisation = Organisation
field-attendance-group_name = Group
field-attendance-group_count = Number
field-attendance-status = Attendance
field-attendance-excuse = Reason

field-block-meeting = Meeting
field-block-agenda_item = Agenda item
field-block-position = Order
field-block-body = Notes
field-block-outcome = Outcome

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

field-person-name = Name
field-person-honorific = Title
field-person-post = Post
field-person-organisation = Organisation
field-person-phone = Mobile
field-person-email = E-mail
field-person-notes = Notes

field-organisation-name = Name
field-organisation-short_name = Short name
field-organisation-kind = Kind
field-organisation-city = City
field-organisation-licence = Licence number
field-organisation-phone = Phone
field-organisation-email = E-mail
field-organisation-notes = Notes

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
date-month-hijri = { $month } { $year } AH
date-month-gregorian = { $month } { $year }
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
command-search = Search
command-undo = Undo
command-redo = Redo
command-go-meetings = Go to meetings
command-go-follow-ups = Go to follow-ups
command-go-proposals = Go to initiatives and proposals
command-go-organisations = Go to organisations
command-go-people = Go to people
command-go-settings = Go to settings
command-switch-language = Switch to العربية
command-switch-theme = Switch between light and dark
command-text-larger = Larger text
command-text-smaller = Smaller text
command-text-usual = Text at its usual size
command-export-minutes = Export the minutes
command-quit = Quit

# What undo and redo name: «undo: …».
edit-any = change
edit-undo = undo
edit-redo = redo
edit-new-meeting = new meeting
edit-set-meeting = change meeting
edit-remove-meeting = delete meeting
edit-add-party = add body to meeting
edit-set-party = change body’s role
edit-remove-party = remove body from meeting
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
edit-capture = turn line into outcome
edit-release = turn outcome back into notes
edit-move-meeting = change meeting’s status
edit-move-outcome = change outcome’s status
edit-approve-minutes = approve minutes
edit-reopen-minutes = reopen minutes
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
shell-search-found = { $count-category ->
    [one] { $count } result
   *[other] { $count } results
}
shell-command = Command
shell-key-walk = move
shell-key-open = open
shell-key-close = close
shell-close = Close
shell-cancel = Cancel
shell-choose = Choose
shell-path = Path
shell-path-help = Type the full path
shell-undone = Undone: { $what }
shell-redone = Redone: { $what }
shell-exported = Minutes exported: { $file }
shell-exporting = Exporting the minutes
shell-open-folder = Open the folder
shell-open-meeting-first = Open the meeting whose minutes you want first.
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
meetings-approved = Approved
meetings-attended = { $present }/{ $all }
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
meeting-attendance-count = Attendance { $counts }
meeting-export = Minutes PDF
meeting-export-tooltip = Export the minutes and open them (Ctrl E)
meeting-start = Start meeting
meeting-end = End meeting
meeting-resume = Go on where the meeting stopped
meeting-approve = Approve minutes
meeting-approve-tooltip = The minutes get their number and lose the draft mark; after that they change only when reopened
meeting-reopen = Reopen the minutes for changes
meeting-more = More for this meeting
meeting-facts = Meeting facts
meeting-parties = Bodies taking part
meeting-move = Change status to: { $status }
meeting-remove = Move the meeting to the bin
meeting-approved = Approved { $number }
meeting-running = Running { $clock }
meeting-number = No. { $number }
agenda-title = Agenda
agenda-new = New item
agenda-new-hint = New item
agenda-general = General discussion
agenda-item-name = Item { $number }: { $title }
agenda-item-menu = Commands of item: { $title }
agenda-edit = Edit item
agenda-up = Up
agenda-down = Down
agenda-remove = Delete item
minutes-short = { $count } min
attendance-title = Attendance
attendance-of = { $present } of { $all }
attendance-add = Add to the attendance
attendance-add-hint = Type a name…
attendance-create = Add “{ $name }”
attendance-unknown-count = Number unknown
attendance-toggle = Click to mark present or absent
attendance-edit = Attendance details of { $name }
attendee-new-person = New person in the attendance
attendee-new-group = A group in the attendance
attendee-person = Person
attendee-group = Group
attendee-group-name = Name of the group
attendee-group-count = How many (leave empty when unknown)
attendee-add = Add to the attendance
outcomes-title = What came out
outcomes-empty = Proposals, follow-ups and decisions that you capture from the notes appear here, and stay in their registers.
outcome-card-name = { $kind }: { $text }
outcome-line-name = { $kind } line { $number }
outcome-open = Details of { $number }
earlier-title = From earlier meetings
earlier-open = { $count } open
kind-count-proposal = Proposals { $count }
kind-count-initiative = Initiatives { $count }
kind-count-follow-up = Follow-ups { $count }
kind-count-decision = Decisions { $count }
kind-count-recommendation = Recommendations { $count }
kind-count-challenge = Challenges { $count }
kind-count-opportunity = Opportunities { $count }
notes-name = Notes: { $title }
notes-hint = Write what is said under this item. It is saved as you type.
notes-no-item = No items yet
notes-no-item-about = Add an item to the agenda; its notes are written here.
notes-write = Start writing
notes-stale = This text was changed elsewhere after you began to type.
notes-keep-mine = Keep what I wrote
notes-take-other = Take the other text
capture-as = Turn the line into:
capture-tooltip = Turn this line into: { $kind } ({ $keys })
capture-as-another = This line is captured already. To change its kind, first make it a note again: Backspace before its first letter.
keys-proposal = proposal
keys-follow-up = follow-up
keys-next-item = next item
party-add-hint = Add a body…
party-remove = Take out { $name }
refusal-title = The records could not be opened
refusal-folder = Folder: { $folder }
refusal-again = Try again
refusal-restore = Restore the newest backup
refusal-quit = Close


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
register-menu-edit = Open and edit
register-menu-copy = Copy the selected rows
register-menu-meeting = Open the meeting
register-key-walk = move
register-key-done = done
register-key-edit = edit
register-add = Add
register-save = Save
register-remove = Delete
register-needed = This field is needed.
register-new-person = New person “{ $name }”
register-new-organisation = New organisation “{ $name }”
register-number = No.
register-status = Status
register-due = Due
register-meeting = Meeting
register-done-on = Done { $date }
register-mark-done = Done: { $what }
register-status-of = Status of: { $what }
register-progress-of = Progress of: { $what }
register-open-meeting = Open meeting { $number }
register-record-title = { $kind } { $number }
people-add = Person
people-new = New person
people-removed = The person was deleted
people-empty = No people yet
people-empty-about = The people you meet: names, posts, bodies. The list also grows from attendance.
people-name = Name and post
people-organisation = Organisation
people-phone = Phone
people-email = E-mail
people-meetings = Meetings
organisations-add = Organisation
organisations-new = New organisation
organisations-removed = The organisation was deleted
organisations-empty = No organisations yet
organisations-empty-about = Municipalities, ministries and NGOs you work with. The list also grows from meetings.
organisations-name = Organisation
organisations-kind = Kind
organisations-city = City
organisations-people = People
organisations-meetings = Meetings
follow-ups-add = Follow-up
follow-ups-new = New follow-up
follow-ups-removed = The follow-up was deleted
follow-ups-empty = No follow-ups yet
follow-ups-empty-about = What someone has to do, and by when. Follow-ups come from meeting notes or are added here.
follow-ups-open = { $count-category ->
    [one] { $count } open
   *[other] { $count } open
}
follow-ups-open-and-late = { $open } open · { $late } late
follow-ups-task = Task
follow-ups-owner = Owner
follow-ups-progress = Progress
proposals-add = Proposal
proposals-new = New proposal
proposals-removed = The proposal was deleted
proposals-empty = No initiatives or proposals yet
proposals-empty-about = What was proposed in meetings, by whom, and where it stands.
proposals-open = { $count-category ->
    [one] { $count } active
   *[other] { $count } active
}
proposals-open-and-late = { $open } active · { $late } late
proposals-text = Proposal
proposals-proposer = Proposed by
proposals-area = Area


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
settings-read-only = The store can only be read, so settings can’t be changed.
language-ar = العربية
language-en = English


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
minutes-task = Assignment
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

minutes-signed-prepared = Prepared by (secretary)
minutes-signed-reviewed = Reviewed by
minutes-signed-approved = Approved by (chair)
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
minutes-year-hijri = { $year } AH
minutes-year-gregorian = { $year }


### cli

# (cli)
cli-demo = A sample store was made in: { $folder }
cli-generated = A store for measuring was made with { count-meetings } in: { $folder }
cli-exported = The minutes are in: { $file }
cli-backup = A checked copy is in: { $file }
cli-check-sound = The store is sound: { $count } records, their index and the chain of changes were checked


### widgets

widgets-date-hint = 15 Rajab, 24/12, in two weeks
widgets-date-open = Calendar: { $label }
widgets-date-today = Today
widgets-date-is-today = { $date } (today)
widgets-month-before = Month before
widgets-month-span = { $first } – { $last }
widgets-year-before = Year before
widgets-year-after = Year after
widgets-month-after = Month after
widgets-calendar-hijri = Hijri
widgets-calendar-gregorian = Gregorian
widgets-time-hint = 10:30 AM
widgets-time-error = e.g. 10:30 AM
widgets-number-error = Type a number.
widgets-number-least = At least { $least }
widgets-number-range = From { $least } to { $most }
widgets-phone-hint = 05X XXX XXXX
widgets-phone-error = No phone number, e.g. 0551234567
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
widgets-table-fit = Fit to contents
widgets-table-hide = Hide: { $column }
widgets-table-reset = Columns as they were
widgets-board-column = { $column }: { $count-category ->
    [one] { $count } card
   *[other] { $count } cards
}
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
widgets-month-range = { $first } – { $last }

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
